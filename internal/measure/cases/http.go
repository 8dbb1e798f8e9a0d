package cases

import (
	"context"
	"errors"
	"io"
	"iter"
	"net/http"
	"os"
	"time"

	"opfyldt/internal/bulk"
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
	Pages Pages
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
		Method: http.MethodGet, Path: under, Operation: opRead,
		ID: "getCases", Tag: "cases", Summary: "A requirement's cases: the counts, and a page of the list",
	}, h.list)
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

type importInput struct {
	Place
	Preview  bool          `query:"preview" doc:"Only ask what the file would change."`
	ID       string        `query:"id" doc:"The fact's id, a UUIDv7 made by the client; the same id again writes nothing. Not needed in a preview."`
	Expects  string        `query:"expects" doc:"The import that a preview was compared with: refused where another has come since."`
	Compared bool          `query:"compared" doc:"Expects counts, even where it is empty: there was no import before."`
	Day      calendar.Date `query:"day" required:"true" doc:"The day as of which the case system was asked."`
	Name     string        `query:"name" required:"true" doc:"The file's name."`
	Note     string        `query:"note"`
	Part     bool          `query:"part" doc:"The file holds some of the cases: those it does not name stay as they are."`
	Vanished Vanished      `query:"vanished" enum:"keep,remove" doc:"What becomes of cases that stand and that the file does not have."`
	web.Upload
}

type casesImported struct {
	Status int
	Body   *CasesPreview
}

// importFile takes a file in.
func (h Handlers) importFile(ctx context.Context, in *importInput) (*casesImported, error) {
	by, err := web.MustPerson(ctx)
	if err != nil {
		return nil, err
	}
	spool, size, err := spooled(in.Content)
	if err != nil {
		return nil, err
	}
	defer func() {
		spool.Close()           //nolint:errcheck // nothing in it is needed any more
		os.Remove(spool.Name()) //nolint:errcheck // the system tidies what is left
	}()
	q := Request{Contract: in.Contract, Requirement: in.Requirement, ID: in.ID, Day: in.Day, Name: in.Name, Note: in.Note,
		Part: in.Part, Vanished: in.Vanished, Preview: in.Preview, Now: web.Now(ctx),
		Tell: func(stage string, done, of int) { web.Tell(ctx, stage, done, of) }}
	if in.Compared {
		q.Expects = &in.Expects
	}
	out, err := h.Take(ctx, by, q, func(rule Rule) (Reading, error) {
		return OpenFile(spool, size, web.Language(ctx), rule, in.Day)
	})
	if err != nil {
		return nil, err
	}
	return h.answer(ctx, out)
}

func (h Handlers) answer(ctx context.Context, out *Outcome) (*casesImported, error) {
	answer := &casesImported{Status: http.StatusOK, Body: out.preview(web.Language(ctx))}
	if out.Fact == nil {
		return answer, nil
	}
	c, err := h.Contracts.Contract(ctx, out.Fact.Contract, web.Now(ctx))
	if err != nil {
		return nil, err
	}
	f := record.ToWire(*out.Fact, 0, Sentence(web.Language(ctx), c, *out.Fact))
	answer.Body.Fact = &f
	if !out.Known {
		answer.Status = http.StatusCreated
	}
	return answer, nil
}

// spooled keeps an upload in a file of its own: workbooks are read from behind.
func spooled(content io.Reader) (*os.File, int64, error) {
	spool, err := os.CreateTemp("", "opfyldt-cases-")
	if err != nil {
		return nil, 0, err
	}
	size, err := io.Copy(spool, content)
	if err != nil {
		err = errors.Join(fault.New(fault.Invalid, "web.body_unread", nil).Because(err), spool.Close(), os.Remove(spool.Name()))
		return nil, 0, err
	}
	return spool, size, nil
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

// Narrow is how a list of cases is asked for.
type Narrow struct {
	State   State  `query:"state" enum:"open,late,timely,overdue,paused,concluded"`
	Month   string `query:"month" doc:"Of conclusion." example:"2014-03"`
	Kind    string `query:"kind" maxLength:"200"`
	Outcome string `query:"outcome" maxLength:"200"`
	Text    string `query:"text" maxLength:"200" doc:"How the reference begins."`
	Sort    Order  `query:"sort" enum:"reference,received,concluded,due" default:"reference"`
	Down    bool   `query:"down"`
}

func (n Narrow) filter(today calendar.Date) Filter {
	return Filter{State: n.State, Month: n.Month, Kind: n.Kind, Outcome: n.Outcome, Text: n.Text, Sort: n.Sort, Down: n.Down, Day: today}
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
	a := CasesAbout{Goal: v.goal.ID, GoalTitle: v.goal.Title, Requirement: v.requirement.ID, Title: v.requirement.Title, Measure: string(v.requirement.Measure),
		Today: v.day, CanImport: v.reader.May(opImport, v.goal.ID), Limit: limitWords(lang, v.rule, CaseRow{}), Reasons: []CaseReason{}}
	if a.Title == "" {
		a.Title = v.goal.Title
	}
	if t := v.requirement.TargetFor(v.contract.Year()); t != nil && t.Bound != contract.Done && t.Benchmark == "" {
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
	tallies, err := h.Store.Tallies(ctx, v.of, v.rule.Window)
	if err != nil {
		return nil, err
	}
	out.Body.Statistics = Count(tallies, v.rule, in.At.Day)
	filter := in.filter(in.At.Day)
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
	lang := web.Language(ctx)
	var heads []sheet.Head
	for _, key := range []string{colReference, colReceived, colConcluded, colKind, colOutcome, "due", "state", "days"} {
		heads = append(heads, sheet.Head{Name: catalogue.Text(lang, "cases.column."+key, nil), Width: 16})
	}
	name := catalogue.Text(lang, "cases.file", fault.Params{"contract": v.contract.ID, "requirement": v.requirement.ID, "day": in.At.Day.String()})
	rows := h.Store.All(ctx, v.of, v.rule, in.filter(in.At.Day))
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

type oneInput struct {
	Place
	Reference string `query:"reference" required:"true" maxLength:"200"`
	web.AsOf
}

// CaseVersion is a case as an import brought it in.
type CaseVersion struct {
	Case   CaseRow      `json:"case"`
	Import record.Fact  `json:"import"`
	Cells  []CellChange `json:"cells" nullable:"false" doc:"What it changed."`
}

// CaseStep is a line of the reckoning, in words.
type CaseStep struct {
	Words string        `json:"words"`
	Due   calendar.Date `json:"due"`
}

// CasePage is a case with everything about it.
type CasePage struct {
	CasesAbout
	Line     CaseLine      `json:"line"`
	Case     CaseRow       `json:"case"`
	Words    string        `json:"words" doc:"Where the case stands, in a sentence."`
	Steps    []CaseStep    `json:"steps" nullable:"false" doc:"How the last timely day comes about."`
	Versions []CaseVersion `json:"versions" nullable:"false" doc:"The newest first."`
}

type oneOutput struct{ Body CasePage }

// one answers a case.
func (h Handlers) one(ctx context.Context, in *oneInput) (*oneOutput, error) {
	v, err := h.see(ctx, in.Place, in.At)
	if err != nil {
		return nil, err
	}
	history, err := h.Store.History(ctx, v.of, in.Reference)
	if err != nil {
		return nil, err
	}
	lang := web.Language(ctx)
	out := &oneOutput{}
	b := &out.Body
	last := history[0].CaseRow
	if last.Removed && len(history) > 1 {
		last = history[1].CaseRow // what was known of it before it went
	}
	b.CasesAbout, b.Case, b.Line = v.about(lang), last, lineOf(last, v.rule, v.day)
	b.Words, b.Steps = caseWords(lang, b.Line), reckoningWords(lang, v, last)
	for i, k := range history {
		f, err := h.Facts.Fact(ctx, in.Contract, k.Import)
		if err != nil {
			return nil, err
		}
		version := CaseVersion{Case: k.CaseRow, Import: v.reader.Wire(f), Cells: []CellChange{}}
		if i+1 < len(history) {
			version.Cells = Change{k.Reference, &history[i+1].CaseRow, &k.CaseRow}.wire(lang).Cells
		}
		b.Versions = append(b.Versions, version)
	}
	if history[0].Removed {
		b.Words = catalogue.Text(lang, "cases.stands.removed", map[string]any{"day": b.Versions[0].Import.Day})
	}
	return out, nil
}

// CaseProof is a row with what shows that it is among those of its import.
type CaseProof struct {
	Row   string     `json:"row" doc:"The row in canonical form (RFC 8785), as it was hashed."`
	Proof bulk.Proof `json:"proof"`
	Root  string     `json:"root" doc:"The root that the import's fact carries, in hexadecimal."`
	Fact  string     `json:"fact" doc:"The import's fact."`
	Leaf  int64      `json:"leaf" doc:"Its place in the log."`
}

type proofOutput struct{ Body CaseProof }

// proof proves a case's newest row against the root in its import's fact.
func (h Handlers) proof(ctx context.Context, in *oneInput) (*proofOutput, error) {
	v, err := h.see(ctx, in.Place, in.At)
	if err != nil {
		return nil, err
	}
	history, err := h.Store.History(ctx, v.of, in.Reference)
	if err != nil {
		return nil, err
	}
	k := history[0]
	f, err := h.Facts.Fact(ctx, in.Contract, k.Import)
	if err != nil {
		return nil, err
	}
	i := ImportOf(&f)
	if i == nil {
		return nil, fault.New(fault.NotFound, "cases.unknown", nil)
	}
	out := &proofOutput{}
	out.Body.Row, out.Body.Root, out.Body.Fact, out.Body.Leaf = string(k.Body), i.Rows.Root, f.ID, f.Leaf
	out.Body.Proof, err = bulk.Prove(h.Store.Bodies(ctx, in.Contract, k.Import), k.Position, i.Rows.Size)
	return out, err
}
