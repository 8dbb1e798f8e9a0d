package measure

import (
	"opfyldt/internal/contract"
	"opfyldt/internal/ledger"
	"opfyldt/internal/record"
)

// Documents are what can be searched for in a fact of this slice: what was said
// of a result, and the links beside it.
func Documents(c *contract.Contract, f ledger.Fact) []record.Document {
	switch f.Kind {
	case KindReport:
		r := ReportOf(&f)
		if r == nil {
			return nil
		}
		said := record.Said(f.ID, f.Goal, subjectName(c, f.Subject), r.Note, r.Reason, r.Source)
		return append([]record.Document{said}, record.Linked(f.ID, f.Goal, r.Evidence)...)
	case KindVerification:
		v, _ := record.VerificationOf(f)
		return []record.Document{record.Said(f.ID, f.Goal, subjectName(c, f.Subject), v.Note)}
	}
	return nil
}

// subjectName is what the contract calls a requirement, with the month behind it
// where the result is of one.
func subjectName(c *contract.Contract, subject string) string {
	id, month := requirementOf(subject)
	_, r := c.Requirement(id)
	if r == nil {
		return subject
	}
	if month != "" {
		return r.Title + " " + month
	}
	return r.Title
}
