package apptest

import (
	"encoding/json"
	"net/http"
	"strings"
	"testing"

	"opfyldt/internal/app"
	"opfyldt/internal/config"
)

// What goes wrong is told as a problem with the status that says whose turn it
// is, and changes nothing.
func TestRefusals(t *testing.T) {
	t.Parallel()
	h := New(t)
	d := describe(t, h)
	lead := h.As("lead")
	s := lead.firstStep()
	updates := "/api/v1" + path("/steps/%s/updates", s.ID)
	update := func(change string) string {
		return `{"id":"` + NewID() + `","day":"2014-10-30","status":"started","progress":10` + change + `}`
	}
	cases := []struct {
		name, method, path, body string
		headers                  []string
		status                   int
	}{
		{"bad JSON", "POST", updates, `{"id":`, nil, 400},
		{"no JSON at all", "POST", updates, update(""), []string{"Content-Type", "text/plain"}, 415},
		{"a body of no type", "POST", updates, update(""), []string{"Content-Type", ""}, 415},
		{"another charset", "POST", updates, update(""), []string{"Content-Type", "application/json; charset=iso-8859-1"}, 415},
		{"more than any fact holds", "POST", updates, update(`,"` + strings.Repeat("k", 900_000) + `":1`), nil, 413},
		{"an unknown field", "POST", updates, update(`,"progres":11`), nil, 422},
		{"a wrong type", "POST", updates, update(`,"note":7`), nil, 422},
		{"an impossible day", "POST", updates, strings.Replace(update(""), "2014-10-30", "2014-02-30", 1), nil, 422},
		{"a day to come", "POST", updates, strings.Replace(strings.Replace(update(""), "2014-10-30", "2014-12-24", 1), "started", "done", 1), nil, 422},
		{"too large a body", "POST", updates, update(`,"note":"` + strings.Repeat("x", 2<<20) + `"`), nil, 413},
		{"a step that is not there", "POST", "/api/v1" + path("/steps/none/updates"), update(""), nil, 404},
		{"a goal that is not there", "GET", "/api/v1" + path("/goals/99"), "", nil, 404},
		{"a contract that is not there", "GET", "/api/v1/contracts/none/overview", "", nil, 404},
		{"an address that is not there", "GET", "/api/v1/none", "", nil, 404},
		{"a wrong method", "PUT", updates, update(""), nil, 405},
		{"another site's page", "POST", updates, update(""), []string{"Origin", "https://evil.example", "Sec-Fetch-Site", "cross-site"}, 403},
		{"our name over another scheme", "POST", updates, update(""), []string{"Origin", strings.Replace(h.URL, "http:", "https:", 1)}, 403},
		{"a foreign name that leads here", "POST", updates, update(""), []string{"Host", "evil.example", "Origin", "http://evil.example"}, 421},
		{"what only management may", "POST", "/api/v1" + path("/goals/2/assessments"), `{"id":"` + NewID() + `","day":"2014-11-03","degree":"50","reason":"x"}`, nil, 403},
		{"writing to the past", "POST", updates + "?asOf=2014-06-30", update(""), nil, 422},
		{"a step under nothing", "POST", "/api/v1" + path("/items/none/steps"), `{"id":"` + NewID() + `","day":"2014-10-30","title":"x","planned":"2014-10-30"}`, nil, 404},
		{"after no leaf", "GET", "/api/v1" + path("/facts?after=-5"), "", nil, 422},
		{"a day that has not come", "GET", "/api/v1" + path("/overview?asOf=2014-11-04"), "", nil, 422},
		{"a wrong asOf", "GET", "/api/v1" + path("/overview?asOf=tomorrow"), "", nil, 422},
	}
	for _, c := range cases {
		a := lead.Send(c.method, c.path, c.body, c.headers...)
		if a.StatusCode != c.status {
			t.Errorf("%s: %d, want %d: %.400s", c.name, a.StatusCode, c.status, a.Text)
			continue
		}
		if err := d.holds("GET", "/api/v1/session", "default", "application/problem+json", a.Text); err != nil {
			t.Errorf("%s: %v", c.name, err)
		}
	}
	if now := lead.step(s.ID); now.Status != "planned" {
		t.Errorf("after all refusals the step is %+v", now)
	}
}

// Without the database every request says so, and nothing pretends to be there.
func TestABrokenDatabase(t *testing.T) {
	t.Parallel()
	var wire *Wire
	h := New(t, func(c *config.Config, _ *app.Options) {
		wire = NewWire(t, c.Database.URL)
		c.Database.URL = wire.URL
	})
	lead := h.As("lead")
	s := lead.firstStep()
	wire.Cut()
	for _, c := range []struct{ method, path, body string }{
		{"GET", path("/overview"), ""},
		{"GET", "/tokens", ""},
		{"POST", path("/steps/%s/updates", s.ID), `{"id":"` + NewID() + `","day":"2014-10-30","status":"started","progress":10}`},
	} {
		a := lead.Send(c.method, "/api/v1"+c.path, c.body)
		var p struct{ Code, Detail string }
		if err := json.Unmarshal([]byte(a.Text), &p); err != nil || a.StatusCode != http.StatusServiceUnavailable {
			t.Errorf("%s %s: %d %.400s\n%s", c.method, c.path, a.StatusCode, a.Text, h.Log)
		}
		if strings.Contains(a.Text, "SQLSTATE") || strings.Contains(a.Text, "postgres") {
			t.Errorf("%s %s shows its inside: %s", c.method, c.path, a.Text)
		}
	}
	if a := h.Nobody().Send("GET", "/auth/login", ""); a.StatusCode != http.StatusServiceUnavailable {
		t.Errorf("logging in: %d %.600s", a.StatusCode, a.Text)
	}
	if a := lead.Send("GET", "/readyz", ""); a.StatusCode != http.StatusServiceUnavailable {
		t.Errorf("readyz: %d", a.StatusCode)
	}
	if a := lead.Send("GET", "/healthz", ""); a.StatusCode != http.StatusOK {
		t.Errorf("healthz: %d", a.StatusCode)
	}
}
