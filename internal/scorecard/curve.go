package scorecard

import (
	"opfyldt/internal/agreement"
	"opfyldt/internal/contract"
	"opfyldt/internal/exact"
	"opfyldt/internal/scoring"
)

// DegreeCurve is a requirement's degree over its result.
type DegreeCurve struct {
	Stretches []CurveStretch `json:"stretches" nullable:"false" doc:"Straight pieces, rising."`
	Points    []CurvePoint   `json:"points" nullable:"false" doc:"Where the degree may jump or turn, with the degree that the result itself gets there."`
	Now       *CurvePoint    `json:"now" doc:"The result that there is, and what the rule makes of it; null where there is none."`
	Words     []string       `json:"words" nullable:"false" doc:"The rule in words."`
}

// CurveStretch is a straight piece with the degrees right beside its ends.
type CurveStretch struct {
	From  exact.Rat `json:"from"`
	To    exact.Rat `json:"to"`
	Start exact.Rat `json:"start"`
	End   exact.Rat `json:"end"`
}

// CurvePoint is a result with its degree.
type CurvePoint struct {
	Result exact.Rat `json:"result"`
	Degree exact.Rat `json:"degree"`
}

// curve draws the requirement's degree over its result; nil where there is
// nothing to draw.
func (p *page) curve(g *contract.Goal, r *contract.Requirement, now *exact.Rat) *DegreeCurve {
	curve := scoring.CurveOf(p.contract, results(p.contract, p.plan, p.facts), p.card.AsOf, r.ID, now)
	if curve == nil {
		return nil
	}
	wire := &DegreeCurve{Stretches: []CurveStretch{}, Points: []CurvePoint{}, Words: agreement.DegreeWords(p.view.Lang, p.contract, g, r)}
	for _, s := range curve.Stretches {
		wire.Stretches = append(wire.Stretches, CurveStretch{s.From, s.To, s.Start, s.End})
	}
	for _, one := range curve.Points {
		wire.Points = append(wire.Points, CurvePoint(one))
	}
	if curve.Now != nil {
		now := CurvePoint(*curve.Now)
		wire.Now = &now
	}
	return wire
}
