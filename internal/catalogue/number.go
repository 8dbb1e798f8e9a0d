package catalogue

import (
	"math/big"
	"strings"

	"opfyldt/internal/exact"
)

// Limits of what is still readable as it stands. A figure beyond them is
// written rounded, and says so.
const (
	maxDecimals = 6
	maxDenom    = 100
	rounded     = 3
)

// Number writes an exact number: "6,25" and "6.25", a fraction where no decimal
// is exact ("33 1/3"), groups of thousands from 10.000 on, so that years stay
// years.
func Number(lang string, x exact.Rat) string {
	if text, same := x.Decimal(maxDecimals); same {
		return decimal(lang, strings.TrimSuffix(strings.TrimRight(text, "0"), "."))
	}
	if denom, ok := new(big.Int).SetString(x.Denom(), 10); ok && denom.Cmp(big.NewInt(maxDenom)) <= 0 {
		return mixed(lang, x)
	}
	return nearly(lang, x)
}

// nearly writes a number rounded; next to a rounder one it says on which side, so that
// nobody takes "2,000" for the 2 that a target asks for.
func nearly(lang string, x exact.Rat) string {
	text, _ := x.Decimal(rounded)
	if !strings.HasSuffix(text, "0") {
		return Text(lang, "number.about", map[string]any{"number": decimal(lang, text)})
	}
	return Beside(lang, x, rounded)
}

// Beside writes a number that lies so close to a round one that decimals do not tell
// them apart, by the round one and the side: "lidt over 2".
func Beside(lang string, x exact.Rat, decimals int) string {
	text, _ := x.Decimal(decimals)
	key := "number.below"
	if exact.MustParse(text).Less(x) {
		key = "number.above"
	}
	return Text(lang, key, map[string]any{"number": decimal(lang, strings.TrimSuffix(strings.TrimRight(text, "0"), "."))})
}

// Fixed writes a number with so many decimals, as a table's column wants it:
// "75,0".
func Fixed(lang string, x exact.Rat, decimals int) string {
	text, _ := x.Decimal(decimals)
	return decimal(lang, text)
}

// decimal turns a plain decimal text into the language's.
func decimal(lang, text string) string {
	sign, digits := "", text
	if strings.HasPrefix(text, "-") {
		sign, digits = "-", text[1:]
	}
	point, thousand := ",", "."
	if lang == English {
		point, thousand = ".", ","
	}
	whole, part, hasPart := strings.Cut(digits, ".")
	whole = grouped(whole, thousand)
	if hasPart {
		whole += point + part
	}
	return sign + whole
}

func grouped(digits, separator string) string {
	if len(digits) < 5 {
		return digits
	}
	head := len(digits) % 3
	parts := []string{}
	if head > 0 {
		parts = append(parts, digits[:head])
	}
	for ; head < len(digits); head += 3 {
		parts = append(parts, digits[head:head+3])
	}
	return strings.Join(parts, separator)
}

// mixed writes a whole number and a proper fraction: "33 1/3".
func mixed(lang string, x exact.Rat) string {
	num, _ := new(big.Int).SetString(x.Abs().Num(), 10)
	denom, _ := new(big.Int).SetString(x.Denom(), 10)
	whole, rest := new(big.Int).QuoRem(num, denom, new(big.Int))
	text := rest.String() + "/" + denom.String()
	if whole.Sign() != 0 {
		text = decimal(lang, whole.String()) + " " + text
	}
	if x.Sign() < 0 {
		return "-" + text
	}
	return text
}
