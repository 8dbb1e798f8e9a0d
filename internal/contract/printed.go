package contract

import (
	"regexp"
	"strings"

	"opfyldt/internal/exact"
)

// printedNumber finds numbers as people print them: 12,5 and 12.5, 250.000 and
// 250,000, 5/12.
var printedNumber = regexp.MustCompile(`[0-9]+([.,][0-9]+)*(/[0-9]+)?`)

// printedWeights looks at all weights that the file gives.
func (k *checker) printedWeights(path string, blocks []Block) {
	for i, b := range blocks {
		at := index(join(path, "blocks"), i)
		k.printed(join(at, "weight"), b.Weight)
		for j, g := range b.Goals {
			at := index(join(at, "goals"), j)
			k.printed(join(at, "weight"), &g.Weight)
			for n, r := range g.Requirements {
				k.printed(join(index(join(at, "requirements"), n), "weight"), r.Weight)
			}
		}
		k.printedWeights(at, b.Blocks)
	}
}

// printed warns where a weight's printed form says another number than its value.
// A text without a number, or with several, says nothing that can be compared.
func (k *checker) printed(path string, w *Weight) {
	if w == nil || w.Value.Sign() < 0 {
		return
	}
	found := printedNumber.FindAllString(w.Printed, -1)
	if len(found) != 1 || k.tainted(path) {
		return
	}
	for _, reading := range readingsOf(found[0]) {
		if says(reading, w.Value) {
			return
		}
	}
	k.warn(join(path, "printed"), "printed-otherwise", "printed", w.Printed, "value", w.Value.String())
}

// readingsOf lists what a printed number can mean: a comma or a point stands
// before decimals or between thousands.
func readingsOf(text string) []string {
	whole := strings.NewReplacer(".", "", ",", "").Replace(text)
	danish := strings.ReplaceAll(strings.ReplaceAll(text, ".", ""), ",", ".")
	return []string{whole, danish, strings.ReplaceAll(text, ",", "")}
}

// says reports whether the number is the value, at the number's own decimals.
func says(number string, value exact.Rat) bool {
	r, err := exact.Parse(number)
	if err != nil {
		return true // cannot be compared
	}
	_, decimals, _ := strings.Cut(number, ".")
	off := r.Sub(value)
	if off.Sign() < 0 {
		off = exact.Int(0).Sub(off)
	}
	half := exact.Frac(1, 2)
	for range decimals {
		half = half.Quo(exact.Int(10))
	}
	return r.Equal(value) || len(decimals) > 0 && !half.Less(off)
}
