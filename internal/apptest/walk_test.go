package apptest

import (
	"encoding/json"
	"fmt"
	"net/http"
	"strings"
	"testing"
	"time"

	"opfyldt/internal/access"
	"opfyldt/internal/accesstest"
	"opfyldt/internal/web"
)

// users are the development provider's, one of each role.
var users = map[access.Role]string{
	access.Lead: "lead", access.Auditor: "auditor", access.Management: "management", access.Department: "department", access.Admin: "admin",
}

// Every route is asked by every role, with a session, with a token for one
// contract and with one for another, and by nobody. What must come of it is
// read from the permission table.
func TestEveryRouteWithEveryRole(t *testing.T) {
	t.Parallel()
	h := New(t)
	w := &walk{t: t, h: h}
	nobody := h.Nobody()
	sessions, ours, others := map[access.Role]*Client{}, map[access.Role]*Client{}, map[access.Role]*Client{}
	for role, user := range users {
		sessions[role] = h.As(user)
		ours[role] = h.WithToken(w.token(sessions[role], role, Contract))
		others[role] = h.WithToken(w.token(sessions[role], role, Other))
	}
	for _, route := range h.App.Routes() {
		if !strings.HasPrefix(route.Path, "/api/v1/") {
			continue
		}
		if route.Public {
			w.see(route, "nobody", w.ask(nobody, route, Contract), "let in")
			continue
		}
		w.see(route, "nobody", w.ask(nobody, route, Contract), "unknown")
		w.see(route, "a made-up token", w.ask(h.WithToken(madeUp(t)), route, Contract), "unknown")
		for _, role := range access.Roles() {
			want := expected(t, route.Operation, role)
			w.see(route, string(role), w.ask(sessions[role], route, Contract), want)
			if access.ByHandOnly(route.Operation) {
				want = "forbidden"
			}
			w.see(route, string(role)+" by token", w.ask(ours[role], route, Contract), want)
			if strings.Contains(route.Path, "{contract}") {
				w.hidden(route, role, others[role])
			}
		}
	}
	t.Logf("%d combinations of route and person checked", w.count)
	fmt.Printf("route x role walk: %d combinations checked\n", w.count)
}

type walk struct {
	t     *testing.T
	h     *House
	count int
}

// expected reads the table: whoever reaches anything is let in, for whether it
// is their own is asked later.
func expected(t *testing.T, operation string, role access.Role) string {
	t.Helper()
	for _, row := range access.Table() {
		if row.Operation != operation {
			continue
		}
		for i, r := range access.Roles() {
			if r == role && row.Reach[i] != access.None {
				return "let in"
			}
		}
		return "forbidden"
	}
	t.Fatalf("operation %q is not in the table", operation)
	return ""
}

// ask sends the least that the route takes; what it says beyond the permission
// does not matter here.
func (w *walk) ask(c *Client, route web.Registered, contractID string) accesstest.Answer {
	path := strings.NewReplacer("{contract}", contractID, "{goal}", "2", "{step}", "none", "{item}", "none", "{requirement}", "none",
		"{fact}", NewID(), "{question}", "none", "{token}", NewID(), "{version}", "1", "{amendment}", "1", "{round}", "none", "{number}", "1", "{clause}", "a", "{letter}", "result").Replace(route.Path)
	if strings.Contains(path, "{") {
		w.t.Fatalf("%s has a parameter that the walk does not know", route.Path)
	}
	body := ""
	if route.Method == http.MethodPost {
		body = "{}"
	}
	return c.Send(route.Method, path, body)
}

// see compares what came of a request with what must.
func (w *walk) see(route web.Registered, who string, a accesstest.Answer, want string) {
	w.t.Helper()
	w.count++
	got := "let in"
	switch {
	case a.StatusCode == http.StatusUnauthorized:
		got = "unknown"
	case a.StatusCode == http.StatusForbidden:
		got = "forbidden"
	case a.StatusCode >= 500:
		got = "broken"
	}
	if got != want {
		w.t.Errorf("%s %s as %s: %s (%d), want %s: %.200s", route.Method, route.Path, who, got, a.StatusCode, want, a.Text)
	}
}

// hidden checks that a contract of others looks as one that does not exist.
func (w *walk) hidden(route web.Registered, role access.Role, c *Client) {
	w.t.Helper()
	there, nowhere := w.ask(c, route, Contract), w.ask(c, route, "no-such-contract")
	w.count += 2
	if there.StatusCode != http.StatusNotFound || nowhere.StatusCode != http.StatusNotFound || without(there.Text) != without(nowhere.Text) {
		w.t.Errorf("%s %s as %s of another contract: %d %s, of none: %d %s", route.Method, route.Path, role,
			there.StatusCode, there.Text, nowhere.StatusCode, nowhere.Text)
	}
}

// without takes the request's own id out of a problem.
func without(problem string) string {
	var fields map[string]any
	if err := json.Unmarshal([]byte(problem), &fields); err != nil {
		return problem
	}
	delete(fields, "requestId")
	text, err := json.Marshal(fields)
	if err != nil {
		return problem
	}
	return string(text)
}

// token makes a token with everything that the role may do, in one contract.
func (w *walk) token(c *Client, role access.Role, contractID string) string {
	w.t.Helper()
	var operations []string
	for _, row := range access.Table() {
		if !row.Public && !access.ByHandOnly(row.Operation) && expected(w.t, row.Operation, role) == "let in" {
			operations = append(operations, row.Operation)
		}
	}
	var made struct{ Secret string }
	c.Post("/tokens", map[string]any{
		"name": "walk " + contractID, "operations": operations, "contracts": []string{contractID}, "goals": []string{"*"},
		"expires": time.Now().Add(time.Hour).UTC().Format(time.RFC3339),
	}, http.StatusCreated, &made)
	return made.Secret
}

func madeUp(t *testing.T) string {
	t.Helper()
	secret, _, err := access.NewSecret()
	if err != nil {
		t.Fatal(err)
	}
	return secret
}
