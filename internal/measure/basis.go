package measure

import (
	"opfyldt/internal/contract"
	"opfyldt/internal/fault"
	"opfyldt/internal/record"
	"opfyldt/internal/scoring"
)

// beside names the figures that a measure takes too: what its result rests on.
func beside(m contract.Measure) []string {
	switch m {
	case contract.Survey:
		return []string{"asked"}
	case contract.Number:
		return []string{"restsOn", "of"}
	}
	return nil
}

// Basis names the figures to ask for beside the result, where the contract says what it
// must rest on: how many, and of how many where a share of them is wanted.
func Basis(r *contract.Requirement) []string {
	names := []string{}
	if r.Coverage == nil {
		return names
	}
	for _, name := range beside(r.Measure) {
		if name == "restsOn" || r.Coverage.Share != nil {
			names = append(names, name)
		}
	}
	return names
}

// checkBasis holds what a figure rests on against its whole.
func (f *Figures) checkBasis(c *record.Checks) {
	for _, said := range []struct {
		name string
		n    *int64
	}{{"asked", f.Asked}, {"restsOn", f.RestsOn}, {"of", f.Of}} {
		if said.n != nil {
			checkBetween(c, said.name, *said.n, 1, mostCases)
		}
	}
	if b := f.basis(); b.Whole > 0 && b.Count > b.Whole {
		name := "restsOn"
		if f.Asked != nil {
			name = "answered"
		}
		c.Add("figures."+name, "measure.part_above_whole", fault.Params{"part": b.Count, "whole": b.Whole})
	}
}

// basis is what the figure rests on, as scoring has it.
func (f *Figures) basis() scoring.Basis {
	var b scoring.Basis
	for _, said := range []struct{ from, to *int64 }{
		{f.RestsOn, &b.Count}, {f.Answered, &b.Count}, {f.Of, &b.Whole}, {f.Asked, &b.Whole},
	} {
		if said.from != nil {
			*said.to = *said.from
		}
	}
	return b
}
