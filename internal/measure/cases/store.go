package cases

import (
	"context"
	"encoding/json"
	"fmt"
	"iter"
	"strings"
	"time"

	"github.com/jackc/pgx/v5"

	"opfyldt/internal/calendar"
	"opfyldt/internal/fault"
)

const selectChain = `
SELECT id::text FROM facts WHERE contract_id = $1 AND kind = '` + KindImport + `' AND subject = $2 AND recorded <= $3 ORDER BY -leaf DESC`

// Chain names the requirement's imports as of the instant, the oldest first; all
// where it is zero.
func (s *Store) Chain(ctx context.Context, contractID, requirement string, asOf time.Time) ([]string, error) {
	if asOf.IsZero() {
		asOf = time.Date(9999, 12, 31, 0, 0, 0, 0, time.UTC)
	}
	rows, err := s.pool.Query(ctx, selectChain, contractID, requirement, asOf)
	if err != nil {
		return nil, fmt.Errorf("read the imports: %w", err)
	}
	chain, err := pgx.CollectRows(rows, pgx.RowTo[string])
	if chain == nil {
		chain = []string{}
	}
	return chain, err
}

// Of names a requirement's cases as the imports of a chain leave them.
type Of struct {
	Contract    string
	Requirement string
	Chain       []string
}

// where narrows standing rows; the arguments go on from the third.
func (by Filter) where(rule Rule) (sql string, args []any) {
	add := func(condition string, value any) {
		args = append(args, value)
		sql += strings.ReplaceAll(condition, "?", fmt.Sprintf("$%d", len(args)+3))
	}
	switch by.State {
	case IsOpen:
		sql += ` AND r.concluded IS NULL`
	case IsLate:
		add(` AND r.concluded IS NULL AND r.due < ?`, day(by.Day))
	case IsPaused:
		sql += ` AND r.concluded IS NULL AND r.due IS NULL`
	case IsTimely:
		sql += ` AND r.concluded <= r.due`
	case WasLate:
		sql += ` AND r.concluded > r.due`
		if rule.limit == nil {
			sql += ` AND false`
		}
	case concluded:
		sql += ` AND r.concluded IS NOT NULL`
	}
	if month, err := calendar.ParseMonth(by.Month); err == nil {
		add(` AND r.concluded >= ?`, day(month.Last().AddDays(1).AddMonths(-1)))
		add(` AND r.concluded <= ?`, day(month.Last()))
	}
	if !by.DueFrom.IsZero() {
		add(` AND r.due >= ?`, day(by.DueFrom))
	}
	if !by.DueTo.IsZero() {
		add(` AND r.due <= ?`, day(by.DueTo))
	}
	if by.Kind != "" {
		add(` AND r.kind = ?`, by.Kind)
	}
	if by.Outcome != "" {
		add(` AND r.outcome = ?`, by.Outcome)
	}
	if by.Text != "" {
		add(` AND r.reference COLLATE "C" LIKE ?`, strings.NewReplacer(`\`, `\\`, `%`, `\%`, `_`, `\_`).Replace(by.Text)+"%")
	}
	if by.Finding != "" {
		sql += by.quality.narrow(by.Finding, func(value any) string {
			args = append(args, value)
			return fmt.Sprintf("$%d", len(args)+3)
		})
	}
	return sql, args
}

// keys are what a list is ordered by: a day that is not there comes last.
func (by Filter) key() string {
	switch by.Sort {
	case ByReceived, ByConcluded, ByDue:
		return "r." + string(by.Sort)
	}
	return ""
}

const farDay = "9999-12-31"

// List returns a page of cases, and where the next one begins; "" behind the last.
func (s *Store) List(ctx context.Context, of Of, rule Rule, by Filter) ([]CaseRow, string, error) {
	where, args := by.where(rule)
	key, beyond, turned := by.key(), ">", ""
	if by.Down {
		beyond, turned = "<", " DESC"
	}
	order := `r.reference COLLATE "C"` + turned
	if key != "" {
		key = "coalesce(" + key + ", '" + farDay + "'::date)"
		order = key + turned + ", " + order
	}
	if at, reference, ok := strings.Cut(by.After, " "); ok {
		args = append(args, reference)
		place := fmt.Sprintf("$%d", len(args)+3)
		if key == "" {
			where += ` AND r.reference COLLATE "C" ` + beyond + " " + place
		} else if _, err := calendar.ParseDate(at); err == nil {
			args = append(args, at)
			where += fmt.Sprintf(` AND (%s, r.reference COLLATE "C") %s ($%d::date, %s)`, key, beyond, len(args)+3, place)
		}
	}
	args = append([]any{of.Contract, of.Requirement, of.Chain}, append(args, by.Limit+1)...)
	sql := `SELECT r.body FROM` + standing + where + ` ORDER BY ` + order + fmt.Sprintf(` LIMIT $%d`, len(args))
	var list []CaseRow
	for row, err := range s.rows(ctx, sql, args...) {
		if err != nil {
			return nil, "", err
		}
		list = append(list, row)
	}
	if len(list) <= by.Limit {
		return list, "", nil
	}
	list = list[:by.Limit]
	return list, by.place(list[by.Limit-1]), nil
}

// place names where a page ended.
func (by Filter) place(last CaseRow) string {
	at := map[Order]calendar.Date{ByReceived: last.Received, ByConcluded: last.Concluded, ByDue: last.Due}[by.Sort]
	text := at.String()
	if at.IsZero() {
		text = farDay
	}
	return text + " " + last.Reference
}

// mostCounted is how far a list is counted: more is said to be more.
const mostCounted = 10_000

// Found counts the cases that the filter leaves, up to a bound.
func (s *Store) Found(ctx context.Context, of Of, rule Rule, by Filter) (n int64, err error) {
	where, args := by.where(rule)
	args = append([]any{of.Contract, of.Requirement, of.Chain}, append(args, mostCounted+1)...)
	sql := `SELECT count(*) FROM (SELECT FROM` + standing + where + fmt.Sprintf(` LIMIT $%d) c`, len(args))
	if err := s.pool.QueryRow(ctx, sql, args...).Scan(&n); err != nil {
		return 0, fmt.Errorf("count cases: %w", err)
	}
	return n, nil
}

// All goes through all cases that the filter leaves, in order of reference.
func (s *Store) All(ctx context.Context, of Of, rule Rule, by Filter) iter.Seq2[CaseRow, error] {
	where, args := by.where(rule)
	sql := `SELECT r.body FROM` + standing + where + ` ORDER BY r.reference COLLATE "C"`
	return s.rows(ctx, sql, append([]any{of.Contract, of.Requirement, of.Chain}, args...)...)
}

func (s *Store) rows(ctx context.Context, sql string, args ...any) iter.Seq2[CaseRow, error] {
	return func(yield func(CaseRow, error) bool) {
		rows, err := s.pool.Query(ctx, sql, args...)
		if err != nil {
			yield(CaseRow{}, fmt.Errorf("read cases: %w", err))
			return
		}
		defer rows.Close()
		for rows.Next() {
			row, err := rowOf(rows.RawValues()[0])
			if !yield(row, err) || err != nil {
				return
			}
		}
		if err := rows.Err(); err != nil {
			yield(CaseRow{}, fmt.Errorf("read cases: %w", err))
		}
	}
}

func rowOf(body []byte) (CaseRow, error) {
	var row CaseRow
	if err := json.Unmarshal(body, &row); err != nil {
		return CaseRow{}, fmt.Errorf("read a case: %w", err)
	}
	return row, nil
}

// Kept is a row as an import brought it.
type Kept struct {
	CaseRow
	Import   string
	Position int64
	Body     []byte
}

const selectHistory = `
SELECT import_id::text, position, body FROM case_rows
 WHERE contract_id = $1 AND requirement = $2 AND reference COLLATE "C" = $4 AND import_id = ANY($3::uuid[]) ORDER BY number DESC`

// History returns a case's rows, the newest first, or fault.NotFound.
func (s *Store) History(ctx context.Context, of Of, reference string) ([]Kept, error) {
	rows, err := s.pool.Query(ctx, selectHistory, of.Contract, of.Requirement, of.Chain, reference)
	if err != nil {
		return nil, fmt.Errorf("read a case: %w", err)
	}
	var list []Kept
	var k Kept
	var body string
	_, err = pgx.ForEachRow(rows, []any{&k.Import, &k.Position, &body}, func() error {
		k.Body = []byte(body)
		if k.CaseRow, err = rowOf(k.Body); err != nil {
			return err
		}
		list = append(list, k)
		return nil
	})
	if err == nil && len(list) == 0 {
		return nil, fault.New(fault.NotFound, "cases.unknown", nil)
	}
	return list, err
}

// Bodies goes through the rows that an import brought, in their order.
func (s *Store) Bodies(ctx context.Context, contractID, importID string) iter.Seq2[[]byte, error] {
	return bodies(ctx, s.pool, contractID, importID)
}

const selectTallies = `
SELECT what, month, kind, outcome, days, sum(cases)::bigint, sum(timely)::bigint FROM case_tallies
 WHERE contract_id = $1 AND import_id = ANY($2::uuid[]) AND month >= $3 AND month <= $4
 GROUP BY 1, 2, 3, 4, 5 HAVING sum(cases) <> 0 OR sum(timely) <> 0`

// Tallies adds up what the imports of a chain counted in a span.
func (s *Store) Tallies(ctx context.Context, of Of, span calendar.Period) ([]Tally, error) {
	rows, err := s.pool.Query(ctx, selectTallies, of.Contract, of.Chain, day(span.From), day(span.To))
	if err != nil {
		return nil, fmt.Errorf("read the tallies: %w", err)
	}
	var list []Tally
	var t Tally
	var month time.Time
	_, err = pgx.ForEachRow(rows, []any{&t.What, &month, &t.Kind, &t.Outcome, &t.Days, &t.Cases, &t.Timely}, func() error {
		t.Month = calendar.Month{Year: month.Year(), Month: int(month.Month())}
		list = append(list, t)
		return nil
	})
	return list, err
}
