package ledger_test

import (
	"context"
	"fmt"
	"sync"
	"testing"
	"time"

	"github.com/jackc/pgx/v5"
	"golang.org/x/mod/sumdb/tlog"

	"opfyldt/internal/databasetest"
	"opfyldt/internal/fault"
	"opfyldt/internal/ledger"
)

const (
	writers   = 32
	perWriter = 25
)

// together runs write 32 times at once.
func together(write func(writer int)) {
	var wait sync.WaitGroup
	for w := range writers {
		wait.Go(func() { write(w) })
	}
	wait.Wait()
}

// Two instances of the service, 16 writers on each, one contract: every fact is
// a leaf, none twice, and the root follows from the rows.
func TestNoLeafIsLostOrDoubledUnder32Writers(t *testing.T) {
	t.Parallel()
	db := databasetest.New(t)
	instances := []*ledger.Book{open(t, db, "c"), open(t, db)}
	acknowledged := make([][]string, writers)
	together(func(w int) {
		for i := range perWriter {
			s := submit("c", fmt.Sprintf("step-%d-%d", w, i), "", fmt.Sprintf(`{"writer":%d}`, w))
			f, err := instances[w%2].Record(context.Background(), lead, s)
			if err != nil {
				t.Errorf("writer %d: %v", w, err)
				return
			}
			acknowledged[w] = append(acknowledged[w], f.ID)
		}
	})
	facts := checkLog(t, instances[0], db, "c")
	if len(facts) != writers*perWriter {
		t.Errorf("the log has %d leaves, want %d", len(facts), writers*perWriter)
	}
	checkAcknowledged(t, facts, acknowledged)
}

func checkAcknowledged(t *testing.T, facts []ledger.Fact, acknowledged [][]string) {
	t.Helper()
	there := map[string]int{}
	for _, f := range facts {
		there[f.ID]++
	}
	for _, ids := range acknowledged {
		for _, id := range ids {
			if there[id] != 1 {
				t.Errorf("the fact %s stands %d times in the log", id, there[id])
			}
		}
	}
}

// checkLog holds rows, stored hashes and head against each other: leaves without
// holes, instants that rise, the head's root as RFC 6962 computes it.
func checkLog(t *testing.T, b *ledger.Book, db *databasetest.Database, contractID string) []ledger.Fact {
	t.Helper()
	ctx := context.Background()
	facts, err := b.All(ctx, contractID, time.Time{})
	if err != nil {
		t.Fatal(err)
	}
	for i, f := range facts {
		if f.Leaf != int64(i) || i > 0 && !f.Recorded.After(facts[i-1].Recorded) {
			t.Fatalf("leaf %d is numbered %d, recorded %v", i, f.Leaf, f.Recorded)
		}
	}
	head, err := b.Head(ctx, contractID, time.Time{})
	if err != nil || head.Size != int64(len(facts)) || head.Root != rootOf(facts) {
		t.Errorf("the head says %d leaves, root %v (%v); the rows give %d, %v", head.Size, head.Root, err, len(facts), rootOf(facts))
	}
	checkStored(t, db, contractID, facts)
	return facts
}

// checkStored compares every stored hash with the library's for the same leaves.
func checkStored(t *testing.T, db *databasetest.Database, contractID string, facts []ledger.Fact) {
	t.Helper()
	var want []tlog.Hash
	reader := tlog.HashReaderFunc(func(at []int64) ([]tlog.Hash, error) {
		var out []tlog.Hash
		for _, p := range at {
			out = append(out, want[p])
		}
		return out, nil
	})
	for i, f := range facts {
		hashes, err := tlog.StoredHashes(int64(i), f.Canonical(), reader)
		if err != nil {
			t.Fatal(err)
		}
		want = append(want, hashes...)
	}
	rows, err := db.Pool.Query(context.Background(), "SELECT hash FROM ledger_hashes WHERE contract_id = $1 ORDER BY position", contractID)
	if err != nil {
		t.Fatal(err)
	}
	got, err := pgx.CollectRows(rows, pgx.RowTo[[]byte])
	if err != nil || len(got) != len(want) {
		t.Fatalf("%d hashes are stored (%v), want %d", len(got), err, len(want))
	}
	for p := range got {
		if tlog.Hash(got[p]) != want[p] {
			t.Fatalf("the stored hash %d is wrong", p)
		}
	}
}

// All write to one subject with the version they saw: one of those who saw the
// same wins, the others are told by what.
func TestOneOfTwoFormsForOneSubjectWins(t *testing.T) {
	t.Parallel()
	db := databasetest.New(t)
	b := open(t, db, "c")
	var mu sync.Mutex
	won, stale := 0, 0
	together(func(w int) {
		_, err := b.Record(context.Background(), lead, submit("c", "step", "", fmt.Sprintf(`{"writer":%d}`, w)))
		mu.Lock()
		defer mu.Unlock()
		switch {
		case err == nil:
			won++
		case fault.KindOf(err) == fault.Conflict:
			stale++
		default:
			t.Errorf("writer %d: %v", w, err)
		}
	})
	if won != 1 || stale != writers-1 {
		t.Errorf("%d won and %d were stale, want 1 and %d", won, stale, writers-1)
	}
	checkLog(t, b, db, "c")
}

// Refused ones among the others: the others stand.
func TestARefusedSubmissionSpoilsNoOther(t *testing.T) {
	t.Parallel()
	db := databasetest.New(t)
	b := open(t, db, "a", "b")
	together(func(w int) {
		body, contractID := `{}`, "a"
		if w%4 == 0 {
			body = `{"refuse":true}`
		}
		if w%2 == 0 {
			contractID = "b"
		}
		_, err := b.Record(context.Background(), lead, submit(contractID, fmt.Sprint(w), "", body))
		if (err != nil) != (w%4 == 0) {
			t.Errorf("writer %d: %v", w, err)
		}
	})
	// Of 32 writers the 16 odd ones write to a; of the 16 even ones to b, the 8
	// that four divides are refused.
	if a, b := len(checkLog(t, b, db, "a")), len(checkLog(t, b, db, "b")); a != 16 || b != 8 {
		t.Errorf("a has %d leaves and b %d, want 16 and 8", a, b)
	}
}

// The same request from 32 clients at once, as by impatient retries.
func TestTheSameRequestAtOnceWritesOnce(t *testing.T) {
	t.Parallel()
	db := databasetest.New(t)
	instances := []*ledger.Book{open(t, db, "c"), open(t, db)}
	s := submit("c", "step", "", `{"a":1}`)
	together(func(w int) {
		f, err := instances[w%2].Record(context.Background(), lead, s)
		if err != nil || f.Leaf != 0 || f.ID != s.ID {
			t.Errorf("writer %d: leaf %d, %v", w, f.Leaf, err)
		}
	})
	if n := len(checkLog(t, instances[0], db, "c")); n != 1 {
		t.Errorf("the log has %d leaves, want 1", n)
	}
}
