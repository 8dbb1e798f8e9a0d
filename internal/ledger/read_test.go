package ledger_test

import (
	"context"
	"testing"
	"time"

	"opfyldt/internal/databasetest"
	"opfyldt/internal/fault"
	"opfyldt/internal/ledger"
)

// Three facts: two of step a, one of step b, at day, +1 µs, +2 µs.
func threeFacts(t *testing.T) (*ledger.Book, []ledger.Fact) {
	t.Helper()
	b := open(t, databasetest.New(t), "c")
	a1 := record(t, b, submit("c", "a", "", `{"n":1}`))
	b1 := record(t, b, submit("c", "b", "", `{"n":2}`))
	a2 := record(t, b, submit("c", "a", a1.ID, `{"n":3}`))
	return b, []ledger.Fact{a1, b1, a2}
}

func bodies(facts []ledger.Fact) string {
	text := ""
	for _, f := range facts {
		text += string(f.Body)
	}
	return text
}

func TestReadsAreAsOfAnInstant(t *testing.T) {
	t.Parallel()
	b, facts := threeFacts(t)
	for _, c := range []struct {
		asOf               time.Time
		newest, all, story string
		size               int64
	}{
		{day.Add(-time.Microsecond), "", "", "", 0},
		{day, `{"n":1}`, `{"n":1}`, `{"n":1}`, 1},
		{day.Add(time.Microsecond), `{"n":1}{"n":2}`, `{"n":1}{"n":2}`, `{"n":1}`, 2},
		{day.Add(2 * time.Microsecond), `{"n":2}{"n":3}`, `{"n":1}{"n":2}{"n":3}`, `{"n":1}{"n":3}`, 3},
		{time.Time{}, `{"n":2}{"n":3}`, `{"n":1}{"n":2}{"n":3}`, `{"n":1}{"n":3}`, 3},
	} {
		ctx := context.Background()
		newest, err1 := b.Newest(ctx, "c", c.asOf, "note")
		all, err2 := b.All(ctx, "c", c.asOf)
		story, err3 := b.History(ctx, "c", "note", "a", c.asOf)
		head, err4 := b.Head(ctx, "c", c.asOf)
		if err1 != nil || err2 != nil || err3 != nil || err4 != nil {
			t.Fatal(err1, err2, err3, err4)
		}
		if bodies(newest) != c.newest || bodies(all) != c.all || bodies(story) != c.story || head.Size != c.size {
			t.Errorf("as of %v: newest %s, all %s, history %s, size %d", c.asOf, bodies(newest), bodies(all), bodies(story), head.Size)
		}
		if want := rootOf(facts[:c.size]); head.Root != want {
			t.Errorf("as of %v: root %v, want %v", c.asOf, head.Root, want)
		}
	}
}

func TestListPagesBothWays(t *testing.T) {
	t.Parallel()
	b, _ := threeFacts(t)
	ctx := context.Background()
	first, next, err := b.List(ctx, "c", ledger.Filter{Limit: 2})
	if err != nil || bodies(first) != `{"n":1}{"n":2}` || next == nil {
		t.Fatalf("first page: %s, next %v, %v", bodies(first), next, err)
	}
	last, next, err := b.List(ctx, "c", ledger.Filter{Limit: 2, After: next})
	if err != nil || bodies(last) != `{"n":3}` || next != nil {
		t.Errorf("last page: %s, next %v, %v", bodies(last), next, err)
	}
	newest, next, err := b.List(ctx, "c", ledger.Filter{Limit: 1, NewestFirst: true, Subject: "a"})
	if err != nil || bodies(newest) != `{"n":3}` || next == nil {
		t.Fatalf("newest of a: %s, next %v, %v", bodies(newest), next, err)
	}
	older, next, err := b.List(ctx, "c", ledger.Filter{Limit: 1, NewestFirst: true, Subject: "a", After: next})
	if err != nil || bodies(older) != `{"n":1}` || next != nil {
		t.Errorf("older of a: %s, next %v, %v", bodies(older), next, err)
	}
	none, _, err := b.List(ctx, "c", ledger.Filter{Goal: "2"})
	if err != nil || len(none) != 0 {
		t.Errorf("goal 2: %v, %v", none, err)
	}
}

func TestOneFact(t *testing.T) {
	t.Parallel()
	b, facts := threeFacts(t)
	got, err := b.Fact(context.Background(), "c", facts[2].ID)
	if err != nil || string(got.Canonical()) != string(facts[2].Canonical()) {
		t.Errorf("got %s, %v", got.Canonical(), err)
	}
	for _, id := range []string{submit("c", "a", "", `{}`).ID, "x", ""} {
		_, err := b.Fact(context.Background(), "c", id)
		wantFault(t, id, err, fault.NotFound, "fact.unknown")
	}
	_, err = b.Fact(context.Background(), "another", facts[0].ID)
	wantFault(t, "another contract", err, fault.NotFound, "fact.unknown")
}
