package milestone

import (
	"opfyldt/internal/ledger"
	"opfyldt/internal/scoring"
)

// Results gives scoring this slice's facts in its own terms; facts of other
// kinds are left out.
func (p *Plan) Results(facts []ledger.Fact) []scoring.Fact {
	var results []scoring.Fact
	for i := range facts {
		f := &facts[i]
		if f.Kind != KindUpdate {
			continue
		}
		u := p.update(f)
		if u == nil {
			continue
		}
		results = append(results, scoring.Fact{
			ID: f.ID, Subject: f.Subject, Day: f.Day, Recorded: f.Recorded,
			Value: scoring.StepReport{Status: u.Status, Expected: u.Expected, AtRisk: u.Risk == AtRisk || u.Risk == RiskLate},
		})
	}
	return results
}
