package cases

import (
	"opfyldt/internal/calendar"
	"opfyldt/internal/exact"
	"opfyldt/internal/forecast"
)

const (
	// soon is within how many days of their last timely day open cases are warned of.
	soon = 14
	// stale is after how many days an extract is said to be old.
	stale = 31
	// lookBack is how many months a forecast rests on.
	lookBack = 12
)

// level is how probable it is that the share lies within the forecast's bounds.
var level = exact.Frac(95, 100)

// OpenDue is how many open cases have a last timely day; none while they stand still.
type OpenDue struct {
	Due   calendar.Date
	Cases int64
}

// CaseBand is how many open cases have so many days left.
type CaseBand struct {
	State State         `json:"state" enum:"open,late,paused" doc:"Late: the last timely day has passed. Paused: there is none while the case stands still."`
	Least *int          `json:"least" doc:"Days left at least; none of late and paused ones."`
	Most  *int          `json:"most" doc:"Days left at most; none where there is no bound."`
	From  calendar.Date `json:"from" doc:"The first of the last timely days."`
	To    calendar.Date `json:"to" doc:"The last of them; none where there is no bound."`
	Cases int64         `json:"cases"`
}

// bandEnds are the days left that bands end with.
var bandEnds = []int{7, soon, 30, 60, 90}

// Bands sorts open cases by the days left on the day.
func Bands(open []OpenDue, today calendar.Date) []CaseBand {
	bands := []CaseBand{{State: IsLate, To: today.AddDays(-1)}}
	least := 0
	for _, end := range append(bandEnds, -1) {
		b := CaseBand{State: IsOpen, Least: new(least), From: today.AddDays(least)}
		if end >= 0 {
			b.Most, b.To = new(end), today.AddDays(end)
		}
		bands = append(bands, b)
		least = end + 1
	}
	bands = append(bands, CaseBand{State: IsPaused})
	for _, o := range open {
		for i := range bands {
			if bands[i].holds(o.Due) {
				bands[i].Cases += o.Cases
			}
		}
	}
	return bands
}

func (b CaseBand) holds(due calendar.Date) bool {
	if b.State == IsPaused || due.IsZero() {
		return b.State == IsPaused && due.IsZero()
	}
	return !due.Before(b.From) && (b.To.IsZero() || !due.After(b.To))
}

// known is what a look ahead rests on.
type known struct {
	rule    Rule
	target  exact.Rat
	today   calendar.Date // that is looked at
	extract calendar.Date // that the newest import speaks of
	open    []OpenDue
	tallies []Tally // of the window and of the months that a forecast looks back on
}

// over reports whether nothing can be added to the window.
func (k known) over() bool { return !k.extract.Before(k.rule.Window.To) }

// tally is what is known of the window's cases. Past its limit is what had passed it
// when the extract was made: what fell due since then may have been in time.
func (k known) tally() forecast.Tally {
	var t forecast.Tally
	for _, c := range k.tallies {
		if c.What == "concluded" && k.rule.Window.Contains(c.Month.Last()) {
			t.Timely += c.Timely
			t.Late += c.Cases - c.Timely
		}
	}
	for _, o := range k.open {
		if !o.Due.IsZero() && o.Due.Before(k.extract) {
			t.Overdue += o.Cases
		} else {
			t.Open += o.Cases
		}
	}
	return t
}

// dueSoon counts the open cases whose last timely day is one of the next.
func dueSoon(open []OpenDue, today calendar.Date) (n int64, first calendar.Date) {
	for _, o := range open {
		if o.Due.IsZero() || o.Due.Before(today) || o.Due.After(today.AddDays(soon)) {
			continue
		}
		n += o.Cases
		if first.IsZero() || o.Due.Before(first) {
			first = o.Due
		}
	}
	return n, first
}

// lastYear are the twelve months up to the extract's.
func (k known) lastYear() calendar.Period {
	return calendar.Period{From: monthStart(k.extract).AddMonths(1 - lookBack), To: k.extract}
}

// past are the days that a forecast rests on: the months up to the extract's, from
// the first in which a case was concluded on.
func (k known) past() calendar.Period {
	span := k.lastYear()
	first := k.extract
	for _, t := range k.tallies {
		if month := monthStart(t.Month.Last()); t.What == "concluded" && !month.Before(span.From) && month.Before(first) {
			first = month
		}
	}
	return calendar.Period{From: first, To: k.extract}
}

// monthStart is the first day of the day's month.
func monthStart(d calendar.Date) calendar.Date {
	return calendar.MonthOf(d).Last().AddDays(1).AddMonths(-1)
}

// in counts what was received, concluded and in time in the span's months.
func (k known) in(span calendar.Period) (received, concluded, timely int64) {
	for _, t := range k.tallies {
		if !span.Contains(monthStart(t.Month.Last())) {
			continue
		}
		switch t.What {
		case "received":
			received += t.Cases
		case "concluded":
			concluded += t.Cases
			timely += t.Timely
		}
	}
	return received, concluded, timely
}

// CaseForecast is what the window's share is to be expected to end at.
type CaseForecast struct {
	From   calendar.Date `json:"from" doc:"It rests on the cases concluded from then on until the extract."`
	Seen   int64         `json:"seen"`
	Timely int64         `json:"timely"`
	Ahead  int64         `json:"ahead" doc:"Cases that are still to be expected in the period."`
	Low    *exact.Rat    `json:"low" doc:"In percent, exact."`
	Likely *exact.Rat    `json:"likely" doc:"The expectation, in percent, exact."`
	High   *exact.Rat    `json:"high" doc:"In percent, exact."`
}

// expect forecasts the share at the window's end; nil where nothing was concluded to
// go by. Where open late cases count, as many are expected then as now.
func (k known) expect() *CaseForecast {
	span := k.past()
	_, seen, timely := k.in(span)
	if seen == 0 {
		return nil
	}
	t := k.tally()
	f := &CaseForecast{From: span.From, Seen: seen, Timely: timely}
	f.Ahead = forecast.Ahead(seen, span.From.DaysUntil(span.To)+1, k.extract.DaysUntil(k.rule.Window.To))
	whole := t.Timely + t.Late + f.Ahead
	if k.rule.OpenLateCounts {
		whole += t.Overdue
	}
	p := forecast.Predict(seen, timely, f.Ahead, level)
	share := func(ahead exact.Rat) *exact.Rat { return forecast.Share(exact.Int(t.Timely).Add(ahead), whole) }
	f.Low, f.Likely, f.High = share(exact.Int(p.Low)), share(p.Mean), share(exact.Int(p.High))
	return f
}
