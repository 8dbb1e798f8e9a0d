package app

import (
	"context"
	"fmt"
	"time"

	"opfyldt/internal/contract"
	"opfyldt/internal/ledger"
	"opfyldt/internal/measure"
	"opfyldt/internal/milestone"
	"opfyldt/internal/scorecard"
)

// agreements keeps what was agreed.
type agreements interface {
	// Contract returns the version in force at the instant, or fault.NotFound.
	Contract(ctx context.Context, id string, at time.Time) (*contract.Contract, error)
	// All returns the version in force of every contract, by id.
	All(ctx context.Context, at time.Time) ([]*contract.Contract, error)
	// Source returns a version's file and its SHA-256 in hexadecimal.
	Source(ctx context.Context, id string, version int) (file []byte, sha256 string, err error)
	// Load takes a file in as the contract's next version.
	Load(ctx context.Context, source []byte) error
}

// facts is the ledger with what was agreed.
type facts struct {
	book       *ledger.Book
	agreements agreements
	clock      func() time.Time
}

// kinds are all kinds of fact that may be written, slice by slice.
func kinds() []ledger.Kind {
	var all []ledger.Kind
	for _, slice := range [][]ledger.Kind{milestone.Kinds(), measure.Kinds(), scorecard.Kinds()} {
		all = append(all, slice...)
	}
	return all
}

func (a *App) openLedger(context.Context) error {
	f := &facts{clock: a.options.Clock, agreements: newMemory(a.db.Pool)}
	f.book = ledger.NewBook(a.db.Pool, f.inForce, a.options.Clock, kinds()...)
	a.facts = f
	return nil
}

// inForce is the contract as the ledger judges by it.
func (f *facts) inForce(ctx context.Context, id string) (*contract.Contract, error) {
	return f.agreements.Contract(ctx, id, f.clock())
}

// Head implements web.Heads.
func (f *facts) Head(ctx context.Context, contractID string) (string, error) {
	h, err := f.book.Head(ctx, contractID, time.Time{})
	if err != nil {
		return "", err
	}
	return fmt.Sprintf("%d", h.Size), nil
}

// Load takes a contract's file in as its next version; one that is there
// already stays as it is.
func (a *App) Load(ctx context.Context, source []byte) error {
	return a.facts.agreements.Load(ctx, source)
}
