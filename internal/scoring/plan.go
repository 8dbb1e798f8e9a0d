package scoring

import (
	"opfyldt/internal/calendar"
	"opfyldt/internal/contract"
	"opfyldt/internal/exact"
)

// plan is the contract laid out for scoring: each goal with its share of the
// whole, each subject with a place for the fact that counts.
type plan struct {
	contract *contract.Contract
	goals    []*goalPlan
	newest   newest
}

type goalPlan struct {
	goal         *contract.Goal
	share        exact.Rat // of the whole, in percent
	requirements []*requirementPlan
	reserves     map[string]string // what each reserve stands in for, by id
	fact         *Fact             // the newest assessment
	changed      bool              // a fact was taken since the last look; see Timeline
}

type requirementPlan struct {
	under       *goalPlan
	goal        *contract.Goal
	requirement *contract.Requirement
	least       exact.Rat        // degree that the scale allows
	greatest    exact.Rat        // degree that the scale and the contract's cap allow
	target      *contract.Target // of the contract's year; nil where there is none, or it is not known yet
	year        int              // the contract's
	waits       bool             // the target is an outside figure that is not known yet
	byHand      bool             // the parties look after coverage themselves
	items       []*itemPlan
	months      []monthPlan
	spans       []spanPlan          // the periods whose figures make the result; none where one figure does
	fact        *Fact               // the newest figure, where the measure has one
	missing     *Fact               // the newest word on whether the indicator exists
	benchmark   *Fact               // the newest outside figure
	counted     map[itemTally]Range // degrees by count, reckoned once
}

type itemPlan struct {
	item    *contract.Item
	decides bool // one of its steps does
	steps   []*stepPlan
}

type stepPlan struct {
	under  *goalPlan
	step   *contract.Step // with its day, once the event has happened that it counts from
	agreed *contract.Step // as the contract has it
	fact   *Fact          // the newest report
	event  *Fact          // the newest word on the event
	never  contract.Never // what the step is, the event never happening
}

type monthPlan struct {
	month  calendar.Month
	target *contract.Target // in force on its first day
	fact   *Fact
}

// spanPlan is one of the periods whose figures make the result.
type spanPlan struct {
	period calendar.Period
	fact   *Fact
}

func newPlan(c *contract.Contract) *plan {
	p := &plan{contract: c, newest: newest{
		steps:   map[string]*stepPlan{},
		results: map[string]*requirementPlan{},
		goals:   map[string]*goalPlan{},
	}}
	shares := shares(c)
	for i, g := range c.Goals() {
		gp := &goalPlan{goal: g, share: shares[i], reserves: c.Reserves(g)}
		for r := range g.Requirements {
			gp.requirements = append(gp.requirements, p.planRequirement(gp, &g.Requirements[r]))
		}
		p.goals = append(p.goals, gp)
		p.newest.goals[g.ID] = gp
	}
	return p
}

func (p *plan) planRequirement(gp *goalPlan, r *contract.Requirement) *requirementPlan {
	rp := &requirementPlan{under: gp, goal: gp.goal, requirement: r, year: p.contract.Year(), byHand: p.contract.ByHand()}
	rp.least, rp.greatest = bounds(&gp.goal.Scale)
	if limit := p.contract.DegreeCap; limit != nil {
		rp.greatest = exact.Min(rp.greatest, *limit) // rule S3
	}
	p.newest.results[r.ID] = rp
	for i := range r.Items {
		rp.items = append(rp.items, p.planItem(gp, &r.Items[i]))
	}
	if r.Measure == contract.MonthlyCount {
		for _, m := range r.Covers(p.contract).Months() {
			rp.months = append(rp.months, monthPlan{month: m})
		}
	} else {
		for _, span := range r.Spans(p.contract) {
			rp.spans = append(rp.spans, spanPlan{period: span})
		}
	}
	rp.aim(rp.year)
	return rp
}

func (p *plan) planItem(gp *goalPlan, item *contract.Item) *itemPlan {
	ip := &itemPlan{item: item}
	for i := range item.Steps {
		sp := &stepPlan{under: gp, step: &item.Steps[i], agreed: &item.Steps[i]}
		ip.steps = append(ip.steps, sp)
		ip.decides = ip.decides || sp.step.Decides
		p.newest.steps[sp.step.ID] = sp
	}
	return ip
}
