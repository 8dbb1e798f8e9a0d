package cases

import (
	"context"
	"encoding/json"
	"net/http"
	"time"

	"opfyldt/internal/exact"
	"opfyldt/internal/fault"
	"opfyldt/internal/ledger"
	"opfyldt/internal/record"
	"opfyldt/internal/web"
)

// opVerify is the operation that verifies a result.
const opVerify = "result.verify"

func (h Handlers) sampleRoutes(r *web.Router) {
	web.Register(r, web.Route{
		Method: http.MethodGet, Path: under + "/sample", Operation: opRead,
		ID: "getCaseSample", Tag: "cases", Summary: "The subsample of a result's cases that its verification holds against the files",
	}, h.sample)
}

type sampleInput struct {
	Place
	Subject string `query:"subject" maxLength:"200" doc:"The result's subject, where it is a month's: 5b/2014-03."`
	web.AsOf
}

// CaseSamplePage is the subsample of the cases that a result counts.
type CaseSamplePage struct {
	CasesAbout
	Result     record.Fact          `json:"result" doc:"The result that is verified."`
	Drawn      []SampleCase         `json:"drawn" nullable:"false" doc:"In the order of the draw."`
	Draw       record.CheckedCases  `json:"draw" doc:"How it was drawn."`
	Verified   *record.Fact         `json:"verified" doc:"The result's newest verification."`
	Found      *record.CheckedCases `json:"found" doc:"What that found; none where no subsample was looked at."`
	CanVerify  bool                 `json:"canVerify"`
	Tolerated  int64                `json:"tolerated" doc:"The smallest number of differing cases that the sample must be able to show."`
	Confidence exact.Rat            `json:"confidence" doc:"In percent."`
	Tolerable  exact.Rat            `json:"tolerable" doc:"In percent."`
}

// SampleCase is a drawn case with what it is held against its file by.
type SampleCase struct {
	CaseLine
	Stops []CaseStop `json:"stops" nullable:"false" doc:"All that the import has, those that do not count among them."`
}

type sampleOutput struct{ Body CaseSamplePage }

// sample draws the subsample for the newest result of the subject.
func (h Handlers) sample(ctx context.Context, in *sampleInput) (*sampleOutput, error) {
	v, err := h.see(ctx, in.Place, in.At)
	if err != nil {
		return nil, err
	}
	until := time.Time{}
	if in.At.Past {
		until = in.At.Instant
	}
	facts, err := h.Facts.Newest(ctx, in.Contract, until, record.KindResult, record.KindResultVerification)
	if err != nil {
		return nil, err
	}
	subject := in.Subject
	if subject == "" {
		subject = v.requirement.ID
	}
	result := record.Newest(facts, record.KindResult)[subject]
	if result == nil || result.Goal != v.goal.ID {
		return nil, fault.New(fault.NotFound, "verification.nothing", nil)
	}
	of, ok, err := h.behind(ctx, *result, v.requirement.ID)
	if err != nil {
		return nil, err
	}
	if !ok {
		return nil, fault.New(fault.NotFound, "cases.sample_none", nil)
	}
	d, err := h.draw(ctx, v.requirement, v.rule, *result, of)
	if err != nil {
		return nil, err
	}
	out := &sampleOutput{}
	b := &out.Body
	b.CasesAbout, b.Result, b.Draw = v.about(web.Language(ctx)), v.reader.Wire(*result), d.CheckedCases
	b.Draw.Cases = []record.CheckedCase{}
	b.Confidence, b.Tolerable = sampleConfidence.Mul(exact.Int(100)), sampleTolerable.Mul(exact.Int(100))
	b.Tolerated = max(1, sampleTolerable.Mul(exact.Int(d.Population)).Ceil())
	verification := record.Newest(facts, record.KindResultVerification)[subject]
	seen := v.reader.Seen(verification, result)
	b.CanVerify = seen == nil && v.reader.MayVerify(opVerify, v.goal.ID, result.Actor)
	if seen != nil {
		b.Verified, b.Found = &seen.Fact, foundIn(verification)
	}
	b.Drawn, err = h.drawnLines(ctx, v, of, d)
	return out, err
}

// foundIn is what a verification found of its subsample.
func foundIn(verification *ledger.Fact) *record.CheckedCases {
	var body struct {
		Sample *record.CheckedCases `json:"sample"`
	}
	if verification == nil || json.Unmarshal(verification.Body, &body) != nil {
		return nil
	}
	return body.Sample
}

// drawnLines are the drawn cases as they stood with the result.
func (h Handlers) drawnLines(ctx context.Context, v *view, of Of, d *subsample) ([]SampleCase, error) {
	references := make([]string, len(d.drawn))
	for i, one := range d.drawn {
		references[i] = one.ID
	}
	rows, err := h.Store.named(ctx, of, references)
	if err != nil {
		return nil, err
	}
	lines := []SampleCase{}
	for _, reference := range references {
		row := rows[reference]
		lines = append(lines, SampleCase{lineOf(row, v.rule, v.day), append([]CaseStop{}, row.Stops...)})
	}
	return lines, nil
}
