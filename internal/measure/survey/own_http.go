package survey

import (
	"context"
	"encoding/json"
	"errors"
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

// ownRoutes registers what a survey of one's own is run by.
func (h Handlers) ownRoutes(r *web.Router, survey string) {
	web.Register(r, web.Route{
		Method: http.MethodGet, Path: survey + "/own", Operation: "contract.read", Unkept: true,
		ID: "getOwnSurvey", Tag: "survey", Summary: "Where a survey of one's own stands",
	}, h.own)
	writes := func(path, id, summary string, most int64) web.Route {
		return web.Route{Method: http.MethodPost, Path: survey + path, Operation: opRun, ID: id, Tag: "survey", Summary: summary,
			Status: http.StatusCreated, OwnBody: true, MaxBody: most}
	}
	web.Register(r, writes("/plans", "planSurvey", "Plan a survey, and draw who is asked from a customers' list", imported.MaxSend(MaxFile)), h.plan)
	web.Register(r, writes("/invitations", "inviteToSurvey", "Mail a one-time link to everybody who has not answered", 0), h.invite)
	web.Register(r, writes("/closings", "closeSurvey", "Close the survey; the requirement's result follows from its answers", 0), h.close)
}

// OwnSurvey is where a survey of one's own stands.
type OwnSurvey struct {
	CanRun            bool          `json:"canRun"`
	Stage             Stage         `json:"stage" enum:"planned,open,closed," doc:"Empty where there is none."`
	Plan              *Plan         `json:"plan"`
	Fact              *record.Fact  `json:"fact"`
	Invitation        *record.Fact  `json:"invitation" doc:"The newest one."`
	Asked             int64         `json:"asked"`
	Answered          *int64        `json:"answered" doc:"Null while so few have that it could tell who, and of the past, of which it is not kept."`
	Least             int           `json:"least"`
	Today             calendar.Date `json:"today"`
	Scale             []Wording     `json:"scale" nullable:"false" doc:"The contract's, which a plan may word in English."`
	DontKnow          *Wording      `json:"dontKnow"`
	Subject           string        `json:"subject" doc:"Of the mail, as it would be in the reader's language."`
	Text              string        `json:"text"`
	ExpectsPlan       string        `json:"expectsPlan" doc:"The fact that a new plan must expect."`
	ExpectsInvitation string        `json:"expectsInvitation"`
	ExpectsResult     string        `json:"expectsResult"`
}

type ownOutput struct{ Body OwnSurvey }

func (h Handlers) own(ctx context.Context, in *pageInput) (*ownOutput, error) {
	c, r, reader, err := h.of(ctx, in.Contract, in.Requirement, in.At)
	if err != nil {
		return nil, err
	}
	facts, err := h.Facts.Newest(ctx, c.ID, newest(in.At), ownKinds...)
	if err != nil {
		return nil, err
	}
	goal, _ := c.Requirement(r.ID)
	var empty Plan
	empty.fillScale(r.Answers)
	o := OwnSurvey{CanRun: reader.May(opRun, goal.ID), Least: r.Answers.Least(), Today: in.At.Day, Scale: append([]Wording{}, empty.Scale...), DontKnow: empty.DontKnow}
	expects := func(kind string) string {
		if f := record.Newest(facts, kind)[r.ID]; f != nil {
			return f.ID
		}
		return ""
	}
	o.ExpectsPlan, o.ExpectsInvitation, o.ExpectsResult = expects(KindPlan), expects(KindInvitation), expects(KindResult)
	run := runOf(facts, r.ID)
	if run == nil {
		return &ownOutput{o}, nil
	}
	wire := reader.Wire(*run.Fact)
	o.Stage, o.Plan, o.Fact = run.Stage(), run.Plan, &wire
	if run.Invitation != nil {
		invited := reader.Wire(*run.Invitation)
		o.Invitation = &invited
	}
	m := letter(c, run.Plan, run.Invitation != nil, reader.Lang, h.Store.home+"/answer/"+c.ID+"#…")
	o.Subject, o.Text = m.Subject, m.Text
	o.Asked = run.Plan.Size
	if run.Stage() == Open && !in.At.Past {
		_, answered, err := h.Store.Invited(ctx, c.ID, run.Fact.ID)
		if err != nil {
			return nil, err
		}
		if answered == 0 || answered >= int64(o.Least) {
			o.Answered = &answered
		}
	}
	return &ownOutput{o}, nil
}

// plannedSurvey is a plan with its list, as the API's description shows it.
type plannedSurvey struct {
	record.Head
	imported.ImportFile
	Plan
}

type planInput struct {
	Contract    string `path:"contract"`
	Requirement string `path:"requirement"`
	Body        record.Raw[plannedSurvey]
}

// plan draws who is asked, and records the plan.
func (h Handlers) plan(ctx context.Context, in *planInput) (*record.Recorded, error) {
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
	var p Plan
	checks := record.Checks{Wrong: record.Decode(body, &p)}
	p.Check(r.Answers, web.Today(ctx), &checks)
	if err := checks.Err(); err != nil {
		return nil, err
	}
	list, err := readList(file, r.Answers)
	if err != nil {
		return nil, err
	}
	p.File = file.Name
	drawn, err := p.drawn(head.ID, list)
	if err != nil {
		return nil, err
	}
	// The same request again finds its plan, which was drawn by another random value.
	before, err := h.Facts.Fact(ctx, in.Contract, head.ID)
	switch {
	case err == nil:
		body = before.Body
	case fault.KindOf(err) != fault.NotFound:
		return nil, err
	default:
		if body, err = json.Marshal(p); err != nil {
			return nil, err
		}
		if err := h.Store.Invite(ctx, in.Contract, head.ID, drawn); err != nil {
			return nil, err
		}
	}
	return h.Send(ctx, ledger.Submission{
		Contract: in.Contract, ID: head.ID, Kind: KindPlan, Subject: r.ID, Day: head.Day, Expects: head.Expects, Body: body,
	}, h.say)
}

func readList(file imported.ImportFile, a *contract.Answers) (*customers, error) {
	bytes, err := file.Bytes()
	if err != nil {
		return nil, err
	}
	list, err := readCustomers(bytes, a)
	if faulty, ok := errors.AsType[*sheet.Faulty](err); ok {
		return nil, faulty.Fault()
	}
	return list, err
}

type simpleInput struct {
	Contract    string `path:"contract"`
	Requirement string `path:"requirement"`
	Body        record.Raw[record.Head]
}

// invite mails links to who has not answered.
func (h Handlers) invite(ctx context.Context, in *simpleInput) (*record.Recorded, error) {
	head, body, err := record.Split(in.Body.JSON)
	if err != nil {
		return nil, err
	}
	return h.Send(ctx, ledger.Submission{
		Contract: in.Contract, ID: head.ID, Kind: KindInvitation, Subject: in.Requirement, Day: head.Day, Expects: head.Expects, Body: body,
	}, h.say)
}

// surveyClosing is what is said when a survey closes.
type surveyClosing struct {
	record.Head
	Note   string `json:"note,omitempty"`
	Reason string `json:"reason,omitempty" doc:"Needed where the result corrects an earlier one."`
}

type closeInput struct {
	Contract    string `path:"contract"`
	Requirement string `path:"requirement"`
	Body        record.Raw[surveyClosing]
}

// close makes the answers the rows behind the result.
func (h Handlers) close(ctx context.Context, in *closeInput) (*record.Recorded, error) {
	head, body, err := record.Split(in.Body.JSON)
	if err != nil {
		return nil, err
	}
	r, err := h.permitted(ctx, in.Contract, in.Requirement)
	if err != nil {
		return nil, err
	}
	facts, err := h.Facts.Newest(ctx, in.Contract, time.Time{}, ownKinds...)
	if err != nil {
		return nil, err
	}
	run := runOf(facts, r.ID)
	if run == nil {
		return nil, notNow("survey.none_to_close")
	}
	var sent SentAnswers
	checks := record.Checks{Wrong: record.Decode(body, &sent)}
	if err := checks.Err(); err != nil {
		return nil, err
	}
	sent.File, sent.Format, sent.Plan, sent.Mapping, sent.Final = run.Plan.Title, "own", run.Fact.ID, run.Plan.mapping(), true
	sent.Asked, sent.Population, sent.Sectors = 0, 0, run.Plan.Sectors
	if len(sent.Sectors) == 1 && sent.Sectors[0].Name == "" {
		sent.Asked, sent.Population, sent.Sectors = sent.Sectors[0].Asked, sent.Sectors[0].Population, nil
	}
	rows, err := h.Store.replies(ctx, in.Contract, run.Fact.ID)
	if err != nil {
		return nil, err
	}
	submission, err := h.Store.keep(ctx, ledger.Submission{
		Contract: in.Contract, ID: head.ID, Kind: KindResult, Subject: r.ID, Day: head.Day, Expects: head.Expects,
	}, sent, rows)
	if err != nil {
		return nil, err
	}
	return h.Send(ctx, submission, h.say)
}
