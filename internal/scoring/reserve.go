package scoring

import "opfyldt/internal/exact"

// part is a requirement's score as it counts in its goal: in its own place or, as a
// reserve, in that of a requirement whose indicator does not exist.
type part struct {
	*RequirementScore
	weight exact.Rat
}

// parts are the requirements that count, in the contract's order.
func (gp *goalPlan) parts(reqs []RequirementScore) []part {
	list := make([]part, 0, len(reqs))
	for i, rp := range gp.requirements {
		if gp.reserves[rp.requirement.ID] != "" {
			continue
		}
		p := part{RequirementScore: &reqs[gp.standing(i)]}
		if w := rp.requirement.Weight; w != nil {
			p.weight = w.Value
		}
		list = append(list, p)
	}
	return list
}

// standing is the place of the requirement that counts in the place of one: itself,
// while its indicator exists.
func (gp *goalPlan) standing(i int) int {
	for range gp.requirements {
		rp := gp.requirements[i]
		if !rp.isMissing() {
			break
		}
		next := gp.reserveOf(rp.requirement.Fallback)
		if next < 0 {
			break
		}
		i = next
	}
	return i
}

// reserveOf is the place of a reserve, -1 where there is none.
func (gp *goalPlan) reserveOf(id string) int {
	for i, rp := range gp.requirements {
		if rp.requirement.ID == id && gp.reserves[id] != "" {
			return i
		}
	}
	return -1
}

func (rp *requirementPlan) isMissing() bool {
	if rp.missing == nil {
		return false
	}
	word, _ := rp.missing.Value.(NoIndicator)
	return !word.Withdrawn
}

// beside marks the requirements that do not count.
func (gp *goalPlan) beside(reqs []RequirementScore, parts []part) {
	if len(gp.reserves) == 0 {
		return
	}
	counts := map[string]bool{}
	for _, p := range parts {
		counts[p.ID] = true
	}
	for i := range reqs {
		reqs[i].Beside = !counts[reqs[i].ID]
	}
}
