package scoring

import (
	"testing"

	"opfyldt/internal/calendar"
	"opfyldt/internal/exact"
	"opfyldt/internal/fault"
)

func goalBest(card Scorecard, goal string) exact.Rat {
	for _, g := range card.Goals {
		if g.ID == goal {
			return g.Calculated.Best
		}
	}
	return exact.Rat{}
}

// Each supposition takes the place of what was reported, and is final.
func TestSuppose(t *testing.T) {
	c := cpr(t)
	november := calendar.Month{Year: 2014, Month: 11}
	day := calendar.MustDate("2014-12-31")
	facts := []Fact{
		fact("4", "2014-09-30", CaseShare{Timely: 328, Total: 341}),
		fact("6", "2014-09-01", SurveyShare{Satisfied: 357, Answered: 500, Final: true}),
		done("plan.done", "2014-06-24"),
	}
	for _, test := range []struct {
		name string
		goal int
		set  Supposition
		want string
	}{
		{"a provisional figure at the target", 3, Supposition{"4", day, ByHand{exact.Int(95)}}, "100"},
		{"a provisional figure a hair below", 3, Supposition{"4", day, ByHand{exact.MustParse("94.99")}}, "0"},
		{"a decided survey set anew", 5, Supposition{"6", day, ByHand{exact.Int(75)}}, "100"},
		{"a deviation of two percent", 7, Supposition{"8", day, ByHand{exact.Int(2)}}, "100"},
		{"one month below its count", 4, Supposition{"5b", day, MonthCount{Month: november, Count: 49}}, "0"},
		{"one month at its count", 4, Supposition{"5b", day, MonthCount{Month: november, Count: 50}}, "0..100"},
		{"the discussion in time", 0, Supposition{"plan.discussed", day, StepReport{Status: Done}}, "100"},
		{"the discussion a day late", 0, Supposition{"plan.discussed", day.AddDays(1), StepReport{Status: Done}}, "50"},
		{"a service dropped", 1, Supposition{"lodging.live", day, StepReport{Status: Dropped}}, "0..50"},
		{"a degree by hand", 1, Supposition{"2", day, Assessment{Degree: exact.Int(50)}}, "50"},
	} {
		t.Run(test.name, func(t *testing.T) {
			card, err := Suppose(c, facts, []Supposition{test.set}, endOfYear)
			if err != nil {
				t.Fatal(err)
			}
			if got := text(card.Goals[test.goal].Degree); got != test.want {
				t.Errorf("degree %s, want %s", got, test.want)
			}
		})
	}
}

// Goal 4 kept and goal 7 lost: 12.5 sure, and at most 100 − 12.5; the facts that
// were given are as before.
func TestSuppositionsAddUpAndChangeNothing(t *testing.T) {
	c := cpr(t)
	facts := []Fact{fact("4", "2014-09-30", CaseShare{Timely: 328, Total: 341})}
	day := calendar.MustDate("2014-12-31")
	set := []Supposition{
		{"4", day, ByHand{exact.Int(95)}},
		{"web-client.in-use", day, StepReport{Status: Dropped}},
	}
	card, err := Suppose(c, facts, set, endOfYear)
	if err != nil {
		t.Fatal(err)
	}
	if got := text(between(card.Total.Worst, card.Total.Best)); got != "12.5..87.5" {
		t.Errorf("total %s, want 12.5..87.5", got)
	}
	if rule := card.Explanation.Find("result:4").Rule; rule != "explain.supposed.result" {
		t.Errorf("the figure is explained by %s", rule)
	}
	again := mustScore(t, c, facts, endOfYear)
	if got := text(between(again.Total.Worst, again.Total.Best)); got != "0..100" {
		t.Errorf("afterwards the facts give %s, want 0..100", got)
	}
}

func TestNoSuppositionOfWhatTheContractDoesNotHave(t *testing.T) {
	c := cpr(t)
	for _, s := range []Supposition{
		{Subject: "nothing.live", Value: StepReport{Status: Done}},
		{Subject: "9", Value: Assessment{Degree: exact.Int(50)}},
		{Subject: "5b", Value: ByHand{exact.Int(50)}},
		{Subject: "5b", Value: MonthCount{Month: calendar.Month{Year: 2015, Month: 1}, Count: 50}},
		{Subject: "2", Value: ByHand{exact.Int(3)}},
	} {
		if _, err := Suppose(c, nil, []Supposition{s}, endOfYear); fault.KindOf(err) != fault.Invalid {
			t.Errorf("%s: %v, want it refused", s.Subject, err)
		}
	}
}
