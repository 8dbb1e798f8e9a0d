package main

import (
	"bufio"
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
  opfyldt score --contract FILE --results FILE [--json | --explain] [--as-of DATE]
  opfyldt score --results-schema

  --contract FILE    contract file, or the id of one in the library: cpr-2014;
                     with a ledger's export it may be left out
  --results FILE     results file (YAML or JSON) or the file of
                     opfyldt ledger export, "-" for standard input
  --json             print JSON instead of a table
  --explain          say below the table how each figure came about, down to the
                     ids of the facts
  --as-of DATE       score what was known at the end of that day; without it,
                     everything in the results file
  --results-schema   print the JSON Schema of results files`

// scoreCall is what the command line asks for.
type scoreCall struct {
	contract, results, asOf string
	json, explain, schema   bool
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
	c, found, asOf, err := call.read(s)
	if err != nil {
		return err
	}
	card, err := scoring.Score(c, found.Facts, asOf)
	if err != nil {
		return scoreFault(err)
	}
	switch {
	case call.json:
		return writeScoreJSON(s.out, c, card)
	case call.explain:
		return errors.Join(writeScoreTable(s.out, c, card), writeExplanation(s.out, c, card))
	}
	return writeScoreTable(s.out, c, card)
}

// read reads both files and says as of when they are scored.
func (call scoreCall) read(s stdio) (*contract.Contract, *results.Results, time.Time, error) {
	in, closed, err := openResults(call.results, s.in)
	if err != nil {
		return nil, nil, time.Time{}, err
	}
	defer closed()
	if isExport(in) {
		return call.readLog(in, s)
	}
	if call.contract == "" {
		return nil, nil, time.Time{}, fmt.Errorf("%w: --contract is needed: only a ledger's export names its contract\n%s", errUsage, scoreUsage)
	}
	c, _, err := contractFor(call.contract)
	if err != nil {
		return nil, nil, time.Time{}, err
	}
	found, err := results.Read(call.results, in, c)
	if err != nil {
		return nil, nil, time.Time{}, err
	}
	asOf, err := instantFor(call.asOf, found.Last)
	return c, found, asOf, err
}

// readLog reads a ledger's export in place of a results file.
func (call scoreCall) readLog(in io.Reader, s stdio) (c *contract.Contract, found *results.Results, asOf time.Time, err error) {
	log, err := readExport(call.results, in)
	if err != nil {
		return nil, nil, asOf, err
	}
	if asOf, err = instantFor(call.asOf, log.last()); err != nil {
		return nil, nil, asOf, err
	}
	if call.contract == "" {
		c, err = log.contractAt(asOf)
	} else {
		var source []byte
		if c, source, err = contractFor(call.contract); err == nil {
			err = log.check(call.contract, c, source, asOf, s.err)
		}
	}
	if err != nil {
		return nil, nil, asOf, err
	}
	counted, err := log.results(c, asOf)
	return c, counted, asOf, err
}

func scoreFlags(args []string) (scoreCall, error) {
	var call scoreCall
	set := flag.NewFlagSet("score", flag.ContinueOnError)
	set.SetOutput(io.Discard)
	set.StringVar(&call.contract, "contract", "", "")
	set.StringVar(&call.results, "results", "", "")
	set.StringVar(&call.asOf, "as-of", "", "")
	set.BoolVar(&call.json, "json", false, "")
	set.BoolVar(&call.explain, "explain", false, "")
	set.BoolVar(&call.schema, "results-schema", false, "")
	if err := set.Parse(args); err != nil {
		return call, err
	}
	switch {
	case set.NArg() > 0:
		return call, fmt.Errorf("%q is not understood", set.Arg(0))
	case !call.schema && call.results == "":
		return call, errors.New("--contract and --results are needed")
	case call.json && call.explain:
		return call, errors.New("--json explains everything already: leave --explain out")
	}
	return call, nil
}

// contractFor loads a file or, where there is none of that name, a contract of
// the library, with its text.
func contractFor(name string) (*contract.Contract, []byte, error) {
	if _, err := os.Stat(name); err == nil {
		loaded, err := contract.LoadFile(name)
		if err != nil {
			return nil, nil, err
		}
		return loaded.Contract, loaded.Source, loaded.Problems.Err()
	}
	c, f, err := library.Load(name)
	if errors.Is(err, library.ErrNotFound) {
		return nil, nil, fmt.Errorf("open contract %q: no such file, and not in the library (`opfyldt contract list` shows it)", name)
	}
	return c, f.Source, err
}

// openResults opens a results file or a ledger's export; "-" is standard input.
func openResults(name string, in io.Reader) (*bufio.Reader, func(), error) {
	if name == "-" {
		return bufio.NewReader(in), func() {}, nil
	}
	f, err := os.Open(name)
	if err != nil {
		return nil, nil, fmt.Errorf("open results file: %w", err)
	}
	return bufio.NewReader(f), func() { f.Close() }, nil
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
