package survey

import (
	"context"
	"fmt"

	"github.com/jackc/pgx/v5/pgxpool"

	"opfyldt/internal/measure/imported"
)

// Store keeps the answers behind results, and who is asked in surveys of one's own.
type Store struct {
	imported.Store[Row]
	pool *pgxpool.Pool
	home string // the address that links lead to
}

// NewStore makes a store on the database; home is the service's address.
func NewStore(pool *pgxpool.Pool, home string) *Store {
	return &Store{imported.NewStore[Row](pool, "survey_imports"), pool, home}
}

// Sweep deletes answers and invitees whose fact never came, and answers how many
// entries it were.
func (s *Store) Sweep(ctx context.Context) (int, error) {
	swept, err := s.Store.Sweep(ctx)
	if err != nil {
		return swept, err
	}
	done, err := s.pool.Exec(ctx, sweepInvitees)
	if err != nil {
		return swept, fmt.Errorf("sweep invitees away: %w", err)
	}
	return swept + int(done.RowsAffected()), nil
}
