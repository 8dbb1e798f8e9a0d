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
	"opfyldt/internal/contract/library"
)

// loadContracts is `opfyldt contract load`: files become versions in the
// database, beside a service that runs or without one.
func loadContracts(ctx context.Context, args []string, s stdio) error {
	flags := flag.NewFlagSet("opfyldt contract load", flag.ContinueOnError)
	flags.SetOutput(s.err)
	url := flags.String("database-url", "", "the database, as the service's role (OPFYLDT_DATABASE_URL)")
	data := flags.String("data", "", "the program's data folder (OPFYLDT_DATA)")
	if err := flags.Parse(args); err != nil {
		return usageError(err)
	}
	if flags.NArg() == 0 {
		return fmt.Errorf("%w: opfyldt contract load [--database-url URL | --data FOLDER] FILE, and more files", errUsage)
	}
	c, err := config.Read(over(os.Environ(), map[string]string{"DATABASE_URL": *url, "DATA": *data}))
	if err != nil {
		return err
	}
	var sources [][]byte
	for _, name := range flags.Args() {
		source, err := contractSource(name, s.in)
		if err != nil {
			return err
		}
		sources = append(sources, source)
	}
	log := slog.New(slog.NewJSONHandler(s.err, &slog.HandlerOptions{Level: slog.LevelWarn}))
	if err := app.Load(ctx, *c, app.Options{Version: version(), Log: log}, sources...); err != nil {
		return err
	}
	_, err = fmt.Fprintf(s.out, "%d loaded\n", len(sources))
	return err
}

// contractSource reads a file, standard input where the name is "-", or a
// contract of the library by its id.
func contractSource(name string, in io.Reader) ([]byte, error) {
	if name == "-" {
		return io.ReadAll(in)
	}
	source, err := os.ReadFile(name)
	if err == nil {
		return source, nil
	}
	if f, inLibrary := library.Open(name); inLibrary == nil {
		return f.Source, nil
	}
	return nil, fmt.Errorf("read contract: %w", err)
}

// over puts values that are given over the environment's.
func over(environ []string, values map[string]string) []string {
	for name, value := range values {
		if value != "" {
			environ = append(environ, config.Prefix+name+"="+value)
		}
	}
	return environ
}
