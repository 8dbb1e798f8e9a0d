package spotcheck

import (
	"context"
	"fmt"

	"github.com/jackc/pgx/v5"

	"opfyldt/internal/fault"
	"opfyldt/internal/mail"
)

const (
	namingContracts = `
SELECT contract_id FROM spotcheck_people UNION SELECT contract_id FROM spotcheck_words ORDER BY 1`
	eraseNames = `DELETE FROM spotcheck_people WHERE contract_id = $1 AND import_id = ANY($2)`
	eraseWords = `DELETE FROM spotcheck_words WHERE contract_id = $1 AND fact = ANY($2)`

	// stale are imports that no fact came for within an hour.
	stale = `(SELECT contract_id, import_id FROM spotcheck_imports i WHERE written < now() - interval '1 hour'
   AND NOT EXISTS (SELECT FROM facts f WHERE f.contract_id = i.contract_id AND f.id = i.import_id))`
)

// naming lists the contracts in which something names customers.
func (s *Store) naming(ctx context.Context) ([]string, error) {
	rows, err := s.pool.Query(ctx, namingContracts)
	if err != nil {
		return nil, fmt.Errorf("list whose customers have names: %w", err)
	}
	list, err := pgx.CollectRows(rows, pgx.RowTo[string])
	if err != nil {
		return nil, fmt.Errorf("list whose customers have names: %w", err)
	}
	return list, nil
}

// erase erases what is due of a contract, and answers of how many lists and answers
// something was left to erase.
func (s *Store) erase(ctx context.Context, contract string, d due) (done int, err error) {
	err = pgx.BeginFunc(ctx, s.pool, func(tx pgx.Tx) error {
		for _, list := range d.lists {
			names, err := tx.Exec(ctx, eraseNames, contract, []string{list})
			if err != nil {
				return err
			}
			done += min(1, int(names.RowsAffected()))
		}
		words, err := tx.Exec(ctx, eraseWords, contract, d.answers)
		if err != nil {
			return err
		}
		done += int(words.RowsAffected())
		for _, fact := range d.mails {
			forget := mail.Forget(contract, fact)
			if _, err := tx.Exec(ctx, forget.SQL, forget.Args...); err != nil {
				return err
			}
		}
		return nil
	})
	if err != nil {
		return 0, fmt.Errorf("erase what names customers: %w", err)
	}
	return done, nil
}

// Sweep sweeps away what imports left behind that came to no fact within an hour.
// A younger one may be under way.
func (s *Store) Sweep(ctx context.Context) error {
	err := pgx.BeginFunc(ctx, s.pool, func(tx pgx.Tx) error {
		for _, table := range []string{"spotcheck_rows", "spotcheck_people", "spotcheck_imports"} {
			if _, err := tx.Exec(ctx, "DELETE FROM "+table+" WHERE (contract_id, import_id) IN "+stale); err != nil {
				return err
			}
		}
		return nil
	})
	if err != nil {
		return fmt.Errorf("sweep lists away: %w", err)
	}
	return nil
}

// Named reports whether a list still has its names.
func (s *Store) Named(ctx context.Context, v version) (named bool, err error) {
	err = s.pool.QueryRow(ctx, `SELECT EXISTS (SELECT FROM spotcheck_people WHERE contract_id = $1 AND import_id = $2)`, v.contract, v.id).Scan(&named)
	if err != nil {
		return false, fmt.Errorf("ask whether a list has names: %w", err)
	}
	return named, nil
}

// Alone lets one request at a time take in a list under an id; the other is told that
// it is under way. What is returned lets the next one in.
func (s *Store) Alone(ctx context.Context, v version) (func(), error) {
	conn, err := s.pool.Acquire(ctx)
	if err != nil {
		return nil, fmt.Errorf("take in a list: %w", err)
	}
	key, alone := "spotcheck/"+v.contract+"/"+v.id, false
	if err := conn.QueryRow(ctx, `SELECT pg_try_advisory_lock(hashtextextended($1, 0))`, key).Scan(&alone); err != nil {
		conn.Release()
		return nil, fmt.Errorf("take in a list: %w", err)
	}
	if !alone {
		conn.Release()
		return nil, fault.New(fault.Conflict, "spotcheck.import_running", nil)
	}
	return func() {
		ctx := context.WithoutCancel(ctx)
		if _, err := conn.Exec(ctx, `SELECT pg_advisory_unlock(hashtextextended($1, 0))`, key); err != nil {
			conn.Conn().Close(ctx) //nolint:errcheck // the lock ends with the connection
		}
		conn.Release()
	}, nil
}
