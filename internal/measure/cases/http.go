package cases

import (
	"context"
	"iter"
	"net/http"
	"time"

	"opfyldt/internal/calendar"
	"opfyldt/internal/catalogue"
	"opfyldt/internal/contract"
	"opfyldt/internal/fault"
	"opfyldt/internal/ledger"
	"opfyldt/internal/record"
	"opfyldt/internal/sheet"
	"opfyldt/internal/web"
)

// Pages answers the contract with the request's person as its reader.
type Pages interface {
	At(ctx context.Context, contractID string, at web.Moment) (*contract.Contract, record.Reader, error)
}

// Handlers answers this slice's requests.
type Handlers struct {
	Service
	Pages   Pages
	Degrees Degrees
}

// Degrees says in words what facts that are still to be written would make of their
// goal's degree.
type Degrees interface {
	Becomes(ctx context.Context, contractID string, coming []ledger.Fact) (string, error)
}

// maxFile is how large a file of cases may be.
const maxFile = 256 << 20

const under = "/contracts/{contract}/requirements/{requirement}/cases"

// Routes registers the handlers.
func (h Handlers) Routes(r *web.Router) {
	web.Register(r, web.Route{
		Method: http.MethodPost, Path: under + "/imports", Operation: opImport, Upload: true, Staged: true, MaxBody: maxFile,
		ID: "importCases", Tag: "cases", Summary: "Import cases from a file, or ask what it would change",
	}, h.importFile)
	web.Register(r, web.Route{
		Method: http.MethodPost, Path: under, Operation: opImport, Upload: true, Staged: true, MaxBody: maxFile,
		ID: "pushCases", Tag: "cases", Summary: "Send cases as JSON, all or none, or ask what they would change",
	}, h.push)
	h.sampleRoutes(r)
	web.Register(r, web.Route{
		Method: http.MethodGet, Path: under, Operation: opRead,
		ID: "getCases", Tag: "cases", Summary: "A requirement's cases: the counts, and a page of the list",
	}, h.list)
	web.Register(r, web.Route{
		Method: http.MethodGet, Path: under + "/ahead", Operation: opRead,
		ID: "getCasesAhead", Tag: "cases", Summary: "What lies ahead of a requirement's cases: open ones by days left, how many may be late, a forecast",
	}, h.ahead)
	web.Register(r, web.Route{
		Method: http.MethodGet, Path: under + "/quality", Operation: opRead,
		ID: "getCasesQuality", Tag: "cases", Summary: "What one should look at among a requirement's cases: gaps, doubles, odd dates, outliers, stops; and what the newest import changed",
	}, h.quality)
	web.Register(r, web.Route{
		Method: http.MethodGet, Path: under + "/table", Operation: opRead, Table: true,
		ID: "getCasesTable", Tag: "cases", Summary: "A requirement's cases as a file",
	}, h.table)
	web.Register(r, web.Route{
		Method: http.MethodGet, Path: under + "/one", Operation: opRead,
		ID: "getCase", Tag: "cases", Summary: "A case, with the reckoning of its last timely day",
	}, h.one)
	web.Register(r, web.Route{
		Method: http.MethodGet, Path: under + "/proof", Operation: opRead,
		ID: "getCaseProof", Tag: "cases", Summary: "A case's row with the proof that it is among those of its import",
	}, h.proof)
}

// Place is where a requirement's cases are found.
type Place struct {
	Contract    string `path:"contract"`
	Requirement string `path:"requirement"`
}

// view is what a page about cases is made of.
type view struct {
	contract    *contract.Contract
	goal        *contract.Goal
	requirement *contract.Requirement
	rule        Rule
	reader      record.Reader
	of          Of
	newest      *ledger.Fact
	day         calendar.Date
}

// see reads the requirement's cases as of the instant.
func (h Handlers) see(ctx context.Context, p Place, at web.Moment) (*view, error) {
	c, reader, err := h.Pages.At(ctx, p.Contract, at)
	if err != nil {
		return nil, err
	}
	v := &view{contract: c, reader: reader, day: at.Day}
	if v.goal, v.requirement, v.rule, err = Find(c, p.Requirement); err != nil {
		return nil, err
	}
	until := time.Time{}
	if at.Past {
		until = at.Instant
	}
	chain, err := h.Store.Chain(ctx, p.Contract, p.Requirement, until)
	if err != nil {
		return nil, err
	}
	v.of = Of{p.Contract, p.Requirement, chain}
	if len(chain) > 0 {
		f, err := h.Facts.Fact(ctx, p.Contract, chain[len(chain)-1])
		if err != nil {
			return nil, err
		}
		v.newest = &f
	}
	return v, nil
}

// extract is the day that the newest import speaks of; none where there is none.
func (v *view) extract() calendar.Date {
	if v.newest == nil {
		return calendar.Date{}
	}
	return v.newest.Day
}

// Narrow is how a list of cases is asked for.
type Narrow struct {
	State   State         `query:"state" enum:"open,late,timely,overdue,paused,concluded"`
	Month   string        `query:"month" doc:"Of conclusion." example:"2014-03"`
	Kind    string        `query:"kind" maxLength:"200"`
	Outcome string        `query:"outcome" maxLength:"200"`
	Text    string        `query:"text" maxLength:"200" doc:"How the reference begins."`
	DueFrom calendar.Date `query:"dueFrom" doc:"The first of the last timely days."`
	DueTo   calendar.Date `query:"dueTo" doc:"The last of them."`
	Finding Finding       `query:"finding" enum:"alike,rest-day,before-stop-ended,stop-afterwards,stop-for-nothing,stop-unnamed,long-ago,outlier,outcome-open,no-outcome,new,changed" doc:"What a check of the data found, or what the newest import brought."`
	Sort    Order         `query:"sort" enum:"reference,received,concluded,due" default:"reference"`
	Down    bool          `query:"down"`
}

func (n Narrow) filter(today calendar.Date, q quality) Filter {
	return Filter{Finding: n.Finding, quality: q, State: n.State, Month: n.Month, Kind: n.Kind, Outcome: n.Outcome, Text: n.Text, DueFrom: n.DueFrom, DueTo: n.DueTo, Sort: n.Sort, Down: n.Down, Day: today}
}

type casesInput struct {
	Place
	Narrow
	After string `query:"after" maxLength:"300" doc:"The place that the page before ended with."`
	Limit int    `query:"limit" minimum:"1" maximum:"500" default:"50"`
	web.AsOf
}

// CasesAbout is what every page about a requirement's cases begins with.
type CasesAbout struct {
	Goal        string        `json:"goal"`
	GoalTitle   string        `json:"goalTitle"`
	Requirement string        `json:"requirement"`
	Title       string        `json:"title"`
	Measure     string        `json:"measure" enum:"timeliness,monthly-count"`
	Target      string        `json:"target" doc:"The year's target, exact; empty where there is none."`
	Limit       string        `json:"limit" doc:"How long a case may take, in words; empty where there is no limit."`
	Today       calendar.Date `json:"today" doc:"The day that is looked at."`
	CanImport   bool          `json:"canImport"`
	Newest      *record.Fact  `json:"newest" doc:"The newest import; none where nothing was imported."`
	Figures     *CaseFigures  `json:"figures" doc:"What follows from the newest import."`
	Reasons     []CaseReason  `json:"reasons" nullable:"false"`
}

// CaseReason is a reason that the contract names.
type CaseReason struct {
	ID    string `json:"id"`
	Title string `json:"title"`
}

func (v *view) about(lang string) CasesAbout {
	a := CasesAbout{Goal: v.goal.ID, GoalTitle: v.goal.Title, Requirement: v.requirement.ID, Title: nameOf(v.goal, v.requirement), Measure: string(v.requirement.Measure),
		Today: v.day, CanImport: v.reader.May(opImport, v.goal.ID), Limit: limitWords(lang, v.rule, CaseRow{}), Reasons: []CaseReason{}}
	if t := v.target(); t != nil {
		a.Target = t.Value.String()
	}
	for _, r := range v.rule.reasons {
		a.Reasons = append(a.Reasons, CaseReason{r.ID, r.Title})
	}
	if v.newest != nil {
		f := v.reader.Wire(*v.newest)
		a.Newest = &f
		if i := ImportOf(v.newest); i != nil {
			figures := i.Figures.listed()
			a.Figures = &figures
		}
	}
	return a
}

// CasesPage is the counts and a page of the list.
type CasesPage struct {
	CasesAbout
	Statistics CaseStatistics `json:"statistics"`
	Cases      []CaseLine     `json:"cases" nullable:"false"`
	Found      int64          `json:"found" doc:"Cases that the filter leaves; 10,001 says more than 10,000."`
	Next       string         `json:"next" doc:"Where the next page begins; empty behind the last."`
}

type casesOutput struct{ Body CasesPage }

// list answers the counts and a page of cases.
func (h Handlers) list(ctx context.Context, in *casesInput) (*casesOutput, error) {
	v, err := h.see(ctx, in.Place, in.At)
	if err != nil {
		return nil, err
	}
	out := &casesOutput{}
	out.Body.CasesAbout = v.about(web.Language(ctx))
	q, err := h.look(ctx, v, &out.Body.Statistics)
	if err != nil {
		return nil, err
	}
	filter := in.filter(in.At.Day, q)
	filter.After, filter.Limit = in.After, in.Limit
	rows, next, err := h.Store.List(ctx, v.of, v.rule, filter)
	if err != nil {
		return nil, err
	}
	out.Body.Next, out.Body.Cases = next, []CaseLine{}
	for _, r := range rows {
		out.Body.Cases = append(out.Body.Cases, lineOf(r, v.rule, in.At.Day))
	}
	out.Body.Found, err = h.Store.Found(ctx, v.of, v.rule, filter)
	return out, err
}

type tableInput struct {
	Place
	Narrow
	web.TableFormat
	web.AsOf
}

// table writes the cases as a file that can be imported again.
func (h Handlers) table(ctx context.Context, in *tableInput) (*web.File, error) {
	v, err := h.see(ctx, in.Place, in.At)
	if err != nil {
		return nil, err
	}
	q, err := h.look(ctx, v, &CaseStatistics{})
	if err != nil {
		return nil, err
	}
	lang := web.Language(ctx)
	var heads []sheet.Head
	for _, key := range []string{colReference, colReceived, colConcluded, colKind, colOutcome, "due", "state", "days"} {
		heads = append(heads, sheet.Head{Name: catalogue.Text(lang, "cases.column."+key, nil), Width: 16})
	}
	name := catalogue.Text(lang, "cases.file", fault.Params{"contract": v.contract.ID, "requirement": v.requirement.ID, "day": in.At.Day.String()})
	rows := h.Store.All(ctx, v.of, v.rule, in.filter(in.At.Day, q))
	return in.Table(ctx, name, heads, tableRows(rows, v, lang)), nil
}

func tableRows(rows iter.Seq2[CaseRow, error], v *view, lang string) iter.Seq2[[]any, error] {
	return func(yield func([]any, error) bool) {
		for r, err := range rows {
			l := lineOf(r, v.rule, v.day)
			state := catalogue.Text(lang, "cases.state."+string(l.State), nil)
			if !yield([]any{r.Reference, r.Received, r.Concluded, r.Kind, r.Outcome, r.Due, state, l.Days}, err) {
				return
			}
		}
	}
}
