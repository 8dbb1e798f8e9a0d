package agreement

import (
	"context"
	"net/http"
	"strconv"
	"time"

	"opfyldt/internal/calendar"
	"opfyldt/internal/contract"
	"opfyldt/internal/fault"
	"opfyldt/internal/ledger"
	"opfyldt/internal/record"
	"opfyldt/internal/web"
)

// signing registers what makes a draft a contract.
func (h Handlers) signing(r *web.Router) {
	web.Register(r, web.Route{
		Method: http.MethodGet, Path: "/unsigned-contracts", Operation: opRead,
		ID: "listUnsigned", Tag: "contracts", Summary: "Drafts of contracts that their parties have not both signed",
	}, h.unsigned)
	web.Register(r, web.Route{
		Method: http.MethodGet, Path: "/contracts/{contract}/draft", Operation: opRead,
		ID: "getDraft", Tag: "contracts", Summary: "A contract's draft, and who has signed it",
	}, h.draft)
	web.Register(r, web.Route{
		Method: http.MethodPost, Path: "/contracts/{contract}/draft", Operation: opPropose, Status: http.StatusCreated, OwnBody: true, MaxBody: mostSent,
		ID: "proposeContract", Tag: "contracts", Summary: "Put a contract's draft before its parties, to be signed by both",
	}, h.put)
}

// UnsignedLine is a contract that is a draft yet.
type UnsignedLine struct {
	ID         string        `json:"id"`
	Title      string        `json:"title"`
	Agency     string        `json:"agency"`
	Department string        `json:"department"`
	From       calendar.Date `json:"from"`
	To         calendar.Date `json:"to"`
	Draft      AmendmentLine `json:"draft" doc:"The newest, with what its reader may do."`
}

type unsignedOutput struct {
	Body struct {
		Contracts []UnsignedLine `json:"contracts" nullable:"false"`
	}
}

func (h Handlers) unsigned(ctx context.Context, _ *struct{}) (*unsignedOutput, error) {
	person, err := web.MustPerson(ctx)
	if err != nil {
		return nil, err
	}
	ids, err := h.Store.Unsigned(ctx)
	if err != nil {
		return nil, err
	}
	out := &unsignedOutput{}
	out.Body.Contracts = []UnsignedLine{}
	for _, id := range ids {
		if !person.Sees(id) {
			continue
		}
		c, _, list, err := h.drafts(ctx, id, time.Time{})
		if err != nil {
			return nil, err
		}
		reader, err := h.readerOf(ctx, id, web.Moment{Day: web.Today(ctx)})
		if err != nil {
			return nil, err
		}
		out.Body.Contracts = append(out.Body.Contracts, UnsignedLine{
			c.ID, c.Title, c.Agency.Name, c.Department.Name, c.Period.From, c.Period.To, line(list[0], 0, reader),
		})
	}
	return out, nil
}

// drafts returns what was put before the parties by the instant, the newest
// first, and the newest as a contract and as its file.
func (h Handlers) drafts(ctx context.Context, contractID string, at time.Time) (*contract.Contract, string, []*Amendment, error) {
	facts, err := h.Facts.Newest(ctx, contractID, at, amendmentKinds()...)
	if err != nil {
		return nil, "", nil, err
	}
	list := drafts(Amendments(facts))
	if len(list) == 0 {
		return nil, "", nil, fault.New(fault.NotFound, "signing.no_draft", nil)
	}
	source, err := h.Store.Draft(ctx, contractID, strconv.Itoa(list[0].Number))
	if err != nil {
		return nil, "", nil, err
	}
	c, err := parsed([]byte(source))
	return c, source, list, err
}

// readerOf makes the request's person the reader of a contract that may not be
// one yet.
func (h Handlers) readerOf(ctx context.Context, contractID string, at web.Moment) (record.Reader, error) {
	person, err := web.MustPerson(ctx)
	if err != nil {
		return record.Reader{}, err
	}
	signed, _, err := h.Signed(ctx, contractID)
	lang := web.Language(ctx)
	return record.Reader{
		Subject: person.Subject(), Today: at.Day, Lang: lang,
		Wire: func(f ledger.Fact) record.Fact { return record.ToWire(f, signed, Sentence(lang, f)) },
		May: func(operation, goal string) bool {
			_, err := person.Permit(operation, contractID, goal)
			return err == nil && !at.Past
		},
	}, err
}

// DraftPage is a contract that is to be signed, as one reads it.
type DraftPage struct {
	Text       ContractPage    `json:"text" doc:"As the newest draft says it; without versions."`
	Drafts     []AmendmentLine `json:"drafts" nullable:"false" doc:"The newest first, with who signed them."`
	Warnings   []ProblemLine   `json:"warnings" nullable:"false" doc:"What a check finds doubtful in the newest draft."`
	InForce    bool            `json:"inForce" doc:"It is a contract now."`
	CanPropose bool            `json:"canPropose" doc:"Put a newer draft before the parties."`
	Today      calendar.Date   `json:"today"`
}

type draftPageInput struct {
	Contract string `path:"contract"`
	web.AsOf
}

type draftPageOutput struct{ Body DraftPage }

func (h Handlers) draft(ctx context.Context, in *draftPageInput) (*draftPageOutput, error) {
	c, source, list, err := h.drafts(ctx, in.Contract, asOf(in.At))
	if err != nil {
		return nil, err
	}
	reader, err := h.readerOf(ctx, in.Contract, in.At)
	if err != nil {
		return nil, err
	}
	newest := 0
	versions, err := h.Store.Versions(ctx, in.Contract)
	switch {
	case err == nil && !versions[0].Recorded.After(in.At.Instant):
		newest = newestOf(versions)
	case err != nil && fault.KindOf(err) != fault.NotFound:
		return nil, err
	}
	text := writer{reader.Lang, c}.page()
	text.Versions, text.Amendments = []VersionLine{}, []AmendmentLine{}
	text.Source, text.SHA256 = source, contract.Hash([]byte(source))
	_, problems := contract.Parse(sourceName, []byte(source))
	page := DraftPage{
		Text: text, Drafts: []AmendmentLine{}, Warnings: problemLines(reader.Lang, problems), InForce: newest > 0,
		CanPropose: newest == 0 && reader.May(opPropose, ""), Today: web.Today(ctx),
	}
	for _, a := range list {
		page.Drafts = append(page.Drafts, line(a, newest, reader))
	}
	return &draftPageOutput{page}, nil
}

// contractProposal is a draft with its head, as the API's description shows it.
type contractProposal struct {
	record.Head
	Source string `json:"source" doc:"The file, YAML, as version 1. The day of the last signature takes the place of its signed."`
	Reason string `json:"reason,omitempty" doc:"What the parties should know of this draft; for one that replaces another, what it changes."`
}

type putInput struct {
	Contract string `path:"contract"`
	Body     record.Raw[contractProposal]
}

func (h Handlers) put(ctx context.Context, in *putInput) (*record.Recorded, error) {
	person, err := web.MustPerson(ctx)
	if err != nil {
		return nil, err
	}
	head, body, err := record.Split(in.Body.JSON)
	if err != nil {
		return nil, err
	}
	source, _, err := record.Take(body, "source")
	if err != nil {
		return nil, err
	}
	if err := h.Store.Begin(ctx, person, in.Contract, []byte(source)); err != nil {
		return nil, err
	}
	number, err := h.next(ctx, in.Contract, head.ID)
	if err != nil {
		return nil, err
	}
	return h.Send(ctx, ledger.Submission{
		Contract: in.Contract, ID: head.ID, Kind: KindProposal, Subject: number, Day: head.Day, Expects: head.Expects, Body: body,
	}, say)
}
