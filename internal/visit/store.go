package visit

import (
	"context"
	"errors"
	"fmt"
	"time"

	"github.com/jackc/pgx/v5"
	"github.com/jackc/pgx/v5/pgxpool"
)

// Store keeps visits in the database.
type Store struct{ pool *pgxpool.Pool }

// NewStore makes a store.
func NewStore(pool *pgxpool.Pool) *Store { return &Store{pool} }

const selectVisit = `
SELECT visits, since, since_size, looked, looked_size FROM contract_visits
 WHERE contract_id = $1 AND person = $2 FOR UPDATE`

const upsertVisit = `
INSERT INTO contract_visits (contract_id, person, visits, since, since_size, looked, looked_size)
VALUES ($1, $2, $3, $4, $5, $6, $7)
ON CONFLICT (contract_id, person) DO UPDATE
   SET visits = excluded.visits, since = excluded.since, since_size = excluded.since_size,
       looked = excluded.looked, looked_size = excluded.looked_size`

// Look takes in that a person looks at a contract whose log has so many facts.
func (s *Store) Look(ctx context.Context, contractID, person string, now time.Time, size int64) (Visit, error) {
	var v Visit
	err := pgx.BeginFunc(ctx, s.pool, func(tx pgx.Tx) error {
		before, err := newest(ctx, tx, contractID, person)
		if err != nil {
			return err
		}
		v = Look(before, now.UTC().Truncate(time.Microsecond), size)
		_, err = tx.Exec(ctx, upsertVisit, contractID, person, v.Number, v.Since, v.SinceSize, v.Looked, v.LookedSize)
		return err
	})
	if err != nil {
		return Visit{}, fmt.Errorf("keep a visit: %w", err)
	}
	return v, nil
}

func newest(ctx context.Context, tx pgx.Tx, contractID, person string) (*Visit, error) {
	var v Visit
	err := tx.QueryRow(ctx, selectVisit, contractID, person).Scan(&v.Number, &v.Since, &v.SinceSize, &v.Looked, &v.LookedSize)
	if errors.Is(err, pgx.ErrNoRows) {
		return nil, nil
	}
	if err != nil {
		return nil, err
	}
	v.Since, v.Looked = v.Since.UTC(), v.Looked.UTC()
	return &v, nil
}
