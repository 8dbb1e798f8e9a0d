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
	fact         *Fact // the newest assessment
	changed      bool  // a fact was taken since the last look; see Timeline
}

type requirementPlan struct {
	under       *goalPlan
	goal        *contract.Goal
	requirement *contract.Requirement
	least       exact.Rat        // degree that the scale allows
	greatest    exact.Rat        // degree that the scale and the contract's cap allow
	target      *contract.Target // of the contract's year; nil where there is none
	items       []*itemPlan
	months      []monthPlan
	fact        *Fact               // the newest figure, where the measure has one
	counted     map[itemTally]Range // degrees by count, reckoned once
}

type itemPlan struct {
	item    *contract.Item
	decides bool // one of its steps does
	steps   []*stepPlan
}

type stepPlan struct {
	under *goalPlan
	step  *contract.Step
	fact  *Fact // the newest report
}

type monthPlan struct {
	month calendar.Month
	fact  *Fact
}

func newPlan(c *contract.Contract) *plan {
	p := &plan{contract: c, newest: newest{
		steps:   map[string]*stepPlan{},
		results: map[string]*requirementPlan{},
		goals:   map[string]*goalPlan{},
	}}
	shares := shares(c)
	for i, g := range c.Goals() {
		gp := &goalPlan{goal: g, share: shares[i]}
		for r := range g.Requirements {
			gp.requirements = append(gp.requirements, p.planRequirement(gp, &g.Requirements[r]))
		}
		p.goals = append(p.goals, gp)
		p.newest.goals[g.ID] = gp
	}
	return p
}

func (p *plan) planRequirement(gp *goalPlan, r *contract.Requirement) *requirementPlan {
	rp := &requirementPlan{under: gp, goal: gp.goal, requirement: r, target: targetOf(p.contract, r)}
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
	}
	return rp
}

func (p *plan) planItem(gp *goalPlan, item *contract.Item) *itemPlan {
	ip := &itemPlan{item: item}
	for i := range item.Steps {
		sp := &stepPlan{under: gp, step: &item.Steps[i]}
		ip.steps = append(ip.steps, sp)
		ip.decides = ip.decides || sp.step.Decides
		p.newest.steps[sp.step.ID] = sp
	}
	return ip
}

// targetOf returns the target of the contract's year, as a number: growth is
// reckoned from its baseline. It is nil where there is none or where it is an
// outside figure that is not known yet.
func targetOf(c *contract.Contract, r *contract.Requirement) *contract.Target {
	t := r.TargetFor(c.Year())
	if t == nil || t.Benchmark != "" {
		return nil
	}
	if t.Baseline == nil || len(t.Baseline.Years) == 0 {
		return t
	}
	grown := *t
	grown.Value = grownFrom(t.Baseline)
	return &grown
}

// grownFrom adds the growth to the mean of the baseline's years.
func grownFrom(b *contract.Baseline) exact.Rat {
	base := exact.Rat{}
	for _, y := range b.Years {
		base = base.Add(y.Value)
	}
	base = base.Quo(exact.Int(int64(len(b.Years))))
	if b.Relative {
		return base.Add(base.Mul(b.Growth).Quo(hundred))
	}
	return base.Add(b.Growth)
}
