package ledger

import (
	"context"
	"fmt"

	"github.com/jackc/pgx/v5"
	"golang.org/x/mod/sumdb/tlog"
)

// edgeMissing is a log whose edge must be read.
type edgeMissing struct {
	contract string
	size     int64
	root     tlog.Hash
}

// selectHashes looks each place up by itself: a join may be planned, on a table
// that was empty then, as a walk through all hashes.
const selectHashes = `
SELECT h.contract_id, h.position, h.hash
  FROM unnest($1::text[], $2::bigint[]) AS asked (contract_id, position)
 CROSS JOIN LATERAL (SELECT * FROM ledger_hashes
        WHERE contract_id = asked.contract_id AND position = asked.position LIMIT 1) h`

// findEdges reads the edges of the logs whose heads were read.
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
