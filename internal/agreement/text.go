package agreement

import (
	"opfyldt/internal/catalogue"
	"opfyldt/internal/contract"
)

// writer puts what was agreed into words, in the reader's language.
type writer struct {
	lang string
	c    *contract.Contract
}

func (w writer) text(key string, params map[string]any) string {
	return catalogue.Text(w.lang, key, params)
}

type values = map[string]any

// page writes the contract but for its versions and proposals.
func (w writer) page() ContractPage {
	c := w.c
	p := ContractPage{
		ID: c.ID, Title: c.Title, Text: c.Text, From: c.Period.From, To: c.Period.To, Signed: c.Signed, Version: c.Version,
		Agency: Party{c.Agency.Name, c.Agency.Signatory}, Department: Party{c.Department.Name, c.Department.Signatory},
		Rules: w.whole(), Blocks: w.blocks(c.Blocks), Reporting: w.reporting(), Obligations: []Obligation{},
		Readings: w.readings(nil, true),
	}
	for _, o := range c.Obligations {
		p.Obligations = append(p.Obligations, Obligation{o.ID, o.Who, o.Text})
	}
	return p
}

// whole says how goals weigh and how their degrees add up.
func (w writer) whole() []string {
	c := w.c
	rules := []string{}
	if c.Weights.Kind == contract.NoWeights {
		rules = append(rules, w.text("agreed.weights.none", nil))
	} else {
		rules = append(rules, w.text("agreed.weights.sum", values{"sum": c.Weights.Sum, "unit": c.Weights.Unit}))
	}
	rules = append(rules, w.text("agreed.total."+string(c.Total.By), nil))
	for _, row := range c.Total.Lookup {
		rules = append(rules, w.text("agreed.row", values{"interval": w.interval(row.From, row.To), "degree": row.Degree}))
	}
	if c.DegreeCap != nil {
		rules = append(rules, w.text("agreed.cap", values{"cap": *c.DegreeCap}))
	}
	if len(c.Total.Gates) > 0 {
		rules = append(rules, w.text("agreed.gates", values{"goals": c.Total.Gates}))
	}
	if c.Total.Target != nil {
		rules = append(rules, w.text("agreed.total_target", values{"target": *c.Total.Target}))
	}
	return append(rules, w.use()...)
}

// use says what the total is used for.
func (w writer) use() []string {
	use := w.c.Total.Use
	if use == nil {
		return nil
	}
	rules := []string{w.text("agreed.use", values{"text": use.Text})}
	for _, row := range use.Rows {
		rules = append(rules, w.text("agreed.use_row", values{
			"interval": w.interval(row.From, row.To), "amount": row.Amount, "unit": use.Unit,
		}))
	}
	return rules
}

// blocks flattens nested blocks in the paper's order.
func (w writer) blocks(blocks []contract.Block) []Block {
	list := []Block{}
	for i := range blocks {
		b := &blocks[i]
		if len(b.Goals) > 0 {
			block := Block{ID: b.ID, Title: b.Title, Text: b.Text, Goals: []Goal{}}
			for j := range b.Goals {
				block.Goals = append(block.Goals, w.goal(&b.Goals[j]))
			}
			list = append(list, block)
		}
		for _, inner := range w.blocks(b.Blocks) {
			if b.Title != "" {
				inner.Title = b.Title + " · " + inner.Title
			}
			list = append(list, inner)
		}
	}
	return list
}

func (w writer) goal(g *contract.Goal) Goal {
	out := Goal{
		ID: g.ID, Number: g.Number, Title: g.Title, Text: g.Text, Weight: g.Weight.Value, PrintedWeight: w.printed(g),
		Lead: g.LeadTitle, Source: Paper(g.Source), Rules: w.goalRules(g), Readings: w.readings(g.Readings, false),
		Requirements: []Requirement{},
	}
	for i := range g.Requirements {
		out.Requirements = append(out.Requirements, w.requirement(g, &g.Requirements[i]))
	}
	return out
}

// printed is the weight as the paper writes it, with the unit where it has
// none.
func (w writer) printed(g *contract.Goal) string {
	if w.c.Weights.Kind == contract.NoWeights {
		return ""
	}
	text := g.Weight.Printed
	if text == "" {
		text = catalogue.Number(w.lang, g.Weight.Value)
	}
	last := text[len(text)-1]
	if w.c.Weights.Unit == "" || last < '0' || last > '9' {
		return text
	}
	return w.text("value.unit", values{"value": text, "unit": w.c.Weights.Unit})
}

// goalRules says which degrees a goal may have, which keeps it, and how its
// requirements make them.
func (w writer) goalRules(g *contract.Goal) []string {
	rules := []string{w.scale(g.Scale), w.text("agreed.kept", values{"degree": g.Kept})}
	if g.Addition {
		rules = append(rules, w.text("agreed.addition", nil))
	}
	if len(g.Requirements) < 2 && g.Combine.By == contract.AllOf {
		return rules
	}
	rules = append(rules, w.text("agreed.combine."+string(g.Combine.By), nil))
	for _, b := range g.Combine.Bands {
		rules = append(rules, w.text("agreed.requirements", values{"degree": b.Degree, "least": b.Least(len(g.Requirements)), "count": len(g.Requirements)}))
	}
	return rules
}

func (w writer) scale(s contract.Scale) string {
	if len(s.Levels) > 0 {
		var levels []string
		for _, l := range s.Levels {
			levels = append(levels, w.text("agreed.level", values{"level": l.Title, "degree": l.Degree}))
		}
		return w.text("agreed.scale.levels", values{"levels": levels})
	}
	if len(s.Degrees) == 0 {
		return w.text("agreed.scale.any", values{"least": s.Min, "most": s.Max})
	}
	degrees := []any{}
	for _, d := range s.Degrees {
		degrees = append(degrees, d)
	}
	return w.text("agreed.scale.degrees", values{"degrees": degrees})
}

// readings writes those named, or all, in the file's order.
func (w writer) readings(ids []string, all bool) []Reading {
	named := map[string]bool{}
	for _, id := range ids {
		named[id] = true
	}
	list := []Reading{}
	for _, r := range w.c.Readings {
		if all || named[r.ID] {
			list = append(list, Reading(r))
		}
	}
	return list
}

func (w writer) reporting() Reporting {
	r := w.c.Reporting
	out := Reporting{Text: r.Text, Rules: []string{}, Deadlines: []Deadline{}}
	if r.QuarterlyDays > 0 {
		out.Rules = append(out.Rules, w.text("agreed.quarterly", values{"days": r.QuarterlyDays}))
	}
	if !r.FactsUntil.IsZero() {
		out.Rules = append(out.Rules, w.text("agreed.facts_until", values{"day": r.FactsUntil}))
	}
	for _, d := range r.Deadlines {
		out.Deadlines = append(out.Deadlines, Deadline{d.ID, string(d.Kind), d.Title, d.Period.From, d.Period.To, d.Due})
	}
	return out
}
