package measure

import (
	"context"
	"fmt"

	"opfyldt/internal/contract"
	"opfyldt/internal/ledger"
	"opfyldt/internal/record"
	"opfyldt/internal/web"
)

// maxMany is the largest body of many results.
const maxMany = 4 << 20

// RequirementResult is one of many results, as another system sends them.
type RequirementResult struct {
	Requirement string `json:"requirement"`
	record.Head
	Report
}

type manyInput struct {
	Contract string `path:"contract"`
	Body     struct {
		Reports []record.Raw[RequirementResult] `json:"reports"`
	}
}

// reportMany records all results in one transaction.
func (h Handlers) reportMany(ctx context.Context, in *manyInput) (*record.RecordedAll, error) {
	c, err := h.Contracts.Contract(ctx, in.Contract, web.Now(ctx))
	if err != nil {
		return nil, err
	}
	all := make([]ledger.Submission, len(in.Body.Reports))
	for i, report := range in.Body.Reports {
		if all[i], err = oneOfMany(c, report.JSON); err != nil {
			return nil, record.Under(fmt.Sprintf("body.reports[%d]", i), err)
		}
	}
	return h.SendAll(ctx, all, "body.reports")
}

func oneOfMany(c *contract.Contract, raw []byte) (ledger.Submission, error) {
	head, body, err := record.Split(raw)
	if err != nil {
		return ledger.Submission{}, err
	}
	requirement, body, err := record.Take(body, "requirement")
	if err != nil {
		return ledger.Submission{}, err
	}
	subject := requirement
	if _, r := c.Requirement(requirement); r != nil && r.Measure == contract.MonthlyCount {
		subject = Subject(requirement, monthIn(body))
	}
	return ledger.Submission{
		Contract: c.ID, ID: head.ID, Kind: KindReport, Subject: subject, Day: head.Day, Expects: head.Expects, Body: body,
	}, nil
}
