package scorecard

import (
	"context"
	"encoding/json"
	"strings"
	"testing"
	"time"

	"opfyldt/internal/calendar"
	"opfyldt/internal/contract"
	"opfyldt/internal/exact"
	"opfyldt/internal/ledger"
)

// Every rule of an assessment with its refusal. The scale is 0, 50, 100; today is
// 30 December 2014.
func TestRulesOfAnAssessment(t *testing.T) {
	assessed := &ledger.Fact{Body: json.RawMessage(`{"degree":"50","reason":"x"}`)}
	withdrawn := &ledger.Fact{Body: json.RawMessage(`{"degree":"50","reason":"x","withdrawn":true}`)}
	for _, c := range []struct {
		name, day, body, want string
		before                *ledger.Fact
	}{
		{"assessed", "2014-12-30", `{"degree":"50","reason":"Halvt"}`, "", nil},
		{"as a number", "2014-12-30", `{"degree":50,"reason":"Halvt"}`, "", nil},
		{"again", "2014-12-30", `{"degree":"100","reason":"Helt"}`, "", assessed},
		{"after one was taken back", "2014-12-30", `{"degree":"100","reason":"Helt"}`, "", withdrawn},
		{"off the scale", "2014-12-30", `{"degree":"75","reason":"x"}`, "body.degree: assessment.scale scale=[0 50 100]", nil},
		{"no degree", "2014-12-30", `{"reason":"x"}`, "body.degree: field.needed", nil},
		{"no figure", "2014-12-30", `{"degree":"halv","reason":"x"}`, "body.degree: field.number", nil},
		{"no reason", "2014-12-30", `{"degree":"50","reason":"  "}`, "body.reason: assessment.reason", nil},
		{"tomorrow", "2014-12-31", `{"degree":"50","reason":"x"}`, "body.day: field.future", nil},
		{"taken back", "2014-12-30", `{"withdrawn":true,"reason":"Fejl"}`, "", assessed},
		{"taken back with a degree", "2014-12-30", `{"withdrawn":true,"degree":"100","reason":"Fejl"}`, "body.degree: assessment.withdrawn_degree", assessed},
		{"taken back without reason", "2014-12-30", `{"withdrawn":true}`, "body.reason: assessment.reason", assessed},
		{"nothing to take back", "2014-12-30", `{"withdrawn":true,"reason":"x"}`, "body.withdrawn: assessment.nothing", nil},
		{"taken back twice", "2014-12-30", `{"withdrawn":true,"reason":"x"}`, "body.withdrawn: assessment.nothing", withdrawn},
		{"misspelt", "2014-12-30", `{"degree":"50","reason":"x","withdrawm":true}`, "body.withdrawm: field.unknown_near", nil},
	} {
		kept, err := checkAssessment(context.Background(), ledger.Moment{
			Contract: agreed(), Person: nobody{}, Previous: c.before, Now: time.Date(2014, 12, 30, 11, 0, 0, 0, time.UTC),
			Submission: ledger.Submission{Subject: "cases", Day: calendar.MustDate(c.day), Body: json.RawMessage(c.body)},
		})
		switch {
		case c.want == "" && err != nil:
			t.Errorf("%s: refused: %v", c.name, err)
		case c.want == "" && kept.(Assessment).Degree == nil:
			t.Errorf("%s: no degree is kept", c.name)
		case c.want != "" && (err == nil || !strings.Contains(err.Error(), c.want)):
			t.Errorf("%s: got %v, want %s", c.name, err, c.want)
		}
	}
}

func TestDegreesOnAScale(t *testing.T) {
	line := contract.Scale{Min: exact.Int(0), Max: exact.Int(120)}
	words := contract.Scale{Levels: []contract.Level{{Degree: exact.Int(0)}, {Degree: exact.MustParse("33.3")}}}
	for _, c := range []struct {
		scale  contract.Scale
		degree string
		want   bool
	}{
		{line, "0", true}, {line, "66.6", true}, {line, "120", true}, {line, "120.1", false}, {line, "-1", false},
		{words, "33.3", true}, {words, "33", false},
	} {
		if got := onScale(c.scale, exact.MustParse(c.degree)); got != c.want {
			t.Errorf("%s: %v", c.degree, got)
		}
	}
}

func TestOnlySoManyStatesAreKept(t *testing.T) {
	kept := newStates(2)
	key := func(size int64) stateKey { return stateKey{contract: "c", size: size} }
	for size := range int64(3) {
		kept.put(key(size), &state{})
		kept.get(key(0)) // keeps the first in use
	}
	for size, want := range map[int64]bool{0: true, 1: false, 2: true} {
		if _, ok := kept.get(key(size)); ok != want {
			t.Errorf("state %d is kept: %v", size, ok)
		}
	}
}
