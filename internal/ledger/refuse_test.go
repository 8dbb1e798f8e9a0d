package ledger_test

import (
	"context"
	"errors"
	"strings"
	"testing"
	"time"

	"github.com/jackc/pgx/v5"
	"github.com/jackc/pgx/v5/pgconn"

	"opfyldt/internal/databasetest"
	"opfyldt/internal/ledger"
)

// insufficientPrivilege is what Postgres answers to a right that is lacking; the
// triggers answer the same.
const insufficientPrivilege = "42501"

// onceTables finds the tables that are written once by their triggers, and must
// find those of this package.
func onceTables(t *testing.T, conn *pgx.Conn) []string {
	t.Helper()
	rows, err := conn.Query(context.Background(), `
		SELECT DISTINCT c.relname::text FROM pg_trigger t JOIN pg_class c ON c.oid = t.tgrelid
		  JOIN pg_proc p ON p.oid = t.tgfoid WHERE p.proname = 'refuse_change' AND t.tgtype & 16 > 0`)
	if err != nil {
		t.Fatal(err)
	}
	tables, err := pgx.CollectRows(rows, pgx.RowTo[string])
	if err != nil {
		t.Fatal(err)
	}
	all := " " + strings.Join(tables, " ") + " "
	for _, own := range []string{"contracts", "facts", "contract_versions", "ledger_hashes", "ledger_checkpoints"} {
		if !strings.Contains(all, " "+own+" ") {
			t.Errorf("the table %s can be changed", own)
		}
	}
	return tables
}

// The service lacks the rights; the owner, who has them, meets the triggers.
func TestWhatIsWrittenOnceCannotBeChanged(t *testing.T) {
	t.Parallel()
	db := databasetest.New(t)
	record(t, open(t, db, "c"), submit("c", "step", "", `{}`))
	owner := db.Owner(t)
	for role, conn := range map[string]*pgx.Conn{"service": db.Service(t), "owner": owner} {
		for _, table := range onceTables(t, owner) {
			column := columnOf(t, owner, table)
			for _, statement := range []string{
				"UPDATE " + table + " SET " + column + " = DEFAULT",
				"DELETE FROM " + table,
				"TRUNCATE " + table + " CASCADE",
			} {
				if strings.HasPrefix(statement, "DELETE") && !keepsRows(t, owner, table) {
					continue // rows of an import without a fact are swept away
				}
				refused(t, conn, role, statement, map[string]string{"service": "permission denied", "owner": "written once"}[role])
			}
		}
	}
}

// keepsRows reports whether the table's trigger refuses to delete any row.
func keepsRows(t *testing.T, conn *pgx.Conn, table string) (keeps bool) {
	t.Helper()
	err := conn.QueryRow(context.Background(), `SELECT bool_or(t.tgtype & 8 > 0) FROM pg_trigger t JOIN pg_proc p ON p.oid = t.tgfoid
		WHERE p.proname = 'refuse_change' AND t.tgrelid = $1::regclass`, table).Scan(&keeps)
	if err != nil {
		t.Fatal(err)
	}
	return keeps
}

func columnOf(t *testing.T, conn *pgx.Conn, table string) string {
	t.Helper()
	var column string
	err := conn.QueryRow(context.Background(), "SELECT attname::text FROM pg_attribute WHERE attrelid = $1::regclass AND attnum = 1", table).Scan(&column)
	if err != nil {
		t.Fatal(err)
	}
	return column
}

func refused(t *testing.T, conn *pgx.Conn, role, statement, why string) {
	t.Helper()
	_, err := conn.Exec(context.Background(), statement)
	got, ok := errors.AsType[*pgconn.PgError](err)
	if !ok || got.Code != insufficientPrivilege || !strings.Contains(got.Message, why) {
		t.Errorf("%s: %s: got %v, want a refusal", role, statement, err)
	}
}

// The head is the one row that moves, and it moves one way.
func TestALogsHeadOnlyGrows(t *testing.T) {
	t.Parallel()
	db := databasetest.New(t)
	record(t, open(t, db, "c"), submit("c", "step", "", `{}`))
	for role, conn := range map[string]*pgx.Conn{"service": db.Service(t), "owner": db.Owner(t)} {
		refused(t, conn, role, "UPDATE ledger_heads SET size = 0", "only grows")
		refused(t, conn, role, "UPDATE ledger_heads SET root = sha256('other')", "only grows")
		beyondTheFacts(t, conn, role)
	}
	refused(t, db.Service(t), "service", "DELETE FROM ledger_heads", "permission denied")
	refused(t, db.Owner(t), "owner", "DELETE FROM ledger_heads", "written once")
	refused(t, db.Owner(t), "owner", "TRUNCATE ledger_heads", "written once")
}

// beyondTheFacts moves the head to where no fact is.
func beyondTheFacts(t *testing.T, conn *pgx.Conn, role string) {
	t.Helper()
	for _, statement := range []string{
		"UPDATE ledger_heads SET size = size + 5",
		"UPDATE ledger_heads SET size = size + 1, root = sha256('other')",
	} {
		_, err := conn.Exec(context.Background(), statement)
		if got, ok := errors.AsType[*pgconn.PgError](err); !ok || got.ConstraintName != "ledger_heads_end_at_a_fact" {
			t.Errorf("%s: %s: %v, want a refusal", role, statement, err)
		}
	}
}

// Rows changed past the service: nothing is added on top, and nothing is signed.
func TestABrokenLogIsNotContinued(t *testing.T) {
	t.Parallel()
	db := databasetest.New(t)
	record(t, open(t, db, "c"), submit("c", "step", "", `{}`))
	_, err := db.Owner(t).Exec(context.Background(), `
		ALTER TABLE ledger_hashes DISABLE TRIGGER ALL; UPDATE ledger_hashes SET hash = sha256('other')`)
	if err != nil {
		t.Fatal(err)
	}
	fresh := open(t, db) // without the edge at hand
	if _, err := fresh.Record(context.Background(), lead, submit("c", "other", "", `{}`)); err == nil || !strings.Contains(err.Error(), "do not agree") {
		t.Errorf("writing on: %v", err)
	}
	signer, err := ledger.NewSigner(db.Pool, newKey(t), func() time.Time { return day })
	if err != nil {
		t.Fatal(err)
	}
	if n, err := signer.SignHeads(context.Background()); n != 0 || err == nil || !strings.Contains(err.Error(), "do not agree") {
		t.Errorf("signing: %d, %v", n, err)
	}
}
