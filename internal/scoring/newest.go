package scoring

import (
	"time"

	"opfyldt/internal/calendar"
)

// newest holds, for each subject of the contract, the fact that counts. It is
// filled in one pass over the facts and keeps pointers into the caller's slice,
// so that a hundred thousand facts cost a look-up each and no allocation.
type newest struct {
	steps   map[string]*stepPlan
	results map[string]*requirementPlan
	goals   map[string]*goalPlan
}

// newer reports whether f counts rather than the fact held so far: recorded
// later or, at the same instant, of the greater id.
func newer(f, held *Fact) bool {
	if held == nil {
		return true
	}
	switch c := f.Recorded.Compare(held.Recorded); {
	case c > 0:
		return true
	case c < 0:
		return false
	}
	return f.ID > held.ID
}

// readUntil takes every fact recorded at asOf or before.
func (n *newest) readUntil(facts []Fact, asOf time.Time) {
	for i := range facts {
		if f := &facts[i]; !f.Recorded.After(asOf) {
			n.take(f)
		}
	}
}

// take puts one fact in its place. A fact about a subject that the contract
// does not have says nothing here: a lead's own working step, for instance.
func (n *newest) take(f *Fact) {
	switch v := f.Value.(type) {
	case StepReport:
		if s := n.steps[f.Subject]; s != nil && newer(f, s.fact) {
			s.fact, s.under.changed = f, true
		}
	case Assessment:
		if g := n.goals[f.Subject]; g != nil && newer(f, g.fact) {
			g.fact, g.changed = f, true
		}
	case MonthCount:
		if r := n.results[f.Subject]; r != nil {
			r.takeMonth(f, v.Month)
		}
	case Event:
		if s := n.steps[f.Subject]; s != nil && s.agreed.After != nil && newer(f, s.event) {
			s.takeEvent(f)
		}
	default:
		if r := n.results[f.Subject]; r != nil {
			r.take(f)
		}
	}
}

// take puts what is said of a requirement in its place.
func (r *requirementPlan) take(f *Fact) {
	switch f.Value.(type) {
	case NoIndicator:
		if newer(f, r.missing) {
			r.missing, r.under.changed = f, true
		}
	case Benchmark:
		if newer(f, r.benchmark) {
			r.benchmark, r.under.changed = f, true
			r.aim(r.year)
		}
	default:
		if held := r.place(f.Day); newer(f, *held) {
			*held, r.under.changed = f, true
		}
	}
}

// place is where the figure that speaks of a day belongs: to the requirement or,
// where several periods' figures make the result, to the day's. What speaks of a
// day after the last period is of that one.
func (r *requirementPlan) place(day calendar.Date) **Fact {
	for i := range r.spans {
		if !day.After(r.spans[i].period.To) || i == len(r.spans)-1 {
			return &r.spans[i].fact
		}
	}
	return &r.fact
}

// takeEvent gives the step its day, or takes it from it.
func (s *stepPlan) takeEvent(f *Fact) {
	s.event, s.step, s.never, s.under.changed = f, s.agreed, "", true
	if e, _ := f.Value.(Event); e.Never {
		s.never = s.agreed.After.Never
		return
	}
	dated := *s.agreed
	dated.Due = s.agreed.After.Limit.Last(f.Day)
	s.step = &dated
}

func (r *requirementPlan) takeMonth(f *Fact, m calendar.Month) {
	if len(r.months) == 0 {
		return
	}
	i := (m.Year-r.months[0].month.Year)*12 + m.Month - r.months[0].month.Month
	if i >= 0 && i < len(r.months) && newer(f, r.months[i].fact) {
		r.months[i].fact, r.under.changed = f, true
	}
}
