package ledger

import (
	"context"
	"slices"
	"time"
)

// The transaction is the Reader that a kind's check gets: it sees the tables
// and the facts added before in the same transaction.

// Newest returns the newest fact of each subject of the kinds, by leaf.
func (t *transaction) Newest(ctx context.Context, contractID string, asOf time.Time, kinds ...string) ([]Fact, error) {
	facts, err := reader{t.db}.Newest(ctx, contractID, asOf, kinds...)
	if err != nil || t.logs[contractID] == nil {
		return facts, err
	}
	for _, f := range t.logs[contractID].fresh {
		if !slices.Contains(kinds, f.Kind) || f.Recorded.After(until(asOf)) {
			continue
		}
		facts = slices.DeleteFunc(facts, func(old Fact) bool { return old.Kind == f.Kind && old.Subject == f.Subject })
		facts = append(facts, f)
	}
	return facts, nil
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
