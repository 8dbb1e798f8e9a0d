package app

import (
	"context"
	"log/slog"
	"net"
	"time"

	"opfyldt/internal/calendar"
	"opfyldt/internal/ledger"
)

// Options are what the caller decides beside the configuration.
type Options struct {
	Version string
	// Clock is the time that facts are recorded at and pages are read at; nil is
	// the real one. Logins always go by the real one.
	Clock func() time.Time
	Log   *slog.Logger // nil: none
	// Demo marks every page as showing invented facts, DemoUntil the day at
	// which the story was stopped.
	Demo      bool
	DemoUntil calendar.Date
	// Sees lists the contracts that a user of the development provider sees; nil:
	// all see all.
	Sees func(user string) []string
	// Seed runs before the first request is answered; nil: nothing to do.
	Seed func(ctx context.Context, s Seeding) error
	// Listener is used instead of the configured address; for tests.
	Listener net.Listener
}

// Seeding is what a Seed may use.
type Seeding struct {
	Facts ledger.Recorder
	// Load takes a contract file in as the contract's next version; one that is
	// there already stays as it is.
	Load func(ctx context.Context, source []byte) error
	// Newest is when the newest fact of a contract was recorded; zero where
	// there is none.
	Newest func(ctx context.Context, contractID string) (time.Time, error)
	// Take keeps the rows of a file for a fact that is to be recorded; see demo.Take.
	Take func(ctx context.Context, s ledger.Submission, name string, file []byte) (ledger.Submission, map[string]string, error)
	// Person answers who a user of the development provider is.
	Person func(user string) (ledger.Person, error)
}

func (o *Options) fillIn() {
	if o.Clock == nil {
		o.Clock = time.Now
	}
	if o.Log == nil {
		o.Log = slog.New(slog.DiscardHandler)
	}
}
