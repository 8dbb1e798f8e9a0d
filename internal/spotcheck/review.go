package spotcheck

import (
	"context"
	"slices"
	"strings"

	"opfyldt/internal/fault"
	"opfyldt/internal/ledger"
	"opfyldt/internal/record"
)

// Finding is what an auditor says of a clause.
type Finding string

// The findings.
const (
	Kept          Finding = "kept"
	Deviation     Finding = "deviation"
	NotApplicable Finding = "not_applicable"
)

// Severity is how grave a deviation is.
type Severity string

// The severities, the gravest first.
const (
	Critical Severity = "critical"
	Serious  Severity = "serious"
	Minor    Severity = "minor"
)

// Severities lists them, the gravest first.
func Severities() []Severity { return []Severity{Critical, Serious, Minor} }

// ClauseAnswer is what a verdict says of one clause.
type ClauseAnswer struct {
	Clause   string        `json:"clause"`
	Finding  Finding       `json:"finding" enum:"kept,deviation,not_applicable"`
	Severity Severity      `json:"severity,omitempty" enum:",critical,serious,minor" doc:"Of a deviation."`
	Note     string        `json:"note,omitempty" doc:"Of a deviation, what it is; of a clause that does not apply, why."`
	Evidence []record.Link `json:"evidence,omitempty" doc:"What shows it."`
}

// Verdict is the body of a spotcheck.verdict: what an auditor found at a customer.
type Verdict struct {
	Clauses  []ClauseAnswer `json:"clauses" nullable:"false"`
	Note     string         `json:"note,omitempty"`
	Reason   string         `json:"reason,omitempty" doc:"Why a countersigned review is opened again."`
	Evidence []record.Link  `json:"evidence,omitempty"`
}

// VerdictOf reads a recorded verdict.
func VerdictOf(f *ledger.Fact) Verdict { return read[Verdict](f) }

// deviates reports whether any clause is not kept.
func (v Verdict) deviates() bool {
	return slices.ContainsFunc(v.Clauses, func(a ClauseAnswer) bool { return a.Finding == Deviation })
}

// check holds a verdict against the checklist: each clause once, in its order.
func (v *Verdict) check(list []Clause, c *record.Checks) {
	said := map[string]ClauseAnswer{}
	for i, a := range v.Clauses {
		if !slices.ContainsFunc(list, func(one Clause) bool { return one.ID == a.Clause }) {
			c.Add(at("clauses", i)+".clause", "spotcheck.clause", nil)
		}
		said[a.Clause] = a
	}
	v.Clauses = make([]ClauseAnswer, len(list))
	for i, clause := range list {
		a := said[clause.ID]
		a.Clause = clause.ID
		a.check(at("clauses", i), c)
		v.Clauses[i] = a
	}
	c.Text("note", &v.Note, record.LongText)
	c.Text("reason", &v.Reason, record.LongText)
	c.Links(&v.Evidence)
}

func (a *ClauseAnswer) check(field string, c *record.Checks) {
	c.Text(field+".note", &a.Note, record.LongText)
	if a.Evidence != nil {
		c.Wrong = append(c.Wrong, within(field, func(c *record.Checks) { c.Links(&a.Evidence) })...)
	}
	switch a.Finding {
	case Kept:
		a.Severity = ""
	case NotApplicable:
		a.Severity = ""
		if a.Note == "" {
			c.Add(field+".note", "spotcheck.why_not", nil)
		}
	case Deviation:
		if !slices.Contains(Severities(), a.Severity) {
			c.Add(field+".severity", "spotcheck.severity", nil)
		}
		if a.Note == "" {
			c.Add(field+".note", "spotcheck.what_deviates", nil)
		}
	default:
		c.Add(field+".finding", "spotcheck.finding", nil)
	}
}

// files holds that the files that a verdict names were added before.
func (v Verdict) files(ctx context.Context, m ledger.Moment, c *record.Checks) error {
	if err := c.Files(ctx, m, v.Evidence); err != nil {
		return err
	}
	for i, a := range v.Clauses {
		var err error
		c.Wrong = append(c.Wrong, within(at("clauses", i), func(c *record.Checks) { err = c.Files(ctx, m, a.Evidence) })...)
		if err != nil {
			return err
		}
	}
	return nil
}

// within names what a check of a part finds by the part's place in the whole.
func within(field string, check func(*record.Checks)) []fault.Field {
	var c record.Checks
	check(&c)
	for i, f := range c.Wrong {
		c.Wrong[i].Path = "body." + field + "." + strings.TrimPrefix(f.Path, "body.")
	}
	return c.Wrong
}

// ReviewAside is the body of a spotcheck.aside: what an auditor found who came later than
// another, or too late, and whose review does not stand. It counts for nothing and
// stays to be seen.
type ReviewAside struct {
	Stands  string         `json:"stands,omitempty" doc:"The review that stands; empty where there is none."`
	Clauses []ClauseAnswer `json:"clauses" nullable:"false"`
	Note    string         `json:"note,omitempty"`
}

// Assignment is the body of a spotcheck.assignment: who is to review a customer.
type Assignment struct {
	To Participant `json:"to"`
}

// Replacement is the body of a spotcheck.replacement: a customer that cannot be
// checked, and who takes its place.
type Replacement struct {
	Reason string `json:"reason"`
	By     int    `json:"by,omitempty" doc:"The number of the next of the same draw; 0 where nobody is left. Filled in."`
}

// Conclusion is the body of a spotcheck.conclusion. Its figures are filled in when
// it is recorded.
type Conclusion struct {
	Text     string       `json:"text"`
	Figures  RoundFigures `json:"figures"`
	Hearings HearingCount `json:"hearings"`
}

// Response is the body of a spotcheck.response: what management says to a
// conclusion.
type Response struct {
	Conclusion string `json:"conclusion" doc:"The fact that concludes."`
	Text       string `json:"text"`
}

// Abandonment is the body of a spotcheck.abandonment: a round that ends without a
// conclusion.
type Abandonment struct {
	Reason string `json:"reason"`
}

func notFound() error { return fault.New(fault.NotFound, "spotcheck.unknown", nil) }
