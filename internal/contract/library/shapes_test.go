package library

import (
	"slices"
	"strings"
	"testing"

	"opfyldt/internal/contract"
)

// The three invented contracts together use every shape that the format has; two
// kinds of weight are the CPR administration's and the school's.
func TestThreeContractsUseEveryShape(t *testing.T) {
	used := map[string]bool{}
	for _, id := range []string{"fyrvaesen-2031", "sea-rescue-2030", "oemuseum-2031"} {
		c, _, err := Load(id)
		if err != nil {
			t.Fatal(err)
		}
		ofContract(used, c)
		for _, g := range c.Goals() {
			ofGoal(used, g)
			for i := range g.Requirements {
				ofRequirement(used, &g.Requirements[i])
			}
		}
	}
	var missing []string
	for _, shape := range strings.Fields(`fractions money none weighted-sum mean goals-reached gates total-target use july-to-june late-facts
		block-weight addition degree-list degree-range levels
		all-of weighted-mean share-of assessed-alone count-band all-band
		milestones timeliness monthly-count survey deviation yes-no number level
		target items steps shares pieces table way line piece-in piece-out lowest-best
		at-least at-most between done zero baseline benchmark revised fallback window index coverage-least coverage-share
		over-sum over-mean over-latest every-month every-quarter every-half-year
		recurring event event-limit share-band stop-reasons`) {
		if !used[shape] {
			missing = append(missing, shape)
		}
	}
	if len(missing) > 0 {
		t.Errorf("not used: %v", missing)
	}
}

func ofContract(used map[string]bool, c *contract.Contract) {
	used[string(c.Weights.Kind)], used[string(c.Total.By)] = true, true
	used["gates"] = used["gates"] || len(c.Total.Gates) > 0
	used["total-target"] = used["total-target"] || c.Total.Target != nil
	used["use"] = used["use"] || c.Total.Use != nil
	used["july-to-june"] = used["july-to-june"] || c.Period.From.String() == "2030-07-01"
	used["late-facts"] = used["late-facts"] || c.Reporting.FactsUntil.After(c.Period.To)
	used["block-weight"] = used["block-weight"] || c.Blocks[0].Weight != nil
}

func ofGoal(used map[string]bool, g *contract.Goal) {
	used[string(g.Combine.By)] = true
	used["addition"] = used["addition"] || g.Addition
	used["degree-list"] = used["degree-list"] || len(g.Scale.Degrees) > 0
	used["degree-range"] = used["degree-range"] || len(g.Scale.Degrees) == 0
	used["levels"] = used["levels"] || len(g.Scale.Levels) > 0
	for _, b := range append(slices.Clone(g.Combine.Bands), bandsOf(g)...) {
		used["all-band"] = used["all-band"] || b.All
		used["count-band"] = used["count-band"] || b.Count > 0
		used["share-band"] = used["share-band"] || b.Share != nil
	}
}

func bandsOf(g *contract.Goal) []contract.CountBand {
	var bands []contract.CountBand
	for _, r := range g.Requirements {
		bands = append(bands, r.Degree.Items...)
	}
	return bands
}

func ofRequirement(used map[string]bool, r *contract.Requirement) {
	used[string(r.Measure)], used[string(r.Degree.By)] = true, true
	for _, t := range r.Targets {
		used[string(t.Bound)] = true
		used["zero"] = used["zero"] || t.Bound == contract.AtMost && t.Value.IsZero()
		used["baseline"] = used["baseline"] || t.Baseline != nil
		used["benchmark"] = used["benchmark"] || t.Benchmark != ""
		used["revised"] = used["revised"] || !t.From.IsZero()
	}
	for _, p := range r.Degree.Pieces {
		used["line"] = used["line"] || p.LineTo != nil
		used["piece-in"] = used["piece-in"] || p.From != nil && p.From.Included
		used["piece-out"] = used["piece-out"] || p.To != nil && !p.To.Included
	}
	if rows := r.Degree.Table; len(rows) > 1 && rows[0].Level == "" {
		used["lowest-best"] = used["lowest-best"] || rows[1].Degree.Less(rows[0].Degree)
	}
	if r.Over != nil {
		used["over-"+string(r.Over.By)], used["every-"+string(r.Over.Every)] = true, true
	}
	if c := r.Coverage; c != nil {
		used["coverage-least"] = used["coverage-least"] || c.Least > 0
		used["coverage-share"] = used["coverage-share"] || c.Share != nil
	}
	used["fallback"] = used["fallback"] || r.Fallback != ""
	used["window"] = used["window"] || r.Window != nil
	used["index"] = used["index"] || r.Index != nil
	used["stop-reasons"] = used["stop-reasons"] || r.Cases != nil && len(r.Cases.StopReasons) > 0
	for _, item := range r.Items {
		used["recurring"] = used["recurring"] || item.Recurring != nil
		for _, s := range item.Steps {
			used["event"] = used["event"] || s.After != nil
			used["event-limit"] = used["event-limit"] || s.After != nil && s.After.Limit.Unit == contract.InWorkingDays
		}
	}
}
