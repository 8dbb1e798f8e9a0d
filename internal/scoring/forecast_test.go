package scoring

import (
	"testing"
	"time"

	"opfyldt/internal/calendar"
	"opfyldt/internal/contract"
	"opfyldt/internal/exact"
)

func mustForecast(t *testing.T, c *contract.Contract, facts []Fact, day string) []Point {
	t.Helper()
	points, err := Forecast(c, facts, calendar.MustDate(day).Start().Add(12*time.Hour))
	if err != nil {
		t.Fatal(err)
	}
	return points
}

// pointOn is the newest point not after the day.
func pointOn(t *testing.T, points []Point, day string) string {
	t.Helper()
	var at *Point
	for i := range points {
		if !points[i].Day.After(calendar.MustDate(day)) {
			at = &points[i]
		}
	}
	if at == nil {
		t.Fatalf("no point on %s", day)
	}
	return text(between(at.Total.Worst, at.Total.Best))
}

// Nothing is reported on 1 January. The plan of the CPR contract settles four
// of the eight goals, 12.5 points each: goal 1 when the plan is delivered
// (30 June: half) and discussed (31 October), goal 7 on the day its deciding
// step is planned for, goal 2 with its third service (29 August: half) and its
// fifth (1 December), goal 3 with its second activity (14 November: half) and
// its fourth (5 December). The four measured goals have no figure, so that
// nothing is guessed of them: 0 to 50 points stay open.
func TestForecastOfAnUntouchedPlan(t *testing.T) {
	c := cpr(t)
	_, _, _, web := c.Step("web-client.in-use")
	points := mustForecast(t, c, nil, "2014-01-01")
	for day, want := range map[string]string{
		"2014-01-01": "0..100",
		"2014-06-29": "0..100",
		"2014-06-30": "6.25..100",
	} {
		if got := pointOn(t, points, day); got != want {
			t.Errorf("%s: %s, want %s", day, got, want)
		}
	}
	if got := pointOn(t, points, "2014-12-31"); got != "50..100" {
		t.Errorf("last day: %s, want 50..100", got)
	}
	before, on := pointOn(t, points, web.PlannedDay().AddDays(-1).String()), pointOn(t, points, web.PlannedDay().String())
	if before == on {
		t.Errorf("nothing happens on %s, when goal 7 is planned", web.PlannedDay())
	}
}

// On 2 October: goal 1's plan came in time and its discussion is expected on
// 15 January, after its date, so that the goal ends at half. The complaints
// stand at 190 of 200, exactly 95 %, and stay there: kept on the last day.
func TestForecastFollowsMovedDatesAndKeepsFigures(t *testing.T) {
	c := cpr(t)
	facts := []Fact{
		done("plan.done", "2014-06-24"),
		fact("plan.discussed", "2014-09-01", StepReport{Status: Started, Expected: calendar.MustDate("2015-01-15")}),
		fact("4", "2014-09-30", CaseShare{Timely: 190, Total: 200}),
	}
	points := mustForecast(t, c, facts, "2014-10-02")
	last := points[len(points)-1]
	if last.Day != calendar.MustDate("2015-01-15") {
		t.Errorf("the last point is %s, want the day of the discussion", last.Day)
	}
	// Goals 2, 3 and 7 by the plan 37.5, goal 1 half 6.25, goal 4 12.5: 56.25;
	// goals 5, 6 and 8 stay open: 37.5 more at best.
	if got := text(between(last.Total.Worst, last.Total.Best)); got != "56.25..93.75" {
		t.Errorf("at the end %s, want 56.25..93.75", got)
	}
	facts[2] = fact("4", "2014-09-30", CaseShare{Timely: 189, Total: 200})
	short := mustForecast(t, c, facts, "2014-10-02")
	if got := short[len(short)-1].Total.Best; !got.Equal(exact.MustParse("81.25")) {
		t.Errorf("with 189 of 200 in time at best %s, want 81.25", got)
	}
}

// A month without a count is expected like the newest: 50 a month keeps goal
// 5b, one month of 49 has lost it at once.
func TestForecastOfMonths(t *testing.T) {
	c := cpr(t)
	january := calendar.Month{Year: 2014, Month: 1}
	for count, want := range map[int64]string{50: "12.5", 49: "0"} {
		facts := []Fact{
			fact("5a", "2014-01-31", CaseShare{Timely: 92, Total: 100}),
			fact("5b", "2014-01-31", MonthCount{Month: january, Count: count}),
		}
		points := mustForecast(t, c, facts, "2014-02-03")
		last := points[len(points)-1]
		// The three goals of milestones 50 by the plan, goal 5 beside them.
		if got := last.Total.Worst.Sub(exact.Int(50)).String(); got != want {
			t.Errorf("with %d in January goal 5 gives %s, want %s", count, got, want)
		}
	}
}

// A step past its expected date is taken as done today: too late, where the
// agreed date has passed too.
func TestForecastOfAnOverdueStep(t *testing.T) {
	c := cpr(t)
	points := mustForecast(t, c, []Fact{done("plan.draft", "2014-05-16")}, "2014-07-02")
	if got := pointOn(t, points, "2014-07-02"); got != "0..87.5" {
		t.Errorf("the plan is two days over: %s, want 0..87.5", got)
	}
}
