package sampling

import (
	"opfyldt/internal/exact"
	"opfyldt/internal/fault"
)

// firstFault returns the first that is one: a later figure's limits hang on the
// earlier ones.
func firstFault(fields ...*fault.Field) error {
	for _, f := range fields {
		if f != nil {
			return fault.Fields(*f)
		}
	}
	return nil
}

func populationFault(n int64) *fault.Field {
	return rangeFault("population", n, 1, MaxPopulation)
}

// rangeFault says that a figure must lie from least to most.
func rangeFault(path string, value, least, most int64) *fault.Field {
	if value >= least && value <= most {
		return nil
	}
	code := "sampling.too_small"
	if value > most {
		code = "sampling.too_large"
	}
	return &fault.Field{Path: path, Code: code, Params: fault.Params{"value": value, "least": least, "most": most}}
}

// confidenceFault wants a confidence above 0 and up to 1.
func confidenceFault(c exact.Rat) *fault.Field {
	if c.Sign() > 0 && !one.Less(c) {
		return nil
	}
	return &fault.Field{Path: "confidence", Code: "sampling.confidence", Params: fault.Params{"value": c}}
}
