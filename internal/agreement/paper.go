package agreement

import (
	"context"

	"opfyldt/internal/calendar"
	"opfyldt/internal/contract"
	"opfyldt/internal/contract/draft"
	"opfyldt/internal/contract/paper"
	"opfyldt/internal/exact"
	"opfyldt/internal/web"
)

// Suggestions are what a paper's text suggests, by rule; a person confirms each.
type Suggestions struct {
	Goals   []SuggestedGoal   `json:"goals" nullable:"false" doc:"Lines of a table of weights."`
	Days    []SuggestedDay    `json:"days" nullable:"false"`
	Targets []SuggestedTarget `json:"targets" nullable:"false"`
	Limits  []SuggestedLimit  `json:"limits" nullable:"false"`
}

// SuggestedGoal is a goal with its weight.
type SuggestedGoal struct {
	Line    int       `json:"line"`
	Number  string    `json:"number"`
	Title   string    `json:"title"`
	Weight  exact.Rat `json:"weight"`
	Printed string    `json:"printed"`
	Unit    string    `json:"unit" enum:"percent,points,fractions," doc:"Empty where the line names none."`
}

// SuggestedDay is the last day that some words allow.
type SuggestedDay struct {
	Line  int           `json:"line"`
	Words string        `json:"words"`
	Day   calendar.Date `json:"day"`
	Doubt bool          `json:"doubt" doc:"The words may leave the day itself out."`
}

// SuggestedTarget is a bound.
type SuggestedTarget struct {
	Line  int            `json:"line"`
	Words string         `json:"words"`
	Bound contract.Bound `json:"bound" enum:"at-least,at-most"`
	Value exact.Rat      `json:"value"`
	Unit  string         `json:"unit"`
}

// SuggestedLimit is how long a case may take.
type SuggestedLimit struct {
	Line  int    `json:"line"`
	Words string `json:"words"`
	Count int    `json:"count"`
	Unit  string `json:"unit" enum:"months,days,working-days"`
}

type suggestInput struct {
	Body struct {
		Text string        `json:"text" maxLength:"1000000" doc:"The paper's text."`
		From calendar.Date `json:"from" doc:"The first day of the contract, for words that name no year."`
	}
}

type suggestOutput struct{ Body Suggestions }

// suggest finds in a paper's text what its file will need.
func suggest(ctx context.Context, in *suggestInput) (*suggestOutput, error) {
	year := in.Body.From.Year()
	if in.Body.From.IsZero() {
		year = web.Today(ctx).Year()
	}
	text := in.Body.Text
	s := Suggestions{Goals: []SuggestedGoal{}, Days: []SuggestedDay{}, Targets: []SuggestedTarget{}, Limits: []SuggestedLimit{}}
	for _, w := range paper.Weights(text) {
		s.Goals = append(s.Goals, SuggestedGoal{w.Line, w.Number, w.Title, w.Value, w.Printed, w.Unit})
	}
	for _, d := range paper.Days(text, year) {
		s.Days = append(s.Days, SuggestedDay{d.Line, d.Text, d.Day, d.Doubt})
	}
	for _, t := range paper.Targets(text) {
		s.Targets = append(s.Targets, SuggestedTarget{t.Line, t.Text, t.Bound, t.Value, t.Unit})
	}
	for _, l := range paper.Limits(text) {
		s.Limits = append(s.Limits, SuggestedLimit{l.Line, l.Text, l.Limit.Count, string(l.Limit.Unit)})
	}
	return &suggestOutput{s}, nil
}

type draftInput struct{ Body draft.Draft }

type draftOutput struct {
	Body struct {
		Source string `json:"source" doc:"The file, YAML."`
	}
}

// write writes a file from what was answered; its check asks for the rest.
func write(_ context.Context, in *draftInput) (*draftOutput, error) {
	out := &draftOutput{}
	out.Body.Source = draft.Write(in.Body)
	return out, nil
}
