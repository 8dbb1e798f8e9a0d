package cases

import (
	"slices"
	"testing"

	"opfyldt/internal/calendar"
)

// Of 20 cases that took 1 to 20 days a quarter took at most 5 and three quarters at
// most 15: 15 + 3 × 10 = 45. Of 19 nothing is said.
func TestOutliersLieBeyondThreeTimesTheMiddleHalf(t *testing.T) {
	var list []CaseDuration
	for days := 1; days <= 20; days++ {
		list = append(list, CaseDuration{Days: days, Cases: 1})
	}
	if f := fenceOf(list); f == nil || *f != (CaseFence{5, 15, 45}) {
		t.Errorf("%+v", f)
	}
	if f := fenceOf(list[:19]); f != nil {
		t.Errorf("of 19: %+v", f)
	}
}

// October has begun only and November lies ahead: neither is a gap.
func TestOnlyWholeMonthsAreGaps(t *testing.T) {
	k := complaints(t, "95", 0)
	concluded, received := gaps(Count(append(k.tallies, tallied("2014-02", 1, 1)[0]), k.rule, k.extract).Months)
	if want := []string{"2014-01", "2014-02", "2014-03", "2014-04", "2014-05", "2014-06", "2014-07"}; !slices.Equal(concluded, want) {
		t.Errorf("nothing concluded in %v", concluded)
	}
	if want := []string{"2014-01", "2014-03", "2014-04", "2014-05", "2014-06", "2014-07"}; !slices.Equal(received, want) {
		t.Errorf("nothing received in %v", received)
	}
}

// What stops do to a limit is asked only where there is one; eleven holidays lie in 2014.
func TestWhatIsLookedFor(t *testing.T) {
	if got := (quality{}).findings(); slices.Contains(got, StopForNothing) || len(got) != 8 {
		t.Errorf("without a limit: %v", got)
	}
	if got := (quality{rule: applications(t)}).findings(); !slices.Contains(got, StopForNothing) || len(got) != 10 {
		t.Errorf("with one: %v", got)
	}
	year := calendar.Period{From: calendar.MustDate("2014-01-01"), To: calendar.MustDate("2014-12-31")}
	if got := restDays(year); len(got) != 11 || got[0] != year.From {
		t.Errorf("%v", got)
	}
}
