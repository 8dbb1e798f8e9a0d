package app

import (
	"context"
	"net/http"

	"github.com/danielgtaylor/huma/v2"

	"opfyldt/internal/web"
)

// Media types of what an auditor takes home.
const (
	textType   = "text/plain; charset=utf-8"
	ndjsonType = "application/x-ndjson"
)

// ledgerPages answers what outsiders check a log by.
type ledgerPages struct{ facts *facts }

// Routes registers the handlers.
func (h ledgerPages) Routes(r *web.Router) {
	get := func(last, operation, id, summary, media string) web.Route {
		return web.Route{Method: http.MethodGet, Path: "/contracts/{contract}/ledger/" + last, Operation: operation, ID: id,
			Tag: "ledger", Summary: summary, Media: media, Shared: true}
	}
	web.Register(r, get("checkpoint", "ledger.read", "getCheckpoint", "The newest signed checkpoint, a signed note", textType), h.checkpoint)
	web.Register(r, get("key", "ledger.read", "getLedgerKey", "The public key that checkpoints are signed with", textType), h.key)
	export := get("export", "ledger.export", "exportLedger", "The signed part of the log, for opfyldt ledger verify", ndjsonType)
	export.Stream = true
	web.Register(r, export, h.export)
}

type ofContract struct {
	Contract string `path:"contract"`
}

type text struct {
	ContentType string `header:"Content-Type"`
	Body        []byte
}

func (h ledgerPages) checkpoint(ctx context.Context, in *ofContract) (*text, error) {
	c, err := h.facts.signer.Latest(ctx, in.Contract)
	if err != nil {
		return nil, err
	}
	return &text{textType, []byte(c.Note)}, nil
}

func (h ledgerPages) key(_ context.Context, in *ofContract) (*text, error) {
	key, err := h.facts.signer.Key().VerifierFor(in.Contract)
	if err != nil {
		return nil, err
	}
	return &text{textType, []byte(key + "\n")}, nil
}

// export writes the log as it is read. Once the first line is sent a failure
// can only be told by breaking off, which verifying notices too.
func (h ledgerPages) export(ctx context.Context, in *ofContract) (*web.File, error) {
	if _, err := h.facts.signer.Latest(ctx, in.Contract); err != nil {
		return nil, err
	}
	return &web.File{
		ContentType: ndjsonType,
		Disposition: `attachment; filename="` + web.FileName(in.Contract) + `.ledger.ndjson"`,
		Body: func(out huma.Context) {
			if err := h.facts.signer.Export(out.Context(), in.Contract, out.BodyWriter()); err != nil {
				h.facts.log.Error("export a log", "request", web.RequestID(out.Context()), "error", err)
				panic(http.ErrAbortHandler)
			}
		},
	}, nil
}
