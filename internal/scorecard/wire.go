package scorecard

import (
	"time"

	"opfyldt/internal/calendar"
	"opfyldt/internal/contract"
	"opfyldt/internal/exact"
	"opfyldt/internal/record"
	"opfyldt/internal/scoring"
)

// Range is what a figure is, or between which bounds it still lies.
type Range struct {
	Known bool      `json:"known"`
	Worst exact.Rat `json:"worst"`
	Best  exact.Rat `json:"best"`
}

func rangeOf(r scoring.Range) Range { return Range{r.Known, r.Worst, r.Best} }

// Totals is a total with what is decided of it.
type Totals struct {
	Obtained exact.Rat `json:"obtained"`
	Decided  exact.Rat `json:"decided"`
	Worst    exact.Rat `json:"worst"`
	Best     exact.Rat `json:"best"`
}

func totalsOf(t scoring.Totals) Totals { return Totals{t.Obtained, t.Decided, t.Worst, t.Best} }

// AsOf is the instant that a page speaks of.
type AsOf struct {
	Day     calendar.Date `json:"day"`
	Instant time.Time     `json:"instant"`
	Past    bool          `json:"past"`
}

// ContractLine names a contract at the head of its pages.
type ContractLine struct {
	ID         string        `json:"id"`
	Title      string        `json:"title"`
	Agency     string        `json:"agency"`
	Department string        `json:"department"`
	From       calendar.Date `json:"from"`
	To         calendar.Date `json:"to"`
	Signed     calendar.Date `json:"signed"`
	Version    int           `json:"version"`
	Demo       bool          `json:"demo"`
}

// Deadline is a report that is due.
type Deadline struct {
	ID    string        `json:"id"`
	Kind  string        `json:"kind" enum:"quarterly,annual,statement"`
	Title string        `json:"title"`
	From  calendar.Date `json:"from"`
	To    calendar.Date `json:"to"`
	Due   calendar.Date `json:"due"`
}

// Reading is how the contract's file reads its source.
type Reading struct {
	ID    string `json:"id"`
	Place string `json:"place"`
	Says  string `json:"says"`
	Taken string `json:"taken"`
	Why   string `json:"why"`
}

// Overview is where the contract stands.
type Overview struct {
	Contract     ContractLine    `json:"contract"`
	AsOf         AsOf            `json:"asOf"`
	Today        calendar.Date   `json:"today"`
	Head         Head            `json:"head"`
	Total        Totals          `json:"total"`
	Calculated   Totals          `json:"calculated"`
	Differs      bool            `json:"differs" doc:"An assessment differs from the rule."`
	Counts       Counts          `json:"counts"`
	Blocks       []Block         `json:"blocks" nullable:"false"`
	Deadlines    []Deadline      `json:"deadlines" nullable:"false"`
	NextDeadline *Deadline       `json:"nextDeadline"`
	Overdue      []Overdue       `json:"overdue" nullable:"false" doc:"What is late in goals that are not decided, the longest first."`
	Tasks        []record.Task   `json:"tasks" nullable:"false"`
	Changes      []record.Fact   `json:"changes" nullable:"false"`
	Coming       []ComingVersion `json:"coming" nullable:"false" doc:"Versions that are agreed and do not hold yet."`
}

// Counts says how many goals stand where.
type Counts struct {
	Goals   int `json:"goals"`
	Kept    int `json:"kept"`
	Partly  int `json:"partly"`
	NotKept int `json:"notKept"`
	Open    int `json:"open"`
	Late    int `json:"late" doc:"Steps past their agreed or their expected date, in goals that are not decided."`
}

// Block is a group of goals, with the blocks inside it after its own.
type Block struct {
	ID    string     `json:"id"`
	Title string     `json:"title"`
	Goals []GoalLine `json:"goals" nullable:"false"`
}

// GoalState is a goal's state in one word.
type GoalState string

// The states of a goal. The first three are decided.
const (
	Kept       GoalState = "kept"
	Partly     GoalState = "partly"
	NotKept    GoalState = "not_kept"
	Late       GoalState = "late"
	AtRisk     GoalState = "at_risk"
	OnTrack    GoalState = "on_track"
	NotStarted GoalState = "not_started"
)

// GoalLine is a goal's row in the overview.
type GoalLine struct {
	ID            string    `json:"id"`
	Number        string    `json:"number"`
	Title         string    `json:"title"`
	Short         string    `json:"short"`
	Lead          string    `json:"lead"`
	State         GoalState `json:"state" enum:"kept,partly,not_kept,late,at_risk,on_track,not_started"`
	Degree        Range     `json:"degree"`
	Calculated    Range     `json:"calculated"`
	Assessed      string    `json:"assessed" doc:"Management's degree; empty where there is none."`
	Weight        exact.Rat `json:"weight"`
	PrintedWeight string    `json:"printedWeight"`
	Contribution  Range     `json:"contribution"`
	Kept          *bool     `json:"kept"`
	Because       string    `json:"because"`
	Next          *Next     `json:"next"`
}

// Next is what a goal waits for first.
type Next struct {
	Title string        `json:"title"`
	Day   calendar.Date `json:"day"`
	Step  string        `json:"step" doc:"Empty where it is a figure that is awaited."`
	// Expected is another day than the one that has passed.
	Expected calendar.Date `json:"expected" doc:"Of what is late: when it is expected now; empty where nobody said."`
}

func deadlines(c *contract.Contract) []Deadline {
	list := []Deadline{}
	for _, d := range c.Reporting.Deadlines {
		list = append(list, Deadline{d.ID, string(d.Kind), d.Title, d.Period.From, d.Period.To, d.Due})
	}
	return list
}

// readings returns those of the contract's readings that are named, in the
// file's order.
func readings(c *contract.Contract, ids []string) []Reading {
	named := map[string]bool{}
	for _, id := range ids {
		named[id] = true
	}
	list := []Reading{}
	for _, r := range c.Readings {
		if named[r.ID] {
			list = append(list, Reading{r.ID, r.Place, r.Says, r.Taken, r.Why})
		}
	}
	return list
}
