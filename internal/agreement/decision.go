package agreement

import (
	"context"
	"encoding/json"
	"fmt"
	"strconv"
	"strings"

	"github.com/google/uuid"

	"opfyldt/internal/calendar"
	"opfyldt/internal/contract"
	"opfyldt/internal/contract/revision"
	"opfyldt/internal/fault"
	"opfyldt/internal/ledger"
	"opfyldt/internal/record"
)

// decisionKind is the kind of one party's approvals and refusals.
func (s *Store) decisionKind(name, operation string) ledger.Kind {
	return ledger.Kind{
		Name: name, Operation: operation, Contract: s.newestOrDraft, Goal: ofTheWhole,
		Check: checkDecision, Then: s.conclude,
	}
}

func withdrawalKind(s *Store) ledger.Kind {
	return ledger.Kind{
		Name: KindWithdrawal, Operation: opPropose, Contract: s.newestOrDraft, Goal: ofTheWhole, Check: checkWithdrawal,
	}
}

// newestOrDraft has the draft at hand before the transaction begins, which may
// need it. A contract that is not signed yet is judged by its draft.
func (s *Store) newestOrDraft(ctx context.Context, sub ledger.Submission) (*contract.Contract, error) {
	source, err := s.Draft(ctx, sub.Contract, sub.Subject)
	if err != nil {
		return nil, err
	}
	c, err := s.newest(ctx, sub)
	if fault.KindOf(err) != fault.NotFound {
		return c, err
	}
	return parsed([]byte(source))
}

// about reads the proposal that a submission is about.
func about(ctx context.Context, m ledger.Moment) (*Amendment, []ledger.Fact, error) {
	facts, err := m.Facts.Newest(ctx, m.Contract.ID, m.Now, append(amendmentKinds(), KindVersion)...)
	if err != nil {
		return nil, nil, err
	}
	a := numbered(Amendments(facts), m.Submission.Subject)
	if a == nil {
		return nil, nil, unknownProposal(m.Submission.Subject)
	}
	return a, facts, nil
}

func unknownProposal(number string) error {
	return fault.New(fault.NotFound, "amendment.unknown", fault.Params{"number": record.Shorten(number, 20)})
}

// checkDecision lets a party say yes or no once, to a proposal that is open and
// that neither the same person proposed nor decided on for the other party.
func checkDecision(ctx context.Context, m ledger.Moment) (any, error) {
	a, facts, err := about(ctx, m)
	if err != nil {
		return nil, err
	}
	var d Decision
	today := calendar.DateOf(m.Now)
	c := record.Checks{Wrong: record.Decode(m.Submission.Body, &d)}
	c.Day(m.Submission.Day, a.Fact.Day, today)
	c.Text("reason", &d.Reason, record.LongText)
	switch {
	case d.Verdict != Yes && d.Verdict != No:
		c.Add("verdict", "amendment.verdict", nil)
	case d.Verdict == No && d.Reason == "":
		c.Add("reason", "amendment.refuse_reason", nil)
	}
	if err := c.Err(); err != nil {
		return nil, err
	}
	if err := mayDecide(m, a, d.Verdict); err != nil {
		return nil, err
	}
	if d.Verdict == Yes {
		if err := canHold(a, facts, today); err != nil {
			return nil, err
		}
	}
	d.SHA256, d.Signs = a.Proposal.SHA256, a.Proposal.Founds()
	return d, nil
}

// mayDecide holds the moves and the rule that two others than the proposer
// approve: one for each party.
func mayDecide(m ledger.Moment, a *Amendment, v Verdict) error {
	move := "refuse"
	if v == Yes {
		move = map[string]string{KindAgency: "agree", KindDepartment: "approve"}[m.Submission.Kind]
	}
	beside := a.of(other(m.Submission.Kind))
	switch _, possible := target(a.State(), move); {
	case a.Fact.Actor.Subject == m.Person.Subject():
		return fault.New(fault.Forbidden, "amendment.own", nil)
	case beside != nil && beside.Fact.Actor.Subject == m.Person.Subject():
		return fault.New(fault.Forbidden, "amendment.both_sides", nil)
	case !possible:
		return settled(a)
	}
	return nil
}

func settled(a *Amendment) error {
	return fault.New(fault.Conflict, "amendment.settled", fault.Params{"state": stateWord(a.State())})
}

// stateWord is a state as the catalogue names it.
type stateWord State

// CatalogueKey lets the catalogue name the state.
func (w stateWord) CatalogueKey() string { return "amendment.state." + string(w) }

// canHold refuses a yes to what could not take force: another version came in
// between, or its first day has passed.
func canHold(a *Amendment, facts []ledger.Fact, today calendar.Date) error {
	if err := stillNewest(a.Proposal.Base, facts); err != nil {
		return err
	}
	if !a.Proposal.Founds() && a.Proposal.From.Before(today) {
		return fault.New(fault.Conflict, "amendment.too_late", fault.Params{"from": a.Proposal.From})
	}
	return nil
}

func checkWithdrawal(ctx context.Context, m ledger.Moment) (any, error) {
	a, _, err := about(ctx, m)
	if err != nil {
		return nil, err
	}
	var w Withdrawal
	c := record.Checks{Wrong: record.Decode(m.Submission.Body, &w)}
	c.Day(m.Submission.Day, a.Fact.Day, calendar.DateOf(m.Now))
	c.Needed("reason", &w.Reason, record.LongText, "amendment.withdraw_reason")
	if err := c.Err(); err != nil {
		return nil, err
	}
	if !a.Open() {
		return nil, settled(a)
	}
	return w, nil
}

// conclude brings the next version in when a party's yes is the second one.
func (s *Store) conclude(ctx context.Context, m ledger.Moment, f ledger.Fact) ([]ledger.Submission, error) {
	a, _, err := about(ctx, m)
	if err != nil {
		return nil, err
	}
	said := saidOf(&f)
	beside := a.of(other(f.Kind))
	if said == nil || said.Verdict != Yes || beside == nil {
		return nil, nil
	}
	agency, department := said, beside
	if f.Kind == KindDepartment {
		agency, department = beside, said
	}
	draft, err := s.Draft(ctx, f.Contract, f.Subject)
	if err != nil {
		return nil, err
	}
	if a.Proposal.Founds() {
		return signed(f, draft, agency, department)
	}
	after, err := parsed([]byte(draft))
	if err != nil {
		return nil, err
	}
	last := entry(m.Contract, after, a.Proposal.From, a.Proposal.Reason, a.Proposal.Changes)
	last.Agency, last.Department = approvalOf(agency), approvalOf(department)
	if strings.EqualFold(last.Agency.By, last.Department.By) { // two people of one name
		last.Agency.By += ", " + after.Agency.Name
		last.Department.By += ", " + after.Department.Name
	}
	sealed, err := revision.Seal(draft, last)
	if err != nil {
		return nil, err
	}
	return versionOf(f, sealed, last.Version, []string{agency.Fact.ID, department.Fact.ID})
}

// parsed reads a file that must pass its checks.
func parsed(source []byte) (*contract.Contract, error) {
	c, problems := contract.Parse(sourceName, source)
	if problems.HasErrors() {
		return nil, fault.Fields(Faulty(problems)...)
	}
	return c, nil
}

func approvalOf(s *Said) contract.Approval {
	return contract.Approval{By: s.Fact.Actor.Name, On: s.Fact.Day}
}

// versionOf is the submission that brings the sealed file in.
func versionOf(f ledger.Fact, sealed string, version int, approvals []string) ([]ledger.Submission, error) {
	number, err := strconv.Atoi(f.Subject)
	if err != nil {
		return nil, fmt.Errorf("read a proposal's number: %w", err)
	}
	text, err := json.Marshal(submitted{Source: sealed, Proposal: number, Approvals: approvals})
	if err != nil {
		return nil, fmt.Errorf("encode a contract's file: %w", err)
	}
	id, err := uuid.NewV7()
	if err != nil {
		return nil, fmt.Errorf("make an id: %w", err)
	}
	return []ledger.Submission{{
		Contract: f.Contract, ID: id.String(), Kind: KindVersion, Subject: strconv.Itoa(version), Day: f.Day, Body: text,
	}}, nil
}
