package spotcheck

import (
	"context"
	"slices"
	"testing"
	"time"

	"github.com/google/uuid"

	"opfyldt/internal/databasetest"
)

// A list's names go a year after the last round that drew from it has ended, and
// never while one is under way; a list that no round drew from a year after it came.
func TestNamesAreKeptForAYearAfterTheLastRound(t *testing.T) {
	s := &story{t: t}
	unused := s.tell(KindPopulation, PopulationOf("3"), Population{Rows: 3})
	once := s.tell(KindPopulation, PopulationOf("3"), Population{Rows: 4})
	twice := s.tell(KindPopulation, PopulationOf("3"), Population{Rows: 5})
	s.tell(KindPlan, RoundOf("3", "a"), RoundPlan{Population: once})
	s.tell(KindPlan, RoundOf("3", "b"), RoundPlan{Population: twice})
	s.tell(KindPlan, RoundOf("3", "c"), RoundPlan{Population: twice})
	hearing := s.tell(KindHearing, CustomerOf("3", "a", 1), map[string]string{})
	answer := s.tell(KindHearingAnswer, CustomerOf("3", "a", 1), map[string]string{})
	s.tell(KindConclusion, RoundOf("3", "a"), Conclusion{Text: "Ingen afveg"})
	s.tell(KindConclusion, RoundOf("3", "b"), Conclusion{Text: "Ingen afveg"})
	year := func(fact int) time.Time { return s.facts[fact].Recorded.AddDate(1, 0, 0) }
	lists := func(now time.Time) []string { return dueAt(s.facts, now).lists }

	if got := lists(year(0).Add(-time.Second)); got != nil {
		t.Errorf("within the year: %v", got)
	}
	if got := lists(year(0)); !slices.Equal(got, []string{unused}) {
		t.Errorf("a list without a round: %v", got)
	}
	if got := dueAt(s.facts, year(8).Add(-time.Second)); !slices.Equal(got.lists, []string{unused}) || got.answers != nil || got.mails != nil {
		t.Errorf("a second before the year is over: %+v", got)
	}
	got := dueAt(s.facts, year(8))
	if !slices.Equal(got.lists, []string{unused, once}) || !slices.Equal(got.answers, []string{answer}) || !slices.Equal(got.mails, []string{hearing}) {
		t.Errorf("a year after the conclusion: %+v", got)
	}
	if got := lists(year(9).AddDate(5, 0, 0)); slices.Contains(got, twice) {
		t.Errorf("while another round of it is under way: %v", got)
	}
	s.tell(KindAbandonment, RoundOf("3", "c"), Abandonment{Reason: "Fusion"})
	if slices.Contains(lists(year(10).Add(-time.Second)), twice) || !slices.Contains(lists(year(10)), twice) {
		t.Error("a year after the last of its rounds ended")
	}
}

// Rows that wait for their fact are left alone for an hour, whoever else takes a list
// in meanwhile; one import goes on at a time.
func TestAnImportUnderWayIsLeftAlone(t *testing.T) {
	t.Parallel()
	ctx := context.Background()
	db := databasetest.New(t)
	store := NewStore(db.Pool)
	must := func(sql string, args ...any) {
		t.Helper()
		if _, err := db.Pool.Exec(ctx, sql, args...); err != nil {
			t.Fatal(err)
		}
	}
	must(`INSERT INTO contracts (contract_id) VALUES ('c') ON CONFLICT DO NOTHING`)
	put := func(age string) version {
		v := version{"c", uuid.Must(uuid.NewV7()).String()}
		must(`INSERT INTO spotcheck_rows (contract_id, import_id, position, ref, cells, personal) VALUES ($1, $2, 0, 'K-1', '{}', repeat('0', 64))`, v.contract, v.id)
		must(`INSERT INTO spotcheck_people (contract_id, import_id, ref, name, contact, salt) VALUES ($1, $2, 'K-1', 'Kunden', '', '\x00000000000000000000000000000000')`, v.contract, v.id)
		must(`INSERT INTO spotcheck_imports (contract_id, import_id, written) VALUES ($1, $2, now() - $3::interval)`, v.contract, v.id, age)
		return v
	}
	young, old, recorded := put("59 minutes"), put("61 minutes"), put("2 years")
	must(`INSERT INTO facts (contract_id, leaf, id, kind, subject, goal, day, recorded, actor_subject, actor_name, actor_role, body, request)
		VALUES ('c', 0, $1, 'spotcheck.population', '3', '3', '2014-09-19', now(), 'auditor', 'A', 'auditor', '{}', sha256(''))`, recorded.id)
	if err := store.Sweep(ctx); err != nil {
		t.Fatal(err)
	}
	for v, want := range map[version]int64{young: 1, old: 0, recorded: 1} {
		n, err := store.Count(ctx, v)
		if named, _ := store.Named(ctx, v); err != nil || n != want || named != (want > 0) {
			t.Errorf("%d rows, want %d (names: %v), %v", n, want, named, err)
		}
	}
	next, err := store.Alone(ctx, young)
	if err != nil {
		t.Fatal(err)
	}
	if _, err := store.Alone(ctx, young); err == nil {
		t.Error("the same import twice at once")
	}
	if other, err := store.Alone(ctx, recorded); err != nil {
		t.Errorf("another beside it: %v", err)
	} else {
		other()
	}
	next()
	if next, err = store.Alone(ctx, young); err != nil {
		t.Fatalf("after it: %v", err)
	}
	next()

	n, err := store.erase(ctx, "c", due{lists: []string{recorded.id, old.id}})
	if named, _ := store.Named(ctx, recorded); err != nil || n != 1 || named {
		t.Errorf("%d erased, names %v, %v", n, named, err)
	}
	if n, err := store.erase(ctx, "c", due{lists: []string{recorded.id}}); err != nil || n != 0 {
		t.Errorf("again: %d, %v", n, err)
	}
	if rows, _ := store.Count(ctx, recorded); rows != 1 {
		t.Error("the rows went with the names")
	}
}
