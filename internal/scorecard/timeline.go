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
// Days on which nothing changed are left out, but for the first and the last.
func timeline(c *contract.Contract, facts []ledger.Fact, until time.Time, today calendar.Date) (Timeline, error) {
	line := Timeline{From: c.Period.From, To: c.Period.To, Today: today, Points: []Point{}, Deadlines: deadlines(c)}
	points, err := scoring.Timeline(c, results(c, milestone.NewPlan(c, facts), facts), until)
	if err != nil {
		return Timeline{}, err
	}
	for i, at := range points {
		p := Point{at.Day, at.Total.Obtained, at.Total.Worst, at.Total.Best, at.Total.Decided}
		if i > 0 && i < len(points)-1 && same(p, line.Points[len(line.Points)-1]) {
			continue
		}
		line.Points = append(line.Points, p)
	}
	return line, nil
}

func same(a, b Point) bool {
	return a.Total.Equal(b.Total) && a.Worst.Equal(b.Worst) && a.Best.Equal(b.Best) && a.Decided.Equal(b.Decided)
}
