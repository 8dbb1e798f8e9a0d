package exact

import (
	"encoding/json"
	"errors"
	"fmt"
	"math/big"
	"strings"
)

// maxLength bounds the text of a number; longer texts are no figure that a
// contract or a result would hold, and would only cost time.
const maxLength = 40

// ErrSyntax says that a text is not a plain decimal or a fraction.
var ErrSyntax = errors.New("not a number")

// Rat is an exact rational number. The zero value is 0. A Rat is a value: no
// method changes its receiver.
type Rat struct{ r *big.Rat }

// Int returns n as a Rat.
func Int(n int64) Rat { return Rat{new(big.Rat).SetInt64(n)} }

// Frac returns a/b. It panics when b is 0, as integer division does.
func Frac(a, b int64) Rat { return Rat{big.NewRat(a, b)} }

// Parse reads a decimal ("12.5", "-3") or a fraction ("1/12"). Exponents,
// signs of percent, spaces and commas are refused.
func Parse(s string) (Rat, error) {
	if s == "" || len(s) > maxLength || strings.Trim(s, "0123456789./-") != "" {
		return Rat{}, fmt.Errorf("parse %.40q: %w", s, ErrSyntax)
	}
	r, ok := new(big.Rat).SetString(s)
	if !ok || strings.Contains(s, "/") && strings.Contains(s, ".") {
		return Rat{}, fmt.Errorf("parse %.40q: %w", s, ErrSyntax)
	}
	return Rat{r}, nil
}

// MustParse is Parse for constants in code and tests; it panics on an error.
func MustParse(s string) Rat {
	r, err := Parse(s)
	if err != nil {
		panic(err)
	}
	return r
}

func (x Rat) big() *big.Rat {
	if x.r == nil {
		return new(big.Rat)
	}
	return x.r
}

// Add returns x + y.
func (x Rat) Add(y Rat) Rat { return Rat{new(big.Rat).Add(x.big(), y.big())} }

// Sub returns x − y.
func (x Rat) Sub(y Rat) Rat { return Rat{new(big.Rat).Sub(x.big(), y.big())} }

// Mul returns x × y.
func (x Rat) Mul(y Rat) Rat { return Rat{new(big.Rat).Mul(x.big(), y.big())} }

// Quo returns x / y. It panics when y is 0, as integer division does.
func (x Rat) Quo(y Rat) Rat { return Rat{new(big.Rat).Quo(x.big(), y.big())} }

// Abs returns |x|.
func (x Rat) Abs() Rat { return Rat{new(big.Rat).Abs(x.big())} }

// Cmp returns -1, 0 or +1 as x is less than, equal to or greater than y.
func (x Rat) Cmp(y Rat) int {
	a, b := x.big(), y.big()
	if a.IsInt() && b.IsInt() {
		return a.Num().Cmp(b.Num()) // without the products of numerators and denominators
	}
	return a.Cmp(b)
}

// Equal reports whether x and y are the same number.
func (x Rat) Equal(y Rat) bool { return x.Cmp(y) == 0 }

// Less reports whether x < y.
func (x Rat) Less(y Rat) bool { return x.Cmp(y) < 0 }

// Sign returns -1, 0 or +1.
func (x Rat) Sign() int { return x.big().Sign() }

// IsZero reports whether x is 0. encoding/json's omitzero uses it.
func (x Rat) IsZero() bool { return x.Sign() == 0 }

// Ceil returns the least whole number that is not below x.
func (x Rat) Ceil() int64 {
	q, m := new(big.Int).DivMod(x.big().Num(), x.big().Denom(), new(big.Int))
	if m.Sign() != 0 {
		q.Add(q, big.NewInt(1))
	}
	return q.Int64()
}

// Num and Denom return the parts of the reduced fraction as decimal texts.
func (x Rat) Num() string { return x.big().Num().String() }

// Denom returns the denominator of the reduced fraction.
func (x Rat) Denom() string { return x.big().Denom().String() }

// Min returns the smaller of x and y.
func Min(x, y Rat) Rat {
	if y.Less(x) {
		return y
	}
	return x
}

// Max returns the greater of x and y.
func Max(x, y Rat) Rat {
	if x.Less(y) {
		return y
	}
	return x
}

// Sum adds the numbers.
func Sum(xs ...Rat) Rat {
	total := new(big.Rat)
	for _, x := range xs {
		total.Add(total, x.big())
	}
	return Rat{total}
}

// String returns the exact decimal ("6.25", "75") where one exists and the
// reduced fraction ("100/3") where none does.
func (x Rat) String() string {
	n, exact := x.big().FloatPrec()
	if !exact {
		return x.big().RatString()
	}
	return x.big().FloatString(n)
}

// Decimal returns x rounded half away from zero to the given number of
// decimals, and whether nothing was lost by it.
func (x Rat) Decimal(decimals int) (text string, same bool) {
	n, exact := x.big().FloatPrec()
	return x.big().FloatString(decimals), exact && n <= decimals
}

// MarshalText writes String's form.
func (x Rat) MarshalText() ([]byte, error) { return []byte(x.String()), nil }

// UnmarshalText reads what Parse reads.
func (x *Rat) UnmarshalText(b []byte) error {
	r, err := Parse(string(b))
	if err != nil {
		return err
	}
	*x = r
	return nil
}

// UnmarshalJSON reads a JSON string or a plain JSON number.
func (x *Rat) UnmarshalJSON(b []byte) error {
	var s string
	if json.Unmarshal(b, &s) != nil {
		s = string(b)
	}
	return x.UnmarshalText([]byte(s))
}
