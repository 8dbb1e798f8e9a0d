package contract

import "opfyldt/internal/exact"

func readBlock(o *object) Block {
	b := Block{
		ID:     o.text("id", required),
		Title:  o.text("title", required),
		Text:   o.text("text", optional),
		Weight: readWeight(o, "weight"),
	}
	o.children("blocks", optional, func(o *object) { b.Blocks = append(b.Blocks, readBlock(o)) })
	o.children("goals", optional, func(o *object) { b.Goals = append(b.Goals, readGoal(o)) })
	if !o.has("blocks") && !o.has("goals") {
		o.add(o.log.at(o.Path), o.Path, "empty-block")
	}
	return b
}

func readWeight(o *object, key string) *Weight {
	var w *Weight
	o.child(key, optional, func(o *object) {
		w = &Weight{Value: o.sure("value"), Printed: o.text("printed", required)}
	})
	return w
}

func readGoal(o *object) Goal {
	g := Goal{
		ID:        o.text("id", required),
		Number:    o.text("number", required),
		Title:     o.text("title", required),
		Short:     o.text("short", optional),
		Text:      o.text("text", optional),
		Addition:  o.flag("addition"),
		Kept:      o.sure("kept"),
		Lead:      o.text("lead", optional),
		LeadTitle: o.text("lead-title", optional),
		Readings:  o.texts("readings", optional),
	}
	if w := readWeight(o, "weight"); w != nil {
		g.Weight = *w
	}
	o.child("scale", required, func(o *object) { g.Scale = readScale(o) })
	g.Source = readSource(o)
	o.child("combine", required, func(o *object) { g.Combine = readCombine(o) })
	o.children("requirements", optional, func(o *object) { g.Requirements = append(g.Requirements, readRequirement(o)) })
	return g
}

func readScale(o *object) Scale {
	s := Scale{Degrees: o.numbers("degrees", optional)}
	least, most := o.maybe("min"), o.maybe("max")
	switch {
	case len(s.Degrees) > 0 && (least != nil || most != nil):
		o.add(o.At, o.Path, "scale-both")
	case len(s.Degrees) > 0:
		s.Min, s.Max = s.Degrees[0], s.Degrees[len(s.Degrees)-1]
	case least != nil && most != nil:
		s.Min, s.Max = *least, *most
	case o.IsMapping && !o.tainted(o.Path):
		o.add(o.At, o.Path, "scale-neither")
	}
	o.children("levels", optional, func(o *object) {
		s.Levels = append(s.Levels, Level{ID: o.text("id", required), Title: o.text("title", required), Degree: o.sure("degree")})
	})
	return s
}

func readSource(o *object) Source {
	var s Source
	o.child("source", optional, func(o *object) {
		s = Source{Section: o.text("section", optional), Page: o.text("page", optional), Table: o.text("table", optional)}
	})
	return s
}

func readCombine(o *object) Combine {
	c := Combine{
		By:    word(o, "by", required, AllOf, WeightedMean, ShareOf, AssessedAlone),
		Bands: readCountBands(o, "bands"),
	}
	c.Sum = belongsTo(o, "sum", c.By, WeightedMean)
	c.Else = belongsTo(o, "else", c.By, ShareOf)
	return c
}

// belongsTo reads a number that one of the rules needs and no other may have.
func belongsTo[T ~string](o *object, key string, by T, owners ...T) exact.Rat {
	for _, owner := range owners {
		if by == owner {
			return o.sure(key)
		}
	}
	if n := o.get(key, optional); n != nil && by != "" {
		o.wrong(key, n, "not-in-rule", "rule", string(by))
	}
	return exact.Rat{}
}

func readCountBands(o *object, key string) []CountBand {
	var bands []CountBand
	o.children(key, optional, func(o *object) {
		b := CountBand{All: o.flag("all"), Share: o.maybe("share"), Count: o.whole("count", optional), Degree: o.sure("degree")}
		said := 0
		for _, key := range []string{"all", "share", "count"} {
			if o.has(key) {
				said++
			}
		}
		if said != 1 {
			o.add(o.log.at(o.Path), o.Path, "band-needs-one")
		}
		bands = append(bands, b)
	})
	return bands
}
