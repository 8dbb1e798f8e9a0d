package app

import (
	"context"
	"time"

	"opfyldt/internal/calendar"
	"opfyldt/internal/contract"
	"opfyldt/internal/fault"
	"opfyldt/internal/ledger"
	"opfyldt/internal/measure"
	"opfyldt/internal/measure/budget"
	"opfyldt/internal/measure/cases"
	"opfyldt/internal/measure/survey"
	"opfyldt/internal/record"
)

// takeRows keeps the rows of a file for the fact that the submission is to become, and
// names the facts that it brings about.
func (f *facts) takeRows(ctx context.Context, s ledger.Submission, name string, file []byte) (ledger.Submission, map[string]string, error) {
	c, err := f.inForce(ctx, s.Contract)
	if err != nil {
		return s, nil, err
	}
	if s.Kind == cases.KindImport {
		return f.takeCases(ctx, c, s, name, file)
	}
	if s.Kind == budget.KindBase || s.Kind == budget.KindPostings {
		s, err = f.postings.Prepare(ctx, f.book, c, s, name, file)
		return s, map[string]string{record.KindResult + " " + s.Subject: record.FollowingID(s.ID, record.KindResult, s.Subject)}, err
	}
	_, r := c.Requirement(s.Subject)
	if s.Kind != survey.KindResult || r == nil || r.Answers == nil {
		return s, nil, fault.New(fault.Invalid, "fact.kind-unknown", fault.Params{"kind": s.Kind})
	}
	s, err = f.answers.Prepare(ctx, r.Answers, s, name, file)
	return s, map[string]string{record.KindResult + " " + s.Subject: record.FollowingID(s.ID, record.KindResult, s.Subject)}, err
}

// takeCases keeps the rows of a file of cases. It brings about the share, or the
// count of the month that its day lies in.
func (f *facts) takeCases(ctx context.Context, c *contract.Contract, s ledger.Submission, name string, file []byte) (ledger.Submission, map[string]string, error) {
	service := cases.Service{Book: record.Book{Contracts: f.agreements, Facts: f.book}, Store: f.cases}
	subject := s.Subject
	if _, r := c.Requirement(s.Subject); r != nil && r.Measure == contract.MonthlyCount {
		subject += "/" + calendar.MonthOf(s.Day).String()
	}
	if err := f.untyped(ctx, s, subject); err != nil {
		return s, nil, err
	}
	prepared, err := service.Prepare(ctx, c, s, f.clock(), name, file)
	return prepared, map[string]string{record.KindResult + " " + subject: record.FollowingID(s.ID, record.KindResult, subject)}, err
}

// untyped refuses a submission that is not in the log yet where somebody has typed
// the result that it would bring about.
func (f *facts) untyped(ctx context.Context, s ledger.Submission, subject string) error {
	if _, err := f.book.Fact(ctx, s.Contract, s.ID); fault.KindOf(err) != fault.NotFound {
		return err
	}
	newest, err := f.book.Newest(ctx, s.Contract, time.Time{}, record.KindResult)
	if err != nil {
		return err
	}
	report := record.Newest(newest, record.KindResult)[subject]
	if r := measure.ReportOf(report); r != nil && r.Import == "" {
		return fault.New(fault.Conflict, "fact.stale", nil).With(ledger.Stale{Current: report, Proposed: s})
	}
	return nil
}
