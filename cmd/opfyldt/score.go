package main

import (
	"context"
	"errors"
	"flag"
	"fmt"
	"io"
	"os"
	"strings"
	"time"

	"opfyldt/internal/calendar"
	"opfyldt/internal/catalogue"
	"opfyldt/internal/contract"
	"opfyldt/internal/contract/library"
	"opfyldt/internal/fault"
	"opfyldt/internal/results"
	"opfyldt/internal/scoring"
)

const scoreUsage = `usage:
  opfyldt score --contract FILE --results FILE [--json] [--as-of DATE]
  opfyldt score --results-schema

  --contract FILE    contract file, or the id of one in the library: cpr-2014
  --results FILE     results file (YAML or JSON), "-" for standard input
  --json             print JSON instead of a table
  --as-of DATE       score what was known at the end of that day; without it,
                     everything in the results file
  --results-schema   print the JSON Schema of results files`

// scoreCall is what the command line asks for.
type scoreCall struct {
	contract, results, asOf string
	json, schema            bool
}

// runScore is `opfyldt score`: a contract and what happened, without a database.
func runScore(_ context.Context, args []string, s stdio) error {
	call, err := scoreFlags(args)
	switch {
	case errors.Is(err, flag.ErrHelp):
		_, err := fmt.Fprintln(s.out, scoreUsage)
		return err
	case err != nil:
		return fmt.Errorf("%w: %s\n%s", errUsage, err, scoreUsage)
	case call.schema:
		_, err := s.out.Write(results.Schema())
		return err
	}
	c, err := contractFor(call.contract)
	if err != nil {
		return err
	}
	found, err := resultsFor(call.results, s.in, c)
	if err != nil {
		return err
	}
	asOf, err := instantFor(call.asOf, found.Last)
	if err != nil {
		return err
	}
	card, err := scoring.Score(c, found.Facts, asOf)
	if err != nil {
		return scoreFault(err)
	}
	if call.json {
		return writeScoreJSON(s.out, c, card)
	}
	return writeScoreTable(s.out, c, card)
}

func scoreFlags(args []string) (scoreCall, error) {
	var call scoreCall
	set := flag.NewFlagSet("score", flag.ContinueOnError)
	set.SetOutput(io.Discard)
	set.StringVar(&call.contract, "contract", "", "")
	set.StringVar(&call.results, "results", "", "")
	set.StringVar(&call.asOf, "as-of", "", "")
	set.BoolVar(&call.json, "json", false, "")
	set.BoolVar(&call.schema, "results-schema", false, "")
	if err := set.Parse(args); err != nil {
		return call, err
	}
	switch {
	case set.NArg() > 0:
		return call, fmt.Errorf("%q is not understood", set.Arg(0))
	case !call.schema && (call.contract == "" || call.results == ""):
		return call, errors.New("--contract and --results are needed")
	}
	return call, nil
}

// contractFor loads a file or, where there is none of that name, a contract of
// the library.
func contractFor(name string) (*contract.Contract, error) {
	if _, err := os.Stat(name); err == nil {
		loaded, err := contract.LoadFile(name)
		if err != nil {
			return nil, err
		}
		return loaded.Contract, loaded.Problems.Err()
	}
	c, _, err := library.Load(name)
	if errors.Is(err, library.ErrNotFound) {
		return nil, fmt.Errorf("open contract %q: no such file, and not in the library (`opfyldt contract list` shows it)", name)
	}
	return c, err
}

func resultsFor(name string, in io.Reader, c *contract.Contract) (*results.Results, error) {
	if name == "-" {
		return results.Read("-", in, c)
	}
	f, err := os.Open(name)
	if err != nil {
		return nil, fmt.Errorf("open results file: %w", err)
	}
	defer f.Close()
	return results.Read(name, f, c)
}

func instantFor(asOf string, last time.Time) (time.Time, error) {
	if asOf == "" {
		return last, nil
	}
	day, err := calendar.ParseDate(asOf)
	if err != nil {
		return time.Time{}, fmt.Errorf("--as-of: %w", err)
	}
	return day.End(), nil
}

// scoreFault puts a figure that cannot be scored into words.
func scoreFault(err error) error {
	f, ok := errors.AsType[*fault.Error](err)
	if !ok {
		return err
	}
	var lines []string
	for _, field := range f.Fields {
		lines = append(lines, field.Path+": "+catalogue.Text(catalogue.English, field.Code, field.Params))
	}
	return errors.New(strings.Join(lines, "\n"))
}
