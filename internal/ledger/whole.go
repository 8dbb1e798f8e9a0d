package ledger

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"time"

	"opfyldt/internal/database"
	"opfyldt/internal/fault"
)

// wholePatience is how long many facts' transaction may take.
const wholePatience = 2 * time.Minute

// mostRefused is how many refusals are listed; the others are counted.
const mostRefused = 200

// RecordAll writes the submissions to one contract's log in one transaction, or
// none of them; see Recorder. It waits for nobody's batch: the log's head is
// locked, and what others prepared meanwhile is judged again.
func (b *Book) RecordAll(ctx context.Context, by Person, all []Submission, seen func(done int)) ([]Fact, error) {
	jobs := make([]*job, len(all))
	refused := &refusals{}
	for i, s := range all {
		j, err := b.admit(ctx, by, s)
		refused.note(i, err)
		jobs[i] = j
	}
	if err := refused.err(); err != nil || len(all) == 0 {
		return nil, err
	}
	// A caller who hangs up must not leave the transaction half judged.
	ctx, cancel := context.WithTimeout(context.WithoutCancel(ctx), wholePatience)
	defer cancel()
	facts, err := b.writeWhole(ctx, jobs, seen)
	if _, ok := errors.AsType[*fault.Error](err); err != nil && !ok {
		return nil, database.Fault(err)
	}
	return facts, err
}

// writeWhole judges the jobs one after the other, and commits when all pass.
func (b *Book) writeWhole(ctx context.Context, jobs []*job, seen func(done int)) ([]Fact, error) {
	conn, err := b.pool.Acquire(ctx)
	if err != nil {
		return nil, fmt.Errorf("get a connection: %w", err)
	}
	defer conn.Release() // a connection left in a transaction is closed by it
	t := &transaction{book: b, db: conn.Conn(), careful: true, whole: true, read: map[string][]Fact{}, logs: map[string]*log{}}
	if err := t.begin(ctx, jobs); err != nil {
		return nil, err
	}
	facts := make([]Fact, len(jobs))
	refused := &refusals{}
	for i, j := range jobs {
		facts[i], err = t.judge(j)
		if t.db.IsClosed() || t.db.PgConn().TxStatus() == 'E' {
			return nil, fmt.Errorf("judge a submission: %w", err)
		}
		refused.note(i, err)
		seen(i + 1)
	}
	if err := refused.err(); err != nil {
		return nil, err
	}
	if len(t.written) == 0 {
		return facts, t.giveUp(ctx)
	}
	if err := t.commit(ctx); err != nil {
		return nil, err
	}
	b.tails.forget(t.logs)
	return facts, nil
}

// refusals gathers what is wrong with many submissions.
type refusals struct {
	count int
	first error // that is no fault of a submission, else of them all
	kinds []fault.Kind
	stale any
	wrong []fault.Field
}

// note takes down what is wrong with a submission, by its place: "[17].body.day".
func (r *refusals) note(i int, err error) {
	if err == nil {
		return
	}
	f, ok := errors.AsType[*fault.Error](err)
	if !ok || f.Kind == fault.Internal {
		if r.first == nil {
			r.first = err
		}
		return
	}
	r.count++
	if !slices.Contains(r.kinds, f.Kind) {
		r.kinds = append(r.kinds, f.Kind)
	}
	if r.stale == nil {
		r.stale = f.Detail
	}
	if len(r.wrong) >= mostRefused {
		return
	}
	place := fmt.Sprintf("[%d]", i)
	for _, field := range f.Fields {
		r.wrong = append(r.wrong, fault.Field{Path: place + "." + field.Path, Code: field.Code, Params: field.Params})
	}
	if len(f.Fields) == 0 {
		r.wrong = append(r.wrong, fault.Field{Path: place, Code: f.Code, Params: f.Params})
	}
}

// err is the fault with all places; its kind is the submissions' own where they
// share one.
func (r *refusals) err() error {
	switch {
	case r.first != nil:
		return r.first
	case r.count == 0:
		return nil
	}
	out := fault.New(fault.Invalid, "fact.none_written", fault.Params{"count": r.count})
	if len(r.kinds) == 1 {
		out.Kind = r.kinds[0]
	}
	out.Fields, out.Detail = r.wrong, r.stale
	return out
}
