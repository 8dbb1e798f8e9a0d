package imported

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"iter"

	"github.com/jackc/pgx/v5"
	"github.com/jackc/pgx/v5/pgxpool"

	"opfyldt/internal/bulk"
)

// Store keeps the rows behind imports in a table of its own, an import an entry:
// contract_id, import, rows (each in canonical form), written.
type Store[R any] struct {
	pool                   *pgxpool.Pool
	table                  string
	drop, add, read, sweep string
}

// NewStore makes a store on the table, whose name is the program's own.
func NewStore[R any](pool *pgxpool.Pool, table string) Store[R] {
	const factless = `NOT EXISTS (SELECT 1 FROM facts f WHERE f.contract_id = i.contract_id AND f.id = i.import)`
	return Store[R]{
		pool: pool, table: table,
		drop: `DELETE FROM ` + table + ` i WHERE contract_id = $1 AND import = $2 AND ` + factless,
		add:  `INSERT INTO ` + table + ` (contract_id, import, rows) VALUES ($1, $2, $3) ON CONFLICT DO NOTHING`,
		read: `SELECT rows FROM ` + table + ` WHERE contract_id = $1 AND import = $2`,
		// Whoever imports now has a day to get the fact written.
		sweep: `DELETE FROM ` + table + ` i WHERE written < now() - interval '1 day' AND ` + factless,
	}
}

// Put keeps the rows for the fact with the id, in the place of any from an attempt that
// wrote no fact. Rows whose fact is in the log stay as they are.
func (s Store[R]) Put(ctx context.Context, contractID, id string, rows []R) error {
	texts := make([]string, len(rows))
	for i, r := range rows {
		text, err := bulk.Row(r)
		if err != nil {
			return err
		}
		texts[i] = string(text)
	}
	err := pgx.BeginFunc(ctx, s.pool, func(tx pgx.Tx) error {
		if _, err := tx.Exec(ctx, s.drop, contractID, id); err != nil {
			return err
		}
		_, err := tx.Exec(ctx, s.add, contractID, id, texts)
		return err
	})
	if err != nil {
		return fmt.Errorf("keep rows in %s: %w", s.table, err)
	}
	return nil
}

// Read returns the rows kept for the fact with the id, in their order and with the
// Merkle root over them; none where there are none.
func (s Store[R]) Read(ctx context.Context, contractID, id string) (rows []R, root string, err error) {
	texts, err := s.texts(ctx, contractID, id)
	if err != nil || texts == nil {
		return nil, "", err
	}
	var tree bulk.Tree
	rows = make([]R, len(texts))
	for i, text := range texts {
		tree.Add([]byte(text))
		if err := json.Unmarshal([]byte(text), &rows[i]); err != nil {
			return nil, "", fmt.Errorf("read row %d of %s: %w", i+1, s.table, err)
		}
	}
	return rows, tree.Root(), nil
}

func (s Store[R]) texts(ctx context.Context, contractID, id string) (texts []string, err error) {
	err = s.pool.QueryRow(ctx, s.read, contractID, id).Scan(&texts)
	if errors.Is(err, pgx.ErrNoRows) {
		return nil, nil
	}
	if err != nil {
		return nil, fmt.Errorf("read rows of %s: %w", s.table, err)
	}
	return texts, nil
}

// Prove returns the first row for which is says yes, in its canonical form, with the
// proof that it is among those of the fact; an empty text where there is none.
func (s Store[R]) Prove(ctx context.Context, contractID, id string, is func(R) bool) (text string, proof bulk.Proof, err error) {
	texts, err := s.texts(ctx, contractID, id)
	if err != nil {
		return "", proof, err
	}
	for i, text := range texts {
		var row R
		if err := json.Unmarshal([]byte(text), &row); err != nil {
			return "", proof, fmt.Errorf("read row %d of %s: %w", i+1, s.table, err)
		}
		if is(row) {
			proof, err = bulk.Prove(bodies(texts), int64(i), int64(len(texts)))
			return text, proof, err
		}
	}
	return "", proof, nil
}

func bodies(texts []string) iter.Seq2[[]byte, error] {
	return func(yield func([]byte, error) bool) {
		for _, text := range texts {
			if !yield([]byte(text), nil) {
				return
			}
		}
	}
}

// Sweep deletes rows whose fact never came, and tells of how many imports.
func (s Store[R]) Sweep(ctx context.Context) (int, error) {
	done, err := s.pool.Exec(ctx, s.sweep)
	if err != nil {
		return 0, fmt.Errorf("sweep %s: %w", s.table, err)
	}
	return int(done.RowsAffected()), nil
}
