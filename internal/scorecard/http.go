package scorecard

import (
	"context"
	"net/http"

	"opfyldt/internal/agreement"
	"opfyldt/internal/fault"
	"opfyldt/internal/ledger"
	"opfyldt/internal/record"
	"opfyldt/internal/web"
)

// Handlers answers this slice's requests.
type Handlers struct {
	record.Book
	Reader *Reader
	Log    Log
	// Waiting is asked what the overview's reader can do next; nil: nothing.
	Waiting Waiting
	// Versions answers a contract's versions, the oldest first; nil: only the one
	// that pages are made of is known.
	Versions func(ctx context.Context, contractID string) ([]agreement.Version, error)
}

func (h Handlers) versions(ctx context.Context, contractID string) ([]agreement.Version, error) {
	if h.Versions == nil {
		return nil, nil
	}
	return h.Versions(ctx, contractID)
}

// Routes registers the handlers.
func (h Handlers) Routes(r *web.Router) {
	web.Register(r, read("/contracts/{contract}/overview", "getOverview", "Where the contract stands", false), h.overview)
	web.Register(r, read("/contracts/{contract}/timeline", "getTimeline", "The total as it was known day by day", true), h.timeline)
	web.Register(r, read("/contracts/{contract}/goals/{goal}", "getGoal", "Everything about one goal", false), h.goal)
	web.Register(r, read("/contracts/{contract}/explanation", "getExplanation", "Why a figure is what it is", true), h.explanation)
	web.Register(r, read("/contracts/{contract}/steps", "listSteps", "Every step", false), h.steps)
	facts := read("/contracts/{contract}/facts", "listFacts", "The contract's log, fact by fact", true)
	facts.Operation = "ledger.read"
	web.Register(r, facts, h.facts)
	table := read("/contracts/{contract}/log/table", "getLogTable", "The log as a file, narrowed and ordered as asked", false)
	table.Operation, table.Table = "ledger.read", true
	web.Register(r, table, h.factTable)
	fact := read("/contracts/{contract}/facts/{fact}", "getFact", "One fact with its subject's history", true)
	fact.Operation = "ledger.read"
	web.Register(r, fact, h.fact)
	web.Register(r, web.Route{
		Method: http.MethodPost, Path: "/contracts/{contract}/goals/{goal}/assessments", Operation: opAssess,
		ID: "assessGoal", Tag: "goals", Summary: "Assess a goal's degree", Status: http.StatusCreated, OwnBody: true, DryRun: true,
	}, h.assess)
	h.outlookRoutes(r)
}

// read is a route that reads a contract. A shared page is the same for all who
// may read it.
func read(path, id, summary string, shared bool) web.Route {
	return web.Route{
		Method: http.MethodGet, Path: path, Operation: "contract.read", ID: id, Tag: "contracts", Summary: summary, Shared: shared,
	}
}

// pageInput names a contract and the instant to read it as of.
type pageInput struct {
	Contract string `path:"contract"`
	web.AsOf
}

type overviewOutput struct{ Body Overview }

func (h Handlers) overview(ctx context.Context, in *pageInput) (*overviewOutput, error) {
	p, err := h.Reader.page(ctx, in.Contract, in.At)
	if err != nil {
		return nil, err
	}
	changes, _, err := h.Log.List(ctx, in.Contract, ledger.Filter{AsOf: readAt(in.At), NewestFirst: true, Limit: newestChanges})
	if err != nil {
		return nil, err
	}
	tasks, err := h.tasks(ctx, p)
	if err != nil {
		return nil, err
	}
	versions, err := h.versions(ctx, in.Contract)
	if err != nil {
		return nil, err
	}
	overview := p.overview(changes, tasks)
	overview.Coming = p.coming(agreement.Coming(versions, in.At.Instant))
	return &overviewOutput{overview}, nil
}

type timelineOutput struct{ Body Timeline }

func (h Handlers) timeline(ctx context.Context, in *pageInput) (*timelineOutput, error) {
	p, err := h.Reader.page(ctx, in.Contract, in.At)
	if err != nil {
		return nil, err
	}
	facts, err := h.Log.All(ctx, in.Contract, readAt(in.At), scoredKinds()...)
	if err != nil {
		return nil, err
	}
	versions, err := h.versions(ctx, in.Contract)
	if err != nil {
		return nil, err
	}
	line, err := timeline(p.contract, versions, facts, p.card.AsOf, p.view.Today)
	if err != nil {
		return nil, err
	}
	return &timelineOutput{line}, nil
}

type goalInput struct {
	Contract string `path:"contract"`
	Goal     string `path:"goal"`
	web.AsOf
}

type goalOutput struct{ Body GoalPage }

// historyLength bounds a goal's history on its page; the log has the rest.
const historyLength = 200

func (h Handlers) goal(ctx context.Context, in *goalInput) (*goalOutput, error) {
	p, err := h.Reader.page(ctx, in.Contract, in.At)
	if err != nil {
		return nil, err
	}
	g := p.contract.Goal(in.Goal)
	if g == nil {
		return nil, fault.New(fault.NotFound, "goal.unknown", fault.Params{"goal": record.Shorten(in.Goal, 60)})
	}
	history, _, err := h.Log.List(ctx, in.Contract, ledger.Filter{
		Goal: g.ID, AsOf: readAt(in.At), NewestFirst: true, Limit: historyLength,
	})
	if err != nil {
		return nil, err
	}
	return &goalOutput{p.goalPage(g, history)}, nil
}

type explanationInput struct {
	Contract string `path:"contract"`
	Figure   string `query:"figure" default:"total" maxLength:"200" example:"goal:2"`
	web.AsOf
}

type explanationOutput struct{ Body ExplanationPage }

func (h Handlers) explanation(ctx context.Context, in *explanationInput) (*explanationOutput, error) {
	p, err := h.Reader.page(ctx, in.Contract, in.At)
	if err != nil {
		return nil, err
	}
	body, err := p.explanation(in.Figure)
	if err != nil {
		return nil, err
	}
	return &explanationOutput{body}, nil
}

type stepsOutput struct{ Body StepList }

func (h Handlers) steps(ctx context.Context, in *pageInput) (*stepsOutput, error) {
	p, err := h.Reader.page(ctx, in.Contract, in.At)
	if err != nil {
		return nil, err
	}
	return &stepsOutput{StepList{p.steps}}, nil
}

type factInput struct {
	Contract string `path:"contract"`
	Fact     string `path:"fact"`
	web.AsOf
}

type factOutput struct{ Body FactPage }

func (h Handlers) fact(ctx context.Context, in *factInput) (*factOutput, error) {
	p, err := h.Reader.page(ctx, in.Contract, in.At)
	if err != nil {
		return nil, err
	}
	f, err := h.Log.Fact(ctx, in.Contract, in.Fact)
	if err != nil {
		return nil, err
	}
	if in.At.Past && f.Recorded.After(in.At.Instant) {
		return nil, fault.New(fault.NotFound, "fact.unknown", fault.Params{"id": f.ID})
	}
	history, err := h.Log.History(ctx, in.Contract, f.Kind, f.Subject, readAt(in.At))
	if err != nil {
		return nil, err
	}
	degree, err := h.changed(ctx, f)
	return &factOutput{FactPage{p.wire(f), p.wireAll(history), degree}}, err
}

// goalAssessment is an assessment with its head, as the API's description shows
// it.
type goalAssessment struct {
	record.Head
	Assessment
}

type assessmentInput struct {
	Contract string `path:"contract"`
	Goal     string `path:"goal"`
	Body     record.Raw[goalAssessment]
}

func (h Handlers) assess(ctx context.Context, in *assessmentInput) (*record.Recorded, error) {
	head, body, err := record.Split(in.Body.JSON)
	if err != nil {
		return nil, err
	}
	return h.Send(ctx, ledger.Submission{
		Contract: in.Contract, ID: head.ID, Kind: KindAssessment, Subject: in.Goal,
		Day: head.Day, Expects: head.Expects, Body: body,
	}, h.say)
}

func (h Handlers) say(ctx context.Context, f ledger.Fact) (string, error) {
	c, err := h.Contracts.Contract(ctx, f.Contract, web.Now(ctx))
	if err != nil {
		return "", err
	}
	return sayAssessment(web.Language(ctx), c, f), nil
}

// ShowFact writes a fact as the API shows it, for the problem that a stale form
// gets. Where it cannot be put into words it goes without.
func (h Handlers) ShowFact(ctx context.Context, f ledger.Fact) any {
	p, err := h.Reader.page(ctx, f.Contract, web.Moment{Instant: web.Now(ctx), Day: web.Today(ctx)})
	if err != nil {
		return record.ToWire(f, 0, "")
	}
	return p.wire(f)
}
