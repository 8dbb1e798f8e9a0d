package agreement

import (
	"context"
	"encoding/json"
	"fmt"
	"strconv"

	"opfyldt/internal/calendar"
	"opfyldt/internal/catalogue"
	"opfyldt/internal/contract"
	"opfyldt/internal/contract/revision"
	"opfyldt/internal/fault"
	"opfyldt/internal/ledger"
	"opfyldt/internal/record"
)

// Suggestion is what a submission of a proposal says.
type Suggestion struct {
	Source string        `json:"source" doc:"The whole file as it is to be, with the present version's number."`
	From   calendar.Date `json:"from" doc:"The first day on which it is to hold."`
	Reason string        `json:"reason" doc:"What changed in the contract's basis (rule F5)."`
}

// proposalKind is the kind of fact that opens an amendment. It is judged by the
// newest version, whether in force yet or not: versions follow one another.
func (s *Store) proposalKind() ledger.Kind {
	return ledger.Kind{
		Name: KindProposal, Operation: opPropose, Contract: s.newestOrSent, Goal: ofTheWhole,
		Check: s.checkProposal, Beside: besideProposal,
	}
}

// ofTheWhole says that a fact belongs to no one goal.
func ofTheWhole(*contract.Contract, string) (string, error) { return "", nil }

// newest returns the newest version of the submission's contract.
func (s *Store) newest(ctx context.Context, sub ledger.Submission) (*contract.Contract, error) {
	versions, err := s.Versions(ctx, sub.Contract)
	if err != nil {
		return nil, err
	}
	return versions[len(versions)-1].Contract, nil
}

func (s *Store) checkProposal(ctx context.Context, m ledger.Moment) (any, error) {
	facts, err := m.Facts.Newest(ctx, m.Contract.ID, m.Now, KindProposal, KindVersion)
	if err != nil {
		return nil, err
	}
	if m.Submission.Subject != strconv.Itoa(len(record.Newest(facts, KindProposal))+1) {
		return nil, fault.New(fault.Conflict, "amendment.number", nil)
	}
	if following(facts) == 1 {
		return checkFirst(m)
	}
	if err := stillNewest(m.Contract.Version, facts); err != nil {
		return nil, err
	}
	var p Suggestion
	today := calendar.DateOf(m.Now)
	c := record.Checks{Wrong: record.Decode(m.Submission.Body, &p)}
	c.Day(m.Submission.Day, m.Contract.Signed, today)
	c.Needed("reason", &p.Reason, record.LongText, "amendment.reason")
	checkFrom(&c, m.Contract, p.From, today)
	draft := checkDraft(&c, m.Contract, p.Source)
	if err := c.Err(); err != nil {
		return nil, err
	}
	changes := words(m.Contract.Language, revision.Compare(m.Contract, draft))
	earlier, err := s.earlier(ctx, m.Contract.ID)
	if err != nil {
		return nil, err
	}
	problems, err := succession(p.Source, entry(m.Contract, draft, p.From, p.Reason, changes), earlier)
	if err != nil {
		return nil, err
	}
	if problems.HasErrors() {
		return nil, fault.Fields(Faulty(problems)...)
	}
	return Proposal{
		Base: m.Contract.Version, SHA256: contract.Hash([]byte(p.Source)), From: p.From, Reason: p.Reason, Changes: changes,
	}, nil
}

// stillNewest refuses what was made of a version that another one has followed.
func stillNewest(base int, facts []ledger.Fact) error {
	if next := following(facts); next != 0 && next != base+1 {
		return fault.New(fault.Conflict, "amendment.outdated", fault.Params{"base": base, "newest": next - 1})
	}
	return nil
}

// obstacle says why an open proposal can no longer be approved, in the reader's
// words; "" where it can.
func obstacle(a *Amendment, newest int, r record.Reader) string {
	switch {
	case newest != 0 && a.Proposal.Founds():
		return catalogue.Text(r.Lang, "signing.taken_in", nil)
	case newest != a.Proposal.Base:
		return catalogue.Text(r.Lang, "amendment.outdated", map[string]any{"base": a.Proposal.Base, "newest": newest})
	case !a.Proposal.Founds() && a.Proposal.From.Before(r.Today):
		return catalogue.Text(r.Lang, "amendment.too_late", map[string]any{"from": a.Proposal.From})
	}
	return ""
}

// checkFrom lets a version begin today at the earliest: the past was agreed
// otherwise.
func checkFrom(c *record.Checks, base *contract.Contract, from, today calendar.Date) {
	earliest := today
	if first := firstDay(base); first.After(earliest) {
		earliest = first
	}
	switch {
	case from.IsZero():
		c.Add("from", "field.needed", nil)
	case from.Before(earliest) || from.After(base.Period.To):
		c.Add("from", "field.between", fault.Params{"from": earliest, "to": base.Period.To})
	}
}

// checkDraft holds that the file passes its checks, changes something, and
// leaves its number and its amendments to the program.
func checkDraft(c *record.Checks, base *contract.Contract, source string) *contract.Contract {
	if source == "" {
		c.Add("source", "field.needed", nil)
		return nil
	}
	draft, problems := contract.Parse("source", []byte(source))
	if problems.HasErrors() {
		c.Wrong = append(c.Wrong, Faulty(problems)...)
		return nil
	}
	switch {
	case draft.ID != base.ID:
		c.Add("source", "amendment.other_contract", fault.Params{"contract": base.ID})
	case draft.Version != base.Version || len(draft.Amendments) != len(base.Amendments):
		c.Add("source", "amendment.head", fault.Params{"version": base.Version, "amendments": len(base.Amendments)})
	case len(revision.Compare(base, draft)) == 0:
		c.Add("source", "amendment.nothing", nil)
	}
	return draft
}

// half is one of the two things that a problem says: what is wrong, and what
// would be right.
type half struct {
	problem contract.Problem
	right   bool
}

// In says it in the reader's language.
func (h half) In(lang string) string {
	wrong, right := h.problem.Say(lang)
	if h.right {
		return right
	}
	return wrong
}

// String says it for logs.
func (h half) String() string { return h.In("en") }

// Faulty lists what is wrong with a file, each with its line.
func Faulty(problems contract.Problems) []fault.Field {
	var fields []fault.Field
	for _, p := range problems {
		if p.Severity == contract.Error {
			fields = append(fields, fault.Field{Path: "body.source", Code: "contract.line",
				Params: fault.Params{"line": p.Line, "field": p.Field, "wrong": half{p, false}, "right": half{p, true}}})
		}
	}
	return fields
}

// entry is the amendment that would make the draft a version, but for who
// approved it.
func entry(base, draft *contract.Contract, from calendar.Date, reason string, changes []string) contract.Amendment {
	a := contract.Amendment{
		Version: base.Version + 1, From: from, Reason: reason, Changes: changes, Ends: contract.Ended(base, draft),
	}
	if base.Agency != draft.Agency || base.Department != draft.Department {
		a.Parties = draft.Agency.Name + "; " + draft.Department.Name
	}
	return a
}

// succession closes the draft as if both had approved and judges it beside the
// earlier versions, so that nothing stands in the way later.
func succession(draft string, a contract.Amendment, earlier []*contract.Contract) (contract.Problems, error) {
	a.Agency, a.Department = contract.Approval{By: "1", On: a.From}, contract.Approval{By: "2", On: a.From}
	sealed, err := revision.Seal(draft, a)
	if err != nil {
		return nil, err
	}
	_, problems := contract.ParseNext(sourceName, []byte(sealed), earlier)
	return problems, nil
}

// words puts changes into sentences.
func words(lang string, changes []revision.Change) []string {
	list := []string{}
	for _, c := range changes {
		list = append(list, catalogue.Text(lang, c.Key, c.Params))
	}
	return list
}

const insertProposal = `
INSERT INTO contract_proposals (contract_id, proposal, base, source, sha256, fact_id)
VALUES ($1, $2, $3, $4, sha256(convert_to($4, 'UTF8')), $5)`

// besideProposal keeps the draft in the fact's transaction.
func besideProposal(m ledger.Moment, f ledger.Fact) ([]ledger.Statement, error) {
	var p Suggestion
	record.Decode(m.Submission.Body, &p)
	number, err := strconv.Atoi(f.Subject)
	if err != nil {
		return nil, fault.New(fault.Invalid, "fact.subject-malformed", nil)
	}
	var kept Proposal
	if err := json.Unmarshal(f.Body, &kept); err != nil {
		return nil, fmt.Errorf("read a proposal: %w", err)
	}
	return []ledger.Statement{{SQL: insertProposal, Args: []any{f.Contract, number, kept.Base, p.Source, f.ID}}}, nil
}
