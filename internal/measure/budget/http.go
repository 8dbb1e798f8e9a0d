package budget

import (
	"context"
	"encoding/json"
	"net/http"
	"time"

	"opfyldt/internal/calendar"
	"opfyldt/internal/contract"
	"opfyldt/internal/fault"
	"opfyldt/internal/ledger"
	"opfyldt/internal/measure/imported"
	"opfyldt/internal/record"
	"opfyldt/internal/sheet"
	"opfyldt/internal/web"
)

// Reader makes the request's person the reader of a contract as of an instant.
type Reader interface {
	At(ctx context.Context, contractID string, at web.Moment) (*contract.Contract, record.Reader, error)
}

// Handlers answers this slice's requests.
type Handlers struct {
	record.Book
	Reader Reader
	Store  *Store
}

// Routes registers the handlers.
func (h Handlers) Routes(r *web.Router) {
	const path = "/contracts/{contract}/requirements/{requirement}/budget"
	web.Register(r, web.Route{
		Method: http.MethodGet, Path: path, Operation: "contract.read",
		ID: "getBudget", Tag: "budget", Summary: "The base budget by line, what was spent of it, and what follows",
	}, h.page)
	web.Register(r, web.Route{
		Method: http.MethodGet, Path: path + "/postings", Operation: "contract.read",
		ID: "listPostings", Tag: "budget", Summary: "The postings of the newest import, of a line and a month where they are named",
	}, h.postings)
	web.Register(r, web.Route{
		Method: http.MethodGet, Path: path + "/postings/proof", Operation: "contract.read",
		ID: "getPostingProof", Tag: "budget", Summary: "A posting's row with the proof that it is among those of its import",
	}, h.proof)
	web.Register(r, web.Route{
		Method: http.MethodPost, Path: path + "/preview", Operation: opReport, MaxBody: imported.MaxSend(MaxFile), Status: http.StatusOK,
		ID: "previewBudget", Tag: "budget", Summary: "What a file with a base budget or postings would say; writes nothing",
	}, h.preview)
	web.Register(r, web.Route{
		Method: http.MethodPost, Path: path + "/base", Operation: opReport, MaxBody: imported.MaxSend(MaxFile), Status: http.StatusCreated, OwnBody: true,
		ID: "settleBudget", Tag: "budget", Summary: "Settle the base budget by line and month from a file",
	}, h.settle)
	web.Register(r, web.Route{
		Method: http.MethodPost, Path: path + "/imports", Operation: opReport, MaxBody: imported.MaxSend(MaxFile), Status: http.StatusCreated, OwnBody: true,
		ID: "importPostings", Tag: "budget", Summary: "Take a finance system's postings in; the requirement's result follows from them",
	}, h.take)
	web.Register(r, web.Route{
		Method: http.MethodPost, Path: path + "/explanations", Operation: opReport, Status: http.StatusCreated, OwnBody: true,
		ID: "explainBudgetLine", Tag: "budget", Summary: "Say why a line deviates",
	}, h.explain)
}

// of finds the contract, the requirement and the request's person as reader.
func (h Handlers) of(ctx context.Context, contractID, requirement string, at web.Moment) (*contract.Contract, *contract.Requirement, record.Reader, error) {
	c, reader, err := h.Reader.At(ctx, contractID, at)
	if err != nil {
		return nil, nil, reader, err
	}
	_, r := c.Requirement(requirement)
	if r == nil {
		return nil, nil, reader, fault.New(fault.NotFound, "budget.no_requirement", fault.Params{"requirement": record.Shorten(requirement, 60)})
	}
	_, err = goalOf(c, requirement)
	return c, r, reader, err
}

// permitted is of for whoever may report now: rows are kept before the ledger asks.
func (h Handlers) permitted(ctx context.Context, contractID, requirement string) (*contract.Contract, *contract.Requirement, record.Reader, error) {
	c, r, reader, err := h.of(ctx, contractID, requirement, web.Moment{Instant: web.Now(ctx), Day: web.Today(ctx)})
	if err != nil {
		return nil, nil, reader, err
	}
	person, err := web.MustPerson(ctx)
	if err != nil {
		return nil, nil, reader, err
	}
	goal, _ := c.Requirement(r.ID)
	_, err = person.Permit(opReport, c.ID, goal.ID)
	return c, r, reader, err
}

func asOf(at web.Moment) time.Time {
	if at.Past {
		return at.Instant
	}
	return time.Time{}
}

type sendInput struct {
	Contract    string `path:"contract"`
	Requirement string `path:"requirement"`
	Body        record.Raw[sentBudget]
}

// sentBudget is a file with what is said of it, as the API's description shows it.
type sentBudget struct {
	record.Head
	imported.ImportFile
	Final  bool   `json:"final,omitempty" doc:"The year's account is closed."`
	Gone   bool   `json:"gone,omitempty" doc:"Postings of the import before that the file lacks are meant to go."`
	Note   string `json:"note,omitempty"`
	Reason string `json:"reason,omitempty" doc:"Needed where it corrects what was there."`
}

// takeFile takes the head and the file out of a request's body.
func takeFile(raw []byte) (head record.Head, name string, file []byte, rest json.RawMessage, err error) {
	if head, rest, err = record.Split(raw); err != nil {
		return head, "", nil, nil, err
	}
	var f imported.ImportFile
	if f.Name, rest, err = record.Take(rest, "name"); err != nil {
		return head, "", nil, nil, err
	}
	if f.Content, rest, err = record.Take(rest, "content"); err != nil {
		return head, "", nil, nil, err
	}
	file, err = f.Bytes()
	return head, f.Name, file, rest, err
}

// settle records the base budget of a file.
func (h Handlers) settle(ctx context.Context, in *sendInput) (*record.Recorded, error) {
	head, name, file, rest, err := takeFile(in.Body.JSON)
	if err != nil {
		return nil, err
	}
	c, r, _, err := h.permitted(ctx, in.Contract, in.Requirement)
	if err != nil {
		return nil, err
	}
	var b Base
	checks := record.Checks{Wrong: record.Decode(rest, &b)}
	if err := checks.Err(); err != nil {
		return nil, err
	}
	var info sheet.Info
	if b.Lines, info, err = ReadBase(file, r.Covers(c).Months()); err != nil {
		return nil, imported.Refused(err)
	}
	b.File, b.SHA256, b.Format = name, info.SHA256, string(info.Format)
	return h.record(ctx, in, head, KindBase, r.ID, b)
}

// take keeps the file's postings, and records the figures that follow from them.
func (h Handlers) take(ctx context.Context, in *sendInput) (*record.Recorded, error) {
	head, name, file, rest, err := takeFile(in.Body.JSON)
	if err != nil {
		return nil, err
	}
	c, r, _, err := h.permitted(ctx, in.Contract, in.Requirement)
	if err != nil {
		return nil, err
	}
	var p Postings
	checks := record.Checks{Wrong: record.Decode(rest, &p)}
	if err := checks.Err(); err != nil {
		return nil, err
	}
	a, err := h.accountOf(ctx, c, r, time.Time{})
	if err != nil {
		return nil, err
	}
	if a.base == nil {
		return nil, fault.New(fault.Invalid, "budget.no_base", nil)
	}
	rows, info, err := ReadPostings(file, a.base.Lines, r.Covers(c), head.Day)
	if err != nil {
		return nil, imported.Refused(err)
	}
	p.File, p.SHA256, p.Format = name, info.SHA256, string(info.Format)
	if err := h.Store.Put(ctx, c.ID, head.ID, rows); err != nil {
		return nil, err
	}
	return h.record(ctx, in, head, KindPostings, r.ID, p)
}

func (h Handlers) record(ctx context.Context, in *sendInput, head record.Head, kind, subject string, body any) (*record.Recorded, error) {
	raw, err := json.Marshal(body)
	if err != nil {
		return nil, err
	}
	return h.Send(ctx, ledger.Submission{
		Contract: in.Contract, ID: head.ID, Kind: kind, Subject: subject, Day: head.Day, Expects: head.Expects, Body: raw,
	}, h.say)
}

type explainInput struct {
	Contract    string `path:"contract"`
	Requirement string `path:"requirement"`
	Body        record.Raw[lineExplanation]
}

// lineExplanation is an explanation with its head and line.
type lineExplanation struct {
	record.Head
	Line string `json:"line"`
	Explanation
}

func (h Handlers) explain(ctx context.Context, in *explainInput) (*record.Recorded, error) {
	head, body, err := record.Split(in.Body.JSON)
	if err != nil {
		return nil, err
	}
	line, body, err := record.Take(body, "line")
	if err != nil {
		return nil, err
	}
	return h.Send(ctx, ledger.Submission{
		Contract: in.Contract, ID: head.ID, Kind: KindExplanation, Subject: in.Requirement + "/" + line, Day: head.Day, Expects: head.Expects, Body: body,
	}, h.say)
}

func (h Handlers) say(ctx context.Context, f ledger.Fact) (string, error) {
	c, err := h.Contracts.Contract(ctx, f.Contract, web.Now(ctx))
	if err != nil {
		return "", err
	}
	return Sentence(web.Language(ctx), c, f), nil
}

// account is what stands of a requirement as of an instant.
type account struct {
	months   []calendar.Month
	facts    []ledger.Fact
	baseFact *ledger.Fact
	base     *Base
	fact     *ledger.Fact
	postings *Postings
}

func (h Handlers) accountOf(ctx context.Context, c *contract.Contract, r *contract.Requirement, until time.Time) (*account, error) {
	facts, err := h.Facts.Newest(ctx, c.ID, until, KindBase, KindPostings, KindExplanation)
	if err != nil {
		return nil, err
	}
	a := &account{months: r.Covers(c).Months(), facts: facts, baseFact: record.Newest(facts, KindBase)[r.ID], fact: record.Newest(facts, KindPostings)[r.ID]}
	a.base, a.postings = BaseOf(a.baseFact), PostingsOf(a.fact)
	return a, nil
}
