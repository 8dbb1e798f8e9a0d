package access

import (
	"slices"
	"strings"
)

// hasGoal reports whether the list names the goal of the contract: alone, with
// its contract before it, or by a star.
func hasGoal(list []string, contractID, goal string) bool {
	return slices.Contains(list, Everything) ||
		slices.Contains(list, goal) && goal != Everything ||
		slices.Contains(list, contractID+":"+Everything) ||
		slices.Contains(list, contractID+":"+goal)
}

func (p Person) tokenHas(contractID, goal string) bool {
	return p.Token == nil || hasGoal(p.Token.Goals, contractID, goal)
}

// hasSomeGoal reports whether the person owns a goal in the contract (in any,
// where none is named) that their token, if any, reaches too.
func (p Person) hasSomeGoal(contractID string) bool {
	if p.Token == nil {
		return len(goalsIn(p.Goals, contractID)) > 0
	}
	return len(commonGoals(goalsIn(p.Goals, contractID), goalsIn(p.Token.Goals, contractID))) > 0
}

// GoalsIn lists the person's own goals in the contract, without its id: "*"
// stands for all. A token narrows them.
func (p Person) GoalsIn(contractID string) []string {
	own := goalsIn(p.Goals, contractID)
	if p.Token == nil {
		return own
	}
	return commonGoals(own, goalsIn(p.Token.Goals, contractID))
}

func goalsIn(list []string, contractID string) []string {
	var goals []string
	for _, entry := range list {
		in, goal, scoped := strings.Cut(entry, ":")
		switch {
		case !scoped:
			goals = append(goals, entry)
		case contractID == "" || in == contractID:
			goals = append(goals, goal)
		}
	}
	return goals
}

func commonGoals(a, b []string) []string {
	switch {
	case slices.Contains(a, Everything):
		return b
	case slices.Contains(b, Everything):
		return a
	}
	var common []string
	for _, goal := range a {
		if slices.Contains(b, goal) {
			common = append(common, goal)
		}
	}
	return common
}
