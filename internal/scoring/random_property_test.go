package scoring

import (
	"math/rand/v2"
	"testing"
	"time"

	"pgregory.net/rapid"

	"opfyldt/internal/calendar"
	"opfyldt/internal/contract"
	"opfyldt/internal/exact"
)

// afterAll is after every fact of a random year.
var afterAll = calendar.MustDate("2016-12-31").End()

func cardOf(t *rapid.T, c *contract.Contract, facts []Fact, at time.Time) Scorecard {
	card, err := Score(c, facts, at)
	if err != nil {
		t.Fatal(err)
	}
	return card
}

// Worst is never above best, of each degree, each total and the amount that it
// gives, and what is decided makes them meet.
func TestOfEveryShapeTheTotalLiesWithinWorstAndBest(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		r := &random{T: t}
		c := r.contract()
		facts, open := r.facts(c)
		card := cardOf(t, c, facts, afterAll)
		for _, g := range card.Goals {
			if g.Degree.Best.Less(g.Degree.Worst) || g.Degree.Known != g.Degree.Worst.Equal(g.Degree.Best) {
				t.Fatalf("goal %s: %+v", g.ID, g.Degree)
			}
		}
		total := card.Total
		if total.Best.Less(total.Worst) || total.Worst.Sign() < 0 || !total.Obtained.Equal(total.Worst) || card.Use.Best.Less(card.Use.Worst) {
			t.Fatalf("%+v, use %+v", total, card.Use)
		}
		if len(open) == 0 && allKnown(card) && !total.Worst.Equal(total.Best) {
			t.Fatalf("everything is decided, and the total is %v to %v", total.Worst, total.Best)
		}
	})
}

// allKnown reports whether no requirement waits for a figure that rests on enough,
// and none is left to assessment.
func allKnown(card Scorecard) bool {
	for _, g := range card.Goals {
		for _, req := range g.Requirements {
			if !req.Degree.Known {
				return false
			}
		}
	}
	return true
}

// Deciding one thing after the other, in any order, only narrows every band, until
// the total at the end lies in all of them.
func TestOfEveryShapeDecidingOnlyNarrows(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		r := &random{T: t}
		c := r.contract()
		facts, open := r.facts(c)
		before := cardOf(t, c, facts, afterAll)
		open = rapid.Permutation(open).Draw(t, "order")
		for _, s := range open[:min(len(open), 6)] {
			facts = append(facts, r.fact(s, len(facts)))
			after := cardOf(t, c, facts, afterAll)
			for i := range before.Goals {
				if b, a := before.Goals[i].Degree, after.Goals[i].Degree; a.Worst.Less(b.Worst) || b.Best.Less(a.Best) {
					t.Fatalf("%s: goal %s from %s to %s", s.about, before.Goals[i].ID, text(b), text(a))
				}
			}
			if b, a := before.Total, after.Total; a.Worst.Less(b.Worst) || b.Best.Less(a.Best) || a.Decided.Less(b.Decided) {
				t.Fatalf("%s: total from %+v to %+v", s.about, b, a)
			}
			if b, a := before.Use, after.Use; a.Worst.Less(b.Worst) || b.Best.Less(a.Best) {
				t.Fatalf("%s: amount from %+v to %+v", s.about, b, a)
			}
			before = after
		}
	})
}

// The order of blocks, goals and requirements, and the scale of the weights on any
// level, change nothing.
func TestOfEveryShapeOrderAndScaleOfWeightsChangeNothing(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		r := &random{T: t}
		c := r.contract()
		facts, _ := r.facts(c)
		before := cardOf(t, c, facts, afterAll)
		seed := rapid.Uint64().Draw(t, "seed")
		factor := exact.Frac(int64(r.int("up", 1, 100)), int64(r.int("down", 1, 100)))
		turn(c.Blocks, rand.New(rand.NewPCG(seed, 0)), factor)
		after := cardOf(t, c, facts, afterAll)
		if !sameTotals(before.Total, after.Total) || !sameTotals(before.Calculated, after.Calculated) {
			t.Fatalf("%+v and %+v", before.Total, after.Total)
		}
		degrees := map[string]string{}
		for _, g := range before.Goals {
			degrees[g.ID] = text(g.Degree) + " × " + g.Weight.String()
		}
		for _, g := range after.Goals {
			if got := text(g.Degree) + " × " + g.Weight.String(); got != degrees[g.ID] {
				t.Fatalf("goal %s: %s, before %s", g.ID, got, degrees[g.ID])
			}
		}
	})
}

// turn shuffles what stands side by side and scales its weights.
func turn(blocks []contract.Block, chance *rand.Rand, factor exact.Rat) {
	chance.Shuffle(len(blocks), func(i, j int) { blocks[i], blocks[j] = blocks[j], blocks[i] })
	for i := range blocks {
		b := &blocks[i]
		if b.Weight != nil {
			b.Weight = &contract.Weight{Value: b.Weight.Value.Mul(factor)}
		}
		chance.Shuffle(len(b.Goals), func(i, j int) { b.Goals[i], b.Goals[j] = b.Goals[j], b.Goals[i] })
		for j := range b.Goals {
			g := &b.Goals[j]
			g.Weight.Value = g.Weight.Value.Mul(factor)
			chance.Shuffle(len(g.Requirements), func(i, j int) { g.Requirements[i], g.Requirements[j] = g.Requirements[j], g.Requirements[i] })
			for k := range g.Requirements {
				if w := g.Requirements[k].Weight; w != nil {
					g.Requirements[k].Weight = &contract.Weight{Value: w.Value.Mul(factor)}
				}
			}
		}
		turn(b.Blocks, chance, factor)
	}
}
