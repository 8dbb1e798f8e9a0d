package scorecard

import (
	"slices"

	"opfyldt/internal/calendar"
	"opfyldt/internal/exact"
	"opfyldt/internal/scoring"
)

// SafeDayList is the last safe day of every open step, the nearest first; those
// without one last.
type SafeDayList struct {
	AsOf AsOf      `json:"asOf"`
	Head Head      `json:"head"`
	Days []SafeDay `json:"days" nullable:"false"`
}

// SafeDay is until when an open step can be done without loss.
type SafeDay struct {
	Step         string        `json:"step"`
	Title        string        `json:"title"`
	Name         string        `json:"name" doc:"The step with its item's title before it."`
	Goal         string        `json:"goal"`
	Number       string        `json:"number" doc:"The goal's."`
	Day          calendar.Date `json:"day" doc:"The last safe one; empty where no date of this step alone costs anything."`
	Pace         calendar.Date `json:"pace" doc:"The same if the plan's own distances to the steps that wait for it are kept."`
	Expected     calendar.Date `json:"expected" doc:"When it is now expected."`
	Through      string        `json:"through" doc:"The step that waits for it and gives it its day; empty where its own date does."`
	ThroughTitle string        `json:"throughTitle"`
	Decides      bool          `json:"decides" doc:"The goal's rule looks at it."`
	Keeps        exact.Rat     `json:"keeps" doc:"The best degree while the day is kept."`
	Falls        exact.Rat     `json:"falls" doc:"The best degree after it."`
	Points       exact.Rat     `json:"points" doc:"What the total can lose at most."`
	Needed       int           `json:"needed" doc:"So many of the open items must be in time for the best degree."`
	Open         int           `json:"open"`
}

// safeDays lists the last safe days, of one goal where it is named.
func (p *page) safeDays(goal string) ([]SafeDay, error) {
	days, err := scoring.LastSafeDays(p.contract, results(p.contract, p.plan, p.facts), p.card.AsOf)
	if err != nil {
		return nil, err
	}
	expected := map[string]calendar.Date{}
	for _, s := range p.steps {
		expected[s.ID] = s.Current()
	}
	list := []SafeDay{}
	for _, d := range days {
		if goal == "" || goal == d.Goal {
			list = append(list, p.safeDay(d, expected[d.Step]))
		}
	}
	slices.SortStableFunc(list, func(a, b SafeDay) int {
		if a.Day.IsZero() != b.Day.IsZero() {
			if a.Day.IsZero() {
				return 1
			}
			return -1
		}
		if c := a.Day.Compare(b.Day); c != 0 {
			return c
		}
		return a.Pace.Compare(b.Pace)
	})
	return list, nil
}

func (p *page) safeDay(d scoring.SafeDay, expected calendar.Date) SafeDay {
	wire := SafeDay{
		Step: d.Step, Title: d.Title, Goal: d.Goal, Day: d.Day, Pace: d.Pace, Expected: expected, Through: d.Through,
		Keeps: d.Keeps, Falls: d.Falls, Points: d.Points, Needed: d.Needed, Open: d.Open,
	}
	g, r, _, step := p.contract.Step(d.Step)
	wire.Number, wire.Decides = g.Number, scoring.Weighs(r, step)
	if planned, ok := p.plan.Step(d.Step); ok {
		wire.Name = planned.Name()
	}
	if through, ok := p.plan.Step(d.Through); ok {
		wire.ThroughTitle = through.Title
	}
	return wire
}
