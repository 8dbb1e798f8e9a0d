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
	Steps  []Step
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
