package cases

import (
	"context"
	"fmt"
	"iter"
)

// references goes through the cases that a result counts, in byte order.
func (s *Store) references(ctx context.Context, of Of, c counted) iter.Seq2[string, error] {
	sql := `SELECT r.reference FROM` + standing + ` AND (r.concluded BETWEEN $4 AND $5 OR r.concluded IS NULL AND r.due < $6) ORDER BY r.reference COLLATE "C"`
	return func(yield func(string, error) bool) {
		rows, err := s.pool.Query(ctx, sql, of.Contract, of.Requirement, of.Chain, day(c.span.From), day(c.span.To), day(c.late))
		if err != nil {
			yield("", fmt.Errorf("read references: %w", err))
			return
		}
		defer rows.Close()
		for rows.Next() {
			if !yield(string(rows.RawValues()[0]), nil) {
				return
			}
		}
		if err := rows.Err(); err != nil {
			yield("", fmt.Errorf("read references: %w", err))
		}
	}
}

// named returns the cases of the references as they stand.
func (s *Store) named(ctx context.Context, of Of, references []string) (map[string]CaseRow, error) {
	sql := `SELECT r.body FROM` + standing + ` AND r.reference COLLATE "C" = ANY($4)`
	rows := map[string]CaseRow{}
	for row, err := range s.rows(ctx, sql, of.Contract, of.Requirement, of.Chain, references) {
		if err != nil {
			return nil, err
		}
		rows[row.Reference] = row
	}
	return rows, nil
}
