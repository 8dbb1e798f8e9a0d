package contract

import "opfyldt/internal/exact"

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
	ByWay      DegreeBy = "way"      // how far the result has come on the way to the target
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
	Else   exact.Rat  // where no band or row fits
	From   *exact.Rat // ByWay: where the way begins; nil: at the target's baseline, else at nought
	Least  *exact.Rat // ByWay: nothing below this degree counts
}

// Start returns where the way to the target begins: where the file says, else at
// the target's baseline, else at nought.
func (d *DegreeRule) Start(t *Target) exact.Rat {
	switch {
	case d.From != nil:
		return *d.From
	case t.Baseline != nil:
		return t.Baseline.Mean()
	}
	return exact.Rat{}
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
