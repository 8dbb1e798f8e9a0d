package milestone

import (
	"context"
	"encoding/json"
	"fmt"
	"time"

	"opfyldt/internal/contract"
	"opfyldt/internal/ledger"
	"opfyldt/internal/record"
	"opfyldt/internal/scoring"
)

// Conclude yields the reports of the goal's steps that a register concludes: done
// on the day of the fact that concludes. A step that is done or dropped already
// stays as people reported it.
func Conclude(ctx context.Context, m ledger.Moment, cause ledger.Fact, by contract.Register, goal, note string) ([]ledger.Submission, error) {
	facts, err := m.Facts.Newest(ctx, m.Contract.ID, time.Time{}, KindUpdate)
	if err != nil {
		return nil, err
	}
	newest := record.Newest(facts, KindUpdate)
	var reports []ledger.Submission
	for _, step := range concludedBy(m.Contract.Goal(goal), by) {
		if u := UpdateOf(newest[step.ID]); u != nil && (u.Status == scoring.Done || u.Status == scoring.Dropped) {
			continue
		}
		report, err := doneBy(cause, step.ID, note)
		if err != nil {
			return nil, err
		}
		reports = append(reports, report)
	}
	return reports, nil
}

func doneBy(cause ledger.Fact, step, note string) (ledger.Submission, error) {
	body, err := json.Marshal(Update{Status: scoring.Done, Note: note, Reason: note})
	if err != nil {
		return ledger.Submission{}, fmt.Errorf("encode a step's report: %w", err)
	}
	return ledger.Submission{
		Contract: cause.Contract, ID: record.FollowingID(cause.ID, KindUpdate, step), Kind: KindUpdate, Subject: step, Day: cause.Day, Body: body,
	}, nil
}

func concludedBy(g *contract.Goal, by contract.Register) []contract.Step {
	var steps []contract.Step
	for _, r := range g.Requirements {
		for _, item := range r.Items {
			for _, s := range item.Steps {
				if s.ConcludedBy == by {
					steps = append(steps, s)
				}
			}
		}
	}
	return steps
}
