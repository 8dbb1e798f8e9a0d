package contract

import (
	"opfyldt/internal/calendar"
	"opfyldt/internal/exact"
)

// Bound says on which side of the target the result must lie.
type Bound string

// The bounds. All include the target itself (reading A3).
const (
	AtLeast Bound = "at-least"
	AtMost  Bound = "at-most"
	Between Bound = "between"
	Done    Bound = "done" // milestones: a plain text target
)

// Target is a requirement's bound for one year.
type Target struct {
	Year      int
	From      calendar.Date // revised within the year: in force from then on; zero: from the start
	Bound     Bound
	Value     exact.Rat  // unused with Done
	Upper     *exact.Rat // Between only
	Baseline  *Baseline  // where the paper gives growth: Value is reckoned from it
	Benchmark string     // an outside figure known only later; Value is not known then
	Text      string     // as printed, where it is no number: "5 services"
	Limit     *Limit     // the year's own case limit (reading A4)
	Tentative bool       // printed in brackets (reading A5)
	Result    ResultMark // of that year, as known at signature
}

// Baseline is what a target grows from: the mean of the years' values.
type Baseline struct {
	Years    []YearValue
	Growth   exact.Rat
	Relative bool // Growth is in percent of the baseline; otherwise it is added
}

// YearValue is one year's value.
type YearValue struct {
	Year  int
	Value exact.Rat
}

// ResultMark is what the source prints in a target year's result row.
type ResultMark string

// The marks of the source.
const (
	NoMark            ResultMark = ""                       // an empty cell
	NotKnownAtSigning ResultMark = "not-known-at-signature" // "[R]"
	NotYet            ResultMark = "not-yet"                // "-"
)
