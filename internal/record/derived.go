package record

import (
	"crypto/sha256"
	"encoding/json"
	"fmt"

	"github.com/google/uuid"

	"opfyldt/internal/calendar"
	"opfyldt/internal/ledger"
)

// The kinds of a requirement's results, which slices with imports bring about.
const (
	KindResult             = "result.report"
	KindResultVerification = "result.verification"
)

// Derived is the body of a result that follows from an import: nobody typed it.
type Derived struct {
	Figures any    `json:"figures"`
	Final   bool   `json:"final"`
	Source  string `json:"source"`
	Reason  string `json:"reason,omitempty"`
	Import  string `json:"import"` // the id of the import's fact
}

// Follows is the submission of the result, as an import's kind gives it to the
// ledger (ledger.Kind.Then).
func (d Derived) Follows(cause ledger.Fact, subject string, day calendar.Date) (ledger.Submission, error) {
	d.Import = cause.ID
	body, err := json.Marshal(d)
	if err != nil {
		return ledger.Submission{}, fmt.Errorf("write the result of %s: %w", subject, err)
	}
	return ledger.Submission{
		Contract: cause.Contract, ID: FollowingID(cause.ID, KindResult, subject), Kind: KindResult, Subject: subject, Day: day, Body: body,
	}, nil
}

// FollowingID is the id of the fact of the kind and subject that a fact brings
// about: the same each time, so that what is written twice is written once.
func FollowingID(cause, kind, subject string) string {
	id, err := uuid.Parse(cause)
	if err != nil {
		return ""
	}
	sum := sha256.Sum256([]byte(cause + " " + kind + " " + subject))
	copy(id[6:], sum[:])
	id[6] = id[6]&0x0f | 0x70
	id[8] = id[8]&0x3f | 0x80
	return id.String()
}
