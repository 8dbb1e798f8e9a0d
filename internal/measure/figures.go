package measure

import (
	"opfyldt/internal/calendar"
	"opfyldt/internal/contract"
	"opfyldt/internal/exact"
	"opfyldt/internal/fault"
	"opfyldt/internal/record"
	"opfyldt/internal/scoring"
)

// Figures are what was counted. A requirement's measure says which of them it
// asks for.
type Figures struct {
	Timely    *int64     `json:"timely,omitempty" doc:"Cases concluded in time."`
	Total     *int64     `json:"total,omitempty" doc:"Cases concluded."`
	Month     string     `json:"month,omitempty" example:"2014-03"`
	Count     *int64     `json:"count,omitempty"`
	Satisfied *int64     `json:"satisfied,omitempty" doc:"Of those who answered, the satisfied and very satisfied."`
	Answered  *int64     `json:"answered,omitempty"`
	Budget    *int64     `json:"budget,omitempty" doc:"In the currency's hundredths: øre."`
	Spent     *int64     `json:"spent,omitempty" doc:"In the currency's hundredths: øre."`
	Yes       *bool      `json:"yes,omitempty"`
	Value     *exact.Rat `json:"value,omitempty"`
	Level     string     `json:"level,omitempty" doc:"The id of one of the scale's levels."`
	Asked     *int64     `json:"asked,omitempty" doc:"Of a survey, how many were asked, where the contract wants a share of them."`
	RestsOn   *int64     `json:"restsOn,omitempty" doc:"How many a number rests on, where the contract wants so many."`
	Of        *int64     `json:"of,omitempty" doc:"How many it should rest on."`
}

// Bounds of what is believable: more than these is a slip of the keyboard, and
// would leave the whole numbers that JSON carries exactly.
const (
	mostCases = int64(1_000_000_000)
	mostMoney = int64(1_000_000_000_000_000)
)

var hundred = exact.Int(100)

// asked names the figures that each measure asks for.
func asked(m contract.Measure) []string {
	switch m {
	case contract.Timeliness:
		return []string{"timely", "total"}
	case contract.MonthlyCount:
		return []string{"month", "count"}
	case contract.Survey:
		return []string{"satisfied", "answered"}
	case contract.Deviation:
		return []string{"budget", "spent"}
	case contract.YesNo:
		return []string{"yes"}
	case contract.Number:
		return []string{"value"}
	case contract.Verbal:
		return []string{"level"}
	}
	return nil
}

// given names the figures that are there.
func (f *Figures) given() map[string]bool {
	return map[string]bool{
		"timely": f.Timely != nil, "total": f.Total != nil, "month": f.Month != "", "count": f.Count != nil,
		"satisfied": f.Satisfied != nil, "answered": f.Answered != nil, "budget": f.Budget != nil, "spent": f.Spent != nil,
		"yes": f.Yes != nil, "value": f.Value != nil, "level": f.Level != "",
		"asked": f.Asked != nil, "restsOn": f.RestsOn != nil, "of": f.Of != nil,
	}
}

// check applies the measure's rule to its figures.
func (f *Figures) check(g *contract.Goal, r *contract.Requirement, c *record.Checks) {
	given := f.given()
	whole := true
	for _, name := range asked(r.Measure) {
		if !given[name] {
			whole = false
			c.Add("figures."+name, "field.needed", nil)
		}
		delete(given, name)
	}
	for _, name := range beside(r.Measure) {
		delete(given, name)
	}
	for _, name := range sorted(given) {
		c.Add("figures."+name, "measure.not_asked", fault.Params{"asked": asked(r.Measure)})
	}
	f.checkBasis(c)
	if !whole {
		return
	}
	switch r.Measure {
	case contract.Timeliness:
		checkShare(c, "timely", *f.Timely, "total", *f.Total)
	case contract.Survey:
		checkShare(c, "satisfied", *f.Satisfied, "answered", *f.Answered)
	case contract.MonthlyCount:
		checkBetween(c, "count", *f.Count, 0, mostCases)
	case contract.Deviation:
		checkBetween(c, "budget", *f.Budget, 1, mostMoney) // reading A10: a budget of nothing is an error
		checkBetween(c, "spent", *f.Spent, 0, mostMoney)
	case contract.Verbal:
		checkLevel(c, g, f.Level)
	}
}

func sorted(given map[string]bool) []string {
	var names []string
	for _, m := range measures {
		for _, name := range append(asked(m), beside(m)...) {
			if given[name] {
				names = append(names, name)
				delete(given, name)
			}
		}
	}
	return names
}

// measures are those that a plain result is reported for.
var measures = []contract.Measure{
	contract.Timeliness, contract.MonthlyCount, contract.Survey, contract.Deviation,
	contract.YesNo, contract.Number, contract.Verbal,
}

func checkShare(c *record.Checks, part string, n int64, whole string, of int64) {
	checkBetween(c, part, n, 0, mostCases)
	checkBetween(c, whole, of, 1, mostCases)
	if n > of {
		c.Add("figures."+part, "measure.part_above_whole", fault.Params{"part": n, "whole": of})
	}
}

func checkBetween(c *record.Checks, name string, n, least, most int64) {
	if n < least || n > most {
		c.Add("figures."+name, "field.range", fault.Params{"least": least, "most": most})
	}
}

func checkLevel(c *record.Checks, g *contract.Goal, level string) {
	var ids []string
	for _, l := range g.Scale.Levels {
		if l.ID == level {
			return
		}
		ids = append(ids, l.ID)
	}
	c.Add("figures.level", "measure.level", fault.Params{"levels": ids})
}

// Result returns what was counted as one figure: percent of a share or a deviation, a
// count, a number; nil for yes or no and for levels.
func (f *Figures) Result(m contract.Measure) *exact.Rat {
	var v exact.Rat
	switch {
	case m == contract.Timeliness && f.Timely != nil && f.Total != nil && *f.Total > 0:
		v = exact.Frac(*f.Timely, *f.Total).Mul(hundred)
	case m == contract.Survey && f.Satisfied != nil && f.Answered != nil && *f.Answered > 0:
		v = exact.Frac(*f.Satisfied, *f.Answered).Mul(hundred)
	case m == contract.Deviation && f.Budget != nil && f.Spent != nil && *f.Budget > 0:
		v = exact.Int(*f.Spent).Sub(exact.Int(*f.Budget)).Abs().Quo(exact.Int(*f.Budget)).Mul(hundred)
	case m == contract.MonthlyCount && f.Count != nil:
		v = exact.Int(*f.Count)
	case m == contract.Number && f.Value != nil:
		v = *f.Value
	default:
		return nil
	}
	return &v
}

// scored gives scoring the figures in its own terms, nil where they are not
// whole. A month's count that speaks of a day within the month is partial.
func (f *Figures) scored(m contract.Measure, final bool, day calendar.Date) scoring.Value {
	if !f.whole(m) {
		return nil
	}
	switch m {
	case contract.Timeliness:
		return scoring.CaseShare{Timely: *f.Timely, Total: *f.Total, Final: final}
	case contract.Survey:
		return scoring.SurveyShare{Satisfied: *f.Satisfied, Answered: *f.Answered, Final: final}
	case contract.Deviation:
		return scoring.Spending{Budget: *f.Budget, Spent: *f.Spent, Final: final}
	case contract.MonthlyCount:
		month, err := calendar.ParseMonth(f.Month)
		if err != nil {
			return nil
		}
		return scoring.MonthCount{Month: month, Count: *f.Count, Partial: day.Before(month.Last())}
	case contract.YesNo:
		return scoring.Answer{Yes: *f.Yes}
	case contract.Number:
		return scoring.Quantity{Value: *f.Value, Final: final}
	case contract.Verbal:
		return scoring.LevelReached{Level: f.Level}
	}
	return nil
}

func (f *Figures) whole(m contract.Measure) bool {
	given := f.given()
	for _, name := range asked(m) {
		if !given[name] {
			return false
		}
	}
	return true
}
