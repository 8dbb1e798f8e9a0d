package revision

import "opfyldt/internal/contract"

func (d *differ) targets(g *contract.Goal, b, a *contract.Requirement) {
	about := name(g, a)
	for i := range a.Targets {
		t := &a.Targets[i]
		p := params{"number": about, "year": t.Year}
		old := like(b, t)
		switch {
		case old == nil:
			d.add("change.target.added", g.ID, p)
		case same(old, t):
		case onlyValue(old, t):
			p["from"], p["to"], p["unit"] = old.Value, t.Value, spaced(a.Unit)
			d.add("change.target."+direction(old, t)+d.outlook(t.Year), g.ID, p)
		default:
			d.add("change.target.changed", g.ID, p)
		}
	}
	for i := range b.Targets {
		t := &b.Targets[i]
		if like(a, t) == nil {
			d.add("change.target.removed", g.ID, params{"number": about, "year": t.Year})
		}
	}
}

// like is the requirement's target of the same year, from the same day on.
func like(r *contract.Requirement, t *contract.Target) *contract.Target {
	for i := range r.Targets {
		if other := &r.Targets[i]; other.Year == t.Year && other.From == t.From {
			return other
		}
	}
	return nil
}

// onlyValue reports whether the targets differ in their figure alone.
func onlyValue(b, a *contract.Target) bool {
	with := *b
	with.Value = a.Value
	return same(&with, a)
}

func direction(b, a *contract.Target) string {
	if b.Value.Less(a.Value) {
		return "raised"
	}
	return "lowered"
}

// outlook tells the sentence about another year than the contract's own, which
// names it.
func (d *differ) outlook(year int) string {
	if year == d.after.Year() {
		return ""
	}
	return ".outlook"
}

// placed is a step with the item that it stands under.
type placed struct {
	contract.Step
	item string
}

func (p placed) name() string {
	if p.item == "" || p.item == p.Title {
		return p.Title
	}
	return p.item + ": " + p.Title
}

func (d *differ) items(g *contract.Goal, b, a *contract.Requirement) {
	before, after := items(b), items(a)
	for _, i := range a.Items {
		old, there := before[i.ID]
		switch {
		case !there:
			d.add("change.item.added", g.ID, params{"number": name(g, a), "title": i.Title})
		case old.Title != i.Title || old.Text != i.Text || old.Number != i.Number:
			d.add("change.item.changed", g.ID, params{"number": name(g, a), "title": i.Title})
		}
	}
	for _, i := range b.Items {
		if _, there := after[i.ID]; !there {
			d.add("change.item.removed", g.ID, params{"number": name(g, a), "title": i.Title})
		}
	}
	d.steps(g, b, a)
}

func items(r *contract.Requirement) map[string]contract.Item {
	by := map[string]contract.Item{}
	for _, i := range r.Items {
		by[i.ID] = i
	}
	return by
}

func (d *differ) steps(g *contract.Goal, b, a *contract.Requirement) {
	about := name(g, a)
	before, old := steps(b)
	after, order := steps(a)
	for _, id := range order {
		s := after[id]
		if was, there := before[id]; there {
			d.step(g, about, was, s)
			continue
		}
		d.add("change.step.added", g.ID, params{"number": about, "step": s.name()})
	}
	for _, id := range old {
		if _, there := after[id]; !there {
			d.add("change.step.removed", g.ID, params{"number": about, "step": before[id].name()})
		}
	}
}

func steps(r *contract.Requirement) (by map[string]placed, order []string) {
	by = map[string]placed{}
	for _, i := range r.Items {
		for _, s := range i.Steps {
			by[s.ID] = placed{s, i.Title}
			order = append(order, s.ID)
		}
	}
	return by, order
}

func (d *differ) step(g *contract.Goal, about string, b, a placed) {
	if b.Due != a.Due {
		d.add("change.step.due", g.ID, params{"number": about, "step": a.name(), "from": b.Due, "to": a.Due})
	}
	if b.Planned != a.Planned {
		d.add("change.step.planned", g.ID, params{"number": about, "step": a.name(), "from": b.PlannedDay(), "to": a.PlannedDay()})
	}
	b.Due, b.Planned, b.item = a.Due, a.Planned, a.item
	if !same(b.Step, a.Step) {
		d.add("change.step.changed", g.ID, params{"number": about, "step": a.name()})
	}
}
