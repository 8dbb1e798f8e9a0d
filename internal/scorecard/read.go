package scorecard

import (
	"context"
	"time"

	"opfyldt/internal/calendar"
	"opfyldt/internal/contract"
	"opfyldt/internal/ledger"
	"opfyldt/internal/measure"
	"opfyldt/internal/milestone"
	"opfyldt/internal/record"
	"opfyldt/internal/web"
)

// Log is what pages read of the ledger.
type Log interface {
	ledger.Reader
	// Head returns the end that the log had at the instant; now where it is zero.
	Head(ctx context.Context, contractID string, asOf time.Time) (ledger.Head, error)
	// All returns every fact of the kinds, by leaf.
	All(ctx context.Context, contractID string, asOf time.Time, kinds ...string) ([]ledger.Fact, error)
	// History returns what was recorded of a subject, the oldest first.
	History(ctx context.Context, contractID, kind, subject string, asOf time.Time) ([]ledger.Fact, error)
	// List returns a page of facts and the leaf to ask for the next one with.
	List(ctx context.Context, contractID string, by ledger.Filter) ([]ledger.Fact, *int64, error)
	// Count returns how many facts the filter leaves.
	Count(ctx context.Context, contractID string, by ledger.Filter) (int64, error)
	// Beside returns the facts of the same kind and subject beside each, by leaf.
	Beside(ctx context.Context, contractID string, facts []ledger.Fact, asOf time.Time) (map[int64]ledger.Neighbours, error)
	// Actors returns who has recorded facts.
	Actors(ctx context.Context, contractID string, asOf time.Time) ([]ledger.Actor, error)
}

// Signed answers how much of a contract's log is covered by a signed
// checkpoint, and when it was signed; nothing is 0.
type Signed func(ctx context.Context, contractID string) (size int64, at time.Time, err error)

// scoredKinds are the kinds whose newest facts make up a state.
func scoredKinds() []string {
	return []string{
		milestone.KindPlan, milestone.KindUpdate, milestone.KindVerification,
		measure.KindReport, measure.KindVerification, KindAssessment,
	}
}

// Reader makes pages from the log.
type Reader struct {
	log       Log
	contracts record.Contracts
	signed    Signed
	demo      bool
	states    *states
	others    []Say
}

// Say puts a fact of a kind that it knows into words, "" for others.
type Say func(lang string, c *contract.Contract, f ledger.Fact) string

// NewReader makes a reader. Signed may be nil where nothing is signed. Others put
// the facts into words that this package does not know.
func NewReader(log Log, contracts record.Contracts, signed Signed, demo bool, others ...Say) *Reader {
	if signed == nil {
		signed = func(context.Context, string) (int64, time.Time, error) { return 0, time.Time{}, nil }
	}
	return &Reader{log: log, contracts: contracts, signed: signed, demo: demo, states: newStates(keptStates), others: others}
}

// page reads the contract as of the instant for the request's person.
func (r *Reader) page(ctx context.Context, contractID string, at web.Moment) (*page, error) {
	person, err := web.MustPerson(ctx)
	if err != nil {
		return nil, err
	}
	view := View{
		Person: person, Lang: web.Language(ctx), AsOf: at.Instant, Day: at.Day, Past: at.Past,
		Today: web.Today(ctx), Demo: r.demo, Others: r.others,
	}
	head, err := r.log.Head(ctx, contractID, readAt(at))
	if err != nil {
		return nil, err
	}
	s, err := r.state(ctx, contractID, at, head)
	if err != nil {
		return nil, err
	}
	wire, err := r.head(ctx, contractID, head)
	if err != nil {
		return nil, err
	}
	return newPage(s, view, wire), nil
}

// Now returns the contract as it is now with its reader, the request's person,
// for pages that other packages make.
func (r *Reader) Now(ctx context.Context, contractID string) (*contract.Contract, record.Reader, error) {
	return r.At(ctx, contractID, web.Moment{Instant: web.Now(ctx), Day: web.Today(ctx)})
}

// At is Now as of an instant. Nothing can be written in the past.
func (r *Reader) At(ctx context.Context, contractID string, at web.Moment) (*contract.Contract, record.Reader, error) {
	p, err := r.page(ctx, contractID, at)
	if err != nil {
		return nil, record.Reader{}, err
	}
	return p.contract, p.reader(), nil
}

// readAt is the instant to ask the log for: everything, unless the reader looks
// back. A fact just recorded may carry an instant that is microseconds ahead of
// the request's.
func readAt(at web.Moment) time.Time {
	if at.Past {
		return at.Instant
	}
	return time.Time{}
}

func (r *Reader) head(ctx context.Context, contractID string, head ledger.Head) (Head, error) {
	size, at, err := r.signed(ctx, contractID)
	if err != nil {
		return Head{}, err
	}
	wire := Head{Size: head.Size, Root: head.Root.String(), SignedSize: size}
	if !at.IsZero() {
		wire.SignedAt = at.UTC().Format(time.RFC3339)
	}
	return wire, nil
}

// state scores the facts as of the instant, or finds them scored. The first
// leaves of a log never change, so its size, the contract's version and the day
// name a state.
func (r *Reader) state(ctx context.Context, contractID string, at web.Moment, head ledger.Head) (*state, error) {
	c, err := r.contracts.Contract(ctx, contractID, at.Instant)
	if err != nil {
		return nil, err
	}
	key := stateKey{contractID, c.Version, head.Size, at.Day}
	if s, ok := r.states.get(key); ok {
		return s, nil
	}
	facts, err := r.log.Newest(ctx, contractID, readAt(at), scoredKinds()...)
	if err != nil {
		return nil, err
	}
	facts, err = measure.Counted(c, facts, func(subject string) ([]ledger.Fact, error) {
		return r.log.History(ctx, contractID, measure.KindReport, subject, readAt(at))
	})
	if err != nil {
		return nil, err
	}
	instant := at.Instant
	if !at.Past && head.Recorded.After(instant) {
		instant = head.Recorded
	}
	s, err := newState(c, facts, instant)
	if err != nil {
		return nil, err
	}
	r.states.put(key, s)
	return s, nil
}

// stateKey names a state.
type stateKey struct {
	contract string
	version  int
	size     int64
	day      calendar.Date
}
