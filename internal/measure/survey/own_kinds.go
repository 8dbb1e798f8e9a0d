package survey

import (
	"context"
	"encoding/json"

	"github.com/google/uuid"

	"opfyldt/internal/calendar"
	"opfyldt/internal/catalogue"
	"opfyldt/internal/contract"
	"opfyldt/internal/fault"
	"opfyldt/internal/ledger"
	"opfyldt/internal/mail"
	"opfyldt/internal/measure"
	"opfyldt/internal/record"
)

// Invitation is the body of a survey.invitation.
type Invitation struct {
	Plan     string `json:"plan"`
	Reminder bool   `json:"reminder"`
	Mails    int64  `json:"mails"`
}

// InvitationOf reads a recorded invitation.
func InvitationOf(f *ledger.Fact) *Invitation {
	var i Invitation
	if f == nil || f.Kind != KindInvitation || json.Unmarshal(f.Body, &i) != nil {
		return nil
	}
	return &i
}

// Stage is where a survey of one's own stands.
type Stage string

// The stages.
const (
	Planned Stage = "planned" // drawn, and nobody has been asked
	Open    Stage = "open"    // answers come in
	Closed  Stage = "closed"  // its result is recorded
)

// Run is a survey of one's own as its facts have it.
type Run struct {
	Plan       *Plan
	Fact       *ledger.Fact
	Invitation *ledger.Fact // the newest of this plan; nil where none
	Closed     bool
}

// Stage is where it stands.
func (r *Run) Stage() Stage {
	switch {
	case r.Closed:
		return Closed
	case r.Invitation != nil:
		return Open
	}
	return Planned
}

// runOf finds the requirement's newest survey among the newest facts; nil where there
// is none.
func runOf(facts []ledger.Fact, requirement string) *Run {
	plan := record.Newest(facts, KindPlan)[requirement]
	p := PlanOf(plan)
	if p == nil {
		return nil
	}
	r := &Run{Plan: p, Fact: plan}
	if f := record.Newest(facts, KindInvitation)[requirement]; f != nil {
		if i := InvitationOf(f); i != nil && i.Plan == plan.ID {
			r.Invitation = f
		}
	}
	if result := ResultOf(record.Newest(facts, KindResult)[requirement]); result != nil && result.Plan == plan.ID {
		r.Closed = true
	}
	return r
}

// ownKinds are those that make up a run.
var ownKinds = []string{KindPlan, KindInvitation, KindResult}

func running(ctx context.Context, m ledger.Moment) (*Run, error) {
	facts, err := m.Facts.Newest(ctx, m.Contract.ID, m.Now, ownKinds...)
	if err != nil {
		return nil, err
	}
	return runOf(facts, m.Submission.Subject), nil
}

func notNow(code string) error { return fault.New(fault.Conflict, code, nil) }

// checkPlan holds that no survey is under way and that those drawn were kept.
func (s *Store) checkPlan(ctx context.Context, m ledger.Moment) (any, error) {
	_, r := m.Contract.Requirement(m.Submission.Subject)
	var p Plan
	c := record.Checks{Wrong: record.Decode(m.Submission.Body, &p)}
	today := calendar.DateOf(m.Now)
	c.Day(m.Submission.Day, r.Covers(m.Contract).From, today)
	p.Check(r.Answers, today, &c)
	if err := c.Err(); err != nil {
		return nil, err
	}
	run, err := running(ctx, m)
	if err != nil {
		return nil, err
	}
	if run != nil && run.Stage() == Open {
		return nil, notNow("survey.under_way")
	}
	asked, _, err := s.Invited(ctx, m.Contract.ID, m.Submission.ID)
	if err == nil && asked != p.Size {
		err = fault.New(fault.Invalid, "survey.no_rows", nil)
	}
	return p, err
}

// checkInvitation holds that there is a survey to invite to.
func (s *Store) checkInvitation(ctx context.Context, m ledger.Moment) (any, error) {
	var c record.Checks
	today := calendar.DateOf(m.Now)
	c.Day(m.Submission.Day, today, today)
	if err := c.Err(); err != nil {
		return nil, err
	}
	run, err := running(ctx, m)
	switch {
	case err != nil:
		return nil, err
	case run == nil || run.Stage() == Closed:
		return nil, notNow("survey.none_to_invite")
	case run.Plan.Closes.Before(today):
		return nil, notNow("survey.day_passed")
	}
	asked, answered, err := s.Invited(ctx, m.Contract.ID, run.Fact.ID)
	if err == nil && asked == answered {
		err = notNow("survey.all_answered")
	}
	return Invitation{Plan: run.Fact.ID, Reminder: run.Invitation != nil, Mails: asked - answered}, err
}

// queueMails makes a new link for everybody who has not answered, and the mails that
// bring them. The links of earlier mails go on working.
func (s *Store) queueMails(m ledger.Moment, f ledger.Fact) ([]ledger.Statement, error) {
	ctx := context.Background()
	invitation := InvitationOf(&f)
	plan, err := m.Facts.Fact(ctx, f.Contract, invitation.Plan)
	if err != nil {
		return nil, err
	}
	list, err := s.silent(ctx, f.Contract, invitation.Plan)
	if err != nil {
		return nil, err
	}
	p := PlanOf(&plan)
	hashes, numbers := make([][]byte, len(list)), make([]int32, len(list))
	mails := make([]mail.Mail, len(list))
	for i, to := range list {
		secret, hash := newToken()
		hashes[i], numbers[i] = hash, to.number
		mails[i] = letter(m.Contract, p, invitation.Reminder, to.language, s.home+"/answer/"+f.Contract+"#"+secret)
		mails[i].ID, mails[i].To = uuid.NewString(), to.recipient
	}
	return []ledger.Statement{
		{SQL: addLinks, Args: []any{f.Contract, invitation.Plan, hashes, numbers}},
		mail.Queue(f.Contract, invitation.Plan, f.Recorded, mails),
	}, nil
}

// letter is the mail that brings a link.
func letter(c *contract.Contract, p *Plan, reminder bool, lang, address string) mail.Mail {
	params := map[string]any{"name": p.Title, "agency": c.Agency.Name, "closes": p.Closes, "link": address}
	subject, text := "survey.mail.subject", "survey.mail.text"
	if reminder {
		subject, text = "survey.reminder.subject", "survey.reminder.text"
	}
	return mail.Mail{Subject: catalogue.Text(lang, subject, params), Text: catalogue.Text(lang, text, params) + "\n"}
}

// checkClosing holds that the answers are those that have come.
func (s *Store) checkClosing(ctx context.Context, m ledger.Moment, in *SentAnswers, rows int) error {
	run, err := running(ctx, m)
	if err != nil {
		return err
	}
	if run == nil || run.Fact.ID != in.Plan || run.Stage() != Open {
		return notNow("survey.none_to_close")
	}
	_, answered, err := s.Invited(ctx, m.Contract.ID, in.Plan)
	if err == nil && answered != int64(rows) {
		err = notNow("survey.answers_meanwhile")
	}
	return err
}

// closeSurvey deletes who was asked, once the answers are rows behind the result.
func closeSurvey(_ ledger.Moment, f ledger.Fact) ([]ledger.Statement, error) {
	r := ResultOf(&f)
	if r == nil || r.Plan == "" {
		return nil, nil
	}
	return forget(f.Contract, r.Plan), nil
}

// sayOwn puts a plan or an invitation into words.
func sayOwn(lang string, c *contract.Contract, f ledger.Fact) string {
	what := f.Subject
	if goal, r := c.Requirement(f.Subject); r != nil {
		what = measure.Name(goal, r)
	}
	if p := PlanOf(&f); p != nil {
		return catalogue.Text(lang, "sentence.survey.plan", map[string]any{"what": what, "name": p.Title, "size": p.Size, "closes": p.Closes})
	}
	if i := InvitationOf(&f); i != nil {
		key := "sentence.survey.invitation"
		if i.Reminder {
			key = "sentence.survey.reminder"
		}
		return catalogue.Text(lang, key, map[string]any{"what": what, "mails": i.Mails})
	}
	return ""
}
