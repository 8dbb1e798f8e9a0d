package scoring

import "opfyldt/internal/contract"

// explainTogether says how several periods' figures became one, and which are not
// in.
func (rp *requirementPlan) explainTogether(r *RequirementScore) []Explanation {
	over := rp.requirement.Over
	if over == nil || r.Value == nil {
		return nil
	}
	v := values{"count": len(r.Facts), "all": len(rp.spans) + len(rp.months)}
	figures, _ := rp.together()
	if figures.value == nil { // months, which have no index
		figures.value = r.Value
	}
	v["value"] = *figures.value
	list := []Explanation{{Figure: "over:" + r.ID, Rule: "explain.over." + string(over.By), Values: v}}
	var missing []any
	for _, s := range rp.spans {
		if s.fact == nil {
			missing = append(missing, Phrase{Key: "period.days", Values: values{"from": s.period.From, "to": s.period.To}})
		}
	}
	if len(missing) > 0 {
		list = append(list, Explanation{Figure: "missing:" + r.ID, Rule: "explain.period.missing", Values: values{"periods": missing}})
	}
	return list
}

// explainIndex says of what the result is an index.
func (rp *requirementPlan) explainIndex(r *RequirementScore) []Explanation {
	index := rp.requirement.Index
	if index == nil || r.Value == nil || rp.fact != nil && supposedFact(rp.fact) {
		return nil
	}
	years := make([]any, len(index.Years))
	for i, y := range index.Years {
		years[i] = Phrase{Key: "value.year", Values: values{"year": y.Year, "value": y.Value}}
	}
	return []Explanation{{Figure: "index:" + r.ID, Rule: "explain.index", Values: values{
		"value": *r.Value, "mean": amount(index.Mean(), index.Unit), "years": years,
	}}}
}

// explainCoverage says what a figure rests on and what the contract asks for.
func (rp *requirementPlan) explainCoverage(figure string, f *Fact) Explanation {
	need, b := rp.requirement.Coverage, basis(f)
	e := Explanation{Figure: "coverage:" + figure, Rule: "explain.coverage.least", Values: values{
		"count": b.Count, "whole": b.Whole, "least": need.Least,
	}}
	if b.Count >= int64(need.Least) && need.Share != nil {
		e.Rule = pick(b.Whole > 0, "explain.coverage.share", "explain.coverage.unknown")
		e.Values["share"] = *need.Share
	}
	return e
}

// explainTargets shows the outside figure that a target is, and the targets of the
// year where there are several.
func (rp *requirementPlan) explainTargets() []Explanation {
	list := rp.explainBenchmark()
	var ofYear []*contract.Target
	for i := range rp.requirement.Targets {
		if t := &rp.requirement.Targets[i]; t.Year == rp.year {
			ofYear = append(ofYear, t)
		}
	}
	if len(ofYear) < 2 {
		return list
	}
	for _, t := range ofYear {
		e := Explanation{Figure: "target:" + rp.requirement.ID, Rule: "explain.target.first", Values: values{"target": rp.phraseOf(t)}}
		if !t.From.IsZero() {
			e.Figure, e.Rule = e.Figure+"/"+t.From.String(), "explain.target.revised"
			e.Values["day"] = t.From
		}
		list = append(list, e)
	}
	return list
}

func (rp *requirementPlan) explainBenchmark() []Explanation {
	if rp.benchmark == nil {
		return nil
	}
	known, _ := rp.benchmark.Value.(Benchmark)
	for _, t := range rp.requirement.Targets {
		if t.Year == rp.year && t.Benchmark != "" {
			return []Explanation{{
				Figure: "benchmark:" + rp.requirement.ID, Rule: "explain.benchmark", Facts: []string{rp.benchmark.ID},
				Values: values{"benchmark": t.Benchmark, "value": rp.inUnit(known.Value), "day": rp.benchmark.Day},
			}}
		}
	}
	return nil
}

// phraseOf is a target in words, an outside figure by its name while it is not
// known.
func (rp *requirementPlan) phraseOf(t *contract.Target) any {
	number := rp.asNumber(t)
	if number == nil {
		return t.Benchmark
	}
	return rp.boundPhrase(number)
}
