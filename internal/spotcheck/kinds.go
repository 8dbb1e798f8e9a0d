package spotcheck

import (
	"context"
	"time"

	"opfyldt/internal/calendar"
	"opfyldt/internal/contract"
	"opfyldt/internal/fault"
	"opfyldt/internal/ledger"
	"opfyldt/internal/record"
)

// The kinds of fact that this slice writes.
const (
	KindPopulation  = "spotcheck.population"
	KindPlan        = "spotcheck.plan"
	KindCommitment  = "spotcheck.commitment"
	KindReveal      = "spotcheck.reveal"
	KindPublic      = "spotcheck.public"
	KindDraw        = "spotcheck.draw"
	KindAssignment  = "spotcheck.assignment"
	KindVerdict     = "spotcheck.verdict"
	KindSignature   = "spotcheck.countersignature"
	KindAside       = "spotcheck.aside"
	KindReplacement = "spotcheck.replacement"
	KindConclusion  = "spotcheck.conclusion"
	KindResponse    = "spotcheck.response"
	KindAbandonment = "spotcheck.abandonment"
)

// The operations of the permission table.
const (
	opRead    = "spotcheck.read"
	opPlan    = "spotcheck.plan"
	opReview  = "spotcheck.review"
	opSign    = "spotcheck.countersign"
	opRespond = "spotcheck.respond"
)

// kinds lists them for reading.
func kinds() []string {
	return []string{
		KindPopulation, KindPlan, KindCommitment, KindReveal, KindPublic, KindDraw, KindAssignment, KindVerdict, KindAside, KindSignature,
		KindReplacement, KindConclusion, KindResponse, KindAbandonment, KindHearing, KindHearingAnswer, KindHearingEnd,
	}
}

// Rules are what the kinds' rules ask others.
type Rules struct {
	// Store keeps the rows of lists.
	Store *Store
	// Home is the service's address, which one-time links begin with.
	Home string
	// People names those who can be asked to do something in a contract.
	People func(ctx context.Context, contractID string) ([]Participant, error)
	// Owners names those who can own a finding.
	Owners func(ctx context.Context, contractID string) ([]Participant, error)
	// Conclude yields what a conclusion reports of the contract's steps.
	Conclude func(ctx context.Context, m ledger.Moment, cause ledger.Fact, by contract.Register, goal, note string) ([]ledger.Submission, error)
}

// Kinds gives the ledger this slice's kinds with their rules.
func Kinds(rules Rules) []ledger.Kind {
	kind := func(name, operation string, check func(context.Context, ledger.Moment) (any, error)) ledger.Kind {
		return ledger.Kind{Name: name, Operation: operation, Goal: goalOf, Check: check}
	}
	conclusion := kind(KindConclusion, opReview, onRound(checkConclusion))
	conclusion.Then = rules.conclude
	return append([]ledger.Kind{
		kind(KindPopulation, opPlan, rules.checkPopulation), kind(KindPlan, opPlan, rules.checkPlan),
		kind(KindCommitment, opPlan, onRound(checkCommitment)), kind(KindReveal, opPlan, onRound(checkReveal)),
		kind(KindPublic, opPlan, onRound(checkPublic)), kind(KindDraw, opPlan, rules.checkDraw),
		kind(KindAssignment, opPlan, onCustomer(rules.checkAssignment)), kind(KindVerdict, opReview, onCustomer(checkVerdict)),
		kind(KindAside, opReview, onCustomer(checkAside)),
		kind(KindSignature, opSign, onCustomer(checkSignature)), kind(KindReplacement, opReview, onCustomer(checkReplacement)),
		conclusion, kind(KindResponse, opRespond, onRound(checkResponse)), kind(KindAbandonment, opPlan, onRound(checkAbandonment)),
	}, append(rules.hearingKinds(kind), rules.findingKinds()...)...)
}

// begin decodes a body and checks the day, which is the one it is recorded on or an
// earlier one.
func begin(m ledger.Moment, into any) record.Checks {
	c := record.Checks{Wrong: record.Decode(m.Submission.Body, into)}
	c.Day(m.Submission.Day, m.Contract.Signed, calendar.DateOf(m.Now))
	return c
}

// all reads the contract's rounds.
func all(ctx context.Context, m ledger.Moment) (map[string]*Round, []ledger.Fact, error) {
	facts, err := m.Facts.Newest(ctx, m.Contract.ID, time.Time{}, kinds()...)
	if err != nil {
		return nil, nil, err
	}
	return rounds(facts), facts, nil
}

// roundAt finds the round that a submission is about.
func roundAt(ctx context.Context, m ledger.Moment) (*Round, place, error) {
	p, ok := apart(m.Submission.Subject)
	if !ok {
		return nil, p, notFound()
	}
	rounds, _, err := all(ctx, m)
	if err != nil {
		return nil, p, err
	}
	r := rounds[RoundOf(p.goal, p.round)]
	if r == nil {
		return nil, p, notFound()
	}
	return r, p, nil
}

// onRound is a rule about a round that is neither concluded nor abandoned.
func onRound(check func(ledger.Moment, *Round, place) (any, error)) func(context.Context, ledger.Moment) (any, error) {
	return func(ctx context.Context, m ledger.Moment) (any, error) {
		r, p, err := roundAt(ctx, m)
		if err != nil {
			return nil, err
		}
		return check(m, r, p)
	}
}

// onCustomer is a rule about a drawn customer of a round under review.
func onCustomer(check func(context.Context, ledger.Moment, *Round, *Customer) (any, error)) func(context.Context, ledger.Moment) (any, error) {
	return func(ctx context.Context, m ledger.Moment) (any, error) {
		r, p, err := roundAt(ctx, m)
		if err != nil {
			return nil, err
		}
		c := r.byNumber[p.number]
		if c == nil {
			return nil, notFound()
		}
		if err := r.in(m, Reviewing); err != nil {
			return nil, err
		}
		return check(ctx, m, r, c)
	}
}

// in holds that the round is in one of the states.
func (r *Round) in(m ledger.Moment, states ...State) error {
	now := r.State(m.Now)
	for _, s := range states {
		if s == now {
			return nil
		}
	}
	return fault.New(fault.Conflict, "spotcheck.not_now", fault.Params{"state": StateName(now)})
}

// StateName is a state that the catalogue has a word for.
type StateName State

// CatalogueKey returns the key of the state's word.
func (s StateName) CatalogueKey() string { return "spotcheck.state." + string(s) }
