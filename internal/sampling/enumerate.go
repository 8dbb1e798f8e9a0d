package sampling

import (
	"math/big"

	"opfyldt/internal/exact"
)

// enumerate orders P(X ≤ k) and p by whole numbers alone: it counts the samples
// with at most k deviations, C(D,x)·C(N−D,n−x) for x = 0 … k, among all C(N,n).
func (t tail) enumerate(p *big.Rat) int {
	ways := new(big.Int).Binomial(t.population-t.deviating, t.sample)
	sum, factor := new(big.Int).Set(ways), new(big.Int)
	for x := range t.k {
		ways.Mul(ways, factor.SetInt64((t.deviating-x)*(t.sample-x)))
		ways.Quo(ways, factor.SetInt64((x+1)*(t.rest()+x+1))) // divides without remainder
		sum.Add(sum, ways)
	}
	all := new(big.Int).Binomial(t.population, t.sample)
	return sum.Mul(sum, p.Denom()).Cmp(all.Mul(all, p.Num()))
}

// ratio is p as math/big has it, for the many comparisons of one search.
func ratio(p exact.Rat) *big.Rat {
	numerator, _ := new(big.Int).SetString(p.Num(), 10)
	denominator, _ := new(big.Int).SetString(p.Denom(), 10)
	return new(big.Rat).SetFrac(numerator, denominator)
}

// opposite is 1 − p.
func opposite(p *big.Rat) *big.Rat { return new(big.Rat).Sub(big.NewRat(1, 1), p) }
