package scoring

import (
	"fmt"

	"pgregory.net/rapid"

	"opfyldt/internal/calendar"
	"opfyldt/internal/contract"
	"opfyldt/internal/exact"
)

// random draws contracts of every shape.
type random struct {
	*rapid.T
	n int // for ids
}

func (r *random) id(kind string) string {
	r.n++
	return fmt.Sprint(kind, r.n)
}

func (r *random) yes(name string) bool { return rapid.Bool().Draw(r.T, name) }

func (r *random) int(name string, least, most int) int {
	return rapid.IntRange(least, most).Draw(r.T, name)
}

func (r *random) rat(name string, least, most int) exact.Rat {
	return exact.Frac(int64(r.int(name, 4*least, 4*most)), 4)
}

func oneOf[T any](r *random, name string, list ...T) T {
	return rapid.SampledFrom(list).Draw(r.T, name)
}

func (r *random) contract() *contract.Contract {
	from := oneOf(r, "year", "2014-01-01", "2013-07-01")
	c := &contract.Contract{Format: contract.Format, ID: "random"}
	c.Period = calendar.Period{From: calendar.MustDate(from), To: calendar.MustDate(from).AddMonths(12).AddDays(-1)}
	c.Weights.Kind = oneOf(r, "weights", contract.Percents, contract.Fractions, contract.NoWeights)
	c.Total.By = oneOf(r, "total", contract.WeightedSum, contract.Mean, contract.GoalsReached)
	if c.Total.By == contract.GoalsReached {
		c.Total.Lookup = []contract.TableRow{{To: end("1", false)}, {From: end("1", true), To: end("3", false), Degree: exact.Int(40)},
			{From: end("3", true), Degree: exact.Int(100)}}
	}
	if r.yes("degree cap") {
		c.DegreeCap = rat("100")
	}
	if r.yes("cap") {
		c.Total.Cap = rat("90")
	}
	for range r.int("blocks", 1, 2) {
		c.Blocks = append(c.Blocks, r.block(1))
	}
	if goals := c.Goals(); r.yes("gate") && len(goals) > 1 {
		c.Total.Gates = []string{goals[0].ID}
	}
	c.Total.Target, c.Total.Use = rat("75"), &contract.TotalUse{Rows: []contract.UseRow{{To: end("60", false)}, {From: end("60", true), Amount: exact.Int(5)}}}
	return c
}

func (r *random) block(deep int) contract.Block {
	b := contract.Block{ID: r.id("b")}
	if r.yes("block weight") {
		b.Weight = &contract.Weight{Value: exact.Int(int64(r.int("weight", 1, 9)))}
	}
	for range r.int("goals", 1, 2) {
		b.Goals = append(b.Goals, r.goal())
	}
	if deep > 0 && r.yes("nested") {
		b.Blocks = append(b.Blocks, r.block(deep-1))
	}
	return b
}

func (r *random) goal() contract.Goal {
	g := contract.Goal{ID: r.id("g"), Kept: exact.Int(100), Weight: contract.Weight{Value: exact.Int(int64(r.int("weight", 1, 9)))}}
	g.Addition = r.int("addition", 0, 9) == 0
	g.Combine.By = oneOf(r, "combine", contract.AllOf, contract.WeightedMean, contract.ShareOf, contract.AssessedAlone)
	g.Scale.Max = exact.Int(int64(oneOf(r, "most", 100, 120)))
	if r.yes("steps of degrees") {
		g.Scale.Degrees = []exact.Rat{{}, exact.Int(50), exact.Int(100)}
	}
	g.Scale.Levels = []contract.Level{{ID: "none", Title: "none"}, {ID: "some", Title: "some", Degree: exact.Int(50)},
		{ID: "all", Title: "all", Degree: exact.Int(100)}}
	if g.Combine.By == contract.AssessedAlone {
		return g
	}
	for range r.int("requirements", 1, 3) {
		g.Requirements = append(g.Requirements, r.requirement())
	}
	if n := len(g.Requirements); n > 1 && r.yes("reserve") {
		g.Requirements[0].Fallback = g.Requirements[n-1].ID
		g.Requirements[n-1].Weight = nil
	}
	g.Combine.Bands = []contract.CountBand{{All: true, Degree: exact.Int(100)}, {Share: rat("1/2"), Degree: exact.Int(50)}}
	return g
}

func (r *random) requirement() contract.Requirement {
	req := contract.Requirement{ID: r.id("r"), Weight: &contract.Weight{Value: exact.Int(int64(r.int("weight", 1, 5)))}}
	req.Measure = oneOf(r, "measure", contract.Milestones, contract.Timeliness, contract.MonthlyCount, contract.Survey,
		contract.Deviation, contract.YesNo, contract.Number, contract.Number, contract.Verbal)
	switch req.Measure {
	case contract.Milestones:
		r.milestones(&req)
		return req
	case contract.YesNo:
		req.Degree.By = contract.ByTarget
		return req
	case contract.Verbal:
		req.Degree.By = contract.ByTable
		req.Degree.Table = []contract.TableRow{{Level: "none"}, {Level: "some", Degree: exact.Int(40)}, {Level: "all", Degree: exact.Int(100)}}
		return req
	}
	r.targets(&req)
	r.rule(&req)
	r.periods(&req)
	return req
}

// targets draws the year's target, revised perhaps, grown or known only later.
func (r *random) targets(req *contract.Requirement) {
	t := contract.Target{Year: 2014, Bound: oneOf(r, "bound", contract.AtLeast, contract.AtMost), Value: r.rat("target", 0, 100)}
	switch r.int("target of", 0, 3) {
	case 0:
		t.Baseline = &contract.Baseline{Relative: r.yes("percent"), Growth: r.rat("growth", 1, 20),
			Years: []contract.YearValue{{Value: r.rat("year", 1, 50)}, {Value: r.rat("year", 1, 50)}}}
	case 1:
		t.Benchmark = "the neighbours"
	}
	other := t
	other.Year = 2013 // of the year that begins in July
	req.Targets = []contract.Target{t, other}
	if r.yes("revised") {
		for _, year := range []int{2014, 2013} {
			req.Targets = append(req.Targets, contract.Target{Year: year, From: calendar.MustDate("2014-03-01"), Bound: t.Bound, Value: r.rat("revised to", 0, 100)})
		}
	}
}

func (r *random) rule(req *contract.Requirement) {
	d := &req.Degree
	d.By = oneOf(r, "rule", contract.ByTarget, contract.ByPieces, contract.ByTable, contract.ByWay, contract.ByAssessor)
	low, high := r.rat("low", 0, 40), r.rat("high", 50, 100)
	a, b := &contract.End{Value: low}, &contract.End{Value: high, Included: true}
	switch d.By {
	case contract.ByPieces:
		to := r.rat("degree", 0, 120)
		d.Pieces = []contract.Piece{{To: &contract.End{Value: low, Included: true}, Degree: r.rat("degree", 0, 100)},
			{From: a, To: b, Degree: r.rat("degree", 0, 100), LineTo: &to}, {From: &contract.End{Value: high}, Degree: r.rat("degree", 0, 120)}}
	case contract.ByTable:
		d.Table = []contract.TableRow{{From: a, To: b, Degree: r.rat("degree", 0, 100)}}
		d.Else = r.rat("else", 0, 100)
	case contract.ByWay:
		if r.yes("from") {
			from := r.rat("from", 0, 100)
			d.From = &from
		}
		if r.yes("least") {
			least := r.rat("least", 0, 100)
			d.Least = &least
		}
	}
}

// periods draws what lies between the facts and the result.
func (r *random) periods(req *contract.Requirement) {
	by := oneOf(r, "over", contract.OverSum, contract.OverMean, contract.OverLatest)
	switch req.Measure {
	case contract.MonthlyCount:
		if r.yes("months together") {
			req.Over = &contract.Over{By: by, Every: contract.EveryMonth}
		}
		return
	case contract.Number:
		if r.yes("index") {
			req.Index = &contract.Index{Years: []contract.YearValue{{Value: r.rat("year", 1, 50)}, {Value: r.rat("year", 1, 50)}}}
		}
	default:
		by = contract.OverMean
	}
	if r.yes("periods") {
		req.Over = &contract.Over{By: by, Every: oneOf(r, "every", contract.EveryQuarter, contract.EveryHalfYear)}
	}
	if req.Measure == contract.Survey || req.Measure == contract.Number {
		if r.yes("coverage") {
			req.Coverage = &contract.Coverage{Least: 10, Share: rat("60")}
		}
	}
}

func (r *random) milestones(req *contract.Requirement) {
	for range r.int("items", 1, 3) {
		item := contract.Item{ID: r.id("i")}
		for range r.int("steps", 1, 2) {
			s := contract.Step{ID: r.id("s"), Decides: r.yes("decides"), Due: calendar.MustDate("2014-03-01").AddDays(r.int("due", 0, 90))}
			if r.int("event", 0, 2) == 0 {
				s.Due = calendar.Date{}
				s.After = &contract.AfterEvent{Event: "it", Limit: contract.Limit{Count: r.int("limit", 1, 30), Unit: oneOf(r, "unit", contract.InDays, contract.InWorkingDays)},
					Never: oneOf(r, "never", contract.NeverKept, contract.NeverLost)}
			}
			share := exact.Int(int64(r.int("share", 0, 20)))
			s.Share = &share
			item.Steps = append(item.Steps, s)
		}
		req.Items = append(req.Items, item)
	}
	first := req.Items[0].Steps[0].ID
	req.Degree = contract.DegreeRule{By: oneOf(r, "rule of steps", contract.ByItems, contract.BySteps, contract.ByShares),
		Items: []contract.CountBand{{All: true, Degree: exact.Int(100)}, {Share: rat("1/2"), Degree: exact.Int(50)}},
		Steps: []contract.StepBand{{Kept: []string{first}, Degree: exact.Int(100)}, {Done: []string{first}, Degree: exact.Int(25)}}}
}
