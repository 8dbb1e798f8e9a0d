package scoring

import "opfyldt/internal/contract"

// because says in a few words where a requirement stands.
func (rp *requirementPlan) because(r *RequirementScore) Phrase {
	switch {
	case rp.requirement.Measure == contract.Milestones:
		var t itemTally
		for _, item := range r.Items {
			t.add(item)
		}
		return Phrase{Key: "because.items", Values: values{"kept": t.kept, "count": t.all}}
	case len(r.Facts) == 0:
		return Phrase{Key: "because.unknown"}
	case rp.requirement.Measure == contract.MonthlyCount && rp.requirement.Over == nil:
		return rp.becauseMonths()
	case r.Value == nil:
		return rp.becauseWord()
	}
	if rp.waits {
		return Phrase{Key: "because.benchmark", Values: values{"value": rp.inUnit(*r.Value)}}
	}
	v := values{"value": rp.inUnit(*r.Value)}
	if rp.target == nil || rp.target.Bound == contract.Done {
		return Phrase{Key: pick(r.Final, "because.value", "because.value.provisional"), Values: v}
	}
	v["target"] = rp.targetPhrase()
	return Phrase{Key: pick(r.Final, "because.target", "because.target.provisional"), Values: v}
}

func (rp *requirementPlan) becauseMonths() Phrase {
	t := tallyMonths(rp)
	v := values{"kept": t.kept, "missed": t.missed, "count": len(rp.months)}
	return Phrase{Key: pick(t.missed > 0, "because.months.missed", "because.months.kept"), Values: v}
}

func (rp *requirementPlan) becauseWord() Phrase {
	switch v := rp.fact.Value.(type) {
	case Answer:
		return Phrase{Key: pick(v.Yes, "because.yes", "because.no")}
	case LevelReached:
		return Phrase{Key: "because.level", Values: values{"level": rp.levelTitle(v.Level)}}
	}
	return Phrase{Key: "because.unknown"}
}

// because joins the requirements' words; an assessment goes before them.
func (gp *goalPlan) because(g *GoalScore) Phrase {
	switch {
	case g.Assessed != nil:
		return Phrase{Key: "because.assessed"}
	case len(g.Requirements) == 0:
		return Phrase{Key: "because.unassessed"}
	case len(g.Requirements) == 1:
		return g.Requirements[0].Because
	}
	var parts []any
	for _, r := range gp.parts(g.Requirements) {
		parts = append(parts, r.Because)
	}
	return Phrase{Key: "because.parts", Values: values{"parts": parts}}
}
