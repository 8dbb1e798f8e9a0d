package ledger

import (
	"context"
	"time"

	"github.com/jackc/pgx/v5/pgxpool"

	"opfyldt/internal/contract"
	"opfyldt/internal/fault"
)

// Contracts yields the version of a contract that is in force, or
// fault.NotFound.
type Contracts func(ctx context.Context, id string) (*contract.Contract, error)

// Book is the ledger on Postgres: the one Recorder, and the Reader.
//
// Submissions that wait at the same time share a transaction. The row of the
// log's head is locked in it, which puts the writers of several instances in
// order too.
type Book struct {
	reader
	pool      *pgxpool.Pool
	kinds     map[string]Kind
	contracts Contracts
	clock     func() time.Time
	queue     *queue
	tails     *tails
}

// NewBook makes the ledger for the kinds of fact that may be written.
func NewBook(pool *pgxpool.Pool, contracts Contracts, clock func() time.Time, kinds ...Kind) *Book {
	b := &Book{
		reader:    reader{db: pool},
		pool:      pool,
		kinds:     map[string]Kind{},
		contracts: contracts,
		clock:     clock,
		tails:     newTails(maxFacts, maxLogs, shortLog),
	}
	for _, k := range kinds {
		b.kinds[k.Name] = k
	}
	b.queue = &queue{busy: map[string]bool{}, work: b.writeAll}
	return b
}

// Record writes the submission once; see Recorder.
func (b *Book) Record(ctx context.Context, by Person, s Submission) (Fact, error) {
	j, err := b.admit(ctx, by, s)
	if err != nil {
		return Fact{}, err
	}
	return b.queue.do(j)
}

// job is a submission on its way into the log.
type job struct {
	ctx      context.Context
	by       Person
	s        Submission
	kind     Kind
	contract *contract.Contract
	goal     string
	role     string
	request  [32]byte

	done chan struct{} // closed when the answer below stands
	fact Fact
	err  error
}

// admit does what needs no transaction: permission first, then the form.
func (b *Book) admit(ctx context.Context, by Person, s Submission) (*job, error) {
	kind, ok := b.kinds[s.Kind]
	if !ok {
		return nil, fault.New(fault.Invalid, "fact.kind-unknown", fault.Params{"kind": s.Kind})
	}
	c, err := b.contractFor(ctx, kind, s)
	if err != nil {
		return nil, err
	}
	goal, err := kind.Goal(c, s.Subject)
	if err != nil {
		return nil, err
	}
	role, err := by.Permit(kind.Operation, s.Contract, goal)
	if err != nil {
		return nil, err
	}
	if err := checkForm(s); err != nil {
		return nil, err
	}
	request, err := requestOf(by.Subject(), s)
	if err != nil {
		return nil, err
	}
	return &job{ctx: ctx, by: by, s: s, kind: kind, contract: c, goal: goal, role: role,
		request: request, done: make(chan struct{})}, nil
}

func (b *Book) contractFor(ctx context.Context, k Kind, s Submission) (*contract.Contract, error) {
	if k.Contract != nil {
		return k.Contract(ctx, s)
	}
	return b.contracts(ctx, s.Contract)
}
