package cases

import (
	"context"
	"fmt"
	"time"

	"github.com/jackc/pgx/v5"

	"opfyldt/internal/calendar"
)

const selectDues = `
SELECT due, count(*) FROM (SELECT r.due FROM` + standing + ` AND r.concluded IS NULL) o GROUP BY due ORDER BY due`

// Dues counts the open cases by their last timely day.
func (s *Store) Dues(ctx context.Context, of Of) ([]OpenDue, error) {
	rows, err := s.pool.Query(ctx, selectDues, of.Contract, of.Requirement, of.Chain)
	if err != nil {
		return nil, fmt.Errorf("count open cases: %w", err)
	}
	var list []OpenDue
	var due *time.Time
	var cases int64
	_, err = pgx.ForEachRow(rows, []any{&due, &cases}, func() error {
		o := OpenDue{Cases: cases}
		if due != nil {
			o.Due = calendar.NewDate(due.Year(), due.Month(), due.Day())
		}
		list = append(list, o)
		return nil
	})
	return list, err
}
