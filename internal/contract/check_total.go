package contract

import (
	"slices"

	"opfyldt/internal/exact"
)

// total checks the rule from degrees to the total.
func (k *checker) total() {
	t := k.c.Total
	switch {
	case t.By == GoalsReached && len(t.Lookup) == 0:
		k.report("total.lookup", "total-lookup-missing")
	case t.By != GoalsReached && t.By != "" && len(t.Lookup) > 0:
		k.report("total.lookup", "not-in-rule", "rule", string(t.By))
	}
	if k.c.Weights.Kind == NoWeights && t.By == WeightedSum {
		k.report("total.by", "total-without-weights")
	}
	if len(t.Lookup) > 0 && !k.tainted("total.lookup") {
		k.stretches("total.lookup", rowStretches(t.Lookup), true)
		for i, row := range t.Lookup {
			if row.Level != "" {
				k.report(join(index("total.lookup", i), "level"), "level-unwanted")
			}
		}
	}
	k.gates(t.Gates)
	if t.Use != nil && !k.tainted("total.use") {
		k.stretches("total.use.rows", useStretches(t.Use.Rows), false)
	}
	if t.Target != nil {
		k.percent("total.target", *t.Target)
	}
}

func (k *checker) gates(gates []string) {
	var goals []string
	k.eachGoal(func(_ string, g *Goal) { goals = append(goals, g.ID) })
	for i, id := range gates {
		if id != "" && !slices.Contains(goals, id) {
			k.unknown(index("total.gates", i), "unknown-goal", id, goals)
		}
	}
}

// percent reports a figure that cannot be a share of a whole.
func (k *checker) percent(field string, r exact.Rat) {
	if r.Sign() < 0 || exact.Int(100).Less(r) {
		k.report(field, "not-percent", "found", r.String())
	}
}
