package milestone

import (
	"context"
	"regexp"
	"slices"
	"strings"

	"opfyldt/internal/calendar"
	"opfyldt/internal/contract"
	"opfyldt/internal/fault"
	"opfyldt/internal/ledger"
	"opfyldt/internal/record"
	"opfyldt/internal/scoring"
)

// The kinds of fact that this slice writes.
const (
	KindPlan         = "milestone.plan"
	KindUpdate       = "milestone.update"
	KindVerification = "milestone.verification"
)

// The operations of the permission table that allow them.
const (
	opPlan   = "milestone.plan"
	opReport = "milestone.report"
	opVerify = "milestone.verify"
)

// maxDependencies bounds what one step may wait for.
const maxDependencies = 20

// Kinds gives the ledger this slice's kinds with their rules.
func Kinds() []ledger.Kind {
	return []ledger.Kind{
		{Name: KindPlan, Operation: opPlan, Goal: goalOfAddition, Check: checkAddition},
		{Name: KindUpdate, Operation: opReport, Goal: goalOf, Check: checkUpdate},
		{Name: KindVerification, Operation: opVerify, Goal: goalOf, Check: checkVerification},
	}
}

func goalOf(c *contract.Contract, step string) (string, error) {
	goal, _ := itemOf(c, step)
	if goal == nil {
		return "", unknownStep(step)
	}
	return goal.ID, nil
}

// goalOfAddition is goalOf for a step that may not be there yet: what must be is
// its item.
func goalOfAddition(c *contract.Contract, step string) (string, error) {
	goal, err := goalOf(c, step)
	if item, _, added := strings.Cut(step, record.Mark); err != nil && added {
		return "", fault.New(fault.NotFound, "milestone.no_item", fault.Params{"item": record.Shorten(item, 60)})
	}
	return goal, err
}

func unknownStep(step string) error {
	return fault.New(fault.NotFound, "milestone.no_step", fault.Params{"step": record.Shorten(step, 60)})
}

func checkUpdate(ctx context.Context, m ledger.Moment) (any, error) {
	step, err := stepAt(ctx, m)
	if err != nil {
		return nil, err
	}
	var u Update
	c := record.Checks{Wrong: record.Decode(m.Submission.Body, &u)}
	if u.ExpectedReason != "" {
		c.Add("expectedReason", "field.unknown", fault.Params{"name": "expectedReason"})
	}
	before := UpdateOf(m.Previous)
	standing := Recall(step.PlannedDay(), before, previousDay(m.Previous))
	in := FrameOf(m.Contract.Signed, m.Contract.Period, calendar.DateOf(m.Now))
	_, kept := standing.Take(u, before, m.Submission.Day, in, &c)
	if step.ConcludedBy != "" && kept.Status == scoring.Done && (before == nil || before.Status != scoring.Done) && kept.Reason == "" {
		c.Add("reason", "milestone.reason_register", nil) // a register's own report holds what it concluded
	}
	if err := c.Files(ctx, m, u.Evidence); err != nil {
		return nil, err
	}
	return kept, c.Err()
}

// stepAt finds the submission's step. Added steps are facts and cost a read.
func stepAt(ctx context.Context, m ledger.Moment) (PlannedStep, error) {
	id := m.Submission.Subject
	if step, own := ownStep(m.Contract, id); own {
		return step, nil
	}
	facts, err := m.Facts.Newest(ctx, m.Contract.ID, m.Now, KindPlan)
	if err != nil {
		return PlannedStep{}, err
	}
	for i := range facts {
		if facts[i].Subject != id {
			continue
		}
		if step, ok := NewPlan(m.Contract, facts[i:i+1]).Step(id); ok {
			return step, nil
		}
	}
	return PlannedStep{}, unknownStep(id)
}

func previousDay(f *ledger.Fact) calendar.Date {
	if f == nil {
		return calendar.Date{}
	}
	return f.Day
}

func checkVerification(ctx context.Context, m ledger.Moment) (any, error) {
	updates, err := m.Facts.Newest(ctx, m.Contract.ID, m.Now, KindUpdate)
	if err != nil {
		return nil, err
	}
	v, err := record.Verify(m, record.Newest(updates, KindUpdate)[m.Submission.Subject])
	if err != nil {
		return nil, err
	}
	return v, nil
}

// addedID is what a lead may call a step after the item's id and the mark.
var addedID = regexp.MustCompile(`^[a-z0-9][a-z0-9-]{0,39}$`)

func checkAddition(ctx context.Context, m ledger.Moment) (any, error) {
	facts, err := m.Facts.Newest(ctx, m.Contract.ID, m.Now, KindPlan)
	if err != nil {
		return nil, err
	}
	var a Addition
	c := record.Checks{Wrong: record.Decode(m.Submission.Body, &a)}
	a.check(m, NewPlan(m.Contract, facts), &c)
	return a, c.Err()
}

func (a *Addition) check(m ledger.Moment, plan *Plan, c *record.Checks) {
	id := m.Submission.Subject
	_, _, _, own := m.Contract.Step(id)
	_, item := itemOf(m.Contract, id)
	if own != nil || item == nil || a.Item != item.ID || !addedID.MatchString(id[min(len(id), len(a.Item)+len(record.Mark)):]) {
		c.Add("step", "milestone.added_id", fault.Params{"item": record.Shorten(a.Item, 60)})
	}
	c.Needed("title", &a.Title, record.ShortText, "field.needed")
	c.Text("owner", &a.Owner, record.ShortText)
	in := FrameOf(m.Contract.Signed, m.Contract.Period, calendar.DateOf(m.Now))
	switch before, again := plan.Step(id); {
	case a.Planned.IsZero():
		c.Add("planned", "field.needed", nil)
	case again && before.Due != a.Planned:
		c.Add("planned", "milestone.planned_fixed", fault.Params{"planned": before.Due})
	case a.Planned.Before(in.Earliest) || a.Planned.After(in.Latest):
		c.Add("planned", "field.between", fault.Params{"from": in.Earliest, "to": in.Latest})
	}
	c.Day(m.Submission.Day, in.Earliest, in.Today)
	a.checkDependencies(id, plan, c)
}

func (a *Addition) checkDependencies(id string, plan *Plan, c *record.Checks) {
	if a.DependsOn == nil {
		a.DependsOn = []string{}
	}
	if len(a.DependsOn) > maxDependencies {
		c.Add("dependsOn", "field.too_many", fault.Params{"most": maxDependencies})
		return
	}
	for i, on := range a.DependsOn {
		if slices.Contains(a.DependsOn[:i], on) {
			c.Add("dependsOn", "milestone.depends_twice", fault.Params{"step": record.Shorten(on, 60)})
			continue
		}
		if _, ok := plan.Step(on); !ok && on != id {
			c.Add("dependsOn", "milestone.depends_unknown", fault.Params{"step": record.Shorten(on, 60)})
		}
	}
	if way := plan.Cycle(id, a.DependsOn); way != nil {
		c.Add("dependsOn", "milestone.cycle", fault.Params{"way": way})
	}
}
