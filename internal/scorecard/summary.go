package scorecard

import (
	"context"

	"opfyldt/internal/calendar"
	"opfyldt/internal/catalogue"
	"opfyldt/internal/contract"
	"opfyldt/internal/exact"
	"opfyldt/internal/fault"
	"opfyldt/internal/scoring"
	"opfyldt/internal/web"
)

// Summary is where a contract stands in one line of a list: the same for all
// readers, in no language but the contract's own.
type Summary struct {
	Contract     ContractLine `json:"contract"`
	Total        Totals       `json:"total"`
	Counts       Counts       `json:"counts"`
	Goals        []GoalCell   `json:"goals" nullable:"false"`
	NextDeadline *Deadline    `json:"nextDeadline"`
	Trend        []TrendPoint `json:"trend" nullable:"false" doc:"The bounds of the total on the days on which one of them moved."`
}

// GoalCell is a goal where there is room for a sign and a figure.
type GoalCell struct {
	ID     string    `json:"id"`
	Number string    `json:"number"`
	Title  string    `json:"title"`
	Short  string    `json:"short"`
	State  GoalState `json:"state" enum:"kept,partly,not_kept,late,at_risk,on_track,not_started"`
	Degree Range     `json:"degree"`
	// Calculated stays visible wherever management assessed otherwise.
	Calculated *Range `json:"calculated" doc:"What the contract's rule gives, where management assessed otherwise; else null."`
}

func cellOf(g *GoalLine) GoalCell {
	cell := GoalCell{ID: g.ID, Number: g.Number, Title: g.Title, Short: g.Short, State: g.State, Degree: g.Degree}
	if g.Assessed != "" && (!g.Calculated.Worst.Equal(g.Degree.Worst) || !g.Calculated.Best.Equal(g.Degree.Best)) {
		calculated := g.Calculated
		cell.Calculated = &calculated
	}
	return cell
}

// TrendPoint is a day on which a bound of the total moved.
type TrendPoint struct {
	Day   calendar.Date `json:"day"`
	Worst exact.Rat     `json:"worst"`
	Best  exact.Rat     `json:"best"`
}

// unnamed reads a summary: it says nothing of what a reader may do.
type unnamed struct{}

func (unnamed) Subject() string { return "" }
func (unnamed) Name() string    { return "" }
func (unnamed) Permit(operation, _, _ string) (string, error) {
	return "", fault.New(fault.Forbidden, "access.forbidden", fault.Params{"operation": operation})
}

// LineOf names a contract, before anything is known of where it stands.
func (r *Reader) LineOf(c *contract.Contract) ContractLine {
	p := page{state: &state{contract: c}, view: View{Demo: r.demo}}
	return p.contractLine()
}

// Summary reckons the contract's line as of the instant, from every fact.
func (r *Reader) Summary(ctx context.Context, c *contract.Contract, at web.Moment) (Summary, error) {
	facts, err := r.log.All(ctx, c.ID, readAt(at), scoredKinds()...)
	if err != nil {
		return Summary{}, err
	}
	instant := at.Instant
	if n := len(facts); n > 0 && !at.Past && facts[n-1].Recorded.After(instant) {
		instant = facts[n-1].Recorded
	}
	s, err := newState(c, facts, instant)
	if err != nil {
		return Summary{}, err
	}
	points, err := scoring.Timeline(c, results(c, s.plan, facts), s.card.AsOf)
	if err != nil {
		return Summary{}, err
	}
	p := newPage(s, View{Person: unnamed{}, Lang: catalogue.Danish, AsOf: instant, Day: at.Day, Past: at.Past, Today: at.Day, Demo: r.demo}, Head{})
	return p.summary(pointsOf(points)), nil
}

func (p *page) summary(points []Point) Summary {
	o := p.overview(nil, nil)
	s := Summary{Contract: o.Contract, Total: o.Total, Counts: o.Counts, NextDeadline: o.NextDeadline, Goals: []GoalCell{}, Trend: []TrendPoint{}}
	for _, b := range o.Blocks {
		for _, g := range b.Goals {
			s.Goals = append(s.Goals, cellOf(&g))
		}
	}
	for i, at := range points {
		last := len(s.Trend) - 1
		if i > 0 && i < len(points)-1 && at.Worst.Equal(s.Trend[last].Worst) && at.Best.Equal(s.Trend[last].Best) {
			continue
		}
		s.Trend = append(s.Trend, TrendPoint{at.Day, at.Worst, at.Best})
	}
	return s
}
