package app

import (
	"context"
	"net/http"
	"net/url"

	"opfyldt/internal/calendar"
	"opfyldt/internal/contract"
	"opfyldt/internal/web"
)

// contractEntry names a contract in a list.
type contractEntry struct {
	ID         string        `json:"id"`
	Title      string        `json:"title"`
	Agency     string        `json:"agency"`
	Department string        `json:"department"`
	From       calendar.Date `json:"from"`
	To         calendar.Date `json:"to"`
	Version    int           `json:"version"`
}

type contractList struct {
	Body struct {
		Contracts []contractEntry `json:"contracts"`
	}
}

// contracts answers which contracts there are.
type contracts struct{ facts *facts }

// Routes registers the handlers.
func (h contracts) Routes(r *web.Router) {
	web.Register(r, web.Route{
		Method: http.MethodGet, Path: "/contracts", Operation: "contract.read",
		ID: "listContracts", Tag: "contracts", Summary: "The contracts that one sees",
	}, h.list)
	web.Register(r, web.Route{
		Method: http.MethodPost, Path: "/contracts", Operation: "contract.manage", Status: http.StatusCreated,
		ID: "addContract", Tag: "contracts", Summary: "Take in the file of a contract that is not tracked yet",
	}, h.add)
}

func (h contracts) list(ctx context.Context, _ *struct{}) (*contractList, error) {
	all, err := h.facts.agreements.All(ctx, web.Now(ctx))
	if err != nil {
		return nil, err
	}
	person, err := web.MustPerson(ctx)
	if err != nil {
		return nil, err
	}
	out := &contractList{}
	out.Body.Contracts = []contractEntry{}
	for _, c := range all {
		if person.Sees(c.ID) {
			out.Body.Contracts = append(out.Body.Contracts, lineOf(c))
		}
	}
	return out, nil
}

// newContract is a contract's file on its way in.
type newContract struct {
	Body struct {
		Source string `json:"source" maxLength:"1000000" doc:"The file, YAML as opfyldt contract schema describes it."`
	}
}

type addedContract struct {
	Body struct {
		Contract contractEntry `json:"contract"`
	}
}

func (h contracts) add(ctx context.Context, in *newContract) (*addedContract, error) {
	person, err := web.MustPerson(ctx)
	if err != nil {
		return nil, err
	}
	source := []byte(in.Body.Source)
	if err := h.facts.agreements.Add(ctx, h.facts.recorder, person, source, h.facts.clock()); err != nil {
		return nil, err
	}
	c, problems := contract.Parse("source", source)
	if problems.HasErrors() {
		return nil, problems
	}
	out := &addedContract{}
	out.Body.Contract = lineOf(c)
	return out, nil
}

// origin returns an address's scheme and host.
func origin(address string) string {
	u, err := url.Parse(address)
	if err != nil {
		return ""
	}
	return u.Scheme + "://" + u.Host
}
