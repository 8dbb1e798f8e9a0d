package cases

import (
	"strings"

	"opfyldt/internal/calendar"
	"opfyldt/internal/contract"
)

// Rule is what a contract says of a requirement's cases.
type Rule struct {
	limit   *calendar.Limit // nil: the measure has none
	byYear  map[int]calendar.Limit
	year    int // the contract's
	reasons []contract.StopReason
	Window  calendar.Period // the share is of the cases concluded in it
	OpenLateCounts,
	Monthly bool // a count for each month
}

// RuleOf reads a requirement's rule; false where its figures do not follow from
// cases.
func RuleOf(c *contract.Contract, r *contract.Requirement) (Rule, bool) {
	rule := Rule{year: c.Year(), Window: r.Covers(c), byYear: map[int]calendar.Limit{}, Monthly: r.Measure == contract.MonthlyCount}
	switch {
	case rule.Monthly:
		return rule, true
	case r.Measure != contract.Timeliness || r.Cases == nil:
		return Rule{}, false
	}
	limit := limitOf(r.Cases.Limit, r.Cases.ClosedDays)
	rule.limit, rule.reasons, rule.OpenLateCounts = &limit, r.Cases.StopReasons, r.Cases.OpenLateCounts
	for _, t := range r.Targets {
		if t.Limit != nil {
			rule.byYear[t.Year] = limitOf(*t.Limit, r.Cases.ClosedDays)
		}
	}
	return rule, true
}

func limitOf(l contract.Limit, closed []calendar.MonthDay) calendar.Limit {
	units := map[contract.LimitUnit]calendar.Unit{
		contract.InMonths: calendar.Months, contract.InDays: calendar.Days, contract.InWorkingDays: calendar.WorkingDays,
	}
	return calendar.Limit{Count: l.Count, Unit: units[l.Unit], Week: calendar.Workweek{Closed: closed}}
}

// Limit is the one that a case is measured by. A share counts the cases concluded
// in its year and stands against that year's target, so the limit is that of the
// year of conclusion (reading A4), for an open case that of the contract.
func (r Rule) Limit(row CaseRow) (calendar.Limit, bool) {
	if r.limit == nil {
		return calendar.Limit{}, false
	}
	year := r.year
	if !row.Open() {
		year = row.Concluded.Year()
	}
	if l, ok := r.byYear[year]; ok {
		return l, true
	}
	return *r.limit, true
}

// Reckon is how the case's last timely day comes about. A stop that was never
// ended ends with the case.
func (r Rule) Reckon(row CaseRow) (calendar.Reckoning, bool) {
	limit, ok := r.Limit(row)
	if !ok {
		return calendar.Reckoning{}, false
	}
	var counted []calendar.Period
	for _, s := range row.Stops {
		if !s.Counts {
			continue
		}
		to := s.To
		if to.IsZero() {
			to = row.Concluded
		}
		counted = append(counted, calendar.Period{From: s.From, To: to})
	}
	return limit.Reckon(row.Received, counted), true
}

// judge finishes a row: which stops count, and its last timely day.
func (r Rule) judge(row *CaseRow) {
	for i := range row.Stops {
		row.Stops[i].Reason, row.Stops[i].Counts = r.reason(row.Stops[i].Reason)
	}
	if reckoning, ok := r.Reckon(*row); ok {
		row.Due = reckoning.Due
	}
}

// reason finds the contract's reason that a file names by its id or its title.
func (r Rule) reason(said string) (string, bool) {
	for _, known := range r.reasons {
		if strings.EqualFold(said, known.ID) || strings.EqualFold(said, known.Title) {
			return known.ID, true
		}
	}
	return said, false
}
