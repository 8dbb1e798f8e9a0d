package ledger

import (
	"bytes"
	"crypto/sha256"
	"encoding/json"
	"fmt"
	"strconv"
	"strings"
	"unicode/utf8"

	"github.com/google/uuid"

	"opfyldt/internal/fault"
	"opfyldt/internal/personnumber"
)

const (
	maxBody    = 256 << 10 // bytes of a fact's body as it is kept
	maxSubject = 200
	maxDepth   = 20
	// maxInteger is the greatest whole number that no other is rounded to.
	maxInteger = 1<<53 - 1
)

// checkForm refuses a submission whose parts no rule of a slice could mend.
func checkForm(s Submission) error {
	var wrong []fault.Field
	if !validID(s.ID) {
		wrong = append(wrong, fault.Field{Path: "id", Code: "fact.id-not-uuidv7"})
	}
	if s.Expects != "" && !validID(s.Expects) {
		wrong = append(wrong, fault.Field{Path: "expects", Code: "fact.id-not-uuidv7"})
	}
	if s.Day.IsZero() {
		wrong = append(wrong, fault.Field{Path: "day", Code: "required"})
	}
	if !plainText(s.Subject) || len(s.Subject) > maxSubject {
		wrong = append(wrong, fault.Field{Path: "subject", Code: "fact.subject-malformed"})
	} else if _, _, found := personnumber.Find(s.Subject); found {
		wrong = append(wrong, fault.Field{Path: "subject", Code: "person-number"})
	}
	return fault.Fields(wrong...)
}

// validID holds for a UUIDv7 in its one canonical writing.
func validID(id string) bool {
	u, err := uuid.Parse(id)
	return err == nil && u.Version() == 7 && u.Variant() == uuid.RFC4122 && u.String() == id
}

func plainText(s string) bool {
	return utf8.ValidString(s) && !strings.ContainsFunc(s, func(r rune) bool { return r < 0x20 || r == 0x7f })
}

// requestOf is the hash by which the same request by the same person is known
// again.
func requestOf(by string, s Submission) ([32]byte, error) {
	body, err := Canonical(s.Body)
	if err != nil {
		// The parser's words quote the input, which must not be echoed.
		return [32]byte{}, fault.Fields(fault.Field{Path: "body", Code: "fact.body-not-json"})
	}
	form, err := json.Marshal([]string{by, s.Kind, s.Subject, s.Day.String(), s.Expects, string(body)})
	if err != nil {
		return [32]byte{}, fmt.Errorf("encode a request: %w", err)
	}
	return sha256.Sum256(form), nil
}

// checkBody refuses person numbers and what canonical JSON cannot keep, with
// the place named and nothing echoed.
func checkBody(body json.RawMessage) error {
	if len(body) > maxBody {
		return fault.New(fault.TooLarge, "fact.too-large", fault.Params{"limit": maxBody})
	}
	w := walker{decoder: json.NewDecoder(bytes.NewReader(body))}
	w.decoder.UseNumber()
	if err := w.value("body", 0); err != nil {
		return fmt.Errorf("read a fact's body: %w", err)
	}
	return fault.Fields(w.wrong...)
}

// walker passes over a JSON document and notes what is wrong where.
type walker struct {
	decoder *json.Decoder
	wrong   []fault.Field
}

func (w *walker) value(path string, depth int) error {
	token, err := w.decoder.Token()
	if err != nil {
		return err
	}
	switch v := token.(type) {
	case string:
		w.text(path, v)
	case json.Number:
		w.number(path, v)
	case json.Delim:
		if depth == maxDepth {
			return fault.Fields(fault.Field{Path: path, Code: "fact.too-deep"})
		}
		return w.inside(path, depth+1, v == '{')
	}
	return nil
}

// inside passes over an object's or an array's members and its end.
func (w *walker) inside(path string, depth int, object bool) error {
	for i := 0; w.decoder.More(); i++ {
		at := path + "[" + strconv.Itoa(i) + "]"
		if object {
			name, err := w.decoder.Token()
			if err != nil {
				return err
			}
			at = path + "." + w.name(path, name)
		}
		if err := w.value(at, depth); err != nil {
			return err
		}
	}
	_, err := w.decoder.Token()
	return err
}

// name returns a member's name for the path, unless it hides a person number.
func (w *walker) name(path string, token json.Token) string {
	name := fmt.Sprint(token)
	if _, _, found := personnumber.Find(name); found {
		w.wrong = append(w.wrong, fault.Field{Path: path, Code: "person-number"})
		return "*"
	}
	return name
}

// text refuses a person number; an identifier or a hash that stands alone holds
// digits by chance only.
func (w *walker) text(path, s string) {
	if _, _, found := personnumber.Find(s); found && !identifier(s) {
		w.wrong = append(w.wrong, fault.Field{Path: path, Code: "person-number"})
	}
}

func identifier(s string) bool {
	if _, err := uuid.Parse(s); err == nil && len(s) == 36 {
		return true
	}
	return len(s) == 64 && strings.Trim(s, "0123456789abcdef") == "" && strings.ContainsAny(s, "abcdef")
}

func (w *walker) number(path string, n json.Number) {
	if f, err := n.Float64(); err != nil || f > maxInteger || f < -maxInteger {
		w.wrong = append(w.wrong, fault.Field{Path: path, Code: "fact.number-too-large"})
	}
}

// printable drops control characters and bytes that are no text.
func printable(s string) string {
	return strings.Map(func(r rune) rune {
		if r < 0x20 || r == 0x7f || r == utf8.RuneError {
			return -1
		}
		return r
	}, s)
}
