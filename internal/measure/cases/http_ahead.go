package cases

import (
	"context"
	"net/url"

	"opfyldt/internal/calendar"
	"opfyldt/internal/contract"
	"opfyldt/internal/record"
	"opfyldt/internal/web"
)

// CasesAhead is what lies ahead of a requirement's cases.
type CasesAhead struct {
	Day      calendar.Date `json:"day" doc:"The day that is looked at."`
	Extract  calendar.Date `json:"extract" doc:"The day that the newest import speaks of; none where there is none."`
	Until    calendar.Date `json:"until" doc:"The last day of the period."`
	Over     bool          `json:"over" doc:"The extract has the whole period: nothing lies ahead."`
	Target   string        `json:"target" doc:"Exact; empty where there is none."`
	Line     string        `json:"line" doc:"What lies ahead in a sentence; empty where nothing is known."`
	Warnings []CaseWarning `json:"warnings" nullable:"false"`
	Open     int64         `json:"open"`
	Bands    []CaseBand    `json:"bands" nullable:"false" doc:"The open cases by days left."`
	Late     *LateAhead    `json:"late" doc:"How many may still be late; none where that cannot be said."`
	Forecast *CaseForecast `json:"forecast" doc:"None where nothing was concluded to go by, or nothing lies ahead."`
	Count    *CountAhead   `json:"count" doc:"Of a monthly count alone."`
}

// CaseWarning is something that endangers the target.
type CaseWarning struct {
	Kind  string `json:"kind" enum:"lost,beyond,short,soon,stale"`
	Words string `json:"words"`
}

// LateAhead is how many cases may still be late.
type LateAhead struct {
	Spare int64  `json:"spare" doc:"Open cases that may be concluded late; below zero, by how many timely ones the target is missed at best."`
	Words string `json:"words"`
	Rule  string `json:"rule" doc:"How it was reckoned, in a sentence."`
}

type aheadInput struct {
	Place
	web.AsOf
}

type aheadOutput struct{ Body CasesAhead }

// ahead answers what lies ahead.
func (h Handlers) ahead(ctx context.Context, in *aheadInput) (*aheadOutput, error) {
	v, err := h.see(ctx, in.Place, in.At)
	if err != nil {
		return nil, err
	}
	out := &aheadOutput{CasesAhead{Day: v.day, Extract: v.extract(), Until: v.rule.Window.To, Warnings: []CaseWarning{}, Bands: []CaseBand{}}}
	t := v.target()
	if t != nil {
		out.Body.Target = t.Value.String()
	}
	if v.newest == nil {
		return out, nil
	}
	k, err := h.known(ctx, v)
	if err != nil {
		return nil, err
	}
	out.Body.fill(web.Language(ctx), k, t)
	return out, nil
}

// target is the year's in a number; nil where there is none.
func (v *view) target() *contract.Target {
	t := v.requirement.TargetFor(v.contract.Year())
	if t == nil || t.Bound == contract.Done || t.Benchmark != "" {
		return nil
	}
	return t
}

// known reads what a look ahead rests on.
func (h Handlers) known(ctx context.Context, v *view) (known, error) {
	k := known{rule: v.rule, today: v.day, extract: v.extract()}
	span := calendar.Period{From: k.lastYear().From, To: v.rule.Window.To}
	if from := monthStart(v.rule.Window.From); from.Before(span.From) {
		span.From = from
	}
	var err error
	if k.tallies, err = h.Store.Tallies(ctx, v.of, span); err != nil {
		return k, err
	}
	k.open, err = h.Store.Dues(ctx, v.of)
	return k, err
}

func (a *CasesAhead) fill(lang string, k known, t *contract.Target) {
	a.Over = k.over()
	for _, o := range k.open {
		a.Open += o.Cases
	}
	if k.rule.Monthly {
		if t != nil {
			a.Count = k.countAhead(t)
			a.Line = a.Count.line(lang, k)
		}
		return
	}
	a.Bands = Bands(k.open, k.today)
	if t == nil || t.Bound != contract.AtLeast || k.extract.Before(k.rule.Window.From) {
		return
	}
	k.target = t.Value
	a.say(lang, k)
	if !a.Over {
		a.Forecast = k.expect()
	}
}

// TaskDue is the kind of task that open cases close to their limit give.
const TaskDue record.TaskKind = "cases_due"

// Tasks tells a goal's lead of open cases that come close to their last timely day.
func (h Handlers) Tasks(ctx context.Context, c *contract.Contract, reader record.Reader) ([]record.Task, error) {
	var tasks []record.Task
	for _, g := range c.Goals() {
		for i := range g.Requirements {
			r := &g.Requirements[i]
			rule, ok := RuleOf(c, r)
			if !ok || rule.limit == nil || !reader.May(opImport, g.ID) {
				continue
			}
			newest, chain, err := h.head(ctx, c.ID, r.ID)
			if err != nil {
				return nil, err
			}
			if newest == nil {
				continue
			}
			open, err := h.Store.Dues(ctx, Of{c.ID, r.ID, chain})
			if err != nil {
				return nil, err
			}
			if n, first := dueSoon(open, reader.Today); n > 0 {
				tasks = append(tasks, taskOf(g, r, newest.ID, n, first, reader))
			}
		}
	}
	return tasks, nil
}

// taskOf leads to the cases that come close to their limit.
func taskOf(g *contract.Goal, r *contract.Requirement, newest string, n int64, first calendar.Date, reader record.Reader) record.Task {
	which := url.Values{"state": {string(IsOpen)}, "dueFrom": {reader.Today.String()}, "dueTo": {reader.Today.AddDays(soon).String()}, "sort": {string(ByDue)}}
	return record.Task{
		ID: "cases_due:" + r.ID, Kind: TaskDue, Title: nameOf(g, r), What: soonWords(reader.Lang, n),
		Goal: g.ID, Subject: r.ID, Day: first, Fact: newest, Evidence: []record.Link{},
		Address: "goals/" + url.PathEscape(g.ID) + "/cases/" + url.PathEscape(r.ID) + "?" + which.Encode() + "#sager",
	}
}
