package scorecard

import (
	"testing"

	"opfyldt/internal/calendar"
	"opfyldt/internal/milestone"
)

// Both services are planned for 30 June; one is put off to August. Of the cases
// nothing has been reported for the quarter that ended.
func TestTheOverviewNamesWhatIsLate(t *testing.T) {
	p := pageOf(t, "2014-07-02", fact{milestone.KindUpdate, "one", "2014-06-01", `{"status":"started","expected":"2014-08-01","reason":"x"}`})
	o := p.overview(p.facts, nil)
	want := []Overdue{
		{Goal: "cases", Title: "Mål cases", Day: calendar.MustDate("2014-06-30"), short: "Tal for 2. kvartal 2014"},
		{Goal: "steps", Title: "two", Day: calendar.MustDate("2014-06-30"), Step: "two", short: "two"},
	}
	if len(o.Overdue) != len(want) {
		t.Fatalf("got %+v", o.Overdue)
	}
	for _, w := range want {
		found := false
		for _, got := range o.Overdue {
			found = found || got == w
		}
		if !found {
			t.Errorf("%+v is not in %+v", w, o.Overdue)
		}
	}
	if o.Counts.Late != 1 {
		t.Errorf("late steps: %d", o.Counts.Late)
	}
	// A working step past its agreed day is late, however far it was put off.
	s := milestone.StepLine{Step: milestone.Step{
		Status: "started", State: "overdue", Due: calendar.MustDate("2014-06-30"), Expected: calendar.MustDate("2014-10-31"),
	}}
	if since := p.lateSince(s); since != calendar.MustDate("2014-06-30") {
		t.Errorf("late since %s", since)
	}
}
