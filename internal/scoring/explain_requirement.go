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
		e.Children = rp.explainMonths()
	default:
		e.Rule = rp.figureRule(r, e.Values)
		e.Children = rp.explainResult(r)
	}
	return e
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
func (rp *requirementPlan) targetPhrase() any {
	t := rp.target
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
	rule := &rp.requirement.Degree
	switch {
	case rule.By == contract.ByAssessor:
		return "explain.requirement.assessed"
	case rp.fact == nil || len(r.Facts) == 0:
		return "explain.requirement.unknown"
	case !r.Final:
		return "explain.requirement.provisional"
	}
	fig, _, _ := figureOf(rp.requirement.Measure, rp.fact)
	switch rule.By {
	case contract.ByPieces:
		if fig.value != nil {
			return rp.pieceRule(*fig.value, v)
		}
	case contract.ByTable:
		return rp.tableRule(fig, v)
	}
	return rp.targetRule(fig, r, v)
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
	switch {
	case len(r.Facts) == 0:
		return "explain.requirement.unknown"
	case rp.requirement.Degree.By == contract.ByPieces && r.Final:
		return rp.pieceRule(*r.Value, v)
	case rp.requirement.Degree.By == contract.ByTable && r.Final:
		return rp.tableRule(figure{value: r.Value}, v)
	case rp.target == nil || rp.requirement.Degree.By != contract.ByTarget:
		return "explain.requirement.provisional"
	case tally.missed > 0:
		return "explain.requirement.months.missed"
	case tally.open > 0:
		return "explain.requirement.months.open"
	}
	return "explain.requirement.months.kept"
}
