package scorecard

import (
	"strings"

	"opfyldt/internal/calendar"
	"opfyldt/internal/contract"
	"opfyldt/internal/exact"
	"opfyldt/internal/measure"
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
// kept or not; an open one is late when a step is past its expected date, at
// risk when somebody says so or the facts do, and on track otherwise.
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
			late = late || p.late(s)
			risk = risk || s.Risk != milestone.OnTrack
		}
	}
	for i := range score.Requirements {
		r := &score.Requirements[i]
		begun = begun || len(r.Facts) > 0
		_, req := p.contract.Requirement(r.ID)
		risk = risk || misses(p.contract, req, r)
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

// because says in a few words what a goal's state rests on, from its
// requirements' measures and results.
func (p *page) because(g *contract.Goal, score *scoring.GoalScore) string {
	var parts []string
	for i := range score.Requirements {
		parts = append(parts, p.requirementBecause(g, &score.Requirements[i]))
	}
	text := strings.Join(parts, "; ")
	if score.Assessed != nil {
		text = strings.TrimSuffix(p.text("because.assessed.before", map[string]any{"degree": score.Assessed.Degree})+"; "+text, "; ")
	}
	return text
}

func (p *page) requirementBecause(g *contract.Goal, score *scoring.RequirementScore) string {
	_, r := p.contract.Requirement(score.ID)
	switch {
	case r == nil:
		return ""
	case r.Measure == contract.Milestones:
		return p.stepsBecause(score)
	case len(score.Facts) == 0:
		return p.text("because.nothing", map[string]any{"what": measure.Name(g, r)})
	}
	words := p.resultWords(r, measure.Lines(p.contract, g, r, p.facts, p.reader()))
	if target := measure.TargetWords(p.view.Lang, p.contract, r); target != "" {
		words += "; " + target
	}
	return words
}

// resultWords writes the result, the least month of a monthly count.
func (p *page) resultWords(r *contract.Requirement, lines []measure.ResultLine) string {
	if len(lines) == 0 {
		return ""
	}
	least := lines[0]
	if r.Measure != contract.MonthlyCount {
		return least.Words
	}
	for _, l := range lines {
		if l.Figures.Count != nil && *l.Figures.Count < *least.Figures.Count {
			least = l
		}
	}
	month, err := calendar.ParseMonth(least.Month)
	if err != nil {
		return least.Words
	}
	return p.text("because.month.least", map[string]any{"value": *least.Figures.Count, "month": month})
}

// stepsBecause counts the items kept in time; where there is one, it tells the
// steps that decide and have happened, or counts them while none has.
func (p *page) stepsBecause(score *scoring.RequirementScore) string {
	kept, all := 0, 0
	var only scoring.ItemScore
	for _, i := range score.Items {
		if !i.Decides {
			continue
		}
		all++
		only = i
		if i.State == scoring.Kept {
			kept++
		}
	}
	if all == 1 {
		return p.itemBecause(only)
	}
	return p.text("because.items.kept", map[string]any{"kept": kept, "count": all})
}

func (p *page) itemBecause(item scoring.ItemScore) string {
	var told []string
	kept, all := 0, 0
	for _, s := range p.steps {
		if s.Item != item.ID || s.Added {
			continue
		}
		all++
		if s.State == scoring.Kept {
			kept++
		}
		if s.Decides && !s.Open() {
			told = append(told, p.text("because.step."+string(s.Status)+late(s), map[string]any{"step": s.Title, "day": s.Fact.Day}))
		}
	}
	if told == nil {
		return p.text("because.steps.done", map[string]any{"kept": kept, "count": all})
	}
	return strings.Join(told, ", ")
}

func late(s milestone.StepLine) string {
	if s.State == scoring.Late {
		return ".late"
	}
	return ""
}

// next is what the goal waits for first: the open step that is expected first,
// or the next figure.
func (p *page) next(g *contract.Goal, score *scoring.GoalScore) *Next {
	if score.Degree.Known {
		return nil
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
				return &Next{Title: p.text("next.month", map[string]any{"month": m}), Day: m.Last()}
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
			return &Next{Title: p.text("next.figure", map[string]any{"to": q.To}), Day: q.To}
		}
	}
	return nil
}
