package agreement

import (
	"encoding/json"

	"opfyldt/internal/calendar"
	"opfyldt/internal/catalogue"
	"opfyldt/internal/ledger"
)

// Sentence puts a fact of this slice's kinds into words; "" for others.
func Sentence(lang string, f ledger.Fact) string {
	switch f.Kind {
	case KindVersion:
		return sayVersion(lang, f)
	case KindProposal:
		var p Proposal
		if json.Unmarshal(f.Body, &p) != nil {
			return f.Kind
		}
		if p.Founds() {
			return catalogue.Text(lang, "sentence.founding", map[string]any{"number": f.Subject})
		}
		return catalogue.Text(lang, "sentence.proposal", map[string]any{"number": f.Subject, "from": p.From, "reason": p.Reason})
	case KindAgency, KindDepartment:
		return sayDecision(lang, f)
	case KindWithdrawal:
		return catalogue.Text(lang, "sentence.withdrawal", map[string]any{"number": f.Subject, "reason": withdrawalOf(f).Reason})
	}
	return ""
}

func sayVersion(lang string, f ledger.Fact) string {
	var v struct {
		Version int           `json:"version"`
		From    calendar.Date `json:"from"`
		Reason  string        `json:"reason"`
	}
	if json.Unmarshal(f.Body, &v) != nil {
		return f.Kind
	}
	text := catalogue.Text(lang, "sentence.contract.version", map[string]any{"version": v.Version, "from": v.From})
	if v.Reason != "" {
		text += ": " + v.Reason
	}
	return text
}

func sayDecision(lang string, f ledger.Fact) string {
	said := saidOf(&f)
	if said == nil {
		return f.Kind
	}
	party := "agency."
	if f.Kind == KindDepartment {
		party = "department."
	}
	if said.Signs {
		party += "signs."
	}
	return catalogue.Text(lang, "sentence.decision."+party+string(said.Verdict), map[string]any{"number": f.Subject, "reason": said.Reason})
}

func withdrawalOf(f ledger.Fact) Withdrawal {
	var w Withdrawal
	if json.Unmarshal(f.Body, &w) != nil {
		return Withdrawal{}
	}
	return w
}
