package spotcheck

import (
	"context"
	"io"
	"net/http"

	"opfyldt/internal/bulk"
	"opfyldt/internal/fault"
	"opfyldt/internal/sheet"
	"opfyldt/internal/web"
)

// wholeRoutes registers how a concluded round is taken away.
func (h Handlers) wholeRoutes(r *web.Router) {
	const round = under + "/rounds/{round}"
	web.Register(r, web.Route{
		Method: http.MethodGet, Path: round + "/workbook", Operation: opRead, Stream: true, Media: sheet.XLSX.ContentType(),
		ID: "getSpotcheckWorkbook", Tag: tag, Summary: "A concluded round as a workbook: plan, draw, verdicts, conclusion, log; it names nobody",
	}, h.workbook)
	web.Register(r, web.Route{
		Method: http.MethodGet, Path: round + "/report", Operation: opRead, Stream: true, Media: pdfType,
		ID: "getSpotcheckReport", Tag: tag, Summary: "A concluded round as a report of a few pages, for an auditor from outside; it names nobody",
	}, h.report)
	web.Register(r, web.Route{
		Method: http.MethodGet, Path: round + "/customers/{number}/proof", Operation: opRead,
		ID: "proveSpotcheckCustomer", Tag: tag, Summary: "What shows that a drawn customer was on the list",
	}, h.proof)
}

// workbook writes a concluded round as a workbook.
func (h Handlers) workbook(ctx context.Context, in *OfRound) (*web.File, error) {
	d, err := h.dossier(ctx, in)
	if err != nil {
		return nil, err
	}
	return web.Download(sheet.XLSX.ContentType(), d.file(".xlsx"), func(out io.Writer) error { return sheet.WriteBook(out, d.parts()) }), nil
}

// report writes a concluded round as a PDF.
func (h Handlers) report(ctx context.Context, in *OfRound) (*web.File, error) {
	d, err := h.dossier(ctx, in)
	if err != nil {
		return nil, err
	}
	return web.Download(pdfType, d.file(".pdf"), d.report), nil
}

// file names what is taken away.
func (d *dossier) file(ending string) string {
	return web.FileName(d.say("exportFile", fault.Params{"round": d.round.Name})) + ending
}

// OfDrawn names a drawn customer of a round and the instant.
type OfDrawn struct {
	OfRound
	Number int `path:"number" minimum:"1"`
}

type customerProof struct{ Body bulk.RowProof }

// proof proves a drawn customer's row against the root in the list's fact.
func (h Handlers) proof(ctx context.Context, in *OfDrawn) (*customerProof, error) {
	s, r, err := h.find(ctx, &in.OfRound)
	if err != nil {
		return nil, err
	}
	c := r.byNumber[in.Number]
	if c == nil {
		return nil, notFound()
	}
	f, err := h.Facts.Fact(ctx, s.contract.ID, r.Plan().Population)
	if err != nil {
		return nil, err
	}
	list, v := PopulationIn(&f), version{s.contract.ID, f.ID}
	position, row, err := h.Store.Place(ctx, v, c.Ref)
	if err != nil {
		return nil, err
	}
	out := &customerProof{bulk.RowProof{Row: string(row), Root: list.Root, Fact: f.ID, Leaf: f.Leaf}}
	out.Body.Proof, err = bulk.Prove(bodies(h.Store.Rows(ctx, v)), position, list.Rows)
	return out, err
}
