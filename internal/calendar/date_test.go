package calendar

import (
	"testing"
	"time"
)

func TestSixMonthsFromTheLastOfAugustIsTheLastOfFebruary(t *testing.T) {
	for from, want := range map[string]string{
		"2013-08-31": "2014-02-28", // reading A1
		"2011-08-31": "2012-02-29", // a leap year
		"2014-01-15": "2014-07-15",
		"2014-12-31": "2015-06-30",
	} {
		if got := MustDate(from).AddMonths(6).String(); got != want {
			t.Errorf("%s + 6 months = %s, want %s", from, got, want)
		}
	}
}

// The contract's days are Copenhagen's: 23:30 UTC on 30 June is 1 July there.
func TestADayBeginsInCopenhagen(t *testing.T) {
	if got := DateOf(time.Date(2014, 6, 30, 23, 30, 0, 0, time.UTC)).String(); got != "2014-07-01" {
		t.Errorf("got %s", got)
	}
	if got := MustDate("2014-07-01").Start(); !got.Equal(time.Date(2014, 6, 30, 22, 0, 0, 0, time.UTC)) {
		t.Errorf("1 July starts at %v", got)
	}
	// Summer time begins on 30 March 2014: the day has 23 hours.
	day := MustDate("2014-03-30")
	if hours := day.AddDays(1).Start().Sub(day.Start()).Hours(); hours != 23 {
		t.Errorf("30 March 2014 has %v hours, want 23", hours)
	}
}

// Rule R1: 14 calendar days after each quarter of 2014.
func TestQuartersOf2014AndTheirDeadlines(t *testing.T) {
	year := Period{MustDate("2014-01-01"), MustDate("2014-12-31")}
	want := []string{"2014-04-14", "2014-07-14", "2014-10-14", "2015-01-14"}
	quarters := year.Quarters()
	if len(quarters) != len(want) {
		t.Fatalf("got %d quarters", len(quarters))
	}
	for i, q := range quarters {
		if got := q.To.AddDays(14).String(); got != want[i] {
			t.Errorf("quarter %d: due %s, want %s", i+1, got, want[i])
		}
	}
}

func TestParseDateRefusesWhatIsNoDay(t *testing.T) {
	for _, s := range []string{"2014-02-29", "30.06.2014", "2014-6-1", "0000-01-01", "x"} {
		if d, err := ParseDate(s); err == nil {
			t.Errorf("ParseDate(%q) = %v, want an error", s, d)
		}
	}
}

func TestMonthsOfAYear(t *testing.T) {
	months := Period{MustDate("2014-01-01"), MustDate("2014-12-31")}.Months()
	if len(months) != 12 || months[1].Last() != MustDate("2014-02-28") {
		t.Errorf("got %v", months)
	}
}
