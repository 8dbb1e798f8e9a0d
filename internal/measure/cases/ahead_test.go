package cases

import (
	"fmt"
	"strings"
	"testing"

	"opfyldt/internal/calendar"
	"opfyldt/internal/contract"
	"opfyldt/internal/exact"
)

var day2 = calendar.MustDate("2014-10-02")

// tallied is a month's tallies: received as many as concluded.
func tallied(month string, cases, timely int64) []Tally {
	m, err := calendar.ParseMonth(month)
	if err != nil {
		panic(err)
	}
	return []Tally{{What: "received", Month: m, Cases: cases}, {What: "concluded", Month: m, Cases: cases, Timely: timely}}
}

func due(text string, cases int64) OpenDue {
	if text == "" {
		return OpenDue{Cases: cases}
	}
	return OpenDue{calendar.MustDate(text), cases}
}

// On 2 October: 1 October has passed, 2 and 9 October are 0 and 7 days away, 10 and 16
// October 8 and 14, 17 October 15, 31 December 90 and 1 January 91.
func TestOpenCasesLieInTheBandOfTheirDaysLeft(t *testing.T) {
	open := []OpenDue{
		due("2014-01-01", 2), due("2014-10-01", 1), due("2014-10-02", 1), due("2014-10-09", 1), due("2014-10-10", 1), due("2014-10-16", 1),
		due("2014-10-17", 1), due("2014-12-31", 4), due("2015-01-01", 5), due("", 3),
	}
	var got []string
	for _, b := range Bands(open, day2) {
		got = append(got, fmt.Sprintf("%s %s–%s %d", b.State, b.From, b.To, b.Cases))
	}
	want := "late –2014-10-01 3, open 2014-10-02–2014-10-09 2, open 2014-10-10–2014-10-16 2, open 2014-10-17–2014-11-01 1, " +
		"open 2014-11-02–2014-12-01 0, open 2014-12-02–2014-12-31 4, open 2015-01-01– 5, paused – 3"
	if text := strings.Join(got, ", "); text != want {
		t.Errorf("%s\nwant %s", text, want)
	}
	if n, first := dueSoon(open, day2); n != 4 || first != day2 {
		t.Errorf("%d within 14 days, the first on %s", n, first)
	}
}

// complaints is goal 4 on 2 October: 90 of 95 concluded cases in time.
func complaints(t *testing.T, target string, late int64, open ...OpenDue) known {
	t.Helper()
	rule := applications(t)
	rule.Window = calendar.Period{From: calendar.MustDate("2014-01-01"), To: calendar.MustDate("2014-12-31")}
	tallies := append(tallied("2014-08", 45, 45), tallied("2014-09", 45+late, 45)...)
	return known{rule: rule, target: exact.MustParse(target), today: day2, extract: day2, open: open, tallies: tallies}
}

// What is said, and what is warned of, in the order of how bad it is.
func TestWhatEndangersTheTarget(t *testing.T) {
	for name, c := range map[string]struct {
		k     known
		spare int64
		kinds string
		line  string
	}{
		// 95 % of 104 is 98.8, so 99 are needed; 90 and 10 can be: one may be late.
		"one may be late": {complaints(t, "95", 4, due("2014-11-30", 10)), 1, "", "Of the open cases that can still be in time (10), at most 1 may be concluded late if the target is to hold."},
		"two fall due":    {complaints(t, "95", 4, due("2014-10-05", 2), due("2014-11-30", 8)), 1, "soon", "2 open cases reach their limit within 14 days. At most 1 open case may be concluded late if the target is to hold."},
		// 90 + 1 of 96 is short of 91.2, so of 92, by one: 4 more in time make 95 of 100.
		"one is missing": {complaints(t, "95", 5, due("2014-11-30", 1)), -1, "short", "Even if all open cases are concluded in time, the target is not met. That takes at least 4 new cases, both received and concluded in time by 31 December 2014. In the past year, as far as the cases go back, 95 came in."},
		// 90 of 105: 90 + n of 105 + n is 95 % with n = 195, and only 105 came.
		"beyond likelihood": {complaints(t, "95", 15), -10, "beyond", ""},
		"nothing helps":     {complaints(t, "100", 1), -1, "lost", "The target can no longer be met, however many cases are still concluded in time: it bears no late case."},
		"open past limit":   {complaints(t, "100", 0, due("2014-09-30", 1)), -1, "short", "The target bears no late case, and 1 open case has passed the limit. Once it is concluded, the target is missed."},
		// Due on the extract's day: it may be concluded that very day.
		"due that day": {complaints(t, "100", 0, due("2014-10-02", 1)), 0, "soon", ""},
		"all may be":   {complaints(t, "50", 0, due("2014-10-05", 3)), 3, "", ""},
	} {
		var a CasesAhead
		a.say("en", c.k)
		var kinds []string
		for _, w := range a.Warnings {
			kinds = append(kinds, w.Kind)
		}
		if a.Late == nil || a.Late.Spare != c.spare || strings.Join(kinds, " ") != c.kinds || c.line != "" && a.Line != c.line {
			t.Errorf("%s: %+v, warned of %v, said %q", name, a.Late, kinds, a.Line)
		}
	}
}

// Once the extract has the whole period, what is still open is not the period's.
func TestAPeriodThatHasEndedIsJudged(t *testing.T) {
	for late, kinds := range map[int64]int{4: 0, 5: 1} { // 90 of 94 is 95.7 %, 90 of 95 94.7 %
		k := complaints(t, "95", late, due("2014-12-01", 9))
		k.extract = calendar.MustDate("2014-12-31")
		k.today = k.extract
		var a CasesAhead
		a.say("en", k)
		if len(a.Warnings) != kinds || a.Late != nil {
			t.Errorf("%d late: %+v, %+v", late, a.Warnings, a.Late)
		}
	}
}

// 90 of 94 from 1 August to 2 October, 63 days, and 90 days left: 94 × 90 / 63 = 134.3
// cases ahead, 134. (90 + 134 × 91/96) / (94 + 134) = 20,834/21,888 = 95.185 %.
func TestTheForecastRestsOnTheLastMonths(t *testing.T) {
	k := complaints(t, "95", 4)
	f := k.expect()
	if f == nil || f.From.String() != "2014-08-01" || f.Seen != 94 || f.Timely != 90 || f.Ahead != 134 {
		t.Fatalf("%+v", f)
	}
	if want := exact.Frac(20_834*100, 21_888); !f.Likely.Equal(want) || !f.Low.Less(*f.Likely) || !f.Likely.Less(*f.High) {
		t.Errorf("%s, %s, %s; want %s", f.Low, f.Likely, f.High, want)
	}
	if came, _, _ := k.in(k.lastYear()); came != 94 {
		t.Errorf("%d came", came)
	}
	k.tallies = append(k.tallies, tallied("2013-10", 10, 0)...)
	if f := k.expect(); f.Seen != 94 { // October 2013 is thirteen months back
		t.Errorf("%+v", f)
	}
	k.tallies = append(k.tallies, tallied("2013-11", 10, 0)...)
	if f := k.expect(); f.From.String() != "2013-11-01" || f.Seen != 104 || f.Timely != 90 {
		t.Errorf("%+v", f)
	}
	k.tallies = nil
	if k.expect() != nil {
		t.Error("a forecast from nothing")
	}
}

// 53 in August, 49 in September, 4 until 2 October: September is missed, October needs
// 46 more, and November and December lie after the extract.
func TestEveryMonthMustKeepTheTarget(t *testing.T) {
	k := complaints(t, "50", 0)
	k.rule.Window.From = calendar.MustDate("2014-08-01")
	k.tallies = append(tallied("2014-08", 53, 0), append(tallied("2014-09", 49, 0), tallied("2014-10", 4, 0)...)...)
	atLeast := &contract.Target{Bound: contract.AtLeast, Value: exact.Int(50)}
	c := k.countAhead(atLeast)
	if c.Ended != 2 || !c.Rate.Equal(exact.Int(51)) || c.Highest.Month != "2014-08" || c.Lowest.Cases != 49 {
		t.Errorf("%+v", c)
	}
	var got []string
	for _, m := range c.Months {
		got = append(got, fmt.Sprintf("%s %s %d %s %s %s", m.Month, m.Data, m.Cases, shown(m.Kept), shown(m.Need), shown(m.Spare)))
	}
	want := "2014-08 whole 53 true - -, 2014-09 whole 49 false - -, 2014-10 begun 4 - 46 -, 2014-11 none 0 - 50 -, 2014-12 none 0 - 50 -"
	if text := strings.Join(got, ", "); text != want {
		t.Errorf("%s\nwant %s", text, want)
	}
	if line := c.line("da", k); line != "Oktober 2014 har 4 sager til og med 2. oktober 2014 og skal have mindst 46 mere." {
		t.Error(line)
	}
	upper := exact.MustParse("10.5")
	for bound, want := range map[contract.Bound]string{contract.AtMost: "- - 46", contract.Between: "- 46 6"} {
		m := k.countAhead(&contract.Target{Bound: bound, Value: exact.Int(50), Upper: &upper}).Months[2]
		if got := fmt.Sprintf("%s %s %s", shown(m.Kept), shown(m.Need), shown(m.Spare)); got != want {
			t.Errorf("%s: %s, want %s", bound, got, want)
		}
	}
}

func shown[T any](p *T) string {
	if p == nil {
		return "-"
	}
	return fmt.Sprint(*p)
}

// What lies after the extract's day is not known, and is not 0.
func TestMonthsAfterTheExtractHaveNoData(t *testing.T) {
	k := complaints(t, "95", 0)
	s := Count(k.tallies, k.rule, k.extract)
	var got []string
	for _, g := range append(s.Months[7:], s.Quarters...) {
		got = append(got, g.Name+" "+string(g.Data))
	}
	want := "2014-08 whole, 2014-09 whole, 2014-10 begun, 2014-11 none, 2014-12 none, 1 whole, 2 whole, 3 whole, 4 begun"
	if text := strings.Join(got, ", "); text != want || s.ToDate.To != day2 {
		t.Errorf("%s, to %s", text, s.ToDate.To)
	}
}
