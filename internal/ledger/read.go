package ledger

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"time"

	"github.com/jackc/pgx/v5"

	"opfyldt/internal/calendar"
	"opfyldt/internal/fault"
)

// factColumns are what Fact.targets takes, of a table or query named f.
const factColumns = `f.contract_id, f.leaf, f.id, f.kind, f.subject, f.goal, f.day, f.recorded,
       f.actor_subject, f.actor_name, f.actor_role, coalesce(f.supersedes::text, ''), f.body`

// targets are the places that factColumns are scanned into; settle finishes.
func (f *Fact) targets() []any {
	return []any{&f.Contract, &f.Leaf, &f.ID, &f.Kind, &f.Subject, &f.Goal, (*dayColumn)(&f.Day), &f.Recorded,
		&f.Actor.Subject, &f.Actor.Name, &f.Actor.Role, &f.Supersedes, (*bodyColumn)(&f.Body)}
}

func (f *Fact) settle() { f.Recorded = f.Recorded.UTC() }

// dayColumn takes a date column.
type dayColumn calendar.Date

// Scan is called by pgx with the column's value.
func (d *dayColumn) Scan(v any) error {
	t, ok := v.(time.Time)
	if !ok {
		return fmt.Errorf("read a day: got %T", v)
	}
	*d = dayColumn(calendar.NewDate(t.Year(), t.Month(), t.Day()))
	return nil
}

// bodyColumn takes a text column's bytes as they are.
type bodyColumn json.RawMessage

// Scan is called by pgx with the column's value.
func (b *bodyColumn) Scan(v any) error {
	s, ok := v.(string)
	if !ok {
		return fmt.Errorf("read a body: got %T", v)
	}
	*b = bodyColumn(s)
	return nil
}

// collect reads all rows of factColumns.
func collect(rows pgx.Rows) ([]Fact, error) {
	defer rows.Close()
	var facts []Fact
	for rows.Next() {
		var f Fact
		if err := rows.Scan(f.targets()...); err != nil {
			return nil, fmt.Errorf("read a fact: %w", err)
		}
		f.settle()
		facts = append(facts, f)
	}
	if err := rows.Err(); err != nil {
		return nil, fmt.Errorf("read facts: %w", err)
	}
	return facts, nil
}

// querier is a pool or a connection inside a transaction.
type querier interface {
	Query(ctx context.Context, sql string, args ...any) (pgx.Rows, error)
	QueryRow(ctx context.Context, sql string, args ...any) pgx.Row
}

// reader reads facts from the tables.
type reader struct{ db querier }

func (r reader) facts(ctx context.Context, sql string, args ...any) ([]Fact, error) {
	rows, err := r.db.Query(ctx, sql, args...)
	if err != nil {
		return nil, fmt.Errorf("read facts: %w", err)
	}
	return collect(rows)
}

// endOfTime stands for "as of now and later" in queries.
var endOfTime = time.Date(9999, 12, 31, 0, 0, 0, 0, time.UTC)

func until(asOf time.Time) time.Time {
	if asOf.IsZero() {
		return endOfTime
	}
	return asOf
}

// selectNewest walks the index on (contract, kind, subject, -leaf) for each kind.
const selectNewest = `
SELECT ` + factColumns + ` FROM unnest($2::text[]) AS asked (kind)
 CROSS JOIN LATERAL (SELECT DISTINCT ON (subject) * FROM facts
        WHERE contract_id = $1 AND kind = asked.kind AND recorded <= $3
        ORDER BY subject, -leaf) f
 ORDER BY f.leaf`

// Newest returns the newest fact of each subject of the kinds, by leaf.
func (r reader) Newest(ctx context.Context, contractID string, asOf time.Time, kinds ...string) ([]Fact, error) {
	return r.facts(ctx, selectNewest, contractID, kinds, until(asOf))
}

const selectFact = `SELECT ` + factColumns + ` FROM facts f WHERE f.contract_id = $1 AND f.id = $2`

// Fact returns one fact, or fault.NotFound.
func (r reader) Fact(ctx context.Context, contractID, id string) (Fact, error) {
	if !validID(id) {
		return Fact{}, factUnknown(id)
	}
	var f Fact
	err := r.db.QueryRow(ctx, selectFact, contractID, id).Scan(f.targets()...)
	if errors.Is(err, pgx.ErrNoRows) {
		return Fact{}, factUnknown(id)
	}
	if err != nil {
		return Fact{}, fmt.Errorf("read a fact: %w", err)
	}
	f.settle()
	return f, nil
}

func factUnknown(id string) error {
	if !validID(id) {
		id = "" // not echoed: it may hold anything
	}
	return fault.New(fault.NotFound, "fact.unknown", fault.Params{"id": id})
}

const selectAll = `
SELECT ` + factColumns + ` FROM facts f
 WHERE f.contract_id = $1 AND f.recorded <= $2 AND (cardinality($3::text[]) = 0 OR f.kind = ANY($3))
 ORDER BY f.leaf`

// All returns every fact of the kinds, of all kinds where none is named, by
// leaf.
func (r reader) All(ctx context.Context, contractID string, asOf time.Time, kinds ...string) ([]Fact, error) {
	return r.facts(ctx, selectAll, contractID, until(asOf), append([]string{}, kinds...))
}

const selectHistory = `
SELECT ` + factColumns + ` FROM facts f
 WHERE f.contract_id = $1 AND f.kind = $2 AND f.subject = $3 AND f.recorded <= $4 ORDER BY -f.leaf DESC`

// History returns what was recorded of a subject, the oldest first.
func (r reader) History(ctx context.Context, contractID, kind, subject string, asOf time.Time) ([]Fact, error) {
	return r.facts(ctx, selectHistory, contractID, kind, subject, until(asOf))
}
