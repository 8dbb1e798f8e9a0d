package results

import (
	"opfyldt/internal/calendar"
	"opfyldt/internal/contract"
	"opfyldt/internal/exact"
	"opfyldt/internal/scoring"
	"opfyldt/internal/yamlfile"
)

// readDegrees reads assessed degrees by goal: a number, null for not yet known,
// or {degree, reason, day}.
func (r *reader) readDegrees(n *yamlfile.Node) {
	f := r.open(n, "degrees")
	for _, e := range f.Entries {
		g := r.goal(e, f.Field(e.Key))
		if g == nil || e.Value.Kind == yamlfile.Nothing || !r.claim(e.At, f.Field(e.Key), "goal "+g.ID, "degrees") {
			continue
		}
		r.readDegree(f, e, g)
	}
}

func (r *reader) readDegree(f *fields, e yamlfile.Entry, g *contract.Goal) {
	if e.Value.Kind != yamlfile.Mapping {
		if degree, ok := f.degree(e.Value, e.Key, g); ok {
			r.put(f.Field(e.Key), g.ID, calendar.Date{}, zeroTime, scoring.Assessment{Degree: degree})
		}
		return
	}
	d := r.open(e.Value, f.Field(e.Key))
	degree, ok := d.degree(d.need("degree"), "degree", g)
	reason, _ := d.text(d.get("reason"), "reason")
	day := d.date("day", calendar.Date{})
	d.close()
	if ok {
		r.put(d.Path, g.ID, day, zeroTime, scoring.Assessment{Degree: degree, Reason: reason})
	}
}

// goal returns the goal that the key names, reported where there is none.
func (r *reader) goal(e yamlfile.Entry, field string) *contract.Goal {
	g := r.contract.Goal(e.Key)
	if g != nil {
		return g
	}
	var known []string
	for _, goal := range r.contract.Goals() {
		known = append(known, goal.ID)
	}
	r.unknown(e.At, field, e.Key, known)
	return nil
}

// degree reads a degree that the goal's scale allows.
func (f *fields) degree(n *yamlfile.Node, key string, g *contract.Goal) (exact.Rat, bool) {
	if n == nil {
		return exact.Rat{}, false
	}
	for _, l := range g.Scale.Levels {
		if n.Kind == yamlfile.Scalar && (n.Text == l.ID || n.Text == l.Title) {
			return l.Degree, true
		}
	}
	degree, ok := f.number(n, key)
	if !ok || onScale(&g.Scale, degree) {
		return degree, ok
	}
	params := map[string]any{"found": found(n), "scale": scaleWords(&g.Scale)}
	if len(g.Scale.Degrees) > 0 {
		f.add(n.At, f.Field(key), "results.degree.off-scale", params)
		return exact.Rat{}, false
	}
	params["least"], params["most"] = limits(&g.Scale)
	f.add(n.At, f.Field(key), "results.degree.outside", params)
	return exact.Rat{}, false
}

func onScale(s *contract.Scale, degree exact.Rat) bool {
	for _, d := range s.Degrees {
		if d.Equal(degree) {
			return true
		}
	}
	least, most := limits(s)
	return len(s.Degrees) == 0 && !degree.Less(least) && !most.Less(degree)
}

// limits returns the scale's ends; one without a greatest degree ends at 100.
func limits(s *contract.Scale) (least, most exact.Rat) {
	if s.Max.Sign() > 0 {
		return s.Min, s.Max
	}
	return s.Min, exact.Int(100)
}

func scaleWords(s *contract.Scale) []any {
	words := make([]any, len(s.Degrees))
	for i, d := range s.Degrees {
		words[i] = d
	}
	return words
}
