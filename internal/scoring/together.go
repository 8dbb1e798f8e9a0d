package scoring

import (
	"opfyldt/internal/contract"
	"opfyldt/internal/exact"
	"opfyldt/internal/fault"
)

// result is a requirement's figure with the facts that it rests on; ok is false
// where nothing is known.
type result struct {
	figure
	facts []string
	ok    bool
}

// result reads the requirement's figure: that of the newest fact, or what the
// periods' figures give together; then its index, where the contract asks for one.
func (rp *requirementPlan) result() (result, *fault.Field) {
	if rp.fact != nil && supposedFact(rp.fact) || len(rp.spans) == 0 {
		r, bad := rp.single(rp.fact)
		if rp.fact != nil && !supposedFact(rp.fact) {
			rp.indexed(&r)
		}
		return r, bad
	}
	r, bad := rp.together()
	rp.indexed(&r)
	return r, bad
}

func supposedFact(f *Fact) bool {
	_, byHand := f.Value.(ByHand)
	return byHand
}

// single reads one fact's figure, which is final only where it rests on enough.
func (rp *requirementPlan) single(f *Fact) (result, *fault.Field) {
	if f == nil {
		return result{}, nil
	}
	fig, ok, bad := figureOf(rp.requirement.Measure, f)
	if bad != nil || !ok {
		return result{}, bad
	}
	fig.final = fig.final && rests(rp, f)
	return result{figure: fig, facts: []string{f.ID}, ok: true}, nil
}

// together puts the periods' figures together. The result is complete when each
// period's is, or the last one's where that alone is the result.
func (rp *requirementPlan) together() (result, *fault.Field) {
	r := result{figure: figure{final: true}}
	var figures []exact.Rat
	for i := range rp.spans {
		one, bad := rp.single(rp.spans[i].fact)
		if bad != nil {
			return result{}, bad
		}
		if latest := rp.requirement.Over.By == contract.OverLatest; !latest || i == len(rp.spans)-1 {
			r.final = r.final && one.final
		}
		if one.ok && one.value != nil {
			figures = append(figures, *one.value)
			r.facts = append(r.facts, one.facts...)
		}
	}
	if len(figures) == 0 {
		return result{}, nil
	}
	value := put(rp.requirement.Over.By, figures)
	r.value, r.ok = &value, true
	return r, nil
}

// put puts figures together by the contract's rule.
func put(by contract.OverBy, figures []exact.Rat) exact.Rat {
	switch by {
	case contract.OverSum:
		return exact.Sum(figures...)
	case contract.OverMean:
		return exact.Sum(figures...).Quo(exact.Int(int64(len(figures))))
	}
	return figures[len(figures)-1]
}

func (rp *requirementPlan) indexed(r *result) {
	if x := rp.requirement.Index; x != nil && r.value != nil {
		value := x.Of(*r.value)
		r.value = &value
	}
}

// rests reports whether a figure rests on as much as the contract asks for. A
// share of the whole is asked of those measures that can show it.
func rests(rp *requirementPlan, f *Fact) bool {
	need := rp.requirement.Coverage
	if need == nil || supposedFact(f) {
		return true
	}
	measure := rp.requirement.Measure
	shown := measure == contract.Survey || measure == contract.Number && !rp.byHand
	b := basis(f)
	if (shown || measure == contract.Timeliness) && b.Count < int64(need.Least) {
		return false
	}
	if need.Share == nil || !shown || rp.byHand {
		return true
	}
	return b.Whole > 0 && !exact.Frac(b.Count, b.Whole).Mul(hundred).Less(*need.Share)
}

// basis is what a figure rests on: of a share the cases or the answers, else what
// the fact says.
func basis(f *Fact) Basis {
	b := f.Basis
	switch v := f.Value.(type) {
	case CaseShare:
		b.Count = v.Total
	case SurveyShare:
		b.Count = v.Answered
	}
	return b
}
