package agreement

import (
	"opfyldt/internal/catalogue"
	"opfyldt/internal/contract"
	"opfyldt/internal/exact"
)

func (w writer) requirement(g *contract.Goal, r *contract.Requirement) Requirement {
	out := Requirement{
		ID: r.ID, Title: r.Title, Text: r.Text, Measure: r.Measure, Unit: r.Unit, Source: Paper(r.Source), Targets: []Target{},
		Rules: append(w.measured(r), w.degree(g, r)...), Items: []Item{}, Readings: w.readings(r.Readings, false),
	}
	for i := range r.Targets {
		out.Targets = append(out.Targets, w.target(r, &r.Targets[i]))
	}
	for i := range r.Items {
		out.Items = append(out.Items, w.item(&r.Items[i], deciding(r)))
	}
	return out
}

func (w writer) target(r *contract.Requirement, t *contract.Target) Target {
	out := Target{Year: t.Year, Ours: t.Year == w.c.Year(), Words: t.Text, Tentative: t.Tentative}
	if t.Result != contract.NoMark {
		out.Mark = w.text("agreed.mark."+string(t.Result), nil)
	}
	switch {
	case t.Benchmark != "":
		out.Words = w.text("agreed.benchmark", values{"benchmark": t.Benchmark})
	case t.Bound != contract.Done:
		out.Value = t.Value.String()
		figure := values{"target": w.figure(r, t.Value), "least": w.figure(r, t.Value)}
		if t.Upper != nil {
			figure["most"] = w.figure(r, *t.Upper)
		}
		out.Words = w.text("bound."+string(t.Bound), figure)
	}
	if !t.From.IsZero() {
		out.Words = w.text("agreed.target_from", values{"target": out.Words, "day": t.From})
	}
	if t.Limit != nil {
		out.Words = w.text("agreed.target_limit", values{"target": out.Words, "limit": w.limit(*t.Limit)})
	}
	if t.Baseline != nil {
		out.Words = w.text("agreed.baseline", values{"target": out.Words, "growth": t.Baseline.Growth, "years": yearsOf(t.Baseline.Years)})
	}
	return out
}

func yearsOf(values []contract.YearValue) []any {
	years := []any{}
	for _, y := range values {
		years = append(years, y.Year)
	}
	return years
}

// figure writes a result's figure with its unit. Shares and deviations are in
// percent whatever the paper prints (reading A4).
func (w writer) figure(r *contract.Requirement, x exact.Rat) string {
	switch r.Measure {
	case contract.Timeliness, contract.Survey, contract.Deviation:
		return w.text("value.percent", values{"value": x})
	}
	if r.Unit == "" {
		return catalogue.Number(w.lang, x)
	}
	return w.text("value.unit", values{"value": x, "unit": r.Unit})
}

func (w writer) limit(l contract.Limit) string {
	return w.text("agreed.limit."+string(l.Unit), values{"count": l.Count})
}

// measured says what is measured and what the figures must rest on.
func (w writer) measured(r *contract.Requirement) []string {
	rules := []string{w.text("agreed.measure."+string(r.Measure), nil)}
	if r.Window != nil {
		rules = append(rules, w.text("agreed.window", values{"from": r.Window.From, "to": r.Window.To}))
	}
	if c := r.Cases; c != nil {
		rules = append(rules, w.cases(c)...)
	}
	if a := r.Answers; a != nil {
		rules = append(rules, w.text("agreed.satisfied", values{"answers": a.Satisfied}))
		rules = append(rules, w.named("agreed.sectors", a.Sectors)...)
		rules = append(rules, w.named("agreed.topics", a.Topics)...)
	}
	if s := r.Spending; s != nil {
		rules = append(rules, w.text("agreed.spending", values{"currency": s.Currency, "day": s.BudgetSettled}))
		if s.Replaceable {
			rules = append(rules, w.text("agreed.replaceable", nil))
		}
	}
	if r.Over != nil {
		rules = append(rules, w.text("agreed.over."+string(r.Over.By), values{"every": every(r.Over.Every)}))
	}
	if x := r.Index; x != nil {
		rules = append(rules, w.text("agreed.index", values{"years": yearsOf(x.Years), "mean": x.Mean()}))
	}
	if c := r.Coverage; c != nil {
		if c.Least > 0 {
			rules = append(rules, w.text("agreed.coverage.least", values{"least": c.Least}))
		}
		if c.Share != nil {
			rules = append(rules, w.text("agreed.coverage.share", values{"share": *c.Share}))
		}
	}
	if r.Weight != nil {
		rules = append(rules, w.text("agreed.requirement_weight", values{"weight": r.Weight.Printed}))
	}
	return rules
}

// every is a span of time as the catalogue names it.
type every contract.Every

// CatalogueKey lets the catalogue name the span.
func (e every) CatalogueKey() string { return "agreed.every." + string(e) }

// named is a sentence with a list, where the list has anything.
func (w writer) named(key string, list []string) []string {
	if len(list) == 0 {
		return nil
	}
	return []string{w.text(key, values{"list": list})}
}

func (w writer) cases(c *contract.Cases) []string {
	rules := []string{w.text("agreed.limit", values{"limit": w.limit(c.Limit)})}
	var stops []string
	for _, s := range c.StopReasons {
		stops = append(stops, s.Title)
	}
	rules = append(rules, w.named("agreed.stops", stops)...)
	if c.OpenLateCounts {
		rules = append(rules, w.text("agreed.open_late.counts", nil))
	} else {
		rules = append(rules, w.text("agreed.open_late.beside", nil))
	}
	rules = append(rules, w.named("agreed.dimensions", c.Dimensions)...)
	if c.LegalBasis != "" {
		rules = append(rules, w.text("agreed.legal", values{"basis": c.LegalBasis}))
	}
	return rules
}

// DegreeWords says how a requirement's result becomes its degree.
func DegreeWords(lang string, c *contract.Contract, g *contract.Goal, r *contract.Requirement) []string {
	w := writer{lang, c}
	rules := w.degree(g, r)
	if r.Degree.By == contract.ByTarget || r.Degree.By == contract.ByWay {
		if t := r.TargetFor(c.Year()); t != nil {
			rules = append([]string{w.text("agreed.year_target", values{"target": w.target(r, t).Words})}, rules...)
		}
	}
	return rules
}

// degree says how a result becomes a degree, band by band.
func (w writer) degree(g *contract.Goal, r *contract.Requirement) []string {
	d, rules := r.Degree, []string{}
	switch d.By {
	case contract.ByItems:
		for _, b := range d.Items {
			rules = append(rules, w.text("agreed.items", values{"degree": b.Degree, "least": b.Least(len(r.Items)), "count": len(r.Items)}))
		}
	case contract.BySteps:
		for _, b := range d.Steps {
			rules = append(rules, w.steps(b))
		}
	case contract.ByPieces:
		for _, p := range d.Pieces {
			rules = append(rules, w.piece(p))
		}
		return rules
	case contract.ByTable:
		for _, row := range d.Table {
			rules = append(rules, w.row(g, row))
		}
		if r.Measure == contract.Verbal { // every level has its row
			return rules
		}
	case contract.ByWay:
		return []string{w.way(r)}
	default:
		return []string{w.text("agreed.degree."+string(d.By), nil)}
	}
	return append(rules, w.text("agreed.else", values{"degree": d.Else}))
}

func (w writer) steps(b contract.StepBand) string {
	kept, done := w.titles(b.Kept), w.titles(b.Done)
	key := "band.steps.both"
	switch {
	case len(done) == 0:
		key = "band.steps.kept"
	case len(kept) == 0:
		key = "band.steps.done"
	}
	return w.text(key, values{"degree": b.Degree, "kept": kept, "done": done}) + "."
}

func (w writer) titles(ids []string) []string {
	titles := []string{}
	for _, id := range ids {
		if _, _, _, s := w.c.Step(id); s != nil {
			titles = append(titles, s.Title)
		}
	}
	return titles
}

// way says from where a result is held against its target.
func (w writer) way(r *contract.Requirement) string {
	from := exact.Rat{}
	if t := r.TargetFor(w.c.Year()); t != nil {
		from = r.Degree.Start(t)
	}
	if r.Degree.Least == nil {
		return w.text("agreed.degree.way", values{"from": w.figure(r, from)})
	}
	return w.text("agreed.degree.way.least", values{"from": w.figure(r, from), "least": *r.Degree.Least})
}

func (w writer) piece(p contract.Piece) string {
	v := values{"interval": w.interval(p.From, p.To), "degree": p.Degree}
	if p.LineTo == nil {
		return w.text("agreed.row", v)
	}
	v["to"] = *p.LineTo
	return w.text("agreed.line", v)
}

func (w writer) row(g *contract.Goal, row contract.TableRow) string {
	if row.Level == "" {
		return w.text("agreed.row", values{"interval": w.interval(row.From, row.To), "degree": row.Degree})
	}
	title := row.Level
	for _, l := range g.Scale.Levels {
		if l.ID == row.Level {
			title = l.Title
		}
	}
	return w.text("agreed.row", values{"interval": title, "degree": row.Degree})
}

// interval says between which ends a result lies, each end in or out.
func (w writer) interval(from, to *contract.End) string {
	end := func(e *contract.End, in, out string) string {
		if e.Included {
			return w.text(in, values{"end": e.Value})
		}
		return w.text(out, values{"end": e.Value})
	}
	switch {
	case from == nil && to == nil:
		return w.text("interval.any", nil)
	case to == nil:
		return end(from, "interval.from", "interval.above")
	case from == nil:
		return end(to, "interval.to", "interval.below")
	}
	return w.text("interval.both", values{
		"from": end(from, "interval.from", "interval.above"), "to": end(to, "interval.to", "interval.below"),
	})
}

// deciding names the steps that the requirement's rule looks at.
func deciding(r *contract.Requirement) map[string]bool {
	ids := map[string]bool{}
	for _, b := range r.Degree.Steps {
		for _, id := range append(append([]string{}, b.Kept...), b.Done...) {
			ids[id] = true
		}
	}
	for i := range r.Items {
		for _, s := range r.Items[i].Deciding() {
			switch r.Degree.By {
			case contract.ByItems:
				ids[s.ID] = true
			case contract.ByShares:
				ids[s.ID] = s.Share != nil
			}
		}
	}
	return ids
}

func (w writer) item(i *contract.Item, deciding map[string]bool) Item {
	out := Item{ID: i.ID, Number: i.Number, Title: i.Title, Text: i.Text, Steps: []Step{}}
	for _, s := range i.Steps {
		step := Step{
			ID: s.ID, Title: s.Title, Due: s.Due, Planned: s.PlannedDay(), Decides: deciding[s.ID],
			After: w.titles(s.DependsOn), Owner: s.Owner,
		}
		if s.After != nil {
			step.Event = w.text("agreed.after", values{"limit": w.limit(s.After.Limit), "event": s.After.Event})
			if s.After.Never != "" {
				step.Event += " " + w.text("agreed.never."+string(s.After.Never), nil)
			}
		}
		if s.Share != nil {
			step.Share = s.Share.String()
		}
		out.Steps = append(out.Steps, step)
	}
	return out
}
