package spotcheck

import (
	"context"

	"opfyldt/internal/fault"
	"opfyldt/internal/ledger"
	"opfyldt/internal/record"
)

func (rules Rules) checkAssignment(ctx context.Context, m ledger.Moment, _ *Round, _ *Customer) (any, error) {
	var b Assignment
	c := begin(m, &b)
	people := []Participant{b.To}
	if err := namePeople(ctx, m, rules.People, people, "to", &c); err != nil {
		return nil, err
	}
	b.To = people[0]
	return b, c.Err()
}

func checkVerdict(ctx context.Context, m ledger.Moment, r *Round, who *Customer) (any, error) {
	var b Verdict
	c := begin(m, &b)
	if who.State() == Replaced {
		return nil, fault.New(fault.Conflict, "spotcheck.replaced", nil)
	}
	b.check(r.Plan().Checklist, &c)
	if b.Reason == "" {
		if who.State() == Countersigned {
			c.Add("reason", "spotcheck.reason_reopen", nil)
		} else if who.verdict != nil && who.verdict.Actor.Subject != m.Person.Subject() {
			c.Add("reason", "spotcheck.reason_other", fault.Params{"who": who.verdict.Actor.Name})
		}
	}
	if err := b.files(ctx, m, &c); err != nil {
		return nil, err
	}
	return b, c.Err()
}

// checkAside holds that what is set aside is a whole review, and that its writer saw
// the one that stands.
func checkAside(ctx context.Context, m ledger.Moment, r *Round, who *Customer) (any, error) {
	var b ReviewAside
	c := begin(m, &b)
	v := Verdict{Clauses: b.Clauses, Note: b.Note}
	v.check(r.Plan().Checklist, &c)
	if err := v.files(ctx, m, &c); err != nil {
		return nil, err
	}
	b.Clauses, b.Note = v.Clauses, v.Note
	if err := c.Err(); err != nil {
		return nil, err
	}
	stands := ""
	if who.verdict != nil {
		stands = who.verdict.ID
	}
	if b.Stands != stands {
		return nil, fault.New(fault.Conflict, "spotcheck.review_changed", nil)
	}
	return b, nil
}

func checkReplacement(ctx context.Context, m ledger.Moment, r *Round, who *Customer) (any, error) {
	var b Replacement
	c := begin(m, &b)
	c.Needed("reason", &b.Reason, record.LongText, "spotcheck.reason_replace")
	if err := c.Err(); err != nil {
		return nil, err
	}
	switch who.State() {
	case Replaced:
		return nil, fault.New(fault.Conflict, "spotcheck.replaced", nil)
	case Countersigned:
		return nil, fault.New(fault.Conflict, "spotcheck.signed", nil)
	}
	deviated, err := everDeviated(ctx, m, who.verdict)
	if err != nil {
		return nil, err
	}
	if deviated {
		return nil, fault.New(fault.Conflict, "spotcheck.deviated", nil)
	}
	b.By = r.next(who)
	return b, nil
}

// everDeviated reports whether this review of a customer, or one before it, found a
// deviation. Whoever deviated could be checked; and if they could be replaced, one
// auditor alone could make a deviation disappear.
func everDeviated(ctx context.Context, m ledger.Moment, review *ledger.Fact) (bool, error) {
	for review != nil {
		if VerdictOf(review).deviates() {
			return true, nil
		}
		if review.Supersedes == "" {
			return false, nil
		}
		before, err := m.Facts.Fact(ctx, m.Contract.ID, review.Supersedes)
		if err != nil {
			return false, err
		}
		review = &before
	}
	return false, nil
}
