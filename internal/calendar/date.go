package calendar

import (
	"fmt"
	"time"
	_ "time/tzdata" // Europe/Copenhagen must be known on a machine without zone files.
)

// copenhagen is where the contract's days begin and end.
var copenhagen = mustLoad("Europe/Copenhagen")

func mustLoad(name string) *time.Location {
	l, err := time.LoadLocation(name)
	if err != nil {
		panic(err)
	}
	return l
}

// Copenhagen returns the zone that dates are counted in.
func Copenhagen() *time.Location { return copenhagen }

// Date is a day of the Gregorian calendar. The zero value is no date.
type Date struct{ days int32 } // days since 0001-01-01, plus one

var epoch = time.Date(1, 1, 1, 0, 0, 0, 0, time.UTC)

// NewDate returns the date; a day past the month's end runs on, as in
// time.Date.
func NewDate(year int, month time.Month, day int) Date {
	t := time.Date(year, month, day, 0, 0, 0, 0, time.UTC)
	return Date{int32((t.Unix()-epoch.Unix())/86400) + 1}
}

// ParseDate reads "2014-06-30".
func ParseDate(s string) (Date, error) {
	t, err := time.Parse(time.DateOnly, s)
	if err != nil || t.Year() < 1 {
		return Date{}, fmt.Errorf("%.40q is not a date written as 2014-06-30", s)
	}
	return NewDate(t.Year(), t.Month(), t.Day()), nil
}

// MustDate is ParseDate for constants in code and tests; it panics on an
// error.
func MustDate(s string) Date {
	d, err := ParseDate(s)
	if err != nil {
		panic(err)
	}
	return d
}

// DateOf returns the day in Copenhagen that holds the instant.
func DateOf(t time.Time) Date {
	l := t.In(copenhagen)
	return NewDate(l.Year(), l.Month(), l.Day())
}

func (d Date) utc() time.Time { return time.Unix(epoch.Unix()+int64(d.days-1)*86400, 0).UTC() }

// Year, Month and Day return the date's parts.
func (d Date) Year() int { return d.utc().Year() }

// Month returns the month of the year.
func (d Date) Month() time.Month { return d.utc().Month() }

// Day returns the day of the month.
func (d Date) Day() int { return d.utc().Day() }

// Weekday returns the day of the week.
func (d Date) Weekday() time.Weekday { return d.utc().Weekday() }

// IsZero reports whether d is no date.
func (d Date) IsZero() bool { return d.days == 0 }

// Before reports whether d is earlier than e.
func (d Date) Before(e Date) bool { return d.days < e.days }

// After reports whether d is later than e.
func (d Date) After(e Date) bool { return d.days > e.days }

// Compare returns -1, 0 or +1 as d is earlier than, the same as or later than e.
func (d Date) Compare(e Date) int {
	switch {
	case d.days < e.days:
		return -1
	case d.days > e.days:
		return 1
	}
	return 0
}

// AddDays returns the date n days later.
func (d Date) AddDays(n int) Date { return Date{d.days + int32(n)} }

// DaysUntil returns how many days e lies after d; negative when before.
func (d Date) DaysUntil(e Date) int { return int(e.days - d.days) }

// AddMonths returns the same day n months later, or the last day of that month
// where it has no such day: 31 August plus six months is 28 February, 29 in a
// leap year (reading A1).
func (d Date) AddMonths(n int) Date {
	y, m, day := d.Year(), int(d.Month())-1+n, d.Day()
	first := NewDate(y, time.Month(m+1), 1)
	last := NewDate(first.Year(), first.Month()+1, 1).AddDays(-1)
	if day > last.Day() {
		return last
	}
	return first.AddDays(day - 1)
}

// Start returns the instant at which the day begins in Copenhagen, in UTC.
func (d Date) Start() time.Time {
	return time.Date(d.Year(), d.Month(), d.Day(), 0, 0, 0, 0, copenhagen).UTC()
}

// End returns the last instant of the day in Copenhagen, in UTC, at the
// database's grain of a microsecond: "as of 30 June" reads by it.
func (d Date) End() time.Time { return d.AddDays(1).Start().Add(-time.Microsecond) }

// String returns "2014-06-30", or "" for no date.
func (d Date) String() string {
	if d.IsZero() {
		return ""
	}
	return d.utc().Format(time.DateOnly)
}

// MarshalText writes String's form.
func (d Date) MarshalText() ([]byte, error) { return []byte(d.String()), nil }

// UnmarshalText reads what ParseDate reads; an empty text is no date.
func (d *Date) UnmarshalText(b []byte) error {
	if len(b) == 0 {
		*d = Date{}
		return nil
	}
	p, err := ParseDate(string(b))
	if err != nil {
		return err
	}
	*d = p
	return nil
}
