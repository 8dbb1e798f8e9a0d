package record

import (
	"context"
	"time"

	"opfyldt/internal/contract"
	"opfyldt/internal/ledger"
	"opfyldt/internal/web"
)

// Contracts gives the version of a contract that is in force at an instant, or
// fault.NotFound.
type Contracts interface {
	Contract(ctx context.Context, id string, at time.Time) (*contract.Contract, error)
}

// Book is what a slice's handlers need: the contracts, and facts to read and to
// write.
type Book struct {
	Contracts Contracts
	Facts     ledger.Reader
	Recorder  ledger.Recorder
}

// Send records what a request's raw body says of a subject and answers with the
// fact. The head is the request's, the kind's own rule reads the rest.
func (b Book) Send(ctx context.Context, s ledger.Submission, say func(context.Context, ledger.Fact) (string, error)) (*Recorded, error) {
	by, err := web.MustPerson(ctx)
	if err != nil {
		return nil, err
	}
	f, status, err := post(ctx, b.Recorder, by, web.Now(ctx), s)
	if err != nil {
		return nil, err
	}
	sentence, err := say(ctx, f)
	if err != nil {
		return nil, err
	}
	answer := &Recorded{Status: status}
	answer.Body.Fact = ToWire(f, 0, sentence)
	return answer, nil
}
