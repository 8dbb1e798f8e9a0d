package scorecard

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"opfyldt/internal/calendar"
	"opfyldt/internal/catalogue"
	"opfyldt/internal/contract"
	"opfyldt/internal/measure"
	"opfyldt/internal/milestone"
	"opfyldt/internal/scoring"
)

// because says in a few words what a goal's state rests on, from its
// requirements' measures and results.
func (p *page) because(g *contract.Goal, score *scoring.GoalScore) string {
	var parts []string
	for i := range score.Requirements {
		parts = append(parts, p.requirementBecause(g, &score.Requirements[i]))
	}
	text := strings.Join(parts, "; ")
	if score.Assessed != nil {
		text = strings.TrimSuffix(p.text("because.assessed.before", map[string]any{"degree": score.Assessed.Degree})+"; "+text, "; ")
	}
	return text
}

func (p *page) requirementBecause(g *contract.Goal, score *scoring.RequirementScore) string {
	_, r := p.contract.Requirement(score.ID)
	switch {
	case r == nil:
		return ""
	case r.Measure == contract.Milestones:
		return p.stepsBecause(score)
	case len(score.Facts) == 0:
		return p.text("because.nothing", map[string]any{"what": measure.Name(g, r)})
	}
	words := p.resultWords(r, measure.Lines(p.contract, g, r, p.facts, p.reader()))
	if target := measure.TargetWords(p.view.Lang, p.contract, r); target != "" {
		words += "; " + target
	}
	return words
}

// resultWords writes the result, the least whole month of a monthly count: one that is
// under way is not compared with those that have ended.
func (p *page) resultWords(r *contract.Requirement, lines []measure.ResultLine) string {
	if len(lines) == 0 {
		return ""
	}
	if r.Measure != contract.MonthlyCount {
		return lines[0].Words
	}
	var least *measure.ResultLine
	var month calendar.Month
	for i, l := range lines {
		m, err := calendar.ParseMonth(l.Month)
		whole := err == nil && l.Figures.Count != nil && !l.Day.Before(m.Last())
		if whole && (least == nil || *l.Figures.Count < *least.Figures.Count) {
			least, month = &lines[i], m
		}
	}
	if least == nil {
		return lines[0].Words
	}
	return p.text("because.month.least", map[string]any{"value": *least.Figures.Count, "month": month})
}

// stepsBecause counts the items kept in time; where there is one, it tells the
// steps that decide and have happened, or counts them while none has.
func (p *page) stepsBecause(score *scoring.RequirementScore) string {
	kept, all := 0, 0
	var only scoring.ItemScore
	for _, i := range score.Items {
		if !i.Decides {
			continue
		}
		all++
		only = i
		if i.State == scoring.Kept {
			kept++
		}
	}
	if all == 1 {
		return p.itemBecause(only)
	}
	return p.text("because.items.kept", map[string]any{"kept": kept, "count": all})
}

func (p *page) itemBecause(item scoring.ItemScore) string {
	var told []string
	kept, all := 0, 0
	for _, s := range p.steps {
		if s.Item != item.ID || s.Added {
			continue
		}
		all++
		if s.State == scoring.Kept {
			kept++
		}
		if s.Decides && !s.Open() {
			told = append(told, p.text("because.step."+string(s.Status)+late(s), map[string]any{"step": s.Title, "day": s.Fact.Day}))
		}
	}
	if told == nil {
		return p.text("because.steps.done", map[string]any{"kept": kept, "count": all})
	}
	for i := range told[1:] {
		told[i+1] = within(told[i+1])
	}
	return catalogue.Value(p.view.Lang, told)
}

func late(s milestone.StepLine) string {
	if s.State == scoring.Late {
		return ".late"
	}
	return ""
}

// within writes a title as it stands inside a sentence: "Planen" small, "CPR"
// as it is.
func within(title string) string {
	first, size := utf8.DecodeRuneInString(title)
	second, _ := utf8.DecodeRuneInString(title[size:])
	if !unicode.IsUpper(first) || !unicode.IsLower(second) {
		return title
	}
	return string(unicode.ToLower(first)) + title[size:]
}
