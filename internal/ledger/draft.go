package ledger

import (
	"context"
	"time"

	"opfyldt/internal/fault"
)

// draft is a fact that passed, with what is written beside it.
type draft struct {
	known
	beside []Statement
}

// drafts makes the submission's fact and those that it brings about, one after
// the other from the leaf on. Nothing is added to the log before all have passed.
func (t *transaction) drafts(ctx context.Context, j *job, m Moment, leaf int64) ([]draft, error) {
	first, err := draftOf(ctx, j, m, leaf)
	if err != nil || j.kind.Then == nil {
		return []draft{first}, err
	}
	following, err := j.kind.Then(ctx, m, first.fact)
	if err != nil {
		return nil, err
	}
	drafts := []draft{first}
	for i, s := range following {
		next, err := t.follow(ctx, j, s, leaf+int64(i)+1, m.Now.Add(time.Duration(i+1)*time.Microsecond))
		if err != nil {
			return nil, err
		}
		drafts = append(drafts, next)
	}
	return drafts, nil
}

// follow makes the fact that another one brings about, in the place of whatever
// its subject had before.
func (t *transaction) follow(ctx context.Context, cause *job, s Submission, leaf int64, now time.Time) (draft, error) {
	kind, ok := t.book.kinds[s.Kind]
	if !ok || s.Contract != cause.s.Contract {
		return draft{}, fault.New(fault.Invalid, "fact.kind-unknown", fault.Params{"kind": s.Kind})
	}
	facts, err := t.Newest(ctx, s.Contract, time.Time{}, s.Kind)
	if err != nil {
		return draft{}, err
	}
	m := Moment{Person: cause.by, Now: now, Facts: t}
	for i := range facts {
		if facts[i].Subject == s.Subject {
			m.Previous = &facts[i]
		}
	}
	s.Expects = idOf(m.Previous)
	j := &job{ctx: ctx, by: cause.by, s: s, kind: kind, role: cause.role}
	if j.contract, err = t.book.contractFor(ctx, kind, s); err != nil {
		return draft{}, err
	}
	if j.goal, err = kind.Goal(j.contract, s.Subject); err != nil {
		return draft{}, err
	}
	if err := checkForm(s); err != nil {
		return draft{}, err
	}
	if j.request, err = requestOf(cause.by.Subject(), s); err != nil {
		return draft{}, err
	}
	m.Contract, m.Submission = j.contract, s
	return draftOf(ctx, j, m, leaf)
}

// draftOf applies the kind's rule and gives the fact of a submission that passed
// its leaf.
func draftOf(ctx context.Context, j *job, m Moment, leaf int64) (draft, error) {
	f, err := j.weigh(ctx, m)
	if err != nil {
		return draft{}, err
	}
	f.Leaf = leaf
	d := draft{known: known{f, j.request}}
	if j.kind.Beside != nil {
		if d.beside, err = j.kind.Beside(m, f); err != nil {
			return draft{}, err
		}
	}
	return d, nil
}
