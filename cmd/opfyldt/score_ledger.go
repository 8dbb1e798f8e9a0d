package main

import (
	"bufio"
	"bytes"
	"encoding/json"
	"fmt"
	"io"
	"time"

	"opfyldt/internal/agreement"
	"opfyldt/internal/calendar"
	"opfyldt/internal/contract"
	"opfyldt/internal/contract/library"
	"opfyldt/internal/ledger"
	"opfyldt/internal/ledger/audit"
	"opfyldt/internal/measure"
	"opfyldt/internal/results"
	"opfyldt/internal/scorecard"
)

// isExport reports whether the text that follows is a ledger's export: its first
// line says so.
func isExport(r *bufio.Reader) bool {
	head, _ := r.Peek(r.Size()) // a shorter file gives what it has
	line, _, _ := bytes.Cut(head, []byte("\n"))
	var h audit.Header
	return json.Unmarshal(line, &h) == nil && h.Format == audit.Format
}

// exported is a log as its export has it.
type exported struct {
	contract string
	facts    []ledger.Fact
	versions []loggedVersion
}

// loggedVersion is what the log says of a version's file.
type loggedVersion struct {
	Version  int           `json:"version"`
	SHA256   string        `json:"sha256"`
	From     calendar.Date `json:"from"`
	recorded time.Time
}

// readExport reads the facts. That nobody changed the file is for `ledger
// verify` to tell, which takes the public key.
func readExport(name string, r io.Reader) (*exported, error) {
	e := &exported{}
	head, err := audit.Facts(r, name, e.take)
	e.contract = head.Contract
	return e, err
}

func (e *exported) take(line []byte) error {
	f, err := ledger.ParseFact(line)
	if err != nil {
		return err
	}
	e.facts = append(e.facts, f)
	if f.Kind != agreement.KindVersion {
		return nil
	}
	v := loggedVersion{recorded: f.Recorded}
	if err := json.Unmarshal(f.Body, &v); err != nil {
		return fmt.Errorf("read which version came in: %w", err)
	}
	e.versions = append(e.versions, v)
	return nil
}

// last is the instant from which everything in the log is known.
func (e *exported) last() time.Time {
	if len(e.facts) == 0 {
		return time.Time{}
	}
	return e.facts[len(e.facts)-1].Recorded
}

// inForce is the version that held at the instant, as was known then; the first
// before that.
func (e *exported) inForce(at time.Time) (loggedVersion, error) {
	if len(e.versions) == 0 {
		return loggedVersion{}, fmt.Errorf("the log of %s names no version of its contract", e.contract)
	}
	chosen := e.versions[0]
	for _, v := range e.versions[1:] {
		if !v.recorded.After(at) && !v.From.After(calendar.DateOf(at)) {
			chosen = v
		}
	}
	return chosen, nil
}

// contractAt finds the version's file in the library, by its hash: the export
// holds the hashes alone.
func (e *exported) contractAt(at time.Time) (*contract.Contract, error) {
	v, err := e.inForce(at)
	if err != nil {
		return nil, err
	}
	files, err := library.Versions(e.contract)
	if err != nil {
		files = nil // not shipped: told below
	}
	for _, f := range files {
		if contract.Hash(f.Source) == v.SHA256 {
			c, problems := contract.Parse(f.Name, f.Source)
			return c, problems.Err()
		}
	}
	return nil, fmt.Errorf("the log judges by version %d of %s, whose file is not in the library: name it with --contract; its SHA-256 is %s",
		v.Version, e.contract, v.SHA256)
}

// check refuses another contract, and tells where the file is none of the log's
// versions.
func (e *exported) check(name string, c *contract.Contract, source []byte, at time.Time, warn io.Writer) error {
	if c.ID != e.contract {
		return fmt.Errorf("%s: the log is of the contract %s, %s is %s", name, e.contract, name, c.ID)
	}
	v, err := e.inForce(at)
	if err == nil && contract.Hash(source) != v.SHA256 {
		fmt.Fprintf(warn, "%s: warning: the log judges by version %d, whose file has the SHA-256 %s; this is another file\n", name, v.Version, v.SHA256)
	}
	return err
}

// results gives scoring the facts that count at the instant, as the service does:
// the newest of each subject, and the earlier ones that count beside it.
func (e *exported) results(c *contract.Contract, at time.Time) (*results.Results, error) {
	place := map[[2]string]int{}
	var newest []ledger.Fact
	for _, f := range e.facts {
		key := [2]string{f.Kind, f.Subject}
		i, there := place[key]
		switch {
		case f.Recorded.After(at):
		case there:
			newest[i] = f
		default:
			place[key] = len(newest)
			newest = append(newest, f)
		}
	}
	counted, err := measure.Counted(c, newest, func(subject string) ([]ledger.Fact, error) {
		var recorded []ledger.Fact
		for _, f := range e.facts {
			if f.Kind == measure.KindReport && f.Subject == subject && !f.Recorded.After(at) {
				recorded = append(recorded, f)
			}
		}
		return recorded, nil
	})
	if err != nil {
		return nil, err
	}
	return &results.Results{Facts: scorecard.Results(c, counted), Last: at}, nil
}
