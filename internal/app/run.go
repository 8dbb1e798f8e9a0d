package app

import (
	"context"
	"errors"
	"net"
	"net/http"
	"sync"

	"opfyldt/internal/web"
)

// Run answers requests until ctx ends, finishes what was accepted, and closes
// everything.
func (a *App) Run(ctx context.Context) error {
	ctx, stop := context.WithCancel(ctx)
	defer stop()
	var beside sync.WaitGroup
	beside.Go(func() { a.jobs.Run(ctx) })
	var lost error
	beside.Go(func() { lost = a.watchDatabase(ctx, stop) })
	failed := a.serveMetrics(ctx, &beside)
	err := web.Serve(ctx, a.listener, a.handler, a.options.Log)
	stop()
	beside.Wait()
	a.jobs.Once(context.WithoutCancel(ctx), signJob)
	return errors.Join(lost, err, <-failed, a.Close())
}

// watchDatabase stops the service when its own database is lost for good: who
// started it must hear of it.
func (a *App) watchDatabase(ctx context.Context, stop func()) error {
	select {
	case err := <-a.db.Lost():
		stop()
		return err
	case <-ctx.Done():
		return nil
	}
}

// serveMetrics answers /metrics on an address of its own where one is set.
func (a *App) serveMetrics(ctx context.Context, beside *sync.WaitGroup) <-chan error {
	failed := make(chan error, 1)
	if a.config.MetricsListen == "" {
		failed <- nil
		return failed
	}
	l, err := (&net.ListenConfig{}).Listen(ctx, "tcp", a.config.MetricsListen)
	if err != nil {
		failed <- err
		return failed
	}
	mux := http.NewServeMux()
	mux.Handle("GET /metrics", a.router.MetricsHandler())
	beside.Go(func() { failed <- web.Serve(ctx, l, mux, a.options.Log) })
	return failed
}
