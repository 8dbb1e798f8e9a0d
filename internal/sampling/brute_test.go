package sampling

import (
	"testing"

	"opfyldt/internal/exact"
)

const bruteMost = 60

// pascal is Pascal's triangle up to 60; its largest number, C(60,30), is some
// 1.2·10^17, so that a hundred times as much still fits 64 bits.
func pascal() (c [bruteMost + 1][bruteMost + 1]uint64) {
	for n := range c {
		c[n][0] = 1
		for k := 1; k <= n; k++ {
			c[n][k] = c[n-1][k-1] + c[n-1][k]
		}
	}
	return c
}

// brute counts samples; ways[D][n][k] is how many of the C(N,n) samples hold
// at most k deviating customers.
type brute struct {
	c    [bruteMost + 1][bruteMost + 1]uint64
	ways [bruteMost + 1][bruteMost + 1][]uint64 // of one population: [D][n][k]
}

func (b *brute) fill(population int) {
	for d := range population + 1 {
		for n := range population + 1 {
			sums, sum := make([]uint64, n+1), uint64(0)
			for x := range n + 1 {
				if x <= d && n-x <= population-d {
					sum += b.c[d][x] * b.c[population-d][n-x]
				}
				sums[x] = sum
			}
			b.ways[d][n] = sums
		}
	}
}

// small reports whether P(X ≤ k) ≤ 1/risk.
func (b *brute) small(population, d, n, k int, risk uint64) bool {
	return b.ways[d][n][min(k, n)]*risk <= b.c[population][n]
}

// For every population up to 60, every design number, every number of accepted
// deviations and four confidences: Size is the first of all samples that does.
func TestSizeAgainstCountingEverySample(t *testing.T) {
	b := &brute{c: pascal()}
	for population := 1; population <= bruteMost; population++ {
		b.fill(population)
		for design := 1; design <= population; design++ {
			for accept := range design {
				for _, risk := range []uint64{5, 10, 20, 100} {
					want := 0
					for !b.small(population, design, want, accept, risk) {
						want++
					}
					p := Plan{int64(population), int64(design), int64(accept), one.Sub(exact.Frac(1, int64(risk)))}
					if got, err := Size(p); err != nil || got != int64(want) {
						t.Fatalf("%+v: got %d %v, want %d", p, got, err, want)
					}
				}
			}
		}
	}
}

// For every population up to 60, every sample, every number found and four
// confidences: the bounds are the outermost numbers that are not ruled out.
func TestBoundsAgainstCountingEverySample(t *testing.T) {
	b := &brute{c: pascal()}
	for population := 1; population <= bruteMost; population++ {
		b.fill(population)
		for sample := range population + 1 {
			for found := range sample + 1 {
				for _, risk := range []uint64{5, 10, 20, 50} {
					checkBounds(t, b, population, sample, found, risk)
				}
			}
		}
	}
}

func checkBounds(t *testing.T, b *brute, population, sample, found int, risk uint64) {
	t.Helper()
	upper := population - (sample - found)
	for b.small(population, upper, sample, found, risk) {
		upper--
	}
	// P(X ≥ found) ≤ 1/risk: all samples less those with fewer.
	lower, all := found, b.c[population][sample]
	for found > 0 && (all-b.ways[lower][sample][found-1])*risk <= all {
		lower++
	}
	f := Finding{int64(population), int64(sample), int64(found), one.Sub(exact.Frac(2, int64(risk)))} // half of the risk to each side
	if l, u, err := TwoSided(f); err != nil || l != int64(lower) || u != int64(upper) {
		t.Fatalf("two-sided %+v: got %d–%d %v, want %d–%d", f, l, u, err, lower, upper)
	}
	if risk != 20 {
		return // one-sided bounds search alike, at the whole risk
	}
	f.Confidence = one.Sub(exact.Frac(1, 20))
	if got, err := Upper(f); err != nil || got != int64(upper) {
		t.Fatalf("upper %+v: got %d %v, want %d", f, got, err, upper)
	}
	if got, err := Lower(f); err != nil || got != int64(lower) {
		t.Fatalf("lower %+v: got %d %v, want %d", f, got, err, lower)
	}
}
