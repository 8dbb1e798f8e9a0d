package planfile

import (
	"bytes"
	"context"
	"net/http"
	"time"

	"github.com/google/uuid"

	"opfyldt/internal/catalogue"
	"opfyldt/internal/contract"
	"opfyldt/internal/fault"
	"opfyldt/internal/ledger"
	"opfyldt/internal/milestone"
	"opfyldt/internal/record"
	"opfyldt/internal/sheet"
	"opfyldt/internal/web"
)

// Pages answers the contract with the request's person as its reader.
type Pages interface {
	At(ctx context.Context, contractID string, at web.Moment) (*contract.Contract, record.Reader, error)
}

// Log is what the ledger is read by.
type Log interface {
	ledger.Reader
	// All returns every fact of the kinds, by leaf.
	All(ctx context.Context, contractID string, asOf time.Time, kinds ...string) ([]ledger.Fact, error)
}

// Handlers answers this package's requests.
type Handlers struct {
	Pages Pages
	Log   Log
}

// Routes registers the handlers.
func (h Handlers) Routes(r *web.Router) {
	web.Register(r, web.Route{
		Method: http.MethodGet, Path: "/contracts/{contract}/plan/file", Operation: "contract.read",
		ID: "getPlanFile", Tag: "milestones", Summary: "Every step as a file to change and send back", Table: true,
	}, h.file)
	web.Register(r, web.Route{
		Method: http.MethodPost, Path: "/contracts/{contract}/plan/preview", Operation: "milestone.report",
		ID: "previewPlanFile", Tag: "milestones", Summary: "What a plan's file would change; writes nothing", Staged: true, MaxBody: maxFile,
	}, h.preview)
}

type fileInput struct {
	Contract string `path:"contract"`
	Of       string `query:"of" enum:"all,mine" default:"all" doc:"All steps, or those of the goals that one reports on."`
	web.TableFormat
	web.AsOf
}

// kinds are those that make up the steps.
var kinds = []string{milestone.KindPlan, milestone.KindUpdate}

// file writes the steps as they stand.
func (h Handlers) file(ctx context.Context, in *fileInput) (*web.File, error) {
	c, reader, err := h.Pages.At(ctx, in.Contract, in.At)
	if err != nil {
		return nil, err
	}
	until := time.Time{}
	if in.At.Past {
		until = in.At.Instant
	}
	facts, err := h.Log.Newest(ctx, in.Contract, until, kinds...)
	if err != nil {
		return nil, err
	}
	lang := web.Language(ctx)
	goals, items := titles(c)
	lines := milestone.NewPlan(c, facts).Lines(facts, nil, reader)
	name := catalogue.Text(lang, "plan.file", fault.Params{"contract": c.ID, "day": in.At.Day.String()})
	return in.Table(ctx, name, heads(lang), func(yield func([]any, error) bool) {
		for _, l := range lines {
			if in.Of == "mine" && !l.CanReport {
				continue
			}
			if !yield(written(lang, l, goals, items), nil) {
				return
			}
		}
	}), nil
}

type previewInput struct {
	Contract string `path:"contract"`
	RawBody  []byte `contentType:"application/octet-stream"`
}

type previewOutput struct{ Body *Preview }

// preview compares the file with the plan as it stands.
func (h Handlers) preview(ctx context.Context, in *previewInput) (*previewOutput, error) {
	lang := web.Language(ctx)
	table, err := sheet.Open(bytes.NewReader(in.RawBody), int64(len(in.RawBody)), shape(lang))
	if err != nil {
		refused, err := Refused(lang, err)
		return &previewOutput{refused}, err
	}
	c, reader, err := h.Pages.At(ctx, in.Contract, web.Moment{Instant: web.Now(ctx), Day: web.Today(ctx)})
	if err != nil {
		return nil, err
	}
	facts, err := h.Log.Newest(ctx, in.Contract, time.Time{}, kinds...)
	if err != nil {
		return nil, err
	}
	plan := Plan{Contract: c, Facts: facts, Reader: reader, NewID: func() string { return uuid.Must(uuid.NewV7()).String() }}
	plan.Earlier = func() (map[string]*ledger.Fact, error) { return h.earlier(ctx, in.Contract) }
	plan.Tell = func(done, of int) { web.Tell(ctx, "check", done, of) }
	preview, err := plan.Compare(table)
	return &previewOutput{preview}, err
}

// earlier reads all reports of steps that there have been.
func (h Handlers) earlier(ctx context.Context, contractID string) (map[string]*ledger.Fact, error) {
	facts, err := h.Log.All(ctx, contractID, time.Time{}, milestone.KindUpdate)
	byID := map[string]*ledger.Fact{}
	for i := range facts {
		byID[facts[i].ID] = &facts[i]
	}
	return byID, err
}
