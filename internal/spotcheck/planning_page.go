package spotcheck

import (
	"context"

	"opfyldt/internal/fault"
	"opfyldt/internal/record"
	"opfyldt/internal/web"
)

// SpotcheckChecklist is a checklist that a new round can begin with.
type SpotcheckChecklist struct {
	Round   string   `json:"round"`
	Title   string   `json:"title" doc:"The round's."`
	Clauses []Clause `json:"clauses" nullable:"false"`
}

// checklists are those of the rounds, in their order.
func checklists(rounds []*Round) []SpotcheckChecklist {
	list := make([]SpotcheckChecklist, len(rounds))
	for i, r := range rounds {
		p := r.Plan()
		list[i] = SpotcheckChecklist{r.Name, p.Title, p.Checklist}
	}
	return list
}

type sizingInput struct {
	Contract string `path:"contract"`
	Goal     string `path:"goal"`
	Body     SpotcheckSizing
}

type sizingOutput struct{ Body SpotcheckReckoning }

// reckoned answers what a plan would come to; it writes nothing.
func (h Handlers) reckoned(ctx context.Context, in *sizingInput) (*sizingOutput, error) {
	c, err := h.Contracts.Contract(ctx, in.Contract, web.Now(ctx))
	if err != nil {
		return nil, err
	}
	if _, err := goalOf(c, PopulationOf(in.Goal)); err != nil {
		return nil, err
	}
	by, err := web.MustPerson(ctx)
	if err != nil {
		return nil, err
	}
	if _, err := by.Permit(opPlan, c.ID, in.Goal); err != nil {
		return nil, err
	}
	newest, err := h.newestList(ctx, c, in.Goal, web.Now(ctx))
	if err != nil {
		return nil, err
	}
	if newest == nil {
		return nil, fault.New(fault.Conflict, "spotcheck.no_list", nil)
	}
	reckoning, err := in.Body.reckoning(PopulationIn(newest))
	return &sizingOutput{reckoning}, err
}

// plans answers every version of the round's plan, the newest first.
func (h Handlers) plans(ctx context.Context, s *seen, r *Round) ([]record.Fact, error) {
	said, err := h.byPlace(ctx, s, KindPlan)
	return orNone(said[KindPlan+" "+RoundOf(r.Goal, r.Name)]), err
}
