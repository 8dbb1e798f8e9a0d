package contract

import (
	"slices"

	"opfyldt/internal/exact"
)

// degree checks a requirement's rule from its result to its degree.
func (k *checker) degree(path string, g *Goal, r *Requirement) {
	d := &r.Degree
	if d.By == "" || k.tainted(path) || r.Measure == "" {
		return
	}
	if !k.ruleFits(path, r) {
		return
	}
	k.onlyOwnLists(path, d)
	onScale := func(field string, degree exact.Rat) {
		if g.Combine.By == WeightedMean { // a part of a mean need not stand on the goal's own scale
			k.degreeInBounds(field, degree)
			return
		}
		k.onScale(field, g, degree)
	}
	switch d.By {
	case ByTarget:
		for _, degree := range hundredAndZero() {
			onScale(join(path, "by"), degree)
		}
	case ByItems:
		k.countBands(join(path, "items"), g, d.Items, len(r.Items), "items")
	case BySteps:
		k.stepBands(path, r, onScale)
	case ByShares:
		k.stepShares(path, r)
	case ByPieces:
		k.pieces(path, g, d, onScale)
	case ByTable:
		k.table(path, g, r, onScale)
	case ByWay:
		k.way(path, g, r)
	}
	if _, there := k.places[join(path, "else")]; there {
		onScale(join(path, "else"), d.Else)
	}
}

// ruleFits checks that the rule can be held against the measure's results.
func (k *checker) ruleFits(path string, r *Requirement) bool {
	ofSteps := r.Degree.By == ByItems || r.Degree.By == BySteps || r.Degree.By == ByShares
	wordy := r.Measure == YesNo || r.Measure == Verbal
	fits := r.Degree.By == ByAssessor || ofSteps == (r.Measure == Milestones)
	if (r.Degree.By == ByPieces || r.Degree.By == ByWay) && wordy || r.Degree.By == ByTarget && r.Measure == Verbal {
		fits = false
	}
	if !fits {
		k.report(join(path, "by"), "rule-not-for", "rule", string(r.Degree.By), "measure", string(r.Measure))
	}
	return fits
}

// onlyOwnLists refuses the lists of other rules and asks for the rule's own.
func (k *checker) onlyOwnLists(path string, d *DegreeRule) {
	lists := []struct {
		key   string
		owner DegreeBy
		n     int
	}{
		{"items", ByItems, len(d.Items)}, {"steps", BySteps, len(d.Steps)},
		{"pieces", ByPieces, len(d.Pieces)}, {"table", ByTable, len(d.Table)},
	}
	for _, l := range lists {
		field := join(path, l.key)
		switch {
		case l.owner == d.By && l.n == 0:
			k.report(field, "bands-missing", "rule", string(d.By))
		case l.owner != d.By && l.n > 0:
			k.report(field, "not-in-rule", "rule", string(d.By))
		}
	}
	for key, there := range map[string]bool{"from": d.From != nil, "least": d.Least != nil} {
		if there && d.By != ByWay {
			k.report(join(path, key), "not-in-rule", "rule", string(d.By))
		}
	}
}

// stepBands checks that named steps exist in the requirement and that each band
// can be reached.
func (k *checker) stepBands(path string, r *Requirement, onScale func(string, exact.Rat)) {
	var known []string
	for _, item := range r.Items {
		for _, s := range item.Steps {
			known = append(known, s.ID)
		}
	}
	bands := r.Degree.Steps
	for i, b := range bands {
		at := index(join(path, "steps"), i)
		onScale(join(at, "degree"), b.Degree)
		for key, ids := range map[string][]string{"kept": b.Kept, "done": b.Done} {
			for j, id := range ids {
				if id != "" && !slices.Contains(known, id) {
					k.unknown(index(join(at, key), j), "unknown-step", id, known)
				}
			}
		}
		if len(b.Kept)+len(b.Done) == 0 {
			k.report(at, "band-names-no-step")
		}
		k.bandReachable(join(path, "steps"), bands, i)
	}
}

// bandReachable reports a band that stands after one that always comes first.
func (k *checker) bandReachable(path string, bands []StepBand, i int) {
	at := index(path, i)
	for j := range i {
		switch {
		case !bands[i].Degree.Less(bands[j].Degree):
			k.report(join(at, "degree"), "bands-order", "found", bands[i].Degree.String(), "before", bands[j].Degree.String())
			return
		case includes(bands[i], bands[j]):
			k.report(at, "band-unreachable", "degree", bands[j].Degree.String())
			return
		}
	}
}

// includes reports whether whatever reaches band a reaches band b too.
func includes(a, b StepBand) bool {
	for _, id := range b.Kept {
		if !slices.Contains(a.Kept, id) {
			return false
		}
	}
	for _, id := range b.Done {
		if !slices.Contains(a.Done, id) && !slices.Contains(a.Kept, id) {
			return false
		}
	}
	return true
}

// stepShares checks that the steps' shares make a hundred percent.
func (k *checker) stepShares(path string, r *Requirement) {
	sum := exact.Rat{}
	for _, item := range r.Items {
		for _, s := range item.Steps {
			if s.Share != nil {
				sum = sum.Add(*s.Share)
			}
		}
	}
	if !sum.Equal(exact.Int(100)) {
		k.report(join(path, "by"), "weights-sum", "found", sum.String(), "stated", "100")
	}
}

// countBands checks bands on a number of kept things: highest degree first, each
// needing fewer than the one before it, none more than there are.
func (k *checker) countBands(path string, g *Goal, bands []CountBand, n int, things string) {
	if k.tainted(path) {
		return
	}
	for i, b := range bands {
		at := index(path, i)
		k.onScale(join(at, "degree"), g, b.Degree)
		least := b.Least(n)
		switch {
		case b.Share != nil && (b.Share.Sign() <= 0 || exact.Int(1).Less(*b.Share)):
			k.report(join(at, "share"), "share-range", "found", b.Share.String())
		case least < 1 && (n > 0 || !b.All && b.Share == nil):
			k.report(at, "band-needs-nothing")
		case n > 0 && least > n:
			k.report(join(at, "count"), "band-too-many", "found", itoa(least), "n", itoa(n), "things", things)
		case i > 0 && !b.Degree.Less(bands[i-1].Degree):
			k.report(join(at, "degree"), "bands-order", "found", b.Degree.String(), "before", bands[i-1].Degree.String())
		case i > 0 && n > 0 && least >= bands[i-1].Least(n):
			k.report(at, "band-unreachable", "degree", bands[i-1].Degree.String())
		}
	}
}
