package ledger_test

import (
	"context"
	"testing"
	"time"

	"opfyldt/internal/calendar"
	"opfyldt/internal/databasetest"
	"opfyldt/internal/ledger"
)

// Four facts: a says "Første" of 30 June, b "Anden" of 28 June, a again "Tredje"
// of 29 June; the second is the auditor's. All are recorded on 30 June.
func spoken(t *testing.T) *ledger.Book {
	t.Helper()
	b := open(t, databasetest.New(t), "c")
	a := record(t, b, submit("c", "a", "", `{"note":"Første"}`))
	second := submit("c", "b", "", `{"note":"Anden"}`)
	second.Day = calendar.MustDate("2014-06-28")
	if _, err := b.Record(context.Background(), person{id: "auditor"}, second); err != nil {
		t.Fatal(err)
	}
	third := submit("c", "a", a.ID, `{"deep":[{"note":"Tredje"}]}`)
	third.Day = calendar.MustDate("2014-06-29")
	record(t, b, third)
	return b
}

func TestFiltersNarrowTheList(t *testing.T) {
	t.Parallel()
	b, june := spoken(t), calendar.MustDate
	const first, second, third = `{"note":"Første"}`, `{"note":"Anden"}`, `{"deep":[{"note":"Tredje"}]}`
	for name, c := range map[string]struct {
		by   ledger.Filter
		want string
	}{
		"a person":                  {ledger.Filter{Actor: "auditor"}, second},
		"days from":                 {ledger.Filter{Day: ledger.Days{From: june("2014-06-29")}}, first + third},
		"days to":                   {ledger.Filter{Day: ledger.Days{To: june("2014-06-28")}}, second},
		"recorded that day":         {ledger.Filter{Recorded: ledger.Days{From: june("2014-06-30"), To: june("2014-06-30")}}, first + second + third},
		"recorded before":           {ledger.Filter{Recorded: ledger.Days{To: june("2014-06-29")}}, ""},
		"a text in any case":        {ledger.Filter{Text: "TREDJE"}, third},
		"a text with a wild card":   {ledger.Filter{Text: "%"}, ""},
		"a field's name is no text": {ledger.Filter{Text: "note"}, ""},
		"a name":                    {ledger.Filter{Text: "brugertest", Named: []string{"b"}}, second},
		"by day":                    {ledger.Filter{Sort: ledger.ByDay}, second + third + first},
		"by day, the latest first":  {ledger.Filter{Sort: ledger.ByDay, NewestFirst: true}, first + third + second},
		"by goal, then by leaf":     {ledger.Filter{Sort: ledger.ByGoal, NewestFirst: true}, third + second + first},
	} {
		facts, _, err := b.List(context.Background(), "c", c.by)
		count, countErr := b.Count(context.Background(), "c", c.by)
		if err != nil || countErr != nil || bodies(facts) != c.want || int(count) != len(facts) {
			t.Errorf("%s: got %s of %d, want %s; %v %v", name, bodies(facts), count, c.want, err, countErr)
		}
	}
}

// A page goes on where the one before ended, though a fact that sorts before it
// has come in between.
func TestPagesStayWhereTheyAreWhileFactsCome(t *testing.T) {
	t.Parallel()
	b, ctx := spoken(t), context.Background()
	by := ledger.Filter{Sort: ledger.ByDay, Limit: 1}
	page, next, err := b.List(ctx, "c", by)
	if err != nil || bodies(page) != `{"note":"Anden"}` {
		t.Fatalf("first page: %s, %v", bodies(page), err)
	}
	early := submit("c", "c", "", `{"note":"Tidlig"}`)
	early.Day = calendar.MustDate("2014-06-01")
	record(t, b, early)
	var rest []ledger.Fact
	for next != nil {
		by.After = next
		if page, next, err = b.List(ctx, "c", by); err != nil {
			t.Fatal(err)
		}
		rest = append(rest, page...)
	}
	if got := bodies(rest); got != `{"deep":[{"note":"Tredje"}]}{"note":"Første"}` {
		t.Errorf("the pages after: %s", got)
	}
}

func TestAFactKnowsWhatItSupersedes(t *testing.T) {
	t.Parallel()
	b := spoken(t)
	facts, _, err := b.List(context.Background(), "c", ledger.Filter{})
	if err != nil {
		t.Fatal(err)
	}
	beside, err := b.Beside(context.Background(), "c", facts, time.Time{})
	if err != nil || beside[0].Before != nil || *beside[0].After != (ledger.Neighbour{ID: facts[2].ID, Leaf: 2}) ||
		*beside[2].Before != (ledger.Neighbour{ID: facts[0].ID, Leaf: 0}) || beside[1] != (ledger.Neighbours{}) {
		t.Errorf("got %+v, %v", beside, err)
	}
	// As of the first fact's instant nothing had superseded it.
	then, err := b.Beside(context.Background(), "c", facts[:1], facts[0].Recorded)
	if err != nil || then[0].After != nil {
		t.Errorf("then: %+v, %v", then, err)
	}
}

func TestActorsAreNamedOnce(t *testing.T) {
	t.Parallel()
	actors, err := spoken(t).Actors(context.Background(), "c", time.Time{})
	if err != nil || len(actors) != 2 || actors[0].Subject != "auditor" || actors[1].Name != "Åse lead" {
		t.Errorf("got %+v, %v", actors, err)
	}
}
