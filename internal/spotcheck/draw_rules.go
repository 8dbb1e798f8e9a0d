package spotcheck

import (
	"context"
	"encoding/hex"
	"strings"

	"opfyldt/internal/draw"
	"opfyldt/internal/fault"
	"opfyldt/internal/ledger"
	"opfyldt/internal/record"
)

func checkCommitment(m ledger.Moment, r *Round, p place) (any, error) {
	var b Commitment
	c := begin(m, &b)
	b.Hash = strings.ToLower(strings.TrimSpace(b.Hash))
	if !isHash(b.Hash) {
		c.Add("hash", "spotcheck.hash", nil)
	}
	if err := c.Err(); err != nil {
		return nil, err
	}
	if err := r.takesPart(m, p); err != nil {
		return nil, err
	}
	if err := r.in(m, Planned, Fixed); err != nil {
		return nil, err
	}
	if b.Plan != r.plan.ID {
		return nil, fault.New(fault.Conflict, "spotcheck.plan_changed", nil)
	}
	if other := r.commitments[2-p.number]; other != nil && read[Commitment](other).Hash == b.Hash {
		return nil, fault.Fields(fault.Field{Path: "body.hash", Code: "spotcheck.same_secret"})
	}
	if r.commitments[p.number-1] != nil {
		return nil, fault.New(fault.Conflict, "spotcheck.committed", nil)
	}
	return b, nil
}

// takesPart holds that the person is the one of the two whose number it is.
func (r *Round) takesPart(m ledger.Moment, p place) error {
	plan := r.Plan()
	if plan.Source != FromPeople || p.number < 1 || p.number > len(plan.People) {
		return notFound()
	}
	if who := plan.People[p.number-1]; who.Subject != m.Person.Subject() {
		return fault.New(fault.Forbidden, "spotcheck.not_yours", fault.Params{"who": who.Name})
	}
	return nil
}

func isHash(text string) bool {
	b, err := hex.DecodeString(text)
	return err == nil && len(b) == 32
}

func checkReveal(m ledger.Moment, r *Round, p place) (any, error) {
	var b Reveal
	c := begin(m, &b)
	b.Secret = strings.ToLower(strings.TrimSpace(b.Secret))
	secret, err := hex.DecodeString(b.Secret)
	if err != nil || len(secret) < 16 || len(secret) > 64 {
		c.Add("secret", "spotcheck.secret", nil)
	}
	if err := c.Err(); err != nil {
		return nil, err
	}
	if err := r.takesPart(m, p); err != nil {
		return nil, err
	}
	if err := r.in(m, Fixed); err != nil {
		return nil, err
	}
	switch {
	case r.commitments[0] == nil || r.commitments[1] == nil:
		return nil, fault.New(fault.Conflict, "spotcheck.both_first", nil)
	case r.reveals[p.number-1] != nil:
		return nil, fault.New(fault.Conflict, "spotcheck.revealed", nil)
	case draw.Commitment(secret) != read[Commitment](r.commitments[p.number-1]).Hash:
		return nil, fault.Fields(fault.Field{Path: "body.secret", Code: "spotcheck.not_committed"})
	}
	return b, nil
}

func checkPublic(m ledger.Moment, r *Round, _ place) (any, error) {
	var b Public
	c := begin(m, &b)
	b.Value = strings.ToLower(strings.TrimSpace(b.Value))
	if raw, err := hex.DecodeString(b.Value); err != nil || len(raw) < 16 || len(raw) > 256 {
		c.Add("value", "spotcheck.value", nil)
	}
	c.Text("where", &b.Where, record.ShortText)
	if err := c.Err(); err != nil {
		return nil, err
	}
	plan := r.Plan()
	switch {
	case plan.Source != FromPublic:
		return nil, notFound()
	case b.Plan != r.plan.ID:
		return nil, fault.New(fault.Conflict, "spotcheck.plan_changed", nil)
	case r.public != nil:
		return nil, fault.New(fault.Conflict, "spotcheck.value_known", nil)
	case m.Now.Before(*plan.At):
		return nil, fault.New(fault.Conflict, "spotcheck.value_early", fault.Params{"at": *plan.At})
	}
	return b, r.in(m, Fixed)
}

// checkDraw draws: of the plan as it stands, from the value that was revealed or
// published, out of the rows of the list that the plan names. Nobody can say another
// draw.
func (rules Rules) checkDraw(ctx context.Context, m ledger.Moment) (any, error) {
	r, _, err := roundAt(ctx, m)
	if err != nil {
		return nil, err
	}
	var nothing struct{}
	c := begin(m, &nothing)
	if err := c.Err(); err != nil {
		return nil, err
	}
	if err := r.in(m, Planned, Fixed); err != nil {
		return nil, err
	}
	random, known, err := r.random()
	if err != nil {
		return nil, err
	}
	if !known {
		return nil, fault.New(fault.Conflict, "spotcheck.no_value", nil)
	}
	plan := r.Plan()
	customers, err := rules.Store.Customers(ctx, version{m.Contract.ID, plan.Population}, plan.readColumn(), plan.Only)
	if err != nil {
		return nil, err
	}
	d, err := perform(m.Contract.ID+"/"+m.Submission.Subject, plan, customers, random)
	d.Plan = r.plan.ID
	return d, err
}
