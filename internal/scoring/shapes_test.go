package scoring

import (
	"testing"

	"opfyldt/internal/calendar"
	"opfyldt/internal/contract"
	"opfyldt/internal/exact"
)

var byTarget = contract.DegreeRule{By: contract.ByTarget}

// number is a requirement of one figure with one target.
func number(t contract.Target, rule contract.DegreeRule) contract.Requirement {
	t.Year = 2014
	return contract.Requirement{Measure: contract.Number, Targets: []contract.Target{t}, Degree: rule}
}

func least(value string) contract.Target {
	return contract.Target{Bound: contract.AtLeast, Value: exact.MustParse(value)}
}

func quantity(day, value string) Fact {
	return fact("r", day, Quantity{Value: exact.MustParse(value), Final: true})
}

// requirementOf scores the facts and returns the one requirement with its degree.
func requirementOf(t *testing.T, r contract.Requirement, facts ...Fact) (RequirementScore, string) {
	t.Helper()
	score := mustScore(t, one(r), facts, endOfYear).Goals[0].Requirements[0]
	return score, text(score.Degree)
}

// Quarters of 10, 20, 30 and 41: together 101, on the mean 25.25, the latest 41.
// A target of 25.25 is reached by the mean to the letter.
func TestFiguresOfPeriodsBecomeOne(t *testing.T) {
	quarters := []Fact{quantity("2014-03-31", "10"), quantity("2014-06-30", "20"), quantity("2014-09-30", "30"), quantity("2014-12-31", "41")}
	for _, x := range []struct {
		by              contract.OverBy
		target          string
		n               int // of the quarters' figures
		value, want, so string
	}{
		{contract.OverSum, "101", 4, "101", "100", "all"},
		{contract.OverSum, "101.01", 4, "101", "0", "all"},
		{contract.OverMean, "25.25", 4, "25.25", "100", "all"},
		{contract.OverMean, "25.25", 3, "20", "0..100", "some"}, // one quarter is not in
		{contract.OverLatest, "41", 4, "41", "100", "all"},
		{contract.OverLatest, "30", 3, "30", "0..100", "some"}, // the last one decides
		{contract.OverSum, "1", 0, "", "0..100", "none"},
	} {
		r := number(least(x.target), byTarget)
		r.Over = &contract.Over{By: x.by, Every: contract.EveryQuarter}
		score, degree := requirementOf(t, r, quarters[:x.n]...)
		value := ""
		if score.Value != nil {
			value = score.Value.String()
		}
		if value != x.value || degree != x.want || string(score.Data) != x.so || len(score.Facts) != x.n {
			t.Errorf("%s of %d: %s, degree %s, data %s; want %s, %s, %s", x.by, x.n, value, degree, score.Data, x.value, x.want, x.so)
		}
	}
}

// Of two figures of one quarter the newer counts, and a figure that speaks of a day
// after the year is of the last quarter: 10 + 20 + 30 + 5 = 65.
func TestAFigureCountsForThePeriodOfItsDay(t *testing.T) {
	r := number(least("65"), byTarget)
	r.Over = &contract.Over{By: contract.OverSum, Every: contract.EveryQuarter}
	c := one(r)
	facts := []Fact{quantity("2014-02-01", "99"), quantity("2014-03-31", "10"), quantity("2014-06-30", "20"),
		quantity("2014-09-30", "30"), quantity("2015-01-14", "5")}
	score := mustScore(t, c, facts, calendar.MustDate("2015-02-01").End()).Goals[0].Requirements[0]
	if score.Value.String() != "65" || text(score.Degree) != "100" {
		t.Errorf("%v, degree %s", score.Value, text(score.Degree))
	}
}

// The months' counts as one sum: 5 × 120 = 600 settles "at least 600" in May, and
// 601 settles "at most 600"; a mean waits for every month.
func TestMonthsPutTogether(t *testing.T) {
	for _, x := range []struct {
		by     contract.OverBy
		bound  contract.Bound
		months int
		last   int64
		want   string
	}{
		{contract.OverSum, contract.AtLeast, 5, 120, "100"},
		{contract.OverSum, contract.AtLeast, 5, 119, "0..100"},
		{contract.OverSum, contract.AtMost, 5, 120, "0..100"},
		{contract.OverSum, contract.AtMost, 5, 121, "0"},
		{contract.OverMean, contract.AtLeast, 5, 1000, "0..100"},
	} {
		r := contract.Requirement{Measure: contract.MonthlyCount, Targets: target(x.bound, "600"), Degree: byTarget,
			Over: &contract.Over{By: x.by, Every: contract.EveryMonth}}
		var facts []Fact
		for m := 1; m <= x.months; m++ {
			month, count := calendar.Month{Year: 2014, Month: m}, int64(120)
			if m == x.months {
				count = x.last
			}
			facts = append(facts, fact("r", month.Last().String(), MonthCount{Month: month, Count: count}))
		}
		if _, degree := requirementOf(t, r, facts...); degree != x.want {
			t.Errorf("%s %s with %d at last: %s, want %s", x.by, x.bound, x.last, degree, x.want)
		}
	}
}

// 3.5 is 0.4 of the 0.5 from 3.1 to 3.6: exactly 80 %, which binary floating point
// misses. 8 to 5 is a way downwards: 6.5 is half of it. 81 of 90 is 90 %.
func TestTheWayToTheTarget(t *testing.T) {
	for _, x := range []struct {
		name  string
		to    contract.Target
		rule  contract.DegreeRule
		value string
		want  string
	}{
		{"the cliff is reached", least("3.6"), contract.DegreeRule{From: rat("3.1"), Least: rat("80")}, "3.5", "80"},
		{"just below the cliff", least("3.6"), contract.DegreeRule{From: rat("3.1"), Least: rat("80")}, "3.4999", "0"},
		{"beyond the target", least("3.6"), contract.DegreeRule{From: rat("3.1")}, "3.7", "100"},
		{"before the beginning", least("3.6"), contract.DegreeRule{From: rat("3.1")}, "3", "0"},
		{"downwards", contract.Target{Bound: contract.AtMost, Value: exact.Int(5)}, contract.DegreeRule{From: rat("8")}, "6.5", "50"},
		{"a ratio", least("90"), contract.DegreeRule{}, "81", "90"},
		{"a third", least("3"), contract.DegreeRule{}, "1", "100/3"},
		// From the baseline 200 to 200 × 105 % = 210: 204 is four tenths.
		{"growth", contract.Target{Bound: contract.AtLeast, Baseline: &contract.Baseline{Relative: true, Growth: exact.Int(5),
			Years: []contract.YearValue{{Value: exact.Int(190)}, {Value: exact.Int(210)}}}}, contract.DegreeRule{}, "204", "40"},
		{"no way: kept", contract.Target{Bound: contract.AtMost}, contract.DegreeRule{}, "0", "100"},
		{"no way: missed", contract.Target{Bound: contract.AtMost}, contract.DegreeRule{}, "1", "0"},
	} {
		x.rule.By = contract.ByWay
		if _, degree := requirementOf(t, number(x.to, x.rule), quantity("2014-12-31", x.value)); degree != x.want {
			t.Errorf("%s: %s, want %s", x.name, degree, x.want)
		}
	}
}

// 44,100 visitors by the mean of 40,000 and 44,000 are the index 105.
func TestAnIndexOverTheMeanOfYears(t *testing.T) {
	r := number(least("105"), byTarget)
	r.Index = &contract.Index{Years: []contract.YearValue{{Year: 2012, Value: exact.Int(40_000)}, {Year: 2013, Value: exact.Int(44_000)}}}
	for value, want := range map[string]string{"44100": "100", "44099": "0"} {
		if _, degree := requirementOf(t, r, quantity("2014-12-31", value)); degree != want {
			t.Errorf("%s: %s, want %s", value, degree, want)
		}
	}
	if score, _ := requirementOf(t, r, quantity("2014-12-31", "44100")); score.Value.String() != "105" {
		t.Errorf("the index is %v", score.Value)
	}
}

// Until the outside figure is known the result decides nothing; then 7.4 keeps 7.4.
func TestABenchmarkKnownLater(t *testing.T) {
	r := number(contract.Target{Bound: contract.AtLeast, Benchmark: "the neighbours' mean"}, byTarget)
	benchmark := func(value string) Fact { return fact("r", "2014-10-01", Benchmark{Value: exact.MustParse(value)}) }
	for _, x := range []struct {
		facts []Fact
		want  string
	}{
		{[]Fact{quantity("2014-09-30", "7.4")}, "0..100"},
		{[]Fact{quantity("2014-09-30", "7.4"), benchmark("7.4")}, "100"},
		{[]Fact{benchmark("7.5"), quantity("2014-12-01", "7.4")}, "0"},
	} {
		if score, degree := requirementOf(t, r, x.facts...); degree != x.want || (score.Kept == nil) != (x.want == "0..100") {
			t.Errorf("%d facts: %s, kept %s; want %s", len(x.facts), degree, keptText(score.Kept), x.want)
		}
	}
}

// 24 of 40 are exactly 60 %. What rests on too few, or on nobody knows how many,
// decides nothing.
func TestANumberNeedsItsCoverage(t *testing.T) {
	r := number(least("3"), byTarget)
	r.Coverage = &contract.Coverage{Least: 20, Share: rat("60")}
	for basis, want := range map[Basis]string{
		{24, 40}: "100", {24, 41}: "0..100", {19, 20}: "0..100", {24, 0}: "0..100", {}: "0..100",
	} {
		f := quantity("2014-12-31", "3")
		f.Basis = basis
		if _, degree := requirementOf(t, r, f); degree != want {
			t.Errorf("%+v: %s, want %s", basis, degree, want)
		}
	}
}

// From July on 40 are enough: March is held against 50, July against 40.
func TestATargetRevisedWithinTheYear(t *testing.T) {
	r := contract.Requirement{Measure: contract.MonthlyCount, Degree: byTarget, Targets: []contract.Target{
		{Year: 2014, Bound: contract.AtLeast, Value: exact.Int(50)},
		{Year: 2014, From: calendar.MustDate("2014-07-01"), Bound: contract.AtLeast, Value: exact.Int(40)},
	}}
	year := func(march, july int64) (facts []Fact) {
		for m := 1; m <= 12; m++ {
			count := map[bool]int64{true: 50, false: 40}[m < 7]
			switch m {
			case 3:
				count = march
			case 7:
				count = july
			}
			month := calendar.Month{Year: 2014, Month: m}
			facts = append(facts, fact("r", month.Last().String(), MonthCount{Month: month, Count: count}))
		}
		return facts
	}
	for want, facts := range map[string][]Fact{"100": year(50, 40), "0": year(49, 40)} {
		if _, degree := requirementOf(t, r, facts...); degree != want {
			t.Errorf("%s, want %s", degree, want)
		}
	}
	if _, degree := requirementOf(t, r, year(50, 39)...); degree != "0" {
		t.Errorf("39 in July: %s", degree)
	}
}
