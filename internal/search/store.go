package search

import (
	"context"
	"fmt"
	"strings"
	"time"

	"github.com/jackc/pgx/v5"
	"github.com/jackc/pgx/v5/pgxpool"

	"opfyldt/internal/calendar"
	"opfyldt/internal/fault"
	"opfyldt/internal/ledger"
	"opfyldt/internal/record"
)

type store struct{ pool *pgxpool.Pool }

// NewIndex makes the index over the sources' documents.
func NewIndex(pool *pgxpool.Pool, log Log, contracts Contracts, sources ...Source) *Index {
	return &Index{store: store{pool}, log: log, contracts: contracts, sources: sources}
}

const selectBehind = `
SELECT h.contract_id FROM ledger_heads h LEFT JOIN search_progress p USING (contract_id)
 WHERE (h.size > coalesce(p.size, 0) OR h.size > 0 AND p.format IS DISTINCT FROM $2)
   AND (cardinality($1::text[]) = 0 OR h.contract_id = ANY($1))
 ORDER BY h.contract_id`

// Follow takes in what the logs of the contracts (of all, where none is named)
// have that the index has not, for as long as the wait allows. It answers how
// many facts it took in and whether some are left.
func (x *Index) Follow(ctx context.Context, contracts []string, wait time.Duration) (taken int, left bool, err error) {
	until := time.Now().Add(wait)
	rows, err := x.pool.Query(ctx, selectBehind, append([]string{}, contracts...), format)
	if err != nil {
		return 0, false, fmt.Errorf("ask what search has not read: %w", err)
	}
	behind, err := pgx.CollectRows(rows, pgx.RowTo[string])
	if err != nil {
		return 0, false, fmt.Errorf("ask what search has not read: %w", err)
	}
	for _, id := range behind {
		for more := true; more; {
			if time.Now().After(until) {
				return taken, true, nil
			}
			n, err := x.followOne(ctx, id)
			if fault.KindOf(err) == fault.NotFound { // a version that is only just coming in
				left = true
				break
			}
			if err != nil {
				return taken, false, fmt.Errorf("read the log of %s for search: %w", id, err)
			}
			taken, more = taken+n, n == batch
		}
	}
	return taken, left, nil
}

// batch is how many facts are taken in at a time.
const batch = 200

const beginProgress = `
INSERT INTO search_progress (contract_id, size, format) VALUES ($1, 0, $2) ON CONFLICT DO NOTHING`

const lockProgress = `SELECT size, format FROM search_progress WHERE contract_id = $1 FOR UPDATE`

const moveProgress = `UPDATE search_progress SET size = $2, format = $3 WHERE contract_id = $1`

// followOne takes in the next facts of a log. The row of its progress is locked,
// so two that follow do not take in the same.
func (x *Index) followOne(ctx context.Context, id string) (n int, err error) {
	err = pgx.BeginFunc(ctx, x.pool, func(tx pgx.Tx) error {
		var size int64
		var made int
		if _, err := tx.Exec(ctx, beginProgress, id, format); err != nil {
			return err
		}
		if err := tx.QueryRow(ctx, lockProgress, id).Scan(&size, &made); err != nil {
			return err
		}
		if made != format {
			if _, err := tx.Exec(ctx, `DELETE FROM search_documents WHERE contract_id = $1`, id); err != nil {
				return err
			}
			size = 0
		}
		by := ledger.Filter{Limit: batch}
		if last := size - 1; size > 0 {
			by.After = &last
		}
		facts, _, err := x.log.List(ctx, id, by)
		if err != nil {
			return err
		}
		if err := x.add(ctx, tx, id, facts); err != nil {
			return err
		}
		n = len(facts)
		_, err = tx.Exec(ctx, moveProgress, id, size+int64(n), format)
		return err
	})
	return n, err
}

const insertDocument = `
INSERT INTO search_documents (contract_id, leaf, part, kind, key, goal, version, title, body, url, day, recorded, fact, fact_kind, words)
VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14,
        setweight(to_tsvector('danish', $15) || to_tsvector('simple', $15), 'A') ||
        setweight(to_tsvector('danish', $16) || to_tsvector('simple', $16), 'B'))`

// insertPerson names each person once, and again when their name has changed.
const insertPerson = `
INSERT INTO search_documents (contract_id, leaf, part, kind, key, goal, version, title, body, url, day, recorded, fact, fact_kind, words)
SELECT $1::text, $2::bigint, -1, 'person', $3::text, '', 0, $4::text, $3, '', $5::date, $6::timestamptz, $7::uuid, $8::text,
       setweight(to_tsvector('simple', $9), 'A')
 WHERE NOT EXISTS (SELECT FROM search_documents
        WHERE contract_id = $1 AND kind = 'person' AND key = $3 AND title = $4)`

// add writes the documents of facts.
func (x *Index) add(ctx context.Context, tx pgx.Tx, id string, facts []ledger.Fact) error {
	q := &pgx.Batch{}
	for _, f := range facts {
		documents, err := x.documents(ctx, f)
		if err != nil {
			return err
		}
		q.Queue(insertPerson, id, f.Leaf, f.Actor.Subject, f.Actor.Name, f.Day.String(), f.Recorded, f.ID, f.Kind,
			folded(f.Actor.Name+" "+f.Actor.Subject))
		for part, d := range documents {
			q.Queue(insertDocument, id, f.Leaf, part, string(d.Kind), d.Key, d.Goal, d.Version, d.Title, d.Text, d.URL,
				f.Day.String(), f.Recorded, f.ID, f.Kind, folded(d.Title), folded(d.Text))
		}
	}
	if q.Len() == 0 {
		return nil
	}
	return tx.SendBatch(ctx, q).Close()
}

// wanted is what is looked for, where, and as of when.
type wanted struct {
	lines     []string // one for each word, as queries writes them
	contracts []string
	versions  []int // of each contract, the one in force
	kinds     []record.DocumentKind
	asOf      time.Time
	limit     int // of each kind
}

// found is a document with how many of its kind there are.
type found struct {
	record.Document
	contract, fact, factKind string
	day                      calendar.Date
	count                    int
}

// selectFound takes the query's expression. Of each key the newest document
// holds that was recorded by then and belongs to the version in force.
const selectFound = `
WITH asked AS (SELECT * FROM unnest($1::text[], $2::int[]) AS a (contract_id, version)),
found AS (
SELECT d.*, ts_rank(d.words, q.q) AS rank
  FROM (SELECT %s AS q) q
  JOIN search_documents d ON d.words @@ q.q
  JOIN asked a ON a.contract_id = d.contract_id
 WHERE d.recorded <= $3 AND (d.version = 0 OR d.version = a.version)
   AND (cardinality($4::text[]) = 0 OR d.kind = ANY($4))
   AND NOT EXISTS (SELECT FROM search_documents later
        WHERE later.contract_id = d.contract_id AND later.kind = d.kind AND later.key = d.key AND later.leaf > d.leaf
          AND later.recorded <= $3 AND (later.version = 0 OR later.version = a.version))),
placed AS (
SELECT f.*, count(*) OVER (PARTITION BY kind) AS of_kind,
       row_number() OVER (PARTITION BY kind ORDER BY rank DESC, recorded DESC, part) AS place FROM found f)
SELECT contract_id, kind, key, goal, title, body, url, fact::text, fact_kind, day::text, of_kind
  FROM placed WHERE place <= $5 ORDER BY kind, place`

// find looks in the index.
func (x *Index) find(ctx context.Context, w wanted) ([]found, error) {
	kinds := make([]string, len(w.kinds))
	for i, k := range w.kinds {
		kinds[i] = string(k)
	}
	args := []any{w.contracts, w.versions, w.asOf, kinds, w.limit}
	var each []string
	for _, line := range w.lines {
		args = append(args, line)
		each = append(each, fmt.Sprintf("(to_tsquery('danish', $%[1]d) || to_tsquery('simple', $%[1]d))", len(args)))
	}
	rows, err := x.pool.Query(ctx, fmt.Sprintf(selectFound, strings.Join(each, " && ")), args...)
	if err != nil {
		return nil, fmt.Errorf("search: %w", err)
	}
	list, err := pgx.CollectRows(rows, func(row pgx.CollectableRow) (found, error) {
		var f found
		var day string
		err := row.Scan(&f.contract, &f.Kind, &f.Key, &f.Goal, &f.Title, &f.Text, &f.URL, &f.fact, &f.factKind, &day, &f.count)
		if err == nil {
			f.day, err = calendar.ParseDate(day)
		}
		return f, err
	})
	if err != nil {
		return nil, fmt.Errorf("search: %w", err)
	}
	return list, nil
}

const selectStems = `
SELECT coalesce((ts_lexize('danish_stem', asked.word))[1], '')
  FROM unnest($1::text[]) WITH ORDINALITY AS asked (word, n) ORDER BY asked.n`

// stems cuts words down to what their forms share.
func (x *Index) stems(ctx context.Context, list []string) ([]stem, error) {
	rows, err := x.pool.Query(ctx, selectStems, list)
	if err != nil {
		return nil, fmt.Errorf("cut words down: %w", err)
	}
	cut, err := pgx.CollectRows(rows, pgx.RowTo[string])
	if err != nil {
		return nil, fmt.Errorf("cut words down: %w", err)
	}
	stems := make([]stem, len(list))
	for i, word := range list {
		stems[i] = stem{word, cut[i]}
	}
	return stems, nil
}
