package access_test

import (
	"slices"
	"strings"
	"testing"
	"time"

	"opfyldt/internal/access"
	"opfyldt/internal/fault"
	"opfyldt/internal/ledger"
)

// A person is what the ledger asks for rights.
var _ ledger.Person = access.Person{}

// rights writes the permission table out a second time, by hand from what was
// agreed, so that a slip in one of the two shows: a letter for each role in the
// order lead, auditor, management, department, admin; a(ll), o(wn), - none.
var rights = map[string]string{
	"health":                "aaaaa",
	"survey.answer":         "aaaaa",
	"spotcheck.answer":      "aaaaa",
	"session.read":          "aaaaa",
	"contract.read":         "aaaaa",
	"contract.manage":       "----a",
	"contract.draft":        "--a-a",
	"contract.propose":      "--a--",
	"contract.agree":        "--a--",
	"contract.approve":      "---a-",
	"ledger.read":           "aaaaa",
	"ledger.export":         "-aaaa",
	"milestone.report":      "o----",
	"milestone.plan":        "o----",
	"milestone.verify":      "aa---",
	"result.report":         "o----",
	"survey.run":            "o----",
	"survey.audit":          "-a---",
	"spotcheck.read":        "oaaa-",
	"spotcheck.plan":        "-a---",
	"spotcheck.review":      "-a---",
	"spotcheck.measure":     "oaa--",
	"spotcheck.countersign": "-a---",
	"spotcheck.respond":     "--a--",
	"result.verify":         "aa---",
	"goal.assess":           "--a--",
	"evidence.add":          "oaa--",
	"discussion.write":      "aaaa-",
	"token.manage":          "ooooa",
	"service.read":          "----a",
	"access.read":           "----a",
	"access.grant":          "----a",
}

func TestTableSaysWhatWasAgreed(t *testing.T) {
	if got, want := len(access.Table()), len(rights); got != want {
		t.Errorf("table has %d operations, want %d", got, want)
	}
	for _, row := range access.Table() {
		got := ""
		for _, reach := range row.Reach {
			got += map[access.Reach]string{access.None: "-", access.Own: "o", access.All: "a"}[reach]
		}
		if want := rights[row.Operation]; got != want {
			t.Errorf("%s: %s, want %q", row.Operation, got, want)
		}
	}
}

func person(role access.Role, goals ...string) access.Person {
	return access.Person{ID: "p1", FullName: "Pia", Roles: []access.Role{role}, Goals: goals, Contracts: []string{"cpr-2014"}}
}

func TestPermit(t *testing.T) {
	both := access.Person{Roles: []access.Role{access.Lead, access.Management}, Goals: []string{"1"}, Contracts: []string{"*"}}
	narrow := person(access.Lead, "*")
	narrow.Token = &access.Scope{Operations: []string{"milestone.report", "milestone.verify", "contract.read"}, Contracts: []string{"*"}, Goals: []string{"2"}}
	tests := []struct {
		name                      string
		person                    access.Person
		operation, contract, goal string
		role                      string
		kind                      fault.Kind
	}{
		{"lead on own goal", person(access.Lead, "1", "2"), "milestone.report", "cpr-2014", "2", "lead", 0},
		{"lead on another's goal", person(access.Lead, "1", "2"), "milestone.report", "cpr-2014", "3", "", fault.Forbidden},
		{"lead of all goals", person(access.Lead, "*"), "milestone.report", "cpr-2014", "3", "lead", 0},
		{"lead of one contract's goal", person(access.Lead, "cpr-2014:1"), "result.report", "cpr-2014", "1", "lead", 0},
		{"lead of another contract's goal", person(access.Lead, "cpr-2013:1"), "result.report", "cpr-2014", "1", "", fault.Forbidden},
		{"lead of all a contract's goals", person(access.Lead, "cpr-2014:*"), "result.report", "cpr-2014", "1", "lead", 0},
		{"lead without goals", person(access.Lead), "milestone.plan", "cpr-2014", "1", "", fault.Forbidden},
		{"lead of a goal on the contract as a whole", person(access.Lead, "1"), "milestone.report", "cpr-2014", "", "", fault.Forbidden},
		{"lead of all on the contract as a whole", person(access.Lead, "*"), "milestone.report", "cpr-2014", "", "lead", 0},
		{"lead verifies any goal", person(access.Lead, "1"), "milestone.verify", "cpr-2014", "5", "lead", 0},
		{"lead does not export", person(access.Lead, "*"), "ledger.export", "cpr-2014", "", "", fault.Forbidden},
		{"auditor verifies", person(access.Auditor), "result.verify", "cpr-2014", "5", "auditor", 0},
		{"auditor does not report", person(access.Auditor, "*"), "result.report", "cpr-2014", "5", "", fault.Forbidden},
		{"admin reports nothing", person(access.Admin, "*"), "milestone.report", "cpr-2014", "1", "", fault.Forbidden},
		{"second role allows", both, "goal.assess", "x", "1", "management", 0},
		{"another contract", person(access.Admin), "contract.manage", "other", "", "", fault.NotFound},
		{"another contract for one who may nothing there", person(access.Lead), "contract.manage", "other", "", "", fault.NotFound},
		{"no contract in it", person(access.Lead), "session.read", "", "", "lead", 0},
		{"unknown operation", person(access.Admin), "contract.delete", "cpr-2014", "", "", fault.Forbidden},
		{"nobody's role", access.Person{Contracts: []string{"*"}}, "contract.read", "cpr-2014", "", "", fault.Forbidden},
		{"token in its goal", narrow, "milestone.report", "cpr-2014", "2", "lead", 0},
		{"token outside its goal", narrow, "milestone.report", "cpr-2014", "1", "", fault.Forbidden},
		{"token outside its goal, operation on all", narrow, "milestone.verify", "cpr-2014", "1", "", fault.Forbidden},
		{"token reads the contract", narrow, "contract.read", "cpr-2014", "", "lead", 0},
		{"token outside its operations", narrow, "result.report", "cpr-2014", "2", "", fault.Forbidden},
		{"token's creator has no access", narrow, "contract.read", "other", "", "", fault.NotFound},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			role, err := tt.person.Permit(tt.operation, tt.contract, tt.goal)
			if role != tt.role {
				t.Errorf("role %q, want %q (%v)", role, tt.role, err)
			}
			if (err == nil) != (tt.role != "") || err != nil && fault.KindOf(err) != tt.kind {
				t.Errorf("error %v, want kind %v", err, tt.kind)
			}
		})
	}
}

func TestMayAsksForSomeGoal(t *testing.T) {
	narrowed := person(access.Lead, "1")
	narrowed.Token = &access.Scope{Operations: []string{"milestone.report"}, Contracts: []string{"*"}, Goals: []string{"2"}}
	tests := []struct {
		name      string
		person    access.Person
		operation string
		may       bool
	}{
		{"lead of a goal", person(access.Lead, "1"), "milestone.report", true},
		{"lead of a goal elsewhere", person(access.Lead, "cpr-2013:1"), "milestone.report", false},
		{"unknown operation", person(access.Admin), "milestone.delete", false},
		{"lead without goals", person(access.Lead), "milestone.report", false},
		{"auditor", person(access.Auditor), "milestone.verify", true},
		{"token and creator share no goal", narrowed, "milestone.report", false},
	}
	for _, tt := range tests {
		if err := tt.person.May(tt.operation, "cpr-2014"); (err == nil) != tt.may {
			t.Errorf("%s: %v, want may %v", tt.name, err, tt.may)
		}
	}
}

func TestTokenIsShownAsToken(t *testing.T) {
	p := person(access.Lead)
	p.Token = &access.Scope{Name: "nightly"}
	if p.Name() != "token nightly" || p.Subject() != "p1" {
		t.Errorf("token acts as %q (%s), want its own name and its creator's subject", p.Name(), p.Subject())
	}
}

func TestOperationsOfOneContract(t *testing.T) {
	p := person(access.Lead, "cpr-2013:1")
	if got := p.Operations("cpr-2014"); slices.Contains(got, "milestone.report") || !slices.Contains(got, "milestone.verify") {
		t.Errorf("a lead of another contract's goal may %v", got)
	}
	if got := p.Operations("unseen"); slices.Contains(got, "contract.read") || !slices.Contains(got, "session.read") {
		t.Errorf("in a contract they do not see they may %v", got)
	}
}

func TestRightsDifferWithEachRight(t *testing.T) {
	seen := map[string]int{}
	scoped := person(access.Lead, "1")
	scoped.Token = &access.Scope{Operations: []string{"contract.read"}}
	other := person(access.Lead, "1")
	other.ID = "p2"
	for i, p := range []access.Person{person(access.Lead, "1"), person(access.Lead, "2"), person(access.Lead, "1", "2"), person(access.Auditor, "1"), scoped, other} {
		if before, dup := seen[p.Rights()]; dup {
			t.Errorf("persons %d and %d share a key", before, i)
		}
		seen[p.Rights()] = i
	}
}

// Who holds a token cannot make another or give anybody rights, whatever the
// token says.
func TestSomeThingsAreDoneByHandOnly(t *testing.T) {
	admin := access.Person{ID: "a", Roles: []access.Role{access.Admin}, Contracts: []string{"*"}}
	scope := access.Scope{Name: "x", Operations: []string{"access.grant", "token.manage", "access.read"}, Contracts: []string{"*"}, Goals: []string{"*"}}
	byToken := admin
	byToken.Token = &scope
	for operation, want := range map[string]bool{"access.grant": false, "token.manage": false, "access.read": true} {
		if admin.May(operation, "") != nil {
			t.Errorf("%s: an administrator may not", operation)
		}
		if got := byToken.May(operation, "") == nil; got != want || (byToken.Reach(operation) != access.None) != want {
			t.Errorf("%s: by token %v, want %v", operation, got, want)
		}
	}
	now := time.Date(2014, 11, 3, 12, 0, 0, 0, time.UTC)
	err := access.CheckToken(admin, scope, now, now.Add(time.Hour))
	if err == nil || !strings.Contains(err.Error(), "body.operations[0]") || !strings.Contains(err.Error(), "body.operations[1]") || strings.Contains(err.Error(), "[2]") {
		t.Errorf("asking for all three: %v", err)
	}
}
