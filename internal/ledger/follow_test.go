package ledger_test

import (
	"context"
	"encoding/json"
	"testing"
	"time"

	"opfyldt/internal/contract"
	"opfyldt/internal/databasetest"
	"opfyldt/internal/fault"
	"opfyldt/internal/ledger"
)

// causeKind is a kind of fact whose body is the note that it brings about.
func causeKind() ledger.Kind {
	k := noteKind()
	k.Name, k.Operation = "cause", "cause.write"
	k.Check = func(_ context.Context, m ledger.Moment) (any, error) { return json.RawMessage(m.Submission.Body), nil }
	k.Then = func(_ context.Context, m ledger.Moment, f ledger.Fact) ([]ledger.Submission, error) {
		next := submit(f.Contract, "brought about", "", string(m.Submission.Body))
		return []ledger.Submission{next}, nil
	}
	return k
}

// The person may write causes and no notes: it is the cause that allows the note.
func TestAFactBringsAnotherOneAboutInItsTransaction(t *testing.T) {
	t.Parallel()
	db := databasetest.New(t)
	ctx := context.Background()
	if err := ledger.Enter(ctx, db.Pool, "c"); err != nil {
		t.Fatal(err)
	}
	look := func(_ context.Context, id string) (*contract.Contract, error) { return &contract.Contract{ID: id}, nil }
	b := ledger.NewBook(db.Pool, look, func() time.Time { return day }, noteKind(), causeKind())
	by := person{id: "lead", refused: "note.write"}
	cause := func(body string) ledger.Submission {
		s := submit("c", "cause", "", body)
		s.Kind = "cause"
		return s
	}
	count := func(want int) []ledger.Fact {
		t.Helper()
		facts, err := b.All(ctx, "c", time.Time{})
		if err != nil || len(facts) != want {
			t.Fatalf("%d facts, %v, want %d", len(facts), err, want)
		}
		return facts
	}
	// What is brought about is refused, so neither is written.
	if _, err := b.Record(ctx, by, cause(`{"refuse":true}`)); fault.KindOf(err) != fault.Invalid {
		t.Errorf("a refused consequence: %v", err)
	}
	count(0)
	first := cause(`{"a":1}`)
	f, err := b.Record(ctx, by, first)
	if err != nil || f.Kind != "cause" || f.Leaf != 0 {
		t.Fatalf("got %+v, %v", f, err)
	}
	both := count(2)
	if note := both[1]; note.Kind != "note" || note.Leaf != 1 || note.Actor != f.Actor || !note.Recorded.After(f.Recorded) || note.Supersedes != "" {
		t.Errorf("brought about: %+v", note)
	}
	// The same again writes nothing; another one comes after both.
	if again, err := b.Record(ctx, by, first); err != nil || again.ID != f.ID {
		t.Errorf("again: %+v, %v", again, err)
	}
	count(2)
	second := cause(`{"a":2}`)
	second.Expects = f.ID
	if f, err = b.Record(ctx, by, second); err != nil || f.Leaf != 2 {
		t.Fatalf("got %+v, %v", f, err)
	}
	if all := count(4); all[3].Supersedes != all[1].ID {
		t.Errorf("the second note supersedes %s, want %s", all[3].Supersedes, all[1].ID)
	}
	// The log goes on from both: its edge is found again by a new book.
	fresh := ledger.NewBook(db.Pool, look, func() time.Time { return day }, noteKind())
	if note := record(t, fresh, submit("c", "later", "", `{"a":3}`)); note.Leaf != 4 {
		t.Errorf("leaf %d, want 4", note.Leaf)
	}
}
