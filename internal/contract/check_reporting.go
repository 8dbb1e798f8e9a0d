package contract

import (
	"strings"

	"opfyldt/internal/calendar"
)

// reporting checks the deadlines: their periods within the contract's, the day
// after the period's end, and one quarterly report for each quarter.
func (k *checker) reporting() {
	r := k.c.Reporting
	quarters := map[calendar.Period]bool{}
	for i, d := range r.Deadlines {
		at := index("reporting.deadlines", i)
		k.period(join(at, "period"), d.Period)
		k.within(join(at, "period.from"), d.Period.From, k.c.Period)
		k.within(join(at, "period.to"), d.Period.To, k.c.Period)
		k.due(join(at, "due"), d, r.QuarterlyDays)
		if d.Kind == Quarterly {
			quarters[d.Period] = true
		}
	}
	if k.tainted("reporting.deadlines") || k.tainted("period") || k.c.Period.To.Before(k.c.Period.From) {
		return
	}
	if len(quarters) == 0 && r.QuarterlyDays == 0 {
		return
	}
	for _, q := range k.c.Period.Quarters() {
		if !quarters[q] {
			k.report("reporting.deadlines", "quarter-missing", "from", q.From.String(), "to", q.To.String())
		}
	}
}

// due checks the day of a report: after what it speaks of and, for a quarter,
// the stated number of days after.
func (k *checker) due(field string, d Deadline, days int) {
	switch {
	case d.Due.IsZero():
		if d.Kind == Quarterly {
			k.report(field, "quarter-without-day")
		}
	case !d.Due.After(d.Period.To):
		k.report(field, "due-before-end", "due", d.Due.String(), "to", d.Period.To.String())
	case d.Kind == Quarterly && days > 0 && d.Period.To.AddDays(days) != d.Due:
		k.report(field, "quarter-day", "due", d.Due.String(), "right", d.Period.To.AddDays(days).String(), "days", itoa(days))
	default:
		k.dayOff(field, d.Due)
	}
}

// amendments checks that versions follow one another and dates too. Version 1
// is the signed contract.
func (k *checker) amendments() {
	all := k.c.Amendments
	for i, a := range all {
		at := index("amendments", i)
		if a.Version != i+2 {
			k.report(join(at, "version"), "amendment-version", "found", itoa(a.Version), "right", itoa(i+2))
		}
		k.within(join(at, "from"), a.From, k.c.Period)
		k.ended(at, a)
		k.approvals(at, a)
		if i > 0 && a.From.Before(all[i-1].From) && !a.From.IsZero() {
			k.report(join(at, "from"), "amendment-order", "found", a.From.String(), "before", all[i-1].From.String())
		}
	}
	if k.c.Version > 0 && !k.tainted("amendments") && k.c.Version != len(all)+1 {
		k.report("version", "version-amendments", "found", itoa(k.c.Version), "right", itoa(len(all)+1), "n", itoa(len(all)))
	}
}

// approvals checks that two approved, and before the amendment was in force.
func (k *checker) approvals(path string, a Amendment) {
	if a.Agency.By != "" && strings.EqualFold(a.Agency.By, a.Department.By) {
		k.report(join(path, "department.by"), "approved-by-one", "found", a.Department.By)
	}
	for _, party := range []struct {
		field string
		on    calendar.Date
	}{{"agency.on", a.Agency.On}, {"department.on", a.Department.On}} {
		if party.on.After(a.From) && !a.From.IsZero() {
			k.warn(join(path, party.field), "approved-late", "found", party.on.String(), "from", a.From.String())
		}
	}
}
