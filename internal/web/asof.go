package web

import (
	"time"

	"github.com/danielgtaylor/huma/v2"

	"opfyldt/internal/calendar"
	"opfyldt/internal/fault"
)

// AsOf is embedded in the input of every read that can be turned back in time.
type AsOf struct {
	Raw string `query:"asOf" doc:"Read as of the end of a day (2014-06-30) or of an instant (RFC 3339), today at the latest. Left out: now." example:"2014-06-30"`
	// At is Raw understood; it is filled in before the handler runs.
	At Moment `json:"-" hidden:"true"`
}

// Moment is the instant that a read is as of.
type Moment struct {
	Instant time.Time     // UTC; never later than the request
	Day     calendar.Date // of Instant, in Copenhagen
	Past    bool          // the reader asked for an instant before now
}

// Resolve reads the parameter; huma calls it before the handler.
func (a *AsOf) Resolve(ctx huma.Context) []error {
	m, wrong := parseAsOf(a.Raw, Now(ctx.Context()))
	if wrong != nil {
		return []error{wrong}
	}
	a.At = m
	return nil
}

// parseAsOf reads a day, whose last instant is meant, or an instant. Of what lies
// ahead nothing is known yet: it is refused with the last day that can be read,
// today, which means now.
func parseAsOf(raw string, now time.Time) (Moment, *huma.ErrorDetail) {
	now = now.UTC().Truncate(time.Microsecond)
	instant, today := now, calendar.DateOf(now)
	if raw != "" {
		day, err := calendar.ParseDate(raw)
		if err == nil {
			instant = day.End()
		} else if instant, err = time.Parse(time.RFC3339Nano, raw); err != nil {
			return Moment{}, &huma.ErrorDetail{Location: "query.asOf", Message: "web.asof"}
		}
	}
	if calendar.DateOf(instant).After(today) {
		return Moment{}, &huma.ErrorDetail{Location: "query.asOf", Message: "web.asof_future", Value: fault.Params{"latest": today}}
	}
	past := instant.Before(now)
	if !past {
		instant = now
	}
	instant = instant.UTC().Truncate(time.Microsecond)
	return Moment{Instant: instant, Day: calendar.DateOf(instant), Past: past}, nil
}
