package sampling

import (
	"math/big"
	"testing"
)

// within reports whether a and b differ by less than 10^-30.
func within(a, b *big.Float) bool {
	limit, _, _ := big.ParseFloat("1e-30", 10, precision, big.ToNearestEven)
	return newFloat().Abs(newFloat().Sub(a, b)).Cmp(limit) < 0
}

// The series against the product itself, from where the series takes over.
func TestStirlingAgainstTheProduct(t *testing.T) {
	for _, n := range []int64{0, 1, 2, 63, 64, 65, 100, 1000, 20000} {
		product := log(newFloat().SetInt(new(big.Int).MulRange(1, n)))
		if got := logFactorial(n); !within(got, product) {
			t.Errorf("log %d! = %.40g, want %.40g", n, got, product)
		}
	}
	// Far out, by the step from n−1 to n: log n! − log (n−1)! = log n.
	for _, n := range []int64{1_000_000, 10_000_000, MaxPopulation} {
		if step := newFloat().Sub(logFactorial(n), logFactorial(n-1)); !within(step, log(whole(n))) {
			t.Errorf("the step to log %d! is %.40g", n, step)
		}
	}
}

// log 2 = 2·(1/3 + 1/(3·3³) + 1/(5·3⁵) + …), summed as fractions.
func TestTheConstantOfTwo(t *testing.T) {
	sum := new(big.Rat)
	for i := int64(0); i < 80; i++ {
		power := new(big.Int).Exp(big.NewInt(3), big.NewInt(2*i+1), nil)
		sum.Add(sum, new(big.Rat).SetFrac(big.NewInt(2), power.Mul(power, big.NewInt(2*i+1))))
	}
	if !within(newFloat().SetRat(sum), logOf2) {
		t.Errorf("log 2 is %.60g", newFloat().SetRat(sum))
	}
}
