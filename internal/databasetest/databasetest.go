package databasetest

import (
	"context"
	"fmt"
	"sync/atomic"
	"testing"

	"github.com/jackc/pgx/v5"

	"opfyldt/internal/database"
	"opfyldt/internal/database/embedded"
)

// Database is one test's own. DB is connected as the service's role.
type Database struct {
	*database.DB
	ServiceURL string
	OwnerURL   string
}

// running numbers the process's databases.
var running atomic.Int64

// New clones the migrated template; the clone goes when the test ends. Tests
// that use it may run in parallel.
func New(t testing.TB) *Database {
	t.Helper()
	ctx := context.Background() // outlives the test's own, for the cleanup
	server, err := shared()
	if err != nil {
		t.Fatalf("start a Postgres for the tests: %v", err)
	}
	name := fmt.Sprintf("test_%d", running.Add(1))
	admin := server.URL(embedded.Superuser, "postgres")
	command(ctx, t, admin, "CREATE DATABASE "+name+" TEMPLATE "+template+" OWNER "+database.OwnerRole)
	t.Cleanup(func() { command(ctx, t, admin, "DROP DATABASE "+name+" WITH (FORCE)") })

	d := &Database{ServiceURL: server.URL(database.ServiceRole, name), OwnerURL: server.URL(database.OwnerRole, name)}
	if d.DB, err = database.Open(ctx, database.Config{URL: d.ServiceURL}); err != nil {
		t.Fatalf("open the test's database: %v", err)
	}
	t.Cleanup(d.Close)
	return d
}

// Empty returns the superuser's and the owner's address of a new database
// without a schema, for tests of migrating.
func Empty(t testing.TB) *Database {
	t.Helper()
	ctx := context.Background()
	server, err := shared()
	if err != nil {
		t.Fatalf("start a Postgres for the tests: %v", err)
	}
	name := fmt.Sprintf("test_%d", running.Add(1))
	admin := server.URL(embedded.Superuser, "postgres")
	command(ctx, t, admin, "CREATE DATABASE "+name+" OWNER "+database.OwnerRole)
	t.Cleanup(func() { command(ctx, t, admin, "DROP DATABASE "+name+" WITH (FORCE)") })
	return &Database{ServiceURL: server.URL(database.ServiceRole, name), OwnerURL: server.URL(database.OwnerRole, name)}
}

// Owner connects as the role that owns the tables, for tests of what even it
// may not do.
func (d *Database) Owner(t testing.TB) *pgx.Conn {
	t.Helper()
	return connect(context.Background(), t, d.OwnerURL)
}

// Service connects as the service's role outside the pool.
func (d *Database) Service(t testing.TB) *pgx.Conn {
	t.Helper()
	return connect(context.Background(), t, d.ServiceURL)
}

func connect(ctx context.Context, t testing.TB, url string) *pgx.Conn {
	t.Helper()
	conn, err := pgx.Connect(ctx, url)
	if err != nil {
		t.Fatalf("connect to the test's database: %v", err)
	}
	t.Cleanup(func() {
		if err := conn.Close(ctx); err != nil {
			t.Errorf("close a connection: %v", err)
		}
	})
	return conn
}

func command(ctx context.Context, t testing.TB, url, statement string) {
	t.Helper()
	conn, err := pgx.Connect(ctx, url)
	if err != nil {
		t.Fatalf("connect to the tests' server: %v", err)
	}
	defer conn.Close(ctx)
	if _, err := conn.Exec(ctx, statement); err != nil {
		t.Fatalf("%s: %v", statement, err)
	}
}
