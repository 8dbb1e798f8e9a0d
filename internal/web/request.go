package web

import (
	"context"
	"time"

	"opfyldt/internal/calendar"
	"opfyldt/internal/catalogue"
)

// request is what the engine knows of the request under way. The guard fills
// in the person; everything else stands from the start.
type request struct {
	id     string
	lang   string
	now    time.Time
	person Person
	dry    bool   // nothing is to be written
	route  string // the path's template, for logs and metrics
	cause  error  // what went wrong, for the log
	stages *stages
	status int // of the answer, where it is not the one that huma would give
}

type requestKey struct{}

// requestFrom returns the request's state; an empty one outside a request, so
// that a handler can be called by itself.
func requestFrom(ctx context.Context) *request {
	if r, ok := ctx.Value(requestKey{}).(*request); ok {
		return r
	}
	return &request{lang: catalogue.Danish}
}

// Language returns the language to answer in: "da" or "en".
func Language(ctx context.Context) string { return requestFrom(ctx).lang }

// RequestID returns the id that the answer and the log carry.
func RequestID(ctx context.Context) string { return requestFrom(ctx).id }

// Now returns the instant at which the request came in, by the app's clock.
func Now(ctx context.Context) time.Time { return requestFrom(ctx).now }

// Today returns the day of Now in Copenhagen.
func Today(ctx context.Context) calendar.Date { return calendar.DateOf(Now(ctx)) }

// DryRun reports whether the request asks what would come of it, and nothing is
// to be written.
func DryRun(ctx context.Context) bool { return requestFrom(ctx).dry }

// Simulate returns a context as the engine makes it, for tests that call a
// handler by itself.
func Simulate(ctx context.Context, person Person, lang string, now time.Time) context.Context {
	return context.WithValue(ctx, requestKey{}, &request{id: "test", lang: lang, now: now, person: person})
}
