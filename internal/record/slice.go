package record

import (
	"context"
	"time"

	"opfyldt/internal/contract"
	"opfyldt/internal/fault"
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

// Verify records a verification of a subject's newest fact. A client expects the
// verification of that very fact that it saw; one of an earlier fact stands in
// nobody's way.
func (b Book) Verify(ctx context.Context, s ledger.Submission, say func(context.Context, ledger.Fact) (string, error)) (*Recorded, error) {
	if s.Expects == "" {
		expects, err := b.earlier(ctx, s)
		if err != nil {
			return nil, err
		}
		s.Expects = expects
	}
	return b.Send(ctx, s, say)
}

// earlier returns the subject's newest verification where it is of another fact
// than the one to be verified now, and what the same request expected when it
// was sent before.
func (b Book) earlier(ctx context.Context, s ledger.Submission) (string, error) {
	again, err := b.Facts.Fact(ctx, s.Contract, s.ID)
	if err == nil {
		return again.Supersedes, nil
	}
	if fault.KindOf(err) != fault.NotFound {
		return "", err
	}
	facts, err := b.Facts.Newest(ctx, s.Contract, time.Time{}, s.Kind)
	if err != nil {
		return "", err
	}
	newest := Newest(facts, s.Kind)[s.Subject]
	if newest == nil {
		return "", nil
	}
	sent, _ := VerificationOf(ledger.Fact{Body: s.Body})
	if v, ok := VerificationOf(*newest); ok && v.Fact == sent.Fact {
		return "", nil
	}
	return newest.ID, nil
}
