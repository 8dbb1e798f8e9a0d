package contract

import "opfyldt/internal/exact"

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
