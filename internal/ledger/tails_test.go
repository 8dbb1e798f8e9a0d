package ledger

import (
	"context"
	"encoding/json"
	"fmt"
	"strings"
	"testing"
	"time"

	"github.com/google/uuid"
	"github.com/jackc/pgx/v5"

	"opfyldt/internal/calendar"
	"opfyldt/internal/contract"
	"opfyldt/internal/databasetest"
)

type anybody struct{}

func (anybody) Subject() string                               { return "anybody" }
func (anybody) Name() string                                  { return "Anybody" }
func (anybody) Permit(string, string, string) (string, error) { return "lead", nil }

// With room for three facts in all, facts are dropped from what is at hand and
// read again; with room for one log, logs are, and long ones are read in parts.
// What is written is the same.
func TestLittleRoomForTails(t *testing.T) {
	t.Parallel()
	for name, small := range map[string]*tails{
		"facts": newTails(3, 10, 100), "logs": newTails(100, 1, 100), "long logs": newTails(100, 1, 2),
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			writeInTurn(t, small)
			if small.facts > small.maxFacts || len(small.of) > small.maxLogs {
				t.Errorf("kept %d facts of %d logs", small.facts, len(small.of))
			}
		})
	}
}

// writeInTurn writes 24 facts about four subjects of two logs, each superseding
// the one before it.
func writeInTurn(t *testing.T, small *tails) {
	db := databasetest.New(t)
	ctx := context.Background()
	plain := Kind{Name: "note", Goal: func(*contract.Contract, string) (string, error) { return "1", nil },
		Check: func(_ context.Context, m Moment) (any, error) { return m.Submission.Body, nil }}
	look := func(_ context.Context, id string) (*contract.Contract, error) { return &contract.Contract{ID: id}, nil }
	b := NewBook(db.Pool, look, time.Now, plain)
	b.tails = small
	newest := map[string]string{}
	for i := range 24 {
		// Contracts a and b in turn, steps 0 to 2 of a and only 0 of b.
		contractID, step := "a", fmt.Sprint(i%3)
		if i%2 == 1 {
			contractID, step = "b", "0"
		}
		if err := Enter(ctx, db.Pool, contractID); err != nil {
			t.Fatal(err)
		}
		id := uuid.Must(uuid.NewV7()).String()
		f, err := b.Record(ctx, anybody{}, Submission{Contract: contractID, ID: id, Kind: "note", Subject: step,
			Day: calendar.MustDate("2014-06-30"), Expects: newest[contractID+step], Body: json.RawMessage(`{}`)})
		if err != nil || f.Leaf != int64(i/2) {
			t.Fatalf("fact %d: leaf %d, %v", i, f.Leaf, err)
		}
		newest[contractID+step] = id
	}
}

// Plans are made once for a connection, perhaps while the tables are empty: they
// must be those that serve a long log too.
func TestPlansOnEmptyTables(t *testing.T) {
	t.Parallel()
	conn := databasetest.New(t).Service(t)
	for name, c := range map[string]struct{ query, types, values, want string }{
		"previous":  {selectPrevious, "text[], text[], text[]", "'{}', '{}', '{}'", "contract_id = asked.contract_id) AND (kind = asked.kind) AND (subject = asked.subject"},
		"requested": {selectRequested, "text[], uuid[]", "'{}', '{}'", "contract_id = asked.contract_id) AND (id = asked.id"},
		"newest":    {selectNewest, "text, text[], timestamptz", "'', '{}', now()", "contract_id = $1) AND (kind = asked.kind"},
		"history":   {selectHistory, "text, text, text, timestamptz", "'', '', '', now()", "contract_id = $1) AND (kind = $2) AND (subject = $3"},
		"fact":      {selectFact, "text, uuid", "'', gen_random_uuid()", "contract_id = $1) AND (id = $2"},
		"hashes":    {selectHashes, "text[], bigint[]", "'{}', '{}'", "contract_id = asked.contract_id) AND (\"position\" = asked.\"position\""},
		"then":      {selectLeafThen, "text, timestamptz", "'', now()", "contract_id = $1) AND (recorded <= $2"},
	} {
		plan := explain(t, conn, name, c.query, c.types, c.values)
		if !strings.Contains(plan, "Index Cond: (("+c.want) || strings.Contains(plan, "Seq Scan") {
			t.Errorf("%s: the plan does not use its index:\n%s", name, plan)
		}
	}
}

func explain(t *testing.T, conn *pgx.Conn, name, query, types, values string) string {
	t.Helper()
	ctx := context.Background()
	for _, statement := range []string{"SET plan_cache_mode = force_generic_plan", "PREPARE plan_" + name + " (" + types + ") AS " + query} {
		if _, err := conn.Exec(ctx, statement); err != nil {
			t.Fatalf("%s: %v", name, err)
		}
	}
	rows, err := conn.Query(ctx, "EXPLAIN EXECUTE plan_"+name+" ("+values+")", pgx.QueryExecModeSimpleProtocol)
	if err != nil {
		t.Fatal(err)
	}
	lines, err := pgx.CollectRows(rows, pgx.RowTo[string])
	if err != nil {
		t.Fatal(err)
	}
	return strings.Join(lines, "\n")
}
