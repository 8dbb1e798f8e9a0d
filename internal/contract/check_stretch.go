package contract

import (
	"slices"
	"strconv"

	"opfyldt/internal/exact"
)

func itoa(n int) string { return strconv.Itoa(n) }

// stretch is one interval of results, of a piece or of a table's row.
type stretch struct{ from, to *End }

func rowStretches(rows []TableRow) []stretch {
	var out []stretch
	for _, r := range rows {
		out = append(out, stretch{r.From, r.To})
	}
	return out
}

func useStretches(rows []UseRow) []stretch {
	var out []stretch
	for _, r := range rows {
		out = append(out, stretch{r.From, r.To})
	}
	return out
}

// stretches checks that intervals rise, leave no hole and share no bound. Holes
// are the question a person must answer, unless the numbers are whole: then 3
// follows 2.
func (k *checker) stretches(path string, all []stretch, whole bool) {
	for i, s := range all {
		at := index(path, i)
		if s.from != nil && s.to != nil && !s.holdsSomething() {
			k.report(at, "stretch-empty", "from", s.from.String(), "to", s.to.String())
			return
		}
		if i == 0 {
			continue
		}
		before := all[i-1].to
		switch {
		case before == nil || s.from == nil:
			k.report(join(at, "from"), "stretch-endless")
			return
		case whole && follows(before, s.from):
		default:
			k.meet(join(at, "from"), before, s.from)
		}
	}
}

func (s stretch) holdsSomething() bool {
	switch s.from.Value.Cmp(s.to.Value) {
	case -1:
		return true
	case 0:
		return s.from.Included && s.to.Included
	}
	return false
}

// follows reports whether from is the next whole number after to, both
// included.
func follows(to, from *End) bool {
	return to.Included && from.Included && from.Value.Sub(to.Value).Equal(exact.Int(1)) && to.Value.Denom() == "1"
}

// meet checks the bound between two neighbours: it belongs to one of them.
func (k *checker) meet(field string, before, from *End) {
	switch cmp := before.Value.Cmp(from.Value); {
	case cmp < 0:
		k.report(field, "stretch-hole", "from", before.Value.String(), "to", from.Value.String())
	case cmp > 0:
		k.report(field, "stretch-overlap", "from", from.Value.String(), "to", before.Value.String())
	case before.Included && from.Included:
		k.report(field, "bound-both", "value", from.Value.String())
	case !before.Included && !from.Included:
		k.report(field, "bound-neither", "value", from.Value.String())
	}
}

// String writes an end as the file does: "{in: 80}".
func (e End) String() string {
	if e.Included {
		return "{in: " + e.Value.String() + "}"
	}
	return "{out: " + e.Value.String() + "}"
}

// pieces checks a piecewise function.
func (k *checker) pieces(path string, g *Goal, d *DegreeRule, onScale func(string, exact.Rat)) {
	field := join(path, "pieces")
	var all []stretch
	for i, p := range d.Pieces {
		at := index(field, i)
		all = append(all, stretch{p.From, p.To})
		onScale(join(at, "degree"), p.Degree)
		if p.LineTo == nil {
			continue
		}
		onScale(join(at, "line-to"), *p.LineTo)
		if p.From == nil || p.To == nil {
			k.report(join(at, "line-to"), "line-needs-ends")
		}
		if len(g.Scale.Degrees) > 0 && g.Combine.By != WeightedMean {
			k.report(join(at, "line-to"), "line-off-scale", "scale", g.Scale.String())
		}
	}
	k.stretches(field, all, false)
}

// table checks a table of intervals, or of the scale's verbal levels.
func (k *checker) table(path string, g *Goal, r *Requirement, onScale func(string, exact.Rat)) {
	field := join(path, "table")
	for i, row := range r.Degree.Table {
		onScale(join(index(field, i), "degree"), row.Degree)
	}
	if r.Measure == Verbal {
		k.levelTable(field, g.Scale.Levels, r.Degree.Table)
		return
	}
	for i, row := range r.Degree.Table {
		if row.Level != "" {
			k.report(join(index(field, i), "level"), "level-unwanted")
			return
		}
	}
	k.stretches(field, rowStretches(r.Degree.Table), r.Measure == MonthlyCount || r.Measure == Number)
}

// levelTable checks that each of the scale's levels has one row.
func (k *checker) levelTable(path string, levels []Level, rows []TableRow) {
	var known []string
	for _, l := range levels {
		known = append(known, l.ID)
	}
	seen := map[string]bool{}
	for i, row := range rows {
		field := join(index(path, i), "level")
		switch {
		case row.Level == "":
			k.report(field, "level-needed")
		case !slices.Contains(known, row.Level):
			k.unknown(field, "unknown-level", row.Level, known)
		case seen[row.Level]:
			k.report(field, "level-twice", "level", row.Level)
		}
		seen[row.Level] = true
	}
	for _, id := range known {
		if !seen[id] && id != "" {
			k.report(path, "level-missing", "level", id)
		}
	}
}
