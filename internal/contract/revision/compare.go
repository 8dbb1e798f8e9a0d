package revision

import (
	"encoding/json"

	"opfyldt/internal/contract"
)

// Change is one difference between two versions, as a catalogue key with its
// figures. Goal is the id of the goal that it touches; empty for the contract
// as a whole.
type Change struct {
	Key    string
	Goal   string
	Params map[string]any
}

// What is a part of the contract that has a name in the catalogue and no
// sentence of its own.
type What string

// CatalogueKey lets the catalogue name the part.
func (w What) CatalogueKey() string { return "change.what." + string(w) }

// Compare lists what the later version changes, the frame first, then the goals
// in the paper's order. Two versions that mean the same give nothing, however
// differently their files are written. Contracts of two years are compared as if
// they were of the later one's.
func Compare(before, after *contract.Contract) []Change {
	d := &differ{before: before, after: after}
	if before.Year() != after.Year() {
		d.before, d.after = carried(before, after.Year()), without(after)
	}
	d.frame()
	d.goals()
	d.deadlines()
	d.promises()
	if len(d.changes) == 0 && !same(meaning(d.before), meaning(d.after)) {
		d.add("change.other", "", nil)
	}
	return d.changes
}

// meaning is a contract without what each version has of its own: its number
// and the amendments before it.
func meaning(c *contract.Contract) contract.Contract {
	m := *c
	m.Version, m.Amendments = 0, nil
	return m
}

// same compares by what is written out, so that equal numbers are equal however
// they are kept.
func same(a, b any) bool {
	x, err := json.Marshal(a)
	if err != nil {
		return false
	}
	y, err := json.Marshal(b)
	return err == nil && string(x) == string(y)
}

type params = map[string]any

// differ gathers the differences of two versions.
type differ struct {
	before, after *contract.Contract
	changes       []Change
}

func (d *differ) add(key, goal string, p params) {
	d.changes = append(d.changes, Change{key, goal, p})
}

// part is a part of the frame before and after.
type part struct {
	what          What
	before, after any
}

func (d *differ) frame() {
	b, a := d.before, d.after
	if b.Title != a.Title {
		d.add("change.title", "", params{"from": b.Title, "to": a.Title})
	}
	if b.Period != a.Period {
		d.add("change.period", "", params{"begin": a.Period.From, "end": a.Period.To})
	}
	for _, p := range []part{
		{"text", b.Text, a.Text},
		{"parties", [2]contract.Party{b.Agency, b.Department}, [2]contract.Party{a.Agency, a.Department}},
		{"signed", b.Signed, a.Signed},
		{"weights", b.Weights, a.Weights},
		{"cap", b.DegreeCap, a.DegreeCap},
		{"total", b.Total, a.Total},
		{"language", b.Language, a.Language},
		{"blocks", headings(b.Blocks), headings(a.Blocks)},
	} {
		if !same(p.before, p.after) {
			d.add("change.frame", "", params{"what": p.what})
		}
	}
}

// headings are the blocks without their goals.
func headings(blocks []contract.Block) []contract.Block {
	list := make([]contract.Block, len(blocks))
	for i, b := range blocks {
		list[i] = b
		list[i].Goals, list[i].Blocks = nil, headings(b.Blocks)
	}
	return list
}

func (d *differ) deadlines() {
	before := map[string]contract.Deadline{}
	for _, b := range d.before.Reporting.Deadlines {
		before[b.ID] = b
	}
	for _, a := range d.after.Reporting.Deadlines {
		b, there := before[a.ID]
		delete(before, a.ID)
		moved := b
		moved.Due = a.Due
		switch {
		case !there:
			d.add("change.deadline.added", "", params{"title": a.Title})
		case !same(moved, a):
			d.add("change.deadline.changed", "", params{"title": a.Title})
		case b.Due != a.Due:
			d.add("change.deadline.moved", "", params{"title": a.Title, "from": b.Due, "to": a.Due})
		}
	}
	for _, b := range d.before.Reporting.Deadlines {
		if _, gone := before[b.ID]; gone {
			d.add("change.deadline.removed", "", params{"title": b.Title})
		}
	}
	b, a := d.before.Reporting, d.after.Reporting
	b.Deadlines, a.Deadlines = nil, nil
	if !same(b, a) {
		d.add("change.frame", "", params{"what": What("reporting")})
	}
}

// named is a promise beside the goals, by its kind and id.
type named struct{ kind, id string }

// promises compares what stands beside the goals: obligations and readings.
func (d *differ) promises() {
	before, old := promisesOf(d.before)
	after, order := promisesOf(d.after)
	for _, n := range order {
		b, there := before[n]
		switch {
		case !there:
			d.add("change."+n.kind+".added", "", params{"id": n.id})
		case !same(b, after[n]):
			d.add("change."+n.kind+".changed", "", params{"id": n.id})
		}
	}
	for _, n := range old {
		if _, there := after[n]; !there {
			d.add("change."+n.kind+".removed", "", params{"id": n.id})
		}
	}
}

func promisesOf(c *contract.Contract) (by map[named]any, order []named) {
	by = map[named]any{}
	for _, o := range c.Obligations {
		n := named{"obligation", o.ID}
		by[n], order = o, append(order, n)
	}
	for _, r := range c.Readings {
		n := named{"reading", r.ID}
		by[n], order = r, append(order, n)
	}
	return by, order
}
