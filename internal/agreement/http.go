package agreement

import (
	"context"
	"net/http"
	"strconv"
	"time"

	"opfyldt/internal/contract"
	"opfyldt/internal/fault"
	"opfyldt/internal/ledger"
	"opfyldt/internal/record"
	"opfyldt/internal/web"
)

// Reader makes the request's person the reader of a contract as of an instant.
type Reader interface {
	At(ctx context.Context, contractID string, at web.Moment) (*contract.Contract, record.Reader, error)
}

// Handlers answers this slice's requests.
type Handlers struct {
	record.Book
	Store  *Store
	Reader Reader
	// Signed answers how much of a log a signed checkpoint covers.
	Signed func(ctx context.Context, contractID string) (int64, time.Time, error)
}

// yamlType is the media type of a contract file (RFC 9512).
const yamlType = "application/yaml; charset=utf-8"

// mostSent is the largest body that holds a contract's file.
const mostSent = 4 << 20

// Routes registers the handlers.
func (h Handlers) Routes(r *web.Router) {
	get := func(path, id, summary string) web.Route {
		return web.Route{Method: http.MethodGet, Path: "/contracts/{contract}" + path, Operation: opRead, ID: id, Tag: "contracts", Summary: summary}
	}
	web.Register(r, get("/contract", "getContract", "The text of the agreement, its versions and amendments"), h.text)
	file := get("/contract/versions/{version}", "getContractFile", "A version's file")
	file.Media, file.Shared = yamlType, true
	web.Register(r, file, h.file)
	comparison := get("/contract/comparison", "compareVersions", "What differs between two versions, in words and line by line")
	comparison.Shared = true
	web.Register(r, comparison, h.comparison)
	web.Register(r, get("/amendments/{amendment}", "getAmendment", "A proposal with what it changes"), h.amendment)
	h.drafting(r)
	h.signing(r)
	post := func(path, operation, id, summary string) web.Route {
		return web.Route{
			Method: http.MethodPost, Path: "/contracts/{contract}/amendments" + path, Operation: operation, ID: id, Tag: "contracts",
			Summary: summary, Status: http.StatusCreated, OwnBody: true, MaxBody: mostSent,
		}
	}
	web.Register(r, post("", opPropose, "proposeAmendment", "Propose an amendment"), h.propose)
	web.Register(r, post("/{amendment}/agency-approvals", opAgree, "agreeAmendment", "Approve or refuse a proposal for the agency"), h.decide(KindAgency))
	web.Register(r, post("/{amendment}/department-approvals", opApprove, "approveAmendment", "Approve or refuse a proposal for the department"), h.decide(KindDepartment))
	web.Register(r, post("/{amendment}/withdrawals", opPropose, "withdrawAmendment", "Withdraw a proposal"), h.withdraw)
}

type textInput struct {
	Contract string `path:"contract"`
	web.AsOf
}

type textOutput struct{ Body ContractPage }

func (h Handlers) text(ctx context.Context, in *textInput) (*textOutput, error) {
	c, reader, err := h.Reader.At(ctx, in.Contract, in.At)
	if err != nil {
		return nil, err
	}
	versions, err := h.Store.Versions(ctx, in.Contract)
	if err != nil {
		return nil, err
	}
	facts, err := h.Facts.Newest(ctx, in.Contract, asOf(in.At), amendmentKinds()...)
	if err != nil {
		return nil, err
	}
	known := knownAt(versions, in.At.Instant)
	page := writer{reader.Lang, c}.page()
	page.Versions = versionLines(known, in.At.Instant)
	proposals := Amendments(facts)
	page.Amendments = lines(proposals, newestOf(known), reader)
	signers(page.Versions, proposals)
	page.CanDraft, page.CanPropose = reader.May(opDraft, ""), reader.May(opPropose, "")
	file, sum, err := h.Store.Source(ctx, in.Contract, c.Version)
	if err != nil {
		return nil, err
	}
	page.Source, page.SHA256 = string(file), sum
	return &textOutput{page}, nil
}

// asOf is the instant to ask the log for: everything, unless the reader looks
// back.
func asOf(at web.Moment) time.Time {
	if at.Past {
		return at.Instant
	}
	return time.Time{}
}

type fileInput struct {
	Contract string `path:"contract"`
	Version  int    `path:"version" minimum:"1"`
}

type fileOutput struct {
	ContentType string `header:"Content-Type"`
	Body        []byte
}

func (h Handlers) file(ctx context.Context, in *fileInput) (*fileOutput, error) {
	file, _, err := h.Store.Source(ctx, in.Contract, in.Version)
	if err != nil {
		return nil, err
	}
	return &fileOutput{yamlType, file}, nil
}

type comparisonInput struct {
	Contract string `path:"contract"`
	From     int    `query:"from" required:"true" minimum:"1"`
	To       int    `query:"to" required:"true" minimum:"1"`
}

type comparisonOutput struct{ Body Comparison }

func (h Handlers) comparison(ctx context.Context, in *comparisonInput) (*comparisonOutput, error) {
	before, from, err := h.version(ctx, in.Contract, in.From)
	if err != nil {
		return nil, err
	}
	after, to, err := h.version(ctx, in.Contract, in.To)
	if err != nil {
		return nil, err
	}
	return &comparisonOutput{compare(web.Language(ctx), before, after, from, to)}, nil
}

// version returns a version with its file.
func (h Handlers) version(ctx context.Context, contractID string, number int) (*contract.Contract, string, error) {
	versions, err := h.Store.Versions(ctx, contractID)
	if err != nil {
		return nil, "", err
	}
	for _, v := range versions {
		if v.Contract.Version == number {
			file, _, err := h.Store.Source(ctx, contractID, number)
			return v.Contract, string(file), err
		}
	}
	return nil, "", fault.New(fault.NotFound, "contract.no_version", fault.Params{"version": number})
}

// changed returns the version that a proposal changes; the contract itself, and
// no file, where the proposal is the contract.
func (h Handlers) changed(ctx context.Context, contractID string, a *Amendment) (*contract.Contract, string, error) {
	if !a.Proposal.Founds() {
		return h.version(ctx, contractID, a.Proposal.Base)
	}
	source, err := h.Store.Draft(ctx, contractID, strconv.Itoa(a.Number))
	if err != nil {
		return nil, "", err
	}
	c, err := parsed([]byte(source))
	return c, "", err
}

type amendmentInput struct {
	Contract  string `path:"contract"`
	Amendment string `path:"amendment"`
	web.AsOf
}

type amendmentOutput struct{ Body AmendmentPage }

func (h Handlers) amendment(ctx context.Context, in *amendmentInput) (*amendmentOutput, error) {
	_, reader, err := h.Reader.At(ctx, in.Contract, in.At)
	if err != nil {
		return nil, err
	}
	facts, err := h.Facts.Newest(ctx, in.Contract, asOf(in.At), amendmentKinds()...)
	if err != nil {
		return nil, err
	}
	a := numbered(Amendments(facts), in.Amendment)
	if a == nil {
		return nil, unknownProposal(in.Amendment)
	}
	base, from, err := h.changed(ctx, in.Contract, a)
	if err != nil {
		return nil, err
	}
	source, err := h.Store.Draft(ctx, in.Contract, in.Amendment)
	if err != nil {
		return nil, err
	}
	draft, problems := contract.Parse("source", []byte(source))
	if problems.HasErrors() {
		return nil, problems
	}
	versions, err := h.Store.Versions(ctx, in.Contract)
	if err != nil {
		return nil, err
	}
	return &amendmentOutput{AmendmentPage{
		Amendment:  line(a, newestOf(knownAt(versions, in.At.Instant)), reader),
		Comparison: compare(reader.Lang, base, draft, from, source), Source: source, Today: web.Today(ctx),
	}}, nil
}

// amendmentProposal is a proposal with its head, as the API's description shows
// it.
type amendmentProposal struct {
	record.Head
	Suggestion
}

type proposalInput struct {
	Contract string `path:"contract"`
	Body     record.Raw[amendmentProposal]
}

func (h Handlers) propose(ctx context.Context, in *proposalInput) (*record.Recorded, error) {
	head, body, err := record.Split(in.Body.JSON)
	if err != nil {
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

// next is the number of the proposal to be, or the one that the same request
// got before.
func (h Handlers) next(ctx context.Context, contractID, id string) (string, error) {
	again, err := h.Facts.Fact(ctx, contractID, id)
	if err == nil {
		return again.Subject, nil
	}
	if fault.KindOf(err) != fault.NotFound {
		return "", err
	}
	facts, err := h.Facts.Newest(ctx, contractID, time.Time{}, KindProposal)
	return strconv.Itoa(len(facts) + 1), err
}

// amendmentDecision is a party's answer with its head.
type amendmentDecision struct {
	record.Head
	Verdict Verdict `json:"verdict" enum:"approved,refused"`
	Reason  string  `json:"reason,omitempty" doc:"Needed where the proposal is refused."`
}

type decisionInput struct {
	Contract  string `path:"contract"`
	Amendment string `path:"amendment"`
	Body      record.Raw[amendmentDecision]
}

func (h Handlers) decide(kind string) func(context.Context, *decisionInput) (*record.Recorded, error) {
	return func(ctx context.Context, in *decisionInput) (*record.Recorded, error) {
		head, body, err := record.Split(in.Body.JSON)
		if err != nil {
			return nil, err
		}
		defer h.Store.deciding()()
		return h.Send(ctx, ledger.Submission{
			Contract: in.Contract, ID: head.ID, Kind: kind, Subject: in.Amendment, Day: head.Day, Expects: head.Expects, Body: body,
		}, say)
	}
}

type amendmentWithdrawal struct {
	record.Head
	Withdrawal
}

type withdrawalInput struct {
	Contract  string `path:"contract"`
	Amendment string `path:"amendment"`
	Body      record.Raw[amendmentWithdrawal]
}

func (h Handlers) withdraw(ctx context.Context, in *withdrawalInput) (*record.Recorded, error) {
	head, body, err := record.Split(in.Body.JSON)
	if err != nil {
		return nil, err
	}
	return h.Send(ctx, ledger.Submission{
		Contract: in.Contract, ID: head.ID, Kind: KindWithdrawal, Subject: in.Amendment, Day: head.Day, Expects: head.Expects, Body: body,
	}, say)
}

func say(ctx context.Context, f ledger.Fact) (string, error) {
	return Sentence(web.Language(ctx), f), nil
}
