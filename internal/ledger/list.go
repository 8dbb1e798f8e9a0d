package ledger

import (
	"context"
	"fmt"
	"time"

	"opfyldt/internal/calendar"
)

// SortBy names an order of facts. Facts that are equal by it stand by their
// leaf.
type SortBy string

// The orders.
const (
	ByLeaf SortBy = "leaf"
	ByDay  SortBy = "day" // the day that they speak of
	ByGoal SortBy = "goal"
)

// Days is a stretch of calendar days, both ends included; an end that is zero
// leaves it open.
type Days struct{ From, To calendar.Date }

// Filter narrows a list of facts; what is empty does not.
type Filter struct {
	Kinds    []string
	Goal     string
	Subject  string
	Actor    string // the subject of who recorded it
	Day      Days   // that the fact speaks of
	Recorded Days   // on which it was recorded
	// Text is looked for in what facts say, whatever its case. A fact of one of
	// the subjects that Named lists has it in its name.
	Text  string
	Named []string

	AsOf        time.Time
	Sort        SortBy // ByLeaf where empty
	NewestFirst bool   // the order turned round
	// After is the leaf that the page before ended with, nil for the first page.
	// A leaf never changes its place, so facts that come meanwhile shift nothing.
	After *int64
	Limit int // at most maxPage, which 0 means too
}

const maxPage = 1000

const whereFiltered = `
  FROM facts f
 WHERE f.contract_id = $1 AND f.recorded <= $2
   AND (cardinality($3::text[]) = 0 OR f.kind = ANY($3))
   AND ($4 = '' OR f.goal = $4) AND ($5 = '' OR f.subject = $5) AND ($6 = '' OR f.actor_subject = $6)
   AND ($7::date IS NULL OR f.day >= $7) AND ($8::date IS NULL OR f.day <= $8)
   AND ($9::timestamptz IS NULL OR f.recorded >= $9) AND ($10::timestamptz IS NULL OR f.recorded <= $10)
   AND ($11 = '' OR f.subject = ANY($12::text[]) OR EXISTS (
        SELECT FROM jsonb_path_query(f.body::jsonb, '$.** ? (@.type() == "string")') said
         WHERE strpos(lower(said #>> '{}'), lower($11)) > 0))`

// selectPage writes the query for a page in the filter's order. The leaf comes
// last, so that no two facts are equal.
func (by Filter) selectPage() string {
	key := "%[1]s.leaf"
	if by.Sort == ByDay || by.Sort == ByGoal {
		key = "%[1]s." + string(by.Sort) + "%[2]s, %[1]s.leaf"
	}
	beyond, turned := ">", ""
	if by.NewestFirst {
		beyond, turned = "<", " DESC"
	}
	return `SELECT ` + factColumns + whereFiltered + `
   AND ($13::bigint IS NULL OR (` + fmt.Sprintf(key, "f", "") + `) ` + beyond + `
        (SELECT ` + fmt.Sprintf(key, "a", "") + ` FROM facts a WHERE a.contract_id = $1 AND a.leaf = $13))
 ORDER BY ` + fmt.Sprintf(key+"%[2]s", "f", turned) + ` LIMIT $14`
}

func (by Filter) args(contractID string) []any {
	return []any{contractID, until(by.AsOf), append([]string{}, by.Kinds...), by.Goal, by.Subject, by.Actor,
		dayOrNull(by.Day.From), dayOrNull(by.Day.To), startOrNull(by.Recorded.From), endOrNull(by.Recorded.To),
		by.Text, append([]string{}, by.Named...)}
}

func dayOrNull(d calendar.Date) *string {
	if d.IsZero() {
		return nil
	}
	text := d.String()
	return &text
}

func startOrNull(d calendar.Date) *time.Time {
	if d.IsZero() {
		return nil
	}
	at := d.Start()
	return &at
}

func endOrNull(d calendar.Date) *time.Time {
	if d.IsZero() {
		return nil
	}
	at := d.End()
	return &at
}

// List returns a page of facts, and the leaf to ask for the next page with: nil
// when there is none.
func (r reader) List(ctx context.Context, contractID string, by Filter) ([]Fact, *int64, error) {
	limit := by.Limit
	if limit <= 0 || limit > maxPage {
		limit = maxPage
	}
	facts, err := r.facts(ctx, by.selectPage(), append(by.args(contractID), by.After, limit+1)...)
	if err != nil || len(facts) <= limit {
		return facts, nil, err
	}
	facts = facts[:limit]
	return facts, &facts[limit-1].Leaf, nil
}

// Count returns how many facts the filter leaves, on all pages.
func (r reader) Count(ctx context.Context, contractID string, by Filter) (int64, error) {
	var n int64
	err := r.db.QueryRow(ctx, `SELECT count(*)`+whereFiltered, by.args(contractID)...).Scan(&n)
	if err != nil {
		return 0, fmt.Errorf("count facts: %w", err)
	}
	return n, nil
}
