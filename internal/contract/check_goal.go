package contract

import (
	"strings"

	"opfyldt/internal/exact"
)

// goal checks a goal's own lines: scale, kept, lead, combination.
func (k *checker) goal(path string, g *Goal) {
	if g.Lead == "" {
		k.warn(join(path, "lead"), "nobody-leads", "goal", g.ID)
	}
	k.scale(join(path, "scale"), g.Scale)
	k.onScale(join(path, "kept"), g, g.Kept)
	at := join(path, "combine")
	if k.tainted(at) {
		return
	}
	switch {
	case g.Combine.By == AssessedAlone && len(g.Requirements) > 0:
		k.report(join(at, "by"), "assessed-has-requirements")
	case g.Combine.By != AssessedAlone && len(g.Requirements) == 0 && !k.tainted(join(path, "requirements")):
		k.report(join(path, "requirements"), "no-requirements", "goal", g.ID)
	}
	k.combineBands(at, g)
	k.requirementWeights(path, g)
}

func (k *checker) combineBands(at string, g *Goal) {
	bands := join(at, "bands")
	if g.Combine.By != ShareOf {
		if len(g.Combine.Bands) > 0 {
			k.report(bands, "not-in-rule", "rule", string(g.Combine.By))
		}
		return
	}
	if len(g.Combine.Bands) == 0 {
		k.report(bands, "bands-missing", "rule", string(ShareOf))
		return
	}
	k.countBands(bands, g, g.Combine.Bands, k.c.Counted(g), "requirements")
	k.onScale(join(at, "else"), g, g.Combine.Else)
}

// requirementWeights checks that requirements have weights under a weighted
// mean, summing to what is stated, and none elsewhere.
func (k *checker) requirementWeights(path string, g *Goal) {
	sum, whole := exact.Rat{}, true
	reserves := k.c.Reserves(g)
	for i, r := range g.Requirements {
		field := join(index(join(path, "requirements"), i), "weight")
		switch {
		case k.tainted(field):
			whole = false
		case g.Combine.By != WeightedMean && r.Weight != nil:
			k.report(field, "not-in-rule", "rule", string(g.Combine.By))
		case reserves[r.ID] != "":
			if r.Weight != nil {
				k.report(field, "reserve-weight", "other", reserves[r.ID])
			}
		case g.Combine.By == WeightedMean && r.Weight == nil:
			k.report(field, "requirement-weight-missing", "requirement", r.ID)
			whole = false
		case r.Weight != nil:
			sum = sum.Add(r.Weight.Value)
		}
	}
	if g.Combine.By == WeightedMean && whole && !sum.Equal(g.Combine.Sum) {
		k.report(join(path, "combine.sum"), "weights-sum", "found", sum.String(), "stated", g.Combine.Sum.String())
	}
}

// scale checks that the allowed degrees rise, lie under the contract's cap, and
// that verbal levels stand on them.
func (k *checker) scale(path string, s Scale) {
	if k.tainted(path) {
		return
	}
	for i, d := range s.Degrees {
		field := index(join(path, "degrees"), i)
		if i > 0 && !s.Degrees[i-1].Less(d) {
			k.report(field, "scale-order", "found", d.String(), "before", s.Degrees[i-1].String())
		}
		k.degreeInBounds(field, d)
	}
	if len(s.Degrees) == 0 {
		k.degreeInBounds(join(path, "min"), s.Min)
		k.degreeInBounds(join(path, "max"), s.Max)
		if !s.Min.Less(s.Max) {
			k.report(join(path, "max"), "scale-order", "found", s.Max.String(), "before", s.Min.String())
		}
	}
	ids := k.names(idShape)
	for i, level := range s.Levels {
		at := index(join(path, "levels"), i)
		ids.use(at, level.ID)
		if !s.allows(level.Degree) {
			k.report(join(at, "degree"), "off-scale", "found", level.Degree.String(), "scale", s.String())
		}
	}
}

func (k *checker) degreeInBounds(field string, d exact.Rat) {
	switch most := k.c.DegreeCap; {
	case d.Sign() < 0:
		k.report(field, "degree-negative", "found", d.String())
	case most != nil && most.Less(d):
		k.report(field, "above-cap", "found", d.String(), "cap", most.String())
	}
}

// onScale reports a degree that the goal may not take.
func (k *checker) onScale(field string, g *Goal, d exact.Rat) {
	if k.bad[field] || g.Scale.allows(d) {
		return
	}
	if most := k.c.DegreeCap; most != nil && most.Less(d) {
		k.report(field, "above-cap", "found", d.String(), "cap", most.String())
		return
	}
	k.report(field, "off-scale", "found", d.String(), "scale", g.Scale.String())
}

// allows reports whether a goal with the scale may take the degree. A scale
// that could not be read allows all.
func (s Scale) allows(d exact.Rat) bool {
	if len(s.Degrees) == 0 {
		return s.Min.Equal(s.Max) || !d.Less(s.Min) && !s.Max.Less(d)
	}
	for _, allowed := range s.Degrees {
		if allowed.Equal(d) {
			return true
		}
	}
	return false
}

// String writes the allowed degrees: "0, 50, 100" or "0 to 100".
func (s Scale) String() string {
	if len(s.Degrees) == 0 {
		return s.Min.String() + " to " + s.Max.String()
	}
	texts := make([]string, len(s.Degrees))
	for i, d := range s.Degrees {
		texts[i] = d.String()
	}
	return strings.Join(texts, ", ")
}
