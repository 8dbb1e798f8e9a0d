package record

import (
	"strconv"

	"opfyldt/internal/exact"
	"opfyldt/internal/fault"
)

// CheckedCases is a subsample of the cases that a result rests on, each held
// against its file by who verifies the result. Everything but what was found of
// each case follows from the result and the log.
type CheckedCases struct {
	Cases      []CheckedCase `json:"cases" nullable:"false"`
	Import     string        `json:"import,omitempty" readOnly:"true" doc:"The import that the result follows from."`
	Population int64         `json:"population,omitempty" readOnly:"true" doc:"The cases that the result counts."`
	Size       int64         `json:"size,omitempty" readOnly:"true"`
	Confidence *exact.Rat    `json:"confidence,omitempty" readOnly:"true"`
	Tolerable  *exact.Rat    `json:"tolerable,omitempty" readOnly:"true" doc:"The share of differing cases that the sample must be able to show."`
	Round      string        `json:"round,omitempty" readOnly:"true" doc:"As the seed names it."`
	Frame      string        `json:"frame,omitempty" readOnly:"true" doc:"The hash over all references that could be drawn."`
	Random     string        `json:"random,omitempty" readOnly:"true" doc:"The log's root once the result was in it, in hexadecimal."`
	Differing  int64         `json:"differing" readOnly:"true"`
	Upper      int64         `json:"upper" readOnly:"true" doc:"With the confidence, no more of the population differ."`
}

// CheckedCase is what was found of one case.
type CheckedCase struct {
	Reference string `json:"reference"`
	Differs   bool   `json:"differs" doc:"It is otherwise in the file than in the import."`
	Note      string `json:"note,omitempty" doc:"Needed where it differs: how."`
}

// Check holds what can be said without the draw, and counts what differs.
func (s *CheckedCases) Check(field string, c *Checks) {
	s.Differing = 0
	if s.Cases == nil {
		s.Cases = []CheckedCase{}
	}
	for i := range s.Cases {
		one := &s.Cases[i]
		at := field + ".cases[" + strconv.Itoa(i) + "]"
		c.Text(at+".note", &one.Note, LongText)
		if !one.Differs {
			continue
		}
		if s.Differing++; one.Note == "" {
			c.Add(at+".note", "verification.differs_how", fault.Params{"reference": one.Reference})
		}
	}
}
