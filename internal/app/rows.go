package app

import (
	"context"

	"opfyldt/internal/calendar"
	"opfyldt/internal/contract"
	"opfyldt/internal/fault"
	"opfyldt/internal/ledger"
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
	prepared, err := service.Prepare(ctx, c, s, f.clock(), name, file)
	subject := s.Subject
	if _, r := c.Requirement(s.Subject); r != nil && r.Measure == contract.MonthlyCount {
		subject += "/" + calendar.MonthOf(s.Day).String()
	}
	return prepared, map[string]string{record.KindResult + " " + subject: record.FollowingID(s.ID, record.KindResult, subject)}, err
}
