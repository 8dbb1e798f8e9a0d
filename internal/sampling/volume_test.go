package sampling

import (
	"testing"

	"opfyldt/internal/exact"
)

// AICPA's Audit Guide of 2017, table A-1 (5 % risk, none expected), is binomial.
func TestPicksByVolumeAreThePublishedTables(t *testing.T) {
	for share, want := range map[string]int64{
		"0.02": 149, "0.03": 99, "0.04": 74, "0.05": 59, "0.06": 49, "0.07": 42, "0.08": 36, "0.09": 32, "0.1": 29, "0.15": 19, "0.2": 14,
	} {
		if got, err := SizeByVolume(exact.MustParse(share), 0, exact.MustParse("0.95")); err != nil || got != want {
			t.Errorf("%s: %d, want %d, %v", share, got, want, err)
		}
	}
}

// By hand: of 2 picks none hits with (1 − p)², which is 0.25 at p = 1/2; one at most
// with 1 − p², which is 0.19 at p = 0.9. Plan and bound fit each other.
func TestAShareOfTheVolumeIsBoundedExactly(t *testing.T) {
	for _, c := range []struct {
		picks, found     int64
		confidence, want string
	}{
		{2, 0, "0.75", "0.5"}, {2, 1, "0.81", "0.9"}, {1, 0, "0.95", "0.95"}, {3, 3, "0.95", "1"}, {0, 0, "0.95", "1"},
		{59, 0, "0.95", "0.0496"}, // 0.9504^59 = 0.0497; 0.9505^59 = 0.0500 > 0.05
	} {
		got, err := UpperShare(Draws{c.picks, c.found, exact.MustParse(c.confidence)})
		if err != nil || got.String() != c.want {
			t.Errorf("%d of %d at %s: %s, want %s, %v", c.found, c.picks, c.confidence, got, c.want, err)
		}
	}
	for _, accept := range []int64{0, 1, 3} {
		share, confidence := exact.MustParse("0.05"), exact.MustParse("0.95")
		n, err := SizeByVolume(share, accept, confidence)
		if err != nil {
			t.Fatal(err)
		}
		enough, _ := UpperShare(Draws{n, accept, confidence})
		fewer, _ := UpperShare(Draws{n - 1, accept, confidence})
		if share.Less(enough) || !share.Less(fewer) {
			t.Errorf("%d picks bound %s, one fewer %s", n, enough, fewer)
		}
	}
	for name, d := range map[string]Draws{
		"found": {2, 3, exact.MustParse("0.95")}, "sample": {-1, 0, exact.MustParse("0.95")}, "confidence": {2, 0, exact.MustParse("1.1")},
	} {
		if _, err := UpperShare(d); err == nil {
			t.Errorf("%s is not refused", name)
		}
	}
	if _, err := SizeByVolume(exact.Int(0), 0, exact.MustParse("0.95")); err == nil {
		t.Error("a share of nothing has a size")
	}
}
