package ledger

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"strconv"
	"time"
	"unicode/utf8"

	"github.com/gowebpki/jcs"

	"opfyldt/internal/calendar"
)

// instantForm writes a recorded instant at the database's grain, always with
// six decimals, so that one instant has one form.
const instantForm = "2006-01-02T15:04:05.000000Z"

// Canonical returns the RFC 8785 form of a JSON document.
func Canonical(document []byte) ([]byte, error) {
	if !utf8.Valid(document) {
		return nil, errors.New("the text is not UTF-8")
	}
	return jcs.Transform(document)
}

// canonicalBody makes what a kind's check returned canonical; it must be a JSON
// object.
func canonicalBody(body any) (json.RawMessage, error) {
	text, err := json.Marshal(body)
	if err != nil {
		return nil, fmt.Errorf("encode a fact's body: %w", err)
	}
	text, err = Canonical(text)
	if err != nil {
		return nil, fmt.Errorf("make a fact's body canonical: %w", err)
	}
	if !bytes.HasPrefix(text, []byte("{")) {
		return nil, errors.New("a fact's body is no JSON object")
	}
	return text, nil
}

// Canonical returns the fact's canonical form, which is what the log's leaf hashes:
// its members sorted by name, no space between, the body as it is kept.
func (f Fact) Canonical() []byte {
	b := make([]byte, 0, len(f.Body)+400)
	b = member(b, `{"actor":{"name":`, f.Actor.Name)
	b = member(b, `,"role":`, f.Actor.Role)
	b = member(b, `,"subject":`, f.Actor.Subject)
	b = append(b, `},"body":`...)
	b = append(b, f.Body...)
	b = member(b, `,"contract":`, f.Contract)
	b = member(b, `,"day":`, f.Day.String())
	b = member(b, `,"goal":`, f.Goal)
	b = member(b, `,"id":`, f.ID)
	b = member(b, `,"kind":`, f.Kind)
	b = member(b, `,"recorded":`, f.Recorded.UTC().Format(instantForm))
	b = member(b, `,"subject":`, f.Subject)
	b = member(b, `,"supersedes":`, f.Supersedes)
	return append(b, '}')
}

// ParseFact reads a fact's canonical form. Its place in the log is not part of
// it.
func ParseFact(canonical []byte) (Fact, error) {
	var f struct {
		Actor      Actor           `json:"actor"`
		Body       json.RawMessage `json:"body"`
		Contract   string          `json:"contract"`
		Day        calendar.Date   `json:"day"`
		Goal       string          `json:"goal"`
		ID         string          `json:"id"`
		Kind       string          `json:"kind"`
		Recorded   string          `json:"recorded"`
		Subject    string          `json:"subject"`
		Supersedes string          `json:"supersedes"`
	}
	if err := json.Unmarshal(canonical, &f); err != nil {
		return Fact{}, fmt.Errorf("read a fact: %w", err)
	}
	recorded, err := time.Parse(instantForm, f.Recorded)
	if err != nil {
		return Fact{}, fmt.Errorf("read when a fact was recorded: %w", err)
	}
	return Fact{Contract: f.Contract, ID: f.ID, Kind: f.Kind, Subject: f.Subject, Goal: f.Goal, Day: f.Day, Recorded: recorded,
		Actor: f.Actor, Supersedes: f.Supersedes, Body: f.Body}, nil
}

func member(b []byte, name, value string) []byte {
	return appendString(append(b, name...), value)
}

// shortEscapes are the control characters that RFC 8785 writes with a letter.
var shortEscapes = map[byte]byte{'\b': 'b', '\t': 't', '\n': 'n', '\f': 'f', '\r': 'r', '"': '"', '\\': '\\'}

// appendString writes a string by RFC 8785: escapes for quotes, backslashes and
// control characters alone.
func appendString(b []byte, s string) []byte {
	b = append(b, '"')
	for i := range len(s) {
		c := s[i]
		short, ok := shortEscapes[c]
		switch {
		case ok:
			b = append(b, '\\', short)
		case c < 0x20:
			b = append(b, `\u00`...)
			b = append(b, "01"[c>>4])
			b = strconv.AppendUint(b, uint64(c&0xf), 16)
		default:
			b = append(b, c)
		}
	}
	return append(b, '"')
}

// grain cuts an instant to what the database keeps.
func grain(t time.Time) time.Time { return t.UTC().Truncate(time.Microsecond) }
