package agreement

import (
	"context"
	"encoding/json"
	"strconv"

	"opfyldt/internal/contract"
	"opfyldt/internal/fault"
	"opfyldt/internal/ledger"
)

// KindVersion is the kind of fact that brings a version in. Its subject is the
// version's number.
const KindVersion = "contract.version"

const opManage = "contract.manage"

// sourceName is what a file is called that comes without a name.
const sourceName = "contract"

// submitted is what a submission's body holds: the file itself, which is kept
// beside the fact.
type submitted struct {
	Source    string   `json:"source"`
	Proposal  int      `json:"proposal,omitempty"`
	Approvals []string `json:"approvals,omitempty"`
}

// body is what the fact says of the file.
type body struct {
	Version int    `json:"version"`
	SHA256  string `json:"sha256"`
	From    string `json:"from"`
	Reason  string `json:"reason,omitempty"`
	// The proposal that it comes of and the facts that approved it; without them
	// where the file was taken in as it is.
	Proposal  int      `json:"proposal,omitempty"`
	Approvals []string `json:"approvals,omitempty"`
}

// Kinds are the kinds of fact to be given to the ledger.
func (s *Store) Kinds() []ledger.Kind {
	return []ledger.Kind{
		s.versionKind(), s.proposalKind(), s.decisionKind(KindAgency, opAgree), s.decisionKind(KindDepartment, opApprove),
		withdrawalKind(s),
	}
}

func (s *Store) versionKind() ledger.Kind {
	return ledger.Kind{
		Name:      KindVersion,
		Operation: opManage,
		Contract: func(_ context.Context, s ledger.Submission) (*contract.Contract, error) {
			c, _, err := read(s.Body)
			return c, err
		},
		Goal:   ofTheWhole,
		Check:  s.check,
		Beside: beside,
	}
}

// read parses the file in a submission's body.
func read(text json.RawMessage) (*contract.Contract, submitted, error) {
	var s submitted
	if err := json.Unmarshal(text, &s); err != nil {
		return nil, s, fault.Fields(fault.Field{Path: "body", Code: "fact.body-not-json"})
	}
	c, problems := contract.Parse(sourceName, []byte(s.Source))
	if problems.HasErrors() {
		return nil, s, fault.New(fault.Invalid, "contract.faulty", nil).Because(problems)
	}
	return c, s, nil
}

// check lets versions come one by one from 1 on, each for its own contract and
// each keeping what the earlier ones agreed.
func (s *Store) check(ctx context.Context, m ledger.Moment) (any, error) {
	c, sent, err := read(m.Submission.Body)
	if err != nil {
		return nil, err
	}
	if c.ID != m.Submission.Contract || strconv.Itoa(c.Version) != m.Submission.Subject {
		return nil, fault.New(fault.Invalid, "contract.version-mislabelled", nil)
	}
	known, err := m.Facts.Newest(ctx, c.ID, m.Now, KindVersion)
	if err != nil {
		return nil, err
	}
	if m.Previous != nil {
		return nil, used(c.Version)
	}
	earlier, err := s.earlier(ctx, c.ID)
	if err != nil {
		return nil, err
	}
	if len(earlier) != len(known) { // one came in at this moment
		return nil, skipped(c, following(known), nil)
	}
	if err := follows([]byte(sent.Source), c, earlier); err != nil {
		return nil, err
	}
	return body{
		Version: c.Version, SHA256: contract.Hash([]byte(sent.Source)), From: firstDay(c).String(), Reason: reason(c),
		Proposal: sent.Proposal, Approvals: sent.Approvals,
	}, nil
}

// follows judges a file as the version that comes after the earlier ones. The
// fault carries contract.Problems with their lines.
func follows(source []byte, c *contract.Contract, earlier []*contract.Contract) error {
	_, problems := contract.ParseNext(sourceName, source, earlier)
	switch {
	case !problems.HasErrors():
		return nil
	case c.Version != contract.Next(earlier):
		return skipped(c, contract.Next(earlier), problems)
	}
	return fault.New(fault.Invalid, "contract.faulty", nil).Because(problems)
}

func used(version int) error {
	return fault.New(fault.Conflict, "contract.version-used", fault.Params{"version": version})
}

func skipped(c *contract.Contract, next int, because error) error {
	f := fault.New(fault.Conflict, "contract.version-skipped", fault.Params{"version": c.Version, "next": next})
	return f.Because(because)
}

// following is the number that comes after the last version's.
func following(known []ledger.Fact) int {
	next := 1
	for _, f := range known {
		if f.Kind != KindVersion {
			continue
		}
		if n, err := strconv.Atoi(f.Subject); err == nil {
			next = max(next, n+1)
		}
	}
	return next
}

const insertVersion = `
INSERT INTO contract_versions (contract_id, version, from_day, source, sha256, fact_id)
VALUES ($1, $2, $3, $4, sha256(convert_to($4, 'UTF8')), $5)`

// beside keeps the file in the fact's transaction.
func beside(m ledger.Moment, f ledger.Fact) ([]ledger.Statement, error) {
	c, s, err := read(m.Submission.Body)
	if err != nil {
		return nil, err
	}
	return []ledger.Statement{{SQL: insertVersion, Args: []any{f.Contract, c.Version, firstDay(c).String(), s.Source, f.ID}}}, nil
}
