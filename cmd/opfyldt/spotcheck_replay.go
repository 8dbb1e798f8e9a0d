package main

import (
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"errors"
	"flag"
	"fmt"
	"io"
	"os"
	"strings"

	"opfyldt/internal/catalogue"
	"opfyldt/internal/fault"
	"opfyldt/internal/spotcheck"
)

// mostExport is how large a round's export may be.
const mostExport = 1 << 30

// replayCommand is `spotcheck replay`: the draw once more, from a round's export.
func replayCommand(set *flag.FlagSet) func(io.Writer, bool) error {
	export := set.String("export", "", "")
	list := set.String("list", "", "")
	return func(w io.Writer, asJSON bool) error {
		if err := needed(set, "export"); err != nil {
			return err
		}
		return runReplay(*export, *list, w, asJSON)
	}
}

func runReplay(file, list string, w io.Writer, asJSON bool) error {
	text, err := readWhole(file)
	if err != nil {
		return err
	}
	r, err := spotcheck.Replay(text)
	if err != nil {
		return fmt.Errorf("%s: %w", file, err)
	}
	if list != "" {
		if err := sameList(text, list, &r); err != nil {
			return err
		}
	}
	if len(r.Wrong) > 0 {
		lines := make([]string, len(r.Wrong))
		for i, f := range r.Wrong {
			lines[i] = file + ": " + f.Path + ": " + catalogue.Text(catalogue.English, f.Code, f.Params)
		}
		return errors.New(strings.Join(lines, "\n"))
	}
	if asJSON {
		return json.NewEncoder(w).Encode(map[string]any{"customers": r.Customers, "sample": r.Sample})
	}
	_, err = fmt.Fprintf(w, "%s: good: %d of %d customers, drawn again from the seed\n%s\n", file, len(r.Sample), r.Customers, strings.Join(r.Sample, "\n"))
	return err
}

func readWhole(file string) ([]byte, error) {
	f, err := os.Open(file)
	if err != nil {
		return nil, fmt.Errorf("--export: %w; name the round's export", err)
	}
	defer f.Close()
	text, err := io.ReadAll(io.LimitReader(f, mostExport+1))
	if err == nil && len(text) > mostExport {
		err = fmt.Errorf("%s is larger than a round's export can be", file)
	}
	return text, err
}

// sameList holds the file that was taken in, byte by byte, against what the list's
// fact says of it.
func sameList(export []byte, list string, r *spotcheck.Replayed) error {
	stated, err := spotcheck.ListSHA256(export)
	if err != nil {
		return err
	}
	f, err := os.Open(list)
	if err != nil {
		return fmt.Errorf("--list: %w; name the file that was taken in", err)
	}
	defer f.Close()
	sum := sha256.New()
	if _, err := io.Copy(sum, f); err != nil {
		return fmt.Errorf("--list: %w", err)
	}
	if found := hex.EncodeToString(sum.Sum(nil)); found != stated {
		r.Wrong = append(r.Wrong, fault.Field{Path: list, Code: "replay.other_file", Params: fault.Params{"found": found, "stated": stated}})
	}
	return nil
}
