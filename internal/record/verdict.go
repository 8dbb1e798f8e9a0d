package record

import (
	"encoding/json"

	"opfyldt/internal/calendar"
	"opfyldt/internal/fault"
	"opfyldt/internal/ledger"
)

// Verdict is what a second person found when they looked at a fact.
type Verdict string

// The verdicts.
const (
	Accepted Verdict = "accepted"
	Returned Verdict = "returned" // sent back with a question
)

// Verification is the body of a fact that verifies another one. It can only be
// had from Verify or from a recorded fact.
type Verification struct {
	Fact    string  `json:"fact"`
	Verdict Verdict `json:"verdict"`
	Note    string  `json:"note,omitempty"`
}

// Verify applies the rule of the second pair of eyes: the newest fact of the
// subject, somebody else's, and whoever returns it says why.
func Verify(m ledger.Moment, newest *ledger.Fact) (Verification, error) {
	var v Verification
	c := Checks{Wrong: Decode(m.Submission.Body, &v)}
	c.Day(m.Submission.Day, calendar.Date{}, calendar.DateOf(m.Now))
	c.Text("note", &v.Note, LongText)
	switch v.Verdict {
	case Accepted:
	case Returned:
		if v.Note == "" {
			c.Add("note", "verification.note_needed", nil)
		}
	default:
		c.Add("verdict", "verification.verdict", nil)
	}
	if v.Fact == "" {
		c.Add("fact", "field.needed", nil)
	}
	if err := c.Err(); err != nil {
		return Verification{}, err
	}
	switch {
	case newest == nil:
		return Verification{}, fault.New(fault.NotFound, "verification.nothing", nil)
	case newest.Actor.Subject == m.Person.Subject():
		return Verification{}, fault.New(fault.Forbidden, "verification.own", nil)
	case newest.ID != v.Fact:
		return Verification{}, fault.New(fault.Conflict, "verification.not_newest", nil).
			With(ledger.Stale{Current: newest, Proposed: m.Submission})
	}
	return v, nil
}

// VerificationOf reads a recorded verification; false where the fact is none.
func VerificationOf(f ledger.Fact) (Verification, bool) {
	var v Verification
	err := json.Unmarshal(f.Body, &v)
	return v, err == nil && v.Fact != ""
}
