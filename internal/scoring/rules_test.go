package scoring

import (
	"errors"
	"strings"
	"testing"

	"opfyldt/internal/calendar"
	"opfyldt/internal/contract"
	"opfyldt/internal/exact"
	"opfyldt/internal/fault"
)

func target(bound contract.Bound, value string) []contract.Target {
	return []contract.Target{{Year: 2014, Bound: bound, Value: exact.MustParse(value)}}
}

// Reading A3: shares compare exactly. 18,999 of 20,000 is 94.995 %, which
// rounds to 95 and does not keep 95.
func TestSharesCompareWithoutRounding(t *testing.T) {
	c := one(contract.Requirement{Measure: contract.Timeliness, Targets: target(contract.AtLeast, "95"),
		Degree: contract.DegreeRule{By: contract.ByTarget}})
	for _, x := range []struct {
		timely, total int64
		final         bool
		want, kept    string
	}{
		{95, 100, true, "100", "yes"},
		{19_000, 20_000, true, "100", "yes"},
		{18_999, 20_000, true, "0", "no"},
		{94, 100, true, "0", "no"},
		{0, 1, true, "0", "no"},
		{100, 100, false, "0..100", "open"}, // not final: more cases may come
	} {
		r := mustScore(t, c, []Fact{fact("r", "2014-12-31", CaseShare{x.timely, x.total, x.final})}, endOfYear).Goals[0].Requirements[0]
		if text(r.Degree) != x.want || keptText(r.Kept) != x.kept {
			t.Errorf("%d of %d: degree %s, kept %s; want %s, %s", x.timely, x.total, text(r.Degree), keptText(r.Kept), x.want, x.kept)
		}
	}
}

// Reading A10: |spent − budget| / budget, either way, the bound included.
func TestDeviationFromTheBudget(t *testing.T) {
	c := one(contract.Requirement{Measure: contract.Deviation, Targets: target(contract.AtMost, "2"),
		Degree: contract.DegreeRule{By: contract.ByTarget}})
	for _, x := range []struct {
		budget, spent int64
		value, want   string
	}{
		{10_000, 10_200, "2", "100"},
		{10_000, 9_800, "2", "100"},
		{10_000, 10_201, "2.01", "0"},
		{10_000, 0, "100", "0"},
		{30_000, 30_100, "1/3", "100"},
	} {
		r := mustScore(t, c, []Fact{fact("r", "2014-12-31", Spending{x.budget, x.spent, true})}, endOfYear).Goals[0].Requirements[0]
		if !r.Value.Equal(exact.MustParse(x.value)) || text(r.Degree) != x.want {
			t.Errorf("%d of %d: %v %%, degree %s; want %s %%, %s", x.spent, x.budget, r.Value, text(r.Degree), x.value, x.want)
		}
	}
}

// A figure that cannot be is a fault, never a degree.
func TestImpossibleFiguresAreFaults(t *testing.T) {
	for _, x := range []struct {
		measure contract.Measure
		value   Value
		code    string
	}{
		{contract.Deviation, Spending{Budget: 0, Spent: 1, Final: true}, "score.budget.impossible"},
		{contract.Timeliness, CaseShare{Timely: 2, Total: 1, Final: true}, "score.share.impossible"},
		{contract.Timeliness, CaseShare{Timely: 0, Total: 0, Final: true}, "score.share.impossible"},
		{contract.Survey, SurveyShare{Satisfied: -1, Answered: 3}, "score.share.impossible"},
	} {
		c := one(contract.Requirement{Measure: x.measure, Targets: target(contract.AtLeast, "1"), Degree: contract.DegreeRule{By: contract.ByTarget}})
		_, err := Score(c, []Fact{fact("r", "2014-12-31", x.value)}, endOfYear)
		f, ok := errors.AsType[*fault.Error](err)
		if !ok || f.Kind != fault.Invalid || len(f.Fields) != 1 || f.Fields[0].Code != x.code {
			t.Errorf("%+v: %v, want %s", x.value, err, x.code)
		}
	}
}

// Reading A7: one month below settles the requirement, every month kept keeps
// it; a month that is not over can still rise.
func TestMonthlyCounts(t *testing.T) {
	window := calendar.Period{From: calendar.MustDate("2014-01-01"), To: calendar.MustDate("2014-03-31")}
	c := one(contract.Requirement{Measure: contract.MonthlyCount, Window: &window, Targets: target(contract.AtLeast, "50"),
		Degree: contract.DegreeRule{By: contract.ByTarget}})
	count := func(m int, n int64, partial bool) Fact {
		month := calendar.Month{Year: 2014, Month: m}
		return fact("r", month.Last().String(), MonthCount{month, n, partial})
	}
	for name, x := range map[string]struct {
		facts []Fact
		want  string
	}{
		"nothing":                 {nil, "0..100"},
		"all kept":                {[]Fact{count(1, 50, false), count(2, 51, false), count(3, 50, false)}, "100"},
		"one missing":             {[]Fact{count(1, 50, false), count(2, 51, false)}, "0..100"},
		"one below":               {[]Fact{count(2, 49, false)}, "0"},
		"one below so far":        {[]Fact{count(1, 50, false), count(2, 50, false), count(3, 49, true)}, "0..100"},
		"kept before it is over":  {[]Fact{count(1, 50, false), count(2, 50, false), count(3, 50, true)}, "100"},
		"a month of another year": {[]Fact{fact("r", "2013-01-31", MonthCount{Month: calendar.Month{Year: 2013, Month: 1}, Count: 1})}, "0..100"},
	} {
		if got := text(mustScore(t, c, x.facts, endOfYear).Goals[0].Degree); got != x.want {
			t.Errorf("%s: %s, want %s", name, got, x.want)
		}
	}
}

// A month that is under way is not the lowest one, however few it has yet.
func TestTheLowestMonthIsAWholeOne(t *testing.T) {
	window := calendar.Period{From: calendar.MustDate("2014-01-01"), To: calendar.MustDate("2014-03-31")}
	c := one(contract.Requirement{Measure: contract.MonthlyCount, Window: &window, Targets: target(contract.AtLeast, "50"),
		Degree: contract.DegreeRule{By: contract.ByTarget}})
	count := func(m int, n int64, partial bool) Fact {
		month := calendar.Month{Year: 2014, Month: m}
		return fact("r", month.Last().String(), MonthCount{month, n, partial})
	}
	if got := mustScore(t, c, []Fact{count(1, 57, false), count(2, 53, false), count(3, 0, true)}, endOfYear).Goals[0].Requirements[0]; got.Value == nil || got.Value.String() != "53" || got.Kept != nil {
		t.Errorf("57, 53 and a month with 0 so far: value %v, kept %v, want 53, open", got.Value, got.Kept)
	}
	if got := mustScore(t, c, []Fact{count(1, 0, true)}, endOfYear).Goals[0].Requirements[0]; got.Value != nil {
		t.Errorf("no month has ended: value %v", got.Value)
	}
}

// A function of two constants and a line: nothing below 3.1, from 3.1 in a
// line from 0 to 100 at 3.6, then 100. 3.5 is four fifths of the way: 80.
func TestPiecewiseDegrees(t *testing.T) {
	c := one(contract.Requirement{Measure: contract.Number, Degree: contract.DegreeRule{By: contract.ByPieces, Pieces: []contract.Piece{
		{To: end("3.1", false), Degree: exact.Rat{}},
		{From: end("3.1", true), To: end("3.6", true), Degree: exact.Rat{}, LineTo: rat("100")},
		{From: end("3.6", false), Degree: exact.Int(120)}, // capped at the scale's 100 (rule S3)
	}}})
	for value, want := range map[string]string{"3": "0", "3.1": "0", "3.35": "50", "3.5": "80", "3.6": "100", "3.7": "100"} {
		r := mustScore(t, c, []Fact{fact("r", "2014-12-31", Quantity{exact.MustParse(value), true})}, endOfYear).Goals[0]
		if got := text(r.Degree); got != want {
			t.Errorf("%s: degree %s, want %s", value, got, want)
		}
	}
	open := mustScore(t, c, []Fact{fact("r", "2014-06-30", Quantity{exact.Int(3), false})}, endOfYear).Goals[0]
	if got := text(open.Degree); got != "0..100" {
		t.Errorf("not final: %s, want 0..100", got)
	}
}

// A contract whose scale goes to 120 lets a degree go there, unless the
// contract caps every degree at 100.
func TestDegreesAboveAHundred(t *testing.T) {
	c := one(contract.Requirement{Measure: contract.Number, Degree: contract.DegreeRule{By: contract.ByPieces, Pieces: []contract.Piece{
		{From: end("0", true), To: end("10", true), Degree: exact.Rat{}, LineTo: rat("150")}}}})
	c.Blocks[0].Goals[0].Scale.Max = exact.Int(120)
	facts := []Fact{fact("r", "2014-12-31", Quantity{exact.Int(10), true})}
	if got := text(mustScore(t, c, facts, endOfYear).Goals[0].Degree); got != "120" {
		t.Errorf("degree %s, want 120", got)
	}
	c.DegreeCap = rat("100")
	if got := text(mustScore(t, c, facts, endOfYear).Goals[0].Degree); got != "100" {
		t.Errorf("capped: degree %s, want 100", got)
	}
}

// A table with every end said to be in or out, and a hole that the rule's
// "else" fills.
func TestTableOfIntervals(t *testing.T) {
	c := one(contract.Requirement{Measure: contract.Number, Degree: contract.DegreeRule{By: contract.ByTable, Else: exact.Int(10), Table: []contract.TableRow{
		{To: end("60", false), Degree: exact.Rat{}},
		{From: end("60", true), To: end("80", false), Degree: exact.Int(50)},
		{From: end("80", false), Degree: exact.Int(100)},
	}}})
	for value, want := range map[string]string{"59.99": "0", "60": "50", "79.9": "50", "80": "10", "80.01": "100"} {
		if got := text(mustScore(t, c, []Fact{fact("r", "2014-12-31", Quantity{exact.MustParse(value), true})}, endOfYear).Goals[0].Degree); got != want {
			t.Errorf("%s: degree %s, want %s", value, got, want)
		}
	}
}

func TestAnswersAndLevels(t *testing.T) {
	yesNo := one(contract.Requirement{Measure: contract.YesNo, Degree: contract.DegreeRule{By: contract.ByTarget}})
	for yes, want := range map[bool]string{true: "100", false: "0"} {
		if got := text(mustScore(t, yesNo, []Fact{fact("r", "2014-12-31", Answer{yes})}, endOfYear).Goals[0].Degree); got != want {
			t.Errorf("answer %v: degree %s, want %s", yes, got, want)
		}
	}
	level := one(contract.Requirement{Measure: contract.Verbal, Degree: contract.DegreeRule{By: contract.ByTarget}})
	level.Blocks[0].Goals[0].Scale.Levels = []contract.Level{{ID: "not", Degree: exact.Int(20)}, {ID: "partly", Degree: exact.Int(60)}}
	if got := text(mustScore(t, level, nil, endOfYear).Goals[0].Degree); got != "20..60" {
		t.Errorf("no level: %s, want 20..60", got)
	}
	if got := text(mustScore(t, level, []Fact{fact("r", "2014-12-31", LevelReached{"partly"})}, endOfYear).Goals[0].Degree); got != "60" {
		t.Errorf("partly: %s, want 60", got)
	}
}

// A target that grows 5 % on the mean of 190 and 210: 200 × 1.05 = 210.
func TestTargetGrowsFromABaseline(t *testing.T) {
	c := one(contract.Requirement{Measure: contract.Number, Degree: contract.DegreeRule{By: contract.ByTarget},
		Targets: []contract.Target{{Year: 2014, Bound: contract.AtLeast, Baseline: &contract.Baseline{Relative: true, Growth: exact.Int(5),
			Years: []contract.YearValue{{Year: 2012, Value: exact.Int(190)}, {Year: 2013, Value: exact.Int(210)}}}}}})
	for value, want := range map[string]string{"210": "100", "209.9": "0"} {
		if got := text(mustScore(t, c, []Fact{fact("r", "2014-12-31", Quantity{exact.MustParse(value), true})}, endOfYear).Goals[0].Degree); got != want {
			t.Errorf("%s: %s, want %s", value, got, want)
		}
	}
}

// A survey that rests on too few answers decides nothing.
func TestASurveyNeedsItsCoverage(t *testing.T) {
	c := one(contract.Requirement{Measure: contract.Survey, Targets: target(contract.AtLeast, "75"), Coverage: &contract.Coverage{Least: 100},
		Degree: contract.DegreeRule{By: contract.ByTarget}})
	for answered, want := range map[int64]string{99: "0..100", 100: "100"} {
		if got := text(mustScore(t, c, []Fact{fact("r", "2014-12-31", SurveyShare{answered, answered, true})}, endOfYear).Goals[0].Degree); got != want {
			t.Errorf("%d answers: %s, want %s", answered, got, want)
		}
	}
}

// A fact of another measure says nothing about the requirement.
func TestAFactOfAnotherMeasureIsNoResult(t *testing.T) {
	c := one(contract.Requirement{Measure: contract.Survey, Targets: target(contract.AtLeast, "75"), Degree: contract.DegreeRule{By: contract.ByTarget}})
	if got := text(mustScore(t, c, []Fact{fact("r", "2014-12-31", CaseShare{1, 1, true})}, endOfYear).Goals[0].Degree); got != "0..100" {
		t.Errorf("got %s, want 0..100", got)
	}
}

// yesNoGoal has n yes/no requirements r1…rn.
func yesNoGoal(n int, combine contract.Combine, scale contract.Scale) *contract.Contract {
	c := one(contract.Requirement{Measure: contract.YesNo, Degree: contract.DegreeRule{By: contract.ByTarget}})
	g := &c.Blocks[0].Goals[0]
	template := g.Requirements[0]
	g.Requirements = nil
	for i := range n {
		r := template
		r.ID = "r" + string(rune('1'+i))
		r.Weight = &contract.Weight{Value: exact.Int(int64(i + 1))}
		g.Requirements = append(g.Requirements, r)
	}
	g.Combine, g.Scale = combine, scale
	return c
}

func TestRulesFromRequirementsToTheGoal(t *testing.T) {
	free := contract.Scale{Max: exact.Int(100)}
	steps := contract.Scale{Degrees: []exact.Rat{{}, exact.Int(50), exact.Int(100)}}
	bands := []contract.CountBand{{All: true, Degree: exact.Int(100)}, {Share: rat("1/2"), Degree: exact.Int(50)}}
	for _, x := range []struct {
		name    string
		combine contract.Combine
		scale   contract.Scale
		answers string // y, n or - for each of r1, r2, r3
		want    string
	}{
		{"all of, all kept", contract.Combine{By: contract.AllOf}, free, "yyy", "100"},
		{"all of, one missed settles it", contract.Combine{By: contract.AllOf}, free, "-n-", "0"},
		{"all of, one open", contract.Combine{By: contract.AllOf}, free, "yy-", "0..100"},
		// Weights 1, 2, 3 of 6: r1 and r3 are 4/6 = 66 2/3.
		{"mean", contract.Combine{By: contract.WeightedMean}, free, "yny", "200/3"},
		{"mean, r3 open", contract.Combine{By: contract.WeightedMean}, free, "yn-", "50/3..200/3"},
		{"mean on a scale of steps", contract.Combine{By: contract.WeightedMean}, steps, "yny", "50"},
		{"share of three, two are half rounded up", contract.Combine{By: contract.ShareOf, Bands: bands}, free, "yyn", "50"},
		{"share of three, one", contract.Combine{By: contract.ShareOf, Bands: bands, Else: exact.Int(10)}, free, "ynn", "10"},
		{"share of three, one open", contract.Combine{By: contract.ShareOf, Bands: bands}, free, "yn-", "0..50"},
		{"assessed alone", contract.Combine{By: contract.AssessedAlone}, free, "yyy", "0..100"},
	} {
		c := yesNoGoal(3, x.combine, x.scale)
		var facts []Fact
		for i, a := range x.answers {
			if a != '-' {
				facts = append(facts, fact("r"+string(rune('1'+i)), "2014-12-31", Answer{a == 'y'}))
			}
		}
		if got := text(mustScore(t, c, facts, endOfYear).Goals[0].Calculated); got != x.want {
			t.Errorf("%s: %s, want %s", x.name, got, x.want)
		}
	}
}

// Goals under goals: block A weighs 60 with goals of 1 and 2, block B 40 with
// one goal. Shares are 20, 40 and 40; a heading without weight changes nothing.
func TestWeightsNest(t *testing.T) {
	goal := func(id, weight string) contract.Goal {
		return contract.Goal{ID: id, Weight: contract.Weight{Value: exact.MustParse(weight)}}
	}
	c := &contract.Contract{Blocks: []contract.Block{{ID: "heading", Blocks: []contract.Block{
		{ID: "A", Weight: &contract.Weight{Value: exact.Int(60)}, Goals: []contract.Goal{goal("a1", "1"), goal("a2", "2")}},
		{ID: "B", Weight: &contract.Weight{Value: exact.Int(40)}, Goals: []contract.Goal{goal("b", "7")}},
	}}}}
	card := mustScore(t, c, []Fact{assess("a1", 100), assess("b", 50)}, endOfYear)
	for i, want := range []string{"20", "40", "40"} {
		if got := card.Goals[i].Weight.String(); got != want {
			t.Errorf("goal %s: share %s, want %s", card.Goals[i].ID, got, want)
		}
	}
	// 100 % of 20 and 50 % of 40 are 40; a2 is open with 40 more.
	if got := card.Total; got.Worst.String() != "40" || got.Best.String() != "80" || got.Decided.String() != "60" {
		t.Errorf("total %v to %v, decided %v", got.Worst, got.Best, got.Decided)
	}
}

// An addition of 10 counts above the 100 that the others share.
func TestAnAdditionCountsAboveTheSum(t *testing.T) {
	c := &contract.Contract{Total: contract.TotalRule{By: contract.WeightedSum}, Blocks: []contract.Block{{ID: "b", Goals: []contract.Goal{
		{ID: "a", Weight: contract.Weight{Value: exact.Int(100)}},
		{ID: "extra", Weight: contract.Weight{Value: exact.Int(10)}, Addition: true},
	}}}}
	facts := []Fact{assess("a", 100), assess("extra", 100)}
	if got := mustScore(t, c, facts, endOfYear).Total.Obtained.String(); got != "110" {
		t.Errorf("total %s, want 110", got)
	}
	c.Total.Cap = rat("105")
	if got := mustScore(t, c, facts, endOfYear).Total.Obtained.String(); got != "105" {
		t.Errorf("capped total %s, want 105", got)
	}
}

func TestRulesForTheTotal(t *testing.T) {
	goals := func(rule contract.TotalRule) *contract.Contract {
		b := contract.Block{ID: "b"}
		for _, id := range []string{"a", "b", "c"} {
			b.Goals = append(b.Goals, contract.Goal{ID: id, Weight: contract.Weight{Value: exact.Int(1)}})
		}
		b.Goals[0].Weight.Value = exact.Int(2) // a counts half
		return &contract.Contract{Total: rule, Blocks: []contract.Block{b}}
	}
	lookup := []contract.TableRow{
		{To: end("2", false), Degree: exact.Rat{}},
		{From: end("2", true), To: end("3", false), Degree: exact.Int(60)},
		{From: end("3", true), Degree: exact.Int(100)},
	}
	for _, x := range []struct {
		name        string
		rule        contract.TotalRule
		facts       []Fact
		worst, best string
	}{
		{"weighted sum", contract.TotalRule{By: contract.WeightedSum}, []Fact{assess("a", 100), assess("b", 0)}, "50", "75"},
		{"mean", contract.TotalRule{By: contract.Mean}, []Fact{assess("a", 100), assess("b", 0), assess("c", 0)}, "100/3", "100/3"},
		{"goals reached", contract.TotalRule{By: contract.GoalsReached, Lookup: lookup}, []Fact{assess("a", 100), assess("b", 100), assess("c", 99)}, "60", "60"},
		{"goals reached, one open", contract.TotalRule{By: contract.GoalsReached, Lookup: lookup}, []Fact{assess("a", 100), assess("b", 100)}, "60", "100"},
		{"gate missed", contract.TotalRule{By: contract.WeightedSum, Gates: []string{"b"}}, []Fact{assess("a", 100), assess("b", 50)}, "0", "0"},
		{"gate open", contract.TotalRule{By: contract.WeightedSum, Gates: []string{"b"}}, []Fact{assess("a", 100)}, "0", "100"},
		{"gate kept", contract.TotalRule{By: contract.WeightedSum, Gates: []string{"b"}}, []Fact{assess("b", 100)}, "25", "100"},
		{"cap", contract.TotalRule{By: contract.WeightedSum, Cap: rat("90")}, []Fact{assess("a", 100)}, "50", "90"},
	} {
		got := mustScore(t, goals(x.rule), x.facts, endOfYear).Total
		if got.Worst.String() != x.worst || got.Best.String() != x.best || !got.Obtained.Equal(got.Worst) {
			t.Errorf("%s: %v to %v, want %s to %s", x.name, got.Worst, got.Best, x.worst, x.best)
		}
	}
}

// A contract may say until when facts of its year count.
func TestFactsCountUntilTheContractsDay(t *testing.T) {
	c := cpr(t)
	c.Reporting.FactsUntil = calendar.MustDate("2015-01-31")
	f := assess("7", 100)
	f.Recorded = calendar.MustDate("2015-02-01").Start()
	if g := mustScore(t, c, []Fact{f}, calendar.MustDate("2015-03-01").End()).Goals[6]; g.Assessed != nil {
		t.Error("a fact recorded after the contract's day counts")
	}
}

func TestScoringAnEmptyContract(t *testing.T) {
	card := mustScore(t, &contract.Contract{}, []Fact{assess("x", 100)}, endOfYear)
	if len(card.Goals) != 0 || !card.Total.Best.IsZero() || !strings.HasPrefix(card.Explanation.Rule, "explain.total.") {
		t.Errorf("got %+v", card)
	}
}
