package main

import (
	"context"
	"errors"
	"flag"
	"fmt"
	"io"
	"log/slog"
	"os"

	"opfyldt/internal/agreement"
	"opfyldt/internal/app"
	"opfyldt/internal/config"
	"opfyldt/internal/contract"
	"opfyldt/internal/contract/library"
)

const loadUsage = `usage:
  opfyldt contract load [--data FOLDER | --database-url URL] FILE...

Takes contract files in as their contracts' next versions, beside a service that
runs or without one. FILE is a file, "-" for standard input, or the id of a
contract of the library, which comes with all its versions. All files are checked
first, beside the versions that are there: where one is faulty, none is taken in.
One that is there already stays as it is.

  --data FOLDER         the program's data folder, which has a database already
                        (OPFYLDT_DATA)
  --database-url URL    the database, as the service's role (OPFYLDT_DATABASE_URL)`

// loadContracts is `opfyldt contract load`.
func loadContracts(ctx context.Context, args []string, s stdio) error {
	flags := flag.NewFlagSet("opfyldt contract load", flag.ContinueOnError)
	flags.SetOutput(s.err)
	flags.Usage = func() { fmt.Fprintln(s.out, loadUsage) }
	url := flags.String("database-url", "", "")
	data := flags.String("data", "", "")
	names, err := parseAround(flags, args)
	if err != nil {
		return err
	}
	if len(names) == 0 {
		return fmt.Errorf("%w: a FILE is missing\n%s", errUsage, loadUsage)
	}
	c, err := config.Read(over(os.Environ(), map[string]string{"DATABASE_URL": *url, "DATA": *data}))
	if err != nil {
		return err
	}
	files, err := contractFiles(names, s.in)
	if err != nil {
		return err
	}
	log := slog.New(slog.NewJSONHandler(s.err, &slog.HandlerOptions{Level: slog.LevelWarn}))
	loaded, err := app.Load(ctx, *c, app.Options{Version: version(), Log: log}, files...)
	for i, l := range loaded {
		came := "loaded"
		if l.There {
			came = "there already"
		}
		fmt.Fprintf(s.out, "%s: %s version %d: %s\n", files[i].Name, l.Contract.ID, l.Contract.Version, came)
	}
	return err
}

// contractFiles reads all files. Where one cannot be read, it says of each what
// is wrong with it.
func contractFiles(names []string, in io.Reader) (files []agreement.Incoming, err error) {
	var faulty contract.Problems
	for _, name := range names {
		more, failed := contractFile(name, in)
		files, err = append(files, more...), errors.Join(err, failed)
		for _, f := range more {
			_, problems := contract.Parse(f.Name, f.Source)
			faulty = append(faulty, problems...)
		}
	}
	return files, errors.Join(err, faulty.Err())
}

// contractFile reads a file, standard input where the name is "-", or the
// versions of a contract of the library by its id.
func contractFile(name string, in io.Reader) ([]agreement.Incoming, error) {
	if name == "-" {
		source, err := io.ReadAll(in)
		return []agreement.Incoming{{Name: name, Source: source}}, err
	}
	source, err := os.ReadFile(name)
	if err == nil {
		return []agreement.Incoming{{Name: name, Source: source}}, nil
	}
	versions, notShipped := library.Versions(name)
	if notShipped != nil {
		return nil, fmt.Errorf("read contract: %w", err)
	}
	var files []agreement.Incoming
	for _, v := range versions {
		files = append(files, agreement.Incoming{Name: v.Name, Source: v.Source})
	}
	return files, nil
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
