package ledger

import (
	"context"
	"errors"
	"fmt"
	"runtime/debug"
	"time"

	"opfyldt/internal/database"
	"opfyldt/internal/fault"
)

// writePatience is how long a transaction may take, waiting for another
// instance's among it.
const writePatience = 30 * time.Second

// writeAll answers every job of the batch. What fails in the database fails the
// whole transaction; so it is tried again with care, and then each job alone: one
// that cannot be written does not spoil the others.
func (b *Book) writeAll(batch []*job) {
	ctx, cancel := context.WithTimeout(context.Background(), writePatience)
	defer cancel()
	err := b.write(ctx, batch, false)
	if err != nil {
		err = b.write(ctx, batch, true)
	}
	if err != nil {
		for _, j := range batch {
			if err := b.write(ctx, []*job{j}, true); err != nil {
				j.fact, j.err = Fact{}, database.Fault(err)
			}
		}
	}
	for _, j := range batch {
		close(j.done)
	}
}

// write judges the jobs one after the other and commits what passes. The jobs'
// answers stand when it returns nil.
func (b *Book) write(ctx context.Context, batch []*job, careful bool) error {
	conn, err := b.pool.Acquire(ctx)
	if err != nil {
		return fmt.Errorf("get a connection: %w", err)
	}
	defer conn.Release() // a connection left in a transaction is closed by it
	t := &transaction{book: b, db: conn.Conn(), careful: careful, logs: map[string]*log{}}
	if err := t.begin(ctx, batch); err != nil {
		return err
	}
	for _, j := range batch {
		j.fact, j.err = t.judge(j)
		switch {
		case j.err != nil && !careful:
			return errNeedsCare
		case t.db.IsClosed() || t.db.PgConn().TxStatus() == 'E':
			return fmt.Errorf("judge a submission: %w", j.err)
		}
	}
	if len(t.written) == 0 {
		return t.giveUp(ctx)
	}
	if err := t.commit(ctx); err != nil || careful {
		b.tails.forget(t.logs)
		return err
	}
	b.tails.keep(t.logs)
	return nil
}

// giveUp ends a transaction in which nothing passed.
func (t *transaction) giveUp(ctx context.Context) error {
	_, err := t.db.Exec(ctx, "rollback")
	return err
}

// errNeedsCare says that a submission was refused on what was at hand, which may
// be outdated, and whether its id is known was not asked.
var errNeedsCare = errors.New("a refusal is to be judged with care")

// judge runs the rules on one submission and, where they pass, makes it the next
// leaf. A rule that panics is that submission's failure alone.
func (t *transaction) judge(j *job) (f Fact, err error) {
	defer func() {
		if r := recover(); r != nil {
			f, err = Fact{}, fmt.Errorf("check a %s: panic: %v\n%s", j.s.Kind, r, debug.Stack())
		}
	}()
	if j.ctx.Err() != nil {
		return Fact{}, j.ctx.Err()
	}
	l := t.logs[j.s.Contract]
	if l == nil {
		return Fact{}, fault.New(fault.NotFound, "contract.unknown", fault.Params{"contract": j.s.Contract})
	}
	if known, ok := l.byID[j.s.ID]; ok {
		return repeated(known, j)
	}
	// A caller who hangs up must not break the connection that others share.
	ctx, cancel := context.WithTimeout(context.WithoutCancel(j.ctx), writePatience)
	defer cancel()
	m := Moment{Contract: j.contract, Submission: j.s, Person: j.by,
		Previous: l.previous(subject{j.s.Kind, j.s.Subject}), Now: l.next(t.book.clock()), Facts: t}
	drafts, err := t.drafts(ctx, j, m, l.edge.size)
	if err != nil {
		return Fact{}, err
	}
	for _, d := range drafts {
		t.beside = append(t.beside, d.beside...)
		t.append(l, d.fact, d.request)
	}
	return drafts[0].fact, nil
}

// weigh runs the rules on a submission. The fact is as it would be, but for its
// place in the log.
func (j *job) weigh(ctx context.Context, m Moment) (Fact, error) {
	if got := idOf(m.Previous); got != j.s.Expects {
		return Fact{}, fault.New(fault.Conflict, "fact.stale", nil).With(Stale{Current: m.Previous, Proposed: j.s})
	}
	body, err := j.kind.Check(ctx, m)
	if err != nil {
		return Fact{}, err
	}
	text, err := canonicalBody(body)
	if err != nil {
		return Fact{}, err
	}
	if err := checkBody(text); err != nil {
		return Fact{}, err
	}
	return Fact{Contract: j.s.Contract, ID: j.s.ID, Kind: j.s.Kind, Subject: j.s.Subject, Goal: j.goal, Day: j.s.Day,
		Recorded: m.Now, Actor: actorOf(j), Supersedes: idOf(m.Previous), Body: text, Leaf: NoLeaf}, nil
}

// repeated answers a request that has been written before.
func repeated(known known, j *job) (Fact, error) {
	if known.request != j.request {
		return Fact{}, fault.New(fault.Conflict, "fact.id-used", nil)
	}
	return known.fact, nil
}

func idOf(f *Fact) string {
	if f == nil {
		return ""
	}
	return f.ID
}
