package ledger

import (
	"context"
	"fmt"
	"time"

	"github.com/jackc/pgx/v5"
)

// State is how far a log has come and how far it is signed.
type State struct {
	Size     int64
	Last     time.Time // when the last leaf was recorded; zero while there is none
	Signed   int64     // leaves that the newest checkpoint covers
	SignedAt time.Time
}

const selectStates = `
SELECT h.contract_id, h.size, h.recorded, coalesce(c.size, 0), coalesce(c.signed, 'epoch')
  FROM ledger_heads h LEFT JOIN LATERAL (SELECT size, signed FROM ledger_checkpoints c
        WHERE c.contract_id = h.contract_id AND c.key = $1 ORDER BY size DESC LIMIT 1) c ON true`

// States returns the state of every log, by contract.
func (s *Signer) States(ctx context.Context) (map[string]State, error) {
	rows, err := s.pool.Query(ctx, selectStates, s.keyID)
	if err != nil {
		return nil, fmt.Errorf("read the logs' states: %w", err)
	}
	states := map[string]State{}
	var id string
	var one State
	_, err = pgx.ForEachRow(rows, []any{&id, &one.Size, &one.Last, &one.Signed, &one.SignedAt}, func() error {
		if one.Size == 0 {
			one.Last = time.Time{}
		}
		if one.Signed == 0 {
			one.SignedAt = time.Time{}
		}
		states[id] = one
		return nil
	})
	if err != nil {
		return nil, fmt.Errorf("read the logs' states: %w", err)
	}
	return states, nil
}
