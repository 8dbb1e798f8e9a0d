package measure

import (
	"context"
	"encoding/json"
	"net/http"
	"time"

	"opfyldt/internal/contract"
	"opfyldt/internal/fault"
	"opfyldt/internal/ledger"
	"opfyldt/internal/record"
	"opfyldt/internal/web"
)

// Handlers answers this slice's requests.
type Handlers struct {
	record.Book
	Subsamples Subsamples
	Degrees    Degrees
}

// Degrees says in words what facts that are still to be written would make of their
// goal's degree.
type Degrees interface {
	Becomes(ctx context.Context, contractID string, coming []ledger.Fact) (string, error)
}

// Routes registers the handlers.
func (h Handlers) Routes(r *web.Router) {
	web.Register(r, web.Route{
		Method: http.MethodPost, Path: "/contracts/{contract}/requirements/{requirement}/results", Operation: opReport,
		ID: "reportResult", Tag: "results", Summary: "Report a requirement's result", Status: http.StatusCreated, OwnBody: true, DryRun: true,
	}, h.report)
	web.Register(r, web.Route{
		Method: http.MethodPost, Path: "/contracts/{contract}/results", Operation: opReport, MaxBody: maxMany,
		ID: "reportResults", Tag: "results", Summary: "Report many results, all or none", Status: http.StatusCreated, OwnBody: true,
	}, h.reportMany)
	web.Register(r, web.Route{
		Method: http.MethodPost, Path: "/contracts/{contract}/requirements/{requirement}/verifications", Operation: opVerify,
		ID: "verifyResult", Tag: "results", Summary: "Verify a requirement's newest result", Status: http.StatusCreated, OwnBody: true, DryRun: true,
	}, h.verify)
}

// resultReport is a result with its head, as the API's description shows it.
type resultReport struct {
	record.Head
	Report
}

type reportInput struct {
	Contract    string `path:"contract"`
	Requirement string `path:"requirement"`
	Body        record.Raw[resultReport]
}

func (h Handlers) report(ctx context.Context, in *reportInput) (*record.Recorded, error) {
	head, body, err := record.Split(in.Body.JSON)
	if err != nil {
		return nil, err
	}
	if err := typed(body); err != nil {
		return nil, err
	}
	c, err := h.Contracts.Contract(ctx, in.Contract, web.Now(ctx))
	if err != nil {
		return nil, err
	}
	subject := in.Requirement
	if _, r := c.Requirement(in.Requirement); r != nil && r.Measure == contract.MonthlyCount {
		subject = Subject(in.Requirement, monthIn(body))
	}
	return h.Send(ctx, ledger.Submission{
		Contract: in.Contract, ID: head.ID, Kind: KindReport, Subject: subject,
		Day: head.Day, Expects: head.Expects, Body: body,
	}, h.say)
}

// typed refuses a report that claims to follow from an import: only an import
// brings such a one about.
func typed(body json.RawMessage) error {
	var b struct {
		Import json.RawMessage `json:"import"`
	}
	if json.Unmarshal(body, &b) == nil && len(b.Import) > 0 {
		return fault.Fields(fault.Field{Path: "body.import", Code: "measure.import"})
	}
	return nil
}

// monthIn reads the month that makes up a subject. What is no month is left to
// the kind's rule to refuse, by its field.
func monthIn(body json.RawMessage) string {
	var b struct {
		Figures struct {
			Month string `json:"month"`
		} `json:"figures"`
	}
	if json.Unmarshal(body, &b) != nil || len(b.Figures.Month) > len("2014-03") {
		return ""
	}
	return b.Figures.Month
}

type resultVerification struct {
	record.Head
	Subject string `json:"subject,omitempty" doc:"The result's subject, where it is a month's: 5b/2014-03."`
	Verified
}

type verificationInput struct {
	Contract    string `path:"contract"`
	Requirement string `path:"requirement"`
	Body        record.Raw[resultVerification]
}

func (h Handlers) verify(ctx context.Context, in *verificationInput) (*record.Recorded, error) {
	head, body, err := record.Split(in.Body.JSON)
	if err != nil {
		return nil, err
	}
	subject, body, err := record.Take(body, "subject")
	if err != nil {
		return nil, err
	}
	if subject, err = within(in.Requirement, subject); err != nil {
		return nil, err
	}
	if body, err = h.held(ctx, in, body); err != nil {
		return nil, err
	}
	return h.Verify(ctx, ledger.Submission{
		Contract: in.Contract, ID: head.ID, Kind: KindVerification, Subject: subject,
		Day: head.Day, Expects: head.Expects, Body: body,
	}, h.say)
}

// Tasks lists what the reader can do next about the contract's results.
func (h Handlers) Tasks(ctx context.Context, c *contract.Contract, r record.Reader) ([]record.Task, error) {
	facts, err := h.Facts.Newest(ctx, c.ID, time.Time{}, KindReport, KindVerification)
	if err != nil {
		return nil, err
	}
	var tasks []record.Task
	for _, g := range c.Goals() {
		for i := range g.Requirements {
			lines := Lines(c, g, &g.Requirements[i], facts, r)
			tasks = append(tasks, Tasks(c, g, &g.Requirements[i], lines, r)...)
		}
	}
	return tasks, nil
}

func (h Handlers) say(ctx context.Context, f ledger.Fact) (string, error) {
	c, err := h.Contracts.Contract(ctx, f.Contract, web.Now(ctx))
	if err != nil {
		return "", err
	}
	text := Sentence(web.Language(ctx), c, f)
	if f.Kind != KindReport || !web.DryRun(ctx) || f.Leaf != ledger.NoLeaf {
		return text, nil
	}
	degree, err := h.Degrees.Becomes(ctx, f.Contract, []ledger.Fact{f})
	return text + ". " + degree, err
}
