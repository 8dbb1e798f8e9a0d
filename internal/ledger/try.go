package ledger

import (
	"context"
	"fmt"

	"github.com/jackc/pgx/v5"
)

// Try judges the submission and writes nothing; see Recorder. It takes no part
// in the queue, so that what comes in between can still refuse the submission.
func (b *Book) Try(ctx context.Context, by Person, s Submission) (Fact, error) {
	j, err := b.admit(ctx, by, s)
	if err != nil {
		return Fact{}, err
	}
	before, known, err := b.before(ctx, j)
	if err != nil {
		return Fact{}, err
	}
	if known {
		return repeated(before, j)
	}
	previous, err := b.facts(ctx, selectPrevious, []string{s.Contract}, []string{s.Kind}, []string{s.Subject})
	if err != nil {
		return Fact{}, err
	}
	m := Moment{Contract: j.contract, Submission: s, Person: by, Now: grain(b.clock()), Facts: b.reader}
	if len(previous) == 1 {
		m.Previous = &previous[0]
	}
	return j.weigh(ctx, m)
}

// before returns what was recorded under the job's id.
func (b *Book) before(ctx context.Context, j *job) (known, bool, error) {
	rows, err := b.pool.Query(ctx, selectRequested, []string{j.s.Contract}, []string{j.s.ID})
	if err != nil {
		return known{}, false, fmt.Errorf("look for a fact: %w", err)
	}
	found, err := pgx.CollectRows(rows, func(row pgx.CollectableRow) (known, error) {
		var k known
		var request []byte
		if err := row.Scan(append(k.fact.targets(), &request)...); err != nil {
			return known{}, err
		}
		k.fact.settle()
		k.request = [32]byte(request)
		return k, nil
	})
	if err != nil {
		return known{}, false, fmt.Errorf("look for a fact: %w", err)
	}
	if len(found) == 0 {
		return known{}, false, nil
	}
	return found[0], true, nil
}
