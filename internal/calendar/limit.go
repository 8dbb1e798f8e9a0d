package calendar

import "slices"

// Unit is what a case limit is counted in.
type Unit int

// The units.
const (
	Months Unit = iota
	Days
	WorkingDays
)

// Limit is how long a case may take from the day it is received, which itself is
// not counted (reading A1).
type Limit struct {
	Count int
	Unit  Unit
	Week  Workweek // which days are worked on, for a limit in working days
}

// ReckoningStep is one line of the reckoning: the limit itself first, then each
// stop that moved the last day.
type ReckoningStep struct {
	Stop  Period // zero for the limit itself
	Added int    // days that the stop adds, working days where the limit is in those
	Due   Date   // the last timely day after this step
}

// Reckoning is how the last timely day of a case came about.
type Reckoning struct {
	Due   Date // no date while the case is stopped and nobody knows until when
	Steps []ReckoningStep
}

// Reckon returns the last timely day of a case: the limit from the day it was
// received, and a day more for every day on which it was stopped. Days of
// overlapping stops count once; a day counts when it lies after the day of
// receipt and not after the last timely day, as far as that has moved by then. A
// stop without an end is still running.
func (l Limit) Reckon(received Date, stops []Period) Reckoning {
	due := l.end(received)
	r := Reckoning{Due: due, Steps: []ReckoningStep{{Due: due}}}
	for _, stop := range merge(received.AddDays(1), stops) {
		if stop.From.After(r.Due) {
			break
		}
		if stop.To.IsZero() {
			r.Due = Date{}
			r.Steps = append(r.Steps, ReckoningStep{Stop: stop})
			break
		}
		added := l.length(stop)
		r.Due = l.later(r.Due, added)
		r.Steps = append(r.Steps, ReckoningStep{stop, added, r.Due})
	}
	return r
}

// end is the last timely day without stops.
func (l Limit) end(received Date) Date {
	if l.Unit == Months {
		return received.AddMonths(l.Count)
	}
	return l.later(received, l.Count)
}

func (l Limit) later(d Date, n int) Date {
	if l.Unit == WorkingDays {
		return l.Week.Add(d, n)
	}
	return d.AddDays(n)
}

func (l Limit) length(p Period) int {
	if l.Unit == WorkingDays {
		return l.Week.Count(p)
	}
	return p.From.DaysUntil(p.To) + 1
}

// merge puts stops in order, joins those that overlap or touch, and cuts off what
// lies before the first day.
func merge(first Date, stops []Period) []Period {
	var cut []Period
	for _, s := range stops {
		if s.From.Before(first) {
			s.From = first
		}
		if s.To.IsZero() || !s.To.Before(s.From) {
			cut = append(cut, s)
		}
	}
	slices.SortFunc(cut, func(a, b Period) int { return a.From.Compare(b.From) })
	var joined []Period
	for _, s := range cut {
		n := len(joined) - 1
		switch {
		case n < 0 || !joined[n].To.IsZero() && joined[n].To.AddDays(1).Before(s.From):
			joined = append(joined, s)
		case joined[n].To.IsZero():
		case s.To.IsZero() || s.To.After(joined[n].To):
			joined[n].To = s.To
		}
	}
	return joined
}
