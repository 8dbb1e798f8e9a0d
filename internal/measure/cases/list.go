package cases

import (
	"opfyldt/internal/calendar"
	"opfyldt/internal/exact"
)

// State narrows a list of cases to those that stand somehow.
type State string

// The states of a case.
const (
	AnyState State = ""
	IsOpen   State = "open"
	IsLate   State = "late"    // open, and past the last timely day
	IsTimely State = "timely"  // concluded in time
	WasLate  State = "overdue" // concluded too late
	IsPaused State = "paused"  // open, and the clock stands still
)

// Order is what a list is sorted by.
type Order string

// The orders.
const (
	ByReference Order = "reference"
	ByReceived  Order = "received"
	ByConcluded Order = "concluded"
	ByDue       Order = "due"
)

// Filter narrows and orders a list of cases.
type Filter struct {
	State   State
	Month   string // of conclusion
	Kind    string
	Outcome string
	Text    string // the beginning of the reference
	DueFrom calendar.Date
	DueTo   calendar.Date
	Finding Finding
	quality quality // by which a finding is one
	Sort    Order
	Down    bool
	After   string // the place that the page before ended with
	Limit   int
	Day     calendar.Date // as of which open cases are late
}

// CaseLine is a case in a list.
type CaseLine struct {
	Reference string        `json:"reference"`
	Received  calendar.Date `json:"received"`
	Concluded calendar.Date `json:"concluded"`
	Due       calendar.Date `json:"due"`
	Kind      string        `json:"kind"`
	Outcome   string        `json:"outcome"`
	State     State         `json:"state" enum:"open,late,timely,overdue,paused,concluded"`
	Days      int           `json:"days" doc:"From receipt to conclusion or, of an open case, to today."`
	Left      *int          `json:"left" doc:"Days left of an open case until its last timely day; below zero when it has passed."`
}

// concluded is the state of a case that was concluded where there is no limit.
const concluded State = "concluded"

// lineOf is the row as a list shows it.
func lineOf(r CaseRow, rule Rule, today calendar.Date) CaseLine {
	l := CaseLine{Reference: r.Reference, Received: r.Received, Concluded: r.Concluded, Due: r.Due, Kind: r.Kind, Outcome: r.Outcome}
	l.State = stateOf(r, rule, today)
	if r.Open() {
		l.Days = r.Received.DaysUntil(today)
		if !r.Due.IsZero() {
			left := today.DaysUntil(r.Due)
			l.Left = &left
		}
		return l
	}
	l.Days = r.Days()
	return l
}

func stateOf(r CaseRow, rule Rule, today calendar.Date) State {
	switch {
	case r.Open() && r.Late(today):
		return IsLate
	case r.Open() && r.Due.IsZero() && rule.limit != nil:
		return IsPaused
	case r.Open():
		return IsOpen
	case rule.limit == nil:
		return concluded
	case r.Timely():
		return IsTimely
	}
	return WasLate
}

// CaseGroup is how many cases were concluded of a kind, with an outcome, or in a span.
type CaseGroup struct {
	Name      string        `json:"name"`
	From      calendar.Date `json:"from"`
	To        calendar.Date `json:"to"`
	Data      Data          `json:"data" enum:"whole,begun,none" doc:"How much of the span the newest import has; where it has nothing, nothing is known: the counts say nothing."`
	Received  int64         `json:"received"`
	Concluded int64         `json:"concluded"`
	Timely    int64         `json:"timely"`
	Share     *exact.Rat    `json:"share" doc:"In percent, exact; none where nothing was concluded."`
}

func groupOf(name string, span calendar.Period, known calendar.Date) CaseGroup {
	return CaseGroup{Name: name, From: span.From, To: span.To, Data: dataOf(span, known)}
}

func (g *CaseGroup) add(received, concluded, timely int64) {
	g.Received += received
	g.Concluded += concluded
	g.Timely += timely
}

func (g *CaseGroup) finish(limited bool) {
	if limited {
		g.Share = Share(g.Timely, g.Concluded)
	}
}

// CaseDuration is how many cases took so many days.
type CaseDuration struct {
	Days   int   `json:"days"`
	Cases  int64 `json:"cases"`
	Timely int64 `json:"timely"`
}

// Quantile is the least number of days that at least the part of the cases took at
// most; false where there are none.
func Quantile(list []CaseDuration, part exact.Rat) (int, bool) {
	var total int64
	for _, d := range list {
		total += d.Cases
	}
	var sofar int64
	for _, d := range list {
		if sofar += d.Cases; sofar > 0 && !exact.Int(sofar).Less(part.Mul(exact.Int(total))) {
			return d.Days, true
		}
	}
	return 0, false
}

// CaseStatistics are the counts over a period.
type CaseStatistics struct {
	Months    []CaseGroup    `json:"months" nullable:"false"`
	Quarters  []CaseGroup    `json:"quarters" nullable:"false"`
	ToDate    CaseGroup      `json:"toDate" doc:"The window so far."`
	Kinds     []CaseGroup    `json:"kinds" nullable:"false"`
	Outcomes  []CaseGroup    `json:"outcomes" nullable:"false"`
	Durations []CaseDuration `json:"durations" nullable:"false"`
	Median    *int           `json:"median" doc:"Days that half of the cases took at most."`
	P90       *int           `json:"p90" doc:"Days that nine of ten cases took at most."`
}

// Tally is a cell of the counts that an import's tallies add up to.
type Tally struct {
	What          string
	Month         calendar.Month
	Kind, Outcome string
	Days          int
	Cases, Timely int64
}

// Count adds tallies up over the window, which is known up to a day.
func Count(tallies []Tally, rule Rule, known calendar.Date) CaseStatistics {
	limited := rule.limit != nil
	s := CaseStatistics{Months: []CaseGroup{}, Quarters: []CaseGroup{}, Kinds: []CaseGroup{}, Outcomes: []CaseGroup{}, Durations: []CaseDuration{}}
	window := rule.Window
	for _, m := range window.Months() {
		span := calendar.Period{From: monthStart(m.Last()), To: m.Last()}
		s.Months = append(s.Months, groupOf(m.String(), span, known))
	}
	for i, q := range window.Quarters() {
		s.Quarters = append(s.Quarters, groupOf(string(rune('1'+i)), q, known))
	}
	s.ToDate = groupOf("", window, known)
	if known.Before(window.To) {
		s.ToDate.To = known
	}
	kinds, outcomes, durations := groups{}, groups{}, map[int]*CaseDuration{}
	for _, t := range tallies {
		last := t.Month.Last()
		if !window.Contains(last) {
			continue
		}
		var received, concluded, timely int64
		switch t.What {
		case "received":
			received = t.Cases
		case "concluded":
			concluded, timely = t.Cases, t.Timely
			kinds.of(t.Kind).add(0, concluded, timely)
			outcomes.of(t.Outcome).add(0, concluded, timely)
		default:
			d := durations[t.Days]
			if d == nil {
				d = &CaseDuration{Days: t.Days}
				durations[t.Days] = d
			}
			d.Cases += t.Cases
			d.Timely += t.Timely
			continue
		}
		for _, list := range [][]CaseGroup{s.Months, s.Quarters} {
			for i := range list {
				if !last.Before(list[i].From) && !t.Month.Last().After(list[i].To) {
					list[i].add(received, concluded, timely)
				}
			}
		}
		s.ToDate.add(received, concluded, timely)
	}
	for _, list := range [][]CaseGroup{s.Months, s.Quarters} {
		for i := range list {
			list[i].finish(limited)
		}
	}
	s.ToDate.finish(limited)
	s.Kinds, s.Outcomes = kinds.sorted(limited), outcomes.sorted(limited)
	s.Durations = sortedDurations(durations)
	s.Median, s.P90 = quantileOf(s.Durations, exact.Frac(1, 2)), quantileOf(s.Durations, exact.Frac(9, 10))
	return s
}

func quantileOf(list []CaseDuration, part exact.Rat) *int {
	if days, ok := Quantile(list, part); ok {
		return &days
	}
	return nil
}
