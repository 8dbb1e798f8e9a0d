package app

import (
	"context"
	"errors"

	"github.com/prometheus/client_golang/prometheus"

	"opfyldt/internal/config"
	"opfyldt/internal/database"
	"opfyldt/internal/fault"
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

// Load takes contracts' files in without serving anything, beside a service
// that runs on the same data or alone.
func Load(ctx context.Context, c config.Config, o Options, sources ...[]byte) (err error) {
	o.fillIn()
	a := &App{config: c, options: o, metrics: prometheus.NewRegistry()}
	a.db, a.closeDB, err = database.Attach(ctx, database.Options{
		URL: c.Database.URL, Data: c.Data, MaxConns: c.Database.MaxConnections, Log: o.Log,
	})
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, a.Close()) }()
	if err := a.openLedger(ctx); err != nil {
		return err
	}
	for _, source := range sources {
		if err := a.facts.load(ctx, operator{}, source); err != nil {
			return err
		}
	}
	return nil
}
