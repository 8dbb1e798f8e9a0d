package audit

import (
	"bytes"
	"encoding/json"
	"fmt"

	"github.com/gowebpki/jcs"
	"golang.org/x/mod/sumdb/tlog"
)

// Format is the version stamp of the export. Proofs and witnesses' signatures
// come with another one.
const Format = "opfyldt-ledger/1"

// Header is the export's first line.
type Header struct {
	Format      string `json:"format"`
	Contract    string `json:"contract"`
	Origin      string `json:"origin"`      // the log's name in its checkpoints
	Leaves      int64  `json:"leaves"`      // how many fact lines follow, then as many hash lines
	Checkpoints int    `json:"checkpoints"` // how many checkpoint lines follow those
}

// hashLine gives a leaf's hash again, so that a changed fact can be told from
// the others under the same root.
type hashLine struct {
	Hash tlog.Hash `json:"hash"`
}

// checkpointLine holds a signed note.
type checkpointLine struct {
	Checkpoint string `json:"checkpoint"`
}

// leaf is what the check reads of a fact line.
type leaf struct {
	Contract string `json:"contract"`
	ID       string `json:"id"`
	Recorded string `json:"recorded"`
}

// Line returns the header's line.
func (h Header) Line() ([]byte, error) { return line(h) }

// HashLine returns the line of a leaf's hash.
func HashLine(h tlog.Hash) ([]byte, error) { return line(hashLine{h}) }

// CheckpointLine returns the line of a signed note.
func CheckpointLine(note string) ([]byte, error) { return line(checkpointLine{note}) }

// line writes a value as canonical JSON and a line feed.
func line(v any) ([]byte, error) {
	text, err := json.Marshal(v)
	if err != nil {
		return nil, fmt.Errorf("encode a line: %w", err)
	}
	text, err = jcs.Transform(text)
	if err != nil {
		return nil, fmt.Errorf("make a line canonical: %w", err)
	}
	return append(text, '\n'), nil
}

// exact reads a line into v and holds it against the one way to write v.
func exact(text []byte, v any) error {
	d := json.NewDecoder(bytes.NewReader(text))
	d.DisallowUnknownFields()
	if err := d.Decode(v); err != nil {
		return fmt.Errorf("it cannot be read: %w", err)
	}
	want, err := line(v)
	if err != nil {
		return err
	}
	if !bytes.Equal(want[:len(want)-1], text) {
		return fmt.Errorf("it is not in canonical form (RFC 8785), which would be %.200s", want[:len(want)-1])
	}
	return nil
}
