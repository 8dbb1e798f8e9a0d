package app

import (
	"context"
	"fmt"
	"time"

	"opfyldt/internal/access"
	"opfyldt/internal/contract"
	"opfyldt/internal/ledger"
	"opfyldt/internal/measure"
	"opfyldt/internal/milestone"
	"opfyldt/internal/record"
	"opfyldt/internal/scorecard"
)

// parts lists everything that answers requests. Adding a slice is a line here
// and one in kinds.
func (a *App) parts() []routes {
	book := a.recordBook()
	return []routes{
		a.status(),
		access.Handlers{Service: a.access, Contracts: a.sessionContracts, Demo: a.options.Demo, DevelopmentProvider: a.config.Development()},
		a.scorecard(book),
		milestone.Handlers{Book: book},
		measure.Handlers{Book: book},
		contracts{a.facts},
		ledgerPages{a.facts},
	}
}

// recordBook is what slices' handlers need.
func (a *App) recordBook() record.Book {
	return record.Book{Contracts: a.facts.agreements, Facts: a.facts.book, Recorder: a.facts.recorder}
}

func (a *App) status() status {
	return status{
		Version: a.options.Version, Demo: a.options.Demo, DemoUntil: a.options.DemoUntil,
		DevelopmentProvider: a.config.Development(),
	}
}

func (a *App) scorecard(book record.Book) scorecard.Handlers {
	return scorecard.Handlers{
		Book: book, Log: a.facts.book, Source: a.facts.agreements.Source,
		Reader: scorecard.NewReader(a.facts.book, a.facts.agreements, a.facts.signed, a.options.Demo),
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

// lineOf names a contract in a list.
func lineOf(c *contract.Contract) contractEntry {
	return contractEntry{
		ID: c.ID, Title: c.Title, Agency: c.Agency.Name, Department: c.Department.Name,
		From: c.Period.From, To: c.Period.To, Version: c.Version,
	}
}

// ready fails while the database cannot be reached.
func (a *App) ready(ctx context.Context) error { return a.db.Ping(ctx) }

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
