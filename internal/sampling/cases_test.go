package sampling

import (
	"encoding/csv"
	"os"
	"strconv"
	"testing"

	"opfyldt/internal/exact"
	"opfyldt/internal/fault"
)

func number(t *testing.T, s string) int64 {
	t.Helper()
	if s == "" {
		return 0
	}
	n, err := strconv.ParseInt(s, 10, 64)
	if err != nil {
		t.Fatal(err)
	}
	return n
}

// Every worked case: columns kind, N, D, n, k or c, confidence in percent,
// expected (empty where no size exists).
func TestWorkedCases(t *testing.T) {
	f, err := os.Open("testdata/cases.csv")
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	rows, err := csv.NewReader(f).ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	seen := map[string]int{}
	for i, r := range rows[1:] {
		seen[r[0]]++
		confidence := exact.MustParse(r[5]).Quo(exact.Int(100))
		plan := Plan{number(t, r[1]), number(t, r[2]), number(t, r[4]), confidence}
		finding := Finding{number(t, r[1]), number(t, r[3]), number(t, r[4]), confidence}
		got, err := answer(r[0], plan, finding)
		if r[6] == "" {
			if fault.KindOf(err) != fault.Invalid {
				t.Errorf("row %d %v: got %d %v, want no size", i+2, r, got, err)
			}
			continue
		}
		if want := number(t, r[6]); err != nil || got != want {
			t.Errorf("row %d %v: got %d %v", i+2, r, got, err)
		}
	}
	want := map[string]int{"sample_size": 84, "upper_one_sided": 34, "lower_two_sided": 9, "upper_two_sided": 9}
	for kind, n := range want {
		if seen[kind] != n {
			t.Errorf("%d rows of %s, want %d", seen[kind], kind, n)
		}
	}
}

func answer(kind string, p Plan, f Finding) (int64, error) {
	switch kind {
	case "sample_size":
		return Size(p)
	case "upper_one_sided":
		return Upper(f)
	}
	lower, upper, err := TwoSided(f)
	if kind == "lower_two_sided" {
		return lower, err
	}
	return upper, err
}

// Probabilities that stand beside the worked cases, rounded to six places.
func TestProbabilitiesOfTheWorkedCases(t *testing.T) {
	for _, c := range []struct {
		h    Hypergeometric
		k    int64
		want string
	}{
		{Hypergeometric{5, 1, 4}, 0, "0.2"},
		{Hypergeometric{5, 1, 3}, 0, "0.4"},
		{Hypergeometric{100, 5, 45}, 0, "0.046206"},
		{Hypergeometric{100, 5, 44}, 0, "0.050736"},
		{Hypergeometric{10000, 500, 59}, 0, "0.048058"},
		{Hypergeometric{1000, 50, 119}, 2, "0.049253"},
		{Hypergeometric{1000, 50, 197}, 5, "0.049013"},
		{Hypergeometric{1000, 73, 200}, 10, "0.103137"},
		{Hypergeometric{1000, 74, 200}, 10, "0.093327"},
		{Hypergeometric{500, 48, 100}, 5, "0.053262"},
		{Hypergeometric{500, 49, 100}, 5, "0.046258"},
		{Hypergeometric{5000, 199, 73}, 0, "0.050449"},
		{Hypergeometric{5000, 300, 77}, 1, "0.049237"},
		{Hypergeometric{10, 10, 4}, 4, "1"},
		{Hypergeometric{10, 8, 4}, 1, "0"},
		{Hypergeometric{10_000_000, 5_000_000, 4_999_999}, 2_499_999, "0.5"}, // by symmetry
	} {
		got, err := c.h.AtMost(c.k, 6)
		if err != nil || !got.Equal(exact.MustParse(c.want)) {
			t.Errorf("%+v at most %d: %s %v, want %s", c.h, c.k, got, err, c.want)
		}
	}
}

// P(X ≤ 0 | 8, 1, 7) = 1/8 = 0.125 lies half way between 0.12 and 0.13.
func TestProbabilitiesRoundHalvesUp(t *testing.T) {
	if got, err := (Hypergeometric{8, 1, 7}).AtMost(0, 2); err != nil || got.String() != "0.13" {
		t.Errorf("got %s %v", got, err)
	}
}
