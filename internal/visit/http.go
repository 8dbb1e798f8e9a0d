package visit

import (
	"context"
	"net/http"
	"time"

	"opfyldt/internal/ledger"
	"opfyldt/internal/web"
)

// Log answers how many facts a contract's log has.
type Log interface {
	Head(ctx context.Context, contractID string, asOf time.Time) (ledger.Head, error)
}

// Handlers answers this package's requests.
type Handlers struct {
	Store *Store
	Log   Log
}

// Routes registers the handler.
func (h Handlers) Routes(r *web.Router) {
	web.Register(r, web.Route{
		Method: http.MethodPost, Path: "/contracts/{contract}/visits", Operation: "contract.read",
		ID: "visit", Tag: "contracts", Summary: "Look at a contract, and hear since when there is news", Status: http.StatusOK,
	}, h.visit)
}

type input struct {
	Contract string `path:"contract"`
}

// Seen is since when there is news for the person.
type Seen struct {
	First bool      `json:"first" doc:"They have never been here before: nothing is news."`
	Since time.Time `json:"since" doc:"Their last look before this visit. A visit goes on until nobody looked for an hour."`
	Size  int64     `json:"size" doc:"How many facts the log had then: those from this leaf on are news."`
}

type output struct{ Body Seen }

func (h Handlers) visit(ctx context.Context, in *input) (*output, error) {
	person, err := web.MustPerson(ctx)
	if err != nil {
		return nil, err
	}
	head, err := h.Log.Head(ctx, in.Contract, time.Time{})
	if err != nil {
		return nil, err
	}
	v, err := h.Store.Look(ctx, in.Contract, person.Subject(), web.Now(ctx), head.Size)
	if err != nil {
		return nil, err
	}
	return &output{Seen{v.First(), v.Since, v.SinceSize}}, nil
}
