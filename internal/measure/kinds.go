package measure

import (
	"context"
	"encoding/json"

	"opfyldt/internal/calendar"
	"opfyldt/internal/contract"
	"opfyldt/internal/fault"
	"opfyldt/internal/ledger"
	"opfyldt/internal/record"
	"opfyldt/internal/scoring"
)

// The kinds of fact that this slice writes.
const (
	KindReport       = record.KindResult
	KindVerification = record.KindResultVerification
)

// The operations of the permission table that allow them.
const (
	opReport = "result.report"
	opVerify = "result.verify"
)

// Kinds gives the ledger this slice's kinds with their rules.
func Kinds() []ledger.Kind {
	return []ledger.Kind{
		{Name: KindReport, Operation: opReport, Goal: goalOf, Check: checkReport},
		{Name: KindVerification, Operation: opVerify, Goal: goalOf, Check: checkVerification},
	}
}

func goalOf(c *contract.Contract, subject string) (string, error) {
	id, _ := requirementOf(subject)
	goal, _ := c.Requirement(id)
	if goal == nil {
		return "", fault.New(fault.NotFound, "measure.no_requirement", fault.Params{"requirement": record.Shorten(id, 60)})
	}
	return goal.ID, nil
}

func checkReport(ctx context.Context, m ledger.Moment) (any, error) {
	id, month := requirementOf(m.Submission.Subject)
	goal, requirement := m.Contract.Requirement(id)
	if asked(requirement.Measure) == nil {
		return nil, fault.New(fault.Invalid, "measure.by_steps", fault.Params{"requirement": requirement.Title})
	}
	var r Report
	c := record.Checks{Wrong: record.Decode(m.Submission.Body, &r)}
	if typedShare(m.Submission.Body) {
		c.Add("figures", "measure.counts", fault.Params{"asked": asked(requirement.Measure)})
	}
	if requirement.Measure != contract.MonthlyCount && month != "" {
		return nil, fault.New(fault.NotFound, "measure.no_requirement", fault.Params{"requirement": record.Shorten(m.Submission.Subject, 60)})
	}
	r.Check(Circumstances{
		Contract: m.Contract, Goal: goal, Requirement: requirement, Month: month,
		Day: m.Submission.Day, Today: calendar.DateOf(m.Now), Previous: m.Previous,
	}, &c)
	if err := c.Files(ctx, m, r.Evidence); err != nil {
		return nil, err
	}
	return r, c.Err()
}

// typedShare reports whether somebody typed a percentage where counts are
// asked.
func typedShare(body json.RawMessage) bool {
	var b struct {
		Figures map[string]json.RawMessage `json:"figures"`
	}
	if json.Unmarshal(body, &b) != nil {
		return false
	}
	for _, name := range []string{"percent", "percentage", "pct", "share", "procent", "andel"} {
		if _, ok := b.Figures[name]; ok {
			return true
		}
	}
	return false
}

// Results gives scoring this slice's facts in its own terms; facts of other
// kinds and of requirements that the contract no longer has are left out.
func Results(c *contract.Contract, facts []ledger.Fact) []scoring.Fact {
	byID := map[string]contract.Measure{}
	for _, g := range c.Goals() {
		for i := range g.Requirements {
			byID[g.Requirements[i].ID] = g.Requirements[i].Measure
		}
	}
	var results []scoring.Fact
	for i := range facts {
		f := &facts[i]
		if f.Kind != KindReport {
			continue
		}
		id, _ := requirementOf(f.Subject)
		r := ReportOf(f)
		if r == nil || asked(byID[id]) == nil {
			continue
		}
		if value := r.Figures.scored(byID[id], r.Final, f.Day); value != nil {
			results = append(results, scoring.Fact{
				ID: f.ID, Subject: id, Day: f.Day, Recorded: f.Recorded, Basis: r.Figures.basis(), Value: value,
			})
		}
	}
	return results
}
