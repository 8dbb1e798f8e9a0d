package scoring

import (
	"slices"
	"time"

	"opfyldt/internal/calendar"
	"opfyldt/internal/contract"
	"opfyldt/internal/fault"
)

// Point is the total as it was known at the end of a day.
type Point struct {
	Day        calendar.Date
	Total      Totals
	Calculated Totals
}

// Timeline gives the totals at the end of each day on which a fact was
// recorded, with the contract's first day before them and the day of until
// after them; facts recorded after until are not looked at. The facts are
// sorted once and each is taken once, and a goal is scored anew only when a
// fact has touched it: the passing of a day alone changes no total.
func Timeline(c *contract.Contract, facts []Fact, until time.Time) ([]Point, error) {
	p := newPlan(c)
	sorted := upTo(facts, p.limit(until))
	var points []Point
	lines := newLines(p)
	taken := 0
	for _, day := range days(c, sorted, until) {
		at := day.End()
		if at.After(until) {
			at = until
		}
		for taken < len(sorted) && !sorted[taken].Recorded.After(at) {
			p.newest.take(sorted[taken])
			taken++
		}
		if err := lines.renew(day); err != nil {
			return nil, err
		}
		points = append(points, lines.point(c, day))
	}
	return points, nil
}

// lines keeps where each goal stands from one day to the next.
type lines struct {
	goals             []*goalPlan
	total, calculated []standing
}

func newLines(p *plan) *lines {
	l := &lines{goals: p.goals}
	for _, gp := range p.goals {
		gp.changed = true
		l.total = append(l.total, standing{goal: gp.goal, share: gp.share})
	}
	l.calculated = slices.Clone(l.total)
	return l
}

// renew scores the goals that facts have touched.
func (l *lines) renew(day calendar.Date) error {
	for i, gp := range l.goals {
		if !gp.changed {
			continue
		}
		gp.changed = false
		score, bad := gp.score(day)
		if err := fault.Fields(bad...); err != nil {
			return err
		}
		l.total[i].degree, l.calculated[i].degree = score.Degree, score.Calculated
	}
	return nil
}

// point is the totals as the goals stand.
func (l *lines) point(c *contract.Contract, day calendar.Date) Point {
	return Point{Day: day, Total: totalOf(c, l.total), Calculated: totalOf(c, l.calculated)}
}

// upTo returns the facts recorded at the instant or before, oldest first.
func upTo(facts []Fact, instant time.Time) []*Fact {
	list := make([]*Fact, 0, len(facts))
	for i := range facts {
		if !facts[i].Recorded.After(instant) {
			list = append(list, &facts[i])
		}
	}
	slices.SortFunc(list, func(a, b *Fact) int { return a.Recorded.Compare(b.Recorded) })
	return list
}

// days lists the timeline's days in order, each once.
func days(c *contract.Contract, sorted []*Fact, until time.Time) []calendar.Date {
	last := calendar.DateOf(until)
	list := []calendar.Date{last}
	if !c.Period.From.IsZero() && c.Period.From.Before(last) {
		list = append(list, c.Period.From)
	}
	for _, f := range sorted {
		if day := calendar.DateOf(f.Recorded); day != list[len(list)-1] {
			list = append(list, day)
		}
	}
	slices.SortFunc(list, calendar.Date.Compare)
	return slices.Compact(list)
}
