package sampling

import (
	"math"
	"math/big"
	"sort"

	"opfyldt/internal/exact"
)

// MaxPlaces is the most decimals that a probability is given with.
const MaxPlaces = 12

// AtMost returns P(X ≤ k) correctly rounded to the given number of decimals,
// halves upward.
func (h Hypergeometric) AtMost(k int64, places int) (exact.Rat, error) {
	if err := firstFault(rangeFault("places", int64(places), 0, MaxPlaces)); err != nil {
		return exact.Rat{}, err
	}
	if err := h.check(); err != nil {
		return exact.Rat{}, err
	}
	scale := int64(math.Pow10(places))
	low, high := h.between(k, scale)
	// Searched is the last step whose lower edge, half a step below it, P reaches.
	steps := sort.Search(int(high-low), func(i int) bool {
		edge := big.NewRat(2*(low+int64(i))+1, 2*scale)
		return h.compare(k, edge) < 0
	})
	return exact.Frac(low+int64(steps), scale), nil
}

// between returns whole numbers between which P(X ≤ k) times scale lies.
func (h Hypergeometric) between(k, scale int64) (low, high int64) {
	if _, known := h.trivial(k); known {
		return 0, scale
	}
	t, turned := h.reduce(k)
	from, to := t.estimate().bounds()
	if turned {
		from, to = 1-to, 1-from
	}
	return max(0, int64(from*float64(scale))-1), min(scale, int64(to*float64(scale))+2)
}

// Point is one point of a plot of P(X ≤ k) over the number of deviating customers.
type Point struct {
	Deviating int64
	Chance    exact.Rat
}

// Curve returns, for each given number of deviating customers, the chance that a
// sample shows at most accept of them: the risk of concluding wrongly where the
// number is at or above the design number.
func Curve(population, sample, accept int64, deviating []int64, places int) ([]Point, error) {
	points := make([]Point, 0, len(deviating))
	for _, d := range deviating {
		chance, err := Hypergeometric{population, d, sample}.AtMost(accept, places)
		if err != nil {
			return nil, err
		}
		points = append(points, Point{d, chance})
	}
	return points, nil
}

// Conclusion is what a number of deviations found would say of the population.
type Conclusion struct{ Found, Lower, Upper int64 }

// Conclusions returns what could be concluded with 0, 1, … most deviations, each
// bound one-sided at the confidence.
func Conclusions(population, sample, most int64, confidence exact.Rat) ([]Conclusion, error) {
	var all []Conclusion
	for found := range min(most, sample) + 1 {
		f := Finding{population, sample, found, confidence}
		if err := f.check(); err != nil {
			return nil, err
		}
		risk := ratio(one.Sub(confidence))
		all = append(all, Conclusion{found, f.lower(risk), f.upper(risk)})
	}
	return all, nil
}
