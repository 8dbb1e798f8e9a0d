package ledger

import (
	"context"
	"errors"
	"fmt"
	"time"

	"github.com/jackc/pgx/v5"
	"golang.org/x/mod/sumdb/tlog"

	"opfyldt/internal/fault"
)

// Head is the end of a contract's log: the version of everything under the
// contract.
type Head struct {
	Size     int64
	Root     tlog.Hash // its String is base64
	Recorded time.Time // of the last leaf; zero while there is none
}

const selectHead = `SELECT size, root, recorded FROM ledger_heads WHERE contract_id = $1`

// Head returns the end that the contract's log had at the instant, or
// fault.NotFound.
func (r reader) Head(ctx context.Context, contractID string, asOf time.Time) (Head, error) {
	var h Head
	var root []byte
	err := r.db.QueryRow(ctx, selectHead, contractID).Scan(&h.Size, &root, &h.Recorded)
	if errors.Is(err, pgx.ErrNoRows) {
		return Head{}, fault.New(fault.NotFound, "contract.unknown", fault.Params{"contract": contractID})
	}
	if err != nil {
		return Head{}, fmt.Errorf("read a log's head: %w", err)
	}
	h.Root, h.Recorded = tlog.Hash(root), h.Recorded.UTC()
	switch {
	case h.Size == 0:
		h.Recorded = time.Time{}
	case !asOf.IsZero() && asOf.Before(h.Recorded):
		return r.headThen(ctx, contractID, asOf)
	}
	return h, nil
}

const selectLeafThen = `
SELECT leaf, recorded FROM facts WHERE contract_id = $1 AND recorded <= $2 ORDER BY recorded DESC LIMIT 1`

// headThen finds an earlier end of the log.
func (r reader) headThen(ctx context.Context, contractID string, asOf time.Time) (Head, error) {
	h := Head{}
	var leaf int64
	err := r.db.QueryRow(ctx, selectLeafThen, contractID, asOf).Scan(&leaf, &h.Recorded)
	if errors.Is(err, pgx.ErrNoRows) {
		return Head{Root: (&edge{}).root()}, nil
	}
	if err != nil {
		return Head{}, fmt.Errorf("find a log's earlier end: %w", err)
	}
	h.Size, h.Recorded = leaf+1, h.Recorded.UTC()
	h.Root, err = r.rootAt(ctx, contractID, h.Size)
	return h, err
}

// rootAt returns the root over the log's first leaves.
func (r reader) rootAt(ctx context.Context, contractID string, size int64) (tlog.Hash, error) {
	positions := edgePositions(size)
	rows, err := r.db.Query(ctx, selectHashes, repeat(contractID, len(positions)), positions)
	if err != nil {
		return tlog.Hash{}, fmt.Errorf("read the log's hashes: %w", err)
	}
	at := map[int64]tlog.Hash{}
	var contract string
	var position int64
	var hash []byte
	_, err = pgx.ForEachRow(rows, []any{&contract, &position, &hash}, func() error {
		at[position] = tlog.Hash(hash)
		return nil
	})
	if err != nil {
		return tlog.Hash{}, fmt.Errorf("read the log's hashes: %w", err)
	}
	e := &edge{size: size}
	for _, p := range positions {
		h, ok := at[p]
		if !ok {
			return tlog.Hash{}, errLogBroken
		}
		e.hashes = append(e.hashes, h)
	}
	return e.root(), nil
}

func repeat(s string, n int) []string {
	out := make([]string, n)
	for i := range out {
		out[i] = s
	}
	return out
}

const selectSizes = `SELECT contract_id, size FROM ledger_heads`

const selectSizesThen = `
SELECT h.contract_id, coalesce((SELECT f.leaf + 1 FROM facts f
        WHERE f.contract_id = h.contract_id AND f.recorded <= $1 ORDER BY f.recorded DESC LIMIT 1), 0)
  FROM ledger_heads h`

// Sizes returns how many leaves every log had at the instant, by contract; now
// where it is zero.
func (r reader) Sizes(ctx context.Context, asOf time.Time) (map[string]int64, error) {
	query, args := selectSizes, []any{}
	if !asOf.IsZero() {
		query, args = selectSizesThen, []any{asOf}
	}
	rows, err := r.db.Query(ctx, query, args...)
	if err != nil {
		return nil, fmt.Errorf("read the logs' sizes: %w", err)
	}
	sizes := map[string]int64{}
	var id string
	var size int64
	_, err = pgx.ForEachRow(rows, []any{&id, &size}, func() error {
		sizes[id] = size
		return nil
	})
	if err != nil {
		return nil, fmt.Errorf("read the logs' sizes: %w", err)
	}
	return sizes, nil
}

const selectGrown = `SELECT coalesce(sum(size), 0)::bigint FROM ledger_heads`

// Grown returns how many leaves all logs have together.
func (r reader) Grown(ctx context.Context) (int64, error) {
	var leaves int64
	if err := r.db.QueryRow(ctx, selectGrown).Scan(&leaves); err != nil {
		return 0, fmt.Errorf("add up the logs' sizes: %w", err)
	}
	return leaves, nil
}
