package cases

import (
	"iter"

	"opfyldt/internal/calendar"
)

// Intake is what an import is taken in against.
type Intake struct {
	Contract    string
	Requirement string
	ID          string   // of the import
	Chain       []string // the imports that count, the oldest first
	Day         calendar.Date
	Rule        Rule
	Part        bool // the rows are some of the cases: those not named stay
	Remove      bool // cases that are not named are no longer in the case system
	Tell        func(stage string, done, of int)
}

// Taken is what rows change.
type Taken struct {
	New, Changed, Unchanged, Vanished, Reopened int64
	Bound                                       Bound // of the rows written; zero in a preview
	Before, After                               CaseFigures
	Samples                                     []Change // the first of each sort
	Twice                                       []Double
}

// Change is a case that a file changes; a new one has no before, a vanished one no
// after.
type Change struct {
	Reference string
	Before    *CaseRow
	After     *CaseRow
}

// Nothing reports whether the rows leave everything as it is.
func (t Taken) Nothing(remove bool) bool {
	return t.New == 0 && t.Changed == 0 && (t.Vanished == 0 || !remove)
}

// rowsOf is how rows come in.
type rowsOf = iter.Seq2[Incoming, error]

// most is how many changes of each sort a preview shows.
const most = 200
