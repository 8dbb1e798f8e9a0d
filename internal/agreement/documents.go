package agreement

import (
	"encoding/json"

	"opfyldt/internal/contract"
	"opfyldt/internal/ledger"
	"opfyldt/internal/record"
)

// Documents are what can be searched for in a fact of this slice: a proposal with
// what it changes, what the parties said of it, and why it was taken back.
func Documents(c *contract.Contract, f ledger.Fact) []record.Document {
	title := Sentence(c.Language, f)
	switch f.Kind {
	case KindProposal:
		var p Proposal
		if json.Unmarshal(f.Body, &p) != nil {
			return nil
		}
		return []record.Document{record.Said(f.ID, "", title, append([]string{p.Reason}, p.Changes...)...)}
	case KindAgency, KindDepartment, KindWithdrawal:
		return []record.Document{record.Said(f.ID, "", title)}
	}
	return nil
}
