package agreement

import (
	"context"
	"net/http"

	"opfyldt/internal/contract"
	"opfyldt/internal/contract/revision"
	"opfyldt/internal/web"
)

// drafting registers what helps to write a file and writes nothing itself.
func (h Handlers) drafting(r *web.Router) {
	post := func(path, operation, id, summary string) web.Route {
		return web.Route{
			Method: http.MethodPost, Path: path, Operation: operation, ID: id, Tag: "contracts", Summary: summary, MaxBody: mostSent,
		}
	}
	web.Register(r, post("/contracts/{contract}/contract/check", opDraft, "checkDraft", "What is wrong with a draft, and what it changes; writes nothing"), h.check)
	web.Register(r, post("/contracts/{contract}/contract/edits", opDraft, "editDraft", "Make common changes in a draft's text; writes nothing"), h.edit)
	web.Register(r, web.Route{
		Method: http.MethodGet, Path: "/contracts/{contract}/contract/next", Operation: opDraft,
		ID: "nextContract", Tag: "contracts", Summary: "Next year's file, made of this contract's; writes nothing",
	}, h.nextYear)
	web.Register(r, post("/contract-checks", opDraft, "checkContract", "What is wrong with a new contract's file; writes nothing"), checkNew)
	web.Register(r, post("/contract-suggestions", opDraft, "suggestContract", "What a paper's text suggests; writes nothing"), suggest)
	web.Register(r, post("/contract-drafts", opDraft, "draftContract", "A contract's file from answers; writes nothing"), write)
}

// Checked is what a check finds.
type Checked struct {
	Problems   []ProblemLine `json:"problems" nullable:"false" doc:"By line."`
	Faulty     bool          `json:"faulty" doc:"One of the problems refuses the file."`
	Comparison Comparison    `json:"comparison" doc:"With the newest version; without changes in words while the file is faulty."`
	Outline    *Outline      `json:"outline" doc:"What the form for common changes can change; null while the file is faulty."`
}

// ProblemLine is one mistake in a file.
type ProblemLine struct {
	Line     int    `json:"line"`
	Column   int    `json:"column"`
	Field    string `json:"field"`
	Wrong    string `json:"wrong"`
	Right    string `json:"right"`
	Severity string `json:"severity" enum:"error,warning"`
}

func problemLines(lang string, problems contract.Problems) []ProblemLine {
	list := []ProblemLine{}
	for _, p := range problems {
		wrong, right := p.Say(lang)
		l := ProblemLine{p.Line, p.Column, p.Field, wrong, right, "error"}
		if p.Severity == contract.Warning {
			l.Severity = "warning"
		}
		list = append(list, l)
	}
	return list
}

type draftSource struct {
	Source string `json:"source" maxLength:"1048576" doc:"The file, YAML."`
}

type checkInput struct {
	Contract string `path:"contract"`
	Body     draftSource
}

type checkOutput struct{ Body Checked }

func (h Handlers) check(ctx context.Context, in *checkInput) (*checkOutput, error) {
	found, err := h.checked(ctx, in.Contract, in.Body.Source)
	return &checkOutput{found}, err
}

// newest returns the newest version with its file.
func (h Handlers) newest(ctx context.Context, contractID string) (*contract.Contract, string, error) {
	versions, err := h.Store.Versions(ctx, contractID)
	if err != nil {
		return nil, "", err
	}
	return h.version(ctx, contractID, newestOf(versions))
}

// checked judges a draft by itself and, where it passes, as what would follow
// the newest version.
func (h Handlers) checked(ctx context.Context, contractID, source string) (Checked, error) {
	base, file, err := h.newest(ctx, contractID)
	if err != nil {
		return Checked{}, err
	}
	draft, problems := contract.Parse(sourceName, []byte(source))
	if !problems.HasErrors() {
		if problems, err = h.following(ctx, base, draft, source, problems); err != nil {
			return Checked{}, err
		}
	}
	lang := web.Language(ctx)
	out := Checked{Problems: problemLines(lang, problems), Faulty: problems.HasErrors()}
	if draft == nil {
		out.Comparison = Comparison{Changes: []ChangeLine{}, Lines: revision.Lines(file, source)}
		return out, nil
	}
	out.Comparison, out.Outline = compare(lang, base, draft, file, source), writer{lang, draft}.outline()
	return out, nil
}

// following adds what keeps the draft from being the next version. A file whose
// entry only a person can write is told as it is.
func (h Handlers) following(ctx context.Context, base, draft *contract.Contract, source string, problems contract.Problems) (contract.Problems, error) {
	if draft.ID != base.ID {
		return contract.OtherID(sourceName, []byte(source), base.ID), nil
	}
	if draft.Version != base.Version || len(draft.Amendments) != len(base.Amendments) {
		return problems, nil
	}
	earlier, err := h.Store.earlier(ctx, base.ID)
	if err != nil {
		return nil, err
	}
	next, err := succession(source, entry(base, draft, firstDay(base), "-", []string{"-"}), earlier)
	if err != nil {
		return problems, nil //nolint:nilerr // proposing says it
	}
	return next, nil
}

type newInput struct{ Body draftSource }

// NewChecked is what a check of a new contract's file finds.
type NewChecked struct {
	Problems []ProblemLine `json:"problems" nullable:"false"`
	Faulty   bool          `json:"faulty"`
	ID       string        `json:"id" doc:"The contract's id; empty while the file is faulty."`
	Title    string        `json:"title"`
	Goals    int           `json:"goals"`
}

type newOutput struct{ Body NewChecked }

func checkNew(ctx context.Context, in *newInput) (*newOutput, error) {
	c, problems := contract.Parse("source", []byte(in.Body.Source))
	out := &newOutput{NewChecked{Problems: problemLines(web.Language(ctx), problems), Faulty: problems.HasErrors()}}
	if c != nil {
		out.Body.ID, out.Body.Title, out.Body.Goals = c.ID, c.Title, len(c.Goals())
	}
	return out, nil
}

type editInput struct {
	Contract string `path:"contract"`
	Body     struct {
		Source string          `json:"source" maxLength:"1048576" doc:"The draft to change."`
		Edits  []revision.Edit `json:"edits" minItems:"1" maxItems:"100" nullable:"false"`
	}
}

// Edited is a draft after its edits, and what a check finds in it.
type Edited struct {
	Source  string  `json:"source"`
	Checked Checked `json:"checked"`
}

type editOutput struct{ Body Edited }

func (h Handlers) edit(ctx context.Context, in *editInput) (*editOutput, error) {
	source, err := revision.Apply(in.Body.Source, in.Body.Edits...)
	if err != nil {
		return nil, err
	}
	found, err := h.checked(ctx, in.Contract, source)
	return &editOutput{Edited{source, found}}, err
}
