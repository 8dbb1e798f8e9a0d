package calendar

import (
	"math/rand/v2"
	"strings"
	"testing"
	"time"
)

// limitCases: received, limit (6m months, 30d days, 5w working days, 5x working
// days with 5 June, 24 and 31 December closed), the last timely day, stops.
const limitCases = `
2013-08-31 6m 2014-02-28
2015-08-31 6m 2016-02-29
2013-09-30 6m 2014-03-30
2014-01-01 6m 2014-07-01
2013-12-31 6m 2014-06-30
2013-08-31 5m 2014-01-31
2015-08-31 5m 2016-01-31
2013-09-30 5m 2014-02-28
2014-01-01 5m 2014-06-01
2013-12-31 5m 2014-05-31
2014-03-31 1m 2014-04-30
2016-01-31 1m 2016-02-29
2017-01-31 1m 2017-02-28
2016-02-29 12m 2017-02-28
2020-02-29 48m 2024-02-29
2014-11-30 3m 2015-02-28
2019-11-30 3m 2020-02-29
2027-08-31 3m 2027-11-30
2014-10-31 6m 2015-04-30
2014-02-28 6m 2014-08-28

# Stops in a limit that without them ends on 15 July 2014.
2014-01-15 6m 2014-07-15
2014-01-15 6m 2014-07-25 2014-03-01..2014-03-10                         # 10 days
2014-01-15 6m 2014-07-30 2014-03-01..2014-03-10 2014-04-01..2014-04-05  # 10 + 5
2014-01-15 6m 2014-07-29 2014-03-01..2014-03-10 2014-03-05..2014-03-14  # 1 to 14 March: 14
2014-01-15 6m 2014-08-15 2014-03-01..2014-03-31 2014-03-10..2014-03-12  # 31, one within the other
2014-01-15 6m 2014-07-25 2014-03-01..2014-03-10 2014-03-01..2014-03-10  # the same twice
2014-01-15 6m 2014-07-30 2014-03-01..2014-03-10 2014-03-11..2014-03-15  # 15, one after the other
2014-01-15 6m 2014-07-15 2014-01-01..2014-01-10                         # before it was received
2014-01-15 6m 2014-07-20 2014-01-10..2014-01-20                         # 16 to 20 January: 5
2014-01-15 6m 2014-07-15 2014-01-15..2014-01-15                         # the day of receipt is no day of the limit
2014-01-15 6m 2014-07-16 2014-01-16..2014-01-16
2014-01-15 6m 2014-07-16 2014-07-15..2014-07-15                         # the last day itself
2014-01-15 6m 2014-07-15 2014-07-16..2014-07-20                         # too late
2014-01-15 6m 2014-07-30 2014-03-01..2014-03-10 2014-07-20..2014-07-24  # the first makes room for the second: 10 + 5
2014-01-15 6m 2014-07-30 2014-07-20..2014-07-24 2014-03-01..2014-03-10  # told in another order
2014-01-15 6m 2014-07-25 2014-03-01..2014-03-10 2014-07-26..2014-07-30  # the second a day too late
2014-01-15 6m 2014-08-01 2014-07-15..2014-07-31                         # 17 days from the last one
2014-01-15 6m 2014-07-17 2014-07-15..2014-07-15 2014-07-16..2014-07-16  # each on the last day there is
2014-01-15 6m 2014-07-16 2014-07-15..2014-07-15 2014-07-17..2014-07-20  # a gap of a day
2015-12-15 3m 2016-03-19 2016-02-27..2016-03-01                         # 27, 28, 29, 1: 4
2014-12-15 3m 2015-03-18 2015-02-27..2015-03-01                         # 27, 28, 1: 3
2014-03-20 1m 2014-04-23 2014-03-29..2014-03-31                         # the clock moves on the 30th: 3 days all the same
2014-10-31 2m 2015-01-04 2014-12-30..2015-01-02                         # 31 December and 4
2013-08-31 6m 2014-03-01 2014-01-01..2014-01-01                         # 28 February and 1

2014-01-15 30d 2014-02-14
2016-02-15 14d 2016-02-29
2015-02-15 14d 2015-03-01
2014-12-20 14d 2015-01-03
2027-12-31 1d 2028-01-01
2014-03-24 7d 2014-03-31                                                # the clock moves on the 30th
2014-10-20 7d 2014-10-27                                                # and back on 26 October
2014-06-01 14d 2014-06-18 2014-06-10..2014-06-12                        # 15 June and 3
2014-06-01 14d 2014-06-22 2014-06-14..2014-06-20                        # 15 June and 7

2014-04-14 3w 2014-04-22  # Tue, Wed; Thu to Mon is Easter; Tue
2014-04-16 1w 2014-04-22
2013-12-23 1w 2013-12-24  # Christmas Eve is worked on
2013-12-23 2w 2013-12-27
2013-12-23 1x 2013-12-27  # unless it is closed
2014-05-15 1w 2014-05-19  # 16 May: prayer day
2023-05-04 1w 2023-05-08  # 5 May: the last prayer day
2024-04-25 1w 2024-04-26  # none any more
2014-06-04 1w 2014-06-05  # Constitution Day is worked on
2014-06-04 1x 2014-06-06
2014-05-28 1w 2014-05-30  # Ascension
2014-06-06 1w 2014-06-10  # Whitsun
2014-12-30 2w 2015-01-02  # Wed 31, Fri 2
2015-04-30 1w 2015-05-04  # 1 May 2015: prayer day
2017-06-02 1w 2017-06-06  # Whit Monday on 5 June
2016-03-23 1w 2016-03-29  # Easter: Wed to Tue
2018-04-26 1w 2018-04-30  # 27 April: prayer day
2019-05-29 1w 2019-05-31  # Ascension
2020-05-29 1w 2020-06-02  # Whit Monday on 1 June
2021-03-31 1w 2021-04-06  # Easter
2022-05-25 2w 2022-05-30  # Ascension; Fri 27, Mon 30
2025-04-16 1w 2025-04-22  # Easter
2026-04-01 1w 2026-04-07  # Easter
2026-12-23 2w 2026-12-28  # Thu 24; Christmas on Fri and Sat; Mon 28
2027-05-05 2w 2027-05-10  # Ascension; Fri 7, Mon 10
2014-03-03 5w 2014-03-10  # a week
2014-03-03 5w 2014-03-12 2014-03-05..2014-03-06  # Wed, Thu: 2
2014-03-03 5w 2014-03-10 2014-03-08..2014-03-09  # Sat, Sun: none
2014-03-03 5w 2014-03-12 2014-03-07..2014-03-10  # Fri, Mon: 2
2014-04-14 3w 2014-04-22 2014-04-17..2014-04-21  # holidays alone: none
2014-04-14 3w 2014-04-24 2014-04-16..2014-04-22  # Wed 16, Tue 22: 2
`

func TestCaseLimits(t *testing.T) {
	count := 0
	for line := range strings.Lines(limitCases) {
		line, _, _ = strings.Cut(line, "#")
		cells := strings.Fields(line)
		if len(cells) == 0 {
			continue
		}
		count++
		var stops []Period
		for _, s := range cells[3:] {
			stops = append(stops, Period{MustDate(s[:10]), MustDate(s[12:])})
		}
		if got := limitOf(cells[1]).Reckon(MustDate(cells[0]), stops).Due.String(); got != cells[2] {
			t.Errorf("%s: got %s", line, got)
		}
	}
	if count < 60 {
		t.Errorf("%d cases", count)
	}
}

func limitOf(text string) Limit {
	n := 0
	for _, c := range text[:len(text)-1] {
		n = 10*n + int(c-'0')
	}
	switch text[len(text)-1] {
	case 'm':
		return Limit{Count: n}
	case 'd':
		return Limit{Count: n, Unit: Days}
	case 'w':
		return Limit{Count: n, Unit: WorkingDays}
	}
	return Limit{n, WorkingDays, Workweek{[]MonthDay{{time.June, 5}, {time.December, 24}, {time.December, 31}}}}
}

func TestTheReckoningShowsItsSteps(t *testing.T) {
	r := limitOf("6m").Reckon(MustDate("2014-01-15"), []Period{
		{MustDate("2014-07-20"), MustDate("2014-07-24")}, {MustDate("2014-03-01"), MustDate("2014-03-10")}, {MustDate("2014-03-05"), MustDate("2014-03-10")},
	})
	want := []ReckoningStep{
		{Due: MustDate("2014-07-15")},
		{Period{MustDate("2014-03-01"), MustDate("2014-03-10")}, 10, MustDate("2014-07-25")},
		{Period{MustDate("2014-07-20"), MustDate("2014-07-24")}, 5, MustDate("2014-07-30")},
	}
	if len(r.Steps) != len(want) {
		t.Fatalf("got %+v", r.Steps)
	}
	for i, s := range want {
		if r.Steps[i] != s {
			t.Errorf("step %d: %+v, want %+v", i, r.Steps[i], s)
		}
	}
}

// A stop that still runs leaves no last day, unless it began after it.
func TestAStopWithoutAnEnd(t *testing.T) {
	limit := limitOf("6m")
	open := Period{From: MustDate("2014-07-15")}
	if r := limit.Reckon(MustDate("2014-01-15"), []Period{open}); !r.Due.IsZero() || len(r.Steps) != 2 {
		t.Errorf("from the last day: %+v", r)
	}
	open.From = MustDate("2014-07-16")
	if r := limit.Reckon(MustDate("2014-01-15"), []Period{open}); r.Due.String() != "2014-07-15" {
		t.Errorf("a day later: %+v", r)
	}
	ended := Period{MustDate("2014-07-01"), MustDate("2014-08-01")}
	if r := limit.Reckon(MustDate("2014-01-15"), []Period{ended, open}); !r.Due.IsZero() {
		t.Errorf("beside one that ended: %+v", r)
	}
}

// Day by day: every stopped day up to the last one puts that off by one. The walk
// shares nothing with the reckoning but which days are worked on.
func TestLimitsAgainstWalkingDayByDay(t *testing.T) {
	const cases = 100_000
	r := rand.New(rand.NewPCG(2014, 8))
	works := map[Date]bool{}
	for d := MustDate("2013-01-01"); d.Before(MustDate("2030-01-01")); d = d.AddDays(1) {
		works[d] = (Workweek{}).Works(d)
	}
	for range cases {
		received := MustDate("2013-01-01").AddDays(r.IntN(5400))
		limit := Limit{Count: 1 + r.IntN(8), Unit: Unit(r.IntN(3))}
		var stops []Period
		for range r.IntN(6) {
			from := received.AddDays(r.IntN(300) - 20)
			stops = append(stops, Period{from, from.AddDays(r.IntN(42) - 1)})
		}
		if got, want := limit.Reckon(received, stops).Due, walk(limit, received, stops, works); got != want {
			t.Fatalf("%+v from %s with %v: %s, want %s", limit, received, stops, got, want)
		}
	}
}

func walk(l Limit, received Date, stops []Period, works map[Date]bool) Date {
	stopped := func(d Date) bool {
		for _, s := range stops {
			if s.Contains(d) {
				return true
			}
		}
		return false
	}
	if l.Unit != Months {
		d := received
		for left := l.Count; left > 0; {
			d = d.AddDays(1)
			if !stopped(d) && (l.Unit == Days || works[d]) {
				left--
			}
		}
		return d
	}
	due := received.AddMonths(l.Count)
	for d := received.AddDays(1); !d.After(due); d = d.AddDays(1) {
		if stopped(d) {
			due = due.AddDays(1)
		}
	}
	return due
}
