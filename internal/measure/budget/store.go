package budget

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"

	"github.com/jackc/pgx/v5"
	"github.com/jackc/pgx/v5/pgxpool"

	"opfyldt/internal/bulk"
)

// Store keeps the postings behind imports.
type Store struct{ pool *pgxpool.Pool }

// NewStore makes a store on the database.
func NewStore(pool *pgxpool.Pool) *Store { return &Store{pool} }

const (
	dropImport = `
DELETE FROM budget_imports i WHERE contract_id = $1 AND import = $2
   AND NOT EXISTS (SELECT 1 FROM facts f WHERE f.contract_id = i.contract_id AND f.id = i.import)`
	addImport  = `INSERT INTO budget_imports (contract_id, import, rows) VALUES ($1, $2, $3) ON CONFLICT DO NOTHING`
	readImport = `SELECT rows FROM budget_imports WHERE contract_id = $1 AND import = $2`
	// Whoever imports now has a day to get the fact written.
	sweepImports = `
DELETE FROM budget_imports i WHERE written < now() - interval '1 day'
   AND NOT EXISTS (SELECT 1 FROM facts f WHERE f.contract_id = i.contract_id AND f.id = i.import)`
)

// Put keeps the postings for the fact with the id, in the place of any from an attempt
// that wrote no fact. Postings whose fact is in the log stay as they are.
func (s *Store) Put(ctx context.Context, contractID, id string, rows []Posting) error {
	texts := make([]string, len(rows))
	for i, r := range rows {
		text, err := bulk.Row(r)
		if err != nil {
			return err
		}
		texts[i] = string(text)
	}
	err := pgx.BeginFunc(ctx, s.pool, func(tx pgx.Tx) error {
		if _, err := tx.Exec(ctx, dropImport, contractID, id); err != nil {
			return err
		}
		_, err := tx.Exec(ctx, addImport, contractID, id, texts)
		return err
	})
	if err != nil {
		return fmt.Errorf("keep postings: %w", err)
	}
	return nil
}

// Read returns the postings kept for the fact with the id, in their order and with
// the Merkle root over them; none where there are none.
func (s *Store) Read(ctx context.Context, contractID, id string) (rows []Posting, root string, err error) {
	var texts []string
	err = s.pool.QueryRow(ctx, readImport, contractID, id).Scan(&texts)
	if errors.Is(err, pgx.ErrNoRows) {
		return nil, "", nil
	}
	if err != nil {
		return nil, "", fmt.Errorf("read postings: %w", err)
	}
	var tree bulk.Tree
	rows = make([]Posting, len(texts))
	for i, text := range texts {
		tree.Add([]byte(text))
		if err := json.Unmarshal([]byte(text), &rows[i]); err != nil {
			return nil, "", fmt.Errorf("read posting %d: %w", i+1, err)
		}
	}
	return rows, tree.Root(), nil
}

// Sweep deletes postings whose fact never came, and tells of how many imports.
func (s *Store) Sweep(ctx context.Context) (int, error) {
	done, err := s.pool.Exec(ctx, sweepImports)
	if err != nil {
		return 0, fmt.Errorf("sweep postings away: %w", err)
	}
	return int(done.RowsAffected()), nil
}
