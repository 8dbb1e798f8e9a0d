package scoring

import (
	"opfyldt/internal/contract"
	"opfyldt/internal/exact"
)

// exactly is a figure that is decided.
func exactly(x exact.Rat) Range { return Range{Known: true, Worst: x, Best: x} }

// between is a figure that still lies between two bounds; it is decided where
// they meet.
func between(worst, best exact.Rat) Range {
	return Range{Known: worst.Equal(best), Worst: worst, Best: best}
}

// spread returns the least and the greatest of the degrees.
func spread(degrees []exact.Rat) Range {
	if len(degrees) == 0 {
		return between(exact.Rat{}, hundred)
	}
	least, greatest := degrees[0], degrees[0]
	for _, d := range degrees[1:] {
		least, greatest = exact.Min(least, d), exact.Max(greatest, d)
	}
	return between(least, greatest)
}

// reached answers whether the degree is at least the bound; nil while open.
func reached(degree Range, bound exact.Rat) *bool {
	yes := !degree.Worst.Less(bound)
	if yes || degree.Best.Less(bound) {
		return &yes
	}
	return nil
}

// bounds returns the least and the greatest degree that the scale allows: 0
// and 100 where the file says nothing else (rule S3).
func bounds(s *contract.Scale) (least, greatest exact.Rat) {
	if n := len(s.Degrees); n > 0 {
		r := spread(s.Degrees)
		return r.Worst, r.Best
	}
	if s.Max.Sign() <= 0 {
		return s.Min, hundred
	}
	return s.Min, s.Max
}

// onScale keeps a requirement's degree within its goal's scale and under the
// contract's cap.
func onScale(rp *requirementPlan, degree exact.Rat) exact.Rat {
	return exact.Max(rp.least, exact.Min(rp.greatest, degree))
}

// degreeOf applies the requirement's rule to a final figure.
func degreeOf(rp *requirementPlan, fig figure) exact.Rat {
	rule := &rp.requirement.Degree
	switch rule.By {
	case contract.ByPieces:
		if fig.value != nil {
			return onScale(rp, degreeByPieces(rule, *fig.value))
		}
	case contract.ByTable:
		return onScale(rp, degreeByTable(rule, fig))
	case contract.ByTarget:
		return onScale(rp, degreeByTarget(rp, fig))
	case contract.ByWay:
		if fig.value != nil {
			return onScale(rp, degreeByWay(rp, *fig.value))
		}
	}
	return onScale(rp, rule.Else)
}

func degreeByTarget(rp *requirementPlan, fig figure) exact.Rat {
	switch {
	case fig.level != "":
		return levelDegree(&rp.goal.Scale, fig.level)
	case fig.value == nil && fig.yes:
		return hundred
	case fig.value != nil && rp.target != nil && keeps(rp.target, *fig.value):
		return hundred
	}
	return exact.Rat{}
}

func levelDegree(s *contract.Scale, id string) exact.Rat {
	for _, l := range s.Levels {
		if l.ID == id {
			return l.Degree
		}
	}
	return exact.Rat{}
}

// within reports whether the value lies between the ends.
func within(from, to *contract.End, value exact.Rat) bool {
	if from != nil {
		if c := value.Cmp(from.Value); c < 0 || c == 0 && !from.Included {
			return false
		}
	}
	if to != nil {
		if c := value.Cmp(to.Value); c > 0 || c == 0 && !to.Included {
			return false
		}
	}
	return true
}

// pieceAt returns the piece that holds the value, nil in a hole.
func pieceAt(rule *contract.DegreeRule, value exact.Rat) *contract.Piece {
	for i := range rule.Pieces {
		if within(rule.Pieces[i].From, rule.Pieces[i].To, value) {
			return &rule.Pieces[i]
		}
	}
	return nil
}

func degreeByPieces(rule *contract.DegreeRule, value exact.Rat) exact.Rat {
	p := pieceAt(rule, value)
	switch {
	case p == nil:
		return rule.Else
	case !isLine(p):
		return p.Degree
	}
	way := value.Sub(p.From.Value).Quo(p.To.Value.Sub(p.From.Value))
	return p.Degree.Add(p.LineTo.Sub(p.Degree).Mul(way))
}

// isLine reports whether the piece has the two different ends that a line
// needs.
func isLine(p *contract.Piece) bool {
	return p.LineTo != nil && p.From != nil && p.To != nil && !p.From.Value.Equal(p.To.Value)
}

// rowFor returns the table's row for the figure, nil where none fits.
func rowFor(rows []contract.TableRow, fig figure) *contract.TableRow {
	for i := range rows {
		r := &rows[i]
		if r.Level != "" && r.Level == fig.level ||
			r.Level == "" && fig.value != nil && within(r.From, r.To, *fig.value) {
			return r
		}
	}
	return nil
}

func degreeByTable(rule *contract.DegreeRule, fig figure) exact.Rat {
	if row := rowFor(rule.Table, fig); row != nil {
		return row.Degree
	}
	return rule.Else
}
