package survey_test

import (
	"context"
	"testing"

	"github.com/google/uuid"

	"opfyldt/internal/databasetest"
	"opfyldt/internal/measure/survey"
)

// An import that broke off wrote no fact: the next attempt takes its place, and what
// nobody comes back for is swept away. Answers whose fact is in the log stay, whoever
// asks for another thing.
func TestAnswersCountWithTheirFactAlone(t *testing.T) {
	t.Parallel()
	ctx := context.Background()
	db := databasetest.New(t)
	store := survey.NewStore(db.Pool, "")
	id := uuid.Must(uuid.NewV7()).String()
	row := func(answer string) []survey.Row { return []survey.Row{{Answers: map[string]string{"q1": answer}}} }
	must := func(sql string, args ...any) {
		t.Helper()
		if _, err := db.Pool.Exec(ctx, sql, args...); err != nil {
			t.Fatal(err)
		}
	}
	put := func(answer string) {
		t.Helper()
		if err := store.Put(ctx, "c", id, row(answer)); err != nil {
			t.Fatal(err)
		}
	}
	put("utilfreds")
	put("tilfreds")
	rows, root, err := store.Read(ctx, "c", id)
	if err != nil || len(rows) != 1 || rows[0].Answers["q1"] != "tilfreds" || len(root) != 64 {
		t.Fatalf("%v, root %q, %v", rows, root, err)
	}
	must(`INSERT INTO survey_imports (contract_id, import, rows, written) VALUES ('c', $1, '{"{}"}', now() - interval '2 days')`, uuid.NewString())
	if n, err := store.Sweep(ctx); n != 1 || err != nil {
		t.Errorf("%d swept, %v; want the old one alone", n, err)
	}
	must(`INSERT INTO facts (contract_id, leaf, id, kind, subject, goal, day, recorded, actor_subject, actor_name, actor_role, body, request)
		VALUES ('c', 0, $1, 'survey.result', '6', '6', '2014-09-19', now(), 'lead', 'Line', 'lead', '{}', sha256(''))`, id)
	put("meget utilfreds")
	if rows, _, err = store.Read(ctx, "c", id); err != nil || rows[0].Answers["q1"] != "tilfreds" {
		t.Errorf("answers behind a fact changed: %v, %v", rows, err)
	}
	for _, sql := range []string{`UPDATE survey_imports SET rows = '{}'`, `DELETE FROM survey_imports`, `TRUNCATE survey_imports`} {
		if _, err := db.Pool.Exec(ctx, sql); err == nil {
			t.Errorf("%s is not refused", sql)
		}
	}
}
