package sampling

import (
	"math/big"
)

// precision is that of logarithms, in bits. Logarithms here stay below 2^36 and
// some hundred operations go into one, so what is lost lies below 2^-140.
const precision = 192

// stirlingFrom is where Stirling's series takes over from the product itself.
const stirlingFrom = 64

func newFloat() *big.Float { return new(big.Float).SetPrec(precision) }

func whole(n int64) *big.Float { return newFloat().SetInt64(n) }

// constant reads a decimal constant of this file.
func constant(s string) *big.Float {
	f, _, err := big.ParseFloat(s, 10, precision, big.ToNearestEven)
	if err != nil {
		panic(err)
	}
	return f
}

var (
	logOf2        = constant("0.693147180559945309417232121458176568075500134360255254120680009493394")
	halfLogOf2Pi  = constant("0.918938533204672741780329736405617639861397473637783412817151540482766")
	twoThirds     = newFloat().Quo(whole(2), whole(3))
	smallestAdded = newFloat().SetMantExp(whole(1), -precision)
)

// stirling holds B(2j) / (2j·(2j−1)) for j = 1 … 8, B being Bernoulli's numbers.
// The series' error is less than its first term left out, 0.18·n^-17, which is
// below 10^-31 from stirlingFrom on.
var stirling = [][2]int64{
	{1, 12}, {-1, 360}, {1, 1260}, {-1, 1680}, {1, 1188}, {-691, 360360}, {1, 156}, {-3617, 122400},
}

// logFactorial is the natural logarithm of n!, n ≥ 0, to within 10^-31.
func logFactorial(n int64) *big.Float {
	if n < stirlingFrom {
		return log(newFloat().SetInt(new(big.Int).MulRange(1, n)))
	}
	x := whole(n)
	sum := newFloat().Mul(newFloat().Add(x, big.NewFloat(0.5)), log(x))
	sum.Sub(sum, x)
	sum.Add(sum, halfLogOf2Pi)
	power, square := newFloat().Set(x), newFloat().Mul(x, x)
	for _, c := range stirling {
		term := newFloat().Quo(whole(c[0]), whole(c[1]))
		sum.Add(sum, term.Quo(term, power))
		power.Mul(power, square)
	}
	return sum
}

// logRat is the natural logarithm of p > 0.
func logRat(p *big.Rat) *big.Float {
	return newFloat().Sub(log(newFloat().SetInt(p.Num())), log(newFloat().SetInt(p.Denom())))
}

// log is the natural logarithm of x > 0: x = m·2^e with m between 2/3 and 4/3,
// and log m = 2·(z + z³/3 + z⁵/5 + …) with z = (m−1)/(m+1), |z| ≤ 1/5.
func log(x *big.Float) *big.Float {
	m := newFloat()
	e := x.MantExp(m)
	if m.Cmp(twoThirds) < 0 {
		m.SetMantExp(m, 1)
		e--
	}
	z := newFloat().Quo(newFloat().Sub(m, whole(1)), newFloat().Add(m, whole(1)))
	square, power, sum := newFloat().Mul(z, z), newFloat().Set(z), newFloat().Set(z)
	for i := int64(3); newFloat().Abs(power).Cmp(smallestAdded) > 0; i += 2 {
		power.Mul(power, square)
		sum.Add(sum, newFloat().Quo(power, whole(i)))
	}
	sum.Mul(sum, whole(2))
	return sum.Add(sum, newFloat().Mul(whole(int64(e)), logOf2))
}
