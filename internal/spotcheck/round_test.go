package spotcheck

import (
	"encoding/json"
	"fmt"
	"testing"
	"time"

	"opfyldt/internal/exact"
	"opfyldt/internal/ledger"
	"opfyldt/internal/record"
)

// story are facts in the log's order.
type story struct {
	t     *testing.T
	facts []ledger.Fact
}

// tell adds a fact and answers its id.
func (s *story) tell(kind, subject string, body any) string {
	s.t.Helper()
	raw, err := json.Marshal(body)
	if err != nil {
		s.t.Fatal(err)
	}
	n := int64(len(s.facts))
	f := ledger.Fact{ID: fmt.Sprintf("f-%03d", n), Kind: kind, Subject: subject, Body: raw, Leaf: n, Recorded: planDay.Add(time.Duration(n) * time.Minute)}
	s.facts = append(s.facts, f)
	return f.ID
}

// newest are the facts as the ledger answers them: the newest of each kind and subject.
func (s *story) newest() []ledger.Fact {
	last := map[string]int{}
	for i, f := range s.facts {
		last[f.Kind+" "+f.Subject] = i
	}
	var list []ledger.Fact
	for i, f := range s.facts {
		if last[f.Kind+" "+f.Subject] == i {
			list = append(list, f)
		}
	}
	return list
}

// round is the round "3/r" as it stands.
func (s *story) round() *Round { return rounds(s.newest())[RoundOf("3", "r")] }

func (s *story) verdict(number int, first Finding) string {
	a := ClauseAnswer{Clause: "a", Finding: first}
	if first == Deviation {
		a.Severity, a.Note = Serious, "Fælles brugernavn"
	}
	return s.tell(KindVerdict, CustomerOf("3", "r", number), Verdict{Clauses: []ClauseAnswer{a, {Clause: "b", Finding: Kept}}})
}

func (s *story) sign(number int, fact string, verdict record.Verdict) {
	s.tell(KindSignature, CustomerOf("3", "r", number), record.Verification{Fact: fact, Verdict: verdict})
}

// drawnOf has a plan of so many customers, a draw of size of them, and others who
// stand by, each of the stratum that is named.
func drawnOf(t *testing.T, plan RoundPlan, size int, strata ...string) *story {
	s := &story{t: t}
	plan.Confidence = rat("0.95")
	plan.Checklist = []Clause{{ID: "a", Title: "Adgangen er personlig"}, {ID: "b", Title: "Opslag logges"}}
	s.tell(KindPlan, RoundOf("3", "r"), plan)
	d := Draw{Size: size, Customers: []Drawn{}}
	for i, stratum := range strata {
		d.Customers = append(d.Customers, Drawn{Number: i + 1, Ref: fmt.Sprintf("K-%d", i+1), Stratum: stratum})
	}
	s.tell(KindDraw, RoundOf("3", "r"), d)
	return s
}

func TestACustomerStandsWhereItsNewestReviewStands(t *testing.T) {
	s := drawnOf(t, RoundPlan{Customers: 100, Size: 1}, 1, "", "")
	is := func(want CustomerState) {
		t.Helper()
		if got := s.round().Customers[0].State(); got != want {
			t.Errorf("the customer is %s, want %s", got, want)
		}
	}
	is(Waiting)
	first := s.verdict(1, Kept)
	is(Reviewed)
	s.sign(1, first, record.Returned)
	is(Returned)
	second := s.verdict(1, Deviation)
	is(Reviewed) // the question was about the first
	s.sign(1, second, record.Accepted)
	is(Countersigned)
	s.verdict(1, Kept)
	is(Reviewed) // opened again: the signature was another's
	s.tell(KindReplacement, CustomerOf("3", "r", 1), Replacement{Reason: "Lukket", By: 2})
	is(Replaced)
}

func TestARoundStandsWhereItsFactsStand(t *testing.T) {
	at := planDay.Add(time.Hour)
	s := &story{t: t}
	s.tell(KindPlan, RoundOf("3", "r"), RoundPlan{Source: FromPublic, At: &at})
	is := func(now time.Time, want State) {
		t.Helper()
		if got := s.round().State(now); got != want {
			t.Errorf("at %s the round is %s, want %s", now, got, want)
		}
	}
	is(at.Add(-time.Nanosecond), Planned)
	is(at, Fixed) // the value may be known from now on
	s.tell(KindDraw, RoundOf("3", "r"), Draw{Customers: []Drawn{}})
	is(at, Reviewing)
	s.tell(KindConclusion, RoundOf("3", "r"), Conclusion{})
	is(at, Concluded)

	s = &story{t: t}
	s.tell(KindPlan, RoundOf("3", "r"), RoundPlan{Source: FromPeople})
	is(at, Planned)
	s.tell(KindCommitment, CustomerOf("3", "r", 2), Commitment{})
	is(planDay, Fixed) // by the first of the two
	s.tell(KindAbandonment, RoundOf("3", "r"), Abandonment{Reason: "Forkert liste"})
	is(planDay, Abandoned)
}

// The next of the same draw and stratum takes the place, and nobody takes two.
func TestAReplacementIsTheNextOfItsStratum(t *testing.T) {
	plan := RoundPlan{Customers: 10, Size: 2, Column: "art", Shares: []Share{{"A", 5, 1}, {"B", 5, 1}}}
	s := drawnOf(t, plan, 2, "A", "B", "B", "A", "A")
	r := s.round()
	if a, b := r.next(r.byNumber[1]), r.next(r.byNumber[2]); a != 4 || b != 3 {
		t.Fatalf("next: %d and %d, want 4 and 3", a, b)
	}
	s.tell(KindReplacement, CustomerOf("3", "r", 1), Replacement{Reason: "Lukket", By: 4})
	s.tell(KindReplacement, CustomerOf("3", "r", 4), Replacement{Reason: "Fusioneret", By: 5})
	r = s.round()
	if len(r.Customers) != 4 || r.byNumber[5].For != 4 || !r.byNumber[5].Reserve || r.next(r.byNumber[5]) != 0 {
		t.Errorf("seated: %+v", r.Customers)
	}
	if r.Missing() != 2 { // B, and the last who took A's place
		t.Errorf("missing %d, want 2", r.Missing())
	}
}

// 45 of 100 drawn, one cannot be checked and is replaced, one deviates. Left out, N
// stays 100: the worked case (100, 45, 1) → 8. As if it deviated, 2 of 46.
func TestBothBoundsAreOfTheWholeList(t *testing.T) {
	s := drawnOf(t, RoundPlan{Customers: 100, Size: 45}, 45, make([]string, 50)...)
	s.tell(KindReplacement, CustomerOf("3", "r", 45), Replacement{Reason: "Lukket", By: 46})
	for n := 1; n <= 46; n++ {
		if n != 45 {
			s.sign(n, s.verdict(n, map[bool]Finding{true: Deviation, false: Kept}[n == 7]), record.Accepted)
		}
	}
	r := s.round()
	f, err := r.Figures()
	if err != nil || r.Missing() != 0 {
		t.Fatal(err, r.Missing())
	}
	if f.Checked != 45 || f.Replaced != 1 || f.Without != (Bound{100, 45, 1, 8}) {
		t.Errorf("without: %+v", f)
	}
	if f.AsIf.Population != 100 || f.AsIf.Sample != 46 || f.AsIf.Found != 2 || f.AsIf.Upper <= 8 {
		t.Errorf("as if: %+v", f.AsIf)
	}
	if c := f.Clauses[0]; c.Kept != 44 || c.Deviations != 1 || c.BySeverity[Serious] != 1 || f.Clauses[1].Kept != 45 {
		t.Errorf("clauses: %+v", f.Clauses)
	}
}

// What is not countersigned, or was sent back, counts for nothing yet.
func TestOnlyCountersignedReviewsCount(t *testing.T) {
	s := drawnOf(t, RoundPlan{Customers: 100, Size: 3}, 3, "", "", "")
	s.verdict(1, Deviation)
	s.sign(2, s.verdict(2, Deviation), record.Returned)
	f, err := s.round().Figures()
	if err != nil || f.Checked != 0 || f.Without != (Bound{100, 0, 0, 100}) || f.Clauses[0].Deviations != 0 {
		t.Errorf("figures: %+v %v", f, err)
	}
}

// Two strata, each at half of the risk of 5 %. Of A's 20, 19 drawn and none deviates:
// missing a single one has the chance 1/20 = 0.05, above 0.025, so 1 for all, and at
// the round's own confidence 0. Of B's 2, both drawn and one deviates: 1.
func TestStrataAreBoundedEachAndTogether(t *testing.T) {
	strata := make([]string, 21)
	for i := range strata {
		strata[i] = map[bool]string{true: "A", false: "B"}[i < 19]
	}
	s := drawnOf(t, RoundPlan{Customers: 22, Size: 21, Column: "art", Shares: []Share{{"A", 20, 19}, {"B", 2, 2}}}, 21, strata...)
	for n := 1; n <= 21; n++ {
		s.sign(n, s.verdict(n, map[bool]Finding{true: Deviation, false: Kept}[n == 21]), record.Accepted)
	}
	f, err := s.round().Figures()
	if err != nil {
		t.Fatal(err)
	}
	if f.Strata[0].Without != (Bound{20, 19, 0, 0}) || f.Strata[1].Without != (Bound{2, 2, 1, 1}) {
		t.Errorf("each: %+v", f.Strata)
	}
	if f.Without != (Bound{22, 21, 1, 2}) || f.AsIf != f.Without {
		t.Errorf("together: %+v", f)
	}
	if level := shared(exact.MustParse("0.95"), 2); level.String() != "0.975" {
		t.Errorf("each at %s", level)
	}
}
