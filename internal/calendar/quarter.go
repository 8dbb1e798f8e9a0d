package calendar

import "fmt"

// Period is a span of days, both ends included.
type Period struct {
	From Date `json:"from"`
	To   Date `json:"to"`
}

// Contains reports whether d lies in the period.
func (p Period) Contains(d Date) bool { return !d.Before(p.From) && !d.After(p.To) }

// Month is a calendar month of a year, written "2014-03".
type Month struct {
	Year  int
	Month int
}

// MonthOf returns the month that holds d.
func MonthOf(d Date) Month { return Month{d.Year(), int(d.Month())} }

// ParseMonth reads "2014-03".
func ParseMonth(s string) (Month, error) {
	d, err := ParseDate(s + "-01")
	if err != nil {
		return Month{}, fmt.Errorf("%.40q is not a month written as 2014-03", s)
	}
	return MonthOf(d), nil
}

// String returns "2014-03".
func (m Month) String() string { return fmt.Sprintf("%04d-%02d", m.Year, m.Month) }

// MarshalText writes String's form.
func (m Month) MarshalText() ([]byte, error) { return []byte(m.String()), nil }

// Last returns the month's last day.
func (m Month) Last() Date { return MustDate(m.String() + "-01").AddMonths(1).AddDays(-1) }

// Months lists the calendar months that the period touches, in order.
func (p Period) Months() []Month {
	var months []Month
	for d := MustDate(MonthOf(p.From).String() + "-01"); !d.After(p.To); d = d.AddMonths(1) {
		months = append(months, MonthOf(d))
	}
	return months
}

// Quarters divides the period into spans of three months from its first day;
// the last one ends with the period. A contract year from July has its own
// quarters.
func (p Period) Quarters() []Period { return p.Spans(3) }

// Spans divides the period into spans of so many months from its first day; the
// last one ends with the period. Of no months there are none.
func (p Period) Spans(months int) []Period {
	var spans []Period
	for n := 0; months > 0; n += months {
		from := p.From.AddMonths(n)
		if from.After(p.To) {
			break
		}
		to := p.From.AddMonths(n + months).AddDays(-1)
		if to.After(p.To) {
			to = p.To
		}
		spans = append(spans, Period{from, to})
	}
	return spans
}
