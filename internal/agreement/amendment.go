package agreement

import (
	"encoding/json"
	"strconv"

	"opfyldt/internal/calendar"
	"opfyldt/internal/ledger"
	"opfyldt/internal/record"
)

// The kinds of fact that an amendment is made of, and the contract itself where
// its parties sign it here. Their subject is the proposal's number, from 1.
const (
	KindProposal   = "contract.proposal"
	KindAgency     = "contract.agency-approval"
	KindDepartment = "contract.department-approval"
	KindWithdrawal = "contract.withdrawal"
)

// The operations of the permission table that allow them.
const (
	opRead    = "contract.read"
	opDraft   = "contract.draft"
	opPropose = "contract.propose"
	opAgree   = "contract.agree"
	opApprove = "contract.approve"
)

// State is where a proposal stands.
type State string

// The states. The last four are ends.
const (
	Nowhere   State = "[*]"
	Proposed  State = "proposed"  // waits for both parties
	Agreed    State = "agreed"    // by the agency; waits for the department
	Approved  State = "approved"  // by the department; waits for the agency
	Concluded State = "concluded" // by both: it is the next version
	Refused   State = "refused"   // by one of them
	Withdrawn State = "withdrawn" // by the agency's management
	Replaced  State = "replaced"  // by a newer draft of the contract itself
)

// Move is a named transition of a proposal.
type Move struct {
	Name     string
	From, To State
}

// Moves lists every transition; what is not in it cannot be recorded.
func Moves() []Move {
	return []Move{
		{"propose", Nowhere, Proposed},
		{"agree", Proposed, Agreed},
		{"approve", Proposed, Approved},
		{"approve", Agreed, Concluded},
		{"agree", Approved, Concluded},
		{"refuse", Proposed, Refused},
		{"refuse", Agreed, Refused},
		{"refuse", Approved, Refused},
		{"withdraw", Proposed, Withdrawn},
		{"withdraw", Agreed, Withdrawn},
		{"withdraw", Approved, Withdrawn},
		{"replace", Proposed, Replaced},
		{"replace", Agreed, Replaced},
		{"replace", Approved, Replaced},
	}
}

// target is where a move leads from a state; false where it is not possible.
func target(from State, move string) (State, bool) {
	for _, m := range Moves() {
		if m.From == from && m.Name == move {
			return m.To, true
		}
	}
	return from, false
}

// Proposal is the body of a contract.proposal. The file itself is kept beside
// the fact, which states its hash.
type Proposal struct {
	Base    int           `json:"base"` // the version that it changes; 0 where it is the contract itself
	SHA256  string        `json:"sha256"`
	From    calendar.Date `json:"from"` // the first day on which it is to hold
	Reason  string        `json:"reason"`
	Changes []string      `json:"changes"` // in the contract's language
}

// Founds reports whether it is the contract itself, to be signed by both.
func (p Proposal) Founds() bool { return p.Base == 0 }

// Verdict is what a party says of a proposal.
type Verdict string

// The verdicts.
const (
	Yes Verdict = "approved"
	No  Verdict = "refused"
)

// Decision is the body of a party's approval or refusal.
type Decision struct {
	Verdict Verdict `json:"verdict" enum:"approved,refused"`
	Reason  string  `json:"reason,omitempty"`
	SHA256  string  `json:"sha256"`          // of the file that was decided on
	Signs   bool    `json:"signs,omitempty"` // the contract itself
}

// Withdrawal is the body of a contract.withdrawal.
type Withdrawal struct {
	Reason string `json:"reason"`
}

// Amendment is a proposal with everything that was said of it.
type Amendment struct {
	Number     int
	Proposal   Proposal
	Fact       ledger.Fact
	Agency     *Said
	Department *Said
	Withdrawal *ledger.Fact
	Replaced   bool // a newer draft of the contract itself has come
}

// Said is a party's decision with its fact.
type Said struct {
	Decision
	Fact ledger.Fact
}

// State is where the proposal stands, by the moves that its facts are.
func (a *Amendment) State() State {
	state := Proposed
	for _, said := range []struct {
		move string
		*Said
	}{{"agree", a.Agency}, {"approve", a.Department}} {
		if said.Said == nil {
			continue
		}
		move := said.move
		if said.Verdict == No {
			move = "refuse"
		}
		state, _ = target(state, move)
	}
	if a.Withdrawal != nil {
		state, _ = target(state, "withdraw")
	}
	if a.Replaced {
		state, _ = target(state, "replace")
	}
	return state
}

// Open reports whether something can still become of the proposal.
func (a *Amendment) Open() bool {
	_, open := target(a.State(), "withdraw")
	return open
}

// of returns the party's decision; nil while there is none.
func (a *Amendment) of(kind string) *Said {
	if kind == KindAgency {
		return a.Agency
	}
	return a.Department
}

// other is the kind of the other party's decision.
func other(kind string) string {
	if kind == KindAgency {
		return KindDepartment
	}
	return KindAgency
}

// amendmentKinds are the kinds that an amendment is read from.
func amendmentKinds() []string {
	return []string{KindProposal, KindAgency, KindDepartment, KindWithdrawal}
}

// Amendments reads the proposals from the newest facts of their kinds, by
// number.
func Amendments(facts []ledger.Fact) []*Amendment {
	agency, department := record.Newest(facts, KindAgency), record.Newest(facts, KindDepartment)
	withdrawals := record.Newest(facts, KindWithdrawal)
	proposals := record.Newest(facts, KindProposal)
	var list []*Amendment
	for n := 1; n <= len(proposals); n++ {
		subject := strconv.Itoa(n)
		f := proposals[subject]
		if f == nil {
			continue
		}
		a := &Amendment{Number: n, Fact: *f, Agency: saidOf(agency[subject]), Department: saidOf(department[subject]),
			Withdrawal: withdrawals[subject]}
		if json.Unmarshal(f.Body, &a.Proposal) == nil {
			list = append(list, a)
		}
	}
	replace(list)
	return list
}

// replace marks the drafts of the contract itself that a newer one follows: what
// was signed of an earlier one says nothing of it.
func replace(list []*Amendment) {
	newer := false
	for i := len(list) - 1; i >= 0; i-- {
		if list[i].Proposal.Founds() {
			list[i].Replaced = newer
			newer = true
		}
	}
}

func saidOf(f *ledger.Fact) *Said {
	if f == nil {
		return nil
	}
	s := &Said{Fact: *f}
	if json.Unmarshal(f.Body, &s.Decision) != nil {
		return nil
	}
	return s
}

// numbered finds a proposal by its number as addresses and facts write it.
func numbered(list []*Amendment, subject string) *Amendment {
	for _, a := range list {
		if strconv.Itoa(a.Number) == subject {
			return a
		}
	}
	return nil
}
