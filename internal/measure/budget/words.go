package budget

import (
	"strings"

	"opfyldt/internal/catalogue"
	"opfyldt/internal/contract"
	"opfyldt/internal/ledger"
	"opfyldt/internal/measure"
	"opfyldt/internal/record"
)

// Sentence puts one of this slice's facts into words; "" for other kinds.
func Sentence(lang string, c *contract.Contract, f ledger.Fact) string {
	id, line, _ := strings.Cut(f.Subject, "/")
	goal, r := c.Requirement(id)
	if r == nil {
		return ""
	}
	what := measure.Name(goal, r)
	switch f.Kind {
	case KindBase:
		if b := BaseOf(&f); b != nil {
			return reasoned(catalogue.Text(lang, "sentence.budget.base", map[string]any{"what": what, "file": b.File, "lines": len(b.Lines)}), b.Reason)
		}
	case KindPostings:
		if p := PostingsOf(&f); p != nil {
			_, text := figure(lang, p.Account.Deviation(), r.TargetFor(c.Year()))
			return reasoned(catalogue.Text(lang, "sentence.budget.postings", map[string]any{"what": what, "file": p.File, "rows": p.Rows, "day": f.Day, "deviation": text}), p.Reason)
		}
	case KindExplanation:
		return catalogue.Text(lang, "sentence.budget.explanation", map[string]any{"what": what, "line": line, "text": explanationOf(&f).Text})
	}
	return ""
}

func reasoned(text, reason string) string {
	if reason == "" {
		return text
	}
	return text + ": " + reason
}

// Documents are what can be searched for in a fact of this slice.
func Documents(c *contract.Contract, f ledger.Fact) []record.Document {
	id, _, _ := strings.Cut(f.Subject, "/")
	title := f.Subject
	if goal, r := c.Requirement(id); r != nil {
		title = measure.Name(goal, r)
	}
	var texts []string
	switch f.Kind {
	case KindBase:
		if b := BaseOf(&f); b != nil {
			texts = []string{b.File, b.Reason}
			for _, l := range b.Lines {
				texts = append(texts, l.Title)
			}
		}
	case KindPostings:
		if p := PostingsOf(&f); p != nil {
			texts = []string{p.File, p.Note, p.Reason}
		}
	case KindExplanation:
		texts = []string{explanationOf(&f).Text}
	}
	if len(texts) == 0 {
		return nil
	}
	return []record.Document{record.Said(f.ID, f.Goal, title, texts...)}
}
