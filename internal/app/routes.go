package app

import (
	"context"
	"fmt"

	"github.com/prometheus/client_golang/prometheus"
	"github.com/prometheus/client_golang/prometheus/collectors"

	"opfyldt/frontend"
	"opfyldt/internal/access"
	"opfyldt/internal/access/devprovider"
	"opfyldt/internal/database"
	"opfyldt/internal/web"
)

// routes is a part that answers requests.
type routes interface{ Routes(r *web.Router) }

func (a *App) openAccess(context.Context) error {
	settings := a.config.OIDC
	if a.config.Development() {
		settings = devprovider.Settings(settings, a.public)
	}
	a.access = access.New(access.Options{
		DB: a.db, OIDC: settings, Session: a.config.Session, PublicURL: a.public, Clock: wall, Log: a.options.Log,
	})
	return nil
}

func (a *App) openWeb(context.Context) error {
	a.metrics.MustRegister(collectors.NewGoCollector(), collectors.NewProcessCollector(collectors.ProcessCollectorOpts{}), poolCollector{a.db})
	a.router = web.New(web.Options{
		Version:       a.options.Version,
		Build:         a.build(),
		Clock:         a.options.Clock,
		Log:           a.options.Log,
		Authenticator: authenticator{a.access},
		Known:         known,
		Heads:         a.facts,
		ShowFact:      a.showFact,
		Unavailable:   database.Unavailable,
		Ready:         a.ready,
		Metrics:       a.metrics,
		MetricsApart:  a.config.MetricsListen != "",
		Assets:        frontend.Files(),
		HTTPS:         a.public.Scheme == "https",
		Ours:          ours(a.public),
		FormTargets:   a.formTargets(),
	})
	a.router.Mount("/auth/", a.access.Handler())
	if a.provider != nil {
		a.router.Mount(devprovider.Path, a.provider)
	}
	for _, part := range a.parts() {
		part.Routes(a.router)
	}
	var err error
	if a.handler, err = a.router.Handler(); err != nil {
		return fmt.Errorf("set up the routes: %w", err)
	}
	return nil
}

// makeProvider makes the development provider where no other is named; it
// refuses any address but loopback.
func (a *App) makeProvider() (err error) {
	if a.config.Development() {
		a.provider, err = devprovider.New(devprovider.Options{Listen: a.listener.Addr().String(), PublicURL: a.public, Clock: wall, Sees: a.options.Sees})
	}
	return err
}

// poolCollector shows the database's connections.
type poolCollector struct {
	db interface{ Connections() (used, idle, most int) }
}

var poolConnections = prometheus.NewDesc("opfyldt_database_connections", "Connections to the database, by what they do.", []string{"state"}, nil)

// Describe implements prometheus.Collector.
func (poolCollector) Describe(out chan<- *prometheus.Desc) { out <- poolConnections }

// Collect implements prometheus.Collector.
func (c poolCollector) Collect(out chan<- prometheus.Metric) {
	used, idle, most := c.db.Connections()
	for state, n := range map[string]int{"used": used, "idle": idle, "most": most} {
		out <- prometheus.MustNewConstMetric(poolConnections, prometheus.GaugeValue, float64(n), state)
	}
}
