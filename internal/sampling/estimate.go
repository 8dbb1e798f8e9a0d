package sampling

import (
	"math"
	"math/big"
)

// unit is the rounding error of one operation on a float64, relative.
const unit = 0x1p-53

// estimate is the logarithm of one tail of the distribution: of P(X ≤ k), or of
// P(X > k) where upper is set. The smaller-looking tail is taken, because its
// terms fall away from the first one on.
//
// The tail is its largest term times a sum of products of ratios. The term's
// logarithm is worked out to some 40 digits, so that its error is that of one
// rounding; the sum consists of positive numbers, each of which is off by at most
// four roundings for each factor, and each addition adds one.
type estimate struct {
	term  *big.Float // logarithm of the largest term
	sum   float64    // the tail divided by that term
	off   float64    // bound on the relative error of sum
	upper bool
}

func (t tail) estimate() estimate {
	if t.k*(t.rest()+t.k) <= (t.deviating-t.k+1)*(t.sample-t.k+1) {
		sum, off := t.sum(t.k, t.below)
		return estimate{t.logTerm(t.k), sum, off, false}
	}
	sum, off := t.sum(t.k+1, t.above)
	return estimate{t.logTerm(t.k + 1), sum, off, true}
}

// rest is how many sound customers more there are than the sample could hold.
func (t tail) rest() int64 { return t.population - t.deviating - t.sample }

// below is P(X = x−1) / P(X = x); it falls when x falls.
func (t tail) below(x int64) float64 {
	return float64(x) * float64(t.rest()+x) / (float64(t.deviating-x+1) * float64(t.sample-x+1))
}

// above is P(X = x+1) / P(X = x); it falls when x rises.
func (t tail) above(x int64) float64 {
	return float64(t.deviating-x) * float64(t.sample-x) / (float64(x+1) * float64(t.rest()+x+1))
}

// sum adds the tail's terms relative to the one at x, walking away from the
// middle. Ratios only fall, so the terms left out are less than a geometric
// series, and the walk ends when that is less than one rounding.
func (t tail) sum(x int64, ratio func(int64) float64) (sum, off float64) {
	step := int64(1)
	if x == t.k {
		step = -1
	}
	sum = 1
	part, terms := 1.0, 0.0
	for ; ; x += step {
		next := ratio(x)
		part *= next
		sum += part
		terms++
		if part*next <= (1-next)*sum*unit/2 {
			return sum, (6*terms + 8) * unit
		}
	}
}

// logTerm is the logarithm of P(X = x).
func (t tail) logTerm(x int64) *big.Float {
	above := []int64{t.deviating, t.population - t.deviating, t.sample, t.population - t.sample}
	below := []int64{t.population, x, t.deviating - x, t.sample - x, t.rest() + x}
	log := newFloat()
	for _, n := range above {
		log.Add(log, logFactorial(n))
	}
	for _, n := range below {
		log.Sub(log, logFactorial(n))
	}
	return log
}

// compare orders P(X ≤ k) and p, which lies between 0 and 1; sure is false where
// they are too close for the error bound.
func (e estimate) compare(p *big.Rat) (order int, sure bool) {
	if e.upper {
		p = opposite(p)
	}
	logSum := math.Log(e.sum)
	needed, _ := newFloat().Sub(logRat(p), e.term).Float64()
	// math.Log errs by less than one unit in the last place, needed by half of
	// one, the difference by half of one more; twice that is allowed for.
	off := e.off + 4*unit*(logSum+math.Abs(needed)) + 4*unit
	difference := logSum - needed
	switch {
	case math.Abs(difference) <= off:
		return 0, false
	case (difference > 0) != e.upper:
		return 1, true
	}
	return -1, true
}

// bounds returns numbers between which P(X ≤ k) lies.
func (e estimate) bounds() (low, high float64) {
	log, _ := e.term.Float64()
	sum := math.Log(e.sum)
	chance := math.Exp(log + sum)
	// math.Exp errs by less than one unit in the last place.
	off := chance*2*(e.off+8*unit*(sum-log)+8*unit) + math.SmallestNonzeroFloat64
	if e.upper {
		chance = 1 - chance
		off += unit
	}
	return chance - off, chance + off
}
