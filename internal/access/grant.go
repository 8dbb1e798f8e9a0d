package access

import (
	"slices"
	"strings"
	"time"

	"opfyldt/internal/fault"
	"opfyldt/internal/intake"
)

// The kinds of things that are granted.
const (
	GrantRole     = "role"
	GrantGoal     = "goal"
	GrantContract = "contract"
)

// Grant is one row of the fallback table: an administrator gave somebody
// something, or took it back. The newest row for a subject, kind and value
// holds.
type Grant struct {
	ID      string
	At      time.Time
	By      string // the administrator's subject
	ByName  string
	Subject string
	Kind    string
	Value   string
	Granted bool // false: taken back
}

// Check applies the rules for a new row.
func (g Grant) Check() error {
	var wrong []fault.Field
	if strings.TrimSpace(g.Subject) == "" || len(g.Subject) > 255 {
		wrong = append(wrong, fault.Field{Path: "body.subject", Code: "access.grant.subject"})
	}
	for field, text := range map[string]string{"subject": g.Subject, "value": g.Value} {
		if code := intake.Refused(text); code != "" {
			return fault.Fields(fault.Field{Path: "body." + field, Code: code})
		}
	}
	switch g.Kind {
	case GrantRole:
		if !slices.Contains(Roles(), Role(g.Value)) {
			wrong = append(wrong, fault.Field{Path: "body.value", Code: "access.grant.role", Params: fault.Params{"value": plain(g.Value)}})
		}
	case GrantGoal, GrantContract:
		if g.Value == "" || len(g.Value) > 100 || strings.ContainsAny(g.Value, " ,") {
			wrong = append(wrong, fault.Field{Path: "body.value", Code: "access.grant.value"})
		}
	default:
		wrong = append(wrong, fault.Field{Path: "body.kind", Code: "access.grant.kind", Params: fault.Params{"value": plain(g.Kind)}})
	}
	return fault.Fields(wrong...)
}

// With makes the person of the moment: what the provider says and, for each of
// roles, goals and contracts where it says nothing, what was granted. Grants
// are in the order of their rows.
func (id Identity) With(grants []Grant) Person {
	p := Person{ID: id.Subject, FullName: id.Name, Roles: id.Roles, Goals: id.Goals, Contracts: id.Contracts}
	if len(p.Roles) == 0 {
		given := held(grants, GrantRole)
		for _, role := range Roles() {
			if slices.Contains(given, string(role)) {
				p.Roles = append(p.Roles, role)
			}
		}
	}
	if len(p.Goals) == 0 {
		p.Goals = held(grants, GrantGoal)
	}
	if len(p.Contracts) == 0 {
		p.Contracts = held(grants, GrantContract)
	}
	return p
}

// held returns the values of a kind whose newest row gives them, sorted.
func held(grants []Grant, kind string) []string {
	newest := map[string]bool{}
	for _, g := range grants {
		if g.Kind == kind {
			newest[g.Value] = g.Granted
		}
	}
	var values []string
	for value, granted := range newest {
		if granted {
			values = append(values, value)
		}
	}
	slices.Sort(values)
	return values
}
