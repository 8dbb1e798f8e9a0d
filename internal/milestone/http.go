package milestone

import (
	"context"
	"fmt"
	"net/http"
	"time"

	"opfyldt/internal/calendar"
	"opfyldt/internal/contract"
	"opfyldt/internal/ledger"
	"opfyldt/internal/record"
	"opfyldt/internal/web"
)

// Handlers answers this slice's requests.
type Handlers struct{ record.Book }

// Routes registers the handlers.
func (h Handlers) Routes(r *web.Router) {
	web.Register(r, web.Route{
		Method: http.MethodPost, Path: "/contracts/{contract}/steps/{step}/updates", Operation: opReport,
		ID: "reportStep", Tag: "milestones", Summary: "Report where a step stands", Status: http.StatusCreated, OwnBody: true, DryRun: true,
	}, h.report)
	web.Register(r, web.Route{
		Method: http.MethodPost, Path: "/contracts/{contract}/steps/updates", Operation: opReport, ID: "reportSteps", Tag: "milestones",
		Summary: "Report where many steps stand, all or none", Status: http.StatusCreated, OwnBody: true, Staged: true, MaxBody: maxMany,
	}, h.reportMany)
	web.Register(r, web.Route{
		Method: http.MethodPost, Path: "/contracts/{contract}/steps/{step}/verifications", Operation: opVerify,
		ID: "verifyStep", Tag: "milestones", Summary: "Verify a step's newest report", Status: http.StatusCreated, OwnBody: true, DryRun: true,
	}, h.verify)
	web.Register(r, web.Route{
		Method: http.MethodPost, Path: "/contracts/{contract}/items/{item}/steps", Operation: opPlan,
		ID: "addStep", Tag: "milestones", Summary: "Add a working step to an item", Status: http.StatusCreated, OwnBody: true,
	}, h.add)
}

// stepUpdate is an update with its head, as the API's description shows it.
type stepUpdate struct {
	record.Head
	Update
}

type updateInput struct {
	Contract string `path:"contract"`
	Step     string `path:"step"`
	Body     record.Raw[stepUpdate]
}

func (h Handlers) report(ctx context.Context, in *updateInput) (*record.Recorded, error) {
	head, body, err := record.Split(in.Body.JSON)
	if err != nil {
		return nil, err
	}
	return h.Send(ctx, ledger.Submission{
		Contract: in.Contract, ID: head.ID, Kind: KindUpdate, Subject: in.Step,
		Day: head.Day, Expects: head.Expects, Body: body,
	}, h.say)
}

// maxMany is the largest body of many reports.
const maxMany = 16 << 20

// StepReport is one of many reports.
type StepReport struct {
	Step string `json:"step"`
	record.Head
	Update
}

type manyInput struct {
	Contract string `path:"contract"`
	Body     struct {
		Reports []record.Raw[StepReport] `json:"reports"`
	}
}

// reportMany records all reports in one transaction.
func (h Handlers) reportMany(ctx context.Context, in *manyInput) (*record.RecordedAll, error) {
	all := make([]ledger.Submission, len(in.Body.Reports))
	for i, report := range in.Body.Reports {
		s, err := submission(in.Contract, report.JSON)
		if err != nil {
			return nil, record.Under(fmt.Sprintf("body.reports[%d]", i), err)
		}
		all[i] = s
	}
	return h.SendAll(ctx, all, "body.reports")
}

func submission(contractID string, raw []byte) (ledger.Submission, error) {
	head, body, err := record.Split(raw)
	if err != nil {
		return ledger.Submission{}, err
	}
	step, body, err := record.Take(body, "step")
	if err != nil {
		return ledger.Submission{}, err
	}
	return ledger.Submission{Contract: contractID, ID: head.ID, Kind: KindUpdate, Subject: step,
		Day: head.Day, Expects: head.Expects, Body: body}, nil
}

type stepVerification struct {
	record.Head
	record.Verification
}

type verificationInput struct {
	Contract string `path:"contract"`
	Step     string `path:"step"`
	Body     record.Raw[stepVerification]
}

func (h Handlers) verify(ctx context.Context, in *verificationInput) (*record.Recorded, error) {
	head, body, err := record.Split(in.Body.JSON)
	if err != nil {
		return nil, err
	}
	return h.Verify(ctx, ledger.Submission{
		Contract: in.Contract, ID: head.ID, Kind: KindVerification, Subject: in.Step,
		Day: head.Day, Expects: head.Expects, Body: body,
	}, h.say)
}

// stepAddition is an added step as a client sends it; the item stands in the
// address.
type stepAddition struct {
	record.Head
	Step      string        `json:"step,omitempty" doc:"The new step's id: the item's, a tilde and a name. Left out: made from the fact's id."`
	Title     string        `json:"title"`
	Planned   calendar.Date `json:"planned"`
	DependsOn []string      `json:"dependsOn,omitempty"`
	Owner     string        `json:"owner,omitempty"`
}

type additionInput struct {
	Contract string `path:"contract"`
	Item     string `path:"item"`
	Body     record.Raw[stepAddition]
}

func (h Handlers) add(ctx context.Context, in *additionInput) (*record.Recorded, error) {
	head, body, err := record.Split(in.Body.JSON)
	if err != nil {
		return nil, err
	}
	step, body, err := record.Take(body, "step")
	if err != nil {
		return nil, err
	}
	if step == "" {
		step = in.Item + record.Mark + record.Letters(head.ID)
	}
	if body, err = record.Put(body, "item", in.Item); err != nil {
		return nil, err
	}
	return h.Send(ctx, ledger.Submission{
		Contract: in.Contract, ID: head.ID, Kind: KindPlan, Subject: step,
		Day: head.Day, Expects: head.Expects, Body: body,
	}, h.say)
}

// Tasks lists what the reader can do next about the contract's steps.
func (h Handlers) Tasks(ctx context.Context, c *contract.Contract, r record.Reader) ([]record.Task, error) {
	facts, err := h.Facts.Newest(ctx, c.ID, time.Time{}, KindPlan, KindUpdate, KindVerification)
	if err != nil {
		return nil, err
	}
	return Tasks(NewPlan(c, facts).Lines(facts, nil, r), r), nil
}

// say puts a fact that was just recorded into words.
func (h Handlers) say(ctx context.Context, f ledger.Fact) (string, error) {
	c, err := h.Contracts.Contract(ctx, f.Contract, web.Now(ctx))
	if err != nil {
		return "", err
	}
	plans, err := h.Facts.Newest(ctx, f.Contract, f.Recorded, KindPlan)
	if err != nil {
		return "", err
	}
	return NewPlan(c, plans).Sentence(web.Language(ctx), f), nil
}
