package cases

import (
	"context"

	"opfyldt/internal/bulk"
	"opfyldt/internal/calendar"
	"opfyldt/internal/catalogue"
	"opfyldt/internal/fault"
	"opfyldt/internal/record"
	"opfyldt/internal/web"
)

type oneInput struct {
	Place
	Reference string `query:"reference" required:"true" maxLength:"200"`
	web.AsOf
}

// CaseVersion is a case as an import brought it in.
type CaseVersion struct {
	Case   CaseRow      `json:"case"`
	Import record.Fact  `json:"import"`
	Cells  []CellChange `json:"cells" nullable:"false" doc:"What it changed."`
}

// CaseStep is a line of the reckoning, in words.
type CaseStep struct {
	Words string        `json:"words"`
	Due   calendar.Date `json:"due"`
}

// CasePage is a case with everything about it.
type CasePage struct {
	CasesAbout
	Line     CaseLine      `json:"line"`
	Case     CaseRow       `json:"case"`
	Words    string        `json:"words" doc:"Where the case stands, in a sentence."`
	Steps    []CaseStep    `json:"steps" nullable:"false" doc:"How the last timely day comes about."`
	Versions []CaseVersion `json:"versions" nullable:"false" doc:"The newest first."`
}

type oneOutput struct{ Body CasePage }

// one answers a case.
func (h Handlers) one(ctx context.Context, in *oneInput) (*oneOutput, error) {
	v, err := h.see(ctx, in.Place, in.At)
	if err != nil {
		return nil, err
	}
	history, err := h.Store.History(ctx, v.of, in.Reference)
	if err != nil {
		return nil, err
	}
	lang := web.Language(ctx)
	out := &oneOutput{}
	b := &out.Body
	last := history[0].CaseRow
	if last.Removed && len(history) > 1 {
		last = history[1].CaseRow // what was known of it before it went
	}
	b.CasesAbout, b.Case, b.Line = v.about(lang), last, lineOf(last, v.rule, v.day)
	b.Words, b.Steps = caseWords(lang, b.Line), reckoningWords(lang, v, last)
	for i, k := range history {
		f, err := h.Facts.Fact(ctx, in.Contract, k.Import)
		if err != nil {
			return nil, err
		}
		version := CaseVersion{Case: k.CaseRow, Import: v.reader.Wire(f), Cells: []CellChange{}}
		if i+1 < len(history) {
			version.Cells = Change{k.Reference, &history[i+1].CaseRow, &k.CaseRow}.wire(lang).Cells
		}
		b.Versions = append(b.Versions, version)
	}
	if history[0].Removed {
		b.Words = catalogue.Text(lang, "cases.stands.removed", map[string]any{"day": b.Versions[0].Import.Day})
	}
	return out, nil
}

type proofOutput struct{ Body bulk.RowProof }

// proof proves a case's newest row against the root in its import's fact.
func (h Handlers) proof(ctx context.Context, in *oneInput) (*proofOutput, error) {
	v, err := h.see(ctx, in.Place, in.At)
	if err != nil {
		return nil, err
	}
	history, err := h.Store.History(ctx, v.of, in.Reference)
	if err != nil {
		return nil, err
	}
	k := history[0]
	f, err := h.Facts.Fact(ctx, in.Contract, k.Import)
	if err != nil {
		return nil, err
	}
	i := ImportOf(&f)
	if i == nil {
		return nil, fault.New(fault.NotFound, "cases.unknown", nil)
	}
	out := &proofOutput{}
	out.Body.Row, out.Body.Root, out.Body.Fact, out.Body.Leaf = string(k.Body), i.Rows.Root, f.ID, f.Leaf
	out.Body.Proof, err = bulk.Prove(h.Store.Bodies(ctx, in.Contract, k.Import), k.Position, i.Rows.Size)
	return out, err
}
