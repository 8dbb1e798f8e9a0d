package scoring

import (
	"testing"

	"opfyldt/internal/contract"
	"opfyldt/internal/exact"
)

// withReserve is a goal of r1 and r2 with the weights 1 and 3, where r3 stands in
// for r2, and r4 for r3.
func withReserve(by contract.CombineBy) *contract.Contract {
	c := yesNoGoal(4, contract.Combine{By: by, Bands: []contract.CountBand{
		{All: true, Degree: exact.Int(100)}, {Count: 1, Degree: exact.Int(50)}}}, contract.Scale{Max: exact.Int(100)})
	reqs := c.Blocks[0].Goals[0].Requirements
	reqs[0].Weight.Value, reqs[1].Weight.Value = exact.Int(1), exact.Int(3)
	reqs[1].Fallback, reqs[2].Fallback = "r3", "r4"
	reqs[2].Weight, reqs[3].Weight = nil, nil
	return c
}

// A reserve counts only where what it stands in for does not exist, and then with
// that one's weight: r1 is 1 of 4, so yes and no are 25, no and yes 75.
func TestAReserveStandsInForAMissingIndicator(t *testing.T) {
	yes := func(id string, day string) Fact { return fact(id, day, Answer{Yes: true}) }
	no := func(id string, day string) Fact { return fact(id, day, Answer{}) }
	missing := func(id, day string) Fact { return fact(id, day, NoIndicator{Reason: "it was given up"}) }
	for _, x := range []struct {
		name  string
		by    contract.CombineBy
		facts []Fact
		want  string
	}{
		{"the reserve is not needed", contract.WeightedMean, []Fact{yes("r1", "2014-02-01"), no("r2", "2014-02-01"), yes("r3", "2014-02-01")}, "25"},
		{"it stands in", contract.WeightedMean, []Fact{no("r1", "2014-02-01"), missing("r2", "2014-02-01"), yes("r3", "2014-02-01")}, "75"},
		{"it is open", contract.WeightedMean, []Fact{yes("r1", "2014-02-01"), missing("r2", "2014-02-01")}, "25..100"},
		{"the reserve is missing too", contract.WeightedMean, []Fact{no("r1", "2014-02-01"), missing("r2", "2014-02-01"), missing("r3", "2014-02-01"), yes("r4", "2014-02-01")}, "75"},
		{"the indicator was found after all", contract.WeightedMean, []Fact{no("r1", "2014-02-01"), missing("r2", "2014-02-01"),
			fact("r2", "2014-03-01", NoIndicator{Withdrawn: true}), no("r2", "2014-04-01"), yes("r3", "2014-02-01")}, "0"},
		{"all of", contract.AllOf, []Fact{yes("r1", "2014-02-01"), missing("r2", "2014-02-01"), yes("r3", "2014-02-01")}, "100"},
		{"all of two, not four", contract.ShareOf, []Fact{yes("r1", "2014-02-01"), missing("r2", "2014-02-01"), yes("r3", "2014-02-01")}, "100"},
		{"one of two", contract.ShareOf, []Fact{yes("r1", "2014-02-01"), no("r2", "2014-02-01"), yes("r3", "2014-02-01")}, "50"},
	} {
		if got := text(mustScore(t, withReserve(x.by), x.facts, endOfYear).Goals[0].Degree); got != x.want {
			t.Errorf("%s: %s, want %s", x.name, got, x.want)
		}
	}
}

// A file of the first format means what it meant: both count.
func TestInTheFirstFormatAReserveCountsBeside(t *testing.T) {
	c := withReserve(contract.AllOf)
	c.Format = "opfyldt-contract/1"
	facts := []Fact{fact("r1", "2014-02-01", Answer{Yes: true}), fact("r2", "2014-02-01", Answer{Yes: true}), fact("r3", "2014-02-01", Answer{})}
	if got := text(mustScore(t, c, facts, endOfYear).Goals[0].Degree); got != "0" {
		t.Errorf("got %s, want 0", got)
	}
}

// The payment is looked up and changes nothing: 79.9 gives 50, 80 gives 100, and
// what lies between 50 and 100 can give either.
func TestWhatTheTotalIsUsedForIsReckonedApart(t *testing.T) {
	use := &contract.TotalUse{Text: "Grant", Unit: "percent", Rows: []contract.UseRow{
		{To: end("60", false), Amount: exact.Rat{}},
		{From: end("60", true), To: end("80", false), Amount: exact.Int(50)},
		{From: end("80", true), Amount: exact.Int(100)},
	}}
	for _, x := range []struct{ worst, best, least, most string }{
		{"79.9", "79.9", "50", "50"},
		{"80", "80", "100", "100"},
		{"50", "100", "0", "100"},
		{"60", "80", "50", "100"},
		{"0", "60", "0", "50"},
		{"0", "59.9", "0", "0"},
	} {
		got := useOf(use, Totals{Worst: exact.MustParse(x.worst), Best: exact.MustParse(x.best)})
		if got.Worst.String() != x.least || got.Best.String() != x.most || got.Known != (x.least == x.most) {
			t.Errorf("%s to %s: %+v, want %s to %s", x.worst, x.best, got, x.least, x.most)
		}
	}
	use.Rows = use.Rows[1:2] // only 60 to 80 gives anything
	if got := useOf(use, Totals{Worst: exact.Int(70), Best: exact.Int(90)}); got.Worst.String() != "0" || got.Best.String() != "50" {
		t.Errorf("where no row holds it: %+v", got)
	}
	if useOf(nil, Totals{}) != nil {
		t.Error("an amount for nothing")
	}
}

// A target of 80 on the total: 80 keeps it, 79 misses it, 50 to 100 leaves it open.
func TestTheTargetOnTheTotalItself(t *testing.T) {
	rule := &contract.TotalRule{Target: rat("80")}
	for want, r := range map[string]Totals{
		"yes":  {Worst: exact.Int(80), Best: exact.Int(90)},
		"no":   {Worst: exact.Int(0), Best: exact.Int(79)},
		"open": {Worst: exact.Int(50), Best: exact.Int(100)},
	} {
		if got := keptText(totalKept(rule, r)); got != want {
			t.Errorf("%v to %v: %s, want %s", r.Worst, r.Best, got, want)
		}
	}
	if totalKept(&contract.TotalRule{}, Totals{}) != nil {
		t.Error("no target is kept or missed")
	}
}
