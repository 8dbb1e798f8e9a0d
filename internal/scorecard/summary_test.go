package scorecard

import (
	"testing"

	"opfyldt/internal/exact"
)

// Where management assessed otherwise, a list shows what the rule gives too; where
// it agrees, and where nobody assessed, there is nothing to show.
func TestACellShowsTheCalculatedDegreeBesideAnother(t *testing.T) {
	degree := func(n int64) Range { return Range{Known: true, Worst: exact.Int(n), Best: exact.Int(n)} }
	for _, c := range []struct {
		line GoalLine
		want string
	}{
		{GoalLine{Degree: degree(100), Calculated: degree(0), Assessed: "100"}, "0"},
		{GoalLine{Degree: degree(50), Calculated: degree(50), Assessed: "50"}, ""},
		{GoalLine{Degree: degree(100), Calculated: degree(100)}, ""},
	} {
		got := ""
		if cell := cellOf(&c.line); cell.Calculated != nil {
			got = cell.Calculated.Best.String()
		}
		if got != c.want {
			t.Errorf("%+v: %q, want %q", c.line, got, c.want)
		}
	}
}
