package spotcheck

import (
	"encoding/json"
	"testing"

	"opfyldt/internal/calendar"
	"opfyldt/internal/ledger"
)

func fact(t *testing.T, id, kind, subject string, leaf int64, day calendar.Date, body any) *ledger.Fact {
	t.Helper()
	raw, err := json.Marshal(body)
	if err != nil {
		t.Fatal(err)
	}
	return &ledger.Fact{ID: id, Kind: kind, Subject: subject, Leaf: leaf, Day: day, Body: raw}
}

// A hearing until 17 November: open on that day, unanswered on the next; an answer that
// came on the 17th is in time, one of the 18th late; an answer to an earlier hearing
// counts for nothing.
func TestWhereAHearingStands(t *testing.T) {
	opened, err := calendar.ParseDate("2014-11-03")
	if err != nil {
		t.Fatal(err)
	}
	deadline := opened.AddDays(14)
	hearing := fact(t, "h2", KindHearing, "3~r~1", 5, opened, Hearing{Verdict: "v", Deadline: deadline, Way: ByHand, Language: "da"})
	answer := func(to string, day calendar.Date) *ledger.Fact {
		return fact(t, "a", KindHearingAnswer, "3~r~1", 6, day, HearingAnswer{Hearing: to, How: ByLetter})
	}
	end := fact(t, "e", KindHearingEnd, "3~r~1", 7, opened, HearingEnd{Hearing: "h2", Reason: "Forkert"})
	for _, c := range []struct {
		name   string
		heard  heard
		today  calendar.Date
		want   HearingState
		newest string
	}{
		{"nobody asked", heard{}, opened, NotHeard, ""},
		{"the last day", heard{opened: hearing}, deadline, HearingOpen, "h2"},
		{"the day after", heard{opened: hearing}, deadline.AddDays(1), HearingUnheard, "h2"},
		{"answered on the last day", heard{opened: hearing, answer: answer("h2", deadline)}, deadline.AddDays(9), HearingAnswered, "a"},
		{"answered behind it", heard{opened: hearing, answer: answer("h2", deadline.AddDays(1))}, deadline.AddDays(9), HearingLate, "a"},
		{"an earlier one's answer", heard{opened: hearing, answer: answer("h1", opened)}, opened, HearingOpen, "h2"},
		{"revoked", heard{opened: hearing, end: end}, deadline.AddDays(9), HearingRevoked, "e"},
	} {
		who := &Customer{heard: c.heard}
		if got := who.Hearing(c.today); got != c.want || who.heard.newest() != c.newest {
			t.Errorf("%s: %s, %q; want %s, %q", c.name, got, who.heard.newest(), c.want, c.newest)
		}
	}
}

// Of four customers three deviate: one answered, one did not in time, one was not
// heard. A replaced one is not counted.
func TestHowManyWereHeard(t *testing.T) {
	day, err := calendar.ParseDate("2014-11-03")
	if err != nil {
		t.Fatal(err)
	}
	verdict := func(f Finding) *ledger.Fact {
		return fact(t, "v", KindVerdict, "", 1, day, Verdict{Clauses: []ClauseAnswer{{Clause: "a", Finding: f}}})
	}
	asked := fact(t, "h", KindHearing, "", 2, day, Hearing{Deadline: day.AddDays(7)})
	said := fact(t, "a", KindHearingAnswer, "", 3, day, HearingAnswer{Hearing: "h"})
	r := &Round{Customers: []*Customer{
		{verdict: verdict(Kept)},
		{verdict: verdict(Deviation), heard: heard{opened: asked, answer: said}},
		{verdict: verdict(Deviation), heard: heard{opened: asked}},
		{verdict: verdict(Deviation)},
		{verdict: verdict(Deviation), heard: heard{opened: asked}, replacement: &ledger.Fact{}},
	}}
	if got, want := r.Hearings(day.AddDays(8)), (HearingCount{Deviating: 3, Heard: 2, Answered: 1, Unanswered: 1, Not: 1}); got != want {
		t.Errorf("heard: %+v, want %+v", got, want)
	}
}

// The subject of a finding names the goal, the round, the customer and the clause, and
// is no subject of the round's own.
func TestAFindingsSubjectIsItsOwn(t *testing.T) {
	subject := FindingOf("3", "2014-1", 7, "b")
	p, clause, ok := apartFinding(subject)
	if !ok || p != (place{"3", "2014-1", 7}) || clause != "b" {
		t.Errorf("%s: %+v %s %v", subject, p, clause, ok)
	}
	if _, ok := apart(subject); ok {
		t.Errorf("%s is taken for the round's", subject)
	}
	for _, bad := range []string{"3~r", "3~r~7~", "3~r~0~a", "3~r~x~a", ""} {
		if _, _, ok := apartFinding(bad); ok {
			t.Errorf("%q is taken for a finding's", bad)
		}
	}
}
