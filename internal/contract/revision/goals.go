package revision

import "opfyldt/internal/contract"

// goals pairs the goals by id. A goal that is gone where another came with its
// number is replaced by that one (rule F4).
func (d *differ) goals() {
	replaced := map[string]bool{}
	for _, a := range d.after.Goals() {
		if b := d.before.Goal(a.ID); b != nil {
			d.goal(b, a)
			continue
		}
		if b := Replaced(d.before, d.after, a); b != nil {
			replaced[b.ID] = true
			d.add("change.goal.replaced", a.ID, params{"number": a.Number, "from": b.Title, "to": a.Title})
			continue
		}
		d.add("change.goal.added", a.ID, params{"number": a.Number, "title": a.Title})
	}
	for _, b := range d.before.Goals() {
		if d.after.Goal(b.ID) == nil && !replaced[b.ID] {
			d.add("change.goal.removed", b.ID, params{"number": b.Number, "title": b.Title})
		}
	}
}

// Replaced returns the goal whose place the new goal takes: the one with the
// same number that the later version has no more; nil where it takes nobody's.
func Replaced(before, after *contract.Contract, goal *contract.Goal) *contract.Goal {
	if before.Goal(goal.ID) != nil {
		return nil
	}
	for _, b := range before.Goals() {
		if b.Number == goal.Number && after.Goal(b.ID) == nil {
			return b
		}
	}
	return nil
}

func (d *differ) goal(b, a *contract.Goal) {
	n := len(d.changes)
	if b.Title != a.Title {
		d.add("change.goal.title", a.ID, params{"number": a.Number, "from": b.Title, "to": a.Title})
	}
	if !b.Weight.Value.Equal(a.Weight.Value) {
		d.add("change.weight", a.ID, params{"number": a.Number, "from": b.Weight.Value, "to": a.Weight.Value, "unit": spaced(d.after.Weights.Unit)})
	}
	for _, p := range []part{
		{"number", b.Number, a.Number},
		{"text", b.Text, a.Text},
		{"scale", [2]any{b.Scale, b.Kept}, [2]any{a.Scale, a.Kept}},
		{"lead", [2]string{b.Lead, b.LeadTitle}, [2]string{a.Lead, a.LeadTitle}},
		{"source", b.Source, a.Source},
		{"combine", b.Combine, a.Combine},
		{"readings", b.Readings, a.Readings},
		{"block", block(d.before.Blocks, b.ID), block(d.after.Blocks, a.ID)},
	} {
		if !same(p.before, p.after) {
			d.add("change.goal.part", a.ID, params{"number": a.Number, "what": p.what})
		}
	}
	d.requirements(b, a)
	if len(d.changes) == n && !same(b, a) {
		d.add("change.goal.other", a.ID, params{"number": a.Number})
	}
}

// block finds the id of the block that the goal stands in.
func block(blocks []contract.Block, goal string) string {
	for _, b := range blocks {
		for _, g := range b.Goals {
			if g.ID == goal {
				return b.ID
			}
		}
		if id := block(b.Blocks, goal); id != "" {
			return id
		}
	}
	return ""
}

func (d *differ) requirements(b, a *contract.Goal) {
	for i := range a.Requirements {
		r := &a.Requirements[i]
		if old := requirement(b, r.ID); old != nil {
			d.requirement(a, old, r)
			continue
		}
		d.add("change.requirement.added", a.ID, params{"number": a.Number, "title": r.Title})
	}
	for _, r := range b.Requirements {
		if requirement(a, r.ID) == nil {
			d.add("change.requirement.removed", a.ID, params{"number": a.Number, "title": r.Title})
		}
	}
}

func requirement(g *contract.Goal, id string) *contract.Requirement {
	for i := range g.Requirements {
		if g.Requirements[i].ID == id {
			return &g.Requirements[i]
		}
	}
	return nil
}

func (d *differ) requirement(g *contract.Goal, b, a *contract.Requirement) {
	about := name(g, a)
	if b.Title != a.Title {
		d.add("change.requirement.title", g.ID, params{"number": about, "from": b.Title, "to": a.Title})
	}
	d.targets(g, b, a)
	d.items(g, b, a)
	for _, p := range []part{
		{"text", b.Text, a.Text},
		{"measure", [2]string{string(b.Measure), b.Unit}, [2]string{string(a.Measure), a.Unit}},
		{"source", b.Source, a.Source},
		{"requirement-weight", b.Weight, a.Weight},
		{"window", b.Window, a.Window},
		{"cases", b.Cases, a.Cases},
		{"answers", b.Answers, a.Answers},
		{"spending", b.Spending, a.Spending},
		{"figures", [3]any{b.Over, b.Coverage, b.Fallback}, [3]any{a.Over, a.Coverage, a.Fallback}},
		{"rule", b.Degree, a.Degree},
		{"readings", b.Readings, a.Readings},
	} {
		if !same(p.before, p.after) {
			d.add("change.goal.part", g.ID, params{"number": about, "what": p.what})
		}
	}
}

// name is how a requirement is called in a sentence: by its goal's number where
// it is the only one, by its own id beside others.
func name(g *contract.Goal, r *contract.Requirement) string {
	if len(g.Requirements) == 1 {
		return g.Number
	}
	return r.ID
}

// spaced is a unit as it follows a figure.
func spaced(unit string) string {
	if unit == "" {
		return ""
	}
	return " " + unit
}
