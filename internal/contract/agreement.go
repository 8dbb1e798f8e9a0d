package contract

import "opfyldt/internal/calendar"

// Reporting says what the department gets and when.
type Reporting struct {
	Text          string
	QuarterlyDays int           // calendar days from a quarter's end to its report; 0 where not said
	FactsUntil    calendar.Date // facts of the year count when recorded by then; zero: without limit
	Deadlines     []Deadline
}

// DeadlineKind sorts the reports.
type DeadlineKind string

// The kinds of report.
const (
	Quarterly DeadlineKind = "quarterly"
	Annual    DeadlineKind = "annual"
	Statement DeadlineKind = "statement"
)

// Deadline is one report that is due.
type Deadline struct {
	ID     string
	Kind   DeadlineKind
	Title  string
	Period calendar.Period
	Due    calendar.Date // zero where the paper gives no date
}

// Obligation is a rule that binds the parties and gives no degree: who may
// change what, who discusses what.
type Obligation struct {
	ID   string
	Who  string
	Text string
}

// Reading is how the file reads its source where that is silent or contradicts
// itself.
type Reading struct {
	ID    string
	Place string // where in the source
	Says  string // what the source says
	Taken string // what is taken
	Why   string
}

// Amendment is an agreed change: the version it makes, from when, why, and who
// approved.
type Amendment struct {
	Version    int
	From       calendar.Date
	Reason     string
	Agency     Approval
	Department Approval
	Changes    []string // in words
	Ends       []string // what facts can no longer be about: "goal 8"
	Parties    string   // how a party is called from now on, in words; empty where nothing changed
}

// Approval is one party's yes.
type Approval struct {
	By string
	On calendar.Date
}
