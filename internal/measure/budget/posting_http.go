package budget

import (
	"context"

	"opfyldt/internal/bulk"
	"opfyldt/internal/calendar"
	"opfyldt/internal/fault"
	"opfyldt/internal/record"
	"opfyldt/internal/web"
)

type postingsInput struct {
	Contract    string `path:"contract"`
	Requirement string `path:"requirement"`
	Line        string `query:"line" maxLength:"200" doc:"Only this line's."`
	Month       string `query:"month" maxLength:"7" doc:"Only this month's." example:"2014-03"`
	web.AsOf
}

// mostPostings is how many postings one answer holds.
const mostPostings = 1000

type postingsOutput struct {
	Body struct {
		Postings []Posting `json:"postings" nullable:"false" doc:"The first 1,000."`
		Count    int       `json:"count"`
		Sum      int64     `json:"sum" doc:"Øre, of all of them."`
	}
}

func (h Handlers) postings(ctx context.Context, in *postingsInput) (*postingsOutput, error) {
	c, r, _, err := h.of(ctx, in.Contract, in.Requirement, in.At)
	if err != nil {
		return nil, err
	}
	out := &postingsOutput{}
	out.Body.Postings = []Posting{}
	a, err := h.accountOf(ctx, c, r, asOf(in.At))
	if err != nil || a.fact == nil {
		return out, err
	}
	rows, _, err := h.Store.Read(ctx, c.ID, a.fact.ID)
	if err != nil {
		return nil, err
	}
	for _, p := range rows {
		if in.Line != "" && p.Line != in.Line || in.Month != "" && calendar.MonthOf(p.Day).String() != in.Month {
			continue
		}
		out.Body.Count++
		out.Body.Sum += p.Amount
		if len(out.Body.Postings) < mostPostings {
			out.Body.Postings = append(out.Body.Postings, p)
		}
	}
	return out, nil
}

type proofInput struct {
	Contract    string `path:"contract"`
	Requirement string `path:"requirement"`
	Reference   string `query:"reference" required:"true" maxLength:"200"`
	web.AsOf
}

type proofOutput struct{ Body bulk.RowProof }

// proof proves a posting of the newest import against the root in its fact.
func (h Handlers) proof(ctx context.Context, in *proofInput) (*proofOutput, error) {
	c, r, _, err := h.of(ctx, in.Contract, in.Requirement, in.At)
	if err != nil {
		return nil, err
	}
	a, err := h.accountOf(ctx, c, r, asOf(in.At))
	if err != nil {
		return nil, err
	}
	out := &proofOutput{}
	if a.fact != nil {
		out.Body.Row, out.Body.Proof, err = h.Store.Prove(ctx, c.ID, a.fact.ID, func(p Posting) bool { return p.Reference == in.Reference })
	}
	if err != nil {
		return nil, err
	}
	if out.Body.Row == "" {
		return nil, fault.New(fault.NotFound, "budget.no_posting", fault.Params{"reference": record.Shorten(in.Reference, maxLineID)})
	}
	out.Body.Root, out.Body.Fact, out.Body.Leaf = a.postings.Root, a.fact.ID, a.fact.Leaf
	return out, nil
}
