package scoring

import (
	"opfyldt/internal/contract"
	"opfyldt/internal/exact"
)

// values are what an explanation puts into its sentence.
type values = map[string]any

// pick returns the code for a figure that is decided or for one that is not.
func pick(known bool, decided, open string) string {
	if known {
		return decided
	}
	return open
}

// explain fills in every explanation of the card, from the total down.
func (p *plan) explain(card *Scorecard) {
	root := p.explainTotal(card)
	for i, gp := range p.goals {
		g := &card.Goals[i]
		for j, rp := range gp.requirements {
			r := &g.Requirements[j]
			r.Because = rp.because(r)
			r.Explanation = gp.explainRequirement(rp, r)
		}
		g.Because = gp.because(g)
		g.Explanation = gp.explain(g)
		root.Children = append(root.Children, g.Explanation)
	}
	card.Explanation = root
}

func (p *plan) explainTotal(card *Scorecard) Explanation {
	t := card.Total
	e := Explanation{Figure: "total", Values: values{
		"total": t.Obtained, "worst": t.Worst, "best": t.Best, "decided": t.Decided, "goals": len(card.Goals),
	}}
	known := t.Worst.Equal(t.Best)
	standings := p.standings(card.Goals, func(g *GoalScore) Range { return g.Degree })
	switch p.contract.Total.By {
	case contract.GoalsReached:
		e.Rule = pick(known, "explain.total.goals-reached.known", "explain.total.goals-reached.open")
		e.Values["kept"], e.Values["open"] = goalsKept(standings)
	case contract.Mean:
		e.Rule = pick(known, "explain.total.mean.known", "explain.total.mean.open")
	default:
		e.Rule = pick(known, "explain.total.weighted-sum.known", "explain.total.weighted-sum.open")
		e.Values["terms"] = contributions(card.Goals)
	}
	e.Children = append(p.explainLimits(standings), p.explainUse(card)...)
	if c := card.Calculated; !c.Worst.Equal(t.Worst) || !c.Best.Equal(t.Best) {
		e.Children = append(e.Children, Explanation{
			Figure: "calculated",
			Rule:   pick(c.Worst.Equal(c.Best), "explain.total.calculated.known", "explain.total.calculated.open"),
			Values: values{"total": c.Obtained, "worst": c.Worst, "best": c.Best},
		})
	}
	return e
}

func contributions(goals []GoalScore) []exact.Rat {
	terms := make([]exact.Rat, len(goals))
	for i := range goals {
		terms[i] = goals[i].Contribution.Worst
	}
	return terms
}

// explainLimits names the gates that hold the total back and the cap that cuts
// it off.
func (p *plan) explainLimits(goals []standing) []Explanation {
	var notes []Explanation
	rule := &p.contract.Total
	for _, g := range goals {
		kept := goalKept(g.goal, g.degree)
		if !contains(rule.Gates, g.goal.ID) || kept != nil && *kept {
			continue
		}
		notes = append(notes, Explanation{
			Figure: "gate:" + g.goal.ID,
			Rule:   pick(kept != nil, "explain.total.gate.missed", "explain.total.gate.open"),
			Values: values{"number": g.goal.Number, "title": g.goal.Title},
		})
	}
	worst, _ := weighted(goals)
	if rule.Cap != nil && rule.By != contract.GoalsReached && rule.Cap.Less(worst) {
		notes = append(notes, Explanation{Figure: "cap", Rule: "explain.total.capped", Values: values{"sum": worst, "cap": *rule.Cap}})
	}
	return notes
}

func contains(list []string, s string) bool {
	for _, x := range list {
		if x == s {
			return true
		}
	}
	return false
}

func (gp *goalPlan) explain(g *GoalScore) Explanation {
	e := Explanation{
		Figure:   "goal:" + g.ID,
		Rule:     pick(g.Degree.Known, "explain.goal.known", "explain.goal.open"),
		Readings: gp.goal.Readings,
		Values: values{
			"number": gp.goal.Number, "title": gp.goal.Title, "weight": g.Weight,
			"degree": g.Degree.Worst, "worst": g.Degree.Worst, "best": g.Degree.Best,
			"contribution": g.Contribution.Worst, "least": g.Contribution.Worst, "most": g.Contribution.Best,
		},
	}
	if a := g.Assessed; a != nil {
		rule := pick(a.Reason == "", "explain.assessed.bare", "explain.assessed")
		if a.byHand() {
			rule = "explain.supposed.degree"
		}
		e.Children = append(e.Children, Explanation{
			Figure: "assessed:" + g.ID,
			Rule:   rule,
			Values: values{"degree": a.Degree, "reason": a.Reason},
			Facts:  []string{a.Fact},
		})
	}
	e.Children = append(e.Children, gp.explainCalculated(g))
	return e
}

func (gp *goalPlan) explainCalculated(g *GoalScore) Explanation {
	parts := gp.parts(g.Requirements)
	raw := combineRaw(gp.goal, parts)
	e := Explanation{Figure: "calculated:" + g.ID, Values: values{
		"degree": raw.Worst, "worst": raw.Worst, "best": raw.Best, "count": len(parts),
	}}
	e.Rule = gp.combineRule(parts, raw, e.Values)
	if !raw.Worst.Equal(g.Calculated.Worst) || !raw.Best.Equal(g.Calculated.Best) {
		e.Children = append(e.Children, Explanation{
			Figure: "scale:" + g.ID,
			Rule:   pick(g.Calculated.Known, "explain.scale.known", "explain.scale.open"),
			Values: values{"scale": degreeList(gp.goal.Scale.Degrees), "degree": g.Calculated.Worst,
				"worst": g.Calculated.Worst, "best": g.Calculated.Best},
		})
	}
	for i := range g.Requirements {
		e.Children = append(e.Children, g.Requirements[i].Explanation)
	}
	return e
}

// combineRule names the goal's rule and adds what its sentence needs.
func (gp *goalPlan) combineRule(parts []part, raw Range, v values) string {
	by := gp.goal.Combine.By
	switch {
	case len(parts) == 0 || by == contract.AssessedAlone:
		v["scale"] = degreeList(gp.goal.Scale.Degrees)
		return "explain.calculated.assessed-alone"
	case by == contract.WeightedMean:
		v["weights"] = weightsOf(parts)
		return pick(raw.Known, "explain.calculated.weighted-mean.known", "explain.calculated.weighted-mean.open")
	case by == contract.ShareOf:
		v["kept"], v["open"] = keptCount(parts)
		v["bands"] = countBands(gp.goal.Combine.Bands, len(parts))
		return pick(raw.Known, "explain.calculated.share-of.known", "explain.calculated.share-of.open")
	case len(parts) == 1:
		return pick(raw.Known, "explain.calculated.single.known", "explain.calculated.single.open")
	}
	return pick(raw.Known, "explain.calculated.all-of.known", "explain.calculated.all-of.open")
}

// degreeList is a list to be written with commas and "and".
func degreeList(degrees []exact.Rat) []any {
	list := make([]any, len(degrees))
	for i, d := range degrees {
		list[i] = d
	}
	return list
}

// countBands says what each degree takes: "100 takes 5".
func countBands(bands []contract.CountBand, n int) []any {
	var list []any
	for _, b := range bands {
		list = append(list, Phrase{Key: "band.count", Values: values{"degree": b.Degree, "least": b.Least(n)}})
	}
	return list
}
