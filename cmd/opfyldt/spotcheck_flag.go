package main

import (
	"flag"
	"fmt"
	"strconv"
	"strings"

	"opfyldt/internal/exact"
	"opfyldt/internal/fault"
)

// needed says which flags are missing; it is a call not understood rather than a
// wrong figure.
func needed(set *flag.FlagSet, names ...string) error {
	given := map[string]bool{}
	set.Visit(func(f *flag.Flag) { given[f.Name] = true })
	var missing []string
	for _, name := range names {
		if !given[name] {
			missing = append(missing, "--"+name)
		}
	}
	if len(missing) == 0 {
		return nil
	}
	return spotcheckMisuse(fmt.Errorf("%s is needed", strings.Join(missing, ", ")))
}

func flagFault(name, code string, params fault.Params) error {
	return fault.Fields(fault.Field{Path: name, Code: code, Params: params})
}

// wholeFlag reads a whole number. Flags are taken as texts, so that a figure that
// is none is told like every other bad figure.
func wholeFlag(name, text string, into *int64) error {
	n, err := strconv.ParseInt(text, 10, 64)
	if err != nil || strings.HasPrefix(text, "+") {
		return flagFault(name, "sampling.not_whole", fault.Params{"value": quoted(text)})
	}
	*into = n
	return nil
}

// confidenceFlag reads a plain decimal: no exponent, no fraction, no percent.
func confidenceFlag(text string, into *exact.Rat) error {
	c, err := exact.Parse(text)
	if err != nil || strings.Contains(text, "/") {
		return flagFault("confidence", "sampling.not_decimal", fault.Params{"value": quoted(text)})
	}
	if c.Sign() <= 0 || exact.Int(1).Less(c) {
		return flagFault("confidence", "sampling.confidence_below_one", fault.Params{"value": text})
	}
	*into = c
	return nil
}

// quoted shows what was given, cut where it is long.
func quoted(text string) string { return fmt.Sprintf("%.40q", text) }
