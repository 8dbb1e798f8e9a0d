package app

import (
	"context"
	"errors"
	"fmt"

	"opfyldt/internal/agreement"
	"opfyldt/internal/config"
	"opfyldt/internal/contract"
	"opfyldt/internal/database"
	"opfyldt/internal/fault"
	"opfyldt/internal/ledger"
)

// operator is who loads contracts from the machine that the service runs on:
// whoever can do that has the database's password.
type operator struct{}

// Subject names no person.
func (operator) Subject() string { return "operator" }

// Name is how the log shows it.
func (operator) Name() string { return "Opfyldt" }

// Permit allows contracts' files and nothing else.
func (operator) Permit(operation, _, _ string) (string, error) {
	if operation == "contract.manage" {
		return "admin", nil
	}
	return "", fault.New(fault.Forbidden, "access.forbidden", fault.Params{"operation": operation})
}

// Loaded is what came of a contract's file.
type Loaded struct {
	Contract *contract.Contract
	There    bool // it was there already
}

// Load takes contracts' files in without serving anything, beside a service that
// runs on the same data or alone: all of them or, where one is faulty, none.
func Load(ctx context.Context, c config.Config, o Options, files ...agreement.Incoming) (loaded []Loaded, err error) {
	o.fillIn()
	from := database.Options{URL: c.Database.URL, Data: c.Data, MaxConns: c.Database.MaxConnections, Log: o.Log}
	if err := from.Existing(); err != nil {
		return nil, err
	}
	db, stop, err := database.Attach(ctx, from)
	if err != nil {
		return nil, err
	}
	defer func() { err = errors.Join(err, stop()) }()
	f := &facts{clock: o.Clock, log: o.Log, agreements: agreement.NewStore(db.Pool)}
	f.book = ledger.NewBook(db.Pool, f.inForce, o.Clock, f.kinds(nil, nil)...) // nobody asks anything here
	f.recorder = f.book
	if err := f.agreements.Judge(ctx, files); err != nil {
		return nil, err
	}
	for _, file := range files {
		l, err := f.take(ctx, file)
		if err != nil {
			return loaded, fmt.Errorf("%s: %w", file.Name, err)
		}
		loaded = append(loaded, l)
	}
	return loaded, nil
}

// take takes one file in, which has been judged.
func (f *facts) take(ctx context.Context, file agreement.Incoming) (Loaded, error) {
	c, problems := contract.Parse(file.Name, file.Source)
	if problems.HasErrors() {
		return Loaded{}, problems
	}
	there, err := f.agreements.Has(ctx, c, file.Source)
	if err == nil && !there {
		err = f.load(ctx, operator{}, file.Source)
	}
	return Loaded{c, there}, err
}
