package app

import (
	"context"
	"errors"
	"fmt"
	"time"

	"golang.org/x/time/rate"

	"opfyldt/internal/access"
	"opfyldt/internal/agreement"
	"opfyldt/internal/contract"
	"opfyldt/internal/discussion"
	"opfyldt/internal/ledger"
	"opfyldt/internal/mail"
	"opfyldt/internal/measure"
	"opfyldt/internal/measure/budget"
	"opfyldt/internal/measure/cases"
	"opfyldt/internal/measure/survey"
	"opfyldt/internal/milestone"
	"opfyldt/internal/planfile"
	"opfyldt/internal/portfolio"
	"opfyldt/internal/record"
	"opfyldt/internal/scorecard"
	"opfyldt/internal/search"
	"opfyldt/internal/spotcheck"
	"opfyldt/internal/visit"
	"opfyldt/internal/web"
	"opfyldt/internal/work"
)

// How many requests a second are taken from people without a login, and how many at
// once.
const (
	publicRate  = 50
	publicBurst = 200
)

// parts lists everything that answers requests. Adding a slice is a line here
// and one in kinds; one that has tasks for people (work.Source) is asked for them
// from then on.
func (a *App) parts() []routes {
	book := a.recordBook()
	parts := []routes{
		a.status(),
		access.Handlers{Service: a.access, Contracts: a.sessionContracts, Goals: a.goals, Demo: a.options.Demo, DevelopmentProvider: a.config.Development()},
		a.scorecard(book),
		milestone.Handlers{Book: book},
		measure.Handlers{Book: book, Subsamples: a.cases(book), Degrees: a.reader},
		cases.Handlers{Service: a.cases(book), Pages: a.reader, Degrees: a.reader},
		survey.Handlers{Book: book, Reader: a.reader, Log: a.facts.book, Store: a.facts.answers, Public: rate.NewLimiter(publicRate, publicBurst)},
		budget.Handlers{Book: book, Reader: a.reader, Store: a.facts.postings},
		spotcheck.Handlers{Book: book, Reader: a.reader, Log: a.facts.book, Store: a.facts.customers, People: takingPart(a.auditing), Owners: takingPart(a.askable), Public: rate.NewLimiter(publicRate, publicBurst)},
		discussion.Handlers{Book: book, Reader: a.reader, People: a.askable},
		a.evidencePages(book),
		visit.Handlers{Store: a.facts.visits, Log: a.facts.book},
		planfile.Handlers{Pages: a.reader, Log: a.facts.book},
		agreement.Handlers{Book: book, Store: a.facts.agreements, Reader: a.reader, Signed: a.facts.signed},
		mail.Handlers{Store: a.facts.mails, Server: a.config.SMTP.Address, Shown: a.options.Demo || a.config.Development()},
		contracts{a.facts},
		ledgerPages{a.facts},
		portfolio.Handlers{Keeper: a.portfolio},
		search.Handlers{Index: a.index},
		a.admin(),
	}
	a.sources = nil
	for _, part := range parts {
		if source, ok := part.(work.Source); ok {
			a.sources = append(a.sources, source)
		}
	}
	return append(parts, work.Handlers{Contracts: a.seen, Reader: a.reader, Sources: a.sources})
}

// waiting answers what a reader can do next in a contract.
func (a *App) waiting(ctx context.Context, c *contract.Contract, r record.Reader) ([]record.Task, error) {
	return a.sources.Tasks(ctx, c, r)
}

// seen names the contracts that a person sees.
func (a *App) seen(ctx context.Context, p web.Person) ([]string, error) {
	all, err := a.facts.agreements.All(ctx, a.options.Clock())
	if err != nil {
		return nil, err
	}
	ids := []string{}
	for _, c := range all {
		if p.Sees(c.ID) {
			ids = append(ids, c.ID)
		}
	}
	return ids, nil
}

// recordBook is what slices' handlers need.
func (a *App) recordBook() record.Book {
	return record.Book{Contracts: a.facts.agreements, Facts: a.facts.book, Recorder: a.facts.recorder}
}

// cases takes cases in and draws subsamples of them.
func (a *App) cases(book record.Book) cases.Service {
	return cases.Service{Book: book, Store: a.facts.cases, Roots: a.facts.book}
}

func (a *App) status() status {
	return status{
		Version: a.options.Version, Demo: a.options.Demo, DemoUntil: a.options.DemoUntil,
		Contact: a.config.Contact, DevelopmentProvider: a.config.Development(),
	}
}

func (a *App) scorecard(book record.Book) scorecard.Handlers {
	return scorecard.Handlers{
		Book: book, Log: a.facts.book, Reader: a.reader, Waiting: a.waiting,
		Versions: a.facts.agreements.Versions,
	}
}

// sessionContracts lists all contracts for the session; access leaves out what
// the person does not see.
func (a *App) sessionContracts(ctx context.Context) ([]access.SessionContract, error) {
	all, err := a.facts.agreements.All(ctx, a.options.Clock())
	if err != nil {
		return nil, err
	}
	lines := make([]access.SessionContract, len(all))
	for i, c := range all {
		lines[i] = access.SessionContract(lineOf(c))
	}
	return lines, nil
}

// goals names the goals of every contract.
func (a *App) goals(ctx context.Context) (map[string][]string, error) {
	all, err := a.facts.agreements.All(ctx, a.options.Clock())
	if err != nil {
		return nil, err
	}
	goals := map[string][]string{}
	for _, c := range all {
		goals[c.ID] = []string{}
		for _, g := range c.Goals() {
			goals[c.ID] = append(goals[c.ID], g.ID)
		}
	}
	return goals, nil
}

// lineOf names a contract in a list.
func lineOf(c *contract.Contract) contractEntry {
	return contractEntry{
		ID: c.ID, Title: c.Title, Agency: c.Agency.Name, Department: c.Department.Name,
		From: c.Period.From, To: c.Period.To, Version: c.Version,
	}
}

// ready fails while the database or the files cannot be reached.
func (a *App) ready(ctx context.Context) error {
	return errors.Join(a.db.Ping(ctx), a.evidence.Ready(ctx))
}

// build names the program that makes the pages. One that cannot be told from
// the next build is named by its start as well, so that no browser keeps the
// pages of another.
func (a *App) build() string {
	if a.options.Version != "devel" {
		return a.options.Version
	}
	return fmt.Sprintf("devel-%d", wall().UnixNano())
}

// wall is the real time, which logins and keys go by whatever the story says.
func wall() time.Time { return time.Now() }

// formTargets are the origins that a form may lead to beside our own: logging
// out goes on to the provider's.
func (a *App) formTargets() []string {
	if a.config.Development() {
		return nil
	}
	return []string{origin(a.config.OIDC.Issuer)}
}

// showFact writes a fact for the problem that a stale form gets.
func (a *App) showFact(ctx context.Context, f ledger.Fact) any {
	return a.scorecard(a.recordBook()).ShowFact(ctx, f)
}
