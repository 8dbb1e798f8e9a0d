package scoring

import (
	"strings"
	"time"

	"opfyldt/internal/calendar"
	"opfyldt/internal/contract"
	"opfyldt/internal/exact"
	"opfyldt/internal/fault"
)

// Supposition sets one result or degree by hand, as if it were final. Its Value
// is a StepReport (of Day) for a step, a MonthCount, ByHand, Answer or
// LevelReached for a requirement, an Assessment for a goal.
type Supposition struct {
	Subject string
	Day     calendar.Date
	Value   Value
}

// ByHand is a figure that nobody counted: the percent of a timeliness, survey or
// deviation, the number of a plain figure.
type ByHand struct{ Figure exact.Rat }

func (ByHand) value() {}

// supposed stands where a fact's id would, before the subject.
const supposed = "supposed:"

// Suppose scores the facts recorded at asOf or before with the suppositions put
// in the place of what was reported of their subjects. It fails with
// fault.Invalid where the contract has no such subject.
func Suppose(c *contract.Contract, facts []Fact, suppositions []Supposition, asOf time.Time) (Scorecard, error) {
	p := newPlan(c)
	p.newest.readUntil(facts, p.limit(asOf))
	var bad []fault.Field
	for _, s := range suppositions {
		if !p.suppose(s) {
			bad = append(bad, fault.Field{Path: "set." + s.Subject, Code: "score.suppose.unknown", Params: fault.Params{"subject": s.Subject}})
		}
	}
	if err := fault.Fields(bad...); err != nil {
		return Scorecard{}, err
	}
	card, err := p.score(asOf)
	if err != nil {
		return Scorecard{}, err
	}
	p.explain(&card)
	return card, nil
}

// suppose puts a supposition in the place of its subject's newest fact; false
// where the contract has no such subject.
func (p *plan) suppose(s Supposition) bool {
	f := &Fact{ID: supposed + s.Subject, Subject: s.Subject, Day: s.Day, Value: s.Value}
	switch v := s.Value.(type) {
	case StepReport:
		if sp := p.newest.steps[s.Subject]; sp != nil {
			sp.fact = f
			return true
		}
	case Assessment:
		if gp := p.newest.goals[s.Subject]; gp != nil {
			gp.fact = f
			return true
		}
	case MonthCount:
		if rp := p.newest.results[s.Subject]; rp != nil {
			return rp.supposeMonth(f, v.Month)
		}
	default:
		rp := p.newest.results[s.Subject]
		if rp != nil && rp.requirement.Measure != contract.Milestones && rp.requirement.Measure != contract.MonthlyCount {
			rp.fact = f
			return true
		}
	}
	return false
}

func (rp *requirementPlan) supposeMonth(f *Fact, month calendar.Month) bool {
	for i := range rp.months {
		if rp.months[i].month == month {
			rp.months[i].fact = f
			return true
		}
	}
	return false
}

// byHand reports whether the assessment was supposed and nobody made it.
func (a *Assessed) byHand() bool { return strings.HasPrefix(a.Fact, supposed) }

// Weighs reports whether the requirement's rule looks at the step: it decides,
// it is named in a band, or it has a share.
func Weighs(r *contract.Requirement, s *contract.Step) bool {
	for _, b := range r.Degree.Steps {
		if contains(b.Kept, s.ID) || contains(b.Done, s.ID) {
			return true
		}
	}
	return r.Degree.By != contract.BySteps && s.Decides || s.Share != nil
}
