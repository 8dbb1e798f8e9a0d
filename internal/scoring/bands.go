package scoring

import (
	"opfyldt/internal/contract"
	"opfyldt/internal/exact"
)

// bandFor returns the band of the highest degree that count out of n reaches,
// nil where none is.
func bandFor(bands []contract.CountBand, count, n int) *contract.CountBand {
	var best *contract.CountBand
	for i := range bands {
		b := &bands[i]
		if count >= b.Least(n) && (best == nil || best.Degree.Less(b.Degree)) {
			best = b
		}
	}
	return best
}

// degreeByCount gives the range over every number of kept items that is still
// possible.
func degreeByCount(rp *requirementPlan, t itemTally) Range {
	if t.all == 0 {
		return span(rp)
	}
	if known, ok := rp.counted[t]; ok {
		return known
	}
	degrees := make([]exact.Rat, 0, t.open+1)
	for n := t.kept; n <= t.kept+t.open; n++ {
		degrees = append(degrees, onScale(rp, countDegree(rp, n, t.all)))
	}
	if rp.counted == nil {
		rp.counted = map[itemTally]Range{}
	}
	rp.counted[t] = spread(degrees)
	return rp.counted[t]
}

func countDegree(rp *requirementPlan, count, n int) exact.Rat {
	rule := &rp.requirement.Degree
	switch rule.By {
	case contract.ByTarget:
		if count == n {
			return hundred
		}
		return exact.Rat{}
	case contract.ByPieces:
		return degreeByPieces(rule, exact.Int(int64(count)))
	case contract.ByTable:
		return degreeByTable(rule, figure{value: ratPointer(count)})
	}
	if b := bandFor(rule.Items, count, n); b != nil {
		return b.Degree
	}
	return rule.Else
}

// stepsDone says of each step whether it is kept, and whether it is done at
// all, in the worst and in the best case.
type stepsDone struct{ kept, done map[string]bool }

// degreeBySteps takes the band of the highest degree whose steps are all kept
// or done. A band asks for steps and never against them, so that the worst
// case is every open step lost and the best every one kept.
func degreeBySteps(rp *requirementPlan, items []ItemScore) Range {
	worst, best := stepCases(rp, items)
	w, b := stepDegree(rp, worst), stepDegree(rp, best)
	return between(exact.Min(w, b), exact.Max(w, b))
}

func stepCases(rp *requirementPlan, items []ItemScore) (worst, best stepsDone) {
	worst = stepsDone{map[string]bool{}, map[string]bool{}}
	best = stepsDone{map[string]bool{}, map[string]bool{}}
	for i, item := range items {
		for j, s := range item.Steps {
			worst.kept[s.ID] = s.State == Kept
			best.kept[s.ID] = s.State == Kept || !s.State.settled()
			worst.done[s.ID], best.done[s.ID] = stepDone(s.State, rp.items[i].steps[j].fact)
		}
	}
	return worst, best
}

func stepDegree(rp *requirementPlan, d stepsDone) exact.Rat {
	if b := stepBandFor(rp.requirement.Degree.Steps, d); b != nil {
		return onScale(rp, b.Degree)
	}
	return onScale(rp, rp.requirement.Degree.Else)
}

func stepBandFor(bands []contract.StepBand, d stepsDone) *contract.StepBand {
	var best *contract.StepBand
	for i := range bands {
		b := &bands[i]
		if all(d.kept, b.Kept) && all(d.done, b.Done) && (best == nil || best.Degree.Less(b.Degree)) {
			best = b
		}
	}
	return best
}

func all(set map[string]bool, ids []string) bool {
	for _, id := range ids {
		if !set[id] {
			return false
		}
	}
	return true
}

// degreeByShares adds the shares of the steps that are kept.
func degreeByShares(rp *requirementPlan, items []ItemScore) Range {
	worst, best := exact.Rat{}, exact.Rat{}
	for i, item := range items {
		for j, s := range item.Steps {
			share := rp.items[i].steps[j].step.Share
			if share == nil {
				continue
			}
			if s.State == Kept {
				worst = worst.Add(*share)
			}
			if s.State == Kept || !s.State.settled() {
				best = best.Add(*share)
			}
		}
	}
	return between(onScale(rp, worst), onScale(rp, best))
}

func shareSum(rp *requirementPlan) exact.Rat {
	sum := exact.Rat{}
	for _, item := range rp.items {
		for _, s := range item.steps {
			if s.step.Share != nil {
				sum = sum.Add(*s.step.Share)
			}
		}
	}
	return sum
}
