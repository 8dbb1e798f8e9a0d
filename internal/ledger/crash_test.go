package ledger_test

import (
	"bufio"
	"context"
	"fmt"
	"io"
	"os"
	"os/exec"
	"strings"
	"testing"
	"time"

	"opfyldt/internal/contract"
	"opfyldt/internal/database"
	"opfyldt/internal/databasetest"
	"opfyldt/internal/ledger"
)

// crashFolder is set in the process that is to be killed: it names the data
// folder.
const crashFolder = "OPFYLDT_TEST_CRASH_FOLDER"

// killAfter is how many acknowledged facts the process is let live for.
const killAfter = 300

// TestWriterProcess is the process of the test below, and nothing by itself: 32
// writers that print the id of each fact once it is acknowledged.
func TestWriterProcess(t *testing.T) {
	data := os.Getenv(crashFolder)
	if data == "" {
		return
	}
	b := embeddedBook(t, data)
	out := make(chan string, writers)
	go together(func(w int) {
		for i := 0; ; i++ {
			f, err := b.Record(context.Background(), lead, submit("c", fmt.Sprintf("step-%d-%d", w, i), "", `{}`))
			if err != nil {
				return
			}
			out <- f.ID
		}
	})
	for id := range out {
		fmt.Println("acknowledged", id)
	}
}

func embeddedBook(t *testing.T, data string) *ledger.Book {
	t.Helper()
	db, stop, err := database.Start(context.Background(), database.Options{Data: data})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		if err := stop(); err != nil {
			t.Error(err)
		}
	})
	return open(t, &databasetest.Database{DB: db}, "c")
}

// A process with its own Postgres, killed under 32 writers: after the restart
// every acknowledged fact is there and the root agrees.
func TestKillUnder32Writers(t *testing.T) {
	t.Parallel()
	data, err := os.MkdirTemp("", "opfyldt-crash-")
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { os.RemoveAll(data) })
	if err := os.Chmod(data, 0o711); err != nil {
		t.Fatal(err)
	}
	acknowledged := killedWriter(t, data)
	if len(acknowledged) < killAfter {
		t.Fatalf("only %d facts were acknowledged", len(acknowledged))
	}
	db, stop, err := database.Start(context.Background(), database.Options{Data: data})
	if err != nil {
		t.Fatal(err)
	}
	defer stop()
	look := func(_ context.Context, id string) (*contract.Contract, error) { return &contract.Contract{ID: id}, nil }
	b := ledger.NewBook(db.Pool, look, time.Now, noteKind())
	facts := checkLog(t, b, &databasetest.Database{DB: db}, "c")
	checkAcknowledged(t, facts, [][]string{acknowledged})
	record(t, b, submit("c", "afterwards", "", `{}`)) // and it goes on
}

// killedWriter runs the writing process and kills it; it returns what that had
// acknowledged.
func killedWriter(t *testing.T, data string) []string {
	t.Helper()
	cmd := exec.Command(os.Args[0], "-test.run=^TestWriterProcess$")
	cmd.Env = append(os.Environ(), crashFolder+"="+data)
	out, err := cmd.StdoutPipe()
	if err != nil {
		t.Fatal(err)
	}
	if err := cmd.Start(); err != nil {
		t.Fatal(err)
	}
	var ids []string
	var all strings.Builder
	scanner := bufio.NewScanner(io.TeeReader(out, &all))
	for scanner.Scan() {
		id, ok := strings.CutPrefix(scanner.Text(), "acknowledged ")
		if !ok {
			continue
		}
		if ids = append(ids, id); len(ids) == killAfter {
			if err := cmd.Process.Kill(); err != nil {
				t.Fatal(err)
			}
		}
	}
	if err := cmd.Wait(); err == nil || len(ids) < killAfter {
		t.Fatalf("the process ended by itself: %v\n%s", err, all.String())
	}
	return ids
}
