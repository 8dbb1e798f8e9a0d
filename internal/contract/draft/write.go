package draft

import (
	"encoding/json"
	"fmt"
	"strconv"
	"strings"

	"opfyldt/internal/calendar"
	"opfyldt/internal/contract"
)

// Write writes the file. Every value that the paper gave has its place in it as a
// comment at its line.
func Write(d Draft) string {
	w := &writer{}
	w.line(0, "# Drafted from the paper; each comment says where in it the line stands.")
	w.line(0, "format: %s", contract.Format)
	w.line(0, "id: %s", text(d.ID))
	w.line(0, "version: 1")
	w.line(0, "language: %s", d.Language)
	w.line(0, "title: %s", text(d.Title))
	w.line(0, "agency: {id: %s, name: %s}", text(slug(d.Agency, "agency")), text(d.Agency))
	w.line(0, "department: {id: %s, name: %s}", text(slug(d.Department, "department")), text(d.Department))
	w.line(0, "signed: %s", day(d.Signed))
	w.line(0, "period: {from: %s, to: %s}", day(d.From), day(d.To))
	w.line(0, "")
	if d.Weights == contract.NoWeights {
		w.line(0, "weights: {kind: none}")
		w.line(0, "degree-cap: 100")
		w.line(0, "total: {by: mean}")
	} else {
		w.line(0, "weights: {kind: %s, sum: %s%s}", d.Weights, d.Sum, unit(d))
		w.line(0, "degree-cap: 100")
		w.line(0, "total: {by: weighted-sum, cap: 100}")
	}
	w.line(0, "")
	w.line(0, "blocks:")
	w.line(2, "- id: goals")
	w.line(4, "title: %s", text(d.Title))
	w.line(4, "goals:")
	for i := range d.Goals {
		w.goal(&d, &d.Goals[i])
	}
	return w.String()
}

// unit is how the contract's language writes what most weights are in.
func unit(d Draft) string {
	units := map[contract.WeightKind][2]string{contract.Percents: {"pct.", "per cent"}, contract.Points: {"point", "points"}}
	words, known := units[d.Weights]
	switch {
	case !known:
		return ""
	case d.Language == "en":
		return ", unit: " + words[1]
	}
	return ", unit: " + words[0]
}

type writer struct{ strings.Builder }

func (w *writer) line(indent int, format string, args ...any) {
	w.WriteString(strings.Repeat(" ", indent))
	fmt.Fprintf(w, format, args...)
	w.WriteByte('\n')
}

func (w *writer) goal(d *Draft, g *Goal) {
	id := slug(g.Number, "goal")
	w.line(6, "- id: %s%s", text(id), comment(g.Place))
	w.line(8, "number: %s", text(g.Number))
	w.line(8, "title: %s", text(g.Title))
	w.line(8, "lead: %s", text(or(g.Lead, "lead")))
	if d.Weights != contract.NoWeights {
		w.line(8, "weight: {value: %s, printed: %s}", g.Weight, text(or(g.Printed, g.Weight.String())))
	}
	w.line(8, "scale: %s", g.Scale.written())
	w.line(8, "kept: 100")
	if s := source(g.Place); s != "" {
		w.line(8, "source: {%s}", s)
	}
	if len(g.Requirements) == 0 {
		w.line(8, "combine: {by: assessed-alone}")
		return
	}
	w.line(8, "combine: {by: all-of}")
	w.line(8, "requirements:")
	for i := range g.Requirements {
		name := id
		if len(g.Requirements) > 1 {
			name += string(rune('a' + i%26))
		}
		w.requirement(d, g, &g.Requirements[i], name)
	}
}

func (s Scale) written() string {
	switch s {
	case Half:
		return "{degrees: [0, 50, 100]}"
	case Open:
		return "{min: 0, max: 100}"
	}
	return "{degrees: [0, 100]}"
}

func (w *writer) requirement(d *Draft, g *Goal, r *Requirement, id string) {
	w.line(10, "- id: %s%s", text(id), comment(r.Place))
	w.line(12, "title: %s", text(or(r.Title, g.Title)))
	w.line(12, "measure: %s", r.Measure)
	if r.Unit != "" {
		w.line(12, "unit: %s", text(r.Unit))
	}
	w.line(12, "targets:")
	switch {
	case r.Measure == contract.Milestones || r.Measure == contract.YesNo:
		w.line(14, "- {year: %d, bound: done, text: %s}", d.From.Year(), text(or(r.Title, g.Title)))
	case r.Value == nil:
		w.line(14, "- {year: %d, bound: %s, value: }", d.From.Year(), or(string(r.Bound), string(contract.AtLeast)))
	default:
		w.line(14, "- {year: %d, bound: %s, value: %s}", d.From.Year(), or(string(r.Bound), string(contract.AtLeast)), r.Value)
	}
	w.parameters(d, r)
	if r.Measure != contract.Milestones {
		w.line(12, "degree: {by: target}")
		return
	}
	w.steps(g, r, id)
}

// parameters are what the measure needs beside its target.
func (w *writer) parameters(d *Draft, r *Requirement) {
	switch r.Measure {
	case contract.Timeliness:
		limit := "{count: , unit: months}"
		if r.Limit != nil {
			limit = fmt.Sprintf("{count: %d, unit: %s}", r.Limit.Count, r.Limit.Unit)
		}
		w.line(12, "cases: {limit: %s, open-late-counts: false}", limit)
	case contract.Survey:
		w.line(12, "answers: {satisfied: []}")
	case contract.Deviation:
		w.line(12, "spending: {currency: DKK, budget-settled: %s, replaceable: false}", day(d.From))
	}
}

// steps writes one item with the steps; the last one decides, and half of a scale
// of three is for a plan that is under way: which step gives it, a person says.
func (w *writer) steps(g *Goal, r *Requirement, id string) {
	w.line(12, "items:")
	w.line(14, "- id: %s", text("item-"+id))
	w.line(16, "title: %s", text(or(r.Title, g.Title)))
	w.line(16, "steps:")
	for i, s := range r.Steps {
		decides := ""
		if i == len(r.Steps)-1 {
			decides = ", decides: true"
		}
		w.line(18, "- {id: %s, title: %s, due: %s%s}%s", text("item-"+id+"."+strconv.Itoa(i+1)), text(s.Title), day(s.Due), decides, comment(s.Place))
	}
	w.line(12, "degree: {by: items, items: [{all: true, degree: 100}], else: 0}")
}

// text writes a text so that YAML reads it as one, whatever it holds.
func text(s string) string {
	var b strings.Builder
	enc := json.NewEncoder(&b)
	enc.SetEscapeHTML(false)
	if enc.Encode(s) != nil {
		return `""`
	}
	return strings.TrimSuffix(b.String(), "\n")
}

// day leaves a day that is not known out, for the check to ask.
func day(d calendar.Date) string {
	if d.IsZero() {
		return ""
	}
	return d.String()
}

func comment(p Place) string {
	var parts []string
	if p.Page != "" {
		parts = append(parts, "page "+plain(p.Page))
	}
	if p.Table != "" {
		parts = append(parts, "table "+plain(p.Table))
	}
	if p.Line > 0 {
		parts = append(parts, "line "+strconv.Itoa(p.Line))
	}
	if p.Words != "" {
		parts = append(parts, `"`+plain(p.Words)+`"`)
	}
	if len(parts) == 0 {
		return ""
	}
	return " # " + strings.Join(parts, ", ")
}

// plain keeps a comment on its line.
func plain(s string) string { return strings.Join(strings.Fields(s), " ") }

func source(p Place) string {
	var parts []string
	if p.Page != "" {
		parts = append(parts, "page: "+text(p.Page))
	}
	if p.Table != "" {
		parts = append(parts, "table: "+text(p.Table))
	}
	return strings.Join(parts, ", ")
}

func or(s, otherwise string) string {
	if s == "" {
		return otherwise
	}
	return s
}

// slug makes an id of a name: lower-case letters, digits and hyphens.
func slug(name, otherwise string) string {
	var b strings.Builder
	for _, r := range strings.ToLower(name) {
		switch {
		case r >= 'a' && r <= 'z' || r >= '0' && r <= '9' || r == '.' && b.Len() > 0:
			b.WriteRune(r)
		case r == 'æ':
			b.WriteString("ae")
		case r == 'ø':
			b.WriteString("oe")
		case r == 'å':
			b.WriteString("aa")
		case b.Len() > 0 && !strings.HasSuffix(b.String(), "-"):
			b.WriteByte('-')
		}
	}
	return or(strings.TrimRight(b.String(), "-."), otherwise)
}
