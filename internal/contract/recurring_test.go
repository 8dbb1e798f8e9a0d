package contract

import (
	"fmt"
	"slices"
	"testing"

	"opfyldt/internal/calendar"
)

// A year from July has its quarters' ends on 30 September, 31 December, 31 March and
// 30 June; fourteen days later it is 14 October, 14 January, 14 April and 14 July,
// the last one after the year's end.
func TestARecurringDeadlineIsAStepForEachTime(t *testing.T) {
	year := calendar.Period{From: calendar.MustDate("2030-07-01"), To: calendar.MustDate("2031-06-30")}
	for _, x := range []struct {
		every Every
		limit *Limit
		want  []string
	}{
		{EveryQuarter, &Limit{14, InDays}, []string{"a.1 2030-10-14", "a.2 2031-01-14", "a.3 2031-04-14", "a.4 2031-07-14"}},
		{EveryHalfYear, nil, []string{"a.1 2030-12-31", "a.2 2031-06-30"}},
		// After New Year the first two working days are Thursday 2 and Friday 3 January.
		{EveryHalfYear, &Limit{2, InWorkingDays}, []string{"a.1 2031-01-03", "a.2 2031-07-02"}},
		{EveryHalfYear, &Limit{1, InMonths}, []string{"a.1 2031-01-31", "a.2 2031-07-30"}},
	} {
		item := Item{ID: "a", Title: "Accounts", Recurring: &Recurring{x.every, x.limit}}
		var got []string
		for _, s := range item.recurring(year) {
			got = append(got, fmt.Sprint(s.ID, " ", s.Due))
			if !s.Decides || s.Title == "" {
				t.Errorf("%+v", s)
			}
		}
		if !slices.Equal(got, x.want) {
			t.Errorf("%s: %v, want %v", x.every, got, x.want)
		}
	}
}

// The steps are there once the file is read, and facts can be about them.
func TestTheFilesRecurringStepsAreFound(t *testing.T) {
	loaded, err := LoadFile("library/sea-rescue-2030.yaml")
	if err != nil || loaded.Contract == nil {
		t.Fatal(err, loaded.Problems)
	}
	if _, r, item, s := loaded.Contract.Step("exercise.3"); s == nil || r.ID != "readiness" || item.ID != "exercise" || s.Due.String() != "2031-04-14" {
		t.Errorf("%+v", s)
	}
}

// Revised twice: each day has the target that is in force on it.
func TestTheTargetInForceOnADay(t *testing.T) {
	r := Requirement{Targets: []Target{{Year: 2031, Text: "first"}, {Year: 2032, Text: "outlook"},
		{Year: 2031, From: calendar.MustDate("2031-05-01"), Text: "second"}, {Year: 2031, From: calendar.MustDate("2031-09-01"), Text: "third"}}}
	for day, want := range map[string]string{"2031-01-01": "first", "2031-04-30": "first", "2031-05-01": "second", "2031-08-31": "second", "2031-12-31": "third"} {
		if got := r.TargetOn(2031, calendar.MustDate(day)); got == nil || got.Text != want {
			t.Errorf("%s: %+v, want %s", day, got, want)
		}
	}
	if got := r.TargetFor(2031); got.Text != "third" {
		t.Errorf("the year's is %s", got.Text)
	}
	if r.TargetFor(2033) != nil {
		t.Error("a target of a year that has none")
	}
}
