package main

import (
	"encoding/json"
	"errors"
	"flag"
	"io"

	"opfyldt/internal/exact"
	"opfyldt/internal/fault"
	"opfyldt/internal/sampling"
)

// boundCommand is `spotcheck bound`.
func boundCommand(set *flag.FlagSet) func(io.Writer, bool) error {
	population, sample := set.String("population", "", ""), set.String("sample", "", "")
	found, confidence := set.String("found", "", ""), set.String("confidence", "", "")
	twoSided := set.Bool("two-sided", false, "")
	return func(w io.Writer, asJSON bool) error {
		if err := needed(set, "population", "sample", "found", "confidence"); err != nil {
			return err
		}
		var f sampling.Finding
		if err := errors.Join(
			wholeFlag("population", *population, &f.Population), wholeFlag("sample", *sample, &f.Sample),
			wholeFlag("found", *found, &f.Found), confidenceFlag(*confidence, &f.Confidence),
		); err != nil {
			return err
		}
		if f.Confidence.Equal(exact.Int(1)) {
			return flagFault("confidence", "sampling.confidence_below_one", fault.Params{"value": *confidence})
		}
		if *twoSided {
			return writeBetween(w, f, asJSON)
		}
		return writeUpper(w, f, asJSON)
	}
}

func writeUpper(w io.Writer, f sampling.Finding, asJSON bool) error {
	upper, err := sampling.Upper(f)
	switch {
	case err != nil:
		return err
	case asJSON:
		return json.NewEncoder(w).Encode(map[string]int64{"upper": upper})
	}
	return say(w, "sampling.upper", boundParams(f, fault.Params{"upper": upper}))
}

func writeBetween(w io.Writer, f sampling.Finding, asJSON bool) error {
	lower, upper, err := sampling.TwoSided(f)
	switch {
	case err != nil:
		return err
	case asJSON:
		return json.NewEncoder(w).Encode(map[string]int64{"lower": lower, "upper": upper})
	}
	return say(w, "sampling.between", boundParams(f, fault.Params{"lower": lower, "upper": upper}))
}

func boundParams(f sampling.Finding, params fault.Params) fault.Params {
	params["population"], params["sample"], params["found"] = f.Population, f.Sample, f.Found
	params["confidence"] = percent(f.Confidence)
	return params
}
