package access_test

import (
	"encoding/hex"
	"net/http"
	"slices"
	"strings"
	"testing"
	"time"

	"opfyldt/internal/access"
	"opfyldt/internal/accesstest"
	"opfyldt/internal/web"
)

// api returns the address of an API route of the house.
func api(h *accesstest.House, path string) string { return h.Public.String() + "/api/v1" + path }

func newToken(h *accesstest.House) access.NewToken {
	return access.NewToken{Name: "nightly", Operations: []string{"session.read", "milestone.report"},
		Contracts: []string{"cpr-2014"}, Goals: []string{"1"}, Expires: h.Clock.Now().Add(30 * 24 * time.Hour)}
}

func bearer(secret string) []string { return []string{"Authorization", "Bearer " + secret} }

func TestTokensLife(t *testing.T) {
	t.Parallel()
	h := accesstest.New(t, nil)
	b, machine := accesstest.NewBrowser(t), accesstest.NewBrowser(t)
	b.LogIn(h, "lead", "/")
	var made access.MadeToken
	if status := b.Call("POST", api(h, "/tokens"), newToken(h), &made); status != http.StatusCreated {
		t.Fatalf("make: %d", status)
	}
	// 32 random bytes are 43 letters of base64.
	if !strings.HasPrefix(made.Secret, "opf_") || len(made.Secret) != 4+43 {
		t.Errorf("secret of %d letters", len(made.Secret))
	}

	var session access.Session
	if status := machine.Call("GET", api(h, "/session"), nil, &session, bearer(made.Secret)...); status != http.StatusOK {
		t.Fatalf("use: %d", status)
	}
	if session.Subject != "lead" || session.Name != "token nightly" || !slices.Equal(session.Operations, []string{"health", "survey.answer", "spotcheck.answer", "session.read", "milestone.report"}) {
		t.Errorf("acts as %+v", session)
	}
	if len(session.Contracts) != 1 || session.Contracts[0].ID != "cpr-2014" {
		t.Errorf("sees %+v", session.Contracts)
	}
	if status := machine.Call("GET", api(h, "/tokens"), nil, nil, bearer(made.Secret)...); status != http.StatusForbidden {
		t.Errorf("a token that was not made for it lists tokens: %d", status)
	}

	var tokens access.TokenList
	if b.Call("GET", api(h, "/tokens"), nil, &tokens); len(tokens.Tokens) != 1 || tokens.Tokens[0].Used == nil || tokens.Tokens[0].State != "good" {
		t.Fatalf("list: %+v", tokens)
	}
	wantUses(t, b, h, made.Token.ID, 1)
	machine.Call("GET", api(h, "/session"), nil, nil, bearer(made.Secret)...) // in the same minute, or the next
	h.Clock.Turn(5 * time.Minute)
	machine.Call("GET", api(h, "/session"), nil, nil, bearer(made.Secret)...)
	wantUses(t, b, h, made.Token.ID, 2)

	var revoked access.TokenLine
	if status := b.Call("DELETE", api(h, "/tokens/"+made.Token.ID), nil, &revoked); status != http.StatusOK || revoked.State != "revoked" {
		t.Errorf("revoke: %d %+v", status, revoked)
	}
	if status := machine.Call("GET", api(h, "/session"), nil, nil, bearer(made.Secret)...); status != http.StatusUnauthorized {
		t.Errorf("a revoked token: %d", status)
	}
	if strings.Contains(h.Log.String(), made.Secret) {
		t.Error("the log holds the secret")
	}
}

func wantUses(t *testing.T, b *accesstest.Browser, h *accesstest.House, id string, want int) {
	t.Helper()
	var uses access.TokenUses
	if b.Call("GET", api(h, "/tokens/"+id+"/uses"), nil, &uses); len(uses.Minutes) != want {
		t.Errorf("uses %v, want %d", uses.Minutes, want)
	}
}

func TestTokenIsKeptAsItsHashAlone(t *testing.T) {
	t.Parallel()
	h := accesstest.New(t, nil)
	b := accesstest.NewBrowser(t)
	b.LogIn(h, "lead", "/")
	var made access.MadeToken
	b.Call("POST", api(h, "/tokens"), newToken(h), &made)
	var row string
	if err := h.Database.Pool.QueryRow(t.Context(), `SELECT t::text FROM access_tokens t`).Scan(&row); err != nil {
		t.Fatal(err)
	}
	hash, ok := access.HashSecret(made.Secret)
	if !ok || strings.Contains(row, strings.TrimPrefix(made.Secret, access.TokenPrefix)) || !strings.Contains(row, hex.EncodeToString(hash[:])) {
		t.Errorf("kept as %s", row)
	}
}

func TestTokenExpires(t *testing.T) {
	t.Parallel()
	h := accesstest.New(t, nil)
	b := accesstest.NewBrowser(t)
	b.LogIn(h, "lead", "/")
	ask := newToken(h)
	ask.Expires = h.Clock.Now().Add(20 * time.Minute)
	var made access.MadeToken
	b.Call("POST", api(h, "/tokens"), ask, &made)
	h.Clock.Turn(19 * time.Minute)
	if status := b.Call("GET", api(h, "/session"), nil, nil, bearer(made.Secret)...); status != http.StatusOK {
		t.Errorf("a minute before its end: %d", status)
	}
	h.Clock.Turn(time.Minute)
	if status := b.Call("GET", api(h, "/session"), nil, nil, bearer(made.Secret)...); status != http.StatusUnauthorized {
		t.Errorf("at its end: %d", status)
	}
	var tokens access.TokenList
	if b.Call("GET", api(h, "/tokens"), nil, &tokens); tokens.Tokens[0].State != "expired" {
		t.Errorf("listed as %s", tokens.Tokens[0].State)
	}
}

func TestTokenCannotBeMore(t *testing.T) {
	t.Parallel()
	h := accesstest.New(t, nil)
	b := accesstest.NewBrowser(t)
	b.LogIn(h, "lead", "/")
	for name, tt := range map[string]struct {
		change func(*access.NewToken)
		field  string
	}{
		"no name":                  {func(n *access.NewToken) { n.Name = " " }, "body.name"},
		"a person number for name": {func(n *access.NewToken) { n.Name = "for 010114" + "-1234" }, "body.name"},
		"more than a year":         {func(n *access.NewToken) { n.Expires = h.Clock.Now().Add(367 * 24 * time.Hour) }, "body.expires"},
		"in the past":              {func(n *access.NewToken) { n.Expires = h.Clock.Now() }, "body.expires"},
		"nothing":                  {func(n *access.NewToken) { n.Operations = []string{} }, "body.operations"},
		"what it may not":          {func(n *access.NewToken) { n.Operations = []string{"session.read", "goal.assess"} }, "body.operations[1]"},
		"a contract there is not":  {func(n *access.NewToken) { n.Contracts = []string{"*", "cpr-2041"} }, "body.contracts[1]"},
		"a goal there is not":      {func(n *access.NewToken) { n.Goals = []string{"1", "*", "other:1", "cpr-2014:*", "9"} }, "body.goals[4]"},
		"another contract's goal":  {func(n *access.NewToken) { n.Goals = []string{"other:3"} }, "body.goals[0]"},
		"a goal in no contract":    {func(n *access.NewToken) { n.Goals = []string{"cpr-2041:*"} }, "body.goals[0]"},
		"what there is not":        {func(n *access.NewToken) { n.Operations = []string{"everything"} }, "body.operations[0]"},
		"tokens of its own":        {func(n *access.NewToken) { n.Operations = []string{"token.manage"} }, "body.operations[0]"},
	} {
		t.Run(name, func(t *testing.T) {
			ask := newToken(h)
			tt.change(&ask)
			var problem web.Problem
			status := b.Call("POST", api(h, "/tokens"), ask, &problem)
			if status != http.StatusUnprocessableEntity || len(problem.Errors) != 1 || problem.Errors[0].Location != tt.field {
				t.Errorf("%d %+v, want only %s", status, problem, tt.field)
			}
		})
	}
}

func TestTokensAreTheirMakersAndTheAdmins(t *testing.T) {
	t.Parallel()
	h := accesstest.New(t, nil)
	lead, auditor, admin := accesstest.NewBrowser(t), accesstest.NewBrowser(t), accesstest.NewBrowser(t)
	lead.LogIn(h, "lead", "/")
	auditor.LogIn(h, "auditor", "/")
	admin.LogIn(h, "admin", "/")
	var made access.MadeToken
	lead.Call("POST", api(h, "/tokens"), newToken(h), &made)
	var seen access.TokenList
	if auditor.Call("GET", api(h, "/tokens"), nil, &seen); len(seen.Tokens) != 0 {
		t.Errorf("another sees %+v", seen)
	}
	if status := auditor.Call("DELETE", api(h, "/tokens/"+made.Token.ID), nil, nil); status != http.StatusNotFound {
		t.Errorf("another revokes it: %d", status)
	}
	if status := auditor.Call("GET", api(h, "/tokens/"+made.Token.ID+"/uses"), nil, nil); status != http.StatusNotFound {
		t.Errorf("another sees its uses: %d", status)
	}
	if admin.Call("GET", api(h, "/tokens"), nil, &seen); len(seen.Tokens) != 1 || seen.Tokens[0].Owner != "lead" {
		t.Errorf("the administrator sees %+v", seen)
	}
	if status := admin.Call("DELETE", api(h, "/tokens/"+made.Token.ID), nil, nil); status != http.StatusOK {
		t.Errorf("the administrator revokes it: %d", status)
	}
}

func TestWhatIsNoToken(t *testing.T) {
	t.Parallel()
	h := accesstest.New(t, nil)
	b := accesstest.NewBrowser(t)
	b.LogIn(h, "lead", "/") // a cookie does not help a wrong token
	for _, header := range []string{"Bearer x", "Bearer opf_x", "Basic opf_" + strings.Repeat("A", 43), "Bearer opf_" + strings.Repeat("A", 43), "opf_"} {
		if status := b.Call("GET", api(h, "/session"), nil, nil, "Authorization", header); status != http.StatusUnauthorized {
			t.Errorf("%q: %d", header, status)
		}
	}
}
