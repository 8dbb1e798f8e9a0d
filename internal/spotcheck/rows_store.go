package spotcheck

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"iter"

	"github.com/jackc/pgx/v5"

	"opfyldt/internal/bulk"
)

// Place is where a customer stands in a list, from 0, with the row in canonical form.
func (s *Store) Place(ctx context.Context, v version, ref string) (position int64, row []byte, err error) {
	var cells []byte
	r := Row{Ref: ref}
	err = s.pool.QueryRow(ctx, `SELECT position, cells, personal FROM spotcheck_rows WHERE contract_id = $1 AND import_id = $2 AND ref = $3`,
		v.contract, v.id, ref).Scan(&position, &cells, &r.Personal)
	if errors.Is(err, pgx.ErrNoRows) {
		return 0, nil, notFound()
	}
	if err != nil {
		return 0, nil, fmt.Errorf("find a customer of a list: %w", err)
	}
	row, err = r.canonical(cells)
	return position, row, err
}

// canonical is the row as it was hashed, with the cells as they are kept.
func (r Row) canonical(cells []byte) ([]byte, error) {
	r.Cells = map[string]string{}
	if err := json.Unmarshal(cells, &r.Cells); err != nil {
		return nil, fmt.Errorf("read a customer's cells: %w", err)
	}
	return bulk.Row(r)
}

// listRow is a row of a list in canonical form.
type listRow struct {
	Ref  string
	Body []byte
}

// Rows yields a list's rows in their order.
func (s *Store) Rows(ctx context.Context, v version) iter.Seq2[listRow, error] {
	return func(yield func(listRow, error) bool) {
		rows, err := s.pool.Query(ctx, `SELECT ref, cells, personal FROM spotcheck_rows WHERE contract_id = $1 AND import_id = $2 ORDER BY position`, v.contract, v.id)
		if err != nil {
			yield(listRow{}, fmt.Errorf("read the rows of a list: %w", err))
			return
		}
		defer rows.Close()
		for rows.Next() {
			var r Row
			var cells, body []byte
			if err = rows.Scan(&r.Ref, &cells, &r.Personal); err == nil {
				body, err = r.canonical(cells)
			}
			if !yield(listRow{r.Ref, body}, err) || err != nil {
				return
			}
		}
		if err := rows.Err(); err != nil {
			yield(listRow{}, fmt.Errorf("read the rows of a list: %w", err))
		}
	}
}

// bodies are the rows alone.
func bodies(rows iter.Seq2[listRow, error]) iter.Seq2[[]byte, error] {
	return func(yield func([]byte, error) bool) {
		for r, err := range rows {
			if !yield(r.Body, err) {
				return
			}
		}
	}
}
