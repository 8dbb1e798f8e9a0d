package scoring

import (
	"slices"
	"time"

	"opfyldt/internal/calendar"
	"opfyldt/internal/contract"
	"opfyldt/internal/exact"
	"opfyldt/internal/fault"
)

// SafeDay is until when an open step can be done without loss: without lowering
// the best degree that its goal can still reach by the contract's rules.
type SafeDay struct {
	Goal, Requirement, Item, Step string
	Title                         string
	// Day is the last safe one; zero where no date of this step alone costs
	// anything.
	Day calendar.Date
	// Through is the step that waits for this one, be it by way of others, and
	// gives it its day; empty where the step's own date does.
	Through string
	// Pace is the last safe day if the plan's own distances to the steps that
	// wait for this one are kept; it is never after Day.
	Pace calendar.Date
	// Keeps is the best degree while the day is kept, Falls the best after it.
	Keeps, Falls exact.Rat
	// Points is what the total can lose with it at most.
	Points exact.Rat
	// Needed of the Open items of the requirement must be in time for Keeps; all
	// must where they are the same. Both are 0 where the rule does not count.
	Needed, Open int
}

// LastSafeDays reckons the last safe day of each open step, from the rules: a
// step is in time until its agreed date, so that the degree is compared with the
// step done on that date and a day later, all else as it is.
func LastSafeDays(c *contract.Contract, facts []Fact, asOf time.Time) ([]SafeDay, error) {
	p := newPlan(c)
	p.newest.readUntil(facts, p.limit(asOf))
	today := calendar.DateOf(asOf)
	goals := make([]GoalScore, len(p.goals))
	for i, gp := range p.goals {
		score, bad := gp.score(today)
		if err := fault.Fields(bad...); err != nil {
			return nil, err
		}
		goals[i] = score
	}
	list, open := []SafeDay{}, []*stepPlan{}
	for i := range p.goals {
		days, steps := p.safeDays(i, goals, today)
		list, open = append(list, days...), append(open, steps...)
	}
	w := newWaiting(open)
	for i := range list {
		w.inherit(list, i)
	}
	return list, nil
}

// safeDays reckons the open steps of one goal, each by itself.
func (p *plan) safeDays(goal int, goals []GoalScore, today calendar.Date) (list []SafeDay, open []*stepPlan) {
	gp := p.goals[goal]
	for r, rp := range gp.requirements {
		needed, of := needed(rp, goals[goal].Requirements[r])
		for _, ip := range rp.items {
			for _, sp := range ip.steps {
				if !sp.open(today) {
					continue
				}
				day := SafeDay{
					Goal: gp.goal.ID, Requirement: rp.requirement.ID, Item: ip.item.ID, Step: sp.step.ID,
					Title: sp.step.Title, Needed: needed, Open: of,
				}
				p.ownDay(&day, rp, sp, goal, goals, today)
				list, open = append(list, day), append(open, sp)
			}
		}
	}
	return list, open
}

// open reports whether the step can still be done in time or not.
func (sp *stepPlan) open(today calendar.Date) bool {
	report := StepReport{}
	if sp.fact != nil {
		report, _ = sp.fact.Value.(StepReport)
	}
	return report.Status != Done && !sp.state(today).settled()
}

// ownDay compares the goal with the step done on its agreed date and a day
// later.
func (p *plan) ownDay(day *SafeDay, rp *requirementPlan, sp *stepPlan, goal int, goals []GoalScore, today calendar.Date) {
	due := sp.step.Due
	day.Keeps = goals[goal].Calculated.Best
	day.Falls = day.Keeps
	if due.IsZero() || !Weighs(rp.requirement, sp.step) {
		return
	}
	inTime, late := p.with(sp, due, goal, goals, today), p.with(sp, due.AddDays(1), goal, goals, today)
	day.Keeps, day.Falls = inTime[goal].Calculated.Best, late[goal].Calculated.Best
	if day.Falls.Less(day.Keeps) {
		day.Day, day.Pace = due, due
		day.Points = p.best(inTime).Sub(p.best(late))
	}
}

// with scores the goals with the step done on a day.
func (p *plan) with(sp *stepPlan, day calendar.Date, goal int, goals []GoalScore, today calendar.Date) []GoalScore {
	before := sp.fact
	defer func() { sp.fact = before }()
	sp.fact = &Fact{Subject: sp.step.ID, Day: day, Value: StepReport{Status: Done}}
	changed := slices.Clone(goals)
	changed[goal], _ = p.goals[goal].score(today)
	return changed
}

func (p *plan) best(goals []GoalScore) exact.Rat {
	return totalOf(p.contract, p.standings(goals, func(g *GoalScore) Range { return g.Degree })).Best
}

// needed answers how many of a requirement's open items must be in time for the
// best degree; 0 where its rule looks at single steps.
func needed(rp *requirementPlan, score RequirementScore) (needed, open int) {
	switch rp.requirement.Degree.By {
	case contract.BySteps, contract.ByShares, contract.ByAssessor:
		return 0, 0
	}
	t := itemTally{}
	for _, item := range score.Items {
		t.add(item)
	}
	for n := 0; n <= t.open; n++ {
		if onScale(rp, countDegree(rp, t.kept+n, t.all)).Equal(score.Degree.Best) {
			return n, t.open
		}
	}
	return t.open, t.open
}
