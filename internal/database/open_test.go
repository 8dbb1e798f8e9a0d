package database_test

import (
	"context"
	"errors"
	"strings"
	"testing"

	"github.com/jackc/pgx/v5"
	"github.com/jackc/pgx/v5/pgconn"

	"opfyldt/internal/database"
	"opfyldt/internal/databasetest"
	"opfyldt/internal/fault"
)

func wantRefusal(t *testing.T, url, why string) {
	t.Helper()
	db, err := database.Open(context.Background(), database.Config{URL: url})
	if err == nil {
		db.Close()
	}
	if err == nil || !strings.Contains(err.Error(), why) {
		t.Errorf("got %v, want %q", err, why)
	}
}

func asOwner(t *testing.T, db *databasetest.Database, statement string) {
	t.Helper()
	if _, err := db.Owner(t).Exec(context.Background(), statement); err != nil {
		t.Fatalf("%s: %v", statement, err)
	}
}

func TestARoleThatOwnsTablesIsRefused(t *testing.T) {
	t.Parallel()
	db := databasetest.New(t)
	wantRefusal(t, db.OwnerURL, "owns access_")
	wantRefusal(t, strings.Replace(db.OwnerURL, database.OwnerRole, "postgres", 1), "is a superuser")
}

func TestARoleThatCouldChangeFactsIsRefused(t *testing.T) {
	t.Parallel()
	for _, right := range []string{"UPDATE", "DELETE", "TRUNCATE", "UPDATE (body)"} {
		db := databasetest.New(t)
		asOwner(t, db, "GRANT "+right+" ON facts TO "+database.ServiceRole)
		wantRefusal(t, db.ServiceURL, "could change rows of facts")
		// Migrating again takes the right away.
		if err := database.Migrate(context.Background(), db.OwnerURL, database.ServiceRole); err != nil {
			t.Fatal(err)
		}
		again, err := database.Open(context.Background(), database.Config{URL: db.ServiceURL})
		if err != nil {
			t.Errorf("%s: after migrating again: %v", right, err)
			continue
		}
		again.Close()
	}
}

// A trigger that is off, or gone together with the right that it stands for, is
// noticed at the next start.
func TestTriggersThatAreOffAreNoticed(t *testing.T) {
	t.Parallel()
	for table, statement := range map[string]string{
		"facts":              "ALTER TABLE facts DISABLE TRIGGER facts_never_change",
		"ledger_hashes":      "ALTER TABLE ledger_hashes ENABLE REPLICA TRIGGER ledger_hashes_never_change",
		"ledger_checkpoints": "DROP TRIGGER ledger_checkpoints_never_change ON ledger_checkpoints",
		"ledger_heads":       "DROP TRIGGER ledger_heads_only_grow ON ledger_heads",
		"contracts":          "DROP TRIGGER contracts_never_change ON contracts; GRANT UPDATE, DELETE ON contracts TO " + database.ServiceRole,
	} {
		db := databasetest.New(t)
		asOwner(t, db, statement)
		wantRefusal(t, db.ServiceURL, "the triggers that refuse changes of "+table+" are gone or switched off")
	}
}

// What migrating refuses, it refuses before it changes anything.
func TestMigratingIsRefused(t *testing.T) {
	t.Parallel()
	empty := databasetest.Empty(t)
	for role, why := range map[string]string{
		"nobody_here":      "there is no role nobody_here: make it first",
		database.OwnerRole: "owns the tables: the service connects as another role",
	} {
		if err := database.Migrate(context.Background(), empty.OwnerURL, role); err == nil || !strings.Contains(err.Error(), why) {
			t.Errorf("%s: %v", role, err)
		}
	}
	wantRefusal(t, empty.ServiceURL, "has no schema yet")
	db := databasetest.New(t)
	asOwner(t, db, "INSERT INTO goose_db_version (version_id, is_applied) VALUES (99999, true)")
	if err := database.Migrate(context.Background(), db.OwnerURL, database.ServiceRole); err == nil || !strings.Contains(err.Error(), "schema version 99999, newer") {
		t.Errorf("a newer schema: %v", err)
	}
}

// The driver asks with and without encryption; one reason is enough.
func TestAServerThatIsNotThereIsSaidOnce(t *testing.T) {
	t.Parallel()
	const nowhere = "postgres://r@127.0.0.1:1/d"
	_, err := database.Open(context.Background(), database.Config{URL: nowhere})
	for _, err := range []error{err, database.Migrate(context.Background(), nowhere, "r")} {
		if err == nil || strings.Count(err.Error(), "refused") != 1 || !database.Unavailable(err) {
			t.Errorf("got %v", err)
		}
	}
}

func TestAnotherSchemaIsRefused(t *testing.T) {
	t.Parallel()
	empty := databasetest.Empty(t)
	wantRefusal(t, empty.ServiceURL, "has no schema yet: run `opfyldt migrate`")

	db := databasetest.New(t)
	asOwner(t, db, "INSERT INTO goose_db_version (version_id, is_applied) VALUES (99999, true)")
	wantRefusal(t, db.ServiceURL, "schema version 99999, newer than this program's")
	asOwner(t, db, "DELETE FROM goose_db_version WHERE version_id > 1")
	wantRefusal(t, db.ServiceURL, "has schema version 1, this program needs")
	asOwner(t, db, "REVOKE ALL ON goose_db_version FROM "+database.ServiceRole)
	wantRefusal(t, db.ServiceURL, "has no rights in the database")
}

func TestNoServerIsSaid(t *testing.T) {
	t.Parallel()
	_, err := database.Open(context.Background(), database.Config{URL: "postgres://x@/x?host=" + t.TempDir()})
	if err == nil || fault.KindOf(database.Fault(err)) != fault.Unavailable {
		t.Errorf("got %v", err)
	}
	wantRefusal(t, "mysql://x", "read the database's address")
}

// A second migration changes nothing, and two at once wait for each other.
func TestMigratingTwice(t *testing.T) {
	t.Parallel()
	empty := databasetest.Empty(t)
	done := make(chan error, 2)
	for range cap(done) {
		go func() { done <- database.Migrate(context.Background(), empty.OwnerURL, database.ServiceRole) }()
	}
	for range cap(done) {
		if err := <-done; err != nil {
			t.Error(err)
		}
	}
	db, err := database.Open(context.Background(), database.Config{URL: empty.ServiceURL})
	if err != nil {
		t.Fatal(err)
	}
	db.Close()
}

// The role has what it needs on tables that change, and no more anywhere.
func TestTheServicesRights(t *testing.T) {
	t.Parallel()
	db := databasetest.New(t)
	for table, want := range map[string]string{
		"facts":            "SELECT INSERT",
		"ledger_heads":     "SELECT INSERT UPDATE",
		"goose_db_version": "SELECT",
	} {
		var got []string
		for _, right := range []string{"SELECT", "INSERT", "UPDATE", "DELETE", "TRUNCATE", "REFERENCES", "TRIGGER"} {
			var has bool
			if err := db.Pool.QueryRow(context.Background(), "SELECT has_table_privilege($1, $2)", table, right).Scan(&has); err != nil {
				t.Fatal(err)
			}
			if has {
				got = append(got, right)
			}
		}
		if strings.Join(got, " ") != want {
			t.Errorf("%s: %v, want %s", table, got, want)
		}
	}
}

func TestInTxRollsBack(t *testing.T) {
	t.Parallel()
	db := databasetest.New(t)
	mistake := errors.New("a mistake")
	ctx := context.Background()
	err := db.InTx(ctx, func(tx pgx.Tx) error {
		if _, err := tx.Exec(ctx, "INSERT INTO contracts VALUES ('c')"); err != nil {
			return err
		}
		return mistake
	})
	if !errors.Is(err, mistake) {
		t.Errorf("got %v", err)
	}
	var n int
	if err := db.Pool.QueryRow(ctx, "SELECT count(*) FROM contracts").Scan(&n); err != nil || n != 0 {
		t.Errorf("%d rows are left, %v", n, err)
	}
}

func TestFaults(t *testing.T) {
	for name, c := range map[string]struct {
		err  error
		kind fault.Kind
	}{
		"no row":           {pgx.ErrNoRows, fault.NotFound},
		"id used":          {&pgconn.PgError{Code: "23505", ConstraintName: "facts_id_once"}, fault.Conflict},
		"unknown contract": {&pgconn.PgError{Code: "23503", ConstraintName: "ledger_heads_contract_id_fkey"}, fault.NotFound},
		"shutting down":    {&pgconn.PgError{Code: "57P01"}, fault.Unavailable},
		"out of memory":    {&pgconn.PgError{Code: "53200"}, fault.Internal},
		"a fault":          {fault.New(fault.Forbidden, "x", nil), fault.Forbidden},
		"anything":         {errors.New("x"), fault.Internal},
	} {
		if got := fault.KindOf(database.Fault(c.err)); got != c.kind {
			t.Errorf("%s: got %v, want %v", name, got, c.kind)
		}
	}
}
