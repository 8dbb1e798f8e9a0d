package ledger

import (
	"context"
	"errors"
	"fmt"

	"github.com/jackc/pgx/v5"

	"opfyldt/internal/fault"
)

const selectVersion = `
SELECT h.size, h.root, coalesce((SELECT c.size FROM ledger_checkpoints c
        WHERE c.contract_id = h.contract_id AND c.key = $2 ORDER BY c.size DESC LIMIT 1), 0)
  FROM ledger_heads h WHERE h.contract_id = $1`

// Version names everything under the contract in one short look: how many facts
// the log has, how many of them a checkpoint covers, and the beginning of the
// root, which tells the log from another one of the same length.
func (s *Signer) Version(ctx context.Context, contractID string) (string, error) {
	var size, signed int64
	var root []byte
	err := s.pool.QueryRow(ctx, selectVersion, contractID, s.keyID).Scan(&size, &root, &signed)
	if errors.Is(err, pgx.ErrNoRows) {
		return "", fault.New(fault.NotFound, "contract.unknown", fault.Params{"contract": contractID})
	}
	if err != nil {
		return "", fmt.Errorf("read a log's version: %w", err)
	}
	return fmt.Sprintf("%d.%d.%.8x", size, signed, root), nil
}
