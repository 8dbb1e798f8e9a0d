package ledger_test

import (
	"context"
	"encoding/json"
	"testing"
	"time"

	"github.com/google/uuid"

	"opfyldt/internal/calendar"
	"opfyldt/internal/contract"
	"opfyldt/internal/databasetest"
	"opfyldt/internal/fault"
	"opfyldt/internal/ledger"
)

// day is when the tests' clock stands still: noon in Copenhagen.
var day = time.Date(2014, 6, 30, 10, 0, 0, 0, time.UTC)

// person may do everything, unless refused names the operation.
type person struct{ id, refused string }

func (p person) Subject() string { return p.id }
func (p person) Name() string    { return "Åse " + p.id }
func (p person) Permit(operation, _, _ string) (string, error) {
	if operation == p.refused {
		return "", fault.New(fault.Forbidden, "forbidden", nil)
	}
	return "lead", nil
}

var lead = person{id: "lead"}

// noteKind is a kind of fact whose check takes any object, and refuses the one that
// says so.
func noteKind() ledger.Kind {
	return ledger.Kind{
		Name:      "note",
		Operation: "note.write",
		Goal: func(_ *contract.Contract, subject string) (string, error) {
			if subject == "nowhere" {
				return "", fault.New(fault.NotFound, "subject.unknown", nil)
			}
			return "1", nil
		},
		Check: func(_ context.Context, m ledger.Moment) (any, error) {
			var body map[string]any
			if err := json.Unmarshal(m.Submission.Body, &body); err != nil {
				return nil, fault.Fields(fault.Field{Path: "body", Code: "fact.body-not-json"})
			}
			if body["refuse"] != nil {
				return nil, fault.Fields(fault.Field{Path: "body.refuse", Code: "refused"})
			}
			if body["panic"] != nil {
				panic("a rule with a mistake")
			}
			return body, nil
		},
	}
}

// open makes a book on the database for the contracts, which it enters.
func open(t testing.TB, db *databasetest.Database, contracts ...string) *ledger.Book {
	t.Helper()
	for _, id := range contracts {
		if err := ledger.Enter(context.Background(), db.Pool, id); err != nil {
			t.Fatal(err)
		}
	}
	look := func(_ context.Context, id string) (*contract.Contract, error) { return &contract.Contract{ID: id}, nil }
	return ledger.NewBook(db.Pool, look, func() time.Time { return day }, noteKind())
}

// submit is a submission with a new id.
func submit(contractID, subject, expects, body string) ledger.Submission {
	return ledger.Submission{Contract: contractID, ID: uuid.Must(uuid.NewV7()).String(), Kind: "note", Subject: subject,
		Day: calendar.MustDate("2014-06-30"), Expects: expects, Body: json.RawMessage(body)}
}

// record records and fails the test where that is refused.
func record(t testing.TB, b *ledger.Book, s ledger.Submission) ledger.Fact {
	t.Helper()
	f, err := b.Record(context.Background(), lead, s)
	if err != nil {
		t.Fatalf("record %s of %s: %v", s.Kind, s.Subject, err)
	}
	return f
}
