package comparison

import (
	"opfyldt/internal/calendar"
	"opfyldt/internal/contract"
	"opfyldt/internal/exact"
	"opfyldt/internal/scoring"
)

// Side is a contract with what was known of it.
type Side struct {
	Contract *contract.Contract
	Card     scoring.Scorecard
	Steps    []Step
	Targets  []Text // the requirements' targets in words, by requirement
}

// Step is where a step stands on one side.
type Step struct {
	ID       string
	Goal     string
	Name     string
	Status   scoring.StepStatus
	State    scoring.ItemState
	Due      calendar.Date
	Planned  calendar.Date
	Expected calendar.Date // the date now hoped for, the plan's where it was not moved
	Done     calendar.Date
	Owner    string
}

// Difference is what sets the right side apart from the left one.
type Difference struct {
	Goals  []GoalPair   // all of either side, in the right side's order
	Steps  []StepPair   // those that differ
	People []PersonPair // leads and owners that differ
	Texts  []TextPair   // those that differ
}

// GoalPair is a goal on both sides; one of them is nil where it has no such
// goal.
type GoalPair struct {
	ID          string
	Left, Right *GoalSide
	Changed     bool
}

// GoalSide is a goal as one side has it.
type GoalSide struct {
	Number, Title        string
	Weight               exact.Rat
	Degree, Contribution scoring.Range
}

// StepPair is a step that differs; one side is nil where it has no such step.
type StepPair struct {
	ID          string
	Left, Right *Step
}

// PersonPair is somebody who answers for a goal or a step, and is another on
// the other side.
type PersonPair struct {
	Goal, Step  string // Step is empty where it is the goal's lead
	Name        string // of the goal or the step
	Left, Right string
}

// Compare tells the right side from the left one.
func Compare(left, right Side) Difference {
	return Difference{
		Goals:  goals(left, right),
		Steps:  steps(left.Steps, right.Steps),
		People: people(left, right),
		Texts:  texts(append(Texts(left.Contract), left.Targets...), append(Texts(right.Contract), right.Targets...)),
	}
}

func goals(left, right Side) []GoalPair {
	before, after := goalSides(left), goalSides(right)
	list := []GoalPair{}
	for _, g := range union(left.Contract.Goals(), right.Contract.Goals(), func(g *contract.Goal) string { return g.ID }) {
		pair := GoalPair{ID: g.ID, Left: before[g.ID], Right: after[g.ID]}
		pair.Changed = pair.Left == nil || pair.Right == nil || !pair.Left.same(pair.Right)
		list = append(list, pair)
	}
	return list
}

func goalSides(s Side) map[string]*GoalSide {
	sides := map[string]*GoalSide{}
	for i, g := range s.Contract.Goals() {
		score := &s.Card.Goals[i]
		sides[g.ID] = &GoalSide{g.Number, g.Title, score.Weight, score.Degree, score.Contribution}
	}
	return sides
}

func (g *GoalSide) same(other *GoalSide) bool {
	return g.Weight.Equal(other.Weight) && sameRange(g.Degree, other.Degree) && sameRange(g.Contribution, other.Contribution)
}

func sameRange(a, b scoring.Range) bool {
	return a.Known == b.Known && a.Worst.Equal(b.Worst) && a.Best.Equal(b.Best)
}

// steps pairs the steps whose state or dates differ; an owner is told apart by
// itself.
func steps(left, right []Step) []StepPair {
	before, after := byID(left), byID(right)
	list := []StepPair{}
	for _, s := range union(left, right, func(s Step) string { return s.ID }) {
		l, r := before[s.ID], after[s.ID]
		if l != nil && r != nil && l.stands() == r.stands() {
			continue
		}
		list = append(list, StepPair{s.ID, l, r})
	}
	return list
}

// stands is the step without its name and owner.
func (s *Step) stands() Step {
	only := *s
	only.Name, only.Owner = "", ""
	return only
}

func byID(steps []Step) map[string]*Step {
	m := make(map[string]*Step, len(steps))
	for i := range steps {
		m[steps[i].ID] = &steps[i]
	}
	return m
}

func people(left, right Side) []PersonPair {
	list := []PersonPair{}
	for _, after := range right.Contract.Goals() {
		before := left.Contract.Goal(after.ID)
		if before != nil && who(before) != who(after) {
			list = append(list, PersonPair{Goal: after.ID, Name: after.Title, Left: who(before), Right: who(after)})
		}
	}
	before := byID(left.Steps)
	for i := range right.Steps {
		after := &right.Steps[i]
		if s := before[after.ID]; s != nil && s.Owner != after.Owner {
			list = append(list, PersonPair{after.Goal, after.ID, after.Name, s.Owner, after.Owner})
		}
	}
	return list
}

// who leads a goal, in words where the paper has them.
func who(g *contract.Goal) string {
	if g.LeadTitle != "" {
		return g.LeadTitle
	}
	return g.Lead
}

// union lists what either side has, in the right side's order; what only the
// left one has comes after what stood before it there.
func union[T any](left, right []T, id func(T) string) []T {
	there := map[string]bool{}
	for _, r := range right {
		there[id(r)] = true
	}
	after := map[string][]T{} // what is gone, by the id before it that stayed
	last := ""
	for _, l := range left {
		if there[id(l)] {
			last = id(l)
			continue
		}
		after[last] = append(after[last], l)
	}
	list := append([]T{}, after[""]...)
	for _, r := range right {
		list = append(append(list, r), after[id(r)]...)
	}
	return list
}
