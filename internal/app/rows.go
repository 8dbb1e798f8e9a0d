package app

import (
	"context"

	"opfyldt/internal/fault"
	"opfyldt/internal/ledger"
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
	_, r := c.Requirement(s.Subject)
	if s.Kind != survey.KindResult || r == nil || r.Answers == nil {
		return s, nil, fault.New(fault.Invalid, "fact.kind-unknown", fault.Params{"kind": s.Kind})
	}
	s, err = f.answers.Prepare(ctx, r.Answers, s, name, file)
	return s, map[string]string{record.KindResult + " " + s.Subject: record.FollowingID(s.ID, record.KindResult, s.Subject)}, err
}
