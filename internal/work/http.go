package work

import (
	"context"
	"net/http"

	"opfyldt/internal/contract"
	"opfyldt/internal/record"
	"opfyldt/internal/web"
)

// Contracts names the contracts that a person sees, in the order to show them.
type Contracts func(ctx context.Context, p web.Person) ([]string, error)

// Reader makes the request's person the reader of a contract as it is now.
type Reader interface {
	Now(ctx context.Context, contractID string) (*contract.Contract, record.Reader, error)
}

// Handlers answers this package's requests.
type Handlers struct {
	Contracts Contracts
	Reader    Reader
	Sources   Sources
}

// Routes registers the handler.
func (h Handlers) Routes(r *web.Router) {
	web.Register(r, web.Route{
		Method: http.MethodGet, Path: "/work", Operation: "contract.read", Over: h.Contracts,
		ID: "getWork", Tag: "work", Summary: "What waits for one, across all contracts",
	}, h.work)
}

type workOutput struct{ Body TaskPage }

func (h Handlers) work(ctx context.Context, _ *struct{}) (*workOutput, error) {
	person, err := web.MustPerson(ctx)
	if err != nil {
		return nil, err
	}
	ids, err := h.Contracts(ctx, person)
	if err != nil {
		return nil, err
	}
	page := TaskPage{Today: web.Today(ctx), Contracts: []SeenContract{}, Lines: []TaskLine{}}
	for _, id := range ids {
		c, reader, err := h.Reader.Now(ctx, id)
		if err != nil {
			return nil, err
		}
		tasks, err := h.Sources.Tasks(ctx, c, reader)
		if err != nil {
			return nil, err
		}
		page.add(c, tasks)
	}
	record.SortTasks(page.Lines, func(l TaskLine) record.Task { return l.Task })
	return &workOutput{page}, nil
}
