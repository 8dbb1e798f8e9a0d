package scorecard

import (
	"strconv"

	"opfyldt/internal/calendar"
	"opfyldt/internal/contract"
	"opfyldt/internal/exact"
	"opfyldt/internal/milestone"
	"opfyldt/internal/scoring"
)

// goalLine writes a goal's row.
func (p *page) goalLine(g *contract.Goal) GoalLine {
	score := p.goalScore(g.ID)
	if score == nil {
		score = &scoring.GoalScore{ID: g.ID}
	}
	line := GoalLine{
		ID: g.ID, Number: g.Number, Title: g.Title, Short: g.Short, Lead: g.Lead, State: p.goalState(g, score),
		Degree: rangeOf(score.Degree), Calculated: rangeOf(score.Calculated), Weight: score.Weight,
		PrintedWeight: g.Weight.Printed, Contribution: rangeOf(score.Contribution), Kept: score.Kept,
		Because: p.because(g, score), Next: p.next(g, score),
	}
	if line.Short == "" {
		line.Short = g.Title
	}
	if score.Assessed != nil {
		line.Assessed = score.Assessed.Degree.String()
	}
	return line
}

// goalState says in one word where a goal stands. A decided goal is kept, partly
// kept or not; an open one is late when a step is past its agreed or its expected
// date or a figure has taken too long, at risk when somebody says so or the facts
// do, and on track otherwise.
func (p *page) goalState(g *contract.Goal, score *scoring.GoalScore) GoalState {
	switch {
	case score.Degree.Known && score.Kept != nil && *score.Kept:
		return Kept
	case score.Degree.Known && least(g.Scale).Less(score.Degree.Worst):
		return Partly
	case score.Degree.Known:
		return NotKept
	}
	begun, late, risk := p.stepsOf(g), false, score.Degree.Best.Less(g.Kept)
	for _, s := range p.steps {
		if s.Goal == g.ID && s.Open() {
			late = late || !p.lateSince(s).IsZero()
			risk = risk || s.Risk != milestone.OnTrack
		}
	}
	for i := range score.Requirements {
		r := &score.Requirements[i]
		begun = begun || len(r.Facts) > 0
		_, req := p.contract.Requirement(r.ID)
		risk = risk || misses(p.contract, req, r)
	}
	for _, m := range p.missing(g) {
		late, risk = late || m.Late(p.view.Day), true
	}
	switch {
	case late:
		return Late
	case risk:
		return AtRisk
	case begun:
		return OnTrack
	}
	return NotStarted
}

// stepsOf reports whether anything was reported of the goal's steps.
func (p *page) stepsOf(g *contract.Goal) bool {
	for _, s := range p.steps {
		if s.Goal == g.ID && s.Fact != nil {
			return true
		}
	}
	return false
}

// misses reports whether a figure that is not final yet lies on the wrong side
// of its target.
func misses(c *contract.Contract, req *contract.Requirement, r *scoring.RequirementScore) bool {
	if req == nil || r.Value == nil || req.Measure == contract.Milestones {
		return false
	}
	t := req.TargetFor(c.Year())
	if t == nil || t.Benchmark != "" || t.Baseline != nil || req.Measure == contract.MonthlyCount {
		return r.Kept != nil && !*r.Kept
	}
	switch t.Bound {
	case contract.AtLeast:
		return r.Value.Less(t.Value)
	case contract.AtMost:
		return t.Value.Less(*r.Value)
	case contract.Between:
		return r.Value.Less(t.Value) || t.Upper != nil && t.Upper.Less(*r.Value)
	}
	return false
}

func least(s contract.Scale) exact.Rat {
	if len(s.Degrees) > 0 {
		return s.Degrees[0]
	}
	return s.Min
}

// next is what the goal waits for first: what is late, the longest first; else
// the open step that is expected first, or the next figure.
func (p *page) next(g *contract.Goal, score *scoring.GoalScore) *Next {
	if score.Degree.Known {
		return nil
	}
	if late := p.overdueOf(g); len(late) > 0 {
		return &Next{Title: late[0].short, Day: late[0].Day, Step: late[0].Step, Expected: late[0].Expected}
	}
	var first *Next
	for _, s := range p.steps {
		if s.Goal != g.ID || !s.Open() || s.Current().IsZero() {
			continue
		}
		if first == nil || s.Current().Before(first.Day) {
			first = &Next{Title: s.Name, Day: s.Current(), Step: s.ID}
		}
	}
	if first != nil {
		return first
	}
	for i := range g.Requirements {
		if score.Requirements[i].Final {
			continue
		}
		if n := p.nextFigure(&g.Requirements[i]); n != nil && (first == nil || n.Day.Before(first.Day)) {
			first = n
		}
	}
	return first
}

// nextFigure is the end of the month or quarter under way, whose figure comes
// next.
func (p *page) nextFigure(r *contract.Requirement) *Next {
	window := r.Covers(p.contract)
	if r.Measure == contract.MonthlyCount {
		for _, m := range window.Months() {
			if !m.Last().Before(p.view.Day) {
				return &Next{Title: p.figureUntil(r, m.Last()), Day: m.Last()}
			}
		}
		return nil
	}
	ends := []calendar.Period{window}
	switch r.Measure {
	case contract.Milestones:
		return nil
	case contract.Timeliness, contract.Deviation, contract.Number:
		ends = window.Quarters()
	}
	for _, q := range ends {
		if !q.To.Before(p.view.Day) {
			return &Next{Title: p.figureUntil(r, q.To), Day: q.To}
		}
	}
	return nil
}

// figureUntil names the figure of the month or quarter that ends on a day.
func (p *page) figureUntil(r *contract.Requirement, end calendar.Date) string {
	switch r.Measure {
	case contract.MonthlyCount:
		return p.text("next.month", map[string]any{"month": calendar.MonthOf(end)})
	case contract.Timeliness, contract.Deviation, contract.Number:
		return p.text("next.quarter", map[string]any{"quarter": (int(end.Month())-1)/3 + 1, "year": strconv.Itoa(end.Year())})
	}
	return p.text("next.figure", nil)
}
