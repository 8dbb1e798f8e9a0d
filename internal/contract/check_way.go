package contract

import "strings"

// way checks the rule that gives what share of the way to the target was come.
func (k *checker) way(path string, g *Goal, r *Requirement) {
	by := join(path, "by")
	if len(g.Scale.Degrees) > 0 && g.Combine.By != WeightedMean {
		k.report(by, "line-off-scale", "scale", g.Scale.String())
	}
	if d := r.Degree.Least; d != nil {
		k.degreeInBounds(join(path, "least"), *d)
	}
	t := r.TargetFor(k.c.Year())
	switch {
	case k.tainted(strings.TrimSuffix(path, "degree") + "targets"):
	case t == nil:
		if len(r.Targets) == 0 { // else the check of the targets asks
			k.report(by, "way-needs-target")
		}
	case t.Bound == Between:
		k.report(by, "way-between")
	case t.Benchmark != "" || t.Bound == Done: // not known yet, or no figure
	default:
		k.wayLength(path, r, t)
	}
}

// wayLength asks where the way leads nowhere or the wrong way. Without a place to
// begin at, a target of nought is a ratio to nothing.
func (k *checker) wayLength(path string, r *Requirement, t *Target) {
	from := r.Degree.Start(t)
	field := join(path, "from")
	switch cmp := from.Cmp(t.Value); {
	case cmp == 0 && r.Degree.From == nil && t.Baseline == nil:
		k.warn(join(path, "by"), "way-to-nought")
	case cmp == 0:
		k.report(field, "way-nowhere", "from", from.String())
	case (cmp > 0) != (t.Bound == AtMost):
		k.report(field, "way-wrong", "from", from.String(), "target", t.Value.String(), "bound", string(t.Bound))
	}
}
