package survey

import (
	"opfyldt/internal/catalogue"
	"opfyldt/internal/contract"
	"opfyldt/internal/ledger"
	"opfyldt/internal/measure"
	"opfyldt/internal/record"
)

// Sentence puts one of this slice's facts into words; "" for other kinds.
func Sentence(lang string, c *contract.Contract, f ledger.Fact) string {
	if f.Kind != KindResult {
		return sayOwn(lang, c, f)
	}
	result := ResultOf(&f)
	goal, r := c.Requirement(f.Subject)
	if result == nil || r == nil {
		return f.Subject
	}
	tally := result.Figures.Overall().Tally
	text := catalogue.Text(lang, "sentence.survey.result", map[string]any{
		"what": measure.Name(goal, r), "file": result.File, "rows": result.Figures.Rows,
		"share": measure.Figure(lang, *tally.Share(result.Scale), r.TargetFor(c.Year())), "answered": tally.Answered(result.Scale),
	})
	if result.Reason != "" {
		text += ": " + result.Reason
	}
	return text
}

// Documents are what can be searched for in a fact of this slice.
func Documents(c *contract.Contract, f ledger.Fact) []record.Document {
	title := f.Subject
	if goal, r := c.Requirement(f.Subject); r != nil {
		title = measure.Name(goal, r)
	}
	var texts []string
	switch f.Kind {
	case KindResult:
		if result := ResultOf(&f); result != nil {
			texts = []string{result.File, result.Note, result.Reason}
			for _, q := range result.Figures.Questions {
				texts = append(texts, q.Title)
			}
		}
	case KindPlan:
		if p := PlanOf(&f); p != nil {
			texts = []string{p.Title}
			for _, q := range p.Questions {
				texts = append(texts, q.Title.Danish, q.Title.English)
			}
		}
	}
	if len(texts) == 0 {
		return nil
	}
	return []record.Document{record.Said(f.ID, f.Goal, title, texts...)}
}
