package spotcheck

import (
	"sort"
	"time"

	"opfyldt/internal/ledger"
	"opfyldt/internal/record"
)

// State is where a round stands.
type State string

// The states of a round.
const (
	Planned   State = "planned"
	Fixed     State = "fixed"     // the plan can no longer be changed, nobody is drawn
	Reviewing State = "reviewing" // the customers are drawn
	Concluded State = "concluded"
	Abandoned State = "abandoned"
)

// CustomerState is where a drawn customer stands.
type CustomerState string

// The states of a drawn customer.
const (
	Waiting       CustomerState = "waiting"
	Reviewed      CustomerState = "reviewed" // by one auditor
	Returned      CustomerState = "returned" // sent back with a question
	Countersigned CustomerState = "countersigned"
	Replaced      CustomerState = "replaced" // could not be checked
)

// Customer is a drawn customer with what was recorded of it, the newest of each.
type Customer struct {
	Drawn
	Reserve                                     bool // took another's place
	For                                         int  // whose
	assignment, verdict, signature, replacement *ledger.Fact
	heard                                       heard
}

// State is where the customer stands.
func (c *Customer) State() CustomerState {
	switch {
	case c.replacement != nil:
		return Replaced
	case c.verdict == nil:
		return Waiting
	}
	if v := seal(c.signature, c.verdict); v == nil {
		return Reviewed
	} else if v.Verdict == record.Returned {
		return Returned
	}
	return Countersigned
}

// seal is the verification of this very fact, nil where there is none.
func seal(verification, of *ledger.Fact) *record.Verification {
	if verification == nil || of == nil {
		return nil
	}
	v, ok := record.VerificationOf(*verification)
	if !ok || v.Fact != of.ID {
		return nil
	}
	return &v
}

// Round is a round with what was recorded of it.
type Round struct {
	Goal, Name                        string
	plan, public, draw                *ledger.Fact
	commitments, reveals              [2]*ledger.Fact
	conclusion, response, abandonment *ledger.Fact
	Customers                         []*Customer // those in the sample and those who took a place, by number
	drawn                             Draw
	byNumber                          map[int]*Customer
}

// Plan is the round's plan.
func (r *Round) Plan() RoundPlan { return PlanOf(r.plan) }

// State is where the round stands at an instant.
func (r *Round) State(now time.Time) State {
	switch {
	case r.abandonment != nil:
		return Abandoned
	case r.conclusion != nil:
		return Concluded
	case r.draw != nil:
		return Reviewing
	case r.fixed(now):
		return Fixed
	}
	return Planned
}

// fixed reports whether the plan can no longer be changed: somebody has committed to
// a secret, or the announced value may be known.
func (r *Round) fixed(now time.Time) bool {
	if r.commitments[0] != nil || r.commitments[1] != nil || r.public != nil {
		return true
	}
	p := r.Plan()
	return p.Source == FromPublic && p.At != nil && !now.Before(*p.At)
}

// Missing counts the customers without a countersigned review or a replacement.
func (r *Round) Missing() (n int) {
	for _, c := range r.Customers {
		if s := c.State(); s != Countersigned && s != Replaced {
			n++
		}
	}
	return n
}

// next is the number of the next of the same draw, and stratum, who has taken no
// place; 0 where nobody is left.
func (r *Round) next(c *Customer) int {
	for _, d := range r.drawn.Customers[r.drawn.Size:] {
		if d.Stratum == c.Stratum && r.byNumber[d.Number] == nil {
			return d.Number
		}
	}
	return 0
}

// rounds sorts facts into rounds, by name.
func rounds(facts []ledger.Fact) map[string]*Round {
	all := map[string]*Round{}
	key := func(p place) string { return RoundOf(p.goal, p.round) }
	for i := range facts {
		f := &facts[i]
		if p, ok := apart(f.Subject); ok && f.Kind == KindPlan {
			all[key(p)] = &Round{Goal: p.goal, Name: p.round, plan: f, byNumber: map[int]*Customer{}}
		}
	}
	each := func(take func(*Round, place, *ledger.Fact)) {
		for i := range facts {
			if p, ok := apart(facts[i].Subject); ok && all[key(p)] != nil {
				take(all[key(p)], p, &facts[i])
			}
		}
	}
	each((*Round).takeOwn)
	for _, r := range all {
		r.seat()
	}
	each((*Round).takeReplacement)
	each((*Round).takeCustomers)
	for _, r := range all {
		sort.Slice(r.Customers, func(i, j int) bool { return r.Customers[i].Number < r.Customers[j].Number })
	}
	return all
}

// takeOwn takes what was recorded of the round itself.
func (r *Round) takeOwn(p place, f *ledger.Fact) {
	switch f.Kind {
	case KindCommitment:
		if p.number == 1 || p.number == 2 {
			r.commitments[p.number-1] = f
		}
	case KindReveal:
		if p.number == 1 || p.number == 2 {
			r.reveals[p.number-1] = f
		}
	case KindPublic:
		r.public = f
	case KindDraw:
		r.draw, r.drawn = f, read[Draw](f)
	case KindConclusion:
		r.conclusion = f
	case KindResponse:
		r.response = f
	case KindAbandonment:
		r.abandonment = f
	}
}

// seat makes the sample's customers.
func (r *Round) seat() {
	if r.draw == nil {
		return
	}
	for _, d := range r.drawn.Customers[:r.drawn.Size] {
		r.add(&Customer{Drawn: d})
	}
}

func (r *Round) add(c *Customer) {
	r.Customers = append(r.Customers, c)
	r.byNumber[c.Number] = c
}

// takeReplacement seats those who took a place.
func (r *Round) takeReplacement(p place, f *ledger.Fact) {
	if f.Kind != KindReplacement || r.draw == nil {
		return
	}
	if by := read[Replacement](f).By; by > 0 && by <= len(r.drawn.Customers) {
		r.add(&Customer{Drawn: r.drawn.Customers[by-1], Reserve: true, For: p.number})
	}
}

// takeCustomers takes what was recorded of customers.
func (r *Round) takeCustomers(p place, f *ledger.Fact) {
	c := r.byNumber[p.number]
	if c == nil {
		return
	}
	switch f.Kind {
	case KindAssignment:
		c.assignment = f
	case KindVerdict:
		c.verdict = f
	case KindSignature:
		c.signature = f
	case KindReplacement:
		c.replacement = f
	default:
		c.heard.take(f)
	}
}
