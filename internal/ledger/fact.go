package ledger

import (
	"context"
	"encoding/json"
	"time"

	"opfyldt/internal/calendar"
	"opfyldt/internal/contract"
)

// Actor is who records a fact.
type Actor struct {
	Subject string `json:"subject"` // the provider's stable id of the person
	Name    string `json:"name"`
	Role    string `json:"role"` // the role that allowed it
}

// Fact is a row that is written once and never changed. Body is in canonical
// form (RFC 8785).
type Fact struct {
	Contract   string
	ID         string // UUIDv7, made by the client
	Kind       string // "milestone.update"
	Subject    string // what it is about, within the kind: a step's id
	Goal       string // the goal it belongs to; empty for the contract as a whole
	Day        calendar.Date
	Recorded   time.Time // UTC, microseconds
	Actor      Actor
	Supersedes string // id of the fact that was the subject's newest before; may be empty
	Body       json.RawMessage
	Leaf       int64 // its number in the contract's log, from 0
}

// Submission is a fact that somebody wants to record.
type Submission struct {
	Contract string
	ID       string
	Kind     string
	Subject  string
	Day      calendar.Date
	// Expects is the id of the fact that the writer saw as the subject's newest,
	// empty where they saw none. Another one makes the submission stale.
	Expects string
	Body    json.RawMessage
}

// Person is the logged-in user or machine that submits, with the right to be
// asked about.
type Person interface {
	// Subject is the provider's stable id.
	Subject() string
	// Name is how the person is shown.
	Name() string
	// Permit answers the role under which the operation on the goal (empty: the
	// contract as a whole) is allowed, or a fault.Forbidden.
	Permit(operation, contractID, goal string) (role string, err error)
}

// Kind is one kind of fact that a slice may write.
type Kind struct {
	Name      string
	Operation string // in the permission table
	// Contract yields the contract to judge by where it is not the version in
	// force: a new version is judged by itself. It may be nil.
	Contract func(ctx context.Context, s Submission) (*contract.Contract, error)
	// Goal names the goal that the subject belongs to, or fails with
	// fault.NotFound.
	Goal func(c *contract.Contract, subject string) (string, error)
	// Check applies the slice's rules and returns the body in the form to be
	// kept, which the ledger makes canonical. It runs inside the transaction, and
	// again where that is tried again, so it changes nothing.
	Check func(ctx context.Context, m Moment) (body any, err error)
	// Beside yields the rows that are written with the fact, in its transaction.
	// It may be nil.
	Beside func(m Moment, f Fact) ([]Statement, error)
	// Then yields what the fact brings about: submissions to the same contract
	// that are judged by their own kinds' rules and become facts of the same
	// transaction, by the same person under the same role, for it is this fact
	// that allows them. All are written or none. It runs again where the
	// transaction is tried again. It may be nil.
	Then func(ctx context.Context, m Moment, f Fact) ([]Submission, error)
}

// Statement is SQL to run in a fact's transaction.
type Statement struct {
	SQL  string
	Args []any
}

// Moment is what a kind's Check may look at.
type Moment struct {
	Contract   *contract.Contract
	Submission Submission
	Person     Person
	Now        time.Time // the instant at which the fact is recorded
	Previous   *Fact     // the subject's newest fact of this kind, nil where none
	Facts      Reader
}

// Reader reads facts as of an instant; the zero instant means all that there
// are.
type Reader interface {
	// Newest returns the newest fact of each subject of the kinds, by leaf.
	Newest(ctx context.Context, contractID string, asOf time.Time, kinds ...string) ([]Fact, error)
	// Fact returns one fact, or fault.NotFound.
	Fact(ctx context.Context, contractID, id string) (Fact, error)
}

// NoLeaf is the leaf of a fact that is in no log: it was tried only.
const NoLeaf = -1

// Recorder is the one way to write a fact.
type Recorder interface {
	// Try judges the submission as Record does and writes nothing. It answers the
	// fact as it would be, with NoLeaf; one that was recorded before as it is.
	Try(ctx context.Context, by Person, s Submission) (Fact, error)
	// Record writes the submission once: the same again answers with the fact
	// that is there. It fails with fault.Forbidden, Invalid, NotFound, or
	// Conflict with a Stale as its detail.
	Record(ctx context.Context, by Person, s Submission) (Fact, error)
	// RecordAll writes the submissions, all to one contract's log and in their
	// order, or none of them: each is judged as by Record, and a refusal names its
	// place. The same again answers with the facts that are there. It tells seen
	// how many it has judged.
	RecordAll(ctx context.Context, by Person, all []Submission, seen func(done int)) ([]Fact, error)
}

// Stale is the detail of a refused submission: the fact that came in between
// and what was to be written.
type Stale struct {
	Current  *Fact
	Proposed Submission
}
