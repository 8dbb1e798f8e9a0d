package milestone

import (
	"encoding/json"

	"opfyldt/internal/contract"
	"opfyldt/internal/ledger"
	"opfyldt/internal/record"
)

// Documents are what can be searched for in a fact of this slice: a step that a
// lead added, what was said of a step, and the links beside it.
func Documents(c *contract.Contract, f ledger.Fact) []record.Document {
	switch f.Kind {
	case KindPlan:
		var a Addition
		if json.Unmarshal(f.Body, &a) != nil {
			return nil
		}
		return []record.Document{{Kind: record.OfStep, Key: f.Subject, Goal: f.Goal, Title: a.Title, Text: a.Owner}}
	case KindUpdate:
		u := UpdateOf(&f)
		if u == nil {
			return nil
		}
		said := record.Said(f.ID, f.Goal, stepName(c, f.Subject), u.Note, u.Reason)
		return append([]record.Document{said}, record.Linked(f.ID, f.Goal, u.Evidence)...)
	case KindVerification:
		v, _ := record.VerificationOf(f)
		return []record.Document{record.Said(f.ID, f.Goal, stepName(c, f.Subject), v.Note)}
	}
	return nil
}

// stepName is what the contract calls a step; an added one is called by its id.
func stepName(c *contract.Contract, id string) string {
	if step, ok := NewPlan(c, nil).Step(id); ok {
		return step.Name()
	}
	return id
}
