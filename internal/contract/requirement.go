package contract

import (
	"opfyldt/internal/calendar"
	"opfyldt/internal/exact"
)

// Measure is what kind of result a requirement has.
type Measure string

// The measures.
const (
	Milestones   Measure = "milestones"    // items with dated steps
	Timeliness   Measure = "timeliness"    // cases concluded within a limit, of all concluded
	MonthlyCount Measure = "monthly-count" // a count for each month
	Survey       Measure = "survey"        // satisfied among those who answered
	Deviation    Measure = "deviation"     // |spent − budget| / budget
	YesNo        Measure = "yes-no"
	Number       Measure = "number" // a figure with a unit
	Verbal       Measure = "level"  // one of the goal's scale's levels
)

// Requirement is one thing that a goal needs.
type Requirement struct {
	ID       string // never changes: "5a"
	Title    string
	Text     string
	Measure  Measure
	Unit     string // as shown: "pct.", "sager pr. måned"
	Source   Source
	Weight   *Weight          // under a WeightedMean
	Window   *calendar.Period // what the result covers; nil: the contract's period
	Targets  []Target
	Items    []Item // Milestones
	Cases    *Cases // Timeliness
	Answers  *Answers
	Spending *Spending
	Over     *Over     // how several periods' figures become the result; nil: the newest figure is the result
	Index    *Index    // the result is an index of the figure; nil: it is the figure itself
	Coverage *Coverage // what the figures must rest on to count
	Fallback string    // the requirement that takes its place where the indicator does not exist; see Goal.Standing
	Degree   DegreeRule
	Readings []string
}

// OverBy names how figures of several periods become one.
type OverBy string

// The ways.
const (
	OverSum    OverBy = "sum"
	OverMean   OverBy = "mean"
	OverLatest OverBy = "latest"
)

// Every names the spans that a figure or a deadline comes back for.
type Every string

// The spans.
const (
	EveryMonth    Every = "month"
	EveryQuarter  Every = "quarter"
	EveryHalfYear Every = "half-year"
)

// Over says how figures of several periods become the result.
type Over struct {
	By    OverBy
	Every Every
}

// Index makes an index of a figure: 100 times it by the mean of the years' values.
type Index struct {
	Years []YearValue
	Unit  string // of the figure; the requirement's own is that of the index
}

// Coverage is what a figure must rest on: a least number, a least share of the
// whole in percent, or both.
type Coverage struct {
	Least int
	Share *exact.Rat
}

// Cases are the parameters of Timeliness.
type Cases struct {
	Limit          Limit
	StopReasons    []StopReason // whose time is not counted (rule G5a)
	OpenLateCounts bool         // reading A2
	Dimensions     []string     // statistics asked for: kind, outcome (rule G4)
	LegalBasis     string
	ClosedDays     []calendar.MonthDay // on which the agency is closed, beside weekends and holidays; for a limit in working days
}

// StopReason is a reason for which a case's clock stands still.
type StopReason struct {
	ID    string
	Title string
}

// Answers are the parameters of Survey.
type Answers struct {
	Satisfied      []string // which answers count
	Scale          []string // every answer that there is, the worst first; empty: what the answers' file has
	DontKnow       []string // the answers that say that somebody has no opinion
	DontKnowCounts bool     // among those who answered
	LeastGroup     int      // no smaller group of people is ever shown; 0: DefaultLeastGroup
	Sectors        []string
	Topics         []string
}

// DefaultLeastGroup is how many people a group has at least where the contract says
// nothing.
const DefaultLeastGroup = 5

// Least returns the size of the smallest group that is shown.
func (a *Answers) Least() int {
	if a.LeastGroup == 0 {
		return DefaultLeastGroup
	}
	return a.LeastGroup
}

// Spending are the parameters of Deviation.
type Spending struct {
	Currency      string
	BudgetSettled calendar.Date // the base budget stands from then on
	Replaceable   bool          // the department may approve another goal (F4)
}
