package survey

import (
	"context"
	"encoding/json"
	"net/http"
	"time"

	"golang.org/x/time/rate"

	"opfyldt/internal/contract"
	"opfyldt/internal/ledger"
	"opfyldt/internal/measure/imported"
	"opfyldt/internal/record"
	"opfyldt/internal/web"
)

// Reader makes the request's person the reader of a contract as of an instant.
type Reader interface {
	At(ctx context.Context, contractID string, at web.Moment) (*contract.Contract, record.Reader, error)
}

// Log is what is read of the ledger.
type Log interface {
	// History returns what was recorded of a subject, the oldest first.
	History(ctx context.Context, contractID, kind, subject string, asOf time.Time) ([]ledger.Fact, error)
}

// Handlers answers this slice's requests.
type Handlers struct {
	record.Book
	Reader Reader
	Log    Log
	Store  *Store
	// Public bounds how many ask without a login; nil: nothing does.
	Public *rate.Limiter
}

// Routes registers the handlers.
func (h Handlers) Routes(r *web.Router) {
	const survey = "/contracts/{contract}/requirements/{requirement}/survey"
	web.Register(r, web.Route{
		Method: http.MethodGet, Path: survey, Operation: "contract.read",
		ID: "getSurvey", Tag: "survey", Summary: "A survey's result, and what stands behind it",
	}, h.page)
	web.Register(r, web.Route{
		Method: http.MethodGet, Path: survey + "/texts", Operation: "contract.read",
		ID: "getSurveyTexts", Tag: "survey", Summary: "What people wrote themselves, in no order",
	}, h.texts)
	web.Register(r, web.Route{
		Method: http.MethodPost, Path: survey + "/preview", Operation: opRun, MaxBody: imported.MaxSend(MaxFile), Status: http.StatusOK,
		ID: "previewSurvey", Tag: "survey", Summary: "What a file with answers would say; writes nothing",
	}, h.preview)
	web.Register(r, web.Route{
		Method: http.MethodPost, Path: survey + "/results", Operation: opRun, MaxBody: imported.MaxSend(MaxFile), Status: http.StatusCreated, OwnBody: true,
		ID: "importSurvey", Tag: "survey", Summary: "Take the answers of a file in; the requirement's result follows from them",
	}, h.take)
	h.ownRoutes(r, survey)
	h.answerRoutes(r)
	h.rowRoutes(r, survey)
}

// of finds the contract, its survey and the request's person as reader.
func (h Handlers) of(ctx context.Context, contractID, requirement string, at web.Moment) (*contract.Contract, *contract.Requirement, record.Reader, error) {
	c, reader, err := h.Reader.At(ctx, contractID, at)
	if err != nil {
		return nil, nil, reader, err
	}
	if _, err := goalOf(c, requirement); err != nil {
		return nil, nil, reader, err
	}
	_, r := c.Requirement(requirement)
	return c, r, reader, nil
}

func now(ctx context.Context) web.Moment {
	return web.Moment{Instant: web.Now(ctx), Day: web.Today(ctx)}
}

type takeInput struct {
	Contract    string `path:"contract"`
	Requirement string `path:"requirement"`
	Body        record.Raw[sentFile]
}

// sentFile is a file with what is said of it, as the API's description shows it.
type sentFile struct {
	record.Head
	imported.ImportFile
	SentAnswers
}

// take keeps the file's answers, and records the result that follows from them.
func (h Handlers) take(ctx context.Context, in *takeInput) (*record.Recorded, error) {
	head, body, err := record.Split(in.Body.JSON)
	if err != nil {
		return nil, err
	}
	file, body, err := takeFile(body)
	if err != nil {
		return nil, err
	}
	r, err := h.permitted(ctx, in.Contract, in.Requirement)
	if err != nil {
		return nil, err
	}
	bytes, err := file.Bytes()
	if err != nil {
		return nil, err
	}
	prepared, err := h.Store.Prepare(ctx, r.Answers, ledger.Submission{
		Contract: in.Contract, ID: head.ID, Kind: KindResult, Subject: r.ID, Day: head.Day, Expects: head.Expects, Body: body,
	}, file.Name, bytes)
	if err != nil {
		return nil, err
	}
	return h.Send(ctx, prepared, h.say)
}

// takeFile takes the file out of a request's body.
func takeFile(body json.RawMessage) (file imported.ImportFile, rest json.RawMessage, err error) {
	if file.Name, rest, err = record.Take(body, "name"); err != nil {
		return file, nil, err
	}
	file.Content, rest, err = record.Take(rest, "content")
	return file, rest, err
}

// permitted finds the survey's requirement, for whoever may run it: rows are kept
// before the ledger asks.
func (h Handlers) permitted(ctx context.Context, contractID, requirement string) (*contract.Requirement, error) {
	c, r, _, err := h.of(ctx, contractID, requirement, now(ctx))
	if err != nil {
		return nil, err
	}
	person, err := web.MustPerson(ctx)
	if err != nil {
		return nil, err
	}
	goal, _ := c.Requirement(r.ID)
	_, err = person.Permit(opRun, c.ID, goal.ID)
	return r, err
}

func (h Handlers) say(ctx context.Context, f ledger.Fact) (string, error) {
	c, err := h.Contracts.Contract(ctx, f.Contract, web.Now(ctx))
	if err != nil {
		return "", err
	}
	return Sentence(web.Language(ctx), c, f), nil
}
