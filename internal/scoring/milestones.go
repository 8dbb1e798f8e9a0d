package scoring

import (
	"opfyldt/internal/calendar"
	"opfyldt/internal/contract"
)

// stepState says where a step stands by its newest report, as of a day. A step
// past its date of which nothing is settled stays open: a fact that comes late
// counts by the day the thing happened (reading A9).
func stepState(s *contract.Step, f *Fact, today calendar.Date) ItemState {
	due := s.Due
	if f != nil {
		report, _ := f.Value.(StepReport)
		switch {
		case report.Status == Dropped:
			return Lost
		case s.After != nil && due.IsZero():
			return Open // nobody has said when its limit ends
		case report.Status == Done && (due.IsZero() || !f.Day.After(due)):
			return Kept
		case report.Status == Done:
			return Late
		case !due.IsZero() && f.Day.After(due):
			return Late // on that day it was not done
		}
	}
	if !due.IsZero() && today.After(due) {
		return Overdue
	}
	return Open
}

// state is the step's, also where the event that its limit counts from never
// happens. Until that is known, one that was dropped may still turn out not to have
// been needed.
func (sp *stepPlan) state(today calendar.Date) ItemState {
	switch sp.never {
	case contract.NeverKept:
		return Kept
	case contract.NeverLost:
		return Lost
	}
	state := stepState(sp.step, sp.fact, today)
	if state == Lost && sp.step.Due.IsZero() && sp.step.After != nil && sp.step.After.Never == contract.NeverKept {
		return Open
	}
	return state
}

// settled reports whether time alone can no longer change the state.
func (s ItemState) settled() bool { return s == Kept || s == Late || s == Lost }

// stepDone answers whether the step is done, be it late: surely, or possibly
// still.
func stepDone(state ItemState, f *Fact) (surely, possibly bool) {
	switch {
	case state == Kept:
		return true, true
	case state == Lost:
		return false, false
	case state == Late:
		report, _ := f.Value.(StepReport)
		return report.Status == Done, true
	}
	return false, true
}

// scoreItem takes the worst of the steps that decide; where none does, the
// worst of all tells where the item stands, and it counts for nothing.
func scoreItem(ip *itemPlan, today calendar.Date) ItemScore {
	score := ItemScore{ID: ip.item.ID, State: Kept, Decides: ip.decides, Steps: make([]StepScore, 0, len(ip.steps))}
	for _, sp := range ip.steps {
		state := sp.state(today)
		score.Steps = append(score.Steps, StepScore{ID: sp.step.ID, State: state, Fact: factID(sp.fact)})
		if (sp.step.Decides || !ip.decides) && state.rank() > score.State.rank() {
			score.State = state
		}
	}
	if len(ip.steps) == 0 {
		score.State = Open
	}
	return score
}

// rank orders the states from the best to the one that decides.
func (s ItemState) rank() int {
	switch s {
	case Kept:
		return 0
	case Open:
		return 1
	case Overdue:
		return 2
	case Late:
		return 3
	}
	return 4
}

func factID(f *Fact) string {
	if f == nil {
		return ""
	}
	return f.ID
}

// scoreMilestones scores a requirement whose items are kept or not.
func scoreMilestones(rp *requirementPlan, today calendar.Date) RequirementScore {
	score := RequirementScore{ID: rp.requirement.ID, Final: true, Items: make([]ItemScore, 0, len(rp.items))}
	tally := itemTally{}
	for _, ip := range rp.items {
		item := scoreItem(ip, today)
		score.Items = append(score.Items, item)
		tally.add(item)
		for _, s := range item.Steps {
			if s.Fact != "" {
				score.Facts = append(score.Facts, s.Fact)
			}
		}
	}
	score.Final = tally.open == 0
	score.Value = ratPointer(tally.kept)
	switch rp.requirement.Degree.By {
	case contract.BySteps:
		score.Degree = degreeBySteps(rp, score.Items)
	case contract.ByShares:
		score.Degree = degreeByShares(rp, score.Items)
	case contract.ByAssessor:
		score.Degree = span(rp)
	default:
		score.Degree = degreeByCount(rp, tally)
	}
	score.Kept = reached(score.Degree, hundred)
	return score
}

// itemTally counts the items that decide.
type itemTally struct{ kept, open, all int }

func (t *itemTally) add(item ItemScore) {
	if !item.Decides {
		return
	}
	t.all++
	switch {
	case item.State == Kept:
		t.kept++
	case !item.State.settled():
		t.open++
	}
}
