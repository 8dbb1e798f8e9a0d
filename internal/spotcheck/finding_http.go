package spotcheck

import (
	"context"
	"net/http"

	"opfyldt/internal/ledger"
	"opfyldt/internal/record"
	"opfyldt/internal/web"
)

// findingRoutes registers what a finding is followed up by, and the pages that show
// findings.
func (h Handlers) findingRoutes(r *web.Router, post func(path, operation, id, summary string) web.Route) {
	web.Register(r, web.Route{
		Method: http.MethodGet, Path: under + "/findings", Operation: opRead,
		ID: "getSpotcheckFindings", Tag: tag, Summary: "A goal's findings over all rounds: who does what, by when, and where it stands",
	}, h.findingsPage)
	web.Register(r, web.Route{
		Method: http.MethodGet, Path: under + "/history", Operation: opRead,
		ID: "getSpotcheckCustomer", Tag: tag, Summary: "A customer over rounds: each in which it was drawn, with what was found and came of it",
	}, h.history)
	web.Register(r, post("/clauses/{clause}/findings", opReview, "followUpSpotcheck", "Say who does what about a deviation, and by when"), ofClause[sentFinding](h, KindFinding))
	web.Register(r, post("/clauses/{clause}/measures", opMeasure, "reportSpotcheckMeasure", "Say what was done about a finding"), ofClause[sentMeasure](h, KindMeasure))
	web.Register(r, post("/clauses/{clause}/rechecks", opSign, "recheckSpotcheck", "Say whether another's finding is mended"), ofClause[sentRecheck](h, KindRecheck))
}

type (
	sentFinding struct {
		record.Head
		FollowUp
	}
	sentMeasure struct {
		record.Head
		Measure
	}
	sentRecheck struct {
		record.Head
		record.Verification
	}
)

// clausal is a submission about a clause at a drawn customer.
type clausal[T any] struct {
	Contract string `path:"contract"`
	Goal     string `path:"goal"`
	Round    string `path:"round" maxLength:"60"`
	Number   int    `path:"number" minimum:"1"`
	Clause   string `path:"clause" maxLength:"20"`
	Body     record.Raw[T]
}

// ofClause records what is said of a finding.
func ofClause[T any](h Handlers, kind string) func(context.Context, *clausal[T]) (*record.Recorded, error) {
	return func(ctx context.Context, in *clausal[T]) (*record.Recorded, error) {
		return h.post(ctx, ledger.Submission{Contract: in.Contract, Kind: kind, Subject: FindingOf(in.Goal, in.Round, in.Number, in.Clause)}, in.Body.JSON)
	}
}
