package scoring

import (
	"opfyldt/internal/contract"
	"opfyldt/internal/exact"
)

// milestoneRule names the rule of a requirement with items and adds what its
// sentence needs.
func (rp *requirementPlan) milestoneRule(r *RequirementScore, v values) string {
	var t itemTally
	for _, item := range r.Items {
		t.add(item)
	}
	v["kept"], v["open"], v["count"] = t.kept, t.open, t.all
	switch rp.requirement.Degree.By {
	case contract.BySteps:
		v["bands"] = rp.stepBands()
		return pick(r.Degree.Known, "explain.requirement.steps.known", "explain.requirement.steps.open")
	case contract.ByShares:
		return pick(r.Degree.Known, "explain.requirement.shares.known", "explain.requirement.shares.open")
	case contract.ByAssessor:
		return "explain.requirement.assessed"
	case contract.ByItems:
		v["bands"] = countBands(rp.requirement.Degree.Items, t.all)
	case contract.ByTarget:
		v["bands"] = countBands([]contract.CountBand{{All: true, Degree: hundred}}, t.all)
	default:
		return pick(r.Degree.Known, "explain.requirement.counted.known", "explain.requirement.counted.open")
	}
	return pick(r.Degree.Known, "explain.requirement.items.known", "explain.requirement.items.open")
}

// stepBands says which steps each degree takes.
func (rp *requirementPlan) stepBands() []any {
	var list []any
	for _, b := range rp.requirement.Degree.Steps {
		key := "band.steps.kept"
		switch {
		case len(b.Kept) == 0:
			key = "band.steps.done"
		case len(b.Done) > 0:
			key = "band.steps.both"
		}
		list = append(list, Phrase{Key: key, Values: values{
			"degree": b.Degree, "kept": rp.stepTitles(b.Kept), "done": rp.stepTitles(b.Done),
		}})
	}
	return list
}

func (rp *requirementPlan) stepTitles(ids []string) []string {
	var titles []string
	for _, ip := range rp.items {
		for _, sp := range ip.steps {
			if contains(ids, sp.step.ID) {
				titles = append(titles, sp.step.Title)
			}
		}
	}
	return titles
}

func (rp *requirementPlan) explainItems(r *RequirementScore) []Explanation {
	list := make([]Explanation, len(r.Items))
	for i, item := range r.Items {
		ip := rp.items[i]
		e := Explanation{
			Figure: "item:" + item.ID,
			Rule:   "explain.item." + string(item.State),
			Values: values{"title": ip.item.Title, "number": ip.item.Number, "steps": len(item.Steps), "kept": keptSteps(item)},
		}
		if !item.Decides {
			e.Rule = "explain.item.beside"
			e.Values["state"] = item.State
		}
		for j, s := range item.Steps {
			// A step that decides nothing is worth a line when something is known of it.
			if ip.steps[j].step.Decides || s.Fact != "" || ip.steps[j].event != nil {
				e.Children = append(e.Children, explainStep(ip.steps[j], s))
			}
		}
		list[i] = e
	}
	return list
}

func keptSteps(item ItemScore) int {
	n := 0
	for _, s := range item.Steps {
		if s.State == Kept {
			n++
		}
	}
	return n
}

func explainStep(sp *stepPlan, s StepScore) Explanation {
	e := Explanation{
		Figure: "step:" + s.ID,
		Rule:   stepRule(sp, s.State),
		Values: values{"title": sp.step.Title, "due": sp.step.Due},
	}
	if sp.agreed.After != nil {
		e.Values["event"] = sp.agreed.After.Event
	}
	if sp.step.Share != nil {
		e.Values["share"] = *sp.step.Share
	}
	e.Children = sp.explainEvent()
	if sp.fact != nil {
		e.Facts = []string{sp.fact.ID}
		e.Values["day"] = sp.fact.Day
		e.Values["late"] = exact.Int(int64(sp.step.Due.DaysUntil(sp.fact.Day)))
	}
	return e
}

// explainEvent says when what the step's limit counts from happened.
func (sp *stepPlan) explainEvent() []Explanation {
	if sp.event == nil {
		return nil
	}
	e := Explanation{Figure: "event:" + sp.step.ID, Rule: "explain.event.happened", Facts: []string{sp.event.ID}, Values: values{
		"event": sp.agreed.After.Event, "day": sp.event.Day, "due": sp.step.Due,
	}}
	if word, _ := sp.event.Value.(Event); word.Never {
		e.Rule = "explain.event.never"
	}
	return []Explanation{e}
}

func stepRule(sp *stepPlan, state ItemState) string {
	var report StepReport
	if sp.fact != nil {
		report, _ = sp.fact.Value.(StepReport)
	}
	switch {
	case sp.never == contract.NeverKept:
		return "explain.step.never.kept"
	case sp.never == contract.NeverLost:
		return "explain.step.never.lost"
	case sp.agreed.After != nil && sp.step.Due.IsZero() && state == Open && report.Status != Done:
		return "explain.step.waits"
	case sp.step.Due.IsZero() && report.Status == Done:
		return "explain.step.undated.done"
	case sp.step.Due.IsZero() && state != Lost:
		return "explain.step.undated.open"
	case state == Kept:
		return "explain.step.kept"
	case state == Late && report.Status == Done:
		return "explain.step.late.done"
	case state == Late:
		return "explain.step.late.undone"
	case state == Lost:
		return "explain.step.lost"
	case state == Overdue:
		return "explain.step.overdue"
	case report.Status == Started:
		return "explain.step.started"
	}
	return "explain.step.open"
}
