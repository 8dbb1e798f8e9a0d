package spotcheck

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"slices"

	"github.com/jackc/pgx/v5"
	"github.com/jackc/pgx/v5/pgxpool"

	"opfyldt/internal/draw"
)

// Store keeps the rows of lists, the names beside them, and the links.
type Store struct{ pool *pgxpool.Pool }

// NewStore makes a store on the database.
func NewStore(pool *pgxpool.Pool) *Store { return &Store{pool} }

// version names a version of a list.
type version struct{ contract, id string }

// errOnlyLook ends a transaction whose rows were only to be looked at.
var errOnlyLook = errors.New("only looked at")

// Take writes the list's rows and names, unless they are only looked at, and says
// what differs from the version before (none: ""). Rows are read as they are written.
func (s *Store) Take(ctx context.Context, v version, before string, first, again *intake, only bool) (*ListChange, error) {
	var change *ListChange
	err := pgx.BeginFunc(ctx, s.pool, func(tx pgx.Tx) error {
		if err := clear(ctx, tx, v); err != nil {
			return err
		}
		if _, err := tx.CopyFrom(ctx, pgx.Identifier{"spotcheck_rows"},
			[]string{"contract_id", "import_id", "position", "ref", "cells", "personal"}, rowsOf(v, first)); err != nil {
			return err
		}
		if !only || before != "" { // a look compares the names too
			if _, err := tx.CopyFrom(ctx, pgx.Identifier{"spotcheck_people"},
				[]string{"contract_id", "import_id", "ref", "name", "contact", "salt"}, peopleOf(v, again)); err != nil {
				return err
			}
		}
		var err error
		if change, err = compare(ctx, tx, v, before); err != nil {
			return err
		}
		if only {
			return errOnlyLook
		}
		_, err = tx.Exec(ctx, `INSERT INTO spotcheck_imports (contract_id, import_id, written) VALUES ($1, $2, clock_timestamp())`, v.contract, v.id)
		return err
	})
	if err != nil && !errors.Is(err, errOnlyLook) {
		if first.failed != nil {
			return nil, first.failed
		}
		return nil, fmt.Errorf("take in a list: %w", err)
	}
	return change, nil
}

// clear takes away what an earlier try of the same import left.
func clear(ctx context.Context, tx pgx.Tx, v version) error {
	for _, table := range []string{"spotcheck_rows", "spotcheck_people", "spotcheck_imports"} {
		if _, err := tx.Exec(ctx, "DELETE FROM "+table+" WHERE contract_id = $1 AND import_id = $2", v.contract, v.id); err != nil {
			return err
		}
	}
	return nil
}

func rowsOf(v version, in *intake) pgx.CopyFromSource {
	position := -1
	return pgx.CopyFromFunc(func() ([]any, error) {
		row, err := in.next()
		if errors.Is(err, io.EOF) {
			return nil, nil
		}
		if err != nil {
			return nil, err
		}
		position++
		return []any{v.contract, v.id, position, row.Ref, row.Cells, row.Row.Personal}, nil
	})
}

func peopleOf(v version, in *intake) pgx.CopyFromSource {
	return pgx.CopyFromFunc(func() ([]any, error) {
		row, err := in.next()
		if errors.Is(err, io.EOF) {
			return nil, nil
		}
		if err != nil {
			return nil, err
		}
		return []any{v.contract, v.id, row.Ref, row.Name, row.Contact, row.Salt}, nil
	})
}

// compareLists compares names where the version before still has them: with another
// salt the commitment differs, also of the same name.
const compareLists = `
WITH differing AS MATERIALIZED (
  SELECT ref, CASE WHEN o.cells IS NULL THEN 'added' WHEN n.cells IS NULL THEN 'removed' ELSE 'changed' END AS how
    FROM (SELECT ref, cells, name, contact FROM spotcheck_rows LEFT JOIN spotcheck_people USING (contract_id, import_id, ref)
           WHERE contract_id = $1 AND import_id = $2) o
    FULL JOIN (SELECT ref, cells, name, contact FROM spotcheck_rows LEFT JOIN spotcheck_people USING (contract_id, import_id, ref)
           WHERE contract_id = $1 AND import_id = $3) n USING (ref)
   WHERE o.cells IS NULL OR n.cells IS NULL OR o.cells <> n.cells OR o.name <> n.name OR o.contact <> n.contact)
SELECT count(how), ARRAY(SELECT ref FROM differing WHERE how = kind ORDER BY ref COLLATE "C" LIMIT 200)
  FROM unnest(ARRAY['added', 'removed', 'changed']) WITH ORDINALITY kinds(kind, place) LEFT JOIN differing ON how = kind
 GROUP BY kind, place ORDER BY place`

func compare(ctx context.Context, tx pgx.Tx, v version, before string) (*ListChange, error) {
	if before == "" {
		return nil, nil
	}
	rows, err := tx.Query(ctx, compareLists, v.contract, before, v.id)
	if err != nil {
		return nil, err
	}
	var c ListChange
	counts, lists := []*int64{&c.Added, &c.Removed, &c.Changed}, []*[]string{&c.AddedIDs, &c.RemovedIDs, &c.ChangedIDs}
	var n int64
	var ids []string
	i := 0
	_, err = pgx.ForEachRow(rows, []any{&n, &ids}, func() error {
		*counts[i], *lists[i] = n, slices.Clone(ids)
		i++
		return nil
	})
	return &c, err
}

// Customers reads who can be drawn, with the stratum that the column makes.
func (s *Store) Customers(ctx context.Context, v version, column, only string) ([]draw.Customer, error) {
	rows, err := s.pool.Query(ctx, `SELECT ref, coalesce(cells ->> $3, '') FROM spotcheck_rows
		WHERE contract_id = $1 AND import_id = $2 AND ($4 = '' OR coalesce(cells ->> $3, '') = $5) ORDER BY position`,
		v.contract, v.id, column, map[bool]string{true: "yes"}[only != ""], only)
	if err != nil {
		return nil, fmt.Errorf("read who can be drawn: %w", err)
	}
	customers, err := pgx.CollectRows(rows, func(row pgx.CollectableRow) (c draw.Customer, err error) {
		return c, row.Scan(&c.ID, &c.Stratum)
	})
	if err != nil {
		return nil, fmt.Errorf("read who can be drawn: %w", err)
	}
	return customers, nil
}

// known is what a list says of a customer.
type known struct {
	Row
	Personal
	Erased bool
}

const selectKnown = `
SELECT r.ref, r.cells, r.personal, coalesce(p.name, ''), coalesce(p.contact, ''), p.ref IS NULL
  FROM spotcheck_rows r LEFT JOIN spotcheck_people p USING (contract_id, import_id, ref)
 WHERE r.contract_id = $1 AND r.import_id = $2 AND ($3::text[] IS NULL OR r.ref = ANY($3)) ORDER BY r.position`

// Known reads what a list says of the customers.
func (s *Store) Known(ctx context.Context, v version, refs []string) (map[string]known, error) {
	list := map[string]known{}
	err := s.each(ctx, v, refs, func(k known) error {
		list[k.Ref] = k
		return nil
	})
	return list, err
}

// each calls take for each customer of a list, in its order; nil refs are all.
func (s *Store) each(ctx context.Context, v version, refs []string, take func(known) error) error {
	rows, err := s.pool.Query(ctx, selectKnown, v.contract, v.id, refs)
	if err != nil {
		return fmt.Errorf("read a list: %w", err)
	}
	var k known
	var cells []byte
	_, err = pgx.ForEachRow(rows, []any{&k.Ref, &cells, &k.Row.Personal, &k.Name, &k.Contact, &k.Erased}, func() error {
		k.Cells = map[string]string{}
		if err := json.Unmarshal(cells, &k.Cells); err != nil {
			return err
		}
		return take(k)
	})
	if err != nil {
		return fmt.Errorf("read a list: %w", err)
	}
	return nil
}

// Count is how many rows a version of a list has.
func (s *Store) Count(ctx context.Context, v version) (n int64, err error) {
	err = s.pool.QueryRow(ctx, `SELECT count(*) FROM spotcheck_rows WHERE contract_id = $1 AND import_id = $2`, v.contract, v.id).Scan(&n)
	if err != nil {
		return 0, fmt.Errorf("count the rows of a list: %w", err)
	}
	return n, nil
}

// Discard sweeps a list's rows away whose fact was not recorded.
func (s *Store) Discard(ctx context.Context, v version) error {
	return pgx.BeginFunc(ctx, s.pool, func(tx pgx.Tx) error { return clear(ctx, tx, v) })
}
