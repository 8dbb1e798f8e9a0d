package forecast

import (
	"math/big"

	"opfyldt/internal/exact"
)

// Prediction is how many of the cases ahead are to be expected to be timely.
type Prediction struct {
	Low, High int64     // with the probability asked for it is neither fewer nor more
	Mean      exact.Rat // the expectation
}

// Predict says how many of ahead further cases will be timely when timely of seen
// were, if the further ones are like those seen: the predictive distribution of
// Bayes and Laplace, each share held equally likely before anything was seen. It is
// the negative hypergeometric distribution,
//
//	P(k) = C(timely+k, k) × C(missed+ahead−k, ahead−k) / C(seen+ahead+1, ahead),
//
// and its equal-tailed interval lies within the exact prediction limits of
// Thatcher (Journal of the Royal Statistical Society B 26, 1964, 176–210). The
// probabilities are reckoned one from the next, to 256 bits, so that any machine
// finds the same bounds.
func Predict(seen, timely, ahead int64, level exact.Rat) Prediction {
	p := Prediction{Mean: exact.Int(ahead).Mul(exact.Frac(timely+1, seen+2))}
	d := newDistribution(seen, timely, ahead, p.Mean)
	tail := exact.Int(1).Sub(level).Quo(exact.Int(2))
	p.Low, p.High = d.first+d.below(tail, false), d.first+int64(len(d.weights))-1-d.below(tail, true)
	return p
}

// precision is how many bits a probability is reckoned to, and negligible how many
// bits under the greatest one it no longer counts.
const (
	precision  = 256
	negligible = 200
)

// distribution holds the probabilities that count, up to a factor.
type distribution struct {
	first   int64 // what the first of them is of
	weights []*big.Float
	total   *big.Float
}

// newDistribution reckons the weights from the mean on, upward and downward.
func newDistribution(seen, timely, ahead int64, mean exact.Rat) distribution {
	missed := seen - timely
	middle := min(mean.Ceil(), ahead)
	counts := func(w *big.Float) bool { return w.MantExp(nil) > -negligible }
	up := []*big.Float{number(1)}
	for k := middle; k < ahead; k++ {
		// P(k+1) / P(k)
		w := ratio(up[len(up)-1], timely+k+1, ahead-k, k+1, missed+ahead-k)
		if !counts(w) {
			break
		}
		up = append(up, w)
	}
	down := []*big.Float{up[0]}
	for k := middle; k > 0; k-- {
		// P(k−1) / P(k)
		w := ratio(down[len(down)-1], k, missed+ahead-k+1, timely+k, ahead-k+1)
		if !counts(w) {
			break
		}
		down = append(down, w)
	}
	d := distribution{first: middle - int64(len(down)) + 1, total: number(0)}
	for i := len(down) - 1; i > 0; i-- {
		d.weights = append(d.weights, down[i])
	}
	d.weights = append(d.weights, up...)
	for _, w := range d.weights {
		d.total.Add(d.total, w)
	}
	return d
}

// below is how many weights, from the first on or from the last back, make up no
// more than the tail.
func (d distribution) below(tail exact.Rat, back bool) int64 {
	num, _ := number(0).SetString(tail.Num())
	denom, _ := number(0).SetString(tail.Denom())
	bound := number(0).Mul(d.total, num)
	bound.Quo(bound, denom)
	sum := number(0)
	for i := range d.weights {
		w := d.weights[i]
		if back {
			w = d.weights[len(d.weights)-1-i]
		}
		if sum.Add(sum, w); sum.Cmp(bound) > 0 {
			return int64(i)
		}
	}
	return int64(len(d.weights)) - 1
}

func number(n int64) *big.Float { return new(big.Float).SetPrec(precision).SetInt64(n) }

// ratio is w × a × b / (c × e).
func ratio(w *big.Float, a, b, c, e int64) *big.Float {
	x := number(a)
	x.Mul(x, w)
	x.Mul(x, number(b))
	x.Quo(x, number(c))
	return x.Quo(x, number(e))
}

// Share is part of whole in percent; nil where there is nothing to share.
func Share(part exact.Rat, whole int64) *exact.Rat {
	if whole == 0 {
		return nil
	}
	x := part.Mul(hundred).Quo(exact.Int(whole))
	return &x
}

// Ahead is how many cases are to be expected in the days left when so many came in
// the days before, to the nearest whole number.
func Ahead(came int64, days, left int) int64 {
	if days <= 0 || left <= 0 {
		return 0
	}
	return -exact.Frac(-came*int64(left), int64(days)).Sub(exact.Frac(1, 2)).Ceil()
}
