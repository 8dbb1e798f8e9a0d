package scorecard

import (
	"opfyldt/internal/calendar"
	"opfyldt/internal/catalogue"
	"opfyldt/internal/contract"
	"opfyldt/internal/exact"
	"opfyldt/internal/measure"
	"opfyldt/internal/scoring"
)

// WhatIf is where the contract would stand with results and degrees set by hand,
// beside where it stands. Nothing of it is recorded.
type WhatIf struct {
	AsOf        AsOf         `json:"asOf"`
	Head        Head         `json:"head"`
	Now         Totals       `json:"now"`
	Then        Totals       `json:"then"`
	Goals       []WhatIfGoal `json:"goals" nullable:"false"`
	Set         []string     `json:"set" nullable:"false" doc:"What is set, as the address has it."`
	Explanation Explanation  `json:"explanation" doc:"Of the total then."`
}

// WhatIfGoal is one goal as it stands and as it would.
type WhatIfGoal struct {
	ID               string          `json:"id"`
	Number           string          `json:"number"`
	Title            string          `json:"title"`
	Weight           exact.Rat       `json:"weight"`
	Now              Range           `json:"now"`
	Then             Range           `json:"then"`
	ContributionNow  Range           `json:"contributionNow"`
	ContributionThen Range           `json:"contributionThen"`
	Set              bool            `json:"set" doc:"Something of it is set by hand."`
	Degrees          []exact.Rat     `json:"degrees" nullable:"false" doc:"The degrees of its scale; empty where any between its ends is one."`
	Degree           string          `json:"degree" doc:"The degree set by hand; empty where none is."`
	Subjects         []WhatIfSubject `json:"subjects" nullable:"false"`
	Explanation      Explanation     `json:"explanation" doc:"Of its degree then."`
}

// WhatIfSubject is one result that can be set by hand.
type WhatIfSubject struct {
	Key     string        `json:"key" doc:"As the address names it before the equals sign."`
	Kind    string        `json:"kind" enum:"step,month,figure,answer,level"`
	Title   string        `json:"title"`
	Under   string        `json:"under" doc:"The item or the requirement that it stands under; empty where that says nothing more."`
	Due     calendar.Date `json:"due" doc:"A step's agreed date."`
	Now     string        `json:"now" doc:"What is reported of it, in words; empty where nothing is."`
	Decided bool          `json:"decided" doc:"It can no longer change by time passing."`
	Set     string        `json:"set" doc:"What it is set to; empty where it is not."`
	Unit    string        `json:"unit"`
	Levels  []Level       `json:"levels" nullable:"false"`
}

// whatIf scores the page's facts with what the address sets.
func (p *page) whatIf(raw []string) (WhatIf, error) {
	sets, values, err := suppositions(p.contract, raw)
	if err != nil {
		return WhatIf{}, err
	}
	then, err := scoring.Suppose(p.contract, results(p.contract, p.plan, p.facts), sets, p.card.AsOf)
	if err != nil {
		return WhatIf{}, err
	}
	wire := WhatIf{
		AsOf: p.asOf(), Head: p.head, Now: totalsOf(p.card.Total), Then: totalsOf(then.Total),
		Goals: []WhatIfGoal{}, Set: append([]string{}, raw...), Explanation: p.explain(then.Explanation),
	}
	for i, g := range p.contract.Goals() {
		wire.Goals = append(wire.Goals, p.whatIfGoal(g, &p.card.Goals[i], &then.Goals[i], values))
	}
	return wire, nil
}

func (p *page) whatIfGoal(g *contract.Goal, now, then *scoring.GoalScore, values map[string]string) WhatIfGoal {
	wire := WhatIfGoal{
		ID: g.ID, Number: g.Number, Title: g.Title, Weight: now.Weight, Now: rangeOf(now.Degree), Then: rangeOf(then.Degree),
		ContributionNow: rangeOf(now.Contribution), ContributionThen: rangeOf(then.Contribution),
		Degrees: degrees(g.Scale), Degree: values[setDegree+":"+g.ID], Subjects: []WhatIfSubject{},
		Explanation: p.explain(then.Explanation),
	}
	for i := range g.Requirements {
		for _, s := range p.whatIfSubjects(g, &g.Requirements[i], &now.Requirements[i]) {
			s.Set = values[s.Key]
			wire.Set = wire.Set || s.Set != ""
			wire.Subjects = append(wire.Subjects, s)
		}
	}
	wire.Set = wire.Set || wire.Degree != ""
	return wire
}

func (p *page) whatIfSubjects(g *contract.Goal, r *contract.Requirement, now *scoring.RequirementScore) []WhatIfSubject {
	switch r.Measure {
	case contract.Milestones:
		return p.whatIfSteps(r, now)
	case contract.MonthlyCount:
		return p.whatIfMonths(g, r)
	}
	s := WhatIfSubject{
		Key: kindOf(r.Measure) + ":" + r.ID, Kind: kindOf(r.Measure), Title: measure.Name(g, r),
		Decided: now.Final, Unit: measure.UnitOf(p.view.Lang, r), Levels: levels(g, r),
	}
	if lines := measure.Lines(p.contract, g, r, p.facts, p.reader()); len(lines) > 0 {
		s.Now = lines[0].Words
	}
	return []WhatIfSubject{s}
}

// whatIfSteps lists the steps that the rule looks at.
func (p *page) whatIfSteps(r *contract.Requirement, now *scoring.RequirementScore) []WhatIfSubject {
	var list []WhatIfSubject
	for i := range r.Items {
		for j := range r.Items[i].Steps {
			step := &r.Items[i].Steps[j]
			if !scoring.Weighs(r, step) {
				continue
			}
			state := now.Items[i].Steps[j].State
			list = append(list, WhatIfSubject{
				Key: setStep + ":" + step.ID, Kind: setStep, Title: step.Title, Under: r.Items[i].Title, Due: step.Due,
				Now:     catalogue.Text(p.view.Lang, state.CatalogueKey(), nil),
				Decided: state == scoring.Kept || state == scoring.Late || state == scoring.Lost, Levels: []Level{},
			})
		}
	}
	return list
}

func (p *page) whatIfMonths(g *contract.Goal, r *contract.Requirement) []WhatIfSubject {
	reported := map[string]measure.ResultLine{}
	for _, l := range measure.Lines(p.contract, g, r, p.facts, p.reader()) {
		reported[l.Month] = l
	}
	var list []WhatIfSubject
	for _, m := range r.Covers(p.contract).Months() {
		s := WhatIfSubject{
			Key: setMonth + ":" + r.ID + "/" + m.String(), Kind: setMonth, Title: catalogue.Value(p.view.Lang, m),
			Under: measure.Name(g, r), Unit: r.Unit, Levels: []Level{},
		}
		if l, there := reported[m.String()]; there && l.Figures.Count != nil {
			s.Now = catalogue.Value(p.view.Lang, *l.Figures.Count)
			s.Decided = l.Final || m.Last().Before(p.view.Day)
		}
		list = append(list, s)
	}
	return list
}
