package web

import (
	"bytes"
	"encoding/json"
	"errors"
	"net/http"
	"strings"
	"testing"
)

var errSecret = errors.New("dial 10.0.0.7: the password is hunter2")

func TestProblems(t *testing.T) {
	note := func(text string) string { return `{"note":"` + text + `"}` }
	cases := []struct {
		name, method, path, body string
		headers                  []string
		status                   int
		code, field, message     string
	}{
		{"no session", "GET", "/api/v1/contracts/a/text", "", []string{"X-Test-Person", ""}, 401, "web.unauthenticated", "", ""},
		{"another contract", "GET", "/api/v1/contracts/b/text", "", nil, 404, "web.contract_not_found", "", ""},
		{"a contract without a log", "GET", "/api/v1/contracts/gone/text", "", nil, 404, "web.contract_not_found", "", ""},
		{"an operation not theirs", "POST", "/api/v1/contracts/a/rules", note("x"), nil, 403, "web.cross_origin", "", ""},
		{"no such address", "GET", "/api/v1/nowhere", "", nil, 404, "web.no_route", "", ""},
		{"wrong method", "DELETE", "/api/v1/contracts/a/text", "", nil, 405, "web.no_method", "", ""},
		{"wrong method on a page", "POST", "/overblik", "", nil, 405, "web.no_method", "", ""},
		{"bad JSON", "POST", "/api/v1/contracts/a/notes", `{"note":`, nil, 400, "invalid", "body", "Indholdet er ikke gyldig JSON."},
		{"no body", "POST", "/api/v1/contracts/a/notes", "", nil, 400, "invalid", "body", "Der mangler indhold i anmodningen."},
		{"not JSON", "POST", "/api/v1/contracts/a/notes", "note=x", []string{"Content-Type", "application/x-www-form-urlencoded"}, 415, "invalid", "header.Content-Type", "Indholdet skal være JSON (application/json)."},
		{"unknown field", "POST", "/api/v1/contracts/a/notes", `{"note":"x","nota":1}`, nil, 422, "invalid", "body.nota", "Feltet kendes ikke. Fjern det, eller ret stavemåden."},
		{"field missing", "POST", "/api/v1/contracts/a/notes", `{}`, nil, 422, "invalid", "body", "Feltet note mangler."},
		{"too long", "POST", "/api/v1/contracts/a/notes", note("12345678901"), nil, 422, "invalid", "body.note", "Må højst være 10 tegn."},
		{"wrong type", "POST", "/api/v1/contracts/a/notes", `{"note":7}`, nil, 422, "invalid", "body.note", "Skal være tekst."},
		{"below the least", "POST", "/api/v1/contracts/a/notes", `{"note":"x","count":-1}`, nil, 422, "invalid", "body.count", "Skal være mindst 0."},
		{"too large", "POST", "/api/v1/contracts/a/notes", note(strings.Repeat("x", 1<<20)), nil, 413, "web.body_too_large", "", ""},
		{"unknown parameter", "GET", "/api/v1/contracts/a/text?asof=2014-01-01", "", nil, 422, "invalid", "query.asof", "Feltet kendes ikke. Fjern det, eller ret stavemåden."},
		{"bad asOf", "GET", "/api/v1/contracts/a/text?asOf=30.6.2014", "", nil, 422, "invalid", "query.asOf", "Datoen forstås ikke. Skriv den som 2014-06-30 eller som et tidspunkt, 2014-06-30T12:00:00Z."},
		{"writing to the past", "POST", "/api/v1/contracts/a/notes?asOf=2014-01-01", note("x"), nil, 422, "invalid", "query.asOf", "Der kan kun skrives i nutiden. Fjern asOf."},
		{"a dry run where there is none", "POST", "/api/v1/contracts/a/notes", note("x"), []string{"Dry-Run", "true"}, 422, "invalid", "header.Dry-Run", "Her kan intet prøves uden at blive skrevet. Send anmodningen uden Dry-Run, eller med Dry-Run: true, hvor det er beskrevet."},
		{"a slice's own field", "POST", "/api/v1/contracts/a/notes", note("field"), nil, 422, "invalid", "body.note", "Må højst være 7."},
		{"another site's page", "POST", "/api/v1/contracts/a/notes", note("x"), []string{"Sec-Fetch-Site", "cross-site"}, 403, "web.cross_origin", "", ""},
		{"another site's old browser", "POST", "/api/v1/contracts/a/notes", note("x"), []string{"Origin", "https://evil.example"}, 403, "web.cross_origin", "", ""},
		{"our own fault", "POST", "/api/v1/contracts/a/notes", note("broken"), nil, 500, "web.internal", "", ""},
		{"a panic", "POST", "/api/v1/contracts/a/notes", note("panic"), nil, 500, "web.internal", "", ""},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			b := newBench(t)
			r := b.as("p", c.method, c.path, c.body, c.headers...)
			if len(c.headers) > 0 && c.headers[0] == "X-Test-Person" {
				r = b.ask(c.method, c.path, c.body)
			}
			p := problemOf(t, r)
			if p.Status != c.status || p.Code != c.code {
				t.Fatalf("got %d %s, want %d %s (%+v)", p.Status, p.Code, c.status, c.code, p)
			}
			if p.Title == "" || p.Detail == "" || p.RequestID == "" || p.RequestID != r.Header.Get("X-Request-Id") {
				t.Errorf("incomplete: %+v", p)
			}
			if c.field != "" && (len(p.Errors) != 1 || p.Errors[0] != ProblemField{c.field, c.message}) {
				t.Errorf("got %+v, want %s: %s", p.Errors, c.field, c.message)
			}
			if cc := r.Header.Get("Cache-Control"); cc != "no-store" {
				t.Errorf("Cache-Control %q", cc)
			}
		})
	}
}

func TestProblemsAreInTheReadersLanguage(t *testing.T) {
	b := newBench(t)
	p := problemOf(t, b.as("p", "POST", "/api/v1/contracts/a/notes", `{}`, "Accept-Language", "en-GB,da;q=0.5"))
	if p.Title != "The request cannot be used" || p.Errors[0].Message != "The field note is missing." {
		t.Errorf("got %+v", p)
	}
}

func TestAStaleFormShowsBothVersions(t *testing.T) {
	b := newBench(t)
	r := b.as("p", "POST", "/api/v1/contracts/a/notes", `{"note":"stale"}`)
	if r.StatusCode != http.StatusConflict {
		t.Fatalf("status %d", r.StatusCode)
	}
	var p struct {
		Current  struct{ Status string }
		Proposed struct{ ID, Expects string }
	}
	if err := json.Unmarshal(bodyOf(t, r), &p); err != nil {
		t.Fatal(err)
	}
	if p.Current.Status != "done" || p.Proposed.ID != "f-3" || p.Proposed.Expects != "f-1" {
		t.Errorf("got %+v", p)
	}
}

// What went wrong inside is in the log with the request's id, and not in the
// answer.
func TestInnerErrorsAreLoggedAndNotShown(t *testing.T) {
	b := newBench(t)
	r := b.as("p", "POST", "/api/v1/contracts/a/notes", `{"note":"broken"}`)
	body := bodyOf(t, r)
	if bytes.Contains(body, []byte("hunter2")) {
		t.Errorf("shown: %s", body)
	}
	log := b.written.String()
	if !strings.Contains(log, "hunter2") || !strings.Contains(log, r.Header.Get("X-Request-Id")) || !strings.Contains(log, `"level":"ERROR"`) {
		t.Errorf("log: %s", log)
	}
}

func TestTheLogHasNoPathsQueriesOrPeople(t *testing.T) {
	b := newBench(t)
	b.as("secret-subject", "GET", "/api/v1/contracts/a/text?asOf=2014-02-03", "")
	b.as("secret-subject", "POST", "/api/v1/contracts/a/notes", `{"note":"x","secret-note":1}`)
	b.as("secret-subject", "GET", "/secret-page?secret-query", "")
	log := b.written.String()
	if strings.Contains(log, "2014-02-03") || strings.Count(log, `"msg":"request"`) != 3 {
		t.Errorf("log: %s", log)
	}
	if strings.Contains(log, "secret-subject") || strings.Contains(log, "secret-page") || strings.Contains(log, "secret-query") {
		t.Errorf("log: %s", log)
	}
}

// What a client can do about an answer without reading it stands in its headers.
func TestHeadersOfProblems(t *testing.T) {
	b := newBench(t)
	if r := b.ask("GET", textPath, ""); r.Header.Get("WWW-Authenticate") != "Bearer" {
		t.Errorf("401: %v", r.Header)
	}
	if r := b.as("p", "DELETE", textPath, ""); !strings.Contains(r.Header.Get("Allow"), "GET") {
		t.Errorf("405: %v", r.Header)
	}
}
