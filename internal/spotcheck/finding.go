package spotcheck

import (
	"strings"

	"opfyldt/internal/calendar"
	"opfyldt/internal/contract"
	"opfyldt/internal/fault"
	"opfyldt/internal/ledger"
	"opfyldt/internal/record"
)

// The kinds of fact by which a deviation is followed up. Their subjects are the
// findings' own: they live on when the round is concluded, and nothing in it counts
// them.
const (
	KindFinding = "spotcheck.finding"
	KindMeasure = "spotcheck.measure"
	KindRecheck = "spotcheck.recheck"
)

func findingKinds() []string { return []string{KindFinding, KindMeasure, KindRecheck} }

// FollowUp is the body of a spotcheck.finding: who does what about a deviation, and
// by when.
type FollowUp struct {
	Verdict  string        `json:"verdict" doc:"The countersigned review that found it."`
	Owner    Participant   `json:"owner"`
	Deadline calendar.Date `json:"deadline"`
	Measure  string        `json:"measure" doc:"What is to be done."`
	Reason   string        `json:"reason,omitempty" doc:"Why it is another than before."`
}

// Measure is the body of a spotcheck.measure: what was done about a finding.
type Measure struct {
	Text     string        `json:"text"`
	Evidence []record.Link `json:"evidence,omitempty"`
}

// FindingState is where a finding stands.
type FindingState string

// The states of a finding.
const (
	FindingNone     FindingState = "none"
	FindingOpen     FindingState = "open"
	FindingReported FindingState = "reported" // somebody says that it is mended
	FindingClosed   FindingState = "closed"   // another has seen that it is
)

// FindingMove is a named transition of a finding.
type FindingMove struct {
	Name     string
	From, To FindingState
}

// FindingMoves lists every transition there is.
func FindingMoves() []FindingMove {
	return []FindingMove{
		{"make", FindingNone, FindingOpen},
		{"change", FindingOpen, FindingOpen},
		{"change", FindingReported, FindingReported},
		{"report", FindingOpen, FindingReported},
		{"report", FindingReported, FindingReported},
		{"accept", FindingReported, FindingClosed},
		{"return", FindingReported, FindingOpen},
		{"return", FindingClosed, FindingOpen},
	}
}

// FindingOf is the subject of a finding: a clause's at a drawn customer.
func FindingOf(goal, round string, number int, clause string) string {
	return CustomerOf(goal, round, number) + record.Mark + clause
}

// apartFinding takes a finding's subject apart; false where it is none.
func apartFinding(subject string) (p place, clause string, ok bool) {
	i := strings.LastIndex(subject, record.Mark)
	if i < 0 || i+len(record.Mark) == len(subject) {
		return place{}, "", false
	}
	p, ok = apart(subject[:i])
	return p, subject[i+len(record.Mark):], ok && p.number > 0
}

// goalOfFinding names the goal that a finding's subject belongs to.
func goalOfFinding(c *contract.Contract, subject string) (string, error) {
	p, _, ok := apartFinding(subject)
	if !ok || c.Goal(p.goal) == nil {
		return "", fault.New(fault.NotFound, "goal.unknown", fault.Params{"goal": record.Shorten(p.goal, 60)})
	}
	return p.goal, nil
}

// found is a finding with what was recorded of it, the newest of each.
type found struct {
	place
	clause                    string
	made, reported, rechecked *ledger.Fact
}

// State is where the finding stands.
func (f *found) State() FindingState {
	switch {
	case f.made == nil:
		return FindingNone
	case f.reported == nil:
		return FindingOpen
	}
	switch v := seal(f.rechecked, f.reported); {
	case v == nil:
		return FindingReported
	case v.Verdict == record.Accepted:
		return FindingClosed
	}
	return FindingOpen
}

// followUp is what is to be done.
func (f *found) followUp() FollowUp { return read[FollowUp](f.made) }

// Overdue reports whether the deadline has passed and nobody says that it is mended.
func (f *found) Overdue(today calendar.Date) bool {
	return f.State() == FindingOpen && today.After(f.followUp().Deadline)
}

// question is why it was sent back; "" where it was not.
func (f *found) question() string {
	if v := seal(f.rechecked, f.reported); v != nil && v.Verdict == record.Returned {
		return v.Note
	}
	return ""
}

// findings sorts facts into findings, by subject.
func findings(facts []ledger.Fact) map[string]*found {
	all := map[string]*found{}
	for i := range facts {
		f := &facts[i]
		p, clause, ok := apartFinding(f.Subject)
		if !ok {
			continue
		}
		one := all[f.Subject]
		if one == nil {
			one = &found{place: p, clause: clause}
			all[f.Subject] = one
		}
		switch f.Kind {
		case KindFinding:
			one.made = f
		case KindMeasure:
			one.reported = f
		case KindRecheck:
			one.rechecked = f
		}
	}
	return all
}
