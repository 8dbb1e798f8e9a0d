package ledger_test

import (
	"context"
	"encoding/json"
	"errors"
	"strings"
	"testing"
	"time"

	"opfyldt/internal/contract"
	"opfyldt/internal/databasetest"
	"opfyldt/internal/fault"
	"opfyldt/internal/ledger"
)

func TestTheSameRequestTwiceWritesOnce(t *testing.T) {
	t.Parallel()
	b := open(t, databasetest.New(t), "c")
	s := submit("c", "step", "", `{"b": 2, "a": 1}`)
	first, again := record(t, b, s), record(t, b, s)
	if string(first.Body) != `{"a":1,"b":2}` || first.Leaf != 0 || !first.Recorded.Equal(day) {
		t.Errorf("got %+v", first)
	}
	if string(again.Canonical()) != string(first.Canonical()) || again.Leaf != first.Leaf {
		t.Errorf("the second answer differs: %s\n%s", again.Canonical(), first.Canonical())
	}
	if size := sizeOf(t, b, "c"); size != 1 {
		t.Errorf("the log has %d leaves, want 1", size)
	}
}

func sizeOf(t *testing.T, b *ledger.Book, contractID string) int64 {
	t.Helper()
	head, err := b.Head(context.Background(), contractID, time.Time{})
	if err != nil {
		t.Fatal(err)
	}
	return head.Size
}

func TestAnIdIsUsedOnce(t *testing.T) {
	t.Parallel()
	b := open(t, databasetest.New(t), "c")
	s := submit("c", "step", "", `{"a":1}`)
	record(t, b, s)
	otherBody, otherSubject := s, s
	otherBody.Body = json.RawMessage(`{"a":2}`)
	otherSubject.Subject = "another"
	for name, again := range map[string]ledger.Submission{"body": otherBody, "subject": otherSubject} {
		_, err := b.Record(context.Background(), lead, again)
		wantFault(t, "another "+name, err, fault.Conflict, "fact.id-used")
	}
	_, err := b.Record(context.Background(), person{id: "somebody else"}, s)
	wantFault(t, "another person", err, fault.Conflict, "fact.id-used")
}

func wantFault(t *testing.T, name string, err error, kind fault.Kind, code string) *fault.Error {
	t.Helper()
	f, ok := errors.AsType[*fault.Error](err)
	if !ok || f.Kind != kind || f.Code != code {
		t.Fatalf("%s: got %v, want %s", name, err, code)
	}
	return f
}

func TestAStaleFormShowsBothVersions(t *testing.T) {
	t.Parallel()
	b := open(t, databasetest.New(t), "c")
	first := record(t, b, submit("c", "step", "", `{"n":1}`))
	second := record(t, b, submit("c", "step", first.ID, `{"n":2}`))
	if second.Supersedes != first.ID {
		t.Errorf("the second supersedes %q, want %q", second.Supersedes, first.ID)
	}
	late := submit("c", "step", first.ID, `{"n":3}`)
	_, err := b.Record(context.Background(), lead, late)
	stale, ok := wantFault(t, "late", err, fault.Conflict, "fact.stale").Detail.(ledger.Stale)
	if !ok || stale.Current == nil || stale.Current.ID != second.ID || stale.Proposed.ID != late.ID {
		t.Errorf("got %+v", stale)
	}
	_, err = b.Record(context.Background(), lead, submit("c", "other", first.ID, `{}`))
	if stale := wantFault(t, "first", err, fault.Conflict, "fact.stale").Detail.(ledger.Stale); stale.Current != nil {
		t.Errorf("a subject without facts has the current one %+v", stale.Current)
	}
}

func TestRefusals(t *testing.T) {
	t.Parallel()
	b := open(t, databasetest.New(t), "c")
	number := "010190" + "-" + "1234" // a person number, put together here
	with := func(change func(*ledger.Submission)) ledger.Submission {
		s := submit("c", "step", "", `{}`)
		change(&s)
		return s
	}
	body := func(text string) ledger.Submission {
		return with(func(s *ledger.Submission) { s.Body = json.RawMessage(text) })
	}
	for name, c := range map[string]struct {
		s    ledger.Submission
		kind fault.Kind
		code string
		at   string
	}{
		"unknown kind":           {with(func(s *ledger.Submission) { s.Kind = "x" }), fault.Invalid, "fact.kind-unknown", ""},
		"unknown contract":       {with(func(s *ledger.Submission) { s.Contract = "x" }), fault.NotFound, "contract.unknown", ""},
		"unknown subject":        {with(func(s *ledger.Submission) { s.Subject = "nowhere" }), fault.NotFound, "subject.unknown", ""},
		"id of version 4":        {with(func(s *ledger.Submission) { s.ID = "f47ac10b-58cc-4372-a567-0e02b2c3d479" }), fault.Invalid, "invalid", "body.id"},
		"id in capitals":         {with(func(s *ledger.Submission) { s.ID = "0193B1C0-0000-7000-8000-000000000000" }), fault.Invalid, "invalid", "body.id"},
		"no day":                 {submitWithoutDay(), fault.Invalid, "invalid", "body.day"},
		"body not JSON":          {body(`{`), fault.Invalid, "invalid", "body"},
		"rule":                   {body(`{"refuse":true}`), fault.Invalid, "invalid", "body.refuse"},
		"person number":          {body(`{"evidence":[{},{"title":"` + number + `"}]}`), fault.Invalid, "invalid", "body.evidence[1].title"},
		"person number in name":  {body(`{"a":{"` + number + `":1}}`), fault.Invalid, "invalid", "body.a"},
		"person number, escaped": {body(`{"a":"010190\u002d` + "1234" + `"}`), fault.Invalid, "invalid", "body.a"},
		"person number, subject": {with(func(s *ledger.Submission) { s.Subject = number }), fault.Invalid, "invalid", "body.subject"},
		"larger than any fact": {with(func(s *ledger.Submission) {
			s.Expects, s.Body = s.ID, json.RawMessage(`{"`+strings.Repeat("k", 300_000)+`":1}`)
		}), fault.TooLarge, "fact.too-large", ""},
		"number too large": {body(`{"n":9007199254740993}`), fault.Invalid, "invalid", "body.n"},
	} {
		_, err := b.Record(context.Background(), lead, c.s)
		f := wantFault(t, name, err, c.kind, c.code)
		if c.at != "" && (len(f.Fields) != 1 || f.Fields[0].Path != c.at) {
			t.Errorf("%s: named %+v, want %s", name, f.Fields, c.at)
		}
	}
	if size := sizeOf(t, b, "c"); size != 0 {
		t.Errorf("refused submissions made %d leaves", size)
	}
}

func submitWithoutDay() ledger.Submission {
	full := submit("c", "step", "", `{}`)
	return ledger.Submission{Contract: full.Contract, ID: full.ID, Kind: full.Kind, Subject: full.Subject, Body: full.Body}
}

// A fact's id or a file's hash may hold ten digits that look like a person
// number; a text may not.
func TestIdentifiersAreNoPersonNumbers(t *testing.T) {
	t.Parallel()
	b := open(t, databasetest.New(t), "c")
	id := "0193b1c0-7abc-7000-8abc-a" + "0101901234" + "b"
	record(t, b, submit("c", "step", "", `{"fact":"`+id+`"}`))
}

func TestPermissionComesFirst(t *testing.T) {
	t.Parallel()
	b := open(t, databasetest.New(t), "c")
	s := submit("c", "step", "", `{`) // faulty too
	_, err := b.Record(context.Background(), person{id: "x", refused: "note.write"}, s)
	wantFault(t, "refused", err, fault.Forbidden, "forbidden")
}

func TestARuleThatPanicsHurtsNobodyElse(t *testing.T) {
	t.Parallel()
	b := open(t, databasetest.New(t), "c")
	if _, err := b.Record(context.Background(), lead, submit("c", "step", "", `{"panic":1}`)); err == nil || fault.KindOf(err) != fault.Internal {
		t.Errorf("got %v, want an internal error", err)
	}
	record(t, b, submit("c", "step", "", `{}`))
}

// The clock may stand still or go back: instants still rise by a microsecond.
func TestRecordedInstantsRise(t *testing.T) {
	t.Parallel()
	db := databasetest.New(t)
	open(t, db, "c")
	now := day
	look := func(_ context.Context, id string) (*contract.Contract, error) { return &contract.Contract{ID: id}, nil }
	b := ledger.NewBook(db.Pool, look, func() time.Time { return now }, noteKind())
	for i, c := range []struct{ clock, want time.Time }{
		{day, day},
		{day, day.Add(time.Microsecond)},
		{day.Add(-time.Hour), day.Add(2 * time.Microsecond)},
		{day.Add(time.Second + 1), day.Add(time.Second)}, // nanoseconds are cut
	} {
		now = c.clock
		if f := record(t, b, submit("c", "step"+string(rune('a'+i)), "", `{}`)); !f.Recorded.Equal(c.want) {
			t.Errorf("clock %v: recorded %v, want %v", c.clock, f.Recorded, c.want)
		}
	}
}
