package ledger

import (
	"crypto/sha256"
	"encoding/json"
	"fmt"
	"strings"
	"unicode/utf8"

	"github.com/google/uuid"

	"opfyldt/internal/fault"
	"opfyldt/internal/intake"
)

const (
	maxBody    = 256 << 10 // bytes of a fact's body as it is kept
	maxSubject = 200
)

// checkForm refuses a submission whose parts no rule of a slice could mend.
func checkForm(s Submission) error {
	if len(s.Body) > maxBody {
		return tooLarge()
	}
	var wrong []fault.Field
	if !validID(s.ID) {
		wrong = append(wrong, fault.Field{Path: "body.id", Code: "fact.id-not-uuidv7"})
	}
	if s.Expects != "" && !validID(s.Expects) {
		wrong = append(wrong, fault.Field{Path: "body.expects", Code: "fact.id-not-uuidv7"})
	}
	if s.Day.IsZero() {
		wrong = append(wrong, fault.Field{Path: "body.day", Code: "required"})
	}
	if !plainText(s.Subject) || len(s.Subject) > maxSubject {
		wrong = append(wrong, fault.Field{Path: "body.subject", Code: "fact.subject-malformed"})
	} else if code := intake.Refused(s.Subject); code != "" {
		wrong = append(wrong, fault.Field{Path: "body.subject", Code: code})
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
		return tooLarge()
	}
	return fault.Fields(intake.Document(body, "body")...)
}

func tooLarge() error {
	return fault.New(fault.TooLarge, "fact.too-large", fault.Params{"limit": maxBody})
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
