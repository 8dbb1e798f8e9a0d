package survey

import (
	"context"
	"encoding/json"
	"errors"

	"opfyldt/internal/contract"
	"opfyldt/internal/ledger"
	"opfyldt/internal/record"
	"opfyldt/internal/sheet"
)

// Prepare reads a file by what the submission says of it, and keeps its answers for
// the fact to be. It answers the submission as it is recorded.
func (s *Store) Prepare(ctx context.Context, a *contract.Answers, sub ledger.Submission, name string, file []byte) (ledger.Submission, error) {
	var sent SentAnswers
	checks := record.Checks{Wrong: record.Decode(sub.Body, &sent)}
	if err := checks.Err(); err != nil {
		return sub, err
	}
	sent.Mapping.Check(a, &checks)
	if err := checks.Err(); err != nil {
		return sub, err
	}
	answers, err := ReadFile(file, &sent.Mapping, a)
	if faulty, ok := errors.AsType[*sheet.Faulty](err); ok {
		return sub, faulty.Fault()
	}
	if err != nil {
		return sub, err
	}
	sent.File, sent.SHA256, sent.Format = name, answers.Info.SHA256, string(answers.Info.Format)
	sent.Plan = ""
	return s.keep(ctx, sub, sent, answers.Rows)
}

// keep keeps the answers and puts what is said of them into the submission.
func (s *Store) keep(ctx context.Context, sub ledger.Submission, sent SentAnswers, rows []Row) (ledger.Submission, error) {
	body, err := json.Marshal(sent)
	if err != nil {
		return sub, err
	}
	sub.Body = body
	return sub, s.Put(ctx, sub.Contract, sub.ID, rows)
}
