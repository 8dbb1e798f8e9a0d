package ledger

import (
	"context"
	"errors"
	"fmt"

	"github.com/jackc/pgx/v5"

	"opfyldt/internal/fault"
)

const selectVersion = `
SELECT h.size, coalesce((SELECT c.size FROM ledger_checkpoints c
        WHERE c.contract_id = h.contract_id AND c.key = $2 ORDER BY c.size DESC LIMIT 1), 0)
  FROM ledger_heads h WHERE h.contract_id = $1`

// Version names everything under the contract in one short look: how many facts
// the log has and how many of them a checkpoint covers.
func (s *Signer) Version(ctx context.Context, contractID string) (size, signed int64, err error) {
	err = s.pool.QueryRow(ctx, selectVersion, contractID, s.keyID).Scan(&size, &signed)
	if errors.Is(err, pgx.ErrNoRows) {
		return 0, 0, fault.New(fault.NotFound, "contract.unknown", fault.Params{"contract": contractID})
	}
	if err != nil {
		return 0, 0, fmt.Errorf("read a log's version: %w", err)
	}
	return size, signed, nil
}
