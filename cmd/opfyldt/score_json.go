package main

import (
	"encoding/json"
	"io"
	"time"

	"opfyldt/internal/catalogue"
	"opfyldt/internal/contract"
	"opfyldt/internal/exact"
	"opfyldt/internal/scoring"
)

// totalsJSON is a total with what is decided of it; numbers are exact decimals.
type totalsJSON struct {
	Total   exact.Rat `json:"total"`
	Decided exact.Rat `json:"decided"`
	Worst   exact.Rat `json:"worst"`
	Best    exact.Rat `json:"best"`
}

type scoreJSON struct {
	Contract string    `json:"contract"`
	AsOf     time.Time `json:"asOf"`
	totalsJSON
	Calculated  totalsJSON          `json:"calculated"`
	Goals       []goalJSON          `json:"goals"`
	Explanation scoring.Explanation `json:"explanation"`
}

type goalJSON struct {
	ID           string              `json:"id"`
	Title        string              `json:"title"`
	Weight       exact.Rat           `json:"weight"` // share of the whole, in percent
	Degree       *exact.Rat          `json:"degree"` // null while not decided
	Calculated   *exact.Rat          `json:"calculated"`
	Assessed     *exact.Rat          `json:"assessed"` // null where not assessed
	Reason       *string             `json:"reason"`   // null where not assessed
	Contribution *exact.Rat          `json:"contribution"`
	Worst        exact.Rat           `json:"worst"`
	Best         exact.Rat           `json:"best"`
	Kept         *bool               `json:"kept"`
	Explanation  scoring.Explanation `json:"explanation"`
}

func writeScoreJSON(w io.Writer, c *contract.Contract, card scoring.Scorecard) error {
	out := scoreJSON{
		Contract:    c.ID,
		AsOf:        card.AsOf.UTC(),
		totalsJSON:  asTotalsJSON(card.Total),
		Calculated:  asTotalsJSON(card.Calculated),
		Goals:       make([]goalJSON, len(card.Goals)),
		Explanation: inWords(c, card.Explanation),
	}
	// The goals' explanations stand with the goals.
	out.Explanation.Children = notes(out.Explanation.Children)
	for i := range card.Goals {
		out.Goals[i] = asGoalJSON(c, &card.Goals[i])
	}
	enc := json.NewEncoder(w)
	enc.SetEscapeHTML(false)
	enc.SetIndent("", "  ")
	return enc.Encode(out)
}

// notes keeps what explains the total itself: gates, the cap, the calculated
// total.
func notes(children []scoring.Explanation) []scoring.Explanation {
	var kept []scoring.Explanation
	for _, e := range children {
		if len(e.Figure) < 5 || e.Figure[:5] != "goal:" {
			kept = append(kept, e)
		}
	}
	return kept
}

func asTotalsJSON(t scoring.Totals) totalsJSON {
	return totalsJSON{Total: t.Obtained, Decided: t.Decided, Worst: t.Worst, Best: t.Best}
}

func asGoalJSON(c *contract.Contract, g *scoring.GoalScore) goalJSON {
	out := goalJSON{
		ID: g.ID, Weight: g.Weight, Kept: g.Kept,
		Degree:       ifKnown(g.Degree),
		Calculated:   ifKnown(g.Calculated),
		Contribution: ifKnown(g.Contribution),
		Worst:        g.Degree.Worst,
		Best:         g.Degree.Best,
		Explanation:  inWords(c, g.Explanation),
	}
	if goal := c.Goal(g.ID); goal != nil {
		out.Title = goal.Title
	}
	if g.Assessed != nil {
		out.Assessed, out.Reason = &g.Assessed.Degree, &g.Assessed.Reason
	}
	return out
}

func ifKnown(r scoring.Range) *exact.Rat {
	if !r.Known {
		return nil
	}
	return &r.Worst
}

// inWords renders an explanation in the contract's language.
func inWords(c *contract.Contract, e scoring.Explanation) scoring.Explanation {
	return scoring.Render(e, func(key string, values map[string]any) string {
		return catalogue.Text(c.Language, key, values)
	})
}
