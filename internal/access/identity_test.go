package access_test

import (
	"encoding/json"
	"fmt"
	"testing"

	"opfyldt/internal/access"
)

func TestIdentityFromClaims(t *testing.T) {
	plain := access.Claims{Roles: "roles", Goals: "opfyldt_goals", Contracts: "opfyldt_contracts", Name: "name"}
	with := func(change func(*access.Claims)) access.Claims { c := plain; change(&c); return c }
	mapped := with(func(c *access.Claims) {
		c.Roles, c.RoleMap = "groups", map[string]string{"CN=CPR Leads,OU=x": "lead", "CPR Audit": "auditor"}
	})
	tests := []struct {
		name   string
		claims access.Claims
		token  string
		want   string // name, roles, goals, contracts
	}{
		{"lists", plain, `{"sub":"s","name":"Sam","roles":["auditor","lead"],"opfyldt_goals":["1","2"],"opfyldt_contracts":["*"]}`, `Sam [lead auditor] [1 2] [*]`},
		{"texts with spaces or commas", plain, `{"sub":"s","roles":"lead auditor","opfyldt_goals":"1,2 3"}`, `s [lead auditor] [1 2 3] []`},
		{"a way into objects", with(func(c *access.Claims) { c.Roles = "realm_access.roles" }), `{"sub":"s","realm_access":{"roles":["admin","offline_access"]}}`, `s [admin] [] []`},
		{"a name with dots of its own", with(func(c *access.Claims) { c.Roles = "https://a.example/roles" }), `{"sub":"s","https://a.example/roles":["lead"]}`, `s [lead] [] []`},
		{"an object with a key for each", plain, `{"sub":"s","roles":{"lead":{"org":"1"},"other":{}}}`, `s [lead] [] []`},
		{"directory names", mapped, `{"sub":"s","groups":["CN=CPR Leads,OU=x","CPR Audit","else"]}`, `s [lead auditor] [] []`},
		{"one directory name as text", mapped, `{"sub":"s","groups":"CPR Audit"}`, `s [auditor] [] []`},
		{"roles of nobody's", plain, `{"sub":"s","roles":["root","LEAD",7,null,""]}`, `s [] [] []`},
		{"wrong kinds of values", plain, `{"sub":"s","name":7,"roles":7,"opfyldt_goals":true,"opfyldt_contracts":null}`, `s [] [] []`},
		{"admin by subject", with(func(c *access.Claims) { c.Admins = []string{"s"} }), `{"sub":"s","roles":["lead"]}`, `s [lead admin] [] []`},
		{"admin by another's subject", with(func(c *access.Claims) { c.Admins = []string{"t"} }), `{"sub":"s"}`, `s [] [] []`},
		{"a name where the claim is missing", plain, `{"sub":"s","preferred_username":" sam "}`, `sam [] [] []`},
		{"no claim asked for", access.Claims{}, `{"sub":"s","":["lead"],"roles":["lead"]}`, `s [] [] []`},
		{"a way into a text", with(func(c *access.Claims) { c.Roles = "name.roles" }), `{"sub":"s","name":"Sam"}`, `Sam [] [] []`},
	}
	for _, tt := range tests {
		claims := map[string]any{}
		if err := json.Unmarshal([]byte(tt.token), &claims); err != nil {
			t.Fatal(err)
		}
		id := tt.claims.Identity(claims)
		if got := fmt.Sprint(id.Name, " ", id.Roles, " ", id.Goals, " ", id.Contracts); got != tt.want || id.Subject != "s" {
			t.Errorf("%s: %s of %q, want %s", tt.name, got, id.Subject, tt.want)
		}
	}
}

func TestGrantsStandInWhereTheProviderIsSilent(t *testing.T) {
	row := func(kind, value string, granted bool) access.Grant {
		return access.Grant{Kind: kind, Value: value, Granted: granted}
	}
	tests := []struct {
		name   string
		id     access.Identity
		grants []access.Grant
		want   string
	}{
		{"nothing", access.Identity{}, nil, "[] [] []"},
		{"all granted", access.Identity{}, []access.Grant{row("role", "lead", true), row("goal", "2", true), row("goal", "1", true), row("contract", "*", true)}, "[lead] [1 2] [*]"},
		{"the provider's roles rule", access.Identity{Roles: []access.Role{access.Auditor}}, []access.Grant{row("role", "admin", true), row("goal", "1", true)}, "[auditor] [1] []"},
		{"taken back", access.Identity{}, []access.Grant{row("role", "lead", true), row("role", "lead", false)}, "[] [] []"},
		{"given again", access.Identity{}, []access.Grant{row("role", "lead", false), row("role", "lead", true)}, "[lead] [] []"},
		{"a role there is not", access.Identity{}, []access.Grant{row("role", "boss", true)}, "[] [] []"},
	}
	for _, tt := range tests {
		p := tt.id.With(tt.grants)
		if got := fmt.Sprint(p.Roles, p.Goals, p.Contracts); got != tt.want {
			t.Errorf("%s: %s, want %s", tt.name, got, tt.want)
		}
	}
}
