package cases

import (
	"maps"
	"slices"
	"strings"
)

// groups counts cases by a name.
type groups map[string]*CaseGroup

func (g groups) of(name string) *CaseGroup {
	if g[name] == nil {
		g[name] = &CaseGroup{Name: name, Data: Whole}
	}
	return g[name]
}

// sorted lists the groups that hold any, the largest first.
func (g groups) sorted(limited bool) []CaseGroup {
	list := []CaseGroup{}
	for _, group := range g {
		if group.Concluded != 0 {
			group.finish(limited)
			list = append(list, *group)
		}
	}
	slices.SortFunc(list, func(a, b CaseGroup) int {
		if a.Concluded != b.Concluded {
			return int(b.Concluded - a.Concluded)
		}
		return strings.Compare(a.Name, b.Name)
	})
	return list
}

func sortedDurations(byDays map[int]*CaseDuration) []CaseDuration {
	list := []CaseDuration{}
	for _, days := range slices.Sorted(maps.Keys(byDays)) {
		if byDays[days].Cases != 0 {
			list = append(list, *byDays[days])
		}
	}
	return list
}

func sortedKeys[V any](m map[string]V) []string { return slices.Sorted(maps.Keys(m)) }
