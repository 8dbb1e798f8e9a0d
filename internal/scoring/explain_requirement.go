package scoring

import (
	"opfyldt/internal/contract"
	"opfyldt/internal/exact"
)

// explain explains a requirement's degree; its children are the items, the
// months or the figure that it rests on.
func (rp *requirementPlan) explain(r *RequirementScore) Explanation {
	req := rp.requirement
	e := Explanation{Figure: "requirement:" + r.ID, Readings: req.Readings, Values: values{
		"title": req.Title, "degree": r.Degree.Worst, "worst": r.Degree.Worst, "best": r.Degree.Best,
	}}
	if rp.target != nil {
		e.Values["target"], e.Values["year"] = rp.targetPhrase(), rp.target.Year
	}
	if r.Value != nil {
		e.Values["value"] = rp.inUnit(*r.Value)
	}
	switch req.Measure {
	case contract.Milestones:
		e.Rule = rp.milestoneRule(r, e.Values)
		e.Children = rp.explainItems(r)
	case contract.MonthlyCount:
		e.Rule = rp.monthsRule(r, e.Values)
		e.Children = append(rp.explainMonths(), rp.explainTogether(r)...)
	default:
		e.Rule = rp.figureRule(r, e.Values)
		e.Children = rp.explainResult(r)
	}
	e.Children = append(e.Children, rp.explainTargets()...)
	return e
}

// explainRequirement explains a requirement in its goal, where it may stand beside.
func (gp *goalPlan) explainRequirement(rp *requirementPlan, r *RequirementScore) Explanation {
	if !r.Beside {
		return rp.explain(r)
	}
	e := Explanation{Figure: "requirement:" + r.ID, Values: values{"title": rp.requirement.Title}}
	if rp.isMissing() {
		e.Rule, e.Facts = "explain.requirement.missing", []string{rp.missing.ID}
		e.Values["other"] = gp.titleOf(rp.requirement.Fallback)
		return e
	}
	e.Rule = "explain.requirement.reserve"
	e.Values["other"] = gp.titleOf(gp.reserves[r.ID])
	return e
}

func (gp *goalPlan) titleOf(id string) string {
	for _, rp := range gp.requirements {
		if rp.requirement.ID == id {
			return rp.requirement.Title
		}
	}
	return id
}

// inUnit is a result with its unit: percent in the reader's language, any other
// as the paper has it.
func (rp *requirementPlan) inUnit(x exact.Rat) any {
	switch rp.requirement.Measure {
	case contract.Timeliness, contract.Survey, contract.Deviation:
		return Phrase{Key: "value.percent", Values: values{"value": x}}
	case contract.MonthlyCount:
		return x // the sentence says that it is a month's
	}
	if rp.requirement.Unit != "" {
		return Phrase{Key: "value.unit", Values: values{"value": x, "unit": rp.requirement.Unit}}
	}
	return x
}

// targetPhrase is the bound in words: "at least 95 %".
func (rp *requirementPlan) targetPhrase() any { return rp.boundPhrase(rp.target) }

func (rp *requirementPlan) boundPhrase(t *contract.Target) any {
	switch {
	case t.Bound == contract.Done:
		return t.Text
	case t.Bound == contract.Between && t.Upper != nil:
		return Phrase{Key: "bound.between", Values: values{"least": t.Value, "most": rp.inUnit(*t.Upper)}}
	}
	return Phrase{Key: "bound." + string(t.Bound), Values: values{"target": rp.inUnit(t.Value)}}
}

// figureRule names the rule of a requirement with one figure.
func (rp *requirementPlan) figureRule(r *RequirementScore, v values) string {
	if rp.requirement.Degree.By == contract.ByAssessor {
		return "explain.requirement.assessed"
	}
	if len(r.Facts) == 0 {
		return "explain.requirement.unknown"
	}
	result, _ := rp.result()
	return rp.resultRule(result.figure, r.Final, r, v)
}

// resultRule names the rule of a figure, which is decided or not.
func (rp *requirementPlan) resultRule(fig figure, decided bool, r *RequirementScore, v values) string {
	if rp.waits && rp.needsTarget() {
		v["benchmark"] = rp.requirement.TargetFor(rp.year).Benchmark
		return "explain.requirement.benchmark"
	}
	if !decided {
		return "explain.requirement.provisional"
	}
	switch rp.requirement.Degree.By {
	case contract.ByPieces:
		if fig.value != nil {
			return rp.pieceRule(*fig.value, v)
		}
	case contract.ByTable:
		return rp.tableRule(fig, v)
	case contract.ByWay:
		return rp.wayRule(fig, v)
	}
	return rp.targetRule(fig, r, v)
}

// wayRule says how far the result has come on the way to the target.
func (rp *requirementPlan) wayRule(fig figure, v values) string {
	if fig.value == nil || rp.target == nil {
		return "explain.requirement.no-target"
	}
	rule := &rp.requirement.Degree
	way := wayCome(rp, *fig.value)
	v["from"], v["to"], v["way"] = rule.Start(rp.target), rp.target.Value, way
	switch {
	case rule.Start(rp.target).Equal(rp.target.Value):
		return pick(keeps(rp.target, *fig.value), "explain.requirement.target.kept", "explain.requirement.target.missed")
	case rule.Least == nil:
		return "explain.requirement.way"
	}
	v["least"] = *rule.Least
	return pick(way.Less(*rule.Least), "explain.requirement.way.below", "explain.requirement.way.least")
}

func (rp *requirementPlan) targetRule(fig figure, r *RequirementScore, v values) string {
	kept := r.Kept != nil && *r.Kept
	switch {
	case fig.level != "":
		v["level"] = rp.levelTitle(fig.level)
		return "explain.requirement.level"
	case fig.value == nil:
		return pick(fig.yes, "explain.requirement.yes", "explain.requirement.no")
	case rp.target == nil:
		return "explain.requirement.no-target"
	}
	return pick(kept, "explain.requirement.target.kept", "explain.requirement.target.missed")
}

func (rp *requirementPlan) levelTitle(id string) string {
	for _, l := range rp.goal.Scale.Levels {
		if l.ID == id {
			return l.Title
		}
	}
	return id
}

func (rp *requirementPlan) pieceRule(value exact.Rat, v values) string {
	p := pieceAt(&rp.requirement.Degree, value)
	if p == nil {
		return "explain.requirement.else"
	}
	v["interval"] = interval(p.From, p.To)
	if !isLine(p) {
		return "explain.requirement.piece.constant"
	}
	v["from"], v["to"] = p.From.Value, p.To.Value
	v["first"], v["last"] = p.Degree, *p.LineTo
	return "explain.requirement.piece.line"
}

func (rp *requirementPlan) tableRule(fig figure, v values) string {
	row := rowFor(rp.requirement.Degree.Table, fig)
	switch {
	case row == nil:
		return "explain.requirement.else"
	case row.Level != "":
		v["level"] = rp.levelTitle(row.Level)
		return "explain.requirement.table.level"
	}
	v["interval"] = interval(row.From, row.To)
	return "explain.requirement.table.interval"
}

// interval says between which ends a result lies, each end in or out.
func interval(from, to *contract.End) Phrase {
	switch {
	case from == nil && to == nil:
		return Phrase{Key: "interval.any"}
	case to == nil:
		return lower(from)
	case from == nil:
		return upper(to)
	}
	return Phrase{Key: "interval.both", Values: values{"from": lower(from), "to": upper(to)}}
}

func lower(e *contract.End) Phrase {
	return Phrase{Key: pick(e.Included, "interval.from", "interval.above"), Values: values{"end": e.Value}}
}

func upper(e *contract.End) Phrase {
	return Phrase{Key: pick(e.Included, "interval.to", "interval.below"), Values: values{"end": e.Value}}
}

// monthsRule names the rule of a monthly count.
func (rp *requirementPlan) monthsRule(r *RequirementScore, v values) string {
	tally := tallyMonths(rp)
	v["months"], v["kept"], v["missed"], v["open"] = len(rp.months), tally.kept, tally.missed, tally.open
	switch by := rp.requirement.Degree.By; {
	case by == contract.ByAssessor:
		return "explain.requirement.assessed"
	case len(r.Facts) == 0:
		return "explain.requirement.unknown"
	case rp.requirement.Over != nil:
		return rp.resultRule(figure{value: r.Value}, r.Final || sumSettles(rp, *r.Value), r, v)
	case r.Final && by != contract.ByTarget, rp.waits && rp.needsTarget():
		return rp.resultRule(figure{value: r.Value}, r.Final, r, v)
	case rp.target == nil || rp.requirement.Degree.By != contract.ByTarget:
		return "explain.requirement.provisional"
	case tally.missed > 0:
		return "explain.requirement.months.missed"
	case tally.open > 0:
		return "explain.requirement.months.open"
	}
	return "explain.requirement.months.kept"
}
