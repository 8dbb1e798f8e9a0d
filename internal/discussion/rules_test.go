package discussion

import (
	"context"
	"encoding/json"
	"fmt"
	"strings"
	"testing"
	"time"

	"opfyldt/internal/calendar"
	"opfyldt/internal/contract"
	"opfyldt/internal/fault"
	"opfyldt/internal/ledger"
	"opfyldt/internal/record"
)

const day = "2014-10-02"

// who is a person by their subject.
type who string

func (w who) Subject() string                                   { return string(w) }
func (w who) Name() string                                      { return strings.ToUpper(string(w)) }
func (w who) Permit(string, string, string) (r string, e error) { return "", nil }

// house is the people whom one can ask.
func house(context.Context, string) ([]Person, error) {
	return []Person{{"lead", "Line Lund"}, {"auditor", "Anders Aagaard"}, {"management", "Mette Munk"}}, nil
}

// memory is a log: facts in the order in which they were recorded.
type memory []ledger.Fact

func (m memory) Newest(_ context.Context, _ string, _ time.Time, kinds ...string) ([]ledger.Fact, error) {
	var facts []ledger.Fact
	for _, kind := range kinds {
		for _, f := range record.Newest(m, kind) {
			facts = append(facts, *f)
		}
	}
	return facts, nil
}

func (m memory) Fact(context.Context, string, string) (ledger.Fact, error) {
	return ledger.Fact{}, fault.New(fault.NotFound, "fact.unknown", nil)
}

// say judges something said under a name and, where it passes, adds it.
func (m *memory) say(kind string, by who, body string) error {
	const subject = "2/aa"
	s := ledger.Submission{Contract: "c", Kind: kind, Subject: subject, Day: calendar.MustDate(day), Body: json.RawMessage(body)}
	moment := ledger.Moment{
		Contract:   &contract.Contract{ID: "c", Blocks: []contract.Block{{Goals: []contract.Goal{{ID: "2", Title: "Digitalisering"}}}}},
		Submission: s, Person: by, Now: calendar.MustDate(day).End(), Facts: *m, Previous: record.Newest(*m, kind)[subject],
	}
	for _, k := range Kinds(house) {
		if k.Name != kind {
			continue
		}
		kept, err := k.Check(context.Background(), moment)
		if err != nil {
			return err
		}
		raw, err := json.Marshal(kept)
		if err != nil {
			return err
		}
		*m = append(*m, ledger.Fact{
			ID: fmt.Sprintf("fact-%d", len(*m)), Kind: kind, Subject: subject, Goal: "2", Day: s.Day, Body: raw,
			Actor: ledger.Actor{Subject: by.Subject(), Name: by.Name()}, Leaf: int64(len(*m)),
		})
	}
	return nil
}

type spoken struct{ kind, by, body, code string }

// tell plays a story; a line with a code must be refused with it.
func tell(t *testing.T, story []spoken) memory {
	t.Helper()
	var m memory
	for i, s := range story {
		err := m.say(s.kind, who(s.by), s.body)
		if s.code == "" && err != nil || s.code != "" && (err == nil || !strings.Contains(err.Error(), s.code)) {
			t.Errorf("line %d, %s by %s: got %v, want %q", i, s.kind, s.by, err, s.code)
		}
	}
	return m
}

func TestAQuestionIsPutToSomebodyElseWhoSeesTheContract(t *testing.T) {
	tell(t, []spoken{
		{KindQuestion, "auditor", `{"text":"Hvor?","to":{"subject":"stranger"}}`, "discussion.to"},
		{KindQuestion, "auditor", `{"text":"Hvor?"}`, "discussion.to"},
		{KindQuestion, "auditor", `{"text":"Hvor?","to":{"subject":"auditor"}}`, "discussion.self"},
		{KindQuestion, "auditor", `{"text":" ","to":{"subject":"lead"}}`, "field.needed"},
		{KindQuestion, "auditor", `{"text":"Hvor?","to":{"subject":"lead","name":"En anden"}}`, ""},
	})
}

func TestWhoWasAskedAnswersAndWhoAskedTakesItBack(t *testing.T) {
	m := tell(t, []spoken{
		{KindAnswer, "lead", `{"question":"fact-0","text":"Her"}`, "discussion.unknown"},
		{KindQuestion, "auditor", `{"text":"Hvor?","to":{"subject":"lead","name":"En anden"}}`, ""},
		{KindQuestion, "management", `{"text":"Hvor da?","to":{"subject":"lead"}}`, "discussion.not_yours"},
		{KindQuestion, "auditor", `{"text":"Hvor ligger den?","to":{"subject":"lead"}}`, ""},
		{KindAnswer, "management", `{"question":"fact-1","text":"Her"}`, "discussion.not_asked"},
		{KindAnswer, "lead", `{"question":"fact-0","text":"Her"}`, "discussion.rephrased"},
		{KindWithdrawal, "lead", `{"question":"fact-1"}`, "discussion.not_yours"},
		{KindAnswer, "lead", `{"question":"fact-1","text":"I sagen"}`, ""},
		{KindAnswer, "lead", `{"question":"fact-1","text":"I sagen, bilag 2"}`, ""},
		{KindWithdrawal, "auditor", `{"question":"fact-1"}`, "discussion.closed"},
		{KindQuestion, "auditor", `{"text":"Og hvad så?","to":{"subject":"lead"}}`, "discussion.closed"},
	})
	if q := read[Question](&m[0]); q.To.Name != "Line Lund" {
		t.Errorf("the name is the one we know, not the one that was sent: %+v", q)
	}
}

func TestAWithdrawnQuestionIsClosed(t *testing.T) {
	tell(t, []spoken{
		{KindQuestion, "auditor", `{"text":"Hvor?","to":{"subject":"lead"}}`, ""},
		{KindWithdrawal, "auditor", `{"question":"fact-0","text":"Fundet selv"}`, ""},
		{KindAnswer, "lead", `{"question":"fact-0","text":"Her"}`, "discussion.closed"},
		{KindQuestion, "auditor", `{"text":"Hvor?","to":{"subject":"lead"}}`, "discussion.closed"},
	})
}

func TestAnybodyCommentsAndCorrectsTheirOwn(t *testing.T) {
	tell(t, []spoken{
		{KindComment, "management", `{"text":""}`, "field.needed"},
		{KindComment, "management", `{"text":"Godt gået"}`, ""},
		{KindComment, "lead", `{"text":"Nej"}`, "discussion.not_yours"},
		{KindComment, "management", `{"text":"Godt gået, alle"}`, ""},
	})
}

// A question waits with the one asked until it is answered or withdrawn.
func TestAQuestionIsATaskUntilItIsClosed(t *testing.T) {
	c := &contract.Contract{ID: "c", Blocks: []contract.Block{{Goals: []contract.Goal{{ID: "2", Title: "Digitalisering"}}}}}
	for _, closing := range []spoken{
		{KindAnswer, "lead", `{"question":"fact-0","text":"Her"}`, ""},
		{KindWithdrawal, "auditor", `{"question":"fact-0"}`, ""},
	} {
		m := tell(t, []spoken{{KindQuestion, "auditor", `{"text":"Hvor?","to":{"subject":"lead"}}`, ""}})
		for subject, want := range map[string]int{"lead": 1, "auditor": 0, "management": 0} {
			if got := Tasks(c, m, reader(subject)); len(got) != want {
				t.Errorf("%s: %+v", subject, got)
			}
		}
		task := Tasks(c, m, reader("lead"))[0]
		if task.Question != "Hvor?" || task.What != "AUDITOR spørger" || task.Fact != "fact-0" || !task.Waits || task.Title != "Digitalisering" {
			t.Errorf("got %+v", task)
		}
		if err := m.say(closing.kind, who(closing.by), closing.body); err != nil {
			t.Fatal(err)
		}
		if got := Tasks(c, m, reader("lead")); len(got) != 0 {
			t.Errorf("after %s: %+v", closing.kind, got)
		}
	}
}

func reader(subject string) record.Reader {
	return record.Reader{
		Subject: subject, Lang: "da", Today: calendar.MustDate(day),
		May:  func(string, string) bool { return true },
		Wire: func(f ledger.Fact) record.Fact { return record.ToWire(f, 0, "") },
	}
}

// Names come in the order of the ids, and hold no digits.
func TestNamesComeInOrderAndHoldNoDigits(t *testing.T) {
	first, second := nameFor("01990000-0000-7000-8000-000000000009"), nameFor("01990000-0000-7000-8000-00000000000a")
	if first >= second || strings.ContainsAny(first+second, "0123456789-") {
		t.Errorf("got %s and %s", first, second)
	}
}
