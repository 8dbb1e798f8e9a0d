package scoring

import (
	"opfyldt/internal/contract"
	"opfyldt/internal/exact"
)

// standing is what the total needs of a goal: its share and its degree, the
// assessed or the calculated one.
type standing struct {
	goal   *contract.Goal
	share  exact.Rat
	degree Range
}

// totalOf applies the contract's rule to the goals' degrees.
func totalOf(c *contract.Contract, goals []standing) Totals {
	var t Totals
	if c.Total.By == contract.GoalsReached {
		t.Worst, t.Best = byGoalsReached(&c.Total, goals)
	} else {
		t.Worst, t.Best = weighted(goals)
	}
	for _, g := range goals {
		if g.degree.Known {
			t.Decided = t.Decided.Add(g.share)
		}
	}
	passedWorst, passedBest := gates(c.Total.Gates, goals)
	t.Worst = capped(&c.Total, t.Worst, passedWorst)
	t.Best = capped(&c.Total, t.Best, passedBest)
	t.Obtained = t.Worst
	return t
}

func weighted(goals []standing) (worst, best exact.Rat) {
	for _, g := range goals {
		worst = worst.Add(contribution(g.degree.Worst, g.share))
		best = best.Add(contribution(g.degree.Best, g.share))
	}
	return worst, best
}

// contribution is degree × share / 100: points of the whole.
func contribution(degree, share exact.Rat) exact.Rat { return degree.Mul(share).Quo(hundred) }

// goalKept is the plain result of rule S6; by reading A6 it needs the degree
// that the goal's file entry names, 100 where it names none.
func goalKept(g *contract.Goal, degree Range) *bool {
	if g.Kept.Sign() > 0 {
		return reached(degree, g.Kept)
	}
	return reached(degree, hundred)
}

func goalsKept(goals []standing) (kept, open int) {
	for _, g := range goals {
		switch k := goalKept(g.goal, g.degree); {
		case k == nil:
			open++
		case *k:
			kept++
		}
	}
	return kept, open
}

func byGoalsReached(rule *contract.TotalRule, goals []standing) (worst, best exact.Rat) {
	kept, open := goalsKept(goals)
	var totals []exact.Rat
	for n := kept; n <= kept+open; n++ {
		total := exact.Rat{}
		if row := rowFor(rule.Lookup, figure{value: ratPointer(n)}); row != nil {
			total = row.Degree
		}
		totals = append(totals, total)
	}
	r := spread(totals)
	return r.Worst, r.Best
}

// gates answers whether every goal that must be kept before anything counts is
// kept, in the worst and in the best case.
func gates(ids []string, goals []standing) (worst, best bool) {
	worst, best = true, true
	for _, id := range ids {
		for _, g := range goals {
			if g.goal.ID != id {
				continue
			}
			kept := goalKept(g.goal, g.degree)
			worst = worst && kept != nil && *kept
			best = best && (kept == nil || *kept)
		}
	}
	return worst, best
}

func capped(rule *contract.TotalRule, total exact.Rat, passed bool) exact.Rat {
	switch {
	case !passed:
		return exact.Rat{}
	case rule.Cap != nil:
		return exact.Min(total, *rule.Cap)
	}
	return total
}
