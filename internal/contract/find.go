package contract

import (
	"time"

	"opfyldt/internal/calendar"
)

// Goals returns the goals in the paper's order, whatever blocks they stand in.
func (c *Contract) Goals() []*Goal { return goalsIn(c.Blocks) }

func goalsIn(blocks []Block) []*Goal {
	var goals []*Goal
	for i := range blocks {
		for j := range blocks[i].Goals {
			goals = append(goals, &blocks[i].Goals[j])
		}
		goals = append(goals, goalsIn(blocks[i].Blocks)...)
	}
	return goals
}

// Goal returns the goal with the id, nil where there is none.
func (c *Contract) Goal(id string) *Goal {
	for _, g := range c.Goals() {
		if g.ID == id {
			return g
		}
	}
	return nil
}

// Requirement returns the requirement with the id and its goal, nil where there
// is none.
func (c *Contract) Requirement(id string) (*Goal, *Requirement) {
	for _, g := range c.Goals() {
		for i := range g.Requirements {
			if g.Requirements[i].ID == id {
				return g, &g.Requirements[i]
			}
		}
	}
	return nil, nil
}

// Step returns the step with the id and what it stands under, nil where there
// is none.
func (c *Contract) Step(id string) (*Goal, *Requirement, *Item, *Step) {
	for _, g := range c.Goals() {
		for r := range g.Requirements {
			req := &g.Requirements[r]
			for i := range req.Items {
				for s := range req.Items[i].Steps {
					if req.Items[i].Steps[s].ID == id {
						return g, req, &req.Items[i], &req.Items[i].Steps[s]
					}
				}
			}
		}
	}
	return nil, nil, nil, nil
}

// Covers returns the days that the requirement's result speaks of.
func (r *Requirement) Covers(c *Contract) calendar.Period {
	if r.Window != nil {
		return *r.Window
	}
	return c.Period
}

// TargetFor returns the requirement's target for the year, the last one where it
// was revised within the year; nil where the file has none.
func (r *Requirement) TargetFor(year int) *Target {
	return r.TargetOn(year, calendar.NewDate(9999, time.December, 31))
}

// TargetOn returns the requirement's target for the year as it is in force on a
// day; nil where the file has none.
func (r *Requirement) TargetOn(year int, day calendar.Date) *Target {
	var found *Target
	for i := range r.Targets {
		t := &r.Targets[i]
		if t.Year == year && !t.From.After(day) && (found == nil || !t.From.Before(found.From)) {
			found = t
		}
	}
	return found
}

// Deciding returns the steps that decide whether the item is kept: those marked
// so, all where none is.
func (i *Item) Deciding() []*Step {
	var marked, all []*Step
	for s := range i.Steps {
		all = append(all, &i.Steps[s])
		if i.Steps[s].Decides {
			marked = append(marked, &i.Steps[s])
		}
	}
	if len(marked) > 0 {
		return marked
	}
	return all
}

// ReadingByID returns the reading with the id, nil where there is none.
func (c *Contract) ReadingByID(id string) *Reading {
	for i := range c.Readings {
		if c.Readings[i].ID == id {
			return &c.Readings[i]
		}
	}
	return nil
}

// Year returns the year whose targets bind: the one in which the period begins.
func (c *Contract) Year() int { return c.Period.From.Year() }

// PlannedDay returns the plan's date of the step, the agreed one where the plan
// names no earlier.
func (s *Step) PlannedDay() calendar.Date {
	if s.Planned.IsZero() {
		return s.Due
	}
	return s.Planned
}
