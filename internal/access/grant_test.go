package access_test

import (
	"errors"
	"net/http"
	"slices"
	"strings"
	"testing"

	"github.com/google/uuid"
	"github.com/jackc/pgx/v5"
	"github.com/jackc/pgx/v5/pgconn"

	"opfyldt/internal/access"
	"opfyldt/internal/accesstest"
)

func id(t *testing.T) string {
	t.Helper()
	v, err := uuid.NewV7()
	if err != nil {
		t.Fatal(err)
	}
	return v.String()
}

// Somebody whom the provider gives no role comes, is noted, gets what they need
// from an administrator, and loses it again at once.
func TestAdministratorGrantsAndTakesBack(t *testing.T) {
	t.Parallel()
	c := newCrooked(t)
	roles := []string{}
	c.change = func(claims map[string]any) { claims["roles"] = roles; delete(claims, "opfyldt_contracts") }
	h := accesstest.New(t, c.settings)
	newcomer := accesstest.NewBrowser(t)
	wantFailure(t, newcomer.Get(throughCrooked(newcomer, h)), "5 of 5", "Your id at the login provider is s1.")

	admin := accesstest.NewBrowser(t)
	c.change = func(claims map[string]any) { claims["sub"], claims["roles"] = "boss", []string{"admin"} }
	admin.Get(throughCrooked(admin, h))
	c.change = func(claims map[string]any) { claims["roles"] = roles; delete(claims, "opfyldt_contracts") }
	var people access.PeopleList
	if admin.Call("GET", api(h, "/access/people"), nil, &people); len(people.People) != 2 || people.People[1].Subject != "s1" {
		t.Fatalf("people %+v", people)
	}
	give := func(kind, value string, granted bool) {
		t.Helper()
		ask := access.NewGrant{ID: id(t), Subject: "s1", Kind: kind, Value: value, Granted: granted}
		if status := admin.Call("POST", api(h, "/access/grants"), ask, nil); status != http.StatusCreated {
			t.Fatalf("grant %s %s: %d", kind, value, status)
		}
	}
	give("role", "lead", true)
	give("goal", "2", true)
	give("contract", "cpr-2014", true)
	newcomer.Get(throughCrooked(newcomer, h))
	home := h.Public.String() + "/"
	if got, want := newcomer.Get(home).Header.Get("X-Person"), `"Sam" ["lead"] ["2"] ["cpr-2014"]`; got != want {
		t.Errorf("person %s, want %s", got, want)
	}
	give("goal", "2", false)
	give("role", "auditor", true)
	if got, want := newcomer.Get(home).Header.Get("X-Person"), `"Sam" ["lead" "auditor"] [] ["cpr-2014"]`; got != want {
		t.Errorf("person %s, want %s", got, want)
	}
	give("role", "lead", false)
	give("role", "auditor", false)
	if status := newcomer.Call("GET", api(h, "/session"), nil, nil); status != http.StatusForbidden {
		t.Errorf("without a role: %d", status)
	}
	var rows access.GrantList
	if admin.Call("GET", api(h, "/access/grants"), nil, &rows); len(rows.Grants) != 7 || rows.Grants[0].By != "boss" || rows.Grants[3].Granted {
		t.Errorf("rows %+v", rows)
	}
}

func TestGrantsAreWrittenOnce(t *testing.T) {
	t.Parallel()
	h := accesstest.New(t, nil)
	admin := accesstest.NewBrowser(t)
	admin.LogIn(h, "admin", "/")
	ask := access.NewGrant{ID: id(t), Subject: "s1", Kind: "role", Value: "lead", Granted: true}
	var first, second access.GrantLine
	admin.Call("POST", api(h, "/access/grants"), ask, &first)
	admin.Call("POST", api(h, "/access/grants"), ask, &second)
	if first != second || first.ID != ask.ID {
		t.Errorf("the same again: %+v, then %+v", first, second)
	}
	ask.Value = "admin"
	if status := admin.Call("POST", api(h, "/access/grants"), ask, nil); status != http.StatusConflict {
		t.Errorf("the same id for another role: %d", status)
	}
	for _, statement := range []string{`UPDATE access_grants SET value = 'admin'`, `DELETE FROM access_grants`, `TRUNCATE access_grants`,
		`DELETE FROM access_tokens`, `UPDATE access_tokens SET expires = now()`, `DELETE FROM access_token_uses`, `DELETE FROM access_token_revocations`} {
		for role, conn := range map[string]*pgx.Conn{"service": h.Database.Service(t), "owner": h.Database.Owner(t)} {
			_, err := conn.Exec(t.Context(), statement)
			if refused, ok := errors.AsType[*pgconn.PgError](err); !ok || refused.Code != "42501" {
				t.Errorf("%s: %s: %v", role, statement, err)
			}
		}
	}
}

func TestWrongGrantsAreRefused(t *testing.T) {
	t.Parallel()
	h := accesstest.New(t, nil)
	admin, lead := accesstest.NewBrowser(t), accesstest.NewBrowser(t)
	admin.LogIn(h, "admin", "/")
	lead.LogIn(h, "lead", "/")
	good := access.NewGrant{ID: id(t), Subject: "s1", Kind: "role", Value: "lead", Granted: true}
	for name, change := range map[string]func(*access.NewGrant){
		"no id":                  func(g *access.NewGrant) { g.ID = "1" },
		"nobody":                 func(g *access.NewGrant) { g.Subject = "" },
		"a role there is not":    func(g *access.NewGrant) { g.Value = "boss" },
		"a kind there is not":    func(g *access.NewGrant) { g.Kind = "thing" },
		"a goal with a space":    func(g *access.NewGrant) { g.Kind, g.Value = "goal", "1 2" },
		"a person number for id": func(g *access.NewGrant) { g.Subject = "010114" + "-1234" },
	} {
		ask := good
		change(&ask)
		if status := admin.Call("POST", api(h, "/access/grants"), ask, nil); status != http.StatusUnprocessableEntity {
			t.Errorf("%s: %d", name, status)
		}
	}
	if status := lead.Call("POST", api(h, "/access/grants"), good, nil); status != http.StatusForbidden {
		t.Errorf("by a lead: %d", status)
	}
	if status := lead.Call("GET", api(h, "/access/people"), nil, nil); status != http.StatusForbidden {
		t.Errorf("people, by a lead: %d", status)
	}
}

func TestSessionAndTable(t *testing.T) {
	t.Parallel()
	h := accesstest.New(t, nil)
	b := accesstest.NewBrowser(t)
	if status := b.Call("GET", api(h, "/session"), nil, nil); status != http.StatusUnauthorized {
		t.Errorf("nobody's session: %d", status)
	}
	b.LogIn(h, "management", "/")
	var s access.Session
	b.Call("GET", api(h, "/session"), nil, &s)
	if s.Subject != "management" || s.Name != "Mette Munk" || !slices.Equal(s.Roles, []string{"management"}) || len(s.Contracts) != 2 || !s.Demo {
		t.Errorf("session %+v", s)
	}
	if want := "health survey.answer spotcheck.answer session.read contract.read contract.draft contract.propose contract.agree ledger.read ledger.export spotcheck.read spotcheck.measure spotcheck.respond evidence.add goal.assess discussion.write token.manage"; strings.Join(s.Operations, " ") != want {
		t.Errorf("may %v, want %s", s.Operations, want)
	}
	var table access.AccessTable
	b.Call("GET", api(h, "/access/table"), nil, &table)
	if len(table.Rows) != len(access.Table()) || len(table.Roles) != 5 || table.Rows[1].Reach["lead"] != "all" {
		t.Errorf("table %+v", table)
	}
}
