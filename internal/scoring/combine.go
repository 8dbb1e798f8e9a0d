package scoring

import (
	"opfyldt/internal/contract"
	"opfyldt/internal/exact"
)

// combine gives the goal's calculated degree from its requirements'.
func combine(g *contract.Goal, reqs []RequirementScore) Range {
	raw := combineRaw(g, reqs)
	return between(snap(&g.Scale, raw.Worst), snap(&g.Scale, raw.Best))
}

func combineRaw(g *contract.Goal, reqs []RequirementScore) Range {
	least, greatest := bounds(&g.Scale)
	if len(reqs) == 0 {
		return between(least, greatest)
	}
	switch g.Combine.By {
	case contract.AllOf:
		return leastOf(reqs)
	case contract.WeightedMean:
		return meanOf(g, reqs)
	case contract.ShareOf:
		return byShare(g, reqs)
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

func leastOf(reqs []RequirementScore) Range {
	worst, best := reqs[0].Degree.Worst, reqs[0].Degree.Best
	for _, r := range reqs[1:] {
		worst, best = exact.Min(worst, r.Degree.Worst), exact.Min(best, r.Degree.Best)
	}
	return between(worst, best)
}

func meanOf(g *contract.Goal, reqs []RequirementScore) Range {
	weights := requirementWeights(g)
	sum := exact.Sum(weights...)
	worst, best := exact.Rat{}, exact.Rat{}
	for i, r := range reqs {
		share := weights[i].Quo(sum)
		worst = worst.Add(r.Degree.Worst.Mul(share))
		best = best.Add(r.Degree.Best.Mul(share))
	}
	return between(worst, best)
}

// requirementWeights returns the weights under a goal, all alike where the file
// gives none.
func requirementWeights(g *contract.Goal) []exact.Rat {
	weights := make([]exact.Rat, len(g.Requirements))
	for i := range g.Requirements {
		if w := g.Requirements[i].Weight; w != nil {
			weights[i] = w.Value
		}
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
func byShare(g *contract.Goal, reqs []RequirementScore) Range {
	kept, open := keptCount(reqs)
	degrees := make([]exact.Rat, 0, open+1)
	for n := kept; n <= kept+open; n++ {
		degree := g.Combine.Else
		if b := bandFor(g.Combine.Bands, n, len(reqs)); b != nil {
			degree = b.Degree
		}
		degrees = append(degrees, degree)
	}
	return spread(degrees)
}

func keptCount(reqs []RequirementScore) (kept, open int) {
	for _, r := range reqs {
		switch {
		case r.Kept == nil:
			open++
		case *r.Kept:
			kept++
		}
	}
	return kept, open
}
