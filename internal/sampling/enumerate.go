package sampling

import (
	"math/big"

	"opfyldt/internal/exact"
)

// enumerate orders P(X ≤ k) and p by whole numbers alone: it counts the samples
// with at most k deviations, C(D,x)·C(N−D,n−x) for x = 0 … k, among all C(N,n).
func (t tail) enumerate(p exact.Rat) int {
	ways := new(big.Int).Binomial(t.population-t.deviating, t.sample)
	sum := new(big.Int).Set(ways)
	for x := range t.k {
		ways.Mul(ways, big.NewInt((t.deviating-x)*(t.sample-x)))
		ways.Quo(ways, big.NewInt((x+1)*(t.rest()+x+1))) // divides without remainder
		sum.Add(sum, ways)
	}
	numerator, denominator := parts(p)
	all := new(big.Int).Binomial(t.population, t.sample)
	return sum.Mul(sum, denominator).Cmp(all.Mul(all, numerator))
}

// parts returns the reduced fraction's numerator and denominator.
func parts(p exact.Rat) (numerator, denominator *big.Int) {
	numerator, _ = new(big.Int).SetString(p.Num(), 10)
	denominator, _ = new(big.Int).SetString(p.Denom(), 10)
	return numerator, denominator
}
