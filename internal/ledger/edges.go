package ledger

import (
	"context"
	"fmt"
	"sync"

	"github.com/jackc/pgx/v5"
	"golang.org/x/mod/sumdb/tlog"
)

// maxEdges bounds how many logs' edges are kept at hand.
const maxEdges = 4096

// edges keeps the edges of logs that were written lately. One is used only when
// the locked head still says what it says, so another instance's leaf in between
// makes it no worse than missing.
type edges struct {
	mu sync.Mutex
	of map[string]*edge
}

// get returns a copy of the log's edge to append to, nil where it is not at
// hand.
func (e *edges) get(contract string, size int64, root tlog.Hash) *edge {
	e.mu.Lock()
	defer e.mu.Unlock()
	if size == 0 {
		return &edge{}
	}
	kept := e.of[contract]
	if kept == nil || kept.size != size || kept.root() != root {
		return nil
	}
	return kept.clone()
}

func (e *edges) keep(logs map[string]*log) {
	e.mu.Lock()
	defer e.mu.Unlock()
	if len(e.of)+len(logs) > maxEdges {
		clear(e.of)
	}
	for id, l := range logs {
		e.of[id] = l.edge
	}
}

func (e *edges) forget(logs map[string]*log) {
	e.mu.Lock()
	defer e.mu.Unlock()
	for id := range logs {
		delete(e.of, id)
	}
}

const selectHashes = `
SELECT h.contract_id, h.position, h.hash
  FROM unnest($1::text[], $2::bigint[]) AS asked (contract_id, position)
  JOIN ledger_hashes h USING (contract_id, position)`

// findEdges reads the edges that were not at hand.
func (t *transaction) findEdges(ctx context.Context) error {
	if len(t.missing) == 0 {
		return nil
	}
	var contracts []string
	var positions []int64
	found := map[string]map[int64]tlog.Hash{}
	for _, m := range t.missing {
		found[m.contract] = map[int64]tlog.Hash{}
		for _, p := range edgePositions(m.size) {
			contracts, positions = append(contracts, m.contract), append(positions, p)
		}
	}
	rows, err := t.db.Query(ctx, selectHashes, contracts, positions)
	if err != nil {
		return fmt.Errorf("read the log's hashes: %w", err)
	}
	var contract string
	var position int64
	var hash []byte
	_, err = pgx.ForEachRow(rows, []any{&contract, &position, &hash}, func() error {
		found[contract][position] = tlog.Hash(hash)
		return nil
	})
	if err != nil {
		return fmt.Errorf("read the log's hashes: %w", err)
	}
	for _, m := range t.missing {
		if t.logs[m.contract].edge, err = edgeOf(m.size, m.root, found[m.contract]); err != nil {
			return fmt.Errorf("contract %s: %w", m.contract, err)
		}
	}
	return nil
}
