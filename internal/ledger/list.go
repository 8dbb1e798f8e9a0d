package ledger

import (
	"context"
	"time"
)

// Filter narrows a list of facts; what is empty does not.
type Filter struct {
	Kinds       []string
	Goal        string
	Subject     string
	AsOf        time.Time
	NewestFirst bool
	// After is the leaf that the page before ended with, nil for the first page.
	After *int64
	Limit int // at most maxPage, which 0 means too
}

const maxPage = 1000

const whereFiltered = `
  FROM facts f
 WHERE f.contract_id = $1 AND f.recorded <= $2
   AND (cardinality($3::text[]) = 0 OR f.kind = ANY($3))
   AND ($4 = '' OR f.goal = $4) AND ($5 = '' OR f.subject = $5)`

const (
	selectOldestFirst = `SELECT ` + factColumns + whereFiltered + ` AND ($6::bigint IS NULL OR f.leaf > $6) ORDER BY f.leaf LIMIT $7`
	selectNewestFirst = `SELECT ` + factColumns + whereFiltered + ` AND ($6::bigint IS NULL OR f.leaf < $6) ORDER BY f.leaf DESC LIMIT $7`
)

// List returns a page of facts, and the leaf to ask for the next page with: nil
// when there is none.
func (r reader) List(ctx context.Context, contractID string, by Filter) ([]Fact, *int64, error) {
	limit := by.Limit
	if limit <= 0 || limit > maxPage {
		limit = maxPage
	}
	query := selectOldestFirst
	if by.NewestFirst {
		query = selectNewestFirst
	}
	facts, err := r.facts(ctx, query, contractID, until(by.AsOf), append([]string{}, by.Kinds...),
		by.Goal, by.Subject, by.After, limit+1)
	if err != nil || len(facts) <= limit {
		return facts, nil, err
	}
	facts = facts[:limit]
	return facts, &facts[limit-1].Leaf, nil
}
