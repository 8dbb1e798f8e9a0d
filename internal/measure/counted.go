package measure

import (
	"slices"

	"opfyldt/internal/contract"
	"opfyldt/internal/ledger"
)

// Counted adds to the newest facts the earlier ones that count beside them: the
// figures of periods that make one result together.
func Counted(c *contract.Contract, newest []ledger.Fact, history func(subject string) ([]ledger.Fact, error)) ([]ledger.Fact, error) {
	all := newest
	for _, g := range c.Goals() {
		for i := range g.Requirements {
			r := &g.Requirements[i]
			if r.Over == nil || r.Measure == contract.MonthlyCount {
				continue
			}
			recorded, err := history(r.ID)
			if err != nil {
				return nil, err
			}
			for _, f := range recorded {
				if !slices.ContainsFunc(newest, func(n ledger.Fact) bool { return n.ID == f.ID }) {
					all = append(all, f)
				}
			}
		}
	}
	return all, nil
}
