package scorecard

import (
	"slices"
	"time"

	"opfyldt/internal/agreement"
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

// timeline builds the year line from every fact recorded until the instant. Each
// day is scored by the version that held on it; what lies ahead, by the one that
// holds now.
func timeline(c *contract.Contract, versions []agreement.Version, facts []ledger.Fact, until time.Time, today calendar.Date) (Timeline, error) {
	line := Timeline{From: c.Period.From, To: c.Period.To, Today: today, Deadlines: deadlines(c)}
	known, err := pastPoints(c, versions, facts, until)
	if err != nil {
		return Timeline{}, err
	}
	ahead, err := scoring.Forecast(c, results(c, milestone.NewPlan(c, facts), facts), until)
	if err != nil {
		return Timeline{}, err
	}
	line.Points, line.Ahead = pointsOf(known), pointsOf(ahead)
	return line, nil
}

// pastPoints scores the days by their versions. The totals of a version change on
// the days of facts alone, so its last point before a day is the day's.
func pastPoints(c *contract.Contract, versions []agreement.Version, facts []ledger.Fact, until time.Time) ([]scoring.Point, error) {
	if len(versions) < 2 {
		return scoring.Timeline(c, results(c, milestone.NewPlan(c, facts), facts), until)
	}
	byVersion := map[int][]scoring.Point{}
	var days []calendar.Date
	for _, v := range versions {
		points, err := scoring.Timeline(v.Contract, results(v.Contract, milestone.NewPlan(v.Contract, facts), facts), until)
		if err != nil {
			return nil, err
		}
		byVersion[v.Contract.Version] = points
		for _, p := range points {
			days = append(days, p.Day)
		}
		if !v.From.After(calendar.DateOf(until)) {
			days = append(days, v.From, calendar.DateOf(v.Recorded))
		}
	}
	slices.SortFunc(days, calendar.Date.Compare)
	var list []scoring.Point
	for _, day := range slices.Compact(days) {
		at := day.End()
		if at.After(until) {
			at = until
		}
		if p, ok := lastBefore(byVersion[agreement.InForce(versions, at).Contract.Version], day); ok {
			list = append(list, p)
		}
	}
	return list, nil
}

// lastBefore is the last point until the day, moved to it.
func lastBefore(points []scoring.Point, day calendar.Date) (scoring.Point, bool) {
	found, ok := scoring.Point{}, false
	for _, p := range points {
		if p.Day.After(day) {
			break
		}
		found, ok = p, true
	}
	found.Day = day
	return found, ok
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
