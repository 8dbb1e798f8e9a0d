package sampling

import (
	"math/big"
	"sort"

	"opfyldt/internal/exact"
)

// Finding is what a sample showed: Found deviations in Sample of Population
// customers, to be generalised with the given confidence.
type Finding struct {
	Population int64
	Sample     int64
	Found      int64
	Confidence exact.Rat
}

func (f Finding) check() error {
	return firstFault(
		populationFault(f.Population),
		rangeFault("sample", f.Sample, 0, f.Population),
		rangeFault("found", f.Found, 0, f.Sample),
		confidenceFault(f.Confidence),
	)
}

// Upper returns the largest number of deviating customers that the finding does
// not rule out: the largest D with P(X ≤ Found) > 1 − Confidence.
func Upper(f Finding) (int64, error) {
	if err := f.check(); err != nil {
		return 0, err
	}
	return f.upper(ratio(one.Sub(f.Confidence))), nil
}

// Lower returns the smallest number of deviating customers that the finding does
// not rule out: the smallest D with P(X ≥ Found) > 1 − Confidence.
func Lower(f Finding) (int64, error) {
	if err := f.check(); err != nil {
		return 0, err
	}
	return f.lower(ratio(one.Sub(f.Confidence))), nil
}

// TwoSided returns both bounds, half of the risk to each.
func TwoSided(f Finding) (lower, upper int64, err error) {
	if err := f.check(); err != nil {
		return 0, 0, err
	}
	risk := ratio(one.Sub(f.Confidence).Mul(half))
	return f.lower(risk), f.upper(risk), nil
}

// upper searches the numbers that the sample itself allows: Found of them were
// seen, and Sample − Found were seen to be sound. At the first P is 1; it never
// rises with D.
func (f Finding) upper(risk *big.Rat) int64 {
	ruledOut := sort.Search(int(f.Population-f.Sample), func(i int) bool {
		h := Hypergeometric{f.Population, f.Found + 1 + int64(i), f.Sample}
		return h.compare(f.Found, risk) <= 0
	})
	return f.Found + int64(ruledOut)
}

// lower uses that P(X ≥ Found) = 1 − P(X ≤ Found − 1).
func (f Finding) lower(risk *big.Rat) int64 {
	most := opposite(risk)
	allowed := sort.Search(int(f.Population-f.Sample), func(i int) bool {
		h := Hypergeometric{f.Population, f.Found + int64(i), f.Sample}
		return h.compare(f.Found-1, most) < 0
	})
	return f.Found + int64(allowed)
}
