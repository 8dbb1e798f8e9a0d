package scoring

import (
	"testing"

	"opfyldt/internal/calendar"
)

// Each point is what Score says at the end of its day, and there is one for
// each day on which something was recorded, the year's first and the last.
func TestTimelineIsTheScoreOfEachDay(t *testing.T) {
	c := cpr(t)
	facts := factsFor([8]int{100, 50, 50, 100, 100, 0, 100, 100})
	facts = append(facts, assess("6", 100))
	late := done("web-client.in-use", "2014-11-28")
	late.Recorded = calendar.MustDate("2015-02-01").Start()
	points, err := Timeline(c, append(facts, late), endOfYear)
	if err != nil {
		t.Fatal(err)
	}
	days := map[string]bool{"2014-01-01": true, "2014-12-31": true}
	for _, f := range facts {
		days[f.Recorded.In(calendar.Copenhagen()).Format("2006-01-02")] = true
	}
	if len(points) != len(days) {
		t.Errorf("%d points, want %d", len(points), len(days))
	}
	for i, p := range points {
		if i > 0 && !points[i-1].Day.Before(p.Day) {
			t.Errorf("%v does not come before %v", points[i-1].Day, p.Day)
		}
		at := p.Day.End()
		if at.After(endOfYear) {
			at = endOfYear
		}
		want := mustScore(t, c, facts, at)
		if !sameTotals(p.Total, want.Total) || !sameTotals(p.Calculated, want.Calculated) {
			t.Errorf("%v: %+v, want %+v", p.Day, p.Total, want.Total)
		}
	}
	if last := points[len(points)-1]; last.Day.String() != "2014-12-31" || last.Total.Obtained.String() != "87.5" {
		t.Errorf("the last point is %v, %v", last.Day, last.Total.Obtained)
	}
}

func sameTotals(a, b Totals) bool {
	return a.Obtained.Equal(b.Obtained) && a.Decided.Equal(b.Decided) && a.Worst.Equal(b.Worst) && a.Best.Equal(b.Best)
}
