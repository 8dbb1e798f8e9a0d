package agreement

import (
	"opfyldt/internal/calendar"
	"opfyldt/internal/contract"
	"opfyldt/internal/exact"
)

// Outline is what the form for common changes can change in a draft.
type Outline struct {
	Year      int               `json:"year" doc:"The contract's own."`
	Unit      string            `json:"unit" doc:"Of the weights."`
	Sum       exact.Rat         `json:"sum" doc:"What the weights sum to; 0 where there are none."`
	Flat      bool              `json:"flat" doc:"All goals' weights stand on one level, so that they sum to the stated sum."`
	Goals     []OutlineGoal     `json:"goals" nullable:"false"`
	Steps     []OutlineStep     `json:"steps" nullable:"false"`
	Targets   []OutlineTarget   `json:"targets" nullable:"false"`
	Deadlines []OutlineDeadline `json:"deadlines" nullable:"false"`
}

// OutlineGoal is a goal with its weight.
type OutlineGoal struct {
	ID          string    `json:"id"`
	Number      string    `json:"number"`
	Title       string    `json:"title"`
	Weight      exact.Rat `json:"weight"`
	Printed     string    `json:"printed"`
	Addition    bool      `json:"addition" doc:"Counts on top of the sum."`
	Replaceable bool      `json:"replaceable" doc:"The contract says that another goal may take its place (rule F4)."`
}

// OutlineStep is a step with its dates.
type OutlineStep struct {
	ID      string        `json:"id"`
	Number  string        `json:"number" doc:"Of its goal."`
	Title   string        `json:"title" doc:"With its item's."`
	Due     calendar.Date `json:"due"`
	Planned calendar.Date `json:"planned" doc:"Empty where the plan names no other day."`
}

// OutlineTarget is a target that is a figure.
type OutlineTarget struct {
	Requirement string    `json:"requirement"`
	Number      string    `json:"number" doc:"Of its goal."`
	Title       string    `json:"title"`
	Year        int       `json:"year"`
	Words       string    `json:"words"`
	Value       exact.Rat `json:"value"`
}

// OutlineDeadline is a report with the day on which it is due.
type OutlineDeadline struct {
	ID    string        `json:"id"`
	Title string        `json:"title"`
	Due   calendar.Date `json:"due"`
}

// outline lists what the form can change.
func (w writer) outline() *Outline {
	o := &Outline{
		Year: w.c.Year(), Unit: w.c.Weights.Unit, Sum: w.c.Weights.Sum, Flat: flat(w.c.Blocks),
		Goals: []OutlineGoal{}, Steps: []OutlineStep{}, Targets: []OutlineTarget{}, Deadlines: []OutlineDeadline{},
	}
	for _, g := range w.c.Goals() {
		goal := OutlineGoal{ID: g.ID, Number: g.Number, Title: g.Title, Weight: g.Weight.Value, Printed: g.Weight.Printed, Addition: g.Addition}
		for i := range g.Requirements {
			r := &g.Requirements[i]
			goal.Replaceable = goal.Replaceable || r.Spending != nil && r.Spending.Replaceable
			w.outlineTargets(o, g, r)
			w.outlineSteps(o, g, r)
		}
		o.Goals = append(o.Goals, goal)
	}
	for _, d := range w.c.Reporting.Deadlines {
		if !d.Due.IsZero() {
			o.Deadlines = append(o.Deadlines, OutlineDeadline{d.ID, d.Title, d.Due})
		}
	}
	return o
}

// flat reports whether no block has a weight of its own.
func flat(blocks []contract.Block) bool {
	for _, b := range blocks {
		if b.Weight != nil || !flat(b.Blocks) {
			return false
		}
	}
	return true
}

func (w writer) outlineTargets(o *Outline, g *contract.Goal, r *contract.Requirement) {
	for i := range r.Targets {
		t := &r.Targets[i]
		if t.Bound == contract.Done || t.Benchmark != "" || t.Baseline != nil {
			continue
		}
		o.Targets = append(o.Targets, OutlineTarget{r.ID, g.Number, r.Title, t.Year, w.target(r, t).Words, t.Value})
	}
}

func (w writer) outlineSteps(o *Outline, g *contract.Goal, r *contract.Requirement) {
	for _, i := range r.Items {
		for _, s := range i.Steps {
			if s.Due.IsZero() {
				continue
			}
			title := s.Title
			if i.Title != "" && i.Title != s.Title {
				title = i.Title + ": " + s.Title
			}
			o.Steps = append(o.Steps, OutlineStep{s.ID, g.Number, title, s.Due, s.Planned})
		}
	}
}
