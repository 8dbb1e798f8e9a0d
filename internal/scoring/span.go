package scoring

import (
	"opfyldt/internal/contract"
	"opfyldt/internal/exact"
)

// span returns the least and the greatest degree that the requirement's rule
// can give: what is reachable while there is no final result.
func span(rp *requirementPlan) Range {
	rule := &rp.requirement.Degree
	var degrees []exact.Rat
	switch rule.By {
	case contract.ByTarget:
		degrees = targetDegrees(rp)
	case contract.ByItems:
		for _, b := range rule.Items {
			degrees = append(degrees, b.Degree)
		}
		degrees = append(degrees, rule.Else)
	case contract.BySteps:
		for _, b := range rule.Steps {
			degrees = append(degrees, b.Degree)
		}
		degrees = append(degrees, rule.Else)
	case contract.ByPieces:
		degrees = pieceDegrees(rule)
	case contract.ByTable:
		degrees = tableDegrees(rule)
	case contract.ByWay:
		degrees = []exact.Rat{{}, rp.greatest}
	case contract.ByAssessor:
		degrees = []exact.Rat{rp.least, rp.greatest}
	case contract.ByShares:
		degrees = []exact.Rat{{}, shareSum(rp)}
	}
	r := spread(degrees)
	return between(onScale(rp, r.Worst), onScale(rp, r.Best))
}

func targetDegrees(rp *requirementPlan) []exact.Rat {
	if rp.requirement.Measure != contract.Verbal {
		return []exact.Rat{{}, hundred}
	}
	degrees := []exact.Rat{}
	for _, l := range rp.goal.Scale.Levels {
		degrees = append(degrees, l.Degree)
	}
	return degrees
}

func pieceDegrees(rule *contract.DegreeRule) []exact.Rat {
	var degrees []exact.Rat
	for i := range rule.Pieces {
		p := &rule.Pieces[i]
		degrees = append(degrees, p.Degree)
		if isLine(p) {
			degrees = append(degrees, *p.LineTo)
		}
	}
	if n := len(rule.Pieces); n == 0 || rule.Pieces[0].From != nil || rule.Pieces[n-1].To != nil {
		degrees = append(degrees, rule.Else)
	}
	return degrees
}

func tableDegrees(rule *contract.DegreeRule) []exact.Rat {
	var degrees []exact.Rat
	endless := [2]bool{}
	for _, row := range rule.Table {
		degrees = append(degrees, row.Degree)
		endless[0] = endless[0] || row.Level == "" && row.From == nil
		endless[1] = endless[1] || row.Level == "" && row.To == nil
	}
	if !endless[0] || !endless[1] {
		degrees = append(degrees, rule.Else)
	}
	return degrees
}
