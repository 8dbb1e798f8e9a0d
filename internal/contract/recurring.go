package contract

import (
	"strconv"

	"opfyldt/internal/calendar"
)

// Months returns how many months the span has, 0 for none.
func (e Every) Months() int {
	switch e {
	case EveryMonth:
		return 1
	case EveryQuarter:
		return 3
	case EveryHalfYear:
		return 6
	}
	return 0
}

// Spans returns the spans whose figures make the requirement's result, counted
// from the first day that it covers; none where one figure is the result.
func (r *Requirement) Spans(c *Contract) []calendar.Period {
	if r.Over == nil {
		return nil
	}
	return r.Covers(c).Spans(r.Over.Every.Months())
}

// PeriodOf returns what a figure that speaks of a day covers: the whole of what the
// requirement covers or, where several periods' figures make the result, the day's
// period. What speaks of a day after the last one is of that one.
func (r *Requirement) PeriodOf(c *Contract, day calendar.Date) calendar.Period {
	spans := r.Spans(c)
	if len(spans) == 0 || r.Measure == MonthlyCount {
		return r.Covers(c)
	}
	for _, span := range spans {
		if !day.After(span.To) {
			return span
		}
	}
	return spans[len(spans)-1]
}

// recur writes out the steps of deadlines that come back, numbered, so that the
// first of a year is called the same in every year: accounts.1.
func (c *Contract) recur() {
	for _, g := range c.Goals() {
		for i := range g.Requirements {
			r := &g.Requirements[i]
			for j := range r.Items {
				if item := &r.Items[j]; item.Recurring != nil {
					item.Steps = item.recurring(r.Covers(c))
				}
			}
		}
	}
}

func (i *Item) recurring(covers calendar.Period) []Step {
	spans := covers.Spans(i.Recurring.Every.Months())
	steps := make([]Step, len(spans))
	for n, span := range spans {
		number := strconv.Itoa(n + 1)
		steps[n] = Step{
			ID: i.ID + "." + number, Title: i.Title + " " + number + "/" + strconv.Itoa(len(spans)),
			Due: span.To, Decides: true,
		}
		if l := i.Recurring.Limit; l != nil {
			steps[n].Due = l.Last(span.To)
		}
	}
	return steps
}
