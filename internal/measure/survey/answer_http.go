package survey

import (
	"context"
	"net/http"

	"opfyldt/internal/calendar"
	"opfyldt/internal/contract"
	"opfyldt/internal/fault"
	"opfyldt/internal/web"
)

// answerRoutes registers what people who are asked answer by.
func (h Handlers) answerRoutes(r *web.Router) {
	public := func(path, id, summary string) web.Route {
		return web.Route{Method: http.MethodPost, Path: path, Public: true, ID: id, Tag: "survey", Summary: summary, Status: http.StatusOK, MaxBody: maxReply}
	}
	web.Register(r, public("/answers/form", "openAnswer", "What a one-time link asks; needs no login"), h.form)
	web.Register(r, public("/answers", "sendAnswer", "Answer by a one-time link; needs no login"), h.answer)
}

// maxReply is the largest answer taken.
const maxReply = 64 << 10

// OneTimeLink is a one-time link.
type OneTimeLink struct {
	Contract string `json:"contract" maxLength:"200"`
	Token    string `json:"token" maxLength:"100" doc:"What stands behind the # in the link."`
}

type formInput struct{ Body OneTimeLink }

// AnswerForm is what somebody is asked.
type AnswerForm struct {
	Name      string            `json:"name"`
	Agency    string            `json:"agency"`
	Closes    calendar.Date     `json:"closes"`
	Closed    bool              `json:"closed" doc:"The last day has passed."`
	Answered  bool              `json:"answered" doc:"An answer has come by this link or another of the same person's."`
	Least     int               `json:"least" doc:"No group of fewer people is ever shown."`
	Questions []PlannedQuestion `json:"questions" nullable:"false"`
	Scale     []Wording         `json:"scale" nullable:"false" doc:"The worst first."`
	DontKnow  *Wording          `json:"dontKnow"`
	Remark    *Wording          `json:"remark"`
}

type formOutput struct{ Body AnswerForm }

// allowed bounds how many ask without a login.
func (h Handlers) allowed() error {
	if h.Public != nil && !h.Public.Allow() {
		return fault.New(fault.Unavailable, "survey.busy", nil)
	}
	return nil
}

// asked is the contract and the requirement that a survey is for.
type asked struct {
	contract    *contract.Contract
	requirement *contract.Requirement
}

// behind finds the link and the survey that it belongs to.
func (h Handlers) behind(ctx context.Context, l OneTimeLink) (link, *Plan, *asked, error) {
	if err := h.allowed(); err != nil {
		return link{}, nil, nil, err
	}
	found, err := h.Store.link(ctx, l.Contract, l.Token)
	if err != nil {
		return found, nil, nil, err
	}
	f, err := h.Facts.Fact(ctx, l.Contract, found.plan)
	if err != nil {
		return found, nil, nil, err
	}
	c, err := h.Contracts.Contract(ctx, l.Contract, web.Now(ctx))
	if err != nil {
		return found, nil, nil, err
	}
	_, r := c.Requirement(f.Subject)
	p := PlanOf(&f)
	if p == nil || r == nil || r.Answers == nil {
		return found, nil, nil, unknownLink()
	}
	return found, p, &asked{c, r}, nil
}

func (h Handlers) form(ctx context.Context, in *formInput) (*formOutput, error) {
	l, p, of, err := h.behind(ctx, in.Body)
	if err != nil {
		return nil, err
	}
	return &formOutput{AnswerForm{
		Name: p.Title, Agency: of.contract.Agency.Name, Closes: p.Closes, Closed: p.Closes.Before(web.Today(ctx)), Answered: l.answered,
		Least: of.requirement.Answers.Least(), Questions: p.Questions, Scale: p.Scale, DontKnow: p.DontKnow, Remark: p.Remark,
	}}, nil
}

// SentReply is an answer by a one-time link.
type SentReply struct {
	OneTimeLink
	Reply SurveyReply `json:"reply"`
}

type answerInput struct {
	Body SentReply
}

// TakenReply says that an answer is kept.
type TakenReply struct {
	Taken bool `json:"taken"`
}

type answerOutput struct {
	Body TakenReply
}

func (h Handlers) answer(ctx context.Context, in *answerInput) (*answerOutput, error) {
	l, p, of, err := h.behind(ctx, in.Body.OneTimeLink)
	if err != nil {
		return nil, err
	}
	if p.Closes.Before(web.Today(ctx)) {
		return nil, notNow("survey.closed")
	}
	row, err := p.row(of.requirement.Answers, l.sector, in.Body.Reply)
	if err != nil {
		return nil, err
	}
	if err := h.Store.reply(ctx, in.Body.Contract, l, row); err != nil {
		return nil, err
	}
	return &answerOutput{TakenReply{true}}, nil
}
