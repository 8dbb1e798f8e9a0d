package revision

import (
	"slices"
	"strconv"
	"strings"

	"opfyldt/internal/calendar"
	"opfyldt/internal/contract"
)

// carried is the earlier contract as it would stand in the later one's year: its
// days moved by the years between, its own target as that year's. So contracts of
// two years are compared by what was agreed anew, and not by the calendar.
func carried(c *contract.Contract, to int) *contract.Contract {
	y := years{from: c.Year(), by: to - c.Year()}
	m := *c
	m.Reporting.FactsUntil = y.later(c.Reporting.FactsUntil)
	m.Reporting.Deadlines = slices.Clone(c.Reporting.Deadlines)
	for i := range m.Reporting.Deadlines {
		d := &m.Reporting.Deadlines[i]
		d.Title = strings.ReplaceAll(d.Title, strconv.Itoa(y.from), strconv.Itoa(to))
		d.Period = calendar.Period{From: y.later(d.Period.From), To: y.later(d.Period.To)}
		d.Due = y.later(d.Due)
	}
	m.Blocks = y.blocks(c.Blocks)
	return &m
}

// without is the later contract with the targets of its own year and those after
// it: what stands of years before is history.
func without(c *contract.Contract) *contract.Contract {
	m := *c
	m.Blocks = years{from: c.Year()}.blocks(c.Blocks)
	return &m
}

// years moves what is of a year by some.
type years struct{ from, by int }

func (y years) later(d calendar.Date) calendar.Date {
	if d.IsZero() {
		return d
	}
	return d.AddMonths(12 * y.by)
}

func (y years) blocks(list []contract.Block) []contract.Block {
	list = slices.Clone(list)
	for i := range list {
		list[i].Blocks = y.blocks(list[i].Blocks)
		list[i].Goals = slices.Clone(list[i].Goals)
		for j := range list[i].Goals {
			g := &list[i].Goals[j]
			g.Requirements = slices.Clone(g.Requirements)
			for k := range g.Requirements {
				y.requirement(&g.Requirements[k])
			}
		}
	}
	return list
}

func (y years) requirement(r *contract.Requirement) {
	r.Targets = y.targets(r.Targets)
	if r.Window != nil {
		r.Window = &calendar.Period{From: y.later(r.Window.From), To: y.later(r.Window.To)}
	}
	if r.Spending != nil {
		s := *r.Spending
		s.BudgetSettled = y.later(s.BudgetSettled)
		r.Spending = &s
	}
	r.Items = slices.Clone(r.Items)
	for i := range r.Items {
		r.Items[i].Steps = slices.Clone(r.Items[i].Steps)
		for j := range r.Items[i].Steps {
			s := &r.Items[i].Steps[j]
			s.Due, s.Planned = y.later(s.Due), y.later(s.Planned)
		}
	}
}

// targets keeps those that count in the later year, without what the paper printed
// of their results.
func (y years) targets(all []contract.Target) (kept []contract.Target) {
	for _, t := range all {
		switch {
		case t.Year == y.from:
			t.Year, t.From = t.Year+y.by, y.later(t.From)
		case t.Year <= y.from+y.by:
			continue
		}
		t.Result = contract.NoMark
		kept = append(kept, t)
	}
	return kept
}
