package scoring

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"testing"

	"pgregory.net/rapid"

	"opfyldt/internal/calendar"
	"opfyldt/internal/contract"
	"opfyldt/internal/exact"
)

// drawFacts draws a year of facts about the CPR contract's subjects.
func drawFacts(t *rapid.T, c *contract.Contract) []Fact {
	steps := stepsOf(c)
	return rapid.SliceOfN(rapid.Custom(func(t *rapid.T) Fact {
		f := Fact{
			ID:  rapid.StringMatching(`[a-d]{1,3}`).Draw(t, "id"),
			Day: calendar.MustDate("2014-01-01").AddDays(rapid.IntRange(0, 380).Draw(t, "day")),
		}
		f.Recorded = calendar.MustDate("2014-01-01").AddDays(rapid.IntRange(0, 380).Draw(t, "recorded")).Start()
		f.Subject, f.Value = drawValue(t, steps)
		return f
	}), 0, 60).Draw(t, "facts")
}

func stepsOf(c *contract.Contract) []string {
	var steps []string
	for _, g := range c.Goals() {
		for _, r := range g.Requirements {
			for _, item := range r.Items {
				for _, s := range item.Steps {
					steps = append(steps, s.ID)
				}
			}
		}
	}
	return steps
}

func drawValue(t *rapid.T, steps []string) (string, Value) {
	final := rapid.Bool().Draw(t, "final")
	total := rapid.Int64Range(1, 200).Draw(t, "total")
	part := rapid.Int64Range(0, total).Draw(t, "part")
	switch rapid.IntRange(0, 6).Draw(t, "kind") {
	case 0:
		return rapid.SampledFrom([]string{"4", "5a"}).Draw(t, "share"), CaseShare{part, total, final}
	case 1:
		month := calendar.Month{Year: 2014, Month: rapid.IntRange(1, 12).Draw(t, "month")}
		return "5b", MonthCount{month, rapid.Int64Range(45, 60).Draw(t, "count"), !final}
	case 2:
		return "6", SurveyShare{part, total, final}
	case 3:
		return "8", Spending{total, part, final}
	case 4:
		degree := exact.Int(rapid.SampledFrom([]int64{0, 50, 100}).Draw(t, "degree"))
		goal := rapid.SampledFrom([]string{"1", "2", "3"}).Draw(t, "goal")
		return goal, Assessment{Degree: degree, Withdrawn: rapid.Bool().Draw(t, "withdrawn")}
	}
	status := rapid.SampledFrom([]StepStatus{Planned, Started, Done, Done, Dropped}).Draw(t, "status")
	return rapid.SampledFrom(steps).Draw(t, "step"), StepReport{Status: status}
}

// The total lies within worst and best, these within 0 and 100, and what is
// decided makes them meet.
func TestTotalLiesWithinWorstAndBest(t *testing.T) {
	c := cpr(t)
	rapid.Check(t, func(t *rapid.T) {
		card, err := Score(c, drawFacts(t, c), endOfYear)
		if err != nil {
			t.Fatal(err)
		}
		for _, total := range []Totals{card.Total, card.Calculated} {
			open := total.Best.Sub(total.Worst)
			if total.Worst.Sign() < 0 || open.Sign() < 0 || hundred.Less(total.Best) || !total.Obtained.Equal(total.Worst) {
				t.Fatalf("obtained %v in %v to %v", total.Obtained, total.Worst, total.Best)
			}
			// What is open of the total is at most the weight that is open.
			if hundred.Sub(total.Decided).Less(open) {
				t.Fatalf("%v decided, but %v to %v", total.Decided, total.Worst, total.Best)
			}
		}
	})
}

// Facts recorded at the same instant count alike in any order.
func TestTheOrderOfFactsDoesNotMatter(t *testing.T) {
	c := cpr(t)
	rapid.Check(t, func(t *rapid.T) {
		facts := drawFacts(t, c)
		for i := range facts {
			facts[i].Recorded = calendar.MustDate("2014-06-01").Start()
			facts[i].ID = fmt.Sprint("f", i) // ids are unique
		}
		shuffled := slices.Clone(facts)
		seed := rapid.Uint64().Draw(t, "seed")
		rand.New(rand.NewPCG(seed, 0)).Shuffle(len(shuffled), func(i, j int) { shuffled[i], shuffled[j] = shuffled[j], shuffled[i] })
		a, errA := Score(c, facts, endOfYear)
		b, errB := Score(c, shuffled, endOfYear)
		if errA != nil || errB != nil || !sameTotals(a.Total, b.Total) || !sameTotals(a.Calculated, b.Calculated) {
			t.Fatalf("%+v and %+v", a.Total, b.Total)
		}
	})
}

// A fact that helps never lowers anything: a step done in time, a better
// share, a month with enough cases.
func TestAFactThatHelpsNeverLowersADegree(t *testing.T) {
	c := cpr(t)
	steps := stepsOf(c)
	rapid.Check(t, func(t *rapid.T) {
		facts := drawFacts(t, c)
		before, err := Score(c, facts, endOfYear)
		if err != nil {
			t.Fatal(err)
		}
		after, err := Score(c, append(slices.Clone(facts), helpful(t, steps)), endOfYear)
		if err != nil {
			t.Fatal(err)
		}
		for i := range before.Goals {
			b, a := before.Goals[i].Calculated, after.Goals[i].Calculated
			if a.Worst.Less(b.Worst) || a.Best.Less(b.Best) {
				t.Fatalf("goal %s: from %s to %s", before.Goals[i].ID, text(b), text(a))
			}
		}
	})
}

// helpful is the newest fact there is, and the best of its kind.
func helpful(t *rapid.T, steps []string) Fact {
	month := calendar.Month{Year: 2014, Month: rapid.IntRange(1, 12).Draw(t, "helpful month")}
	f := rapid.SampledFrom([]Fact{
		{Subject: rapid.SampledFrom(steps).Draw(t, "helpful step"), Day: calendar.MustDate("2014-01-10"), Value: StepReport{Status: Done}},
		{Subject: "4", Value: CaseShare{100, 100, true}},
		{Subject: "5a", Value: CaseShare{92, 100, true}},
		{Subject: "5b", Value: MonthCount{Month: month, Count: 60}},
		{Subject: "6", Value: SurveyShare{75, 100, true}},
		{Subject: "8", Value: Spending{100, 100, true}},
	}).Draw(t, "helpful")
	f.ID, f.Recorded = "zzzz", endOfYear
	return f
}

// Deciding narrows: a final result or a settled step, where nothing was known
// of the subject, never widens what is reachable.
func TestDecidingNarrows(t *testing.T) {
	c := cpr(t)
	steps := stepsOf(c)
	rapid.Check(t, func(t *rapid.T) {
		subject, value := drawValue(t, steps)
		facts := slices.DeleteFunc(drawFacts(t, c), func(f Fact) bool { return f.Subject == subject })
		before, err := Score(c, facts, endOfYear)
		if err != nil {
			t.Fatal(err)
		}
		day := calendar.MustDate("2014-01-01").AddDays(rapid.IntRange(0, 380).Draw(t, "decided day"))
		after, err := Score(c, append(facts, Fact{ID: "zzzz", Subject: subject, Day: day, Recorded: endOfYear, Value: value}), endOfYear)
		if err != nil {
			t.Fatal(err)
		}
		for i := range before.Goals {
			b, a := before.Goals[i].Calculated, after.Goals[i].Calculated
			if a.Worst.Less(b.Worst) || b.Best.Less(a.Best) {
				t.Fatalf("goal %s: from %s to %s", before.Goals[i].ID, text(b), text(a))
			}
		}
	})
}

// Points, fractions or percents: scaling every weight leaves the total.
func TestScalingAllWeightsLeavesTheTotal(t *testing.T) {
	plain, scaled := cpr(t), cpr(t)
	rapid.Check(t, func(t *rapid.T) {
		factor := exact.Frac(rapid.Int64Range(1, 1000).Draw(t, "up"), rapid.Int64Range(1, 1000).Draw(t, "down"))
		plainGoals, scaledGoals := plain.Goals(), scaled.Goals()
		for i := range plainGoals {
			w := exact.Int(rapid.Int64Range(1, 50).Draw(t, "weight"))
			plainGoals[i].Weight.Value, scaledGoals[i].Weight.Value = w, w.Mul(factor)
		}
		facts := drawFacts(t, plain)
		a, errA := Score(plain, facts, endOfYear)
		b, errB := Score(scaled, facts, endOfYear)
		if errA != nil || errB != nil || !sameTotals(a.Total, b.Total) {
			t.Fatalf("%+v and %+v", a.Total, b.Total)
		}
	})
}
