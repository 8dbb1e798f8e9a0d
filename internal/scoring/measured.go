package scoring

import (
	"opfyldt/internal/contract"
	"opfyldt/internal/exact"
	"opfyldt/internal/fault"
)

// figure is a result as its requirement's rule reads it.
type figure struct {
	value *exact.Rat // percent, number; nil for yes/no and levels
	yes   bool
	level string
	final bool
}

func ratPointer(n int) *exact.Rat {
	x := exact.Int(int64(n))
	return &x
}

// percentOf returns 100 × part / whole, exactly.
func percentOf(part, whole int64) *exact.Rat {
	x := exact.Frac(part, whole).Mul(hundred)
	return &x
}

// figureOf reads a fact's value by the requirement's measure; ok is false where
// the value is of another measure and says nothing. A figure that cannot be is
// a fault and never a number.
func figureOf(m contract.Measure, f *Fact) (fig figure, ok bool, bad *fault.Field) {
	switch v := f.Value.(type) {
	case CaseShare:
		fig, bad = shareFigure(f, v.Timely, v.Total, v.Final)
		return fig, m == contract.Timeliness, bad
	case SurveyShare:
		fig, bad = shareFigure(f, v.Satisfied, v.Answered, v.Final)
		return fig, m == contract.Survey, bad
	case Spending:
		fig, bad = deviationFigure(f, v)
		return fig, m == contract.Deviation, bad
	case Answer:
		return figure{yes: v.Yes, final: true}, m == contract.YesNo, nil
	case Quantity:
		return figure{value: &v.Value, final: v.Final}, m == contract.Number, nil
	case LevelReached:
		return figure{level: v.Level, final: true}, m == contract.Verbal, nil
	case ByHand:
		return figure{value: &v.Figure, final: true}, m != contract.YesNo && m != contract.Verbal, nil
	}
	return figure{}, false, nil
}

func shareFigure(f *Fact, part, whole int64, final bool) (figure, *fault.Field) {
	if part < 0 || whole <= 0 || part > whole {
		return figure{}, impossible(f, "score.share.impossible", fault.Params{"part": part, "whole": whole})
	}
	return figure{value: percentOf(part, whole), final: final}, nil
}

// deviationFigure is |spent − budget| / budget in percent (reading A10).
func deviationFigure(f *Fact, v Spending) (figure, *fault.Field) {
	if v.Budget <= 0 {
		return figure{}, impossible(f, "score.budget.impossible", fault.Params{"budget": exact.Frac(v.Budget, 100)})
	}
	x := exact.Int(v.Spent).Sub(exact.Int(v.Budget)).Abs().Quo(exact.Int(v.Budget)).Mul(hundred)
	return figure{value: &x, final: v.Final}, nil
}

func impossible(f *Fact, code string, params fault.Params) *fault.Field {
	params["subject"] = f.Subject
	return &fault.Field{Path: "facts." + f.ID, Code: code, Params: params}
}

// scoreMeasured scores a requirement whose result is a figure or a word.
func scoreMeasured(rp *requirementPlan) (RequirementScore, *fault.Field) {
	score := RequirementScore{ID: rp.requirement.ID, Degree: span(rp)}
	r, bad := rp.result()
	if bad != nil || !r.ok {
		return score, bad
	}
	score.Facts, score.Value, score.Final = r.facts, r.value, r.final
	r.final = r.final && !(rp.waits && rp.needsTarget())
	if r.final {
		score.Degree = exactly(degreeOf(rp, r.figure))
	}
	score.Kept = measuredKept(rp, r.figure, score.Degree)
	return score, nil
}

// measuredKept answers by the target where there is one in numbers, else by
// the degree.
func measuredKept(rp *requirementPlan, fig figure, degree Range) *bool {
	switch {
	case rp.waits:
		return nil
	case fig.value == nil || rp.target == nil || rp.target.Bound == contract.Done:
		return reached(degree, hundred)
	}
	if !fig.final {
		return nil
	}
	kept := keeps(rp.target, *fig.value)
	return &kept
}

// keeps reports whether the value lies on the target's right side, the bound
// itself included (reading A3). Numbers are exact: nothing is rounded first.
func keeps(t *contract.Target, value exact.Rat) bool {
	switch t.Bound {
	case contract.AtLeast:
		return !value.Less(t.Value)
	case contract.AtMost:
		return !t.Value.Less(value)
	case contract.Between:
		return !value.Less(t.Value) && (t.Upper == nil || !t.Upper.Less(value))
	}
	return false
}
