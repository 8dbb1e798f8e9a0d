package scorecard

import (
	"context"
	"time"

	"opfyldt/internal/calendar"
	"opfyldt/internal/catalogue"
	"opfyldt/internal/ledger"
	"opfyldt/internal/measure"
	"opfyldt/internal/milestone"
	"opfyldt/internal/scoring"
	"opfyldt/internal/web"
)

// Becomes says in words what facts that are still to be written, all of one goal,
// would make of its degree; "" where there are none.
func (r *Reader) Becomes(ctx context.Context, contractID string, coming []ledger.Fact) (string, error) {
	if len(coming) == 0 {
		return "", nil
	}
	p, err := r.page(ctx, contractID, web.Moment{Instant: web.Now(ctx), Day: web.Today(ctx)})
	if err != nil {
		return "", err
	}
	asOf := p.card.AsOf
	if recorded := coming[0].Recorded; recorded.After(asOf) {
		asOf = recorded
	}
	then, err := newState(p.contract, replacing(p.facts, coming), asOf)
	if err != nil {
		return "", err
	}
	goal := coming[0].Goal
	return degreeWords(p.view.Lang, "becomes", p.goalScore(goal), (&page{state: then}).goalScore(goal)), nil
}

// replacing are the newest facts once others have come behind them.
func replacing(newest, coming []ledger.Fact) []ledger.Fact {
	type subject struct{ kind, of string }
	over := map[subject]bool{}
	for _, f := range coming {
		over[subject{f.Kind, f.Subject}] = true
	}
	var list []ledger.Fact
	for _, f := range newest {
		if !over[subject{f.Kind, f.Subject}] {
			list = append(list, f)
		}
	}
	return append(list, coming...)
}

// degreeWords says what a goal's degree was and is, or would be.
func degreeWords(lang, when string, before, after *scoring.GoalScore) string {
	if before == nil || after == nil {
		return ""
	}
	was, is := rangeWords(lang, before.Degree), rangeWords(lang, after.Degree)
	if was == is {
		return catalogue.Text(lang, "degree."+when+".same", map[string]any{"after": is})
	}
	return catalogue.Text(lang, "degree."+when, map[string]any{"before": was, "after": is})
}

func rangeWords(lang string, r scoring.Range) string {
	worst, best := catalogue.Value(lang, r.Worst), catalogue.Value(lang, r.Best)
	if worst == best {
		return worst
	}
	return worst + "–" + best
}

// changed says what a fact made of its goal's degree; "" where neither it nor what
// it brought about is scored.
func (h Handlers) changed(ctx context.Context, f ledger.Fact) (string, error) {
	last, err := h.scoredWith(ctx, f)
	if err != nil || last.IsZero() || f.Goal == "" {
		return "", err
	}
	day := calendar.DateOf(f.Recorded)
	after, err := h.Reader.page(ctx, f.Contract, web.Moment{Instant: last, Day: day, Past: true})
	if err != nil {
		return "", err
	}
	before, err := h.Reader.page(ctx, f.Contract, web.Moment{Instant: f.Recorded.Add(-time.Microsecond), Day: day, Past: true})
	if err != nil {
		return "", err
	}
	return degreeWords(after.view.Lang, "became", before.goalScore(f.Goal), after.goalScore(f.Goal)), nil
}

// mostFollowing is how long behind a fact those that it brought about may be
// recorded: each comes a microsecond after the one before.
const mostFollowing = time.Millisecond

// scoredWith is the instant at which the fact, or the last scored one that it
// brought about, was recorded; zero where none is scored.
func (h Handlers) scoredWith(ctx context.Context, f ledger.Fact) (last time.Time, err error) {
	switch f.Kind {
	case measure.KindReport, milestone.KindUpdate, KindAssessment:
		return f.Recorded, nil
	}
	results, err := h.Log.Newest(ctx, f.Contract, f.Recorded.Add(mostFollowing), measure.KindReport)
	for _, r := range results {
		if report := measure.ReportOf(&r); report != nil && report.Import == f.ID && r.Recorded.After(last) {
			last = r.Recorded
		}
	}
	return last, err
}
