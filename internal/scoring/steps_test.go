package scoring

import (
	"testing"

	"opfyldt/internal/calendar"
	"opfyldt/internal/contract"
	"opfyldt/internal/exact"
)

func TestStateOfAStepDue30June(t *testing.T) {
	step := &contract.Step{ID: "s", Due: calendar.MustDate("2014-06-30")}
	for _, c := range []struct {
		name  string
		fact  *Fact
		today string
		want  ItemState
	}{
		{"nothing, before", nil, "2014-06-01", Open},
		{"nothing, on the day", nil, "2014-06-30", Open},
		{"nothing, after", nil, "2014-07-01", Overdue},
		{"done on the day", report("2014-06-30", Done), "2014-12-31", Kept},
		{"done a day late", report("2014-07-01", Done), "2014-12-31", Late},
		{"dropped before", report("2014-02-01", Dropped), "2014-02-02", Lost},
		{"started, spoken of before", report("2014-06-30", Started), "2014-07-01", Overdue},
		{"started, spoken of after", report("2014-07-01", Started), "2014-07-01", Late},
		{"planned, before", report("2014-01-10", Planned), "2014-02-01", Open},
	} {
		if got := stepState(step, c.fact, calendar.MustDate(c.today)); got != c.want {
			t.Errorf("%s: %s, want %s", c.name, got, c.want)
		}
	}
}

func report(day string, status StepStatus) *Fact {
	f := fact("s", day, StepReport{Status: status})
	return &f
}

// A step whose limit counts from an event is not judged by its day, and one
// without any agreed day is kept when it is done.
func TestStepsWithoutADate(t *testing.T) {
	today := calendar.MustDate("2014-12-31")
	after := &contract.Step{ID: "s", After: &contract.AfterEvent{Event: "tilsagn"}}
	if got := stepState(after, report("2014-05-01", Done), today); got != Open {
		t.Errorf("after an event: %s, want open", got)
	}
	if got := stepState(&contract.Step{ID: "s"}, report("2014-05-01", Done), today); got != Kept {
		t.Errorf("without a date: %s, want kept", got)
	}
}

// Two items decide by their marked steps; a third has none marked and counts
// for nothing, whatever happens to it.
func TestOnlyMarkedStepsDecide(t *testing.T) {
	due := calendar.MustDate("2014-06-30")
	c := one(contract.Requirement{Measure: contract.Milestones,
		Items: []contract.Item{
			{ID: "a", Steps: []contract.Step{{ID: "a1", Due: due}, {ID: "a2", Due: due, Decides: true}}},
			{ID: "b", Steps: []contract.Step{{ID: "b1", Due: due, Decides: true}, {ID: "b2", Due: due, Decides: true}}},
			{ID: "beside", Steps: []contract.Step{{ID: "c1", Due: due}}},
		},
		Degree: contract.DegreeRule{By: contract.ByItems, Items: []contract.CountBand{
			{All: true, Degree: exact.Int(100)}, {Count: 1, Degree: exact.Int(50)},
		}},
	})
	for _, x := range []struct {
		name  string
		facts []Fact
		want  string
	}{
		{"nothing", nil, "0..100"},
		{"a's other step is late", []Fact{done("a1", "2014-07-30"), done("a2", "2014-06-30")}, "50..100"},
		{"one of b's is late", []Fact{done("a2", "2014-06-30"), done("b1", "2014-06-30"), done("b2", "2014-07-01")}, "50"},
		{"all", []Fact{done("a2", "2014-06-30"), done("b1", "2014-06-30"), done("b2", "2014-06-30")}, "100"},
		{"all but what counts for nothing", []Fact{done("a2", "2014-06-30"), done("b1", "2014-06-30"), done("b2", "2014-06-30"), fact("c1", "2014-05-01", StepReport{Status: Dropped})}, "100"},
		{"only what counts for nothing", []Fact{done("c1", "2014-06-30")}, "0..100"},
	} {
		if got := text(mustScore(t, c, x.facts, endOfYear).Goals[0].Degree); got != x.want {
			t.Errorf("%s: %s, want %s", x.name, got, x.want)
		}
	}
}

// A band may ask that a step is done at all, be it late: 100 for in time, 40
// for late, nothing for not at all.
func TestDoneBeItLate(t *testing.T) {
	due := calendar.MustDate("2014-06-30")
	c := one(contract.Requirement{Measure: contract.Milestones,
		Items: []contract.Item{{ID: "a", Steps: []contract.Step{{ID: "a1", Due: due, Decides: true}}}},
		Degree: contract.DegreeRule{By: contract.BySteps, Steps: []contract.StepBand{
			{Kept: []string{"a1"}, Degree: exact.Int(100)}, {Done: []string{"a1"}, Degree: exact.Int(40)},
		}},
	})
	for _, x := range []struct {
		facts []Fact
		want  string
	}{
		{nil, "0..100"},
		{[]Fact{done("a1", "2014-06-30")}, "100"},
		{[]Fact{done("a1", "2014-09-30")}, "40"},
		{[]Fact{fact("a1", "2014-07-05", StepReport{Status: Started})}, "0..40"}, // too late, but it may still be done
		{[]Fact{fact("a1", "2014-05-05", StepReport{Status: Dropped})}, "0"},
	} {
		if got := text(mustScore(t, c, x.facts, endOfYear).Goals[0].Degree); got != x.want {
			t.Errorf("%v: %s, want %s", x.facts, got, x.want)
		}
	}
}

// Shares of 30 and 70: the first kept and the second late is 30.
func TestSharesOfSteps(t *testing.T) {
	due := calendar.MustDate("2014-06-30")
	c := one(contract.Requirement{Measure: contract.Milestones,
		Items: []contract.Item{{ID: "a", Steps: []contract.Step{
			{ID: "a1", Due: due, Decides: true, Share: rat("30")}, {ID: "a2", Due: due, Decides: true, Share: rat("70")}}}},
		Degree: contract.DegreeRule{By: contract.ByShares},
	})
	for _, x := range []struct {
		facts []Fact
		want  string
	}{
		{nil, "0..100"},
		{[]Fact{done("a1", "2014-06-30")}, "30..100"},
		{[]Fact{done("a1", "2014-06-30"), done("a2", "2014-07-01")}, "30"},
	} {
		if got := text(mustScore(t, c, x.facts, endOfYear).Goals[0].Degree); got != x.want {
			t.Errorf("%v: %s, want %s", x.facts, got, x.want)
		}
	}
}
