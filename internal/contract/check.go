package contract

import (
	"regexp"
	"slices"
	"strconv"

	"opfyldt/internal/calendar"
)

// checker looks for what no single field can show.
type checker struct {
	*log
	c *Contract
}

func (k *checker) run() {
	k.frame()
	k.weights()
	k.printedWeights("", k.c.Blocks)
	k.total()
	k.ids()
	ids := k.readingIDs()
	k.eachGoal(func(path string, g *Goal) {
		k.goal(path, g)
		k.readingsExist(path, g.Readings, ids)
		for i := range g.Requirements {
			r := &g.Requirements[i]
			at := index(join(path, "requirements"), i)
			k.requirement(at, g, r)
			k.readingsExist(at, r.Readings, ids)
		}
	})
	k.dependencies()
	k.reporting()
	k.amendments()
}

// manyYears is longer than contracts are made for.
const manyYears = 5

// frame checks the stamp, the period and the signature.
func (k *checker) frame() {
	if k.c.Format != "" && k.c.Format != Format && k.c.Format != firstFormat {
		k.report("format", "format", "found", k.c.Format, "known", Format)
	}
	k.period("period", k.c.Period)
	if p := k.c.Period; !p.From.IsZero() && p.To.After(p.From.AddMonths(12*manyYears)) {
		k.warn("period.to", "period-long", "from", p.From.String(), "to", p.To.String(), "years", itoa(manyYears))
	}
	if k.c.DegreeCap != nil && k.c.DegreeCap.Sign() <= 0 {
		k.report("degree-cap", "not-positive", "found", k.c.DegreeCap.String())
	}
	if p := k.c.Period; k.c.Signed.After(p.To) && !p.To.IsZero() {
		k.report("signed", "signed-late", "found", k.c.Signed.String(), "to", p.To.String())
	} else if k.c.Signed.After(p.From) && !p.From.IsZero() {
		k.warn("signed", "signed-begun", "found", k.c.Signed.String(), "from", p.From.String())
	}
	if k.c.Version == 0 {
		k.report("version", "not-positive", "found", "0")
	}
}

func (k *checker) period(path string, p calendar.Period) {
	if !p.From.IsZero() && !p.To.IsZero() && p.To.Before(p.From) {
		k.report(join(path, "to"), "period-backwards", "from", p.From.String(), "to", p.To.String())
	}
}

// within reports a date outside the span; a date that could not be read has
// been reported before.
func (k *checker) within(field string, d calendar.Date, p calendar.Period) {
	if d.IsZero() || p.From.IsZero() || p.To.Before(p.From) || p.Contains(d) {
		return
	}
	k.report(field, "outside-period", "found", d.String(), "from", p.From.String(), "to", p.To.String())
}

// eachGoal visits the goals with their field paths.
func (k *checker) eachGoal(visit func(path string, g *Goal)) {
	k.goalsUnder("", k.c.Blocks, visit)
}

func (k *checker) goalsUnder(path string, blocks []Block, visit func(path string, g *Goal)) {
	for i := range blocks {
		at := index(join(path, "blocks"), i)
		for j := range blocks[i].Goals {
			visit(index(join(at, "goals"), j), &blocks[i].Goals[j])
		}
		k.goalsUnder(at, blocks[i].Blocks, visit)
	}
}

// idShape is what goals, requirements, items and steps are called by facts and
// addresses; readings and rules may be called as the paper calls them.
var (
	idShape   = regexp.MustCompile(`^[a-z0-9][a-z0-9.-]*$`)
	nameShape = regexp.MustCompile(`^[A-Za-z0-9][A-Za-z0-9.-]*$`)
)

// names remembers where ids of one kind were first used.
type names struct {
	*checker
	shape *regexp.Regexp
	first map[string]int
}

func (k *checker) names(shape *regexp.Regexp) names {
	return names{k, shape, map[string]int{}}
}

func (n names) use(path, id string) {
	field := join(path, "id")
	switch line, used := n.first[id]; {
	case id == "":
	case !n.shape.MatchString(id):
		n.report(field, "id-shape", "found", id)
	case used:
		n.report(field, "id-twice", "id", id, "line", strconv.Itoa(line))
	default:
		n.first[id] = n.at(field).Line
	}
}

// ids checks that each id is well formed and used once within its kind.
func (k *checker) ids() {
	if c := k.c; c.ID != "" && !idShape.MatchString(c.ID) {
		k.report("id", "id-shape", "found", c.ID)
	}
	goals, requirements, items, steps := k.names(idShape), k.names(idShape), k.names(idShape), k.names(idShape)
	k.blockIDs("", k.c.Blocks, k.names(idShape))
	k.eachGoal(func(path string, g *Goal) {
		goals.use(path, g.ID)
		for i, r := range g.Requirements {
			at := index(join(path, "requirements"), i)
			requirements.use(at, r.ID)
			for j, item := range r.Items {
				at := index(join(at, "items"), j)
				items.use(at, item.ID)
				for s, step := range item.Steps {
					steps.use(index(join(at, "steps"), s), step.ID)
				}
			}
		}
	})
	deadlines, obligations := k.names(idShape), k.names(nameShape)
	for i, d := range k.c.Reporting.Deadlines {
		deadlines.use(index("reporting.deadlines", i), d.ID)
	}
	for i, o := range k.c.Obligations {
		obligations.use(index("obligations", i), o.ID)
	}
}

func (k *checker) blockIDs(path string, blocks []Block, seen names) {
	for i, b := range blocks {
		at := index(join(path, "blocks"), i)
		seen.use(at, b.ID)
		k.blockIDs(at, b.Blocks, seen)
	}
}

// readingIDs checks the readings' ids and returns them.
func (k *checker) readingIDs() []string {
	seen := k.names(nameShape)
	var ids []string
	for i, r := range k.c.Readings {
		seen.use(index("readings", i), r.ID)
		ids = append(ids, r.ID)
	}
	return ids
}

func (k *checker) readingsExist(path string, used, known []string) {
	for i, id := range used {
		if id != "" && !slices.Contains(known, id) {
			k.unknown(index(join(path, "readings"), i), "unknown-reading", id, known)
		}
	}
}

// unknown reports a name that nothing has, with the nearest that something has.
func (k *checker) unknown(field, code, name string, known []string) {
	near := nearest(name, known)
	if near == "" {
		k.report(field, code, "found", name)
		return
	}
	k.report(field, code+"-near", "found", name, "near", near)
}
