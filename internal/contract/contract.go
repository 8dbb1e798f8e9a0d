package contract

import (
	"opfyldt/internal/calendar"
	"opfyldt/internal/exact"
)

// Format is the version stamp that this program writes. It reads the first one
// too: what its files mean never changes.
const (
	Format      = "opfyldt-contract/2"
	firstFormat = "opfyldt-contract/1"
)

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
