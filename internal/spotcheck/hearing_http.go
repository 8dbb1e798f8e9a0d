package spotcheck

import (
	"context"
	"encoding/json"
	"net/http"
	"slices"
	"time"

	"opfyldt/internal/calendar"
	"opfyldt/internal/catalogue"
	"opfyldt/internal/contract"
	"opfyldt/internal/fault"
	"opfyldt/internal/ledger"
	"opfyldt/internal/record"
	"opfyldt/internal/web"
)

// hearingRoutes registers what a hearing is recorded by, and what a customer answers
// by without a login.
func (h Handlers) hearingRoutes(r *web.Router, post func(path, operation, id, summary string) web.Route) {
	web.Register(r, post("/hearings", opReview, "openHearing", "Ask a customer what they say to the deviations, by a one-time link"), ofNumber[sentHearing](h, KindHearing))
	web.Register(r, post("/answers", opReview, "enterHearingAnswer", "Enter an answer that came otherwise than by the link"), ofNumber[sentHearingAnswer](h, KindHearingAnswer))
	web.Register(r, post("/revocations", opReview, "revokeHearing", "Revoke a hearing: its link leads nowhere any more"), ofNumber[sentHearingEnd](h, KindHearingEnd))
	public := func(path, id, summary string) web.Route {
		return web.Route{Method: http.MethodPost, Path: path, Public: true, ID: id, Tag: tag, Summary: summary, Status: http.StatusOK, MaxBody: maxAnswer}
	}
	web.Register(r, public("/hearings/form", "openHearingLink", "What a customer is heard about; needs no login"), h.link)
	web.Register(r, public("/hearings", "answerHearing", "Answer a hearing by its one-time link; needs no login"), h.reply)
}

// maxAnswer is the largest answer taken.
const maxAnswer = 64 << 10

type (
	sentHearing struct {
		record.Head
		HearingRequest
	}
	sentHearingAnswer struct {
		record.Head
		HearingSaid
	}
	sentHearingEnd struct {
		record.Head
		HearingEnd
	}
)

// HearingLink is a one-time link.
type HearingLink struct {
	Contract string `json:"contract" maxLength:"200"`
	Token    string `json:"token" maxLength:"100" doc:"What stands behind the # in the link."`
}

type linkInput struct{ Body HearingLink }

// HeardDeviation is a deviation as the customer reads it.
type HeardDeviation struct {
	Clause   string   `json:"clause" doc:"The rule, in words."`
	Evidence string   `json:"evidence" doc:"What shows that it is kept."`
	Severity Severity `json:"severity" enum:"critical,serious,minor"`
	Note     string   `json:"note"`
}

// HearingForm is a customer's hearing, and nothing else.
type HearingForm struct {
	Agency     string           `json:"agency"`
	Title      string           `json:"title"`
	Question   string           `json:"question"`
	Customer   string           `json:"customer" doc:"The customer's name; its id where the name is erased."`
	Deadline   calendar.Date    `json:"deadline"`
	State      HearingState     `json:"state" enum:"open,answered,late,unanswered,revoked,dismissed"`
	Deviations []HeardDeviation `json:"deviations" nullable:"false"`
}

type linkOutput struct{ Body HearingForm }

// guest is a customer who answers by a one-time link: nobody who logged in. The one
// thing that they may do is to answer this hearing.
type guest struct{ hearing, contract, goal, name string }

// Subject names the link, so that each hearing's guest is somebody else.
func (g guest) Subject() string { return "hearing:" + g.hearing }

// Name is how the guest is shown; it names no customer.
func (g guest) Name() string { return g.name }

// Permit lets the guest answer.
func (g guest) Permit(operation, contractID, goal string) (string, error) {
	if operation != opReview || contractID != g.contract || goal != g.goal {
		return "", fault.New(fault.Forbidden, "access.forbidden", fault.Params{"operation": operation})
	}
	return "customer", nil
}

// linked is what stands behind a link.
type linked struct {
	contract *contract.Contract
	round    *Round
	customer *Customer
	opened   ledger.Fact
	answer   string // the newest fact among the subject's answers
}

// linkedBy finds what a link leads to.
func (h Handlers) linkedBy(ctx context.Context, l HearingLink) (*linked, error) {
	if h.Public != nil && !h.Public.Allow() {
		return nil, fault.New(fault.Unavailable, "survey.busy", nil)
	}
	id, err := h.Store.behind(ctx, l.Contract, l.Token)
	if err != nil {
		return nil, err
	}
	opened, err := h.Facts.Fact(ctx, l.Contract, id)
	if err != nil {
		return nil, err
	}
	c, err := h.Contracts.Contract(ctx, l.Contract, web.Now(ctx))
	if err != nil {
		return nil, err
	}
	facts, err := h.Facts.Newest(ctx, l.Contract, time.Time{}, kinds()...)
	if err != nil {
		return nil, err
	}
	p, _ := apart(opened.Subject)
	r := rounds(facts)[RoundOf(p.goal, p.round)]
	if r == nil || r.byNumber[p.number] == nil || r.byNumber[p.number].heard.opened.ID != id {
		return nil, noLink() // another hearing has taken its place
	}
	out := &linked{contract: c, round: r, customer: r.byNumber[p.number], opened: opened}
	if a := out.customer.heard.answer; a != nil {
		out.answer = a.ID
	}
	return out, nil
}

// link answers what a customer is heard about.
func (h Handlers) link(ctx context.Context, in *linkInput) (*linkOutput, error) {
	l, err := h.linkedBy(ctx, in.Body)
	if err != nil {
		return nil, err
	}
	plan, b := l.round.Plan(), read[Hearing](&l.opened)
	state := l.customer.Hearing(web.Today(ctx))
	if state == HearingOpen && l.round.State(web.Now(ctx)) != Reviewing {
		state = HearingDismissed
	}
	out := &linkOutput{HearingForm{
		Agency: l.contract.Agency.Name, Title: plan.Title, Question: plan.Question, Customer: l.customer.Ref,
		Deadline: b.Deadline, State: state, Deviations: []HeardDeviation{},
	}}
	if state == HearingRevoked || state == HearingDismissed {
		return out, nil
	}
	verdict, err := h.Facts.Fact(ctx, l.contract.ID, b.Verdict)
	if err != nil {
		return nil, err
	}
	out.Body.Deviations = deviations(plan, read[Verdict](&verdict))
	k, err := h.Store.one(ctx, version{l.contract.ID, plan.Population}, l.customer.Ref)
	if k.Name != "" {
		out.Body.Customer = k.Name
	}
	return out, err
}

// deviations are a review's as a customer reads them.
func deviations(plan RoundPlan, v Verdict) []HeardDeviation {
	list := []HeardDeviation{}
	for _, a := range v.Clauses {
		if a.Finding != Deviation {
			continue
		}
		d := HeardDeviation{Clause: a.Clause, Severity: a.Severity, Note: a.Note}
		if i := slices.IndexFunc(plan.Checklist, func(c Clause) bool { return c.ID == a.Clause }); i >= 0 {
			d.Clause, d.Evidence = plan.Checklist[i].Title, plan.Checklist[i].Evidence
		}
		list = append(list, d)
	}
	return list
}

// HearingReply is an answer by a one-time link.
type HearingReply struct {
	HearingLink
	ID   string `json:"id" doc:"The fact's id, a UUIDv7 made by the client; the same id again writes nothing."`
	Text string `json:"text"`
	Salt string `json:"salt" doc:"32 hexadecimal digits that the client makes at random."`
}

type replyInput struct{ Body HearingReply }

// TakenHearingReply says that an answer is kept.
type TakenHearingReply struct {
	Taken bool `json:"taken"`
}

type replyOutput struct{ Body TakenHearingReply }

// reply records a customer's answer.
func (h Handlers) reply(ctx context.Context, in *replyInput) (*replyOutput, error) {
	l, err := h.linkedBy(ctx, in.Body.HearingLink)
	if err != nil {
		return nil, err
	}
	expects := l.answer
	if expects == in.Body.ID { // the same request again
		expects = l.customer.heard.answer.Supersedes
	}
	body, err := json.Marshal(HearingSaid{Hearing: l.opened.ID, How: ByLink, Text: in.Body.Text, Salt: in.Body.Salt})
	if err != nil {
		return nil, err
	}
	by := guest{l.opened.ID, l.contract.ID, l.round.Goal, catalogue.Text("da", "spotcheck.guest", nil)}
	_, err = h.Recorder.Record(ctx, by, ledger.Submission{
		Contract: l.contract.ID, ID: in.Body.ID, Kind: KindHearingAnswer, Subject: l.opened.Subject, Day: web.Today(ctx), Expects: expects, Body: body,
	})
	return &replyOutput{TakenHearingReply{err == nil}}, err
}
