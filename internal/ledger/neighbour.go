package ledger

import (
	"context"
	"fmt"
	"time"
)

// Neighbours are the facts of the same kind and subject beside a fact: the one
// that it superseded and the one that superseded it.
type Neighbours struct {
	Before, After *Neighbour // nil where there is none
}

// Neighbour names a fact beside another.
type Neighbour struct {
	ID   string `json:"id"`
	Leaf int64  `json:"leaf"`
}

const selectNeighbours = `
SELECT asked.leaf, before.id::text, before.leaf, after.id::text, after.leaf
  FROM unnest($2::bigint[], $3::text[], $4::text[]) AS asked (leaf, kind, subject)
  LEFT JOIN LATERAL (SELECT f.id, f.leaf FROM facts f
        WHERE f.contract_id = $1 AND f.kind = asked.kind AND f.subject = asked.subject AND -f.leaf > -asked.leaf
        ORDER BY -f.leaf LIMIT 1) before ON true
  LEFT JOIN LATERAL (SELECT f.id, f.leaf FROM facts f
        WHERE f.contract_id = $1 AND f.kind = asked.kind AND f.subject = asked.subject AND -f.leaf < -asked.leaf
          AND f.recorded <= $5
        ORDER BY -f.leaf DESC LIMIT 1) after ON true`

// Beside returns the neighbours of each of the facts, by leaf.
func (r reader) Beside(ctx context.Context, contractID string, facts []Fact, asOf time.Time) (map[int64]Neighbours, error) {
	leaves, kinds, subjects := make([]int64, len(facts)), make([]string, len(facts)), make([]string, len(facts))
	for i, f := range facts {
		leaves[i], kinds[i], subjects[i] = f.Leaf, f.Kind, f.Subject
	}
	rows, err := r.db.Query(ctx, selectNeighbours, contractID, leaves, kinds, subjects, until(asOf))
	if err != nil {
		return nil, fmt.Errorf("read neighbours: %w", err)
	}
	defer rows.Close()
	beside := map[int64]Neighbours{}
	for rows.Next() {
		var leaf int64
		var beforeID, afterID *string
		var before, after *int64
		if err := rows.Scan(&leaf, &beforeID, &before, &afterID, &after); err != nil {
			return nil, fmt.Errorf("read neighbours: %w", err)
		}
		beside[leaf] = Neighbours{neighbour(beforeID, before), neighbour(afterID, after)}
	}
	return beside, rows.Err()
}

func neighbour(id *string, leaf *int64) *Neighbour {
	if id == nil || leaf == nil {
		return nil
	}
	return &Neighbour{*id, *leaf}
}

const selectActors = `
SELECT DISTINCT ON (f.actor_subject) f.actor_subject, f.actor_name, f.actor_role
  FROM facts f WHERE f.contract_id = $1 AND f.recorded <= $2 ORDER BY f.actor_subject, f.leaf DESC`

// Actors returns who has recorded facts, each as the newest fact names them.
func (r reader) Actors(ctx context.Context, contractID string, asOf time.Time) ([]Actor, error) {
	rows, err := r.db.Query(ctx, selectActors, contractID, until(asOf))
	if err != nil {
		return nil, fmt.Errorf("read actors: %w", err)
	}
	defer rows.Close()
	actors := []Actor{}
	for rows.Next() {
		var a Actor
		if err := rows.Scan(&a.Subject, &a.Name, &a.Role); err != nil {
			return nil, fmt.Errorf("read actors: %w", err)
		}
		actors = append(actors, a)
	}
	return actors, rows.Err()
}
