package app

import (
	"context"
	"errors"
	"net"
	"net/http"
	"net/url"
	"time"

	"github.com/prometheus/client_golang/prometheus"
	"golang.org/x/sync/errgroup"

	"opfyldt/internal/access"
	"opfyldt/internal/access/devprovider"
	"opfyldt/internal/config"
	"opfyldt/internal/database"
	"opfyldt/internal/evidence"
	"opfyldt/internal/job"
	"opfyldt/internal/portfolio"
	"opfyldt/internal/scorecard"
	"opfyldt/internal/search"
	"opfyldt/internal/web"
	"opfyldt/internal/work"
)

// App is the service, wired and ready to run.
type App struct {
	config    config.Config
	options   Options
	listener  net.Listener
	public    *url.URL
	db        *database.DB
	closeDB   func() error
	access    *access.Service
	provider  *devprovider.Provider // nil where a real one is named
	facts     *facts
	evidence  *evidence.Store
	reader    *scorecard.Reader
	portfolio *portfolio.Keeper
	index     *search.Index
	started   time.Time
	jobs      *job.Board
	sources   work.Sources
	metrics   *prometheus.Registry
	router    *web.Router
	handler   http.Handler
}

// New starts what the service rests on and wires it. What it started is stopped
// again when it fails.
func New(ctx context.Context, c config.Config, o Options) (*App, error) {
	o.fillIn()
	a := &App{config: c, options: o, started: wall(), metrics: prometheus.NewRegistry()}
	if err := a.start(ctx); err != nil {
		return nil, errors.Join(err, a.Close())
	}
	return a, nil
}

// start goes through the parts, each with what the ones before it gave.
func (a *App) start(ctx context.Context) error {
	// Who holds the folder is told before that the same one holds the address.
	if err := a.database().Free(); err != nil {
		return err
	}
	if err := a.listen(ctx); err != nil {
		return err
	}
	// The provider's key takes as long to make as the database to open.
	var together errgroup.Group
	together.Go(func() error { return a.openDatabase(ctx) })
	together.Go(a.makeProvider)
	if err := together.Wait(); err != nil {
		return err
	}
	for _, step := range []func(context.Context) error{a.markDemo, a.openLedger, a.openEvidence, a.openAccess, a.openJobs, a.openWeb, a.seed} {
		if err := step(ctx); err != nil {
			return err
		}
	}
	return nil
}

func (a *App) listen(ctx context.Context) (err error) {
	a.listener, a.public, err = listen(ctx, a.config, a.options.Listener)
	return err
}

func (a *App) database() database.Options {
	return database.Options{
		URL: a.config.Database.URL, Data: a.config.Data, MaxConns: a.config.Database.MaxConnections, Log: a.options.Log,
	}
}

func (a *App) openDatabase(ctx context.Context) (err error) {
	a.db, a.closeDB, err = database.Start(ctx, a.database())
	return err
}

func (a *App) seed(ctx context.Context) error {
	if a.options.Seed != nil {
		seeding := Seeding{Facts: a.facts.recorder, Newest: a.newest, Person: developmentPerson, Take: a.facts.takeRows}
		seeding.Load = func(ctx context.Context, source []byte) error { return a.facts.load(ctx, operator{}, source) }
		if err := a.options.Seed(ctx, seeding); err != nil {
			return err
		}
	}
	a.jobs.Once(ctx, signJob)
	return nil
}

func (a *App) newest(ctx context.Context, contractID string) (time.Time, error) {
	h, err := a.facts.book.Head(ctx, contractID, time.Time{})
	return h.Recorded, err
}

// URL is where people reach the service.
func (a *App) URL() string { return a.public.String() }

// Handler serves everything, for tests and benchmarks; Run serves it on the
// listener.
func (a *App) Handler() http.Handler { return a.handler }

// Routes lists every route with its operation.
func (a *App) Routes() []web.Registered { return a.router.Routes() }

// Description is the API's OpenAPI document.
func (a *App) Description() ([]byte, error) { return a.router.Description() }

// Close stops what New started. Run does it by itself.
func (a *App) Close() error {
	var errs []error
	if a.listener != nil {
		if err := a.listener.Close(); err != nil && !errors.Is(err, net.ErrClosed) {
			errs = append(errs, err)
		}
	}
	if a.evidence != nil {
		errs = append(errs, a.evidence.Close())
		a.evidence = nil
	}
	if a.closeDB != nil {
		errs = append(errs, a.closeDB())
		a.closeDB = nil
	}
	return errors.Join(errs...)
}
