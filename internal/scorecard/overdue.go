package scorecard

import (
	"sort"

	"opfyldt/internal/calendar"
	"opfyldt/internal/contract"
	"opfyldt/internal/measure"
	"opfyldt/internal/milestone"
	"opfyldt/internal/scoring"
)

// Overdue is something that should have been there by a day and is not: a step
// that is not done, or a figure that nobody has reported.
type Overdue struct {
	Goal     string        `json:"goal"`
	Title    string        `json:"title"`
	Day      calendar.Date `json:"day" doc:"By when it should have been there."`
	Expected calendar.Date `json:"expected" doc:"When it is expected now; empty where nobody said."`
	Step     string        `json:"step" doc:"Empty where it is a figure."`

	short string // within its goal
}

// overdue lists what is late in goals that are not decided, the longest first.
func (p *page) overdue() []Overdue {
	list := []Overdue{}
	for _, g := range p.contract.Goals() {
		list = append(list, p.overdueOf(g)...)
	}
	sort.SliceStable(list, func(i, j int) bool { return list[i].Day.Before(list[j].Day) })
	return list
}

func (p *page) overdueOf(g *contract.Goal) []Overdue {
	score := p.goalScore(g.ID)
	if score == nil || score.Degree.Known {
		return nil
	}
	var list []Overdue
	for _, s := range p.steps {
		if s.Goal != g.ID {
			continue
		}
		if since := p.lateSince(s); !since.IsZero() {
			o := Overdue{Goal: g.ID, Title: s.Name, Day: since, Step: s.ID, short: s.Name}
			if !s.Current().Before(p.view.Day) {
				o.Expected = s.Current()
			}
			list = append(list, o)
		}
	}
	for _, m := range p.missing(g) {
		list = append(list, Overdue{Goal: g.ID, Title: m.Title, Day: m.End, short: p.figureUntil(m.Requirement, m.End)})
	}
	sort.SliceStable(list, func(i, j int) bool { return list[i].Day.Before(list[j].Day) })
	return list
}

// missing lists the goal's figures that have not come though what they count has
// ended.
func (p *page) missing(g *contract.Goal) []measure.Gap {
	var gaps []measure.Gap
	for i := range g.Requirements {
		r := &g.Requirements[i]
		if r.Measure == contract.Milestones {
			continue
		}
		lines := measure.Lines(p.contract, g, r, p.facts, p.reader())
		gaps = append(gaps, measure.Missing(p.view.Lang, p.contract, g, r, lines, p.view.Day)...)
	}
	return gaps
}

// lateSince is the day by which a step that is not done should have been: the
// agreed one where that has passed, else the one that it was put off to. No
// date where it is not late.
func (p *page) lateSince(s milestone.StepLine) calendar.Date {
	var since calendar.Date
	if !s.Open() {
		return since
	}
	if current := s.Current(); !current.IsZero() && current.Before(p.view.Day) {
		since = current
	}
	if s.State == scoring.Overdue && s.Due.Before(p.view.Day) && (since.IsZero() || s.Due.Before(since)) {
		since = s.Due
	}
	return since
}
