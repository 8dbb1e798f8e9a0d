package scoring

import (
	"testing"

	"opfyldt/internal/calendar"
	"opfyldt/internal/contract"
	"opfyldt/internal/exact"
)

// answered is an answer due so long after a report.
func answered(never contract.Never, limit contract.Limit) contract.Requirement {
	return contract.Requirement{Measure: contract.Milestones, Degree: contract.DegreeRule{By: contract.ByItems,
		Items: []contract.CountBand{{All: true, Degree: exact.Int(100)}}},
		Items: []contract.Item{{ID: "answer", Steps: []contract.Step{{ID: "sent", Decides: true,
			After: &contract.AfterEvent{Event: "the report", Limit: limit, Never: never}}}}}}
}

// The report comes on Thursday 10 April 2014. As the next four working days
// come Friday 11, Monday 14, Tuesday 15 and
// Wednesday 16 April; the fifth and sixth, after Easter (17, 18 and 21 April), are
// Tuesday 22 and Wednesday 23 April.
func TestALimitCountedFromAnEvent(t *testing.T) {
	event := fact("sent", "2014-04-10", Event{})
	for _, x := range []struct {
		name  string
		limit contract.Limit
		facts []Fact
		want  string
	}{
		{"nothing has happened", contract.Limit{Count: 4, Unit: contract.InWorkingDays}, nil, "0..100"},
		{"sent before anybody said when it came", contract.Limit{Count: 4, Unit: contract.InWorkingDays}, []Fact{done("sent", "2014-04-12")}, "0..100"},
		{"on the last day", contract.Limit{Count: 4, Unit: contract.InWorkingDays}, []Fact{event, done("sent", "2014-04-16")}, "100"},
		{"a day late", contract.Limit{Count: 4, Unit: contract.InWorkingDays}, []Fact{event, done("sent", "2014-04-17")}, "0"},
		{"over Easter", contract.Limit{Count: 6, Unit: contract.InWorkingDays}, []Fact{event, done("sent", "2014-04-23")}, "100"},
		{"over Easter, late", contract.Limit{Count: 6, Unit: contract.InWorkingDays}, []Fact{event, done("sent", "2014-04-24")}, "0"},
		{"days", contract.Limit{Count: 6, Unit: contract.InDays}, []Fact{event, done("sent", "2014-04-16")}, "100"},
		{"months", contract.Limit{Count: 1, Unit: contract.InMonths}, []Fact{event, done("sent", "2014-05-10")}, "100"},
		{"the day was corrected", contract.Limit{Count: 4, Unit: contract.InWorkingDays},
			[]Fact{event, fact("sent", "2014-05-01", Event{}), done("sent", "2014-05-07")}, "100"},
	} {
		if _, degree := requirementOf(t, answered("", x.limit), x.facts...); degree != x.want {
			t.Errorf("%s: %s, want %s", x.name, degree, x.want)
		}
	}
}

// What holds where the event never happens stands in the contract; where it does
// not, the step stays open.
func TestAnEventThatNeverHappens(t *testing.T) {
	limit := contract.Limit{Count: 4, Unit: contract.InDays}
	for never, want := range map[contract.Never]string{contract.NeverKept: "100", contract.NeverLost: "0", "": "0..100"} {
		if _, degree := requirementOf(t, answered(never, limit), fact("sent", "2014-12-31", Event{Never: true})); degree != want {
			t.Errorf("never %q: %s, want %s", never, degree, want)
		}
	}
	taken := []Fact{fact("sent", "2014-11-30", Event{Never: true}), fact("sent", "2014-12-01", Event{}), done("sent", "2014-12-06")}
	if _, degree := requirementOf(t, answered(contract.NeverKept, limit), taken...); degree != "0" {
		t.Errorf("it happened after all, and the answer was a day late: %s", degree)
	}
}

// The days that an event gives are days like others: the step is what the goal waits
// for, and its last safe day is the limit's last.
func TestADayFromAnEventIsADeadline(t *testing.T) {
	c := one(answered(contract.NeverKept, contract.Limit{Count: 10, Unit: contract.InDays}))
	facts := []Fact{fact("sent", "2014-03-03", Event{})}
	asOf := calendar.MustDate("2014-03-04").End()
	if next := mustScore(t, c, facts, asOf).Goals[0].Next; next == nil || next.Day.String() != "2014-03-13" {
		t.Errorf("next %+v", next)
	}
	days, err := LastSafeDays(c, facts, asOf)
	if err != nil || len(days) != 1 || days[0].Day.String() != "2014-03-13" {
		t.Errorf("%+v, %v", days, err)
	}
	points, err := Forecast(c, facts, asOf)
	if err != nil || points[len(points)-1].Total.Worst.String() != "100" {
		t.Errorf("forecast %+v, %v", points, err)
	}
}
