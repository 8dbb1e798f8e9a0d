package app

import (
	"context"
	"log/slog"
	"time"

	"opfyldt/internal/agreement"
	"opfyldt/internal/contract"
	"opfyldt/internal/discussion"
	"opfyldt/internal/evidence"
	"opfyldt/internal/fault"
	"opfyldt/internal/ledger"
	"opfyldt/internal/mail"
	"opfyldt/internal/measure"
	"opfyldt/internal/measure/budget"
	"opfyldt/internal/measure/cases"
	"opfyldt/internal/measure/survey"
	"opfyldt/internal/milestone"
	"opfyldt/internal/portfolio"
	"opfyldt/internal/scorecard"
	"opfyldt/internal/search"
	"opfyldt/internal/spotcheck"
	"opfyldt/internal/visit"
)

// facts is the ledger with what was agreed.
type facts struct {
	book       *ledger.Book
	recorder   ledger.Recorder // book, counted
	signer     *ledger.Signer
	agreements *agreement.Store
	visits     *visit.Store
	answers    *survey.Store
	postings   *budget.Store
	cases      *cases.Store
	mails      *mail.Store
	customers  *spotcheck.Store
	home       string // the service's address
	clock      func() time.Time
	log        *slog.Logger
}

// kinds are all kinds of fact that may be written, slice by slice.
func (f *facts) kinds(people, auditing discussion.People) []ledger.Kind {
	var all []ledger.Kind
	for _, slice := range [][]ledger.Kind{f.agreements.Kinds(), milestone.Kinds(), measure.Kinds(), scorecard.Kinds(), discussion.Kinds(people), evidence.Kinds(), survey.Kinds(f.answers), cases.Kinds(), budget.Kinds(f.postings), spotcheck.Kinds(f.spotcheckRules(people, auditing))} {
		all = append(all, slice...)
	}
	return all
}

func (a *App) openLedger(context.Context) error {
	key, err := a.signingKey()
	if err != nil {
		return err
	}
	clock := a.options.Clock
	f := &facts{clock: clock, log: a.options.Log, agreements: agreement.NewStore(a.db.Pool), visits: visit.NewStore(a.db.Pool), answers: survey.NewStore(a.db.Pool, a.URL()), mails: mail.NewStore(a.db.Pool), cases: cases.NewStore(a.db.Pool), postings: budget.NewStore(a.db.Pool), customers: spotcheck.NewStore(a.db.Pool), home: a.URL()}
	f.book = ledger.NewBook(a.db.Pool, f.inForce, clock, f.kinds(a.askable, a.auditing)...)
	f.recorder = newCounted(f.book, clock, a.metrics)
	if f.signer, err = ledger.NewSigner(a.db.Pool, key, clock); err != nil {
		return err
	}
	a.facts, a.reader = f, scorecard.NewReader(f.book, f.agreements, f.signed, a.options.Demo, discussion.Sentence, survey.Sentence, cases.Sentence, budget.Sentence, spotcheck.Sentence)
	a.portfolio = portfolio.NewKeeper(a.reader, f.book, f.agreements)
	a.index = search.NewIndex(a.db.Pool, f.book, f.agreements, milestone.Documents, measure.Documents, scorecard.Documents, discussion.Documents, agreement.Documents, evidence.Documents, survey.Documents, cases.Documents, budget.Documents)
	return nil
}

// inForce is the contract as the ledger judges by it.
func (f *facts) inForce(ctx context.Context, id string) (*contract.Contract, error) {
	return f.agreements.Contract(ctx, id, f.clock())
}

// Head implements web.Heads.
func (f *facts) Head(ctx context.Context, contractID string) (string, error) {
	return f.signer.Version(ctx, contractID)
}

// signed answers how much of a log a signed checkpoint covers.
func (f *facts) signed(ctx context.Context, contractID string) (int64, time.Time, error) {
	c, err := f.signer.Latest(ctx, contractID)
	if fault.KindOf(err) == fault.NotFound {
		return 0, time.Time{}, nil
	}
	return c.Size, c.At, err
}

// load takes a contract's file in as its next version; one that is there
// already stays as it is.
func (f *facts) load(ctx context.Context, by ledger.Person, source []byte) error {
	return f.agreements.Load(ctx, f.recorder, by, source, f.clock())
}
