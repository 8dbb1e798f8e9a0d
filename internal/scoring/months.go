package scoring

import (
	"opfyldt/internal/contract"
	"opfyldt/internal/exact"
)

// monthTally counts the months of a monthly count against its target.
type monthTally struct {
	kept, missed, open int
	complete           bool       // every month is in
	least              *exact.Rat // of the months that are wholly in, if any
}

// scoreMonths scores a count for each month. One month that misses the target
// settles the requirement; it is kept when every month is.
func scoreMonths(rp *requirementPlan) RequirementScore {
	tally := tallyMonths(rp)
	if rp.requirement.Over != nil {
		return scoreMonthsTogether(rp, tally)
	}
	score := RequirementScore{ID: rp.requirement.ID, Value: tally.least, Final: tally.complete}
	for _, m := range rp.months {
		if m.fact != nil {
			score.Facts = append(score.Facts, m.fact.ID)
		}
	}
	if rp.requirement.Degree.By == contract.ByTarget {
		score.Degree = monthsByTarget(rp, tally)
		score.Kept = reached(score.Degree, hundred)
		return score
	}
	fig := figure{value: tally.least, final: tally.complete && !(rp.waits && rp.needsTarget())}
	score.Degree = span(rp)
	if fig.final {
		score.Degree = exactly(degreeOf(rp, fig))
		score.Kept = measuredKept(rp, fig, score.Degree)
	}
	return score
}

// scoreMonthsTogether scores the months' counts put together. Counts are never
// below nought, so that a sum can settle its target before the months are over.
func scoreMonthsTogether(rp *requirementPlan, tally monthTally) RequirementScore {
	score := RequirementScore{ID: rp.requirement.ID, Degree: span(rp)}
	var counts []exact.Rat
	for _, m := range rp.months {
		if m.fact != nil {
			v, _ := m.fact.Value.(MonthCount)
			counts = append(counts, exact.Int(v.Count))
			score.Facts = append(score.Facts, m.fact.ID)
		}
	}
	if len(counts) == 0 {
		return score
	}
	value := put(rp.requirement.Over.By, counts)
	last := rp.months[len(rp.months)-1].fact
	score.Value, score.Final = &value, tally.complete
	if rp.requirement.Over.By == contract.OverLatest {
		score.Final = last != nil && !last.Value.(MonthCount).Partial
	}
	fig := figure{value: &value, final: score.Final && !(rp.waits && rp.needsTarget()) || sumSettles(rp, value)}
	if fig.final {
		score.Degree = exactly(degreeOf(rp, fig))
	}
	score.Kept = measuredKept(rp, fig, score.Degree)
	return score
}

// sumSettles reports whether a sum that can only grow has decided its target.
func sumSettles(rp *requirementPlan, sum exact.Rat) bool {
	t := rp.target
	if t == nil || rp.requirement.Over.By != contract.OverSum || rp.requirement.Degree.By != contract.ByTarget {
		return false
	}
	return t.Bound == contract.AtLeast && keeps(t, sum) || t.Bound == contract.AtMost && !keeps(t, sum)
}

func tallyMonths(rp *requirementPlan) monthTally {
	tally := monthTally{complete: len(rp.months) > 0}
	var growing *exact.Rat // the least of the months that are under way
	for _, m := range rp.months {
		if m.fact == nil {
			tally.open++
			tally.complete = false
			continue
		}
		v, _ := m.fact.Value.(MonthCount)
		count := exact.Int(v.Count)
		of := &tally.least
		if v.Partial {
			of = &growing
		}
		if *of == nil || count.Less(**of) {
			*of = &count
		}
		tally.complete = tally.complete && !v.Partial
		switch kept := monthKept(m.target, v); {
		case kept == nil:
			tally.open++
		case *kept:
			tally.kept++
		default:
			tally.missed++
		}
	}
	if tally.least == nil && tally.open == 0 {
		tally.least = growing
	}
	return tally
}

// monthKept judges one month. A count that is not complete can only rise: it
// settles what more cases cannot change.
func monthKept(t *contract.Target, v MonthCount) *bool {
	if t == nil {
		return nil
	}
	kept := keeps(t, exact.Int(v.Count))
	if !v.Partial {
		return &kept
	}
	above := t.Bound == contract.AtMost && !kept ||
		t.Bound == contract.Between && t.Upper != nil && t.Upper.Less(exact.Int(v.Count))
	if t.Bound == contract.AtLeast && kept || above {
		return &kept
	}
	return nil
}

func monthsByTarget(rp *requirementPlan, tally monthTally) Range {
	switch {
	case tally.missed > 0:
		return exactly(onScale(rp, exact.Rat{}))
	case tally.open > 0 || len(rp.months) == 0:
		return span(rp)
	}
	return exactly(onScale(rp, hundred))
}
