package contract

import (
	"testing"

	"opfyldt/internal/exact"
)

// What people print for a weight, and whether it is that weight.
func TestPrintedWeights(t *testing.T) {
	for _, c := range []struct {
		printed, value string
		same           bool
	}{
		{"12,5 pct.", "12.5", true}, {"12.5", "12.5", true}, {"12,5", "12", false}, {"12", "12.5", false},
		{"250.000 kr.", "250000", true}, {"250,000 kr.", "250000", true}, {"1.234.567,50 kr.", "1234567.5", true},
		{"5/12", "5/12", true}, {"5/12", "1/2", false}, {"33,3", "100/3", true}, {"33,4", "100/3", false}, {"33", "100/3", false},
		{"three quarters", "3/4", true}, {"2 of 3 parts", "100", true}, {"100 points", "100", true}, {"100 points", "10", false},
	} {
		k := &checker{log: newLog("f")}
		k.printed("weight", &Weight{Value: exact.MustParse(c.value), Printed: c.printed})
		if same := len(k.problems) == 0; same != c.same {
			t.Errorf("%s for %s: %v", c.printed, c.value, k.problems)
		}
	}
}
