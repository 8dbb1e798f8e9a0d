package cases

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"iter"
	"time"

	"github.com/jackc/pgx/v5"
	"github.com/jackc/pgx/v5/pgxpool"

	"opfyldt/internal/bulk"
	"opfyldt/internal/calendar"
)

// Store keeps the rows of imports.
type Store struct {
	pool *pgxpool.Pool
	held
}

// NewStore makes a store on the database.
func NewStore(pool *pgxpool.Pool) *Store { return &Store{pool: pool} }

// errPreview ends the transaction of a preview.
var errPreview = errors.New("a preview writes nothing")

// Take reads the rows and tells what they change. Where write holds that they may
// be taken, they are written under the import's id, all in one transaction, for
// the import's fact to name; otherwise nothing is left of them.
func (s *Store) Take(ctx context.Context, in Intake, rows rowsOf, write func(*Taken) (bool, error)) (*Taken, error) {
	var taken Taken
	err := pgx.BeginFunc(ctx, s.pool, func(tx pgx.Tx) error {
		t := taking{Intake: in, tx: tx, out: &taken}
		if err := t.compare(ctx, rows); err != nil {
			return err
		}
		yes, err := write(&taken)
		if err != nil {
			return err
		}
		if !yes {
			return errPreview
		}
		return t.write(ctx)
	})
	if err != nil && !errors.Is(err, errPreview) {
		return nil, err
	}
	return &taken, nil
}

// taking is an import while it is taken in.
type taking struct {
	Intake
	tx  pgx.Tx
	out *Taken
}

// compare puts the rows beside those that stand.
func (t *taking) compare(ctx context.Context, rows rowsOf) error {
	for _, step := range []func(context.Context) error{
		func(ctx context.Context) error { return t.copy(ctx, rows) },
		t.doubles, t.stand, t.count, t.tally, t.figures, t.samples,
	} {
		if err := step(ctx); err != nil {
			return err
		}
		if len(t.out.Twice) > 0 {
			return nil
		}
	}
	return nil
}

const makeIncoming = `
CREATE TEMP TABLE incoming (row int, reference text COLLATE "C", received date, concluded date, due date,
       kind text, outcome text, body text) ON COMMIT DROP`

var incomingColumns = []string{"row", "reference", "received", "concluded", "due", "kind", "outcome", "body"}

// copy streams the rows in.
func (t *taking) copy(ctx context.Context, rows rowsOf) error {
	if err := t.exec(ctx, makeIncoming); err != nil {
		return err
	}
	next, stop := iter.Pull2(rows)
	defer stop()
	n := 0
	_, err := t.tx.CopyFrom(ctx, pgx.Identifier{"incoming"}, incomingColumns, pgx.CopyFromFunc(func() ([]any, error) {
		row, err, more := next()
		if err != nil || !more {
			return nil, err
		}
		if n++; n%1000 == 0 {
			t.Tell("read", n, n)
		}
		return []any{row.Number, row.Reference, day(row.Received), day(row.Concluded), day(row.Due), row.Kind, row.Outcome, string(row.Text)}, nil
	}))
	if err != nil {
		return fmt.Errorf("copy cases: %w", err)
	}
	t.Tell("check", 0, 1)
	return t.exec(ctx, `ANALYZE incoming`)
}

// day is a date as a parameter; none is null.
func day(d calendar.Date) any {
	if d.IsZero() {
		return nil
	}
	return time.Date(d.Year(), d.Month(), d.Day(), 0, 0, 0, 0, time.UTC)
}

const selectDoubles = `
SELECT row, first FROM (SELECT row, min(row) OVER (PARTITION BY reference) AS first FROM incoming
        WHERE reference IN (SELECT reference FROM incoming GROUP BY reference HAVING count(*) > 1)) d
 WHERE row > first ORDER BY row`

func (t *taking) doubles(ctx context.Context) error {
	rows, err := t.tx.Query(ctx, selectDoubles)
	if err != nil {
		return fmt.Errorf("look for doubles: %w", err)
	}
	t.out.Twice, err = pgx.CollectRows(rows, pgx.RowToStructByPos[Double])
	return err
}

// standing are the rows that count: of each reference the latest, unless the case
// was removed. Its parameters are the contract, the requirement and the imports.
// The latest is looked up row by row: as a join, it goes wrong by the square of the
// rows while the database knows nothing yet of those just written.
const standing = ` case_rows r
 WHERE r.contract_id = $1 AND r.requirement = $2 AND r.import_id = ANY($3::uuid[]) AND NOT r.removed
   AND r.number = (SELECT n.number FROM case_rows n
        WHERE n.contract_id = $1 AND n.requirement = $2 AND n.reference COLLATE "C" = r.reference COLLATE "C"
          AND n.import_id = ANY($3::uuid[]) ORDER BY n.number DESC LIMIT 1)`

const makeWas = `
CREATE TEMP TABLE was ON COMMIT DROP AS
SELECT r.reference COLLATE "C" AS reference, r.received, r.concluded, r.due, r.kind, r.outcome, r.body FROM` + standing

// stand gathers what stands: all of it or, for a part, what the rows name.
func (t *taking) stand(ctx context.Context) error {
	sql := makeWas
	if t.Part {
		sql += ` AND r.reference COLLATE "C" IN (SELECT reference FROM incoming)`
	}
	if err := t.exec(ctx, sql, t.Contract, t.Requirement, t.Chain); err != nil {
		return err
	}
	return t.exec(ctx, `ANALYZE was`)
}

const selectCounts = `
SELECT count(*) FILTER (WHERE w.reference IS NULL),
       count(*) FILTER (WHERE i.reference = w.reference AND i.body <> w.body),
       count(*) FILTER (WHERE i.reference = w.reference AND i.body = w.body),
       count(*) FILTER (WHERE i.reference IS NULL),
       count(*) FILTER (WHERE i.reference = w.reference AND i.concluded IS NULL AND w.concluded IS NOT NULL)
  FROM incoming i FULL JOIN was w ON w.reference = i.reference`

func (t *taking) count(ctx context.Context) error {
	o := t.out
	err := t.tx.QueryRow(ctx, selectCounts).Scan(&o.New, &o.Changed, &o.Unchanged, &o.Vanished, &o.Reopened)
	if err != nil {
		return fmt.Errorf("compare cases: %w", err)
	}
	return nil
}

// moved is what changes: a new row, an old one, or both.
const moved = `(SELECT i.reference AS new, i.received, i.concluded, i.due, i.kind, i.outcome, i.body,
        w.reference AS old, w.received AS was_received, w.concluded AS was_concluded, w.due AS was_due,
        w.kind AS was_kind, w.outcome AS was_outcome, w.body AS was_body
   FROM incoming i FULL JOIN was w ON w.reference = i.reference
  WHERE i.body IS DISTINCT FROM w.body AND (i.reference IS NOT NULL OR $1)) m`

const makeTallied = `
CREATE TEMP TABLE tallied ON COMMIT DROP AS
WITH sides AS MATERIALIZED (
    SELECT 1 AS sign, received, concluded, due, kind, outcome FROM ` + moved + ` WHERE new IS NOT NULL
    UNION ALL
    SELECT -1, was_received, was_concluded, was_due, was_kind, was_outcome FROM ` + moved + ` WHERE old IS NOT NULL),
counted AS (
    SELECT 'received' AS what, date_trunc('month', received)::date AS month, kind, '' AS outcome, 0 AS days,
           sum(sign) AS cases, 0::bigint AS timely FROM sides GROUP BY 1, 2, 3
    UNION ALL
    SELECT 'concluded', date_trunc('month', concluded)::date, kind, outcome, 0, sum(sign),
           coalesce(sum(sign) FILTER (WHERE concluded <= due), 0) FROM sides WHERE concluded IS NOT NULL GROUP BY 1, 2, 3, 4
    UNION ALL
    SELECT 'duration', date_trunc('month', concluded)::date, '', '', concluded - received, sum(sign),
           coalesce(sum(sign) FILTER (WHERE concluded <= due), 0) FROM sides WHERE concluded IS NOT NULL GROUP BY 1, 2, 5)
SELECT * FROM counted WHERE cases <> 0 OR timely <> 0`

func (t *taking) tally(ctx context.Context) error {
	return t.exec(ctx, makeTallied, t.Remove)
}

const sumMonths = `
SELECT to_char(month, 'YYYY-MM'), coalesce(sum(cases) FILTER (WHERE what = 'received'), 0)::bigint,
       coalesce(sum(cases) FILTER (WHERE what = 'concluded'), 0)::bigint,
       coalesce(sum(timely) FILTER (WHERE what = 'concluded'), 0)::bigint
  FROM (SELECT what, month, cases, timely FROM case_tallies
         WHERE contract_id = $1 AND import_id = ANY($2::uuid[]) AND what <> 'duration'%s) s
 GROUP BY month HAVING bool_or(cases <> 0) ORDER BY month`

const selectOpen = `
SELECT count(*), count(*) FILTER (WHERE due < $4) FROM (
    SELECT r.due FROM` + standing + ` AND r.concluded IS NULL%s) o`

// figures are what stands before, and what would stand.
func (t *taking) figures(ctx context.Context) error {
	now := day(t.Day)
	before, err := monthsOf(ctx, t.tx, fmt.Sprintf(sumMonths, ""), t.Contract, t.Chain)
	if err != nil {
		return err
	}
	after, err := monthsOf(ctx, t.tx, fmt.Sprintf(sumMonths, ` UNION ALL SELECT what, month, cases, timely FROM tallied WHERE what <> 'duration'`), t.Contract, t.Chain)
	if err != nil {
		return err
	}
	o := t.out
	o.Before.Months, o.After.Months = before, after
	err = t.tx.QueryRow(ctx, fmt.Sprintf(selectOpen, ""), t.Contract, t.Requirement, t.Chain, now).Scan(&o.Before.Open, &o.Before.OpenLate)
	if err != nil {
		return fmt.Errorf("count open cases: %w", err)
	}
	untouched := ` AND r.reference COLLATE "C" NOT IN (SELECT reference FROM incoming)`
	if t.Remove {
		untouched = ` AND false`
	}
	err = t.tx.QueryRow(ctx, fmt.Sprintf(selectOpen, untouched+`
    UNION ALL SELECT due FROM incoming WHERE concluded IS NULL`), t.Contract, t.Requirement, t.Chain, now).Scan(&o.After.Open, &o.After.OpenLate)
	if err != nil {
		return fmt.Errorf("count open cases: %w", err)
	}
	for _, f := range []*CaseFigures{&o.Before, &o.After} {
		for _, m := range f.Months {
			f.Cases += m.Received
		}
		f.settle(t.Rule)
	}
	return nil
}

func monthsOf(ctx context.Context, tx pgx.Tx, sql string, args ...any) ([]MonthTally, error) {
	rows, err := tx.Query(ctx, sql, args...)
	if err != nil {
		return nil, fmt.Errorf("sum months: %w", err)
	}
	months, err := pgx.CollectRows(rows, pgx.RowToStructByPos[MonthTally])
	if months == nil {
		months = []MonthTally{}
	}
	return months, err
}

const selectSamples = `
(SELECT coalesce(new, old), was_body, body FROM ` + moved + ` WHERE new IS NOT NULL AND old IS NOT NULL ORDER BY 1 LIMIT $2)
UNION ALL (SELECT old, was_body, body FROM ` + moved + ` WHERE new IS NULL ORDER BY 1 LIMIT $2)
UNION ALL (SELECT new, was_body, body FROM ` + moved + ` WHERE old IS NULL ORDER BY 1 LIMIT $2)`

func (t *taking) samples(ctx context.Context) error {
	rows, err := t.tx.Query(ctx, selectSamples, true, most)
	if err != nil {
		return fmt.Errorf("read what changes: %w", err)
	}
	var before, after *string
	var reference string
	_, err = pgx.ForEachRow(rows, []any{&reference, &before, &after}, func() error {
		c := Change{Reference: reference}
		for _, side := range []struct {
			text *string
			into **CaseRow
		}{{before, &c.Before}, {after, &c.After}} {
			if side.text != nil {
				*side.into = &CaseRow{}
				if err := json.Unmarshal([]byte(*side.text), *side.into); err != nil {
					return fmt.Errorf("read case %s: %w", reference, err)
				}
			}
		}
		t.out.Samples = append(t.out.Samples, c)
		return nil
	})
	return err
}

const insertRows = `
INSERT INTO case_rows (contract_id, import_id, position, requirement, number, reference, received, concluded, due, kind, outcome, removed, body)
SELECT $2, $3, row_number() OVER (ORDER BY coalesce(new, old)) - 1, $4, $5, coalesce(new, old), received, concluded, due,
       coalesce(kind, ''), coalesce(outcome, ''), new IS NULL, coalesce(body, '{"reference":' || to_json(old) || ',"removed":true}')
  FROM ` + moved

// write writes the rows, their tallies and the root over them.
func (t *taking) write(ctx context.Context) error {
	t.Tell("write", 0, 1)
	if err := discard(ctx, t.tx, t.Contract, t.ID); err != nil { // what was left when the same was killed
		return err
	}
	if err := t.exec(ctx, `INSERT INTO case_imports (contract_id, import_id, requirement) VALUES ($1, $2, $3)`, t.Contract, t.ID, t.Requirement); err != nil {
		return err
	}
	if err := t.exec(ctx, insertRows, t.Remove, t.Contract, t.ID, t.Requirement, len(t.Chain)+1); err != nil {
		return err
	}
	err := t.exec(ctx, `INSERT INTO case_tallies (contract_id, import_id, what, month, kind, outcome, days, cases, timely)
		SELECT $1, $2, what, month, kind, outcome, days, cases, timely FROM tallied`, t.Contract, t.ID)
	if err != nil {
		return err
	}
	var tree bulk.Tree
	for body, err := range bodies(ctx, t.tx, t.Contract, t.ID) {
		if err != nil {
			return err
		}
		if tree.Add(body); tree.Size()%1000 == 0 {
			t.Tell("hash", int(tree.Size()), int(t.out.New+t.out.Changed))
		}
	}
	t.out.Bound = Bound{tree.Size(), tree.Root()}
	return nil
}

func (t *taking) exec(ctx context.Context, sql string, args ...any) error {
	if _, err := t.tx.Exec(ctx, sql, args...); err != nil {
		return fmt.Errorf("take cases in: %w", err)
	}
	return nil
}

// querier is a pool or a transaction.
type querier interface {
	Query(ctx context.Context, sql string, args ...any) (pgx.Rows, error)
}

// bodies goes through the rows of an import in their order.
func bodies(ctx context.Context, db querier, contractID, importID string) iter.Seq2[[]byte, error] {
	return func(yield func([]byte, error) bool) {
		rows, err := db.Query(ctx, `SELECT body FROM case_rows WHERE contract_id = $1 AND import_id = $2 ORDER BY position`, contractID, importID)
		if err != nil {
			yield(nil, fmt.Errorf("read rows: %w", err))
			return
		}
		defer rows.Close()
		for rows.Next() {
			if raw := rows.RawValues()[0]; !yield(raw, nil) {
				return
			}
		}
		if err := rows.Err(); err != nil {
			yield(nil, fmt.Errorf("read rows: %w", err))
		}
	}
}

// Discard sweeps away the rows of an import whose fact was refused.
func (s *Store) Discard(ctx context.Context, contractID, importID string) error {
	return pgx.BeginFunc(ctx, s.pool, func(tx pgx.Tx) error { return discard(ctx, tx, contractID, importID) })
}

func discard(ctx context.Context, tx pgx.Tx, contractID, importID string) error {
	for _, table := range []string{"case_rows", "case_tallies", "case_imports"} {
		if _, err := tx.Exec(ctx, `DELETE FROM `+table+` WHERE contract_id = $1 AND import_id = $2`, contractID, importID); err != nil {
			return fmt.Errorf("sweep an import away: %w", err)
		}
	}
	return nil
}

const selectLeft = `
SELECT i.contract_id, i.import_id::text FROM case_imports i
 WHERE i.begun < now() - interval '1 hour'
   AND NOT EXISTS (SELECT FROM facts f WHERE f.contract_id = i.contract_id AND f.id = i.import_id)`

// Sweep sweeps away rows whose import was broken off before its fact was written.
func (s *Store) Sweep(ctx context.Context) (int, error) {
	rows, err := s.pool.Query(ctx, selectLeft)
	if err != nil {
		return 0, fmt.Errorf("look for imports broken off: %w", err)
	}
	type left struct{ Contract, Import string }
	list, err := pgx.CollectRows(rows, pgx.RowToStructByPos[left])
	if err != nil {
		return 0, fmt.Errorf("look for imports broken off: %w", err)
	}
	for n, l := range list {
		if err := s.Discard(ctx, l.Contract, l.Import); err != nil {
			return n, err
		}
	}
	return len(list), nil
}
