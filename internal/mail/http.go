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
	o, err := h.Store.Outbox(ctx)
	if err != nil {
		return nil, err
	}
	if h.Server != "" { // what a mail says is its recipient's
		for i := range o.Mails {
			o.Mails[i].Text = ""
		}
	}
	return &outboxOutput{OutboxPage{h.Server, o}}, nil
}
