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

// submitted is what a submission's body holds: the file itself, which is kept
// beside the fact.
type submitted struct {
	Source string `json:"source"`
}

// body is what the fact says of the file.
type body struct {
	Version int    `json:"version"`
	SHA256  string `json:"sha256"`
	From    string `json:"from"`
	Reason  string `json:"reason,omitempty"`
}

// Kind is the kind of fact to be given to the ledger.
func Kind() ledger.Kind {
	return ledger.Kind{
		Name:      KindVersion,
		Operation: opManage,
		Contract: func(_ context.Context, s ledger.Submission) (*contract.Contract, error) {
			c, _, err := read(s.Body)
			return c, err
		},
		Goal:   func(*contract.Contract, string) (string, error) { return "", nil },
		Check:  check,
		Beside: beside,
	}
}

// read parses the file in a submission's body.
func read(text json.RawMessage) (*contract.Contract, string, error) {
	var s submitted
	if err := json.Unmarshal(text, &s); err != nil {
		return nil, "", fault.Fields(fault.Field{Path: "body", Code: "fact.body-not-json"})
	}
	c, problems := contract.Parse("contract", []byte(s.Source))
	if problems.HasErrors() {
		return nil, "", fault.New(fault.Invalid, "contract.faulty", nil).Because(problems)
	}
	return c, s.Source, nil
}

// check lets versions come one by one, each for its own contract. The first may
// be any: a contract can have been amended before it was taken in.
func check(ctx context.Context, m ledger.Moment) (any, error) {
	c, source, err := read(m.Submission.Body)
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
		return nil, fault.New(fault.Conflict, "contract.version-used", fault.Params{"version": c.Version})
	}
	if next := following(known); next != 0 && c.Version != next {
		return nil, fault.New(fault.Conflict, "contract.version-skipped",
			fault.Params{"version": c.Version, "next": next})
	}
	return body{Version: c.Version, SHA256: contract.Hash([]byte(source)), From: firstDay(c).String(), Reason: reason(c)}, nil
}

// following is the number that comes after the last version's; 0 while there is
// none, for a contract may have been amended before anybody tracked it here.
func following(known []ledger.Fact) int {
	next := 0
	for _, f := range known {
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
	c, source, err := read(m.Submission.Body)
	if err != nil {
		return nil, err
	}
	return []ledger.Statement{{SQL: insertVersion, Args: []any{f.Contract, c.Version, firstDay(c).String(), source, f.ID}}}, nil
}
