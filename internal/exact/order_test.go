package exact

import "testing"

// Whole numbers and fractions stand in one order, and each stands beside itself.
func TestOrder(t *testing.T) {
	ordered := []Rat{Int(-2), Frac(-3, 2), Int(-1), Frac(-1, 3), {}, Frac(1, 3), Frac(1, 2), Int(1), Frac(10, 9), Int(2)}
	for i, x := range ordered {
		for j, y := range ordered {
			want := 0
			switch {
			case i < j:
				want = -1
			case i > j:
				want = 1
			}
			if got := x.Cmp(y); got != want {
				t.Errorf("%s beside %s: %d, want %d", x, y, got, want)
			}
		}
	}
}
