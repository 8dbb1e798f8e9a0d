package contract

import (
	"opfyldt/internal/calendar"
	"opfyldt/internal/exact"
)

// Item is a thing of a milestone requirement that is fulfilled or not: a
// service, an activity, a plan.
type Item struct {
	ID     string // never changes, unique in the contract
	Number string // as the paper prints it
	Title  string
	Text   string
	// Recurring makes the steps, one for each time; nil where the file lists them.
	Recurring *Recurring
	Steps     []Step
}

// Recurring is a deadline that comes back: a step for each span of what the
// requirement covers, due so long after the span's end.
type Recurring struct {
	Every Every
	Limit *Limit // nil: on the span's last day
}

// Step is a dated milestone of an item.
type Step struct {
	ID        string // never changes, unique in the contract
	Title     string
	Due       calendar.Date // the agreed date, which decides
	Planned   calendar.Date // the plan's date, where it is earlier than Due; zero means Due
	After     *AfterEvent   // Due counts from an event; Due is zero then
	Share     *exact.Rat    // of the degree, in percent, under ByShares
	Decides   bool          // the item is kept only when all its deciding steps are, in time
	DependsOn []string      // ids of steps
	Owner     string
	// ConcludedBy names the register whose conclusion reports the step done; "" for
	// a step that people report.
	ConcludedBy Register
}

// Register is a part of the program that keeps what a step rests on.
type Register string

// BySpotCheck is the register of spot checks: a concluded round.
const BySpotCheck Register = "spot-check"

// AfterEvent is a limit that counts from something that happens within the year.
type AfterEvent struct {
	Event string // in words
	Limit Limit
	Never Never // what the step is where the event never happens
}

// Never says what becomes of a step whose event never happens.
type Never string

// What it becomes; where the file does not say, it stays open.
const (
	NeverKept Never = "kept"
	NeverLost Never = "lost"
)

// Last returns the last day within the limit, counted from a day.
func (l Limit) Last(from calendar.Date) calendar.Date {
	switch l.Unit {
	case InMonths:
		return from.AddMonths(l.Count)
	case InWorkingDays:
		return from.AddWorkingDays(l.Count)
	}
	return from.AddDays(l.Count)
}

// Limit is how long a case may take.
type Limit struct {
	Count int
	Unit  LimitUnit
}

// LimitUnit is the unit of a case limit.
type LimitUnit string

// The units.
const (
	InMonths      LimitUnit = "months"
	InDays        LimitUnit = "days"
	InWorkingDays LimitUnit = "working-days"
)
