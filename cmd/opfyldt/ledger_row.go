package main

import (
	"encoding/json"
	"errors"
	"flag"
	"fmt"
	"io"
	"os"

	"opfyldt/internal/bulk"
	"opfyldt/internal/ledger"
	"opfyldt/internal/ledger/audit"
)

// rowProof is what the API answers for the proof of an import's row.
type rowProof struct {
	Row   string     `json:"row"`
	Proof bulk.Proof `json:"proof"`
	Root  string     `json:"root"`
	Fact  string     `json:"fact"`
}

// mostProof is how large a proof's file may be.
const mostProof = 1 << 20

// verifyRow checks offline that a row belongs to its import and, with an export of
// the log, that the import's fact states the root.
func verifyRow(args []string, s stdio) error {
	flags := flag.NewFlagSet("opfyldt ledger row", flag.ContinueOnError)
	flags.SetOutput(s.err)
	export := flags.String("export", "", "an export of the log that has the import's fact")
	key := flags.String("key", "", "the public key or a file with it")
	files, err := parseAround(flags, args)
	if err != nil {
		return err
	}
	if len(files) != 1 || (*export == "") != (*key == "") {
		return fmt.Errorf("%w: one file is needed, and --export with --key or neither\n%s", errUsage, ledgerUsage)
	}
	p, err := readProof(files[0], s.in)
	if err != nil {
		return err
	}
	if err := p.Proof.Check([]byte(p.Row), p.Root); err != nil {
		return fmt.Errorf("%s: the row is not one of the import's: %w", files[0], err)
	}
	if *export == "" {
		_, err = fmt.Fprintf(s.out, "%s: good: row %d of %d under the root %s, which fact %s must state\n", files[0], p.Proof.Index+1, p.Proof.Size, p.Root, p.Fact)
		return err
	}
	if err := statesRoot(*export, *key, p); err != nil {
		return err
	}
	_, err = fmt.Fprintf(s.out, "%s: good: row %d of %d under the root %s, which fact %s states in %s\n", files[0], p.Proof.Index+1, p.Proof.Size, p.Root, p.Fact, *export)
	return err
}

func readProof(file string, standard io.Reader) (p rowProof, err error) {
	in := standard
	if file != "-" {
		f, err := os.Open(file)
		if err != nil {
			return p, err
		}
		defer f.Close()
		in = f
	}
	text, err := io.ReadAll(io.LimitReader(in, mostProof))
	if err != nil {
		return p, fmt.Errorf("read the proof: %w", err)
	}
	if err := json.Unmarshal(text, &p); err != nil {
		return p, fmt.Errorf("%s: no proof as the API answers it: %w", file, err)
	}
	return p, nil
}

// statesRoot holds that the log, which is verified whole, has the import's fact,
// and that it states the root.
func statesRoot(file, key string, p rowProof) error {
	text, err := audit.ReadKey(key)
	if err != nil {
		return err
	}
	f, err := os.Open(file)
	if err != nil {
		return err
	}
	defer f.Close()
	if _, err := audit.Verify(f, file, text); err != nil {
		return err
	}
	if _, err := f.Seek(0, io.SeekStart); err != nil {
		return err
	}
	found, stated := false, false
	_, err = audit.Facts(f, file, func(line []byte) error {
		fact, err := ledger.ParseFact(line)
		if err != nil || fact.ID != p.Fact {
			return err
		}
		found, stated = true, states(fact.Body, p.Root)
		return nil
	})
	switch {
	case err != nil:
		return err
	case !found:
		return fmt.Errorf("%s: the log has no fact %s", file, p.Fact)
	case !stated:
		return errors.New("fact " + p.Fact + " states another root than the proof's")
	}
	return nil
}

// states reports whether a fact's body has the root, wherever its kind keeps it.
func states(body json.RawMessage, root string) bool {
	var members map[string]json.RawMessage
	if json.Unmarshal(body, &members) != nil {
		return false
	}
	var here string
	if json.Unmarshal(members["root"], &here) == nil && here == root {
		return true
	}
	for _, member := range members {
		if states(member, root) {
			return true
		}
	}
	return false
}
