package sampling

import (
	"sort"

	"opfyldt/internal/exact"
	"opfyldt/internal/fault"
)

// Plan is what a round is planned to be able to say: with the given confidence
// that fewer than Design of Population customers deviate, if at most Accept
// deviations are found.
type Plan struct {
	Population int64
	Design     int64 // the smallest number of deviating customers to be detected
	Accept     int64 // expected deviations: with up to so many the round still concludes
	Confidence exact.Rat
}

// check says which figure of the plan has no answer.
func (p Plan) check() error {
	if err := firstFault(
		populationFault(p.Population),
		rangeFault("design", p.Design, 1, p.Population),
		rangeFault("accept", p.Accept, 0, p.Population),
		confidenceFault(p.Confidence),
	); err != nil {
		return err
	}
	if p.Accept >= p.Design {
		return fault.Fields(fault.Field{Path: "accept", Code: "sampling.no_size",
			Params: fault.Params{"accept": p.Accept, "design": p.Design, "most": p.Design - 1}})
	}
	return nil
}

// Size returns the smallest sample for which P(X ≤ Accept) ≤ 1 − Confidence if
// Design customers deviate. That chance is 1 for a sample of Accept, never rises
// with the sample, and is 0 for Certain.
func Size(p Plan) (int64, error) {
	if err := p.check(); err != nil {
		return 0, err
	}
	risk := ratio(one.Sub(p.Confidence))
	least := p.Accept + 1
	more := sort.Search(int(p.Certain()-least), func(i int) bool {
		h := Hypergeometric{p.Population, p.Design, least + int64(i)}
		return h.compare(p.Accept, risk) <= 0
	})
	return least + int64(more), nil
}

// Certain returns the sample that leaves no doubt at all: of so many customers
// more than Accept deviate if Design of all do.
func (p Plan) Certain() int64 { return p.Population - p.Design + 1 + p.Accept }

// DesignNumber returns the design number of a share: the smallest whole number of
// customers that is no less than it, and at least one.
func DesignNumber(population int64, share exact.Rat) (int64, error) {
	if err := firstFault(populationFault(population)); err != nil {
		return 0, err
	}
	if share.Sign() <= 0 || one.Less(share) {
		return 0, fault.Fields(fault.Field{Path: "share", Code: "sampling.share", Params: fault.Params{"value": share}})
	}
	return max(1, share.Mul(exact.Int(population)).Ceil()), nil
}
