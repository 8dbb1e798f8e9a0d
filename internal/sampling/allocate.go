package sampling

import (
	"cmp"
	"slices"
)

// Stratum is a part of the population: the customers of one kind.
type Stratum struct {
	Name       string
	Population int64
}

// Allocate shares a sample out over the strata in proportion to their size, by
// largest remainder; the larger stratum, then the name first in byte order, wins
// a tie. The result is in the order of strata, and never more than a stratum has.
func Allocate(size int64, strata []Stratum) ([]int64, error) {
	total := int64(0)
	for _, s := range strata {
		if err := firstFault(rangeFault("strata", s.Population, 0, MaxPopulation-total)); err != nil {
			return nil, err
		}
		total += s.Population
	}
	if err := firstFault(rangeFault("size", size, 0, total)); err != nil {
		return nil, err
	}
	shares, left := make([]int64, len(strata)), size
	order := make([]int, len(strata))
	for i, s := range strata {
		order[i] = i
		if total > 0 {
			shares[i] = size * s.Population / total
		}
		left -= shares[i]
	}
	slices.SortFunc(order, func(a, b int) int {
		x, y := strata[a], strata[b]
		return cmp.Or(
			cmp.Compare(size*y.Population-shares[b]*total, size*x.Population-shares[a]*total),
			cmp.Compare(y.Population, x.Population),
			cmp.Compare(x.Name, y.Name),
		)
	})
	for _, i := range order[:left] {
		shares[i]++
	}
	return shares, nil
}
