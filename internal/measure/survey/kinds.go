package survey

import (
	"context"
	"encoding/json"

	"opfyldt/internal/calendar"
	"opfyldt/internal/catalogue"
	"opfyldt/internal/contract"
	"opfyldt/internal/fault"
	"opfyldt/internal/ledger"
	"opfyldt/internal/measure"
	"opfyldt/internal/record"
)

// The kinds of fact that this slice writes, each with the requirement as its subject.
const (
	KindResult     = "survey.result"     // answers have come in
	KindPlan       = "survey.plan"       // a survey of one's own is planned, and who is asked is drawn
	KindInvitation = "survey.invitation" // mails go out to who has not answered
)

// opRun is the operation of the permission table that allows it.
const opRun = "survey.run"

// Kinds gives the ledger this slice's kinds with their rules.
func Kinds(store *Store) []ledger.Kind {
	return []ledger.Kind{
		{Name: KindResult, Operation: opRun, Goal: goalOf, Check: store.checkResult, Beside: closeSurvey, Then: bringReport},
		{Name: KindPlan, Operation: opRun, Goal: goalOf, Check: store.checkPlan},
		{Name: KindInvitation, Operation: opRun, Goal: goalOf, Check: store.checkInvitation, Beside: store.queueMails},
	}
}

func goalOf(c *contract.Contract, subject string) (string, error) {
	goal, r := c.Requirement(subject)
	if r == nil || r.Measure != contract.Survey || r.Answers == nil {
		return "", fault.New(fault.NotFound, "survey.no_requirement", fault.Params{"requirement": record.Shorten(subject, 60)})
	}
	return goal.ID, nil
}

// checkResult reckons the result from the answers that were kept for the fact, so
// that nobody can say another one.
func (s *Store) checkResult(ctx context.Context, m ledger.Moment) (any, error) {
	_, r := m.Contract.Requirement(m.Submission.Subject)
	var in SentAnswers
	c := record.Checks{Wrong: record.Decode(m.Submission.Body, &in)}
	c.Day(m.Submission.Day, r.Covers(m.Contract).From, calendar.DateOf(m.Now))
	rows, root, err := s.Read(ctx, m.Contract.ID, m.Submission.ID)
	if err != nil {
		return nil, err
	}
	if rows == nil {
		return nil, fault.New(fault.Invalid, "survey.no_rows", nil)
	}
	if in.Plan != "" {
		if err := s.checkClosing(ctx, m, &in, len(rows)); err != nil {
			return nil, err
		}
	}
	result := in.Check(r.Answers, rows, root, ResultOf(m.Previous), &c)
	return result, c.Err()
}

// asked is how many were asked, where the contract wants to know it.
func (r *Result) asked(c *contract.Contract, subject string) *int64 {
	_, requirement := c.Requirement(subject)
	if requirement == nil || requirement.Coverage == nil || requirement.Coverage.Share == nil || r.Asked == 0 {
		return nil
	}
	return &r.Asked
}

// bringReport reports the figure that follows, as the requirement's result.
func bringReport(_ context.Context, m ledger.Moment, f ledger.Fact) ([]ledger.Submission, error) {
	r := ResultOf(&f)
	tally := r.Figures.Overall().Tally
	satisfied, answered := tally.Satisfied(r.Scale), tally.Answered(r.Scale)
	body, err := json.Marshal(measure.Report{
		Figures: measure.Figures{Satisfied: &satisfied, Answered: &answered, Asked: r.asked(m.Contract, f.Subject)}, Final: r.Final,
		Source: catalogue.Text(m.Contract.Language, "survey.source."+r.Format, fault.Params{"file": r.File, "rows": r.Figures.Rows}),
		Note:   r.Note, Reason: r.Reason, Import: f.ID,
	})
	return []ledger.Submission{{
		Contract: f.Contract, ID: record.FollowingID(f.ID, record.KindResult, f.Subject), Kind: measure.KindReport, Subject: f.Subject, Day: f.Day, Body: body,
	}}, err
}
