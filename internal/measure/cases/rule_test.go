package cases

import (
	"testing"

	"opfyldt/internal/calendar"
	"opfyldt/internal/contract"
)

// applications is table 5's first part: 5 months, in 2013 6 (reading A4), and the
// time at the medico-legal council not counted (rule G5a).
func applications(t *testing.T) Rule {
	t.Helper()
	c := &contract.Contract{Period: calendar.Period{From: calendar.MustDate("2014-01-01"), To: calendar.MustDate("2014-12-31")}}
	six := contract.Limit{Count: 6, Unit: contract.InMonths}
	rule, ok := RuleOf(c, &contract.Requirement{Measure: contract.Timeliness,
		Targets: []contract.Target{{Year: 2013, Limit: &six}, {Year: 2014}},
		Cases: &contract.Cases{Limit: contract.Limit{Count: 5, Unit: contract.InMonths},
			StopReasons: []contract.StopReason{{ID: "council", Title: "Sagen behandles i Retslægerådet"}}}})
	if !ok {
		t.Fatal("no rule")
	}
	return rule
}

// A case is measured by the limit of the year in which it was concluded, an open
// one by the contract's year.
func TestTheLimitIsThatOfTheYearOfConclusion(t *testing.T) {
	rule := applications(t)
	for _, c := range []struct{ received, concluded, due string }{
		{"2013-06-15", "2013-12-10", "2013-12-15"}, // six months
		{"2013-08-31", "2014-01-31", "2014-01-31"}, // received last year, concluded in 2014: five
		{"2013-08-31", "2014-02-28", "2014-01-31"},
		{"2014-01-15", "", "2014-06-15"},
	} {
		row := CaseRow{Received: calendar.MustDate(c.received)}
		if c.concluded != "" {
			row.Concluded = calendar.MustDate(c.concluded)
		}
		rule.judge(&row)
		if row.Due.String() != c.due {
			t.Errorf("received %s, concluded %s: %s, want %s", c.received, c.concluded, row.Due, c.due)
		}
	}
}

// Only stops count whose reason the contract names, by its id or its title; one
// that was never ended ends with the case, and runs on while that is open.
func TestOnlyNamedReasonsStopTheClock(t *testing.T) {
	rule, day := applications(t), calendar.MustDate
	for _, c := range []struct {
		reason, to, concluded, due string
	}{
		{"council", "2014-03-10", "2014-06-20", "2014-06-25"}, // 10 days from 15 June
		{"sagen behandles i retslægerådet", "2014-03-10", "2014-06-20", "2014-06-25"},
		{"Ferie", "2014-03-10", "2014-06-20", "2014-06-15"},
		{"council", "", "2014-03-20", "2014-07-05"}, // 1 to 20 March: 20
		{"council", "", "", ""},
	} {
		row := CaseRow{Received: day("2014-01-15"), Stops: []CaseStop{{From: day("2014-03-01"), Reason: c.reason}}}
		if c.to != "" {
			row.Stops[0].To = day(c.to)
		}
		if c.concluded != "" {
			row.Concluded = day(c.concluded)
		}
		rule.judge(&row)
		if row.Due.String() != c.due {
			t.Errorf("%+v: %s", c, row.Due)
		}
	}
}

// A case that stands still has no last timely day, and is neither late nor timely.
func TestAStoppedCaseIsNotLate(t *testing.T) {
	row := CaseRow{Received: calendar.MustDate("2013-01-01")}
	if row.Late(calendar.MustDate("2014-12-31")) || row.Timely() {
		t.Error("late or timely without a last day")
	}
	if got := stateOf(row, applications(t), calendar.MustDate("2014-12-31")); got != IsPaused {
		t.Errorf("stands %s", got)
	}
}
