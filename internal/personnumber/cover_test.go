package personnumber

import "testing"

func TestCoverLeavesEverythingButTheNumbers(t *testing.T) {
	for _, c := range []struct {
		text, want string
		covered    int
	}{
		{"Telefonen blev taget med det samme.", "Telefonen blev taget med det samme.", 0},
		{"Mit nummer er 010170-1234, ring.", "Mit nummer er [●●●●], ring.", 1},
		{"0101701234 og 01 01 70 1234", "[●●●●] og [●●●●]", 2},
		{"Sag 2014-1234567 den 30.06.2014", "Sag 2014-1234567 den 30.06.2014", 0},
	} {
		if got, n := Cover(c.text); got != c.want || n != c.covered {
			t.Errorf("%q: %q, %d covered; want %q, %d", c.text, got, n, c.want, c.covered)
		}
	}
}
