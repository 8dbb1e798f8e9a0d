package ledger

import (
	"context"
	"slices"
	"strings"
	"time"
)

// The transaction is the Reader that a kind's check gets: it sees the tables
// and the facts added before in the same transaction.

// Newest returns the newest fact of each subject of the kinds, by leaf.
func (t *transaction) Newest(ctx context.Context, contractID string, asOf time.Time, kinds ...string) ([]Fact, error) {
	facts, err := t.newest(ctx, contractID, asOf, kinds)
	if err != nil || t.logs[contractID] == nil {
		return facts, err
	}
	for _, f := range t.logs[contractID].fresh {
		if !slices.Contains(kinds, f.Kind) || f.Recorded.After(until(asOf)) {
			continue
		}
		facts = replaced(facts, f)
	}
	return facts, nil
}

// replaced is the facts with the one in place of its subject's older one, the last
// by leaf. The facts given are left as they are.
func replaced(facts []Fact, f Fact) []Fact {
	out := make([]Fact, 0, len(facts)+1)
	for _, old := range facts {
		if old.Kind != f.Kind || old.Subject != f.Subject {
			out = append(out, old)
		}
	}
	return append(out, f)
}

// newest reads the tables. In a transaction of many submissions, whose log is
// locked, once for all that ask as of now.
func (t *transaction) newest(ctx context.Context, contractID string, asOf time.Time, kinds []string) ([]Fact, error) {
	l := t.logs[contractID]
	if !t.whole || l == nil || until(asOf).Before(l.last) {
		return reader{t.db}.Newest(ctx, contractID, asOf, kinds...)
	}
	key := contractID + " " + strings.Join(kinds, " ")
	if facts, ok := t.read[key]; ok {
		return facts, nil
	}
	facts, err := reader{t.db}.Newest(ctx, contractID, asOf, kinds...)
	if err == nil {
		t.read[key] = facts
	}
	return facts, err
}

// Fact returns one fact, or fault.NotFound.
func (t *transaction) Fact(ctx context.Context, contractID, id string) (Fact, error) {
	if l := t.logs[contractID]; l != nil {
		if known, ok := l.byID[id]; ok {
			return known.fact, nil
		}
	}
	return reader{t.db}.Fact(ctx, contractID, id)
}

// actorOf is who records the job's fact, in characters that Postgres and JSON
// can keep.
func actorOf(j *job) Actor {
	return Actor{Subject: printable(j.by.Subject()), Name: printable(j.by.Name()), Role: j.role}
}
