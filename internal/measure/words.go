package measure

import (
	"opfyldt/internal/calendar"
	"opfyldt/internal/catalogue"
	"opfyldt/internal/contract"
	"opfyldt/internal/exact"
	"opfyldt/internal/ledger"
)

// Figure writes an exact figure with one decimal, and with more where one would
// put it on the wrong side of the target: 94.96 against 95 is not "95,0", and 2.0000002
// against 2 is "lidt over 2".
func Figure(lang string, x exact.Rat, target *contract.Target) string {
	const most = 6
	for decimals := 0; ; decimals++ {
		text, same := x.Decimal(decimals)
		if same || decimals >= 1 && !misleads(x, text, target) {
			return catalogue.Fixed(lang, x, decimals)
		}
		if decimals == most {
			return catalogue.Beside(lang, x, decimals)
		}
	}
}

// misleads reports whether the rounded text stands otherwise to the target than
// the figure does.
func misleads(x exact.Rat, text string, target *contract.Target) bool {
	rounded, err := exact.Parse(text)
	if err != nil || target == nil || target.Bound == contract.Done {
		return false
	}
	return rounded.Cmp(target.Value) != x.Cmp(target.Value) ||
		target.Upper != nil && rounded.Cmp(*target.Upper) != x.Cmp(*target.Upper)
}

// Sentence puts one of this slice's facts into words; "" for other kinds.
func Sentence(lang string, c *contract.Contract, f ledger.Fact) string {
	id, _ := requirementOf(f.Subject)
	goal, requirement := c.Requirement(id)
	what := id
	if requirement != nil {
		what = Name(goal, requirement)
	}
	switch f.Kind {
	case KindReport:
		return sayReport(lang, c, requirement, what, f)
	case KindVerification:
		v := verifiedOf(f)
		if _, text := requirementOf(f.Subject); text != "" {
			if month, err := calendar.ParseMonth(text); err == nil {
				what += ", " + catalogue.Value(lang, month)
			}
		}
		text := catalogue.Text(lang, "sentence.verification."+string(v.Verdict), map[string]any{"what": what, "note": v.Note})
		if how := sampleWords(lang, v); how != "" {
			text += " – " + how
		}
		return text
	}
	return ""
}

// sampleWords says what a verification rests on; "" where it rests on no cases.
func sampleWords(lang string, v Verified) string {
	switch s := v.Sample; {
	case v.Unsampled != "":
		return catalogue.Text(lang, "sentence.unsampled", map[string]any{"reason": v.Unsampled})
	case s != nil && s.Confidence != nil:
		return catalogue.Text(lang, "sentence.sampled", map[string]any{
			"size": s.Size, "population": s.Population, "differing": s.Differing, "upper": s.Upper, "confidence": s.Confidence.Mul(exact.Int(100)),
		})
	}
	return ""
}

// Name is the requirement as a reader meets it away from its goal.
func Name(g *contract.Goal, r *contract.Requirement) string {
	if r.Title != "" {
		return r.Title
	}
	return g.Title
}

func sayReport(lang string, c *contract.Contract, r *contract.Requirement, what string, f ledger.Fact) string {
	report := ReportOf(&f)
	if report == nil || r == nil {
		return what
	}
	text := catalogue.Text(lang, "sentence.result", map[string]any{
		"what": what, "figure": Words(lang, c, r, &report.Figures), "day": f.Day,
	})
	if report.Final {
		text = catalogue.Text(lang, "sentence.result.final", map[string]any{"text": text})
	}
	if report.Reason != "" {
		text += ": " + report.Reason
	}
	return text
}

// Words puts a result's figures into words: "96,2 % af 341 i tide".
func Words(lang string, c *contract.Contract, r *contract.Requirement, f *Figures) string {
	if !f.whole(r.Measure) {
		return ""
	}
	params := map[string]any{"unit": r.Unit}
	if v := f.Result(r.Measure); v != nil {
		params["value"] = Figure(lang, *v, r.TargetFor(c.Year()))
	}
	switch r.Measure {
	case contract.Timeliness:
		params["n"] = *f.Total
	case contract.Survey:
		params["n"] = *f.Answered
	case contract.MonthlyCount:
		params["month"] = f.Month
		if m, err := calendar.ParseMonth(f.Month); err == nil {
			params["month"] = m
		}
	case contract.YesNo:
		params["value"] = *f.Yes
	case contract.Verbal:
		params["value"] = levelTitle(c, r, f.Level)
	}
	return catalogue.Text(lang, "figure."+string(r.Measure), params)
}

func levelTitle(c *contract.Contract, r *contract.Requirement, level string) string {
	goal, _ := c.Requirement(r.ID)
	for _, l := range goal.Scale.Levels {
		if l.ID == level {
			return l.Title
		}
	}
	return level
}

// TargetWords puts the requirement's target into words: "mål mindst 95 %"; ""
// where it has none in figures.
func TargetWords(lang string, c *contract.Contract, r *contract.Requirement) string {
	t := r.TargetFor(c.Year())
	if t == nil || t.Bound == contract.Done || t.Benchmark != "" {
		return ""
	}
	params := map[string]any{"value": t.Value, "unit": UnitOf(lang, r)}
	if t.Upper != nil {
		params["upper"] = *t.Upper
	}
	return catalogue.Text(lang, "target."+string(t.Bound), params)
}

// UnitOf is the sign after a target's number: shares and deviations are in
// percent whatever the paper prints (reading A4).
func UnitOf(lang string, r *contract.Requirement) string {
	switch r.Measure {
	case contract.Timeliness, contract.Survey, contract.Deviation:
		return catalogue.Text(lang, "value.percent", map[string]any{"value": ""})
	case contract.Number:
		return " " + r.Unit
	}
	return ""
}
