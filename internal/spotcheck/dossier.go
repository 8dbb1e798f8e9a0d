package spotcheck

import (
	"context"
	"encoding/json"
	"slices"
	"time"

	"opfyldt/internal/catalogue"
	"opfyldt/internal/contract"
	"opfyldt/internal/exact"
	"opfyldt/internal/fault"
	"opfyldt/internal/ledger"
	"opfyldt/internal/record"
	"opfyldt/internal/web"
)

// dossier is a concluded round as it is taken away: with everything that was ever
// recorded of it, and without anybody's name or contact.
type dossier struct {
	lang       string
	contract   *contract.Contract
	goal       *contract.Goal
	round      *Round
	plan       RoundPlan
	listFact   ledger.Fact
	list       Population
	conclusion Conclusion
	facts      []record.Fact // of the list and the round, in the log's order
	head       ledger.Head
	made       time.Time
}

// dossier reads a round that is concluded.
func (h Handlers) dossier(ctx context.Context, in *OfRound) (*dossier, error) {
	s, r, err := h.find(ctx, in)
	if err != nil {
		return nil, err
	}
	if r.State(s.now) != Concluded {
		return nil, fault.New(fault.Conflict, "spotcheck.not_concluded", nil)
	}
	d := &dossier{
		lang: web.Language(ctx), contract: s.contract, goal: s.goal, round: r, plan: r.Plan(),
		conclusion: read[Conclusion](r.conclusion), made: s.now,
	}
	if d.listFact, err = h.Facts.Fact(ctx, s.contract.ID, d.plan.Population); err != nil {
		return nil, err
	}
	d.list = PopulationIn(&d.listFact)
	if d.facts, err = h.factsOf(ctx, s, r); err != nil {
		return nil, err
	}
	d.head, err = h.Log.Head(ctx, s.contract.ID, s.at)
	return d, err
}

// say is a text of the taken away round's own.
func (d *dossier) say(key string, params fault.Params) string {
	return catalogue.Text(d.lang, "spotcheck.whole."+key, params)
}

// value writes a value in the reader's language.
func (d *dossier) value(v any) string { return catalogue.Value(d.lang, v) }

// percent writes a share of one.
func (d *dossier) percent(share *exact.Rat) string {
	if share == nil {
		return ""
	}
	return d.say("percent", fault.Params{"n": share.Mul(exact.Int(100))})
}

// clause is what the checklist says of a clause.
func (d *dossier) clause(id string) Clause {
	i := slices.IndexFunc(d.plan.Checklist, func(c Clause) bool { return c.ID == id })
	if i < 0 {
		return Clause{ID: id}
	}
	return d.plan.Checklist[i]
}

// ofKind are the facts of a kind, in the log's order.
func (d *dossier) ofKind(kind string) []record.Fact {
	var list []record.Fact
	for _, f := range d.facts {
		if f.Kind == kind {
			list = append(list, f)
		}
	}
	return list
}

// said reads what a fact says as it goes over the wire.
func said[T any](f record.Fact) (body T) {
	if json.Unmarshal(f.Body, &body) != nil {
		var nothing T // a recorded body has been through its kind's rule
		return nothing
	}
	return body
}

// review is a review with what another said to it.
type review struct {
	fact     record.Fact
	customer *Customer
	stands   bool // none came after it
	sign     *record.Fact
	verdict  record.Verdict // of the other
	note     string
}

// reviews are all that were written, by customer and in the log's order.
func (d *dossier) reviews() []review {
	signs := map[string]*record.Fact{}
	for _, f := range d.ofKind(KindSignature) {
		signs[said[record.Verification](f).Fact] = &f
	}
	var list []review
	for _, f := range d.ofKind(KindVerdict) {
		p, _ := apart(f.Subject)
		c := d.round.byNumber[p.number]
		if c == nil {
			continue
		}
		one := review{fact: f, customer: c, stands: c.verdict != nil && c.verdict.ID == f.ID, sign: signs[f.ID]}
		if one.sign != nil {
			v := said[record.Verification](*one.sign)
			one.verdict, one.note = v.Verdict, v.Note
		}
		list = append(list, one)
	}
	slices.SortStableFunc(list, func(a, b review) int { return a.customer.Number - b.customer.Number })
	return list
}

// signed says what another said to a review.
func (d *dossier) signed(r review) string {
	switch {
	case r.sign == nil:
		return d.say("unsigned", nil)
	case r.verdict == record.Returned:
		return d.say("returned", fault.Params{"who": r.sign.Actor.Name, "day": r.sign.Day, "note": r.note})
	}
	return d.say("signed", fault.Params{"who": r.sign.Actor.Name, "day": r.sign.Day})
}

// contribution is a step on the way to the seed.
type contribution struct{ who, said, fact string }

// seedRows say how the seed came about, step by step in the log's order.
func (d *dossier) seedRows() []contribution {
	var rows []contribution
	for _, f := range d.facts {
		who := d.say("onDay", fault.Params{"who": f.Actor.Name, "at": f.Recorded})
		switch f.Kind {
		case KindCommitment:
			rows = append(rows, contribution{d.say("committed", fault.Params{"who": who}), said[Commitment](f).Hash, f.ID})
		case KindReveal:
			rows = append(rows, contribution{d.say("revealed", fault.Params{"who": who}), said[Reveal](f).Secret, f.ID})
		case KindPublic:
			rows = append(rows, contribution{d.say("published", fault.Params{"who": who}), said[Public](f).Value, f.ID})
		}
	}
	return rows
}
