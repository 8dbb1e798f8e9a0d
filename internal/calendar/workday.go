package calendar

import "time"

// MonthDay is a day of every year.
type MonthDay struct {
	Month time.Month
	Day   int
}

// Workweek says which days are worked on: Monday to Friday less the public
// holidays, and less the extra days on which the agency is closed. The zero value
// has no extra ones.
type Workweek struct{ Closed []MonthDay }

// Works reports whether d is a working day.
func (w Workweek) Works(d Date) bool {
	if day := d.Weekday(); day == time.Saturday || day == time.Sunday {
		return false
	}
	for _, c := range w.Closed {
		if c.Month == d.Month() && c.Day == d.Day() {
			return false
		}
	}
	for _, h := range Holidays(d.Year()) {
		if h.Day == d {
			return false
		}
	}
	return true
}

// Add returns the n-th working day after d, or before it where n is negative. For
// 0 it is d itself, a working day or not.
func (w Workweek) Add(d Date, n int) Date {
	step := 1
	if n < 0 {
		step, n = -1, -n
	}
	for n > 0 {
		d = d.AddDays(step)
		if w.Works(d) {
			n--
		}
	}
	return d
}

// Count returns how many working days lie in the period, its first and last day
// among them.
func (w Workweek) Count(p Period) int {
	n := 0
	for d := p.From; !d.After(p.To); d = d.AddDays(1) {
		if w.Works(d) {
			n++
		}
	}
	return n
}

// AddWorkingDays is Workweek.Add with no extra days closed.
func (d Date) AddWorkingDays(n int) Date { return Workweek{}.Add(d, n) }
