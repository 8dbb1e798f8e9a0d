package contract

import (
	"opfyldt/internal/calendar"
	"opfyldt/internal/exact"
)

// Format is the version stamp that this program reads and writes.
const Format = "opfyldt-contract/1"

// Contract is one version of an agreement, as its file says it. Every Rat that
// is a degree is in percent: 50 is half fulfilment.
type Contract struct {
	Format      string
	ID          string // never changes: "cpr-2014"
	Version     int    // 1 at signature, one more for each amendment
	Language    string // of the texts: "da", "en"
	Title       string
	Text        string
	Agency      Party
	Department  Party
	Period      calendar.Period
	Signed      calendar.Date
	Weights     Weights
	DegreeCap   *exact.Rat // no requirement's degree exceeds it (rule S3); nil where the contract sets none
	Total       TotalRule
	Blocks      []Block // in the file's order; a block holds blocks or goals
	Reporting   Reporting
	Obligations []Obligation // what the parties promised beside the goals (F2, F4, F5, R2, R3)
	Readings    []Reading
	Amendments  []Amendment
}

// Party is one side of the contract.
type Party struct {
	ID        string
	Name      string
	Signatory string // the office that signs; empty where not said
}

// WeightKind is how the paper prints its weights.
type WeightKind string

// The kinds of printed weight.
const (
	Percents  WeightKind = "percent"
	Points    WeightKind = "points"
	Fractions WeightKind = "fractions"
	Money     WeightKind = "money"
	NoWeights WeightKind = "none" // a plain mean
)

// Weights says how weights are printed and what they must sum to.
type Weights struct {
	Kind WeightKind
	Sum  exact.Rat // the stated sum: 100, 1, 400 points …; 0 with NoWeights
	Unit string    // printed after a weight: "pct.", "point", "kr."
}

// Weight is an exact number beside its printed form.
type Weight struct {
	Value   exact.Rat
	Printed string
}

// TotalBy names the rule from degrees to the total.
type TotalBy string

// The rules for the total.
const (
	WeightedSum  TotalBy = "weighted-sum"
	Mean         TotalBy = "mean"
	GoalsReached TotalBy = "goals-reached" // a look-up on the number of goals kept
)

// TotalRule says how degrees become the total, in percent.
type TotalRule struct {
	By     TotalBy
	Cap    *exact.Rat // nothing above it counts; nil where the contract sets none
	Lookup []TableRow // GoalsReached only
	Gates  []string   // goals that must be kept before anything counts
	Target *exact.Rat // for the total itself; nil where there is none
	Use    *TotalUse  // reckoned apart from the total
}

// TotalUse is what the total is used for, a payment for instance: an amount for
// each interval of totals.
type TotalUse struct {
	Text string
	Unit string
	Rows []UseRow
}

// UseRow gives an amount to an interval of totals.
type UseRow struct {
	From, To *End
	Amount   exact.Rat
}

// Block is a group of goals: "Strategiske mål". Blocks nest.
type Block struct {
	ID     string
	Title  string
	Text   string
	Weight *Weight // of the block, where the paper gives one: weights below are shares of it, by their own sum
	Blocks []Block
	Goals  []Goal
}

// Goal is one weighted line of the contract.
type Goal struct {
	ID           string // never changes, over the years too
	Number       string // as the paper prints it: "1", "2.b"
	Title        string
	Short        string // for narrow places; the title where empty
	Text         string
	Weight       Weight
	Addition     bool // counts above the stated sum of weights, where the contract allows it
	Scale        Scale
	Kept         exact.Rat // the degree that plain "kept: yes" needs (reading A6): 100
	Lead         string    // the role that leads it: "lead"
	LeadTitle    string    // who that is, in words: "kontorchefen"
	Source       Source
	Combine      Combine
	Requirements []Requirement
	Readings     []string // ids of the readings that touch the goal
}

// Scale says which degrees a goal may take.
type Scale struct {
	Degrees []exact.Rat // the allowed ones, rising; empty: any degree from Min to Max
	Min     exact.Rat
	Max     exact.Rat
	Levels  []Level // verbal levels with their degrees, where the paper has them
}

// Level is a verbal degree: "delvist opfyldt" is 50.
type Level struct {
	ID     string
	Title  string
	Degree exact.Rat
}

// Source is where on paper a rule stands.
type Source struct {
	Section string
	Page    string
	Table   string
}

// CombineBy names the rule from requirements' degrees to the goal's.
type CombineBy string

// The rules from requirements to the goal.
const (
	AllOf         CombineBy = "all-of"         // the least of the requirements' degrees
	WeightedMean  CombineBy = "weighted-mean"  // by the requirements' weights
	ShareOf       CombineBy = "share-of"       // bands on how many requirements are kept
	AssessedAlone CombineBy = "assessed-alone" // no calculation; management assesses
)

// Combine is a goal's rule from its requirements to its degree.
type Combine struct {
	By    CombineBy
	Bands []CountBand // ShareOf only, the highest degree first
	Else  exact.Rat   // ShareOf only: where no band fits
	Sum   exact.Rat   // WeightedMean only: what the requirements' weights sum to
}

// CountBand gives a degree from a least number of kept things on: all of them,
// a share (rounded up, reading A6) or a count.
type CountBand struct {
	All    bool
	Share  *exact.Rat // of the whole, 0–1: 1/2
	Count  int        // used where All is false and Share nil
	Degree exact.Rat
}

// Least returns how many of n the band needs.
func (b CountBand) Least(n int) int {
	switch {
	case b.All:
		return n
	case b.Share != nil:
		return int(b.Share.Mul(exact.Int(int64(n))).Ceil())
	}
	return b.Count
}

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
	Coverage *Coverage // what the figures must rest on to count
	Fallback string    // the requirement that takes its place where the indicator does not exist
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

// Coverage is what a figure must rest on: a least number, a least share of the
// whole in percent, or both.
type Coverage struct {
	Least int
	Share *exact.Rat
}

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
}

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

// Cases are the parameters of Timeliness.
type Cases struct {
	Limit          Limit
	StopReasons    []StopReason // whose time is not counted (rule G5a)
	OpenLateCounts bool         // reading A2
	Dimensions     []string     // statistics asked for: kind, outcome (rule G4)
	LegalBasis     string
}

// StopReason is a reason for which a case's clock stands still.
type StopReason struct {
	ID    string
	Title string
}

// Answers are the parameters of Survey.
type Answers struct {
	Satisfied []string // which answers count
	Sectors   []string
	Topics    []string
}

// Spending are the parameters of Deviation.
type Spending struct {
	Currency      string
	BudgetSettled calendar.Date // the base budget stands from then on
	Replaceable   bool          // the department may approve another goal (F4)
}

// DegreeBy names a requirement's rule from result to degree.
type DegreeBy string

// The rules from a result to a degree.
const (
	ByTarget   DegreeBy = "target"   // 100 when the year's target is kept, else 0
	ByItems    DegreeBy = "items"    // bands on the number of items kept
	BySteps    DegreeBy = "steps"    // named steps that must be kept
	ByShares   DegreeBy = "shares"   // the sum of the kept steps' shares
	ByPieces   DegreeBy = "pieces"   // one piecewise function: steps and lines
	ByTable    DegreeBy = "table"    // intervals or levels
	ByAssessor DegreeBy = "assessed" // no calculation
)

// DegreeRule is a requirement's rule from its result to its degree. One of the
// lists is used, as By says.
type DegreeRule struct {
	By     DegreeBy
	Items  []CountBand // the highest degree first
	Steps  []StepBand  // the highest degree first
	Pieces []Piece     // rising, without holes and overlaps
	Table  []TableRow
	Else   exact.Rat // where no band or row fits
}

// StepBand gives a degree when the named steps are all done in time, and those
// in Done are done at all.
type StepBand struct {
	Kept   []string
	Done   []string // done, be it late
	Degree exact.Rat
}

// End is one end of a piece or an interval; nil means without end.
type End struct {
	Value    exact.Rat
	Included bool
}

// Piece is a stretch of a piecewise function: a constant degree, or a line from
// the degree at From to the degree at To.
type Piece struct {
	From, To *End
	Degree   exact.Rat
	LineTo   *exact.Rat // nil: constant; otherwise the degree reached at To
}

// TableRow gives a degree to an interval of results or to a verbal level.
type TableRow struct {
	From, To *End
	Level    string // where the result is verbal
	Degree   exact.Rat
}

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
}

// Approval is one party's yes.
type Approval struct {
	By string
	On calendar.Date
}
