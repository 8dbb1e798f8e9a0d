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

// VerdictState is where the verification of a report stands.
type VerdictState string

// Unverified is the state that every report begins in; a newer report of the
// same subject is in it again.
const Unverified VerdictState = "unverified"

// VerdictMove is a named transition of a verification.
type VerdictMove struct {
	Name     string
	From, To VerdictState
}

// VerdictMoves lists every transition there is: a verdict may be confirmed or
// changed by another look at the same report.
func VerdictMoves() []VerdictMove {
	accepted, returned := VerdictState(Accepted), VerdictState(Returned)
	return []VerdictMove{
		{"accept", Unverified, accepted},
		{"return", Unverified, returned},
		{"accept", accepted, accepted},
		{"return", accepted, returned},
		{"accept", returned, accepted},
		{"return", returned, returned},
		{"report", accepted, Unverified},
		{"report", returned, Unverified},
	}
}

// reachable reports whether a verdict may follow the subject's newest
// verification, which counts where it is of the same report.
func reachable(previous *ledger.Fact, v Verification) bool {
	from := Unverified
	if previous != nil {
		if before, ok := VerificationOf(*previous); ok && before.Fact == v.Fact {
			from = VerdictState(before.Verdict)
		}
	}
	for _, m := range VerdictMoves() {
		if m.From == from && m.To == VerdictState(v.Verdict) {
			return true
		}
	}
	return false
}

// Verification is the body of a fact that verifies another one. It can only be
// had from Verify or from a recorded fact.
type Verification struct {
	Fact    string  `json:"fact"`
	Verdict Verdict `json:"verdict" enum:"accepted,returned"`
	Note    string  `json:"note,omitempty"`
}

// Verify applies the rule of the second pair of eyes: the newest fact of the
// subject, somebody else's, and whoever returns it says why.
func Verify(m ledger.Moment, newest *ledger.Fact) (Verification, error) {
	var v Verification
	c := Checks{Wrong: Decode(m.Submission.Body, &v)}
	var earliest calendar.Date
	if newest != nil && newest.ID == v.Fact {
		earliest = newest.Day // nobody has seen what had not happened
	}
	c.Day(m.Submission.Day, earliest, calendar.DateOf(m.Now))
	c.Text("note", &v.Note, LongText)
	switch {
	case !reachable(m.Previous, v):
		c.Add("verdict", "verification.verdict", nil)
	case v.Verdict == Returned && v.Note == "":
		c.Add("note", "verification.note_needed", nil)
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
