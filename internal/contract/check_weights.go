package contract

import "opfyldt/internal/exact"

// weights checks that the weights of each level sum to what is stated. A block
// without a weight is a heading: its goals stand on the level around it. Under
// a block with a weight they sum to the block's, or to the stated sum anew.
func (k *checker) weights() {
	w := k.c.Weights
	if w.Kind == "" || k.tainted("weights") {
		return
	}
	if w.Kind == NoWeights {
		k.noWeights("", k.c.Blocks)
		return
	}
	if w.Sum.Sign() <= 0 {
		k.report("weights.sum", "not-positive", "found", w.Sum.String())
		return
	}
	k.level("weights.sum", "", k.c.Blocks, nil, w.Sum)
}

// noWeights refuses weights in a contract that states it has none.
func (k *checker) noWeights(path string, blocks []Block) {
	for i, b := range blocks {
		at := index(join(path, "blocks"), i)
		if b.Weight != nil {
			k.report(join(at, "weight"), "weight-unwanted")
		}
		for j := range b.Goals {
			field := join(index(join(at, "goals"), j), "weight")
			if _, there := k.places[field]; there {
				k.report(field, "weight-unwanted")
			}
		}
		k.noWeights(at, b.Blocks)
	}
}

// weighing adds up one level.
type weighing struct {
	*checker
	sum   exact.Rat
	whole bool // nothing on the level is missing
}

// level checks one level against what it may sum to.
func (k *checker) level(field, path string, blocks []Block, goals []Goal, allowed ...exact.Rat) {
	w := &weighing{checker: k, whole: true}
	w.gather(path, blocks, goals)
	if !w.whole {
		return
	}
	for _, sum := range allowed {
		if w.sum.Equal(sum) {
			return
		}
	}
	k.report(field, "weights-sum", "found", w.sum.String(), "stated", allowed[0].String())
}

func (w *weighing) gather(path string, blocks []Block, goals []Goal) {
	for j := range goals {
		w.goal(index(join(path, "goals"), j), &goals[j])
	}
	for i := range blocks {
		b, at := &blocks[i], index(join(path, "blocks"), i)
		field := join(at, "weight")
		switch {
		case w.tainted(field):
			w.whole = false
		case b.Weight == nil:
			w.gather(at, b.Blocks, b.Goals)
		default:
			w.count(field, b.Weight.Value)
			w.level(field, at, b.Blocks, b.Goals, b.Weight.Value, w.c.Weights.Sum)
		}
	}
}

func (w *weighing) goal(path string, g *Goal) {
	field := join(path, "weight")
	switch _, there := w.places[field]; {
	case w.tainted(field):
		w.whole = false
	case !there:
		w.report(field, "weight-missing", "goal", g.ID)
		w.whole = false
	case g.Addition: // counts above the sum
	default:
		w.count(field, g.Weight.Value)
	}
}

func (w *weighing) count(field string, value exact.Rat) {
	switch value.Sign() {
	case -1:
		w.report(join(field, "value"), "weight-negative", "found", value.String())
		w.whole = false
	case 0:
		w.warn(join(field, "value"), "weight-zero")
	}
	w.sum = w.sum.Add(value)
}
