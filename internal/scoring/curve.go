package scoring

import (
	"slices"
	"time"

	"opfyldt/internal/contract"
	"opfyldt/internal/exact"
)

// Curve is a requirement's degree over its result: stretches that are straight,
// and the places where one ends and the next begins, each with the degree that
// the result itself gets there.
type Curve struct {
	Stretches []Stretch
	Points    []CurvePoint
	Now       *CurvePoint // the result that there is, and what the rule makes of it
}

// CurvePoint is a result with its degree.
type CurvePoint struct{ Result, Degree exact.Rat }

// Stretch is a straight piece of the curve. Its degrees are those right beside
// its ends, whether the ends belong to it or not.
type Stretch struct {
	From, To   exact.Rat
	Start, End exact.Rat
}

// CurveOf reckons the curve by the rule that scores results, with the facts that
// were known at asOf; nil where the rule is none from a figure to a degree, or waits for an
// outside figure.
func CurveOf(c *contract.Contract, facts []Fact, asOf time.Time, requirement string, now *exact.Rat) *Curve {
	p := newPlan(c)
	p.newest.readUntil(facts, p.limit(asOf))
	rp := p.newest.results[requirement]
	if rp == nil || !figured(rp) {
		return nil
	}
	breaks := breaksOf(rp)
	if len(breaks) == 0 {
		return nil
	}
	curve := &Curve{}
	for _, b := range breaks {
		curve.Points = append(curve.Points, CurvePoint{b, rp.degreeAt(b)})
	}
	if now != nil {
		curve.Now = &CurvePoint{*now, rp.degreeAt(*now)}
	}
	low, high := edges(breaks, now)
	if m := rp.requirement.Measure; m == contract.Timeliness || m == contract.Survey {
		high = exact.Min(high, hundred) // a share of all
	}
	ends := append(append([]exact.Rat{low}, breaks...), high)
	for i := 0; i+1 < len(ends); i++ {
		if ends[i].Less(ends[i+1]) {
			curve.Stretches = append(curve.Stretches, rp.stretch(ends[i], ends[i+1]))
		}
	}
	return curve
}

// figured reports whether a figure alone makes the degree.
func figured(rp *requirementPlan) bool {
	m := rp.requirement.Measure
	if m == contract.Milestones || m == contract.MonthlyCount || m == contract.YesNo || m == contract.Verbal {
		return false
	}
	switch rp.requirement.Degree.By {
	case contract.ByPieces, contract.ByTable:
		return true
	case contract.ByTarget, contract.ByWay:
		return rp.target != nil && rp.target.Bound != contract.Done
	}
	return false
}

func (rp *requirementPlan) degreeAt(x exact.Rat) exact.Rat {
	return degreeOf(rp, figure{value: &x, final: true})
}

// stretch draws the line through two results between the ends.
func (rp *requirementPlan) stretch(from, to exact.Rat) Stretch {
	third := to.Sub(from).Quo(exact.Int(3))
	a, b := rp.degreeAt(from.Add(third)), rp.degreeAt(to.Sub(third))
	rise := b.Sub(a)
	return Stretch{From: from, To: to, Start: a.Sub(rise), End: b.Add(rise)}
}

// breaksOf lists the results at which the degree may jump or turn, rising.
func breaksOf(rp *requirementPlan) []exact.Rat {
	rule := &rp.requirement.Degree
	var all []exact.Rat
	add := func(e *contract.End) {
		if e != nil {
			all = append(all, e.Value)
		}
	}
	switch rule.By {
	case contract.ByPieces:
		for i := range rule.Pieces {
			add(rule.Pieces[i].From)
			add(rule.Pieces[i].To)
			all = append(all, turns(rp, &rule.Pieces[i])...)
		}
	case contract.ByTable:
		for i := range rule.Table {
			add(rule.Table[i].From)
			add(rule.Table[i].To)
		}
	case contract.ByTarget:
		all = append(all, rp.target.Value)
		if rp.target.Bound == contract.Between && rp.target.Upper != nil {
			all = append(all, *rp.target.Upper)
		}
	case contract.ByWay:
		all = wayTurns(rp)
	}
	slices.SortFunc(all, exact.Rat.Cmp)
	return slices.CompactFunc(all, exact.Rat.Equal)
}

// turns are where a line meets the least or the greatest degree of the scale.
func turns(rp *requirementPlan, p *contract.Piece) []exact.Rat {
	if !isLine(p) || p.LineTo.Equal(p.Degree) {
		return nil
	}
	var all []exact.Rat
	for _, bound := range []exact.Rat{rp.least, rp.greatest} {
		x := p.From.Value.Add(bound.Sub(p.Degree).Mul(p.To.Value.Sub(p.From.Value)).Quo(p.LineTo.Sub(p.Degree)))
		if p.From.Value.Less(x) && x.Less(p.To.Value) {
			all = append(all, x)
		}
	}
	return all
}

// wayTurns are where the way begins, where it counts from, and where it meets the
// least and the greatest degree of the scale.
func wayTurns(rp *requirementPlan) []exact.Rat {
	rule, t := &rp.requirement.Degree, rp.target
	start := rule.Start(t)
	length := t.Value.Sub(start)
	if length.IsZero() {
		return []exact.Rat{t.Value}
	}
	all := []exact.Rat{start, t.Value}
	at := func(way exact.Rat) { all = append(all, start.Add(length.Mul(way).Quo(hundred))) }
	at(rp.greatest)
	if rp.least.Sign() > 0 {
		at(rp.least)
	}
	if rule.Least != nil {
		at(*rule.Least)
	}
	return all
}

// edges are the results between which the curve is drawn: a quarter beyond the
// outermost, but not below nought where nothing else is.
func edges(breaks []exact.Rat, now *exact.Rat) (low, high exact.Rat) {
	low, high = breaks[0], breaks[len(breaks)-1]
	if now != nil {
		low, high = exact.Min(low, *now), exact.Max(high, *now)
	}
	room := high.Sub(low)
	if room.IsZero() {
		room = high.Abs()
	}
	if room.IsZero() {
		room = exact.Int(1)
	}
	room = room.Quo(exact.Int(4))
	below := low.Sub(room)
	if low.Sign() >= 0 {
		below = exact.Max(below, exact.Rat{})
	}
	return below, high.Add(room)
}
