package agreement

import (
	"context"

	"opfyldt/internal/calendar"
	"opfyldt/internal/contract"
	"opfyldt/internal/contract/revision"
	"opfyldt/internal/fault"
	"opfyldt/internal/ledger"
	"opfyldt/internal/record"
)

// A contract that its parties sign here begins as a proposal that changes no
// version: its draft. What they say of it are the same facts as of an amendment,
// and the second signature brings version 1 in.

// newestOrSent is the newest version, and the draft that is sent where there is
// none yet.
func (s *Store) newestOrSent(ctx context.Context, sub ledger.Submission) (*contract.Contract, error) {
	c, err := s.newest(ctx, sub)
	if fault.KindOf(err) != fault.NotFound {
		return c, err
	}
	var p Suggestion
	record.Decode(sub.Body, &p)
	return firstOf([]byte(p.Source), sub.Contract)
}

// firstOf reads the file of a contract's first version.
func firstOf(source []byte, id string) (*contract.Contract, error) {
	c, problems := contract.ParseNext(sourceName, source, nil)
	switch {
	case problems.HasErrors():
		return nil, fault.Fields(Faulty(problems)...)
	case c.ID != id:
		return nil, fault.Fields(Faulty(contract.OtherID(sourceName, source, id))...)
	}
	return c, nil
}

// checkFirst lets a draft of the contract itself be put before the parties. Its
// file has passed its checks.
func checkFirst(m ledger.Moment) (any, error) {
	var p Suggestion
	today := calendar.DateOf(m.Now)
	c := record.Checks{Wrong: record.Decode(m.Submission.Body, &p)}
	c.Day(m.Submission.Day, today, today)
	c.Text("reason", &p.Reason, record.LongText)
	if m.Contract.Period.To.Before(today) {
		c.Add("source", "signing.over", fault.Params{"to": m.Contract.Period.To})
	}
	if err := c.Err(); err != nil {
		return nil, err
	}
	return Proposal{
		SHA256: contract.Hash([]byte(p.Source)), From: m.Contract.Period.From, Reason: p.Reason, Changes: []string{},
	}, nil
}

// signed is the submission that brings version 1 in once both have signed: the
// draft, with the day of the last signature.
func signed(f ledger.Fact, draft string, agency, department *Said) ([]ledger.Submission, error) {
	day := agency.Fact.Day
	if department.Fact.Day.After(day) {
		day = department.Fact.Day
	}
	sealed, err := revision.Sign(draft, day)
	if err != nil {
		return nil, err
	}
	return versionOf(f, sealed, 1, []string{agency.Fact.ID, department.Fact.ID})
}

// Begin makes room for the log of a contract whose draft is put before the
// parties for the first time, once it is known that somebody may do so and that
// the draft is sound.
func (s *Store) Begin(ctx context.Context, by ledger.Person, contractID string, source []byte) error {
	if _, err := by.Permit(opPropose, contractID, ""); err != nil {
		return err
	}
	earlier, err := s.earlier(ctx, contractID)
	if err != nil {
		return err
	}
	if len(earlier) > 0 {
		return fault.New(fault.Conflict, "contract.amend_instead", fault.Params{"contract": contractID})
	}
	if _, err := firstOf(source, contractID); err != nil {
		return err
	}
	return ledger.Enter(ctx, s.pool, contractID)
}

// drafts lists the drafts of the contract itself among the proposals, the newest
// first.
func drafts(list []*Amendment) []*Amendment {
	var all []*Amendment
	for i := len(list) - 1; i >= 0; i-- {
		if list[i].Proposal.Founds() {
			all = append(all, list[i])
		}
	}
	return all
}

// signers tells who signed the contract on the line of its first version.
func signers(versions []VersionLine, list []*Amendment) {
	for _, a := range drafts(list) {
		if a.State() != Concluded || len(versions) == 0 {
			continue
		}
		agency, department := approvalOf(a.Agency), approvalOf(a.Department)
		versions[0].Agency, versions[0].Department = &Approval{agency.By, agency.On}, &Approval{department.By, department.On}
	}
}
