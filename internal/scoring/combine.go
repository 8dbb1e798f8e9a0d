package scoring

import (
	"opfyldt/internal/contract"
	"opfyldt/internal/exact"
)

// combine gives the goal's calculated degree from its requirements'.
func combine(gp *goalPlan, parts []part) Range {
	raw := combineRaw(gp.goal, parts)
	return between(snap(&gp.goal.Scale, raw.Worst), snap(&gp.goal.Scale, raw.Best))
}

func combineRaw(g *contract.Goal, parts []part) Range {
	least, greatest := bounds(&g.Scale)
	if len(parts) == 0 {
		return between(least, greatest)
	}
	switch g.Combine.By {
	case contract.AllOf:
		return leastOf(parts)
	case contract.WeightedMean:
		return meanOf(parts)
	case contract.ShareOf:
		return byShare(g, parts)
	}
	return between(least, greatest)
}

// snap brings a combined degree onto the goal's scale: the highest allowed
// degree that it reaches. Half of nothing is no half on a scale of 0 and 100.
func snap(s *contract.Scale, degree exact.Rat) exact.Rat {
	least, greatest := bounds(s)
	degree = exact.Max(least, exact.Min(greatest, degree))
	if len(s.Degrees) == 0 {
		return degree
	}
	reached := least
	for _, d := range s.Degrees {
		if !degree.Less(d) {
			reached = exact.Max(reached, d)
		}
	}
	return reached
}

func leastOf(parts []part) Range {
	worst, best := parts[0].Degree.Worst, parts[0].Degree.Best
	for _, r := range parts[1:] {
		worst, best = exact.Min(worst, r.Degree.Worst), exact.Min(best, r.Degree.Best)
	}
	return between(worst, best)
}

func meanOf(parts []part) Range {
	weights := weightsOf(parts)
	sum := exact.Sum(weights...)
	worst, best := exact.Rat{}, exact.Rat{}
	for i, r := range parts {
		share := weights[i].Quo(sum)
		worst = worst.Add(r.Degree.Worst.Mul(share))
		best = best.Add(r.Degree.Best.Mul(share))
	}
	return between(worst, best)
}

// weightsOf returns the weights under a goal, all alike where the file gives none.
func weightsOf(parts []part) []exact.Rat {
	weights := make([]exact.Rat, len(parts))
	for i := range parts {
		weights[i] = parts[i].weight
	}
	if exact.Sum(weights...).Sign() > 0 {
		return weights
	}
	for i := range weights {
		weights[i] = exact.Int(1)
	}
	return weights
}

// byShare gives the range over every number of kept requirements that is still
// possible.
func byShare(g *contract.Goal, parts []part) Range {
	kept, open := keptCount(parts)
	degrees := make([]exact.Rat, 0, open+1)
	for n := kept; n <= kept+open; n++ {
		degree := g.Combine.Else
		if b := bandFor(g.Combine.Bands, n, len(parts)); b != nil {
			degree = b.Degree
		}
		degrees = append(degrees, degree)
	}
	return spread(degrees)
}

func keptCount(parts []part) (kept, open int) {
	for _, r := range parts {
		switch {
		case r.Kept == nil:
			open++
		case *r.Kept:
			kept++
		}
	}
	return kept, open
}
