package scoring

import (
	"time"

	"opfyldt/internal/calendar"
	"opfyldt/internal/contract"
	"opfyldt/internal/exact"
	"opfyldt/internal/fault"
)

// Score gives the contract's scorecard from the facts recorded at asOf or
// before. The order of the facts does not matter. It fails with fault.Invalid
// where a figure that counts cannot be, such as a budget of nothing: such a
// figure is never made a degree.
func Score(c *contract.Contract, facts []Fact, asOf time.Time) (Scorecard, error) {
	p := newPlan(c)
	p.newest.readUntil(facts, p.limit(asOf))
	card, err := p.score(asOf)
	if err != nil {
		return Scorecard{}, err
	}
	p.explain(&card)
	return card, nil
}

// limit returns the instant up to which facts count: asOf, or the end of the
// day until which the contract takes facts.
func (p *plan) limit(asOf time.Time) time.Time {
	last := p.contract.Reporting.FactsUntil
	if last.IsZero() || asOf.Before(last.End()) {
		return asOf
	}
	return last.End()
}

// score computes the card without explanations.
func (p *plan) score(asOf time.Time) (Scorecard, error) {
	card := Scorecard{AsOf: asOf, Goals: make([]GoalScore, len(p.goals))}
	today := calendar.DateOf(asOf)
	var bad []fault.Field
	for i, gp := range p.goals {
		score, faults := gp.score(today)
		card.Goals[i] = score
		bad = append(bad, faults...)
	}
	if err := fault.Fields(bad...); err != nil {
		return Scorecard{}, err
	}
	card.Total = totalOf(p.contract, p.standings(card.Goals, func(g *GoalScore) Range { return g.Degree }))
	card.Calculated = totalOf(p.contract, p.standings(card.Goals, func(g *GoalScore) Range { return g.Calculated }))
	card.Kept = totalKept(&p.contract.Total, card.Total)
	card.Use = useOf(p.contract.Total.Use, card.Total)
	return card, nil
}

func (p *plan) standings(goals []GoalScore, degree func(*GoalScore) Range) []standing {
	list := make([]standing, len(goals))
	for i, gp := range p.goals {
		list[i] = standing{goal: gp.goal, share: gp.share, degree: degree(&goals[i])}
	}
	return list
}

func (gp *goalPlan) score(today calendar.Date) (GoalScore, []fault.Field) {
	score := GoalScore{ID: gp.goal.ID, Weight: gp.share, Printed: gp.goal.Weight.Printed}
	var bad []fault.Field
	for _, rp := range gp.requirements {
		r, field := rp.score(today)
		if field != nil {
			bad = append(bad, *field)
		}
		score.Requirements = append(score.Requirements, r)
	}
	parts := gp.parts(score.Requirements)
	gp.beside(score.Requirements, parts)
	score.Calculated = combine(gp, parts)
	score.Assessed = gp.assessed()
	score.Degree = score.Calculated
	if score.Assessed != nil {
		score.Degree = exactly(score.Assessed.Degree)
	}
	score.Contribution = between(
		contribution(score.Degree.Worst, gp.share), contribution(score.Degree.Best, gp.share))
	score.Kept = goalKept(gp.goal, score.Degree)
	score.Next = gp.next(score.Requirements)
	return score, bad
}

func (rp *requirementPlan) score(today calendar.Date) (RequirementScore, *fault.Field) {
	var score RequirementScore
	var bad *fault.Field
	switch rp.requirement.Measure {
	case contract.Milestones:
		score = scoreMilestones(rp, today)
	case contract.MonthlyCount:
		score = scoreMonths(rp)
	default:
		score, bad = scoreMeasured(rp)
	}
	score.Data = dataOf(&score)
	return score, bad
}

// dataOf says how much is known of a result. A step that is past its day and not
// reported is nothing known.
func dataOf(r *RequirementScore) DataState {
	switch {
	case len(r.Facts) == 0:
		return NoData
	case r.Final:
		return AllData
	}
	return SomeData
}

// assessed returns management's newest degree, nil where there is none or it
// was taken back.
func (gp *goalPlan) assessed() *Assessed {
	if gp.fact == nil {
		return nil
	}
	a, ok := gp.fact.Value.(Assessment)
	if !ok || a.Withdrawn {
		return nil
	}
	least, greatest := bounds(&gp.goal.Scale) // rule S3
	return &Assessed{Degree: exact.Max(least, exact.Min(greatest, a.Degree)), Reason: a.Reason, Fact: gp.fact.ID}
}

// next returns the earliest step of the goal that is still open.
func (gp *goalPlan) next(reqs []RequirementScore) *Next {
	var next *Next
	for i, rp := range gp.requirements {
		for j, item := range reqs[i].Items {
			for k, s := range item.Steps {
				step := rp.items[j].steps[k].step
				day := step.PlannedDay()
				if s.State.settled() || day.IsZero() {
					continue
				}
				if next == nil || day.Before(next.Day) {
					next = &Next{Step: step.ID, Title: step.Title, Day: day}
				}
			}
		}
	}
	return next
}
