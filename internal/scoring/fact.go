package scoring

import (
	"time"

	"opfyldt/internal/calendar"
	"opfyldt/internal/exact"
)

// Fact is what scoring needs of a recorded fact. Subjects are the contract's
// ids: a step's for StepReport, a requirement's for figures, a goal's for
// Assessment.
type Fact struct {
	ID       string
	Subject  string
	Day      calendar.Date // the day it speaks of (reading A9)
	Recorded time.Time     // the instant it was written down, UTC
	Basis    Basis         // of a figure: what it rests on, where that is said
	Value    Value
}

// Basis is what a figure rests on: so many, of so many. Nought is not known.
type Basis struct{ Count, Whole int64 }

// Value is one of the values below. The newest fact of a subject (and month)
// as of the instant holds; of two recorded at the same instant, the one with
// the greater ID.
type Value interface{ value() }

// StepStatus is where a step stands.
type StepStatus string

// The states of a step, see docs/states.md.
const (
	Planned StepStatus = "planned"
	Started StepStatus = "started"
	Done    StepStatus = "done"    // on the fact's Day
	Dropped StepStatus = "dropped" // will not be done
)

// StepReport says where a step stood on the fact's Day. A report that a step is
// not done, speaking of a day after the step's due date, settles that it was
// not kept.
type StepReport struct {
	Status   StepStatus
	Expected calendar.Date // the date now hoped for, where it is not the agreed one
	AtRisk   bool
}

// CaseShare is a timeliness result: cases concluded in the period and those of
// them in time.
type CaseShare struct {
	Timely int64
	Total  int64
	Final  bool // the period is over and the figure complete
}

// MonthCount is one month's count.
type MonthCount struct {
	Month   calendar.Month
	Count   int64
	Partial bool // the month is not over or the count not complete: it can still rise
}

// SurveyShare is a survey's result: of those who answered, how many were
// satisfied.
type SurveyShare struct {
	Satisfied int64
	Answered  int64
	Final     bool
}

// Spending is a budget and what was spent, in øre.
type Spending struct {
	Budget int64
	Spent  int64
	Final  bool
}

// Answer is a yes/no result.
type Answer struct{ Yes bool }

// Quantity is a plain figure for the measure "number".
type Quantity struct {
	Value exact.Rat
	Final bool
}

// LevelReached is a verbal result: the id of one of the scale's levels.
type LevelReached struct{ Level string }

// NoIndicator says that what a requirement is measured by does not exist; or,
// Withdrawn, that it does.
type NoIndicator struct {
	Reason    string
	Withdrawn bool
}

// Benchmark is the outside figure that a requirement's target is.
type Benchmark struct{ Value exact.Rat }

// Event says that what a step's limit counts from happened on the fact's Day; or,
// Never, that it will not happen.
type Event struct{ Never bool }

// Assessment is management's degree for a goal, with its reason; or, Withdrawn,
// the taking back of one.
type Assessment struct {
	Degree    exact.Rat
	Reason    string
	Withdrawn bool
}

func (StepReport) value()   {}
func (CaseShare) value()    {}
func (MonthCount) value()   {}
func (SurveyShare) value()  {}
func (Spending) value()     {}
func (Answer) value()       {}
func (Quantity) value()     {}
func (LevelReached) value() {}
func (NoIndicator) value()  {}
func (Benchmark) value()    {}
func (Event) value()        {}
func (Assessment) value()   {}
