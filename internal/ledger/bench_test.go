package ledger_test

import (
	"context"
	"fmt"
	"os"
	"os/exec"
	"regexp"
	"strconv"
	"sync"
	"testing"
	"time"

	"opfyldt/internal/contract"
	"opfyldt/internal/database"
	"opfyldt/internal/database/embedded"
	"opfyldt/internal/ledger"
)

// durable starts a server that keeps its promises (fsync), as in production.
func durable(b *testing.B) *database.DB {
	b.Helper()
	data, err := os.MkdirTemp("", "opfyldt-bench-")
	if err != nil {
		b.Fatal(err)
	}
	b.Cleanup(func() { os.RemoveAll(data) })
	if err := os.Chmod(data, 0o711); err != nil {
		b.Fatal(err)
	}
	db, stop, err := database.Start(context.Background(), database.Options{Data: data})
	if err != nil {
		b.Fatal(err)
	}
	b.Cleanup(func() { stop() })
	return db
}

func bookOf(b *testing.B, db *database.DB, contracts int) (*ledger.Book, []string) {
	b.Helper()
	var ids []string
	for i := range contracts {
		ids = append(ids, fmt.Sprintf("c%d", i))
		if err := ledger.Enter(context.Background(), db.Pool, ids[i]); err != nil {
			b.Fatal(err)
		}
	}
	look := func(_ context.Context, id string) (*contract.Contract, error) { return &contract.Contract{ID: id}, nil }
	return ledger.NewBook(db.Pool, look, time.Now, noteKind()), ids
}

// BenchmarkRecord writes facts and reports how many in a second: by one client
// and by 32, on one contract and spread over a hundred.
func BenchmarkRecord(b *testing.B) {
	for _, c := range []struct{ writers, contracts int }{{1, 1}, {32, 1}, {32, 100}} {
		b.Run(fmt.Sprintf("writers=%d/contracts=%d", c.writers, c.contracts), func(b *testing.B) {
			book, ids := bookOf(b, durable(b), c.contracts)
			b.ResetTimer()
			write(b, book, ids, c.writers)
			b.ReportMetric(float64(b.N)/b.Elapsed().Seconds(), "facts/s")
		})
	}
}

func write(b *testing.B, book *ledger.Book, ids []string, writers int) {
	var wait sync.WaitGroup
	for w := range writers {
		wait.Go(func() {
			for i := w; i < b.N; i += writers {
				s := submit(ids[i%len(ids)], fmt.Sprintf("step-%d", i), "", `{"status":"done","progress":100,"note":"afsluttet som aftalt"}`)
				if _, err := book.Record(context.Background(), lead, s); err != nil {
					b.Error(err)
					return
				}
			}
		})
	}
	wait.Wait()
}

// BenchmarkPgbench is the yardstick: pgbench's INSERT and commit of a row of the
// same size on the same kind of server.
func BenchmarkPgbench(b *testing.B) {
	for _, clients := range []int{1, 32} {
		b.Run(fmt.Sprintf("clients=%d", clients), func(b *testing.B) {
			db := durable(b)
			host := db.Pool.Config().ConnConfig.Host
			b.ResetTimer()
			b.ReportMetric(pgbench(b, host, clients, 3), "facts/s")
		})
	}
}

var tps = regexp.MustCompile(`tps = ([0-9.]+)`)

func pgbench(b *testing.B, host string, clients, seconds int) float64 {
	b.Helper()
	psql := func(args ...string) string {
		cmd := exec.Command(args[0], args[1:]...)
		out, err := cmd.CombinedOutput()
		if err != nil {
			b.Fatalf("%v: %v\n%s", args, err, out)
		}
		return string(out)
	}
	script := b.TempDir() + "/insert.sql"
	insert := `\set id random(1, 1000000000)` + "\nINSERT INTO plain (subject, day, body) VALUES (:id, '2014-06-30', '{\"note\":\"afsluttet som aftalt\",\"progress\":100,\"status\":\"done\"}');\n"
	if err := os.WriteFile(script, []byte(insert), 0o600); err != nil {
		b.Fatal(err)
	}
	on := []string{"-h", host, "-U", embedded.Superuser}
	psql(append([]string{"psql", "-qc", "CREATE TABLE plain (id bigserial PRIMARY KEY, subject text, day date, body text)", database.DatabaseName}, on...)...)
	out := psql(append([]string{"pgbench", "-n", "-c", strconv.Itoa(clients), "-j", "2", "-T", strconv.Itoa(seconds), "-M", "prepared", "-f", script, database.DatabaseName}, on...)...)
	rate, err := strconv.ParseFloat(tps.FindStringSubmatch(out)[1], 64)
	if err != nil {
		b.Fatal(err)
	}
	return rate
}
