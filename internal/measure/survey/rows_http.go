package survey

import (
	"context"
	"net/http"
	"sort"

	"opfyldt/internal/bulk"
	"opfyldt/internal/catalogue"
	"opfyldt/internal/contract"
	"opfyldt/internal/fault"
	"opfyldt/internal/ledger"
	"opfyldt/internal/sheet"
	"opfyldt/internal/web"
)

// opAudit is the operation of the permission table under which single answers are seen:
// they tell of groups that nobody else is shown.
const opAudit = "survey.audit"

// rowRoutes registers what an auditor counts again by.
func (h Handlers) rowRoutes(r *web.Router, survey string) {
	web.Register(r, web.Route{
		Method: http.MethodGet, Path: survey + "/rows", Operation: opAudit, Table: true,
		ID: "getSurveyRows", Tag: "survey", Summary: "Every answer behind the newest result, to be counted again",
	}, h.rows)
	web.Register(r, web.Route{
		Method: http.MethodGet, Path: survey + "/proof", Operation: opAudit,
		ID: "proveSurveyRow", Tag: "survey", Summary: "An answer with the proof that it is among those behind the result",
	}, h.proof)
}

type rowsInput struct {
	OfSurvey
	web.TableFormat
}

// OfSurvey names a survey and the instant.
type OfSurvey struct {
	Contract    string `path:"contract"`
	Requirement string `path:"requirement"`
	web.AsOf
}

// behindResult reads the newest result as of the moment with its rows.
func (h Handlers) behindResult(ctx context.Context, in OfSurvey) (*contract.Contract, *ledger.Fact, *Result, []Row, error) {
	c, r, _, err := h.of(ctx, in.Contract, in.Requirement, in.At)
	if err != nil {
		return nil, nil, nil, nil, err
	}
	history, err := h.Log.History(ctx, c.ID, KindResult, r.ID, newest(in.At))
	if err != nil || len(history) == 0 {
		return c, nil, nil, nil, err
	}
	f := history[len(history)-1]
	rows, _, err := h.Store.Read(ctx, c.ID, f.ID)
	return c, &f, ResultOf(&f), rows, err
}

// rows writes every answer, by the row's number.
func (h Handlers) rows(ctx context.Context, in *rowsInput) (*web.File, error) {
	c, _, result, rows, err := h.behindResult(ctx, in.OfSurvey)
	if err != nil {
		return nil, err
	}
	lang := web.Language(ctx)
	heads := []sheet.Head{{Name: catalogue.Text(lang, "survey.column.row", nil)}, {Name: catalogue.Text(lang, "survey.column.sector", nil)}}
	var questions []QuestionTally
	var texts []string
	if result != nil {
		questions, texts = result.Figures.Questions, append(texts, result.Mapping.Texts...)
	}
	sort.Strings(texts)
	for _, q := range questions {
		heads = append(heads, sheet.Head{Name: q.Title, Width: 20})
	}
	for _, column := range texts {
		heads = append(heads, sheet.Head{Name: column, Width: 40})
	}
	name := catalogue.Text(lang, "survey.rows.file", fault.Params{"contract": c.ID, "day": in.At.Day.String()})
	return in.Table(ctx, name, heads, func(yield func([]any, error) bool) {
		for i, row := range rows {
			cells := []any{i + 1, row.Sector}
			for _, q := range questions {
				cells = append(cells, row.Answers[q.ID])
			}
			for _, column := range texts {
				cells = append(cells, row.Texts[column])
			}
			if !yield(cells, nil) {
				return
			}
		}
	}), nil
}

type proofInput struct {
	OfSurvey
	Row int64 `query:"row" minimum:"1" default:"1" doc:"The row's number, from 1."`
}

type proofOutput struct{ Body bulk.RowProof }

func (h Handlers) proof(ctx context.Context, in *proofInput) (*proofOutput, error) {
	_, f, result, rows, err := h.behindResult(ctx, in.OfSurvey)
	if err != nil {
		return nil, err
	}
	if result == nil || in.Row > int64(len(rows)) {
		return nil, fault.New(fault.NotFound, "survey.no_row", fault.Params{"row": in.Row, "most": len(rows)})
	}
	texts := func(yield func([]byte, error) bool) {
		for _, row := range rows {
			text, err := bulk.Row(row)
			if !yield(text, err) {
				return
			}
		}
	}
	proof, err := bulk.Prove(texts, in.Row-1, int64(len(rows)))
	if err != nil {
		return nil, err
	}
	text, err := bulk.Row(rows[in.Row-1])
	return &proofOutput{bulk.RowProof{Row: string(text), Proof: proof, Root: result.Root, Fact: f.ID, Leaf: f.Leaf}}, err
}
