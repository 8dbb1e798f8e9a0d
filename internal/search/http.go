package search

import (
	"context"
	"net/http"
	"time"

	"opfyldt/internal/contract"
	"opfyldt/internal/record"
	"opfyldt/internal/web"
)

// patience is how long a search waits for facts that have come since the last.
const patience = 300 * time.Millisecond

// Handlers answers this package's requests.
type Handlers struct{ Index *Index }

// Routes registers the handler.
func (h Handlers) Routes(r *web.Router) {
	web.Register(r, web.Route{
		Method: http.MethodGet, Path: "/search", Operation: "contract.read", ID: "search", Tag: "search",
		Summary: "What was agreed and what was said, in Danish word forms, in the contracts that one sees",
	}, h.search)
}

type searchInput struct {
	Q        string                `query:"q" doc:"Words, the last one as far as it is typed."`
	Contract string                `query:"contract" maxLength:"200" doc:"Only in this contract."`
	Kind     []record.DocumentKind `query:"kind" enum:"contract,goal,requirement,step,fact,link,person" doc:"Only these kinds."`
	Limit    int                   `query:"limit" default:"5" minimum:"1" maximum:"100" doc:"Of each kind."`
	web.AsOf
}

// Result is what was found, kind by kind.
type Result struct {
	Words  []string `json:"words" nullable:"false" doc:"What was looked for."`
	Groups []Group  `json:"groups" nullable:"false"`
	Behind bool     `json:"behind" doc:"Some of the newest facts are not searched yet."`
}

// Group is what was found of one kind, the best first.
type Group struct {
	Kind  record.DocumentKind `json:"kind" enum:"contract,goal,requirement,step,fact,link,person"`
	Count int                 `json:"count" doc:"How many there are in all."`
	Hits  []Hit               `json:"hits" nullable:"false"`
}

type searchOutput struct{ Body Result }

func (h Handlers) search(ctx context.Context, in *searchInput) (*searchOutput, error) {
	list, err := words(in.Q)
	if err != nil {
		return nil, err
	}
	out := &searchOutput{Result{Words: append([]string{}, list...), Groups: []Group{}}}
	seen, err := h.seen(ctx, in.Contract, in.At)
	if err != nil || len(list) == 0 || len(seen) == 0 {
		return out, err
	}
	w := wanted{lines: queries(list), kinds: in.Kind, asOf: in.At.Instant, limit: in.Limit}
	if !in.At.Past {
		// A fact just recorded may carry an instant that is a little ahead.
		w.asOf = w.asOf.Add(time.Hour)
	}
	for id, c := range seen {
		w.contracts, w.versions = append(w.contracts, id), append(w.versions, c.Version)
	}
	if _, out.Body.Behind, err = h.Index.Follow(ctx, w.contracts, patience); err != nil {
		return nil, err
	}
	found, err := h.Index.find(ctx, w)
	if err != nil {
		return nil, err
	}
	stems, err := h.Index.stems(ctx, list)
	if err != nil {
		return nil, err
	}
	out.Body.Groups = groups(found, seen, stems)
	return out, nil
}

// seen are the contracts that the person sees, as they were in force; the one
// named alone, where one is.
func (h Handlers) seen(ctx context.Context, only string, at web.Moment) (map[string]*contract.Contract, error) {
	person, err := web.MustPerson(ctx)
	if err != nil {
		return nil, err
	}
	all, err := h.Index.contracts.All(ctx, at.Instant)
	if err != nil {
		return nil, err
	}
	seen := map[string]*contract.Contract{}
	for _, c := range all {
		if person.Sees(c.ID) && (only == "" || only == c.ID) {
			seen[c.ID] = c
		}
	}
	return seen, nil
}

// order is how the kinds stand in an answer.
var order = []record.DocumentKind{
	record.OfContract, record.OfGoal, record.OfRequirement, record.OfStep, record.OfFact, record.OfLink, record.OfPerson,
}

func groups(list []found, seen map[string]*contract.Contract, stems []stem) []Group {
	groups := []Group{}
	for _, kind := range order {
		g := Group{Kind: kind, Hits: []Hit{}}
		for _, f := range list {
			if f.Kind != kind {
				continue
			}
			c := seen[f.contract]
			title, _ := mark(f.Title, stems)
			g.Count = f.count
			g.Hits = append(g.Hits, Hit{
				Kind: kind, Contract: f.contract, Agency: c.Agency.Name, Year: c.Period.From.Year(), Goal: f.Goal, Key: f.Key,
				Fact: f.fact, FactKind: f.factKind, Title: title, Text: excerpt(f.Text, stems), URL: f.URL, Day: f.day,
			})
		}
		if len(g.Hits) > 0 {
			groups = append(groups, g)
		}
	}
	return groups
}
