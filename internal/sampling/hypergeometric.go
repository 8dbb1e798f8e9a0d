package sampling

import (
	"math/big"

	"opfyldt/internal/exact"
)

// MaxPopulation is the largest population that is answered for; the error bounds
// of the comparison are proven up to it.
const MaxPopulation = 1_000_000_000

var (
	half = exact.Frac(1, 2)
	one  = exact.Int(1)
)

// Hypergeometric is the distribution of the deviations X found in a sample drawn
// without replacement: Sample of Population customers, Deviating of whom deviate.
type Hypergeometric struct{ Population, Deviating, Sample int64 }

// check says which figure lies outside the distribution's domain.
func (h Hypergeometric) check() error {
	return firstFault(
		populationFault(h.Population),
		rangeFault("deviating", h.Deviating, 0, h.Population),
		rangeFault("sample", h.Sample, 0, h.Population),
	)
}

// CompareAtMost returns -1, 0 or +1 as P(X ≤ k) is less than, equal to or greater
// than p, exactly.
func (h Hypergeometric) CompareAtMost(k int64, p exact.Rat) (int, error) {
	if err := h.check(); err != nil {
		return 0, err
	}
	return h.compare(k, ratio(p)), nil
}

// compare is CompareAtMost for figures that are known to be in the domain.
func (h Hypergeometric) compare(k int64, p *big.Rat) int {
	if certain, known := h.trivial(k); known {
		return certain.Cmp(p)
	}
	switch {
	case p.Sign() <= 0:
		return 1
	case p.Num().Cmp(p.Denom()) >= 0:
		return -1
	}
	r, turned := h.reduce(k)
	if turned {
		return -r.compare(opposite(p))
	}
	return r.compare(p)
}

// trivial answers where P(X ≤ k) is 0 or 1 because no other count can occur, and
// where symmetry makes it one half: that equality would otherwise cost the exact
// sum of a huge number of huge terms.
func (h Hypergeometric) trivial(k int64) (*big.Rat, bool) {
	switch {
	case k < max(0, h.Sample-(h.Population-h.Deviating)):
		return new(big.Rat), true
	case k >= min(h.Sample, h.Deviating):
		return big.NewRat(1, 1), true
	case 2*h.Deviating == h.Population && h.Sample == 2*k+1,
		2*h.Sample == h.Population && h.Deviating == 2*k+1:
		return big.NewRat(1, 2), true
	}
	return nil, false
}

// tail is P(X ≤ k) in the form in which it is cheapest to work out: sample ≤
// deviating ≤ population/2, so that the counts run from 0 to sample.
type tail struct{ population, deviating, sample, k int64 }

// reduce finds that form by three symmetries. turned reports that the result is
// the chance of the opposite, 1 − P(X ≤ k).
func (h Hypergeometric) reduce(k int64) (t tail, turned bool) {
	t = tail{h.Population, h.Deviating, h.Sample, k}
	if 2*t.sample > t.population { // count the deviating ones that stay outside
		t.sample, t.k, turned = t.population-t.sample, t.deviating-t.k-1, !turned
	}
	if 2*t.deviating > t.population { // count the sound ones
		t.deviating, t.k, turned = t.population-t.deviating, t.sample-t.k-1, !turned
	}
	if t.deviating < t.sample { // which set is drawn and which is marked is all the same
		t.deviating, t.sample = t.sample, t.deviating
	}
	return t, turned
}

// countedUpTo is the sample up to which counting is quicker than logarithms.
const countedUpTo = 48

// compare decides in log space where its error bound allows, and exactly
// otherwise.
func (t tail) compare(p *big.Rat) int {
	if t.sample <= countedUpTo {
		return t.enumerate(p)
	}
	if order, sure := t.estimate().compare(p); sure {
		return order
	}
	return t.enumerate(p)
}
