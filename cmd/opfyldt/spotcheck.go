package main

import (
	"context"
	"encoding/json"
	"errors"
	"flag"
	"fmt"
	"io"
	"strings"

	"opfyldt/internal/catalogue"
	"opfyldt/internal/exact"
	"opfyldt/internal/fault"
	"opfyldt/internal/sampling"
)

const spotcheckUsage = `usage:
  opfyldt spotcheck size --population N --design D --confidence C [--accept K] [--json]
      the smallest sample that detects D deviating customers of N
  opfyldt spotcheck bound --population N --sample n --found k --confidence C [--two-sided] [--json]
      how many of N may deviate when k of n do
  opfyldt spotcheck draw --population FILE --seed S --size N [--strata COLUMN | --volume COLUMN] [--json]
      draw N customers of a CSV file ("-": standard input); prints their ids in
      the order of the draw; the same seed draws the same customers
  opfyldt spotcheck replay --export FILE [--list FILE] [--json]
      draw again from a round's export, and name everything in it that does not
      fit; --list holds the file that was taken in against the export too

  --confidence C   a decimal above 0 and below 1: 0.95
  --accept K       deviations that may be found and still be concluded on (0)
  --two-sided      the lower bound too, half of the risk to each
  --seed S         the seed as it was published; instead of it, for a seed that is
                   bound to the list: --round ID --random HEX
  --strata COLUMN  share the sample out over this column's values, in proportion
  --volume COLUMN  make N picks by this column's whole numbers, with replacement;
                   prints whom they hit, in the order of the first hits
  --id COLUMN      the column that names the customers; without it "id", else the first
  --sha256 HEX     refuse another file than the one that was fixed
  --json           print JSON; of a draw also the list's hash and every ticket`

// spotcheckCommand is `opfyldt spotcheck`: the figures and the draw of a round,
// without a database.
func spotcheckCommand(_ context.Context, args []string, s stdio) error {
	if len(args) == 0 {
		return spotcheckMisuse(errors.New("a subcommand is missing"))
	}
	set := flag.NewFlagSet("spotcheck "+args[0], flag.ContinueOnError)
	set.SetOutput(io.Discard)
	asJSON := set.Bool("json", false, "")
	var run func(w io.Writer, asJSON bool) error
	switch args[0] {
	case "size":
		run = sizeCommand(set)
	case "bound":
		run = boundCommand(set)
	case "draw":
		run = drawCommand(set, s)
	case "replay":
		run = replayCommand(set)
	case "help", "--help", "-h":
		_, err := fmt.Fprintln(s.out, spotcheckUsage)
		return err
	default:
		return spotcheckMisuse(fmt.Errorf("spotcheck %s is not understood", args[0]))
	}
	err := set.Parse(args[1:])
	switch {
	case errors.Is(err, flag.ErrHelp):
		_, err := fmt.Fprintln(s.out, spotcheckUsage)
		return err
	case err != nil:
		return spotcheckMisuse(err)
	case set.NArg() > 0:
		return spotcheckMisuse(fmt.Errorf("%q is not understood", set.Arg(0)))
	}
	return spotcheckFault(run(s.out, *asJSON))
}

func spotcheckMisuse(err error) error {
	return fmt.Errorf("%w: %s\n%s", errUsage, err, spotcheckUsage)
}

// sizeCommand is `spotcheck size`.
func sizeCommand(set *flag.FlagSet) func(io.Writer, bool) error {
	population, design := set.String("population", "", ""), set.String("design", "", "")
	accept, confidence := set.String("accept", "0", ""), set.String("confidence", "", "")
	return func(w io.Writer, asJSON bool) error {
		if err := needed(set, "population", "design", "confidence"); err != nil {
			return err
		}
		var p sampling.Plan
		if err := errors.Join(
			wholeFlag("population", *population, &p.Population), wholeFlag("design", *design, &p.Design),
			wholeFlag("accept", *accept, &p.Accept), confidenceFlag(*confidence, &p.Confidence),
		); err != nil {
			return err
		}
		size, err := sampling.Size(p)
		switch {
		case err != nil:
			return err
		case p.Confidence.Equal(exact.Int(1)):
			return flagFault("confidence", "sampling.certain", fault.Params{"value": *confidence, "certain": p.Certain()})
		case asJSON:
			return json.NewEncoder(w).Encode(map[string]int64{"size": size})
		}
		return say(w, "sampling.size", fault.Params{"size": size, "population": p.Population,
			"design": p.Design, "accept": p.Accept, "confidence": percent(p.Confidence)})
	}
}

func percent(share exact.Rat) exact.Rat { return share.Mul(exact.Int(100)) }

func say(w io.Writer, code string, params fault.Params) error {
	_, err := fmt.Fprintln(w, catalogue.Text(catalogue.English, code, params))
	return err
}

// spotcheckFault puts every field of a fault into words, a line each, named by
// its flag.
func spotcheckFault(err error) error {
	if err == nil || errors.Is(err, errUsage) {
		return err
	}
	var lines []string
	for _, one := range unjoined(err) {
		f, ok := errors.AsType[*fault.Error](one)
		if !ok {
			return err
		}
		for _, field := range f.Fields {
			lines = append(lines, "--"+field.Path+": "+catalogue.Text(catalogue.English, field.Code, field.Params))
		}
	}
	return errors.New(strings.Join(lines, "\n"))
}

func unjoined(err error) []error {
	if joined, ok := err.(interface{ Unwrap() []error }); ok {
		return joined.Unwrap()
	}
	return []error{err}
}
