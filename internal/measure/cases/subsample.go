package cases

import (
	"encoding/json"
	"slices"

	"opfyldt/internal/calendar"
	"opfyldt/internal/contract"
	"opfyldt/internal/draw"
	"opfyldt/internal/exact"
	"opfyldt/internal/fault"
	"opfyldt/internal/ledger"
	"opfyldt/internal/record"
	"opfyldt/internal/sampling"
)

// How sure a verification by a subsample is to see that too many cases differ from
// their files, and how many are too many.
var (
	sampleConfidence = exact.Frac(95, 100)
	sampleTolerable  = exact.Frac(5, 100)
)

// counted are the cases that a result counts: concluded in the span and, where the
// contract counts them, open and late on the day.
type counted struct {
	span calendar.Period
	late calendar.Date // zero where no open case counts
}

// countedIn says which cases a result counts.
func countedIn(rule Rule, result ledger.Fact, month string) counted {
	of := counted{span: rule.Window}
	if m, err := calendar.ParseMonth(month); err == nil {
		of.span = calendar.Period{From: m.Last().AddDays(1).AddMonths(-1), To: m.Last()}
	}
	if rule.OpenLateCounts {
		of.late = result.Day
	}
	return of
}

// importIn names the import that a result follows from; "" for a typed one.
func importIn(result *ledger.Fact) string {
	var body struct {
		Import string `json:"import"`
	}
	if result == nil || json.Unmarshal(result.Body, &body) != nil {
		return ""
	}
	return body.Import
}

// sizeOf is how many of a population are looked at: as many as in a spot check that
// finds nothing and must be able to see the tolerable share.
func sizeOf(population int64) (int64, error) {
	if population == 0 {
		return 0, nil
	}
	design, err := sampling.DesignNumber(population, sampleTolerable)
	if err != nil {
		return 0, err
	}
	return sampling.Size(sampling.Plan{Population: population, Design: design, Confidence: sampleConfidence})
}

// upperOf is how many of the population may differ at most, by what was found.
func upperOf(s record.CheckedCases) (int64, error) {
	if s.Population == 0 {
		return 0, nil
	}
	return sampling.Upper(sampling.Finding{Population: s.Population, Sample: s.Size, Found: s.Differing, Confidence: sampleConfidence})
}

// subsample is a draw with the cases that it drew, in its order.
type subsample struct {
	record.CheckedCases
	drawn []draw.Drawn
}

// seed is bound to the result, to the list that it counts, and to a value that
// nobody knew before the result was written.
func seedOf(s record.CheckedCases) string {
	return draw.Seed{Round: s.Round, Frame: s.Frame, Random: s.Random}.String()
}

// fill puts what was found into the draw, in the draw's order.
func (s *subsample) fill(sent *record.CheckedCases) error {
	var c record.Checks
	sent.Check("sample", &c)
	found := map[string]record.CheckedCase{}
	for _, one := range sent.Cases {
		if _, twice := found[one.Reference]; twice {
			c.Add("sample.cases", "cases.sample_other", fault.Params{"reference": record.Shorten(one.Reference, mostText)})
		}
		found[one.Reference] = one
	}
	s.Cases = []record.CheckedCase{}
	missing := []string{}
	for _, d := range s.drawn {
		one, ok := found[d.ID]
		if !ok {
			missing = append(missing, d.ID)
			continue
		}
		s.Cases = append(s.Cases, one)
		delete(found, d.ID)
	}
	for _, reference := range sortedKeys(found) {
		c.Add("sample.cases", "cases.sample_other", fault.Params{"reference": record.Shorten(reference, mostText)})
	}
	if len(missing) > 0 {
		c.Add("sample.cases", "cases.sample_missing", fault.Params{"count": len(missing), "first": missing[0]})
	}
	if err := c.Err(); err != nil {
		return err
	}
	s.Differing = sent.Differing
	upper, err := upperOf(s.CheckedCases)
	s.Upper = upper
	return err
}

// chainTo is the chain as it stood with the import.
func chainTo(chain []string, importID string) ([]string, bool) {
	at := slices.Index(chain, importID)
	return chain[:at+1], at >= 0
}

// ownImport refuses who brought any of the cases in themselves.
func ownImport(by string, imports []ledger.Fact) error {
	for _, f := range imports {
		if f.Actor.Subject == by {
			return fault.New(fault.Forbidden, "cases.sample_own", nil)
		}
	}
	return nil
}

// monthIn is the month of a result's subject; "" where it is of the requirement.
func monthIn(r *contract.Requirement, subject string) string {
	if len(subject) > len(r.ID)+1 {
		return subject[len(r.ID)+1:]
	}
	return ""
}
