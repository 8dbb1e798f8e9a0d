package scoring

import (
	"fmt"
	"testing"
	"time"

	"opfyldt/internal/calendar"
	"opfyldt/internal/contract"
	"opfyldt/internal/contract/library"
	"opfyldt/internal/exact"
)

// endOfYear is noon in Copenhagen on the contract's last day.
var endOfYear = time.Date(2014, 12, 31, 11, 0, 0, 0, time.UTC)

func cpr(t testing.TB) *contract.Contract {
	t.Helper()
	c, _, err := library.Load("cpr-2014")
	if err != nil {
		t.Fatal(err)
	}
	return c
}

// fact is recorded at the start of the day that it speaks of.
func fact(subject, day string, v Value) Fact {
	d := calendar.MustDate(day)
	return Fact{ID: fmt.Sprintf("%s@%s", subject, day), Subject: subject, Day: d, Recorded: d.Start(), Value: v}
}

func done(step, day string) Fact { return fact(step, day, StepReport{Status: Done}) }

func assess(goal string, degree int64) Fact {
	return fact(goal, "2014-12-30", Assessment{Degree: exact.Int(degree), Reason: "begrundet"})
}

func mustScore(t testing.TB, c *contract.Contract, facts []Fact, asOf time.Time) Scorecard {
	t.Helper()
	card, err := Score(c, facts, asOf)
	if err != nil {
		t.Fatal(err)
	}
	return card
}

// one wraps a requirement in a contract of its own, so that a rule can be seen
// alone.
func one(r contract.Requirement) *contract.Contract {
	r.ID = "r"
	return &contract.Contract{
		ID:     "one",
		Period: calendar.Period{From: calendar.MustDate("2014-01-01"), To: calendar.MustDate("2014-12-31")},
		Blocks: []contract.Block{{ID: "b", Goals: []contract.Goal{{
			ID: "g", Number: "1", Weight: contract.Weight{Value: exact.Int(1)},
			Scale: contract.Scale{Max: exact.Int(100)}, Combine: contract.Combine{By: contract.AllOf},
			Requirements: []contract.Requirement{r},
		}}}},
	}
}

func text(r Range) string {
	if r.Known {
		return r.Worst.String()
	}
	return r.Worst.String() + ".." + r.Best.String()
}

func keptText(k *bool) string {
	switch {
	case k == nil:
		return "open"
	case *k:
		return "yes"
	}
	return "no"
}

func end(value string, included bool) *contract.End {
	return &contract.End{Value: exact.MustParse(value), Included: included}
}

func rat(s string) *exact.Rat {
	x := exact.MustParse(s)
	return &x
}
