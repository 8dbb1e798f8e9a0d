package access

// Role is one of the five parts that people play.
type Role string

// The roles, in the order in which a permission names the one that allowed it.
const (
	Lead       Role = "lead"       // reports on the goals given to it
	Auditor    Role = "auditor"    // reads everything and verifies
	Management Role = "management" // assesses
	Department Role = "department" // reads for the owner of the contract
	Admin      Role = "admin"      // keeps contracts' files and access; reports nothing
)

// Roles lists all roles in the table's order.
func Roles() []Role { return []Role{Lead, Auditor, Management, Department, Admin} }

// Reach is how far a role's permission for an operation goes.
type Reach int

// The reaches.
const (
	None Reach = iota
	Own        // the goals (for tokens: the tokens) that are the person's own
	All        // everything in the contracts that the person sees
)

// Reaches holds one reach for each role, in the order of Roles.
type Reaches [5]Reach

// Row is one operation of the permission table.
type Row struct {
	Operation string
	Public    bool // needs no login
	Contract  bool // is done to one contract, so that access to it counts
	Reach     Reaches
}

// Table returns the whole of what anybody may do. Beside it stands one rule
// that no table can hold: nobody verifies what they recorded themselves.
func Table() []Row {
	const in, out = true, false // the operation is done to a contract, or not
	return []Row{
		//                             lead auditor management department admin
		{"health", true, out, Reaches{All, All, All, All, All}},
		{"survey.answer", true, out, Reaches{All, All, All, All, All}},
		{"spotcheck.answer", true, out, Reaches{All, All, All, All, All}},
		{"session.read", false, out, Reaches{All, All, All, All, All}},
		{"contract.read", false, in, Reaches{All, All, All, All, All}},
		{"contract.manage", false, in, Reaches{None, None, None, None, All}},
		{"contract.draft", false, in, Reaches{None, None, All, None, All}},
		{"contract.propose", false, in, Reaches{None, None, All, None, None}},
		{"contract.agree", false, in, Reaches{None, None, All, None, None}},
		{"contract.approve", false, in, Reaches{None, None, None, All, None}},
		{"ledger.read", false, in, Reaches{All, All, All, All, All}},
		{"ledger.export", false, in, Reaches{None, All, All, All, All}},
		{"milestone.report", false, in, Reaches{Own, None, None, None, None}},
		{"milestone.plan", false, in, Reaches{Own, None, None, None, None}},
		{"milestone.verify", false, in, Reaches{All, All, None, None, None}},
		{"result.report", false, in, Reaches{Own, None, None, None, None}},
		{"survey.run", false, in, Reaches{Own, None, None, None, None}},
		{"survey.audit", false, in, Reaches{None, All, None, None, None}},
		{"spotcheck.read", false, in, Reaches{Own, All, All, All, None}},
		{"spotcheck.plan", false, in, Reaches{None, All, None, None, None}},
		{"spotcheck.review", false, in, Reaches{None, All, None, None, None}},
		{"spotcheck.measure", false, in, Reaches{Own, All, All, None, None}},
		{"spotcheck.countersign", false, in, Reaches{None, All, None, None, None}},
		{"spotcheck.respond", false, in, Reaches{None, None, All, None, None}},
		{"result.verify", false, in, Reaches{All, All, None, None, None}},
		{"evidence.add", false, in, Reaches{Own, All, All, None, None}},
		{"goal.assess", false, in, Reaches{None, None, All, None, None}},
		{"discussion.write", false, in, Reaches{All, All, All, All, None}},
		{"token.manage", false, out, Reaches{Own, Own, Own, Own, All}},
		{"service.read", false, out, Reaches{None, None, None, None, All}},
		{"access.read", false, out, Reaches{None, None, None, None, All}},
		{"access.grant", false, out, Reaches{None, None, None, None, All}},
	}
}
