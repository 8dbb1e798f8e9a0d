package scoring

import (
	"opfyldt/internal/contract"
	"opfyldt/internal/exact"
)

var hundred = exact.Int(100)

// shares returns each goal's share of the whole in percent, in the order of
// Contract.Goals. A weight counts against the sum of those beside it, so that a
// paper in points, fractions or money gives the same shares as one in percents.
func shares(c *contract.Contract) []exact.Rat {
	goals := c.Goals()
	if c.Weights.Kind == contract.NoWeights || c.Total.By == contract.Mean {
		return equalShares(len(goals))
	}
	byGoal := map[*contract.Goal]exact.Rat{}
	shareOut(c.Blocks, nil, hundred, byGoal)
	list := make([]exact.Rat, len(goals))
	for i, g := range goals {
		list[i] = byGoal[g]
	}
	if exact.Sum(list...).IsZero() {
		return equalShares(len(goals))
	}
	return list
}

func equalShares(n int) []exact.Rat {
	list := make([]exact.Rat, n)
	for i := range list {
		list[i] = exact.Frac(100, int64(n))
	}
	return list
}

// level is what stands side by side and shares one whole.
type level struct {
	goals  []*contract.Goal
	blocks []*contract.Block // those with a weight of their own
}

// gather lays a level out. A block without a weight is a heading only: what is
// in it stands on the level itself.
func (l *level) gather(blocks []contract.Block, goals []contract.Goal) {
	for i := range blocks {
		if blocks[i].Weight != nil {
			l.blocks = append(l.blocks, &blocks[i])
			continue
		}
		l.gather(blocks[i].Blocks, blocks[i].Goals)
	}
	for i := range goals {
		l.goals = append(l.goals, &goals[i])
	}
}

func (l *level) sum() exact.Rat {
	total := exact.Rat{}
	for _, g := range l.goals {
		if !g.Addition { // counts above the sum
			total = total.Add(g.Weight.Value)
		}
	}
	for _, b := range l.blocks {
		total = total.Add(b.Weight.Value)
	}
	return total
}

// shareOut divides whole among the goals and blocks by their weights; weights
// under a block are shares of the block's.
func shareOut(blocks []contract.Block, goals []contract.Goal, whole exact.Rat, into map[*contract.Goal]exact.Rat) {
	var l level
	l.gather(blocks, goals)
	sum := l.sum()
	if sum.IsZero() {
		return
	}
	for _, g := range l.goals {
		into[g] = whole.Mul(g.Weight.Value).Quo(sum)
	}
	for _, b := range l.blocks {
		shareOut(b.Blocks, b.Goals, whole.Mul(b.Weight.Value).Quo(sum), into)
	}
}
