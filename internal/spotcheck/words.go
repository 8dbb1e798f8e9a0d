package spotcheck

import (
	"slices"

	"opfyldt/internal/catalogue"
	"opfyldt/internal/contract"
	"opfyldt/internal/exact"
	"opfyldt/internal/fault"
	"opfyldt/internal/ledger"
	"opfyldt/internal/record"
)

// Sentence puts one of this slice's facts into words; "" for other kinds. It names no
// customer, but by its number in the draw.
func Sentence(lang string, _ *contract.Contract, f ledger.Fact) string {
	if slices.Contains(findingKinds(), f.Kind) {
		return sayFinding(lang, f)
	}
	p, ok := apart(f.Subject)
	if !ok {
		return ""
	}
	params := fault.Params{"round": p.round, "number": p.number}
	switch f.Kind {
	case KindPopulation:
		l := PopulationIn(&f)
		params["file"], params["rows"] = l.File, l.Rows
	case KindPlan:
		plan := PlanOf(&f)
		params["title"], params["size"], params["customers"] = plan.Title, plan.Size, plan.Customers
	case KindDraw:
		params["size"] = read[Draw](&f).Size
	case KindConclusion:
		b := read[Conclusion](&f)
		params["found"], params["checked"], params["upper"] = b.Figures.Without.Found, b.Figures.Checked, b.Figures.Without.Upper
		if v := b.Figures.Volume; v != nil {
			params["share"] = v.Without.Upper.Mul(exact.Int(100))
			return catalogue.Text(lang, "sentence.spotcheck.conclusion_volume", params)
		}
	case KindSignature:
		if v, _ := record.VerificationOf(f); v.Verdict == record.Returned {
			return catalogue.Text(lang, "sentence.spotcheck.returned", params)
		}
	case KindHearing:
		params["deadline"] = read[Hearing](&f).Deadline
	case KindHearingAnswer:
		if read[HearingAnswer](&f).How != ByLink {
			return catalogue.Text(lang, "sentence.spotcheck.hearing-entered", params)
		}
	case KindHearingEnd:
		params["reason"] = read[HearingEnd](&f).Reason
	case KindCommitment, KindReveal, KindPublic, KindAssignment, KindVerdict, KindAside, KindReplacement, KindResponse, KindAbandonment:
	default:
		return ""
	}
	return catalogue.Text(lang, "sentence."+f.Kind, params)
}
