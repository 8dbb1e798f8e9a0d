package bench

import (
	"context"
	"encoding/json"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strconv"
	"sync"
	"testing"
	"time"

	"github.com/google/uuid"
	"github.com/jackc/pgx/v5"

	"opfyldt/internal/calendar"
	"opfyldt/internal/contract"
	"opfyldt/internal/database"
	"opfyldt/internal/database/embedded"
	"opfyldt/internal/ledger"
)

const writeFor = 2 * time.Second

// body is what each fact says, for us and for pgbench.
const body = `{"note":"Afsluttet som aftalt med leverandøren.","progress":100,"risk":"on_track","status":"done"}`

// writes holds recording facts against pgbench's INSERT and commit on the same
// durable server.
func writes(b *testing.B) []row {
	server, db := durable(b)
	pgbench, err := findPgbench()
	if err != nil {
		fmt.Println("writes are not measured:", err)
		return nil
	}
	table(b, server)
	var rows []row
	for _, c := range []struct {
		clients, contracts int
		goal               float64
	}{{1, 1, 0.35}, {32, 1, 0.35}, {32, 100, 0.6}} {
		book, ids := bookOf(b, db, c.contracts)
		ours, limit := compare(
			func() float64 { return record(b, book, ids, c.clients) },
			func() float64 { return insert(b, pgbench, server, c.clients) })
		rows = append(rows, row{
			fmt.Sprintf("facts by %d clients on %d contracts, against pgbench's INSERT", c.clients, c.contracts),
			"facts/s", ours, limit, atLeast(c.goal)})
	}
	return rows
}

// durable starts a server that keeps its promises, as in production.
func durable(b *testing.B) (*embedded.Server, *database.DB) {
	b.Helper()
	data, err := os.MkdirTemp("", "opfyldt-bench-")
	if err != nil {
		b.Fatal(err)
	}
	b.Cleanup(func() { os.RemoveAll(data) })
	if err := os.Chmod(data, 0o711); err != nil {
		b.Fatal(err)
	}
	ctx := context.Background()
	server, err := embedded.Start(ctx, embedded.Options{Data: data})
	if err != nil {
		b.Fatal(err)
	}
	b.Cleanup(func() { server.Stop() })
	if err := database.Prepare(ctx, server.URL(embedded.Superuser, "postgres"), database.DatabaseName); err != nil {
		b.Fatal(err)
	}
	if err := database.Migrate(ctx, server.URL(database.OwnerRole, database.DatabaseName), database.ServiceRole); err != nil {
		b.Fatal(err)
	}
	db, err := database.Open(ctx, database.Config{URL: server.URL(database.ServiceRole, database.DatabaseName)})
	if err != nil {
		b.Fatal(err)
	}
	b.Cleanup(db.Close)
	return server, db
}

// writer may do everything; the permission table is not what is measured.
type writer struct{}

func (writer) Subject() string                       { return "lead" }
func (writer) Name() string                          { return "Line Lund" }
func (writer) Permit(_, _, _ string) (string, error) { return "lead", nil }
func (writer) kind() ledger.Kind {
	return ledger.Kind{
		Name: "bench", Operation: "milestone.report",
		Goal: func(*contract.Contract, string) (string, error) { return "1", nil },
		Check: func(_ context.Context, m ledger.Moment) (any, error) {
			return json.RawMessage(m.Submission.Body), nil
		},
	}
}

func bookOf(b *testing.B, db *database.DB, contracts int) (*ledger.Book, []string) {
	b.Helper()
	ids := make([]string, contracts)
	for i := range ids {
		ids[i] = fmt.Sprintf("bench-%s-%d", uuid.NewString()[:8], i)
		if err := ledger.Enter(context.Background(), db.Pool, ids[i]); err != nil {
			b.Fatal(err)
		}
	}
	look := func(_ context.Context, id string) (*contract.Contract, error) { return &contract.Contract{ID: id}, nil }
	return ledger.NewBook(db.Pool, look, time.Now, writer{}.kind()), ids
}

// record writes facts with several clients for a while; facts in a second.
func record(b *testing.B, book *ledger.Book, ids []string, clients int) float64 {
	var wait sync.WaitGroup
	counts := make([]int, clients)
	began := time.Now()
	for client := range clients {
		wait.Go(func() {
			for time.Since(began) < writeFor && !b.Failed() {
				if err := recordOne(book, ids[(client*7+counts[client])%len(ids)]); err != nil {
					b.Error(err)
				}
				counts[client]++
			}
		})
	}
	wait.Wait()
	total := 0
	for _, n := range counts {
		total += n
	}
	return float64(total) / time.Since(began).Seconds()
}

func recordOne(book *ledger.Book, id string) error {
	fact, err := uuid.NewV7()
	if err != nil {
		return err
	}
	_, err = book.Record(context.Background(), writer{}, ledger.Submission{
		Contract: id, ID: fact.String(), Kind: "bench", Subject: fact.String(),
		Day: calendar.MustDate("2014-06-30"), Body: json.RawMessage(body),
	})
	return err
}

func findPgbench() (string, error) {
	if path, err := exec.LookPath("pgbench"); err == nil {
		return path, nil
	}
	found, err := filepath.Glob("/usr/lib/postgresql/*/bin/pgbench")
	if err != nil || len(found) == 0 {
		return "", fmt.Errorf("pgbench is not installed (Debian: postgresql-contrib)")
	}
	return found[len(found)-1], nil
}

// table makes the plain table that pgbench inserts into.
func table(b *testing.B, server *embedded.Server) {
	ctx := context.Background()
	conn, err := pgx.Connect(ctx, server.URL(database.OwnerRole, database.DatabaseName))
	if err != nil {
		b.Fatal(err)
	}
	defer conn.Close(ctx)
	if _, err := conn.Exec(ctx, "CREATE TABLE public.plain (contract_id text, id uuid, body text, PRIMARY KEY (contract_id, id))"); err != nil {
		b.Fatal(err)
	}
}

var tps = regexp.MustCompile(`tps = ([0-9.]+)`)

// insert lets pgbench insert the same bytes and commit, with as many clients.
func insert(b *testing.B, pgbench string, server *embedded.Server, clients int) float64 {
	script := filepath.Join(b.TempDir(), "insert.sql")
	sql := "INSERT INTO public.plain VALUES ('bench', gen_random_uuid(), '" + body + "');\n"
	if err := os.WriteFile(script, []byte(sql), 0o644); err != nil {
		b.Fatal(err)
	}
	out, err := exec.Command(pgbench, "-n", "-M", "prepared", "-c", strconv.Itoa(clients), "-j", "2",
		"-T", strconv.Itoa(int(writeFor.Seconds())), "-f", script, server.URL(database.OwnerRole, database.DatabaseName)).CombinedOutput()
	m := tps.FindSubmatch(out)
	if err != nil || m == nil {
		b.Fatalf("pgbench: %v\n%s", err, out)
	}
	rate, err := strconv.ParseFloat(string(m[1]), 64)
	if err != nil {
		b.Fatal(err)
	}
	return rate
}
