package ledger

import (
	"context"
	"fmt"
	"slices"
	"time"

	"github.com/jackc/pgx/v5"
)

// writeLogs adds facts and hashes and moves the heads, in one statement.
const writeLogs = `
WITH added AS (
INSERT INTO facts (contract_id, leaf, id, kind, subject, goal, day, recorded,
                   actor_subject, actor_name, actor_role, supersedes, body, request)
SELECT * FROM unnest($1::text[], $2::bigint[], $3::uuid[], $4::text[], $5::text[], $6::text[], $7::date[],
       $8::timestamptz[], $9::text[], $10::text[], $11::text[], $12::uuid[], $13::text[], $14::bytea[])
), hashed AS (
INSERT INTO ledger_hashes (contract_id, position, hash)
SELECT * FROM unnest($15::text[], $16::bigint[], $17::bytea[])
)
UPDATE ledger_heads h SET size = grown.size, root = grown.root, recorded = grown.recorded
  FROM unnest($18::text[], $19::bigint[], $20::bytea[], $21::timestamptz[]) AS grown (contract_id, size, root, recorded)
 WHERE h.contract_id = grown.contract_id`

// commit writes everything and ends the transaction, in one round trip.
// Statements sent together are one transaction, with or without its begin.
func (t *transaction) commit(ctx context.Context) error {
	q := &pgx.Batch{}
	q.Queue(writeLogs, slices.Concat(t.factArrays(), t.hashArrays(), t.headArrays())...)
	for _, s := range t.beside {
		q.Queue(s.SQL, s.Args...)
	}
	if t.careful {
		q.Queue("commit")
	}
	if err := t.db.SendBatch(ctx, q).Close(); err != nil {
		return fmt.Errorf("write facts: %w", err)
	}
	return nil
}

func (t *transaction) factArrays() []any {
	n := len(t.written)
	contracts, ids, kinds, subjects, goals := make([]string, n), make([]string, n), make([]string, n), make([]string, n), make([]string, n)
	actors, names, roles, bodies := make([]string, n), make([]string, n), make([]string, n), make([]string, n)
	leaves, days, recorded := make([]int64, n), make([]string, n), make([]time.Time, n)
	supersedes, requests := make([]*string, n), make([][]byte, n)
	for i, w := range t.written {
		f := w.fact
		contracts[i], leaves[i], ids[i], kinds[i], subjects[i], goals[i] = f.Contract, f.Leaf, f.ID, f.Kind, f.Subject, f.Goal
		days[i], recorded[i] = f.Day.String(), f.Recorded
		actors[i], names[i], roles[i] = f.Actor.Subject, f.Actor.Name, f.Actor.Role
		bodies[i], requests[i] = string(f.Body), w.request[:]
		if f.Supersedes != "" {
			supersedes[i] = &f.Supersedes
		}
	}
	return []any{contracts, leaves, ids, kinds, subjects, goals, days, recorded,
		actors, names, roles, supersedes, bodies, requests}
}

func (t *transaction) hashArrays() []any {
	n := len(t.hashes)
	contracts, positions, hashes := make([]string, n), make([]int64, n), make([][]byte, n)
	for i, h := range t.hashes {
		contracts[i], positions[i], hashes[i] = h.contract, h.position, h.hash[:]
	}
	return []any{contracts, positions, hashes}
}

func (t *transaction) headArrays() []any {
	var contracts []string
	var sizes []int64
	var roots [][]byte
	var recorded []time.Time
	for id, l := range t.logs {
		if !l.grown {
			continue
		}
		root := l.edge.root()
		contracts, sizes = append(contracts, id), append(sizes, l.edge.size)
		roots, recorded = append(roots, root[:]), append(recorded, l.last)
	}
	return []any{contracts, sizes, roots, recorded}
}
