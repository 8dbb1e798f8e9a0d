package budget

import (
	"context"
	"encoding/json"
	"time"

	"opfyldt/internal/contract"
	"opfyldt/internal/fault"
	"opfyldt/internal/ledger"
	"opfyldt/internal/record"
)

// Prepare reads a file for a submission that is to become a base budget's or
// postings' fact, keeps the postings, and answers the submission as it is to be
// recorded. The same again answers the same.
func (s *Store) Prepare(ctx context.Context, facts ledger.Reader, c *contract.Contract, sub ledger.Submission, name string, file []byte) (ledger.Submission, error) {
	_, r := c.Requirement(sub.Subject)
	if r == nil || r.Spending == nil {
		return sub, fault.New(fault.NotFound, "budget.no_requirement", fault.Params{"requirement": record.Shorten(sub.Subject, 60)})
	}
	if sub.Kind == KindBase {
		var b Base
		if err := json.Unmarshal(sub.Body, &b); err != nil {
			return sub, err
		}
		lines, info, err := ReadBase(file, r.Covers(c).Months())
		if err != nil {
			return sub, err
		}
		b.Lines, b.File, b.SHA256, b.Format = lines, name, info.SHA256, string(info.Format)
		sub.Body, err = json.Marshal(b)
		return sub, err
	}
	var p Postings
	if err := json.Unmarshal(sub.Body, &p); err != nil {
		return sub, err
	}
	there, err := facts.Newest(ctx, c.ID, time.Time{}, KindBase)
	if err != nil {
		return sub, err
	}
	base := BaseOf(record.Newest(there, KindBase)[r.ID])
	if base == nil {
		return sub, fault.New(fault.Invalid, "budget.no_base", nil)
	}
	rows, info, err := ReadPostings(file, base.Lines, r.Covers(c), sub.Day)
	if err != nil {
		return sub, err
	}
	if err := s.Put(ctx, c.ID, sub.ID, rows); err != nil {
		return sub, err
	}
	p.File, p.SHA256, p.Format = name, info.SHA256, string(info.Format)
	sub.Body, err = json.Marshal(p)
	return sub, err
}
