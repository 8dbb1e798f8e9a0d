package scorecard

import (
	"opfyldt/internal/contract"
	"opfyldt/internal/ledger"
	"opfyldt/internal/record"
)

// Documents are what can be searched for in management's assessments.
func Documents(c *contract.Contract, f ledger.Fact) []record.Document {
	if f.Kind != KindAssessment {
		return nil
	}
	a, title := AssessmentOf(&f), f.Subject
	if a == nil {
		return nil
	}
	if g := c.Goal(f.Subject); g != nil {
		title = g.Number + " " + g.Title
	}
	return []record.Document{record.Said(f.ID, f.Goal, title, a.Reason)}
}
