package main

import (
	"context"
	"flag"
	"fmt"
	"io"
	"log/slog"
	"os"

	"opfyldt/internal/app"
	"opfyldt/internal/config"
)

// serveCommand is `opfyldt serve`: the web service, until it is told to stop.
func serveCommand(ctx context.Context, args []string, s stdio) error {
	c, err := serveConfig(args, os.Environ(), s)
	if err != nil {
		return err
	}
	log := slog.New(slog.NewJSONHandler(s.err, &slog.HandlerOptions{Level: c.LogLevel}))
	a, err := app.New(ctx, *c, app.Options{Version: version(), Log: log})
	if err != nil {
		return err
	}
	fmt.Fprintf(s.out, "Opfyldt is ready at %s\n", a.URL())
	return a.Run(ctx)
}

// serveConfig reads the environment, with the flags over it.
func serveConfig(args, environ []string, s stdio) (*config.Config, error) {
	flags := flag.NewFlagSet("opfyldt serve", flag.ContinueOnError)
	flags.SetOutput(s.err)
	flags.Usage = func() { serveUsage(s.out) }
	listen := flags.String("listen", "", "")
	data := flags.String("data", "", "")
	if err := flags.Parse(args); err != nil {
		return nil, usageError(err)
	}
	if flags.NArg() > 0 {
		return nil, fmt.Errorf("%w: opfyldt serve takes no argument %q", errUsage, flags.Arg(0))
	}
	return config.Read(over(environ, map[string]string{"LISTEN": *listen, "DATA": *data}))
}

// usageError marks a mistake in the flags; asking for help is none.
func usageError(err error) error {
	if err == flag.ErrHelp { //nolint:errorlint // flag returns it as it is
		return err
	}
	return fmt.Errorf("%w: %w", errUsage, err)
}

func serveUsage(w io.Writer) {
	fmt.Fprint(w, `Usage: opfyldt serve [--listen ADDRESS:PORT] [--data FOLDER]

Serves the pages and the API until it is told to stop (SIGINT, SIGTERM); what was
accepted is finished first. Without a database URL the program starts a Postgres
of its own under the data folder; without an issuer it starts a development
provider, on loopback only. Contracts come in with opfyldt contract load.

  --listen ADDRESS:PORT  instead of OPFYLDT_LISTEN
  --data FOLDER          instead of OPFYLDT_DATA

`)
	fmt.Fprint(w, config.Help())
}
