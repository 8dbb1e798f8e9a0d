package milestone

import (
	"encoding/json"
	"strings"

	"opfyldt/internal/catalogue"
	"opfyldt/internal/ledger"
	"opfyldt/internal/record"
	"opfyldt/internal/scoring"
)

// Sentence puts one of this slice's facts into words; "" for other kinds.
func (p *Plan) Sentence(lang string, f ledger.Fact) string {
	switch f.Kind {
	case KindPlan:
		return p.sayAddition(lang, f)
	case KindUpdate:
		return p.sayUpdate(lang, f)
	case KindVerification:
		v, _ := record.VerificationOf(f)
		return catalogue.Text(lang, "sentence.verification."+string(v.Verdict), map[string]any{"what": p.name(f.Subject), "note": v.Note})
	}
	return ""
}

func (p *Plan) name(step string) string {
	if s, ok := p.Step(step); ok {
		return s.Name()
	}
	return step
}

func (p *Plan) sayAddition(lang string, f ledger.Fact) string {
	var a Addition
	if json.Unmarshal(f.Body, &a) != nil {
		return ""
	}
	return catalogue.Text(lang, "sentence.milestone.plan", map[string]any{"step": p.name(f.Subject), "planned": a.Planned})
}

func (p *Plan) sayUpdate(lang string, f ledger.Fact) string {
	u := p.update(&f)
	if u == nil {
		return ""
	}
	step, _ := p.Step(f.Subject)
	params := map[string]any{
		"step": p.name(f.Subject), "day": f.Day, "progress": u.progress(), "reason": u.Reason,
		"expected": u.Expected, "agreed": step.PlannedDay(),
	}
	parts := []string{catalogue.Text(lang, "sentence.milestone."+string(u.Status), params)}
	open := u.Status == scoring.Planned || u.Status == scoring.Started
	if open && u.Expected != step.PlannedDay() && !u.Expected.IsZero() {
		parts = append(parts, catalogue.Text(lang, "sentence.milestone.moved", params))
	}
	if open && u.Risk != OnTrack && u.Risk != "" {
		parts = append(parts, catalogue.Text(lang, "sentence.milestone.risk."+string(u.Risk), params))
	}
	text := strings.Join(parts, ", ")
	if u.Reason != "" {
		text += ": " + u.Reason
	}
	return text
}
