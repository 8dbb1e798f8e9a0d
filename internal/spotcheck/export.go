package spotcheck

import (
	"cmp"
	"context"
	"iter"

	"opfyldt/internal/bulk"
	"opfyldt/internal/catalogue"
	"opfyldt/internal/draw"
	"opfyldt/internal/fault"
	"opfyldt/internal/record"
	"opfyldt/internal/sheet"
	"opfyldt/internal/web"
)

type frameInput struct {
	OfRound
	web.TableFormat
}

// frame writes who could be drawn, in the list's order: what `opfyldt spotcheck draw`
// reads.
func (h Handlers) frame(ctx context.Context, in *frameInput) (*web.File, error) {
	_, r, err := h.find(ctx, &in.OfRound)
	if err != nil {
		return nil, err
	}
	customers, err := h.frameOf(ctx, in.Contract, r)
	if err != nil {
		return nil, err
	}
	heads := []sheet.Head{{Name: "id", Width: 20}}
	if column := r.Plan().drawnBy(); column != "" {
		heads = append(heads, sheet.Head{Name: column, Width: 20})
	}
	name := catalogue.Text(web.Language(ctx), "spotcheck.frame.file", fault.Params{"round": r.Name})
	if r.Plan().Selection == ByVolume {
		for i := range customers {
			customers[i].Stratum = cmp.Or(customers[i].Stratum, "0")
		}
	}
	return in.Table(ctx, name, heads, frameRows(customers, len(heads))), nil
}

func frameRows(customers []draw.Customer, columns int) iter.Seq2[[]any, error] {
	return func(yield func([]any, error) bool) {
		for _, c := range customers {
			if !yield([]any{c.ID, c.Stratum}[:columns], nil) {
				return
			}
		}
	}
}

// frameOf reads who could be drawn.
func (h Handlers) frameOf(ctx context.Context, contractID string, r *Round) ([]draw.Customer, error) {
	plan := r.Plan()
	return h.Store.Customers(ctx, version{contractID, plan.Population}, plan.readColumn(), plan.Only)
}

// ExportedRound is a round whole, by which another can do everything again. It names
// nobody: names and contacts stand in no fact.
type ExportedRound struct {
	Contract  string          `json:"contract"`
	Goal      string          `json:"goal"`
	Round     string          `json:"round"`
	State     State           `json:"state" enum:"planned,fixed,reviewing,concluded,abandoned"`
	Seed      string          `json:"seed" doc:"The text that is hashed; empty before the draw."`
	Size      int64           `json:"size"`
	Column    string          `json:"column" doc:"What the strata are made by, or the volume; empty where there are neither."`
	Selection Selection       `json:"selection" enum:",volume"`
	Frame     []FrameCustomer `json:"frame" nullable:"false" doc:"Who could be drawn, in the list's order."`
	Rows      []string        `json:"rows" nullable:"false" doc:"The hash of every row of the list, in its order: the list's root is over them."`
	Facts     []record.Fact   `json:"facts" nullable:"false" doc:"Every fact of the round, and of the list, in the log's order."`
}

// FrameCustomer is somebody who could be drawn.
type FrameCustomer struct {
	ID       string `json:"id"`
	Stratum  string `json:"stratum,omitempty" doc:"Its value in the column."`
	Position int64  `json:"position" doc:"Its row in the list, from 0."`
}

type exportOutput struct{ Body ExportedRound }

// export answers a round whole.
func (h Handlers) export(ctx context.Context, in *OfRound) (*exportOutput, error) {
	s, r, err := h.find(ctx, in)
	if err != nil {
		return nil, err
	}
	plan := r.Plan()
	out := &exportOutput{ExportedRound{
		Contract: s.contract.ID, Goal: s.goal.ID, Round: r.Name, State: r.State(s.now), Seed: r.drawn.Seed, Size: plan.Size,
		Frame: []FrameCustomer{}, Rows: []string{}, Facts: []record.Fact{},
	}}
	out.Body.Column, out.Body.Selection = plan.drawnBy(), plan.Selection
	customers, err := h.frameOf(ctx, in.Contract, r)
	if err != nil {
		return nil, err
	}
	positions := make(map[string]int64, len(customers))
	for row, err := range h.Store.Rows(ctx, version{in.Contract, plan.Population}) {
		if err != nil {
			return nil, err
		}
		positions[row.Ref] = int64(len(out.Body.Rows))
		out.Body.Rows = append(out.Body.Rows, bulk.Leaf(row.Body))
	}
	for _, c := range customers {
		out.Body.Frame = append(out.Body.Frame, FrameCustomer{c.ID, c.Stratum, positions[c.ID]})
	}
	out.Body.Facts, err = h.factsOf(ctx, s, r)
	return out, err
}

// factsOf reads every fact of a round and of the list that it draws from, in the
// log's order.
func (h Handlers) factsOf(ctx context.Context, s *seen, r *Round) ([]record.Fact, error) {
	all, err := h.Log.All(ctx, s.contract.ID, s.at, kinds()...)
	if err != nil {
		return nil, err
	}
	facts := []record.Fact{}
	for _, f := range all {
		p, ok := apart(f.Subject)
		if f.ID == r.Plan().Population || ok && p.goal == r.Goal && p.round == r.Name {
			facts = append(facts, s.reader.Wire(f))
		}
	}
	return facts, nil
}
