package spotcheck

import (
	"context"
	"net/http"
	"time"

	"golang.org/x/time/rate"

	"opfyldt/internal/contract"
	"opfyldt/internal/ledger"
	"opfyldt/internal/record"
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
	Log    Log
	Store  *Store
	// Public bounds how many ask without a login; nil: nothing does.
	Public *rate.Limiter
	// People names those who can take part in a round.
	People func(ctx context.Context, contractID string) ([]Participant, error)
	// Owners names those who can own a finding.
	Owners func(ctx context.Context, contractID string) ([]Participant, error)
}

// Log is what is read of the ledger.
type Log interface {
	// All returns every fact of the kinds, by leaf.
	All(ctx context.Context, contractID string, asOf time.Time, kinds ...string) ([]ledger.Fact, error)
	// Head returns the end that the log had.
	Head(ctx context.Context, contractID string, asOf time.Time) (ledger.Head, error)
}

// maxFile is how large a list of customers may be.
const maxFile = 256 << 20

const (
	under = "/contracts/{contract}/goals/{goal}/spotchecks"
	tag   = "spotchecks"
)

// Routes registers the handlers.
func (h Handlers) Routes(r *web.Router) {
	web.Register(r, web.Route{
		Method: http.MethodGet, Path: under, Operation: opRead,
		ID: "getSpotchecks", Tag: tag, Summary: "A goal's rounds of spot checks, and the list that they draw from",
	}, h.all)
	web.Register(r, web.Route{
		Method: http.MethodPost, Path: under + "/population", Operation: opPlan, Upload: true, Staged: true, MaxBody: maxFile,
		ID: "importPopulation", Tag: tag, Summary: "Take a list of customers in, or ask what it would change",
	}, h.take)
	web.Register(r, web.Route{
		Method: http.MethodPost, Path: under + "/reckonings", Operation: opPlan, Status: http.StatusOK,
		ID: "reckonSpotcheck", Tag: tag, Summary: "What a plan would come to: its size, and what could be concluded; writes nothing",
	}, h.reckoned)
	web.Register(r, web.Route{
		Method: http.MethodGet, Path: under + "/rounds/{round}", Operation: opRead, Unkept: true,
		ID: "getSpotcheckRound", Tag: tag, Summary: "A round: plan, draw, reviews, and what they let one say of all customers",
	}, h.one)
	web.Register(r, web.Route{
		Method: http.MethodGet, Path: under + "/rounds/{round}/frame", Operation: opRead, Table: true,
		ID: "getSpotcheckFrame", Tag: tag, Summary: "Who could be drawn, as a file by which the draw can be done again",
	}, h.frame)
	web.Register(r, web.Route{
		Method: http.MethodGet, Path: under + "/rounds/{round}/export", Operation: opRead, Unkept: true,
		ID: "exportSpotcheckRound", Tag: tag, Summary: "A round whole: every fact of it, and who could be drawn",
	}, h.export)
	h.wholeRoutes(r)
	h.roundRoutes(r)
	h.customerRoutes(r)
}

// roundRoutes registers what is recorded of a round.
func (h Handlers) roundRoutes(r *web.Router) {
	const round = under + "/rounds/{round}"
	post := func(path, operation, id, summary string) web.Route {
		return web.Route{Method: http.MethodPost, Path: round + path, Operation: operation, ID: id, Tag: tag, Summary: summary, Status: http.StatusCreated, OwnBody: true}
	}
	web.Register(r, post("/plans", opPlan, "planSpotcheck", "Plan a round, or change its plan while it is not fixed"), of[sentPlan](h, KindPlan))
	web.Register(r, post("/commitments/{number}", opPlan, "commitToSpotcheck", "Commit to a secret, which fixes the plan"), ofNumber[sentCommitment](h, KindCommitment))
	web.Register(r, post("/reveals/{number}", opPlan, "revealForSpotcheck", "Reveal the secret that was committed to"), ofNumber[sentReveal](h, KindReveal))
	web.Register(r, post("/values", opPlan, "publishForSpotcheck", "Enter the public value that the plan announced"), of[sentPublic](h, KindPublic))
	web.Register(r, post("/draws", opPlan, "drawSpotcheck", "Draw, once the random value is known"), of[sentNothing](h, KindDraw))
	web.Register(r, post("/conclusions", opReview, "concludeSpotcheck", "Conclude a round; the steps that rest on it are done by that"), of[sentConclusion](h, KindConclusion))
	web.Register(r, post("/responses", opRespond, "respondToSpotcheck", "Answer a conclusion as management"), of[sentResponse](h, KindResponse))
	web.Register(r, post("/abandonments", opPlan, "abandonSpotcheck", "End a round without a conclusion"), of[sentAbandonment](h, KindAbandonment))
}

// customerRoutes registers what is recorded of a drawn customer.
func (h Handlers) customerRoutes(r *web.Router) {
	const customer = under + "/rounds/{round}/customers/{number}"
	post := func(path, operation, id, summary string) web.Route {
		return web.Route{Method: http.MethodPost, Path: customer + path, Operation: operation, ID: id, Tag: tag, Summary: summary, Status: http.StatusCreated, OwnBody: true}
	}
	web.Register(r, post("/assignments", opPlan, "assignSpotcheck", "Say who reviews a customer"), ofNumber[sentAssignment](h, KindAssignment))
	web.Register(r, post("/verdicts", opReview, "reviewSpotcheck", "Say what was found at a customer"), ofNumber[sentVerdict](h, KindVerdict))
	web.Register(r, post("/asides", opReview, "setReviewAside", "Keep a review that does not stand, for another was recorded meanwhile"), ofNumber[sentAside](h, KindAside))
	web.Register(r, post("/countersignatures", opSign, "countersignSpotcheck", "Countersign another's review, or send it back"), ofNumber[sentSignature](h, KindSignature))
	web.Register(r, post("/replacements", opReview, "replaceSpotcheck", "Put the next of the draw in the place of a customer that cannot be checked"), ofNumber[sentReplacement](h, KindReplacement))
	h.hearingRoutes(r, post)
	h.findingRoutes(r, post)
	h.letterRoutes(r)
}

// What is sent, with its head, as the API's description shows it.
type (
	sentPlan struct {
		record.Head
		RoundPlan
	}
	sentCommitment struct {
		record.Head
		Commitment
	}
	sentReveal struct {
		record.Head
		Reveal
	}
	sentPublic struct {
		record.Head
		Public
	}
	sentNothing    struct{ record.Head }
	sentConclusion struct {
		record.Head
		Text string `json:"text"`
	}
	sentResponse struct {
		record.Head
		Response
	}
	sentAbandonment struct {
		record.Head
		Abandonment
	}
	sentAssignment struct {
		record.Head
		Assignment
	}
	sentVerdict struct {
		record.Head
		Verdict
	}
	sentAside struct {
		record.Head
		ReviewAside
	}
	sentSignature struct {
		record.Head
		Signature
	}
	sentReplacement struct {
		record.Head
		Reason string `json:"reason"`
	}
)

// posting is a submission about a round.
type posting[T any] struct {
	Contract string `path:"contract"`
	Goal     string `path:"goal"`
	Round    string `path:"round" maxLength:"60"`
	Body     record.Raw[T]
}

// numbered is a submission about a drawn customer of a round, or about one of the two
// people whose secrets make its seed.
type numbered[T any] struct {
	Contract string `path:"contract"`
	Goal     string `path:"goal"`
	Round    string `path:"round" maxLength:"60"`
	Number   int    `path:"number" minimum:"1"`
	Body     record.Raw[T]
}

// of records what is said of a round.
func of[T any](h Handlers, kind string) func(context.Context, *posting[T]) (*record.Recorded, error) {
	return func(ctx context.Context, in *posting[T]) (*record.Recorded, error) {
		return h.post(ctx, ledger.Submission{Contract: in.Contract, Kind: kind, Subject: RoundOf(in.Goal, in.Round)}, in.Body.JSON)
	}
}

// ofNumber records what is said of a customer or a person of a round.
func ofNumber[T any](h Handlers, kind string) func(context.Context, *numbered[T]) (*record.Recorded, error) {
	return func(ctx context.Context, in *numbered[T]) (*record.Recorded, error) {
		return h.post(ctx, ledger.Submission{Contract: in.Contract, Kind: kind, Subject: CustomerOf(in.Goal, in.Round, in.Number)}, in.Body.JSON)
	}
}

func (h Handlers) post(ctx context.Context, s ledger.Submission, raw []byte) (*record.Recorded, error) {
	head, body, err := record.Split(raw)
	if err != nil {
		return nil, err
	}
	s.ID, s.Day, s.Expects, s.Body = head.ID, head.Day, head.Expects, body
	if s.Kind == KindSignature {
		return h.Verify(ctx, s, h.say)
	}
	return h.Send(ctx, s, h.say)
}

func (h Handlers) say(ctx context.Context, f ledger.Fact) (string, error) {
	c, err := h.Contracts.Contract(ctx, f.Contract, web.Now(ctx))
	if err != nil {
		return "", err
	}
	return Sentence(web.Language(ctx), c, f), nil
}
