package scoring

import (
	"strings"
	"testing"

	"pgregory.net/rapid"

	"opfyldt/internal/calendar"
	"opfyldt/internal/contract"
	"opfyldt/internal/exact"
)

// leaves reckons figures anew from an explanation's leaves and the contract's own
// words, by other code than the scoring's.
type leaves struct {
	rapid.TB
	c    *contract.Contract
	seen map[string]bool // shapes with a decided result
}

// plain takes the unit off a figure.
func plain(x any) exact.Rat {
	switch x := x.(type) {
	case exact.Rat:
		return x
	case int:
		return exact.Int(int64(x))
	case int64:
		return exact.Int(x)
	case Phrase:
		for _, key := range []string{"value", "target"} {
			if v, there := x.Values[key]; there {
				return plain(v)
			}
		}
	}
	return exact.Rat{}
}

// What the leaves say, put into the rules that the contract names, gives every
// decided figure again: results, degrees, contributions, the total.
func TestOfEveryShapeTheLeavesGiveTheFigureAgain(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		y := drawYear(t)
		leaves{t, y.contract, map[string]bool{}}.total(y.facts)
	})
}

// The random contracts have every shape with a decided result; these are the same
// ones in every run.
func TestTheRandomContractsHaveEveryShape(t *testing.T) {
	seen := map[string]bool{}
	years := rapid.Custom(drawYear)
	for seed := range 600 {
		y := years.Example(seed)
		leaves{t, y.contract, seen}.total(y.facts)
	}
	for _, shape := range strings.Fields(`all-of weighted-mean share-of target pieces table way items steps shares
		sum mean latest index benchmark reserve missing`) {
		if !seen[shape] {
			t.Errorf("no random contract had a decided %s", shape)
		}
	}
}

// year is a random contract with some of its facts.
type year struct {
	contract *contract.Contract
	facts    []Fact
}

func drawYear(t *rapid.T) year {
	r := &random{T: t}
	c := r.contract()
	facts, _ := r.facts(c)
	return year{c, facts}
}

// total reckons the goals, and their sum where nothing stands before it.
func (l leaves) total(facts []Fact) {
	card, err := Score(l.c, facts, afterAll)
	if err != nil {
		l.Fatalf("%v", err)
	}
	sum := exact.Rat{}
	for i, g := range l.c.Goals() {
		l.goal(g, &card.Goals[i])
		goal := card.Explanation.Find("goal:" + g.ID)
		of := plain(goal.Values["degree"]).Mul(plain(goal.Values["weight"])).Quo(exact.Int(100))
		l.same(goal, "contribution", of)
		sum = sum.Add(of)
	}
	if len(l.c.Total.Gates) > 0 || l.c.Total.By == contract.GoalsReached {
		return
	}
	if l.c.Total.Cap != nil {
		sum = exact.Min(sum, *l.c.Total.Cap)
	}
	l.same(&card.Explanation, "worst", sum)
}

func (l leaves) same(e *Explanation, key string, want exact.Rat) {
	if got := plain(e.Values[key]); !got.Equal(want) {
		l.Fatalf("%s (%s): %s is %v, its leaves give %v\n%+v", e.Figure, e.Rule, key, got, want, e)
	}
}

// goal combines the requirements' degrees, as far as they are all decided.
func (l leaves) goal(g *contract.Goal, score *GoalScore) {
	calculated := score.Explanation.Find("calculated:" + g.ID)
	if g.Combine.By == contract.AssessedAlone {
		return
	}
	sum, weights, kept, n := exact.Rat{}, exact.Rat{}, 0, 0
	lowest := exact.Int(1000)
	for i := range g.Requirements {
		req, got := &g.Requirements[i], &score.Requirements[i]
		node := score.Explanation.Find("requirement:" + req.ID)
		switch node.Rule {
		case "explain.requirement.missing":
			l.seen["missing"] = true
			continue
		case "explain.requirement.reserve":
			l.seen["reserve"] = true
			continue
		}
		if !got.Degree.Known || got.Data == NoData {
			return
		}
		l.requirement(g, req, node)
		weight := weightOf(g, req)
		degree := plain(node.Values["degree"])
		lowest, sum, weights = exact.Min(lowest, degree), sum.Add(degree.Mul(weight)), weights.Add(weight)
		n++
		if got.Kept != nil && *got.Kept {
			kept++
		}
	}
	l.seen[string(g.Combine.By)] = true
	switch g.Combine.By {
	case contract.AllOf:
		l.same(calculated, "degree", lowest)
	case contract.WeightedMean:
		l.same(calculated, "degree", sum.Quo(weights))
	case contract.ShareOf:
		l.same(calculated, "degree", banded(kept, n))
	}
}

// weightOf is a requirement's weight, of a reserve that of what it stands in for.
func weightOf(g *contract.Goal, req *contract.Requirement) exact.Rat {
	for i := range g.Requirements {
		if other := &g.Requirements[i]; other.Fallback == req.ID {
			return other.Weight.Value
		}
	}
	return req.Weight.Value
}

// banded is the random contracts' bands: all give 100, half of them 50.
func banded(kept, n int) exact.Rat {
	switch {
	case kept == n:
		return exact.Int(100)
	case 2*kept >= n:
		return exact.Int(50)
	}
	return exact.Rat{}
}

func (l leaves) requirement(g *contract.Goal, req *contract.Requirement, node *Explanation) {
	var degree exact.Rat
	switch req.Measure {
	case contract.Milestones:
		degree = stepsAgain(req, node)
	case contract.YesNo:
		if node.Find("result:"+req.ID).Rule == "explain.result.yes" {
			degree = exact.Int(100)
		}
	case contract.Verbal:
		degree = map[any]exact.Rat{"some": exact.Int(40), "all": exact.Int(100)}[node.Children[0].Values["level"]]
	case contract.MonthlyCount:
		if req.Over == nil && req.Degree.By == contract.ByTarget {
			degree = l.monthsAgain(req, node)
			break
		}
		fallthrough
	default:
		if req.Degree.By == contract.ByAssessor {
			return
		}
		degree = l.figureAgain(req, node)
	}
	l.seen[string(req.Degree.By)] = true
	most := g.Scale.Max
	if n := len(g.Scale.Degrees); n > 0 {
		most = g.Scale.Degrees[n-1]
	}
	if l.c.DegreeCap != nil {
		most = exact.Min(most, *l.c.DegreeCap)
	}
	l.same(node, "degree", exact.Min(most, exact.Max(exact.Rat{}, degree)))
}

// stepsAgain counts the kept items, adds the kept steps' shares, or looks at the
// named step.
func stepsAgain(req *contract.Requirement, node *Explanation) exact.Rat {
	kept, all, shares := 0, 0, exact.Rat{}
	first := exact.Rat{}
	for i := range req.Items {
		item := node.Find("item:" + req.Items[i].ID)
		if item.Rule != "explain.item.beside" {
			all++
		}
		if item.Rule == "explain.item.kept" {
			kept++
		}
		for _, s := range item.Children {
			inTime := s.Rule == "explain.step.kept" || s.Rule == "explain.step.never.kept"
			if inTime {
				shares = shares.Add(plain(s.Values["share"]))
			}
			if s.Figure != "step:"+req.Items[0].Steps[0].ID {
				continue
			}
			switch {
			case inTime:
				first = exact.Int(100)
			case s.Rule == "explain.step.late.done":
				first = exact.Int(25)
			}
		}
	}
	switch req.Degree.By {
	case contract.BySteps:
		return first
	case contract.ByShares:
		return shares
	}
	return banded(kept, all)
}

// monthsAgain holds each month against the target in force on its first day.
func (l leaves) monthsAgain(req *contract.Requirement, node *Explanation) exact.Rat {
	for _, m := range l.c.Period.Months() {
		month := node.Find("month:" + req.ID + "/" + m.String())
		if month == nil {
			continue
		}
		t := l.targetOn(req, node, calendar.MustDate(m.String()+"-01"))
		if t != nil && !reaches(t.Bound, plain(month.Values["count"]), t.Value) {
			return exact.Rat{}
		}
	}
	return exact.Int(100)
}

func reaches(b contract.Bound, value, target exact.Rat) bool {
	if b == contract.AtMost {
		return value.Cmp(target) <= 0
	}
	return value.Cmp(target) >= 0
}

// targetOn is the file's target in force on a day, as a figure.
func (l leaves) targetOn(req *contract.Requirement, node *Explanation, day calendar.Date) *contract.Target {
	var found *contract.Target
	for i := range req.Targets {
		if t := req.Targets[i]; t.Year == l.c.Period.From.Year() && !t.From.After(day) {
			found = &t
		}
	}
	switch {
	case found.Benchmark != "":
		known := node.Find("benchmark:" + req.ID)
		if known == nil {
			return nil
		}
		found.Value = plain(known.Values["value"])
	case found.Baseline != nil:
		base := found.Baseline.Years[0].Value.Add(found.Baseline.Years[1].Value).Quo(exact.Int(2))
		found.Value = base.Add(found.Baseline.Growth)
		if found.Baseline.Relative {
			found.Value = base.Mul(exact.Int(100).Add(found.Baseline.Growth)).Quo(exact.Int(100))
		}
	}
	return found
}

// figureAgain makes the result of what was counted, and its degree by the rule.
func (l leaves) figureAgain(req *contract.Requirement, node *Explanation) exact.Rat {
	value := l.resultAgain(req, node)
	if shown := plain(node.Values["value"]); !shown.Equal(value) {
		l.Fatalf("%s shows %v, its leaves give %v", node.Figure, shown, value)
	}
	d := &req.Degree
	switch d.By {
	case contract.ByPieces:
		low, high := d.Pieces[0].To.Value, d.Pieces[2].From.Value
		switch {
		case value.Cmp(low) <= 0:
			return d.Pieces[0].Degree
		case value.Cmp(high) > 0:
			return d.Pieces[2].Degree
		}
		rise := d.Pieces[1].LineTo.Sub(d.Pieces[1].Degree)
		return d.Pieces[1].Degree.Add(rise.Mul(value.Sub(low)).Quo(high.Sub(low)))
	case contract.ByTable:
		if row := d.Table[0]; row.From.Value.Less(value) && value.Cmp(row.To.Value) <= 0 {
			return row.Degree
		}
		return d.Else
	}
	t := l.targetOn(req, node, l.c.Period.To)
	if t.Benchmark != "" {
		l.seen["benchmark"] = true
	}
	if d.By == contract.ByTarget {
		if reaches(t.Bound, value, t.Value) {
			return exact.Int(100)
		}
		return exact.Rat{}
	}
	return wayAgain(d, t, value)
}

func wayAgain(d *contract.DegreeRule, t *contract.Target, value exact.Rat) exact.Rat {
	from := exact.Rat{}
	if d.From != nil {
		from = *d.From
	} else if t.Baseline != nil {
		from = t.Baseline.Years[0].Value.Add(t.Baseline.Years[1].Value).Quo(exact.Int(2))
	}
	if from.Equal(t.Value) {
		if reaches(t.Bound, value, t.Value) {
			return exact.Int(100)
		}
		return exact.Rat{}
	}
	way := exact.Int(100).Mul(value.Sub(from)).Quo(t.Value.Sub(from))
	if d.Least != nil && way.Less(*d.Least) {
		return exact.Rat{}
	}
	return way
}

// resultAgain puts what was counted together.
func (l leaves) resultAgain(req *contract.Requirement, node *Explanation) exact.Rat {
	var figures []exact.Rat
	for i := range node.Children {
		e := &node.Children[i]
		switch kind, _, _ := strings.Cut(e.Figure, ":"); kind {
		case "result", "period":
			figures = append(figures, countedAgain(e))
		case "month":
			figures = append(figures, plain(e.Values["count"]))
		}
	}
	value := figures[len(figures)-1]
	if req.Over != nil {
		l.seen[string(req.Over.By)] = true
		if req.Over.By != contract.OverLatest {
			value = exact.Sum(figures...)
		}
		if req.Over.By == contract.OverMean {
			value = value.Quo(exact.Int(int64(len(figures))))
		}
	} else if req.Measure == contract.MonthlyCount {
		for _, f := range figures {
			value = exact.Min(value, f)
		}
	}
	if req.Index != nil {
		l.seen["index"] = true
		years := req.Index.Years[0].Value.Add(req.Index.Years[1].Value)
		value = value.Mul(exact.Int(200)).Quo(years)
	}
	return value
}

func countedAgain(e *Explanation) exact.Rat {
	v := e.Values
	percent := func(part, whole any) exact.Rat { return plain(part).Mul(exact.Int(100)).Quo(plain(whole)) }
	switch e.Rule {
	case "explain.result.timeliness":
		return percent(v["timely"], v["total"])
	case "explain.result.survey":
		return percent(v["satisfied"], v["answered"])
	case "explain.result.deviation":
		return percent(plain(v["spent"]).Sub(plain(v["budget"])).Abs(), v["budget"])
	}
	return plain(v["value"])
}
