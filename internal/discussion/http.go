package discussion

import (
	"context"
	"encoding/json"
	"net/http"
	"time"

	"opfyldt/internal/contract"
	"opfyldt/internal/fault"
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
	People People
}

// Routes registers the handlers.
func (h Handlers) Routes(r *web.Router) {
	const goal = "/contracts/{contract}/goals/{goal}"
	web.Register(r, web.Route{
		Method: http.MethodGet, Path: goal + "/discussion", Operation: "contract.read",
		ID: "getDiscussion", Tag: "discussion", Summary: "What was said about a goal",
	}, h.discussion)
	web.Register(r, web.Route{
		Method: http.MethodGet, Path: "/contracts/{contract}/people", Operation: "contract.read", Unkept: true,
		ID: "listAskable", Tag: "discussion", Summary: "Who sees the contract and can be asked",
	}, h.people)
	web.Register(r, writes(goal+"/comments", "comment", "Say something about a goal"), h.comment)
	web.Register(r, writes(goal+"/questions", "ask", "Put a question to somebody"), h.ask)
	web.Register(r, writes(goal+"/questions/{question}/answers", "answer", "Answer a question put to oneself"), h.answer)
	web.Register(r, writes(goal+"/questions/{question}/withdrawals", "withdrawQuestion", "Take a question of one's own back"), h.withdraw)
}

// writes is a route that records something said.
func writes(path, id, summary string) web.Route {
	return web.Route{
		Method: http.MethodPost, Path: path, Operation: opWrite, ID: id, Tag: "discussion", Summary: summary,
		Status: http.StatusCreated, OwnBody: true, DryRun: true,
	}
}

type discussionInput struct {
	Contract string `path:"contract"`
	Goal     string `path:"goal"`
	web.AsOf
}

type discussionOutput struct{ Body Discussion }

func (h Handlers) discussion(ctx context.Context, in *discussionInput) (*discussionOutput, error) {
	c, reader, err := h.Reader.At(ctx, in.Contract, in.At)
	if err != nil {
		return nil, err
	}
	if c.Goal(in.Goal) == nil {
		return nil, fault.New(fault.NotFound, "goal.unknown", fault.Params{"goal": record.Shorten(in.Goal, 60)})
	}
	asOf := time.Time{}
	if in.At.Past {
		asOf = in.At.Instant
	}
	facts, err := h.Facts.Newest(ctx, in.Contract, asOf, kinds()...)
	if err != nil {
		return nil, err
	}
	return &discussionOutput{of(in.Goal, facts, reader)}, nil
}

type peopleOutput struct {
	Body struct {
		People []Person `json:"people" nullable:"false"`
	}
}

func (h Handlers) people(ctx context.Context, in *struct {
	Contract string `path:"contract"`
}) (*peopleOutput, error) {
	people, err := h.People(ctx, in.Contract)
	if err != nil {
		return nil, err
	}
	out := &peopleOutput{}
	out.Body.People = append([]Person{}, people...)
	return out, nil
}

// said is a comment with its head. A name of an earlier one puts that right.
type saidComment struct {
	record.Head
	Name string `json:"name,omitempty" doc:"The comment that is put right; left out for a new one."`
	Comment
}

type commentInput struct {
	Contract string `path:"contract"`
	Goal     string `path:"goal"`
	Body     record.Raw[saidComment]
}

func (h Handlers) comment(ctx context.Context, in *commentInput) (*record.Recorded, error) {
	return h.say(ctx, KindComment, in.Contract, in.Goal, in.Body.JSON)
}

type saidQuestion struct {
	record.Head
	Name string `json:"name,omitempty" doc:"The question that is put in other words; left out for a new one."`
	Question
}

type questionInput struct {
	Contract string `path:"contract"`
	Goal     string `path:"goal"`
	Body     record.Raw[saidQuestion]
}

func (h Handlers) ask(ctx context.Context, in *questionInput) (*record.Recorded, error) {
	return h.say(ctx, KindQuestion, in.Contract, in.Goal, in.Body.JSON)
}

// say records a new entry, or what puts an earlier one right.
func (h Handlers) say(ctx context.Context, kind, contractID, goal string, raw json.RawMessage) (*record.Recorded, error) {
	head, body, err := record.Split(raw)
	if err != nil {
		return nil, err
	}
	name, body, err := record.Take(body, "name")
	if err != nil {
		return nil, err
	}
	if name == "" {
		name = nameFor(head.ID)
	}
	return h.send(ctx, kind, contractID, Subject(goal, name), head, body)
}

type saidAnswer struct {
	record.Head
	Answer
}

type answerInput struct {
	Contract string `path:"contract"`
	Goal     string `path:"goal"`
	Question string `path:"question"`
	Body     record.Raw[saidAnswer]
}

func (h Handlers) answer(ctx context.Context, in *answerInput) (*record.Recorded, error) {
	head, body, err := record.Split(in.Body.JSON)
	if err != nil {
		return nil, err
	}
	return h.send(ctx, KindAnswer, in.Contract, Subject(in.Goal, in.Question), head, body)
}

type saidWithdrawal struct {
	record.Head
	Withdrawal
}

type withdrawalInput struct {
	Contract string `path:"contract"`
	Goal     string `path:"goal"`
	Question string `path:"question"`
	Body     record.Raw[saidWithdrawal]
}

func (h Handlers) withdraw(ctx context.Context, in *withdrawalInput) (*record.Recorded, error) {
	head, body, err := record.Split(in.Body.JSON)
	if err != nil {
		return nil, err
	}
	return h.send(ctx, KindWithdrawal, in.Contract, Subject(in.Goal, in.Question), head, body)
}

func (h Handlers) send(ctx context.Context, kind, contractID, subject string, head record.Head, body json.RawMessage) (*record.Recorded, error) {
	return h.Send(ctx, ledger.Submission{
		Contract: contractID, ID: head.ID, Kind: kind, Subject: subject, Day: head.Day, Expects: head.Expects, Body: body,
	}, func(ctx context.Context, f ledger.Fact) (string, error) {
		c, err := h.Contracts.Contract(ctx, f.Contract, web.Now(ctx))
		if err != nil {
			return "", err
		}
		return Sentence(web.Language(ctx), c, f), nil
	})
}

// Tasks lists the questions that wait for the reader's answer.
func (h Handlers) Tasks(ctx context.Context, c *contract.Contract, r record.Reader) ([]record.Task, error) {
	facts, err := h.Facts.Newest(ctx, c.ID, time.Time{}, kinds()...)
	if err != nil {
		return nil, err
	}
	return Tasks(c, facts, r), nil
}
