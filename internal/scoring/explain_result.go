package scoring

import (
	"opfyldt/internal/contract"
	"opfyldt/internal/exact"
)

// explainResult shows the numbers that were put in, with the facts that hold them.
func (rp *requirementPlan) explainResult(r *RequirementScore) []Explanation {
	if len(r.Facts) == 0 {
		return nil
	}
	if len(rp.spans) == 0 || rp.fact != nil && supposedFact(rp.fact) {
		return append([]Explanation{rp.explainFact("result:"+r.ID, rp.fact)}, rp.explainIndex(r)...)
	}
	var list []Explanation
	for _, s := range rp.spans {
		if s.fact != nil {
			list = append(list, rp.explainFact("period:"+r.ID+"/"+s.period.To.String(), s.fact))
		}
	}
	list = append(list, rp.explainTogether(r)...)
	return append(list, rp.explainIndex(r)...)
}

// explainFact shows one fact's numbers, and what they lack to count.
func (rp *requirementPlan) explainFact(figure string, f *Fact) Explanation {
	e := Explanation{Figure: figure, Facts: []string{f.ID}, Values: values{"day": f.Day}}
	if fig, _, _ := figureOf(rp.requirement.Measure, f); fig.value != nil {
		e.Values["value"] = rp.inFigureUnit(*fig.value, f)
	}
	switch v := f.Value.(type) {
	case CaseShare:
		e.Rule = "explain.result.timeliness"
		e.Values["timely"], e.Values["total"] = v.Timely, v.Total
	case SurveyShare:
		e.Rule = "explain.result.survey"
		e.Values["satisfied"], e.Values["answered"] = v.Satisfied, v.Answered
	case Spending:
		e.Rule = "explain.result.deviation"
		e.Values["budget"], e.Values["spent"] = rp.money(v.Budget), rp.money(v.Spent)
	case Answer:
		e.Rule = pick(v.Yes, "explain.result.yes", "explain.result.no")
	case ByHand:
		e.Rule = "explain.supposed.result"
	case LevelReached:
		e.Rule = "explain.result.level"
		e.Values["level"] = rp.levelTitle(v.Level)
	default:
		e.Rule = "explain.result.number"
	}
	if !rests(rp, f) {
		e.Children = []Explanation{rp.explainCoverage(figure, f)}
	}
	return e
}

// inFigureUnit is a figure as it was reported: before an index is made of it.
func (rp *requirementPlan) inFigureUnit(x exact.Rat, f *Fact) any {
	if index := rp.requirement.Index; index != nil && !supposedFact(f) {
		return amount(x, index.Unit)
	}
	return rp.inUnit(x)
}

// money turns øre into the contract's currency.
func (rp *requirementPlan) money(ore int64) any {
	currency := "kr."
	if s := rp.requirement.Spending; s != nil && s.Currency != "" && s.Currency != "DKK" {
		currency = s.Currency
	}
	return Phrase{Key: "value.unit", Values: values{"value": exact.Frac(ore, 100), "unit": currency}}
}

// explainMonths shows each month that is in, and names those that are not.
func (rp *requirementPlan) explainMonths() []Explanation {
	var list []Explanation
	var missing []any
	for _, m := range rp.months {
		if m.fact == nil {
			missing = append(missing, m.month)
			continue
		}
		v, _ := m.fact.Value.(MonthCount)
		list = append(list, Explanation{
			Figure: "month:" + rp.requirement.ID + "/" + m.month.String(),
			Rule:   monthRule(rp.ofMonth(m), v),
			Values: values{"month": m.month, "count": v.Count},
			Facts:  []string{m.fact.ID},
		})
	}
	if len(missing) > 0 && len(list) > 0 {
		list = append(list, Explanation{
			Figure: "missing:" + rp.requirement.ID,
			Rule:   "explain.month.missing",
			Values: values{"months": missing, "count": len(missing)},
		})
	}
	return list
}

// ofMonth is the target that a month alone is held against; nil where the months
// are put together.
func (rp *requirementPlan) ofMonth(m monthPlan) *contract.Target {
	if rp.requirement.Over != nil {
		return nil
	}
	return m.target
}

func monthRule(t *contract.Target, v MonthCount) string {
	kept := monthKept(t, v)
	switch {
	case kept == nil && v.Partial:
		return "explain.month.partial"
	case kept == nil:
		return "explain.month.counted"
	}
	return pick(*kept, "explain.month.kept", "explain.month.missed")
}
