package sampling

import (
	"math/big"
	"testing"

	"pgregory.net/rapid"

	"opfyldt/internal/exact"
)

// What log space is sure of, counting confirms; it must be sure of nearly all.
func TestLogSpaceAgreesWithCounting(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		h := anySample(t, 3000)
		k := rapid.Int64Range(0, h.Sample).Draw(t, "k")
		p := big.NewRat(rapid.Int64Range(1, 9999).Draw(t, "p"), 10000)
		if _, known := h.trivial(k); known {
			return
		}
		r, _ := h.reduce(k)
		got, sure := r.estimate().compare(p)
		if !sure {
			t.Fatalf("%+v at most %d against %s: not sure", h, k, p)
		}
		if want := r.enumerate(p); got != want {
			t.Fatalf("%+v at most %d against %s: log space says %d, counting %d", h, k, p, got, want)
		}
	})
}

// Reducing by symmetry changes no comparison: counting the sample as given
// (valid where the counts run from 0) says the same.
func TestSymmetriesKeepTheOrder(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		h := anySample(t, 80)
		k := rapid.Int64Range(0, h.Sample).Draw(t, "k")
		p := big.NewRat(rapid.Int64Range(0, 100).Draw(t, "p"), 100)
		if got, want := h.compare(k, p), ratio(h.count(k)).Cmp(p); got != want {
			t.Fatalf("%+v at most %d against %s: %d, want %d", h, k, p, got, want)
		}
	})
}

// count is P(X ≤ k) straight from its definition.
func (h Hypergeometric) count(k int64) exact.Rat {
	sum := new(big.Int)
	for x := max(0, h.Sample-(h.Population-h.Deviating)); x <= min(k, h.Sample, h.Deviating); x++ {
		ways := new(big.Int).Binomial(h.Deviating, x)
		sum.Add(sum, ways.Mul(ways, new(big.Int).Binomial(h.Population-h.Deviating, h.Sample-x)))
	}
	// A share of millionths, cut, is enough to be compared with hundredths
	// where it is exact there; otherwise one millionth is added.
	all := new(big.Int).Binomial(h.Population, h.Sample)
	q, rest := new(big.Int).QuoRem(sum.Mul(sum, big.NewInt(1_000_000)), all, new(big.Int))
	share := exact.Frac(q.Int64(), 1_000_000)
	if rest.Sign() > 0 {
		share = share.Add(exact.Frac(1, 2_000_000))
	}
	return share
}

func anySample(t *rapid.T, most int64) Hypergeometric {
	n := rapid.Int64Range(1, most).Draw(t, "population")
	return Hypergeometric{n, rapid.Int64Range(0, n).Draw(t, "deviating"), rapid.Int64Range(0, n).Draw(t, "sample")}
}

// Exactly at the boundary log space cannot be sure: a design number of 1 gives
// P = (N − n)/N, so that 95 % of ten million is reached by 9,500,000 exactly.
func TestTheBoundaryItselfIsReached(t *testing.T) {
	n, err := Size(Plan{10_000_000, 1, 0, exact.MustParse("0.95")})
	if err != nil || n != 9_500_000 {
		t.Errorf("got %d %v, want 9500000", n, err)
	}
	// One part in 10^30 more confidence needs one customer more.
	n, err = Size(Plan{10_000_000, 1, 0, exact.MustParse("0.950000000000000000000000000001")})
	if err != nil || n != 9_500_001 {
		t.Errorf("got %d %v, want 9500001", n, err)
	}
	// Half deviate, half are drawn but one: at most (n−1)/2 found has chance ½.
	h := Hypergeometric{1_000_000_000, 500_000_000, 499_999_999}
	if order, err := h.CompareAtMost(249_999_999, half); err != nil || order != 0 {
		t.Errorf("got %d %v", order, err)
	}
}

// The planned sample without a deviation rules the design number out, and one
// customer fewer does not.
func TestPlanAndBoundFitEachOther(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		population := rapid.Int64Range(1, 2_000_000).Draw(t, "population")
		accept := rapid.Int64Range(0, min(20, population-1)).Draw(t, "accept")
		p := Plan{population, rapid.Int64Range(accept+1, population).Draw(t, "design"), accept,
			exact.Frac(rapid.Int64Range(500, 999).Draw(t, "confidence"), 1000)}
		n, err := Size(p)
		if err != nil {
			t.Fatal(err)
		}
		if upper, err := Upper(Finding{population, n, accept, p.Confidence}); err != nil || upper >= p.Design {
			t.Fatalf("%+v: %d customers leave %d %v", p, n, upper, err)
		}
		if n-1 < accept {
			return
		}
		if upper, err := Upper(Finding{population, n - 1, accept, p.Confidence}); err != nil || upper < p.Design {
			t.Fatalf("%+v: %d customers leave %d %v already", p, n-1, upper, err)
		}
	})
}

// A probability is the rounded one when it lies within half a step of it.
func TestProbabilitiesAreCorrectlyRounded(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		h := anySample(t, 5_000_000)
		mean := h.Sample * h.Deviating / h.Population
		k := max(0, mean+rapid.Int64Range(-50, 50).Draw(t, "k"))
		got, err := h.AtMost(k, 9)
		if err != nil {
			t.Fatal(err)
		}
		step := big.NewRat(1, 2_000_000_000)
		middle := ratio(got)
		if h.compare(k, new(big.Rat).Sub(middle, step)) < 0 || h.compare(k, new(big.Rat).Add(middle, step)) >= 0 {
			t.Fatalf("%+v at most %d: %s", h, k, got)
		}
	})
}
