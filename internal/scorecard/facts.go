package scorecard

import (
	"context"
	"strings"

	"opfyldt/internal/calendar"
	"opfyldt/internal/contract"
	"opfyldt/internal/fault"
	"opfyldt/internal/ledger"
	"opfyldt/internal/measure"
	"opfyldt/internal/milestone"
	"opfyldt/internal/personnumber"
	"opfyldt/internal/web"
)

// FactFilter is how a reader narrows and orders the log.
type FactFilter struct {
	Kind         []string      `query:"kind" doc:"Only these kinds."`
	Goal         string        `query:"goal" maxLength:"200"`
	Subject      string        `query:"subject" maxLength:"200"`
	Actor        string        `query:"actor" maxLength:"255" doc:"Only what this person recorded."`
	DayFrom      calendar.Date `query:"dayFrom" doc:"Speaks of this day or a later one."`
	DayTo        calendar.Date `query:"dayTo"`
	RecordedFrom calendar.Date `query:"recordedFrom" doc:"Recorded on this day or a later one."`
	RecordedTo   calendar.Date `query:"recordedTo"`
	Text         string        `query:"text" maxLength:"200" doc:"Said in the fact, or in the name of what it is about."`
	Sort         string        `query:"sort" enum:"leaf,day,goal" default:"leaf"`
	Newest       bool          `query:"newest" doc:"The newest first, or the other order turned round."`
}

type factsInput struct {
	Contract string `path:"contract"`
	FactFilter
	After int64 `query:"after" default:"-1" minimum:"-1" doc:"Go on after this leaf."`
	Limit int   `query:"limit" default:"100" minimum:"1" maximum:"1000"`
	web.AsOf
}

type factsOutput struct{ Body FactList }

func (h Handlers) facts(ctx context.Context, in *factsInput) (*factsOutput, error) {
	p, by, err := h.filtered(ctx, in.Contract, in.At, in.FactFilter)
	if err != nil {
		return nil, err
	}
	by.Limit = in.Limit
	if in.After >= 0 {
		by.After = &in.After
	}
	facts, next, err := h.Log.List(ctx, in.Contract, by)
	if err != nil {
		return nil, err
	}
	out := &factsOutput{FactList{Next: next}}
	if out.Body.Facts, err = h.logLines(ctx, p, facts); err != nil {
		return nil, err
	}
	if out.Body.Count, err = h.Log.Count(ctx, in.Contract, by); err != nil {
		return nil, err
	}
	out.Body.Actors, err = h.Log.Actors(ctx, in.Contract, by.AsOf)
	return out, err
}

// filtered reads the contract and puts the filter in the ledger's terms.
func (h Handlers) filtered(ctx context.Context, contractID string, at web.Moment, f FactFilter) (*page, ledger.Filter, error) {
	text := strings.TrimSpace(f.Text)
	if _, _, found := personnumber.Find(text); found {
		return nil, ledger.Filter{}, fault.Fields(fault.Field{Path: "query.text", Code: "person-number"})
	}
	p, err := h.Reader.page(ctx, contractID, at)
	if err != nil {
		return nil, ledger.Filter{}, err
	}
	return p, ledger.Filter{
		Kinds: f.Kind, Goal: f.Goal, Subject: f.Subject, Actor: f.Actor,
		Day: ledger.Days{From: f.DayFrom, To: f.DayTo}, Recorded: ledger.Days{From: f.RecordedFrom, To: f.RecordedTo},
		Text: text, Named: named(p.contract, p.plan, text),
		AsOf: readAt(at), Sort: ledger.SortBy(f.Sort), NewestFirst: f.Newest,
	}, nil
}

// logLines writes facts with their neighbours.
func (h Handlers) logLines(ctx context.Context, p *page, facts []ledger.Fact) ([]LogLine, error) {
	asOf := readAt(web.Moment{Instant: p.view.AsOf, Day: p.view.Day, Past: p.view.Past})
	beside, err := h.Log.Beside(ctx, p.contract.ID, facts, asOf)
	if err != nil {
		return nil, err
	}
	lines := make([]LogLine, len(facts))
	for i, f := range facts {
		lines[i] = LogLine{p.wire(f), beside[f.Leaf].Before, beside[f.Leaf].After}
	}
	return lines, nil
}

// named lists the subjects whose name holds the text: facts tell a step or a
// requirement by its id alone.
func named(c *contract.Contract, plan *milestone.Plan, text string) []string {
	if text == "" {
		return nil
	}
	text = strings.ToLower(text)
	holds := func(name string) bool { return strings.Contains(strings.ToLower(name), text) }
	var subjects []string
	for _, s := range plan.Steps() {
		if holds(s.Name()) {
			subjects = append(subjects, s.ID)
		}
	}
	for _, g := range c.Goals() {
		if holds(g.Title) || holds(g.Short) {
			subjects = append(subjects, g.ID)
		}
		for _, r := range g.Requirements {
			if !holds(r.Title) {
				continue
			}
			subjects = append(subjects, r.ID)
			for _, month := range c.Period.Months() {
				subjects = append(subjects, measure.Subject(r.ID, month.String()))
			}
		}
	}
	return subjects
}
