package scorecard

import (
	"time"

	"opfyldt/internal/calendar"
	"opfyldt/internal/contract"
	"opfyldt/internal/exact"
	"opfyldt/internal/ledger"
	"opfyldt/internal/milestone"
	"opfyldt/internal/scoring"
)

// Timeline is the total as it was known day by day.
type Timeline struct {
	From      calendar.Date `json:"from"`
	To        calendar.Date `json:"to"`
	Today     calendar.Date `json:"today"`
	Points    []Point       `json:"points" nullable:"false"`
	Ahead     []Point       `json:"ahead" nullable:"false" doc:"The totals from the last point on, if all goes as it is now expected."`
	Deadlines []Deadline    `json:"deadlines" nullable:"false"`
}

// Point is one day on which something changed.
type Point struct {
	Day     calendar.Date `json:"day"`
	Total   exact.Rat     `json:"total"`
	Worst   exact.Rat     `json:"worst"`
	Best    exact.Rat     `json:"best"`
	Decided exact.Rat     `json:"decided"`
}

// timeline builds the year line from every fact recorded until the instant.
func timeline(c *contract.Contract, facts []ledger.Fact, until time.Time, today calendar.Date) (Timeline, error) {
	line := Timeline{From: c.Period.From, To: c.Period.To, Today: today, Deadlines: deadlines(c)}
	scored := results(c, milestone.NewPlan(c, facts), facts)
	known, err := scoring.Timeline(c, scored, until)
	if err != nil {
		return Timeline{}, err
	}
	ahead, err := scoring.Forecast(c, scored, until)
	if err != nil {
		return Timeline{}, err
	}
	line.Points, line.Ahead = pointsOf(known), pointsOf(ahead)
	return line, nil
}

// pointsOf leaves out the days on which nothing changed, but for the first and
// the last.
func pointsOf(points []scoring.Point) []Point {
	list := []Point{}
	for i, at := range points {
		p := Point{at.Day, at.Total.Obtained, at.Total.Worst, at.Total.Best, at.Total.Decided}
		if i > 0 && i < len(points)-1 && same(p, list[len(list)-1]) {
			continue
		}
		list = append(list, p)
	}
	return list
}

func same(a, b Point) bool {
	return a.Total.Equal(b.Total) && a.Worst.Equal(b.Worst) && a.Best.Equal(b.Best) && a.Decided.Equal(b.Decided)
}
