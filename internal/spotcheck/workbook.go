package spotcheck

import (
	"iter"
	"strconv"
	"strings"

	"opfyldt/internal/catalogue"
	"opfyldt/internal/sheet"
)

// listed are rows that are there already.
func listed(rows [][]any) iter.Seq2[[]any, error] {
	return func(yield func([]any, error) bool) {
		for _, row := range rows {
			if !yield(row, nil) {
				return
			}
		}
	}
}

// heads names columns, each with its width.
func (d *dossier) heads(widths map[string]int, keys ...string) []sheet.Head {
	list := make([]sheet.Head, len(keys))
	for i, key := range keys {
		list[i] = sheet.Head{Name: d.say("column."+key, nil), Width: widths[key]}
	}
	return list
}

// parts are the sheets of the workbook.
func (d *dossier) parts() []sheet.Part {
	widths := map[string]int{
		"what": 34, "value": 80, "fact": 38, "id": 20, "stratum": 20, "ticket": 14, "place": 30, "reason": 40, "clause": 34,
		"finding": 16, "severity": 12, "note": 50, "by": 24, "day": 12, "stands": 10, "signed": 50, "kind": 28, "recorded": 22, "sentence": 70, "subject": 26,
	}
	part := func(name string, rows [][]any, keys ...string) sheet.Part {
		return sheet.Part{Name: d.say("sheet."+name, nil), Heads: d.heads(widths, keys...), Rows: listed(rows)}
	}
	return []sheet.Part{
		part("plan", d.planRows(), "what", "value"),
		part("draw", d.drawRows(), "number", "id", "stratum", "ticket", "place", "reason"),
		part("verdicts", d.verdictRows(), "number", "id", "clause", "finding", "severity", "note", "by", "day", "stands", "signed", "fact"),
		part("conclusion", d.conclusionRows(), "what", "value"),
		part("log", d.logRows(), "leaf", "day", "recorded", "kind", "subject", "by", "sentence", "fact"),
	}
}

// planRows say what was planned, of whom, and how the seed came about.
func (d *dossier) planRows() [][]any {
	p := d.plan
	rows := [][]any{
		{d.say("contract", nil), d.contract.ID}, {d.say("goal", nil), d.goal.Number + " " + d.goal.Title},
		{d.say("round", nil), d.round.Name}, {d.say("title", nil), p.Title}, {d.say("question", nil), p.Question},
	}
	for _, c := range p.Checklist {
		rows = append(rows, []any{d.say("clause", map[string]any{"id": c.ID}), strings.TrimSuffix(c.Title+" – "+c.Evidence, " – ")})
	}
	rows = append(rows,
		[]any{d.say("list", nil), d.list.File}, []any{d.say("customers", nil), d.list.Rows}, []any{d.say("sha256", nil), d.list.SHA256},
		[]any{d.say("rowsRoot", nil), d.list.Root}, []any{d.say("frame", nil), d.list.Frame}, []any{d.say("listFact", nil), d.listFact.ID},
		[]any{d.say("method", nil), d.method()}, []any{d.say("confidence", nil), d.percent(p.Confidence)}, []any{d.say("size", nil), p.Size},
	)
	if p.Method == ByDetection {
		rows = append(rows, []any{d.say("design", nil), p.Design}, []any{d.say("accept", nil), p.Accept})
	}
	for _, s := range p.Shares {
		rows = append(rows, []any{d.say("ofStratum", map[string]any{"column": p.Column, "stratum": s.Stratum}), d.say("shareOf", map[string]any{"size": s.Size, "population": s.Population})})
	}
	for _, c := range d.seedRows() {
		rows = append(rows, []any{c.who, c.said})
	}
	return append(rows, []any{d.say("random", nil), d.round.drawn.Random}, []any{d.say("seed", nil), d.round.drawn.Seed}, []any{d.say("seedHash", nil), d.round.drawn.SeedHash})
}

// drawRows are everybody who was drawn, with those who stood by.
func (d *dossier) drawRows() [][]any {
	var rows [][]any
	for _, one := range d.round.drawn.Customers {
		place, reason := d.say("inSample", nil), ""
		c := d.round.byNumber[one.Number]
		switch {
		case c == nil:
			place = d.say("standsBy", nil)
		case c.Reserve:
			place = d.say("tookPlace", map[string]any{"number": c.For})
		}
		if c != nil && c.replacement != nil {
			place, reason = place+"; "+d.say("replaced", nil), read[Replacement](c.replacement).Reason
		}
		rows = append(rows, []any{one.Number, one.Ref, one.Stratum, one.Ticket, place, reason})
	}
	return rows
}

// verdictRows are every answer of every review, those that no longer stand too.
func (d *dossier) verdictRows() [][]any {
	var rows [][]any
	for _, r := range d.reviews() {
		for _, a := range said[Verdict](r.fact).Clauses {
			rows = append(rows, []any{
				r.customer.Number, r.customer.Ref, a.Clause + " " + d.clause(a.Clause).Title, d.value(findingName(a.Finding)), d.value(severityName(a.Severity)), a.Note,
				r.fact.Actor.Name, r.fact.Day, d.value(r.stands), d.signed(r), r.fact.ID,
			})
		}
	}
	return rows
}

// conclusionRows are the conclusion with its figures.
func (d *dossier) conclusionRows() [][]any {
	f := d.conclusion.Figures
	rows := [][]any{
		{d.say("concluded", nil), d.round.conclusion.Day}, {d.say("concludedBy", nil), d.round.conclusion.Actor.Name}, {d.say("text", nil), d.conclusion.Text},
		{d.say("checked", nil), f.Checked}, {d.say("replacedCount", nil), f.Replaced},
	}
	for _, line := range d.answers() {
		rows = append(rows, []any{d.say("column.upper", nil), line})
	}
	if f.Volume == nil {
		rows = append(rows, []any{d.say("deviating", nil), f.Without.Found}, []any{d.say("upperWithout", nil), f.Without.Upper}, []any{d.say("upperAsIf", nil), f.AsIf.Upper})
	}
	for _, s := range f.Strata {
		rows = append(rows, []any{d.say("ofStratum", map[string]any{"column": d.plan.Column, "stratum": s.Stratum}), d.bound(s.Without)})
	}
	for _, c := range f.Clauses {
		rows = append(rows, []any{c.Clause + " " + d.clause(c.Clause).Title, d.clauseText(c)})
	}
	rows = append(rows, []any{d.say("hearings", nil), d.heard()})
	if r := d.round.response; r != nil {
		rows = append(rows, []any{d.say("response", map[string]any{"who": r.Actor.Name, "day": r.Day}), read[Response](r).Text})
	}
	return append(rows, []any{d.say("conclusionFact", nil), d.round.conclusion.ID}, []any{d.say("logSize", nil), d.head.Size}, []any{d.say("logRoot", nil), d.head.Root.String()})
}

// logRows are the facts as the log has them.
func (d *dossier) logRows() [][]any {
	rows := make([][]any, len(d.facts))
	for i, f := range d.facts {
		rows[i] = []any{f.Leaf, f.Day, f.Recorded, f.Kind, f.Subject, f.Actor.Name, f.Sentence, f.ID}
	}
	return rows
}

// method says how the size came about.
func (d *dossier) method() string {
	p := d.plan
	if p.Selection == ByVolume {
		return d.say("byVolume", map[string]any{"size": p.Size, "volume": p.Volume, "customers": p.Customers})
	}
	return d.say("method."+string(p.Method), map[string]any{
		"confidence": d.percent(p.Confidence), "design": p.Design, "accept": p.Accept, "customers": p.Customers, "size": p.Size, "only": p.Only, "column": p.Column,
	})
}

// bound says what was found and what it lets one say.
func (d *dossier) bound(b Bound) string {
	return d.say("bound", map[string]any{"found": b.Found, "sample": b.Sample, "upper": b.Upper, "population": b.Population})
}

// clauseText says how a clause fared.
func (d *dossier) clauseText(c ClauseFigures) string {
	text := d.say("clauseText", map[string]any{"kept": c.Kept, "deviations": c.Deviations, "not": c.NotApplicable})
	for _, s := range Severities() {
		if n := c.BySeverity[s]; n > 0 {
			text += ", " + d.value(severityName(s)) + ": " + strconv.FormatInt(n, 10)
		}
	}
	return text
}

// heard says how many were heard.
func (d *dossier) heard() string {
	n := d.conclusion.Hearings
	return d.say("heard", map[string]any{"heard": n.Heard, "answered": n.Answered, "unanswered": n.Unanswered, "not": n.Not})
}

// findingName is a finding that the catalogue has a word for.
type findingName Finding

// CatalogueKey returns the key of the finding's word.
func (f findingName) CatalogueKey() string { return "spotcheck.whole.finding." + string(f) }

// severityName is a severity that the catalogue has a word for; none has none.
type severityName Severity

// In returns the severity's word.
func (s severityName) In(lang string) string {
	if s == "" {
		return ""
	}
	return catalogue.Text(lang, "spotcheck.whole.severity."+string(s), nil)
}
