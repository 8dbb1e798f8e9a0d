package apptest

import (
	"context"
	"net/http"
	"strings"
	"testing"
	"time"

	"github.com/jackc/pgx/v5/pgxpool"

	"opfyldt/internal/bulk"
	"opfyldt/internal/ledger"
	"opfyldt/internal/ledger/audit"
	"opfyldt/internal/spotcheck"
)

// rootOf is the Merkle root over the rows as they stand in the database.
func rootOf(t *testing.T, pool *pgxpool.Pool, list string) string {
	t.Helper()
	rows, err := pool.Query(context.Background(), `SELECT ref, cells, personal FROM spotcheck_rows WHERE contract_id = $1 AND import_id = $2 ORDER BY position`, Contract, list)
	if err != nil {
		t.Fatal(err)
	}
	defer rows.Close()
	var tree bulk.Tree
	for rows.Next() {
		var row spotcheck.Row
		if err := rows.Scan(&row.Ref, &row.Cells, &row.Personal); err != nil {
			t.Fatal(err)
		}
		canonical, err := bulk.Row(row)
		if err != nil {
			t.Fatal(err)
		}
		tree.Add(canonical)
	}
	return tree.Root()
}

// A year after a round has ended its customers' names are erased: the pages say so, no
// new round is planned on them, and the log, the list's root and the draw still hold.
func TestNamesAreErasedAndEverythingStillHolds(t *testing.T) {
	t.Parallel()
	h := New(t)
	ctx := context.Background()
	pool, err := pgxpool.New(ctx, h.Database.ServiceURL) // with the service's own rights
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(pool.Close)
	eraser := spotcheck.Eraser{Store: spotcheck.NewStore(pool), Log: ledger.NewBook(pool, nil, h.clock.Now), Clock: h.clock.Now}
	one, two := h.As("auditor"), h.As("auditor2")
	list := listed(t, one, fiftyCustomers())
	planned(t, one, "r", list)
	drawn(t, one, two, "r")
	one.Post(spotchecks+"/rounds/r/abandonments", body(map[string]any{"reason": "Kunderne fusionerer"}), http.StatusCreated, nil)
	var before struct{ Population struct{ Root string } }
	one.Get(spotchecks, &before)

	h.Turn(364 * 24 * time.Hour)
	if n, err := eraser.Do(ctx); n != 0 || err != nil {
		t.Fatalf("within the year: %d, %v", n, err)
	}
	h.Turn(2 * 24 * time.Hour)
	if n, err := eraser.Do(ctx); n != 1 || err != nil {
		t.Fatalf("a year after: %d, %v", n, err)
	}
	one = h.As("auditor")
	a := one.Send("GET", "/api/v1"+spotchecks+"/rounds/r", "")
	if a.StatusCode != http.StatusOK || strings.Contains(a.Text, "Kunden Nummer") || strings.Contains(a.Text, "kunde.dk") || strings.Count(a.Text, `"erased":true`) != 7 {
		t.Errorf("the round: %d %.500s", a.StatusCode, a.Text)
	}
	if root := rootOf(t, pool, list); root != before.Population.Root || len(root) != 64 {
		t.Errorf("the list's root is %q, was %q", root, before.Population.Root)
	}
	log := "/api/v1/contracts/" + Contract + "/ledger/"
	key, export := one.Send("GET", log+"key", ""), one.Send("GET", log+"export", "", "Accept-Encoding", "identity")
	if _, err := audit.Verify(strings.NewReader(export.Text), "export", strings.TrimSpace(key.Text)); err != nil {
		t.Errorf("the log: %v", err)
	}
	if file := one.Send("GET", "/api/v1"+spotchecks+"/rounds/r/frame?format=csv", ""); strings.Count(file.Text, "K-") != 50 {
		t.Errorf("who could be drawn: %.200s", file.Text)
	}
	again := body(map[string]any{
		"day": "2015-11-03", "title": "Igen", "question": "Følges vilkårene?", "population": list, "checklist": []map[string]any{{"title": "Personlig"}},
		"method": "number", "size": 5, "confidence": "0.8", "source": "people", "people": []map[string]any{{"subject": "auditor"}, {"subject": "auditor2"}},
	})
	var refused struct{ Errors []struct{ Location string } }
	one.Post(spotchecks+"/rounds/r2/plans", again, http.StatusUnprocessableEntity, &refused)
	if len(refused.Errors) != 1 || refused.Errors[0].Location != "body.population" {
		t.Errorf("a plan of erased names: %+v", refused)
	}
}
