package scoring

import "opfyldt/internal/exact"

// explainUse says whether the target on the total is kept, and what the total
// gives: neither changes it.
func (p *plan) explainUse(card *Scorecard) []Explanation {
	var notes []Explanation
	rule := &p.contract.Total
	if rule.Target != nil {
		code := "explain.total.target.open"
		if card.Kept != nil {
			code = pick(*card.Kept, "explain.total.target.kept", "explain.total.target.missed")
		}
		notes = append(notes, Explanation{Figure: "target", Rule: code, Values: values{"target": *rule.Target}})
	}
	if card.Use == nil {
		return notes
	}
	e := Explanation{Figure: "use", Rule: pick(card.Use.Known, "explain.total.use.known", "explain.total.use.open"), Values: values{
		"text": rule.Use.Text, "amount": amount(card.Use.Worst, rule.Use.Unit),
		"least": amount(card.Use.Worst, rule.Use.Unit), "most": amount(card.Use.Best, rule.Use.Unit),
	}}
	if row := useRow(rule.Use, card.Total.Worst); card.Use.Known && row != nil {
		e.Values["interval"] = interval(row.From, row.To)
	} else if card.Use.Known {
		e.Rule = "explain.total.use.none"
	}
	return append(notes, e)
}

// amount is a figure with its unit, where it has one.
func amount(x exact.Rat, unit string) any {
	if unit == "" {
		return x
	}
	return Phrase{Key: "value.unit", Values: values{"value": x, "unit": unit}}
}
