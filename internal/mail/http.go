package mail

import (
	"context"
	"net/http"

	"opfyldt/internal/web"
)

// Handlers answers this package's requests.
type Handlers struct {
	Store *Store
	// Server is the mail server's address; empty where none is named.
	Server string
	// Shown says that mails may be read here: of a service that is only tried out.
	// Otherwise what a mail says, and the link in it, is its recipient's.
	Shown bool
}

// Routes registers the handler.
func (h Handlers) Routes(r *web.Router) {
	web.Register(r, web.Route{
		Method: http.MethodGet, Path: "/admin/mails", Operation: "service.read",
		ID: "getOutbox", Tag: "admin", Summary: "The mails on their way out", Unkept: true,
	}, h.outbox)
}

// OutboxPage is the outbox, and whether anything leaves it.
type OutboxPage struct {
	Server string `json:"server" doc:"Empty where none is named: then the mails stay here."`
	Outbox
}

type outboxOutput struct{ Body OutboxPage }

func (h Handlers) outbox(ctx context.Context, _ *struct{}) (*outboxOutput, error) {
	page, err := h.Page(ctx)
	return &outboxOutput{page}, err
}

// Page is the outbox as an administrator sees it.
func (h Handlers) Page(ctx context.Context) (OutboxPage, error) {
	o, err := h.Store.Outbox(ctx)
	if h.Server != "" || !h.Shown {
		for i := range o.Mails {
			o.Mails[i].Text = ""
		}
	}
	return OutboxPage{h.Server, o}, err
}
