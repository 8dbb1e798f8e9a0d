package main

import (
	"context"
	"flag"
	"fmt"
	"log/slog"
	"os"
	"time"

	"opfyldt/internal/app"
	"opfyldt/internal/calendar"
	"opfyldt/internal/config"
	"opfyldt/internal/contract/library"
	"opfyldt/internal/demo"
)

// storyEnds is the last day of the demo's year.
const storyEnds = "2014-12-31"

// demoCommand is `opfyldt demo`: the service with the CPR 2014 contract and an
// invented year of facts, on the story's clock.
func demoCommand(ctx context.Context, args []string, s stdio) error {
	c, until, err := demoConfig(args, os.Environ(), s)
	if err != nil {
		return err
	}
	clock := demo.NewClock(until.Start(), time.Now)
	a, err := app.New(ctx, *c, app.Options{
		Version: version(), Clock: clock.Now, Demo: true, DemoUntil: until, Sees: demo.Sees,
		Log:  slog.New(slog.NewJSONHandler(s.err, &slog.HandlerOptions{Level: c.LogLevel})),
		Seed: func(ctx context.Context, seeding app.Seeding) error { return tell(ctx, until, clock, seeding) },
	})
	if err != nil {
		return err
	}
	fmt.Fprintf(s.out, "Opfyldt's demo is ready at %s\nAn invented year of the CPR 2014 contract, as of %s. Log in as lead, auditor, auditor2, management, management2, department or admin.\n", a.URL(), until)
	return a.Run(ctx)
}

// tell loads the contract, records the story up to the day, and lets the clock
// run on from noon of that day, or from the newest fact where people have
// written since.
func tell(ctx context.Context, until calendar.Date, clock *demo.Clock, seeding app.Seeding) error {
	file, err := library.Open(demo.ContractID)
	if err != nil {
		return err
	}
	if err := tellOthers(ctx, until, clock, seeding); err != nil {
		return err
	}
	clock.Set(demo.Signed())
	if err := seeding.Load(ctx, file.Source); err != nil {
		return fmt.Errorf("load the demo's contract: %w", err)
	}
	events, err := demo.Story(until)
	if err != nil {
		return err
	}
	if _, err := demo.Tell(ctx, events, clock, seeding.Facts, seeding.Person, seeding.Take); err != nil {
		return err
	}
	newest, err := seeding.Newest(ctx, demo.ContractID)
	if err != nil {
		return err
	}
	if newest.After(until.End()) && until.Before(calendar.MustDate(storyEnds)) {
		return fmt.Errorf("--until %s: the data folder holds a story up to %s already; name another folder with --data", until, calendar.DateOf(newest))
	}
	from := until.Start().Add(12 * time.Hour)
	if newest.After(from) {
		from = newest
	}
	clock.Set(from)
	return nil
}

// tellOthers does the same for the contracts that stand beside the story's.
func tellOthers(ctx context.Context, until calendar.Date, clock *demo.Clock, seeding app.Seeding) error {
	tales, err := demo.Tales(until)
	if err != nil {
		return err
	}
	for _, t := range tales {
		clock.Set(t.Signed)
		if err := seeding.Load(ctx, t.Source); err != nil {
			return fmt.Errorf("load the demo's contract %s: %w", t.Contract, err)
		}
		if _, err := demo.Tell(ctx, t.Events, clock, seeding.Facts, t.People, seeding.Take); err != nil {
			return err
		}
	}
	return nil
}

func demoConfig(args, environ []string, s stdio) (*config.Config, calendar.Date, error) {
	flags := flag.NewFlagSet("opfyldt demo", flag.ContinueOnError)
	flags.SetOutput(s.err)
	flags.Usage = func() { fmt.Fprint(s.out, demoUsage) }
	listen := flags.String("listen", "", "")
	data := flags.String("data", "", "")
	day := flags.String("until", storyEnds, "")
	if err := flags.Parse(args); err != nil {
		return nil, calendar.Date{}, usageError(err)
	}
	if flags.NArg() > 0 {
		return nil, calendar.Date{}, fmt.Errorf("%w: opfyldt demo takes no argument %q", errUsage, flags.Arg(0))
	}
	until, err := calendar.ParseDate(*day)
	year := calendar.Period{From: calendar.MustDate("2014-01-01"), To: calendar.MustDate(storyEnds)}
	if err != nil || !year.Contains(until) {
		return nil, calendar.Date{}, fmt.Errorf("--until: %.40q is no day of the story; it goes from %s to %s", *day, year.From, year.To)
	}
	if *data == "" {
		*data = "opfyldt-demo"
	}
	environ = append(environ, config.Prefix+"DATA="+*data)
	if *listen != "" {
		environ = append(environ, config.Prefix+"LISTEN="+*listen)
	}
	c, err := config.Read(environ)
	return c, until, err
}

const demoUsage = `Usage: opfyldt demo [--until DATE] [--listen ADDRESS:PORT] [--data FOLDER]

Serves the CPR 2014 contract with an invented year of facts, marked as a demo on
every page, with a development provider to log in at. The story's end is the
contract's own worked example, Table 11: 75.0.

  --until DATE           the day at which the story stops (2014-12-31)
  --listen ADDRESS:PORT  instead of OPFYLDT_LISTEN (127.0.0.1:8080)
  --data FOLDER          where the private database lives (opfyldt-demo)
`
