package ledger

import (
	"context"
	"fmt"
	"time"

	"github.com/jackc/pgx/v5"
	"github.com/jackc/pgx/v5/pgxpool"
)

const insertContract = `INSERT INTO contracts (contract_id) VALUES ($1) ON CONFLICT DO NOTHING`

const insertHead = `
INSERT INTO ledger_heads (contract_id, size, root, recorded) VALUES ($1, 0, $2, $3) ON CONFLICT DO NOTHING`

// Enter makes an empty log for a contract that has none.
func Enter(ctx context.Context, pool *pgxpool.Pool, contractID string) error {
	root := (&edge{}).root()
	err := pgx.BeginFunc(ctx, pool, func(tx pgx.Tx) error {
		if _, err := tx.Exec(ctx, insertContract, contractID); err != nil {
			return err
		}
		_, err := tx.Exec(ctx, insertHead, contractID, root[:], time.Unix(0, 0))
		return err
	})
	if err != nil {
		return fmt.Errorf("begin a log for %s: %w", contractID, err)
	}
	return nil
}
