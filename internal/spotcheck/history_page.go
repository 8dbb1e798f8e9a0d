package spotcheck

import (
	"cmp"
	"context"
	"slices"

	"opfyldt/internal/calendar"
	"opfyldt/internal/record"
	"opfyldt/internal/web"
)

type historyInput struct {
	Contract string `path:"contract"`
	Goal     string `path:"goal"`
	Ref      string `query:"ref" required:"true" maxLength:"200" doc:"The customer's id in the list."`
	web.AsOf
}

// CustomerRound is a round in which a customer was drawn.
type CustomerRound struct {
	Round     string             `json:"round"`
	Title     string             `json:"title"`
	State     State              `json:"state" enum:"planned,fixed,reviewing,concluded,abandoned"`
	Drawn     calendar.Date      `json:"drawn"`
	Checklist []Clause           `json:"checklist" nullable:"false"`
	Customer  DrawnCustomer      `json:"customer"`
	Findings  []SpotcheckFinding `json:"findings" nullable:"false"`
}

// CustomerHistory is a customer over rounds, the newest draw first.
type CustomerHistory struct {
	Goal   string          `json:"goal"`
	Today  calendar.Date   `json:"today"`
	Ref    string          `json:"ref"`
	Name   string          `json:"name" doc:"By the newest list that still has it; empty once it is erased."`
	Rounds []CustomerRound `json:"rounds" nullable:"false"`
}

type historyOutput struct{ Body CustomerHistory }

// history answers a customer over rounds.
func (h Handlers) history(ctx context.Context, in *historyInput) (*historyOutput, error) {
	s, err := h.see(ctx, in.Contract, in.Goal, in.At)
	if err != nil {
		return nil, err
	}
	out := &historyOutput{CustomerHistory{Goal: in.Goal, Today: s.reader.Today, Ref: in.Ref, Rounds: []CustomerRound{}}}
	b := &out.Body
	var drawn []*Round
	for _, r := range s.rounds {
		if r.draw != nil {
			drawn = append(drawn, r)
		}
	}
	slices.SortFunc(drawn, func(a, b *Round) int { return cmp.Compare(b.draw.Leaf, a.draw.Leaf) })
	for _, r := range drawn {
		of := slices.DeleteFunc(slices.Clone(r.Customers), func(c *Customer) bool { return c.Ref != in.Ref })
		if len(of) == 0 {
			continue
		}
		one, err := h.customerRound(ctx, s, r, of)
		if err != nil {
			return nil, err
		}
		b.Name = cmp.Or(b.Name, one.Customer.Name)
		b.Rounds = append(b.Rounds, one)
	}
	if f := record.Newest(s.facts, KindPopulation)[PopulationOf(in.Goal)]; b.Name == "" && f != nil && s.works() {
		k, err := h.Store.one(ctx, version{s.contract.ID, f.ID}, in.Ref)
		if err != nil {
			return nil, err
		}
		if k.Ref == "" && len(b.Rounds) == 0 {
			return nil, notFound()
		}
		b.Name = k.Name
	} else if len(b.Rounds) == 0 {
		return nil, notFound()
	}
	return out, nil
}

func (h Handlers) customerRound(ctx context.Context, s *seen, r *Round, of []*Customer) (CustomerRound, error) {
	plan := r.Plan()
	one := CustomerRound{Round: r.Name, Title: plan.Title, State: r.State(s.now), Drawn: r.draw.Day, Checklist: plan.Checklist}
	customers, err := h.customers(ctx, s, r, of)
	if err != nil {
		return one, err
	}
	one.Customer = customers[0]
	one.Findings, err = h.findings(ctx, s, func(f *found) bool {
		return f.round == r.Name && f.number == of[0].Number
	})
	return one, err
}
