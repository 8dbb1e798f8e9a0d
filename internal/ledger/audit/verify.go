package audit

import (
	"bytes"
	"encoding/json"
	"fmt"
	"io"
	"time"

	"github.com/gowebpki/jcs"
	"golang.org/x/mod/sumdb/note"
	"golang.org/x/mod/sumdb/tlog"
)

// Finding is the first thing wrong in an export, with its place.
type Finding struct {
	File string
	Line int64
	What string
}

// Error writes "file:line: what is wrong".
func (f *Finding) Error() string { return fmt.Sprintf("%s:%d: %s", f.File, f.Line, f.What) }

// Verdict is what a good export holds.
type Verdict struct {
	Header
	Root tlog.Hash // over all leaves
}

// instantForm is the one writing of a recorded instant.
const instantForm = "2006-01-02T15:04:05.000000Z"

// Verify reads an export to its end and checks every byte of it against the
// checkpoints, and these against the public key. Its error is a *Finding, or
// the reader's.
func Verify(r io.Reader, file, key string) (Verdict, error) {
	v := &verification{lines: newLines(r, file), ids: map[string]int64{}}
	for _, step := range []func() error{
		v.header, func() error { return v.keyed(key) }, v.facts, v.hashes, v.checkpoints, v.lines.end, v.roots,
	} {
		if err := step(); err != nil {
			return Verdict{}, err
		}
	}
	return Verdict{Header: v.head, Root: v.signed[len(v.signed)-1].Root}, nil
}

// verification is the state of one check.
type verification struct {
	lines    *lines
	head     Header
	verifier note.Verifier
	ids      map[string]int64 // id → line
	last     string           // the instant of the fact before
	visit    Visit            // may be nil
	computed []tlog.Hash      // from the fact lines
	listed   []tlog.Hash      // from the hash lines
	signed   []Checkpoint
}

func (v *verification) header() error {
	text, err := v.lines.next("the header")
	if err != nil {
		return err
	}
	if err := exact(text, &v.head); err != nil {
		return v.lines.finding("the header is damaged: %v", err)
	}
	if v.head.Format != Format {
		return v.lines.finding("the format is %.40q, this program reads %q", v.head.Format, Format)
	}
	if v.head.Leaves < 1 || v.head.Checkpoints < 1 {
		return v.lines.finding("an export has at least one fact and one checkpoint")
	}
	if !bytes.HasSuffix([]byte(v.head.Origin), []byte("/"+v.head.Contract)) {
		return v.lines.finding("the log of contract %.80q is not called %.80q", v.head.Contract, v.head.Origin)
	}
	return nil
}

// keyed takes the public key under the log's name.
func (v *verification) keyed(key string) (err error) {
	if v.verifier, err = VerifierFor(key, v.head.Origin); err != nil {
		return v.lines.finding("%v", err)
	}
	return nil
}

func (v *verification) facts() error {
	for n := int64(1); n <= v.head.Leaves; n++ {
		text, err := v.lines.next(fmt.Sprintf("fact %d of %d", n, v.head.Leaves))
		if err != nil {
			return err
		}
		if err := v.fact(text); err != nil {
			return err
		}
		v.computed = append(v.computed, tlog.RecordHash(text))
		if v.visit == nil {
			continue
		}
		if err := v.visit(text); err != nil {
			return v.lines.finding("%v", err)
		}
	}
	return nil
}

// fact checks what can be told of a fact before its hash.
func (v *verification) fact(text []byte) error {
	canonical, err := jcs.Transform(text)
	if err != nil || !bytes.Equal(canonical, text) {
		return v.lines.finding("the fact was changed: it is not canonical JSON (RFC 8785)")
	}
	var f leaf
	if err := json.Unmarshal(text, &f); err != nil || f.ID == "" {
		return v.lines.finding("a fact should stand here; one is missing or the header's count was changed")
	}
	if f.Contract != v.head.Contract {
		return v.lines.finding("the fact was changed: it is of contract %.80q, the log of %.80q", f.Contract, v.head.Contract)
	}
	if line, twice := v.ids[f.ID]; twice {
		return v.lines.finding("the fact has the id of the one on line %d", line)
	}
	v.ids[f.ID] = v.lines.number
	if _, err := time.Parse(instantForm, f.Recorded); err != nil || f.Recorded <= v.last {
		return v.lines.finding("the fact was changed or moved: it is not recorded after the one before")
	}
	v.last = f.Recorded
	return nil
}

func (v *verification) hashes() error {
	for n := int64(1); n <= v.head.Leaves; n++ {
		text, err := v.lines.next(fmt.Sprintf("hash %d of %d", n, v.head.Leaves))
		if err != nil {
			return err
		}
		var h hashLine
		if err := exact(text, &h); err != nil {
			return v.lines.finding("a hash should stand here: %v", err)
		}
		v.listed = append(v.listed, h.Hash)
	}
	return nil
}

func (v *verification) checkpoints() error {
	size := int64(0)
	for n := 1; n <= v.head.Checkpoints; n++ {
		text, err := v.lines.next(fmt.Sprintf("checkpoint %d of %d", n, v.head.Checkpoints))
		if err != nil {
			return err
		}
		var l checkpointLine
		if err := exact(text, &l); err != nil {
			return v.lines.finding("a checkpoint should stand here: %v", err)
		}
		c, err := OpenCheckpoint(l.Checkpoint, v.verifier)
		if err != nil {
			return v.lines.finding("%v", err)
		}
		if c.Size <= size || c.Size > v.head.Leaves {
			return v.lines.finding("the checkpoint covers %d facts, out of turn", c.Size)
		}
		size = c.Size
		v.signed = append(v.signed, c)
	}
	if size != v.head.Leaves {
		return v.lines.finding("the last checkpoint covers %d of %d facts", size, v.head.Leaves)
	}
	return nil
}
