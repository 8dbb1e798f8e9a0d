package apptest

import (
	"net/http"
	"strings"
	"testing"
)

// HEAD is answered wherever GET is, by the head alone, and OPTIONS says what is
// answered.
func TestHeadAndOptions(t *testing.T) {
	t.Parallel()
	h := New(t)
	lead := h.As("lead")
	for _, address := range []string{"/healthz", "/readyz", "/metrics", "/api/openapi.json", "/api/v1/session", "/api/v1" + path("/overview"), "/api/v1" + path("/steps"), "/"} {
		a, head := lead.Send("GET", address, ""), lead.Send("HEAD", address, "")
		if head.StatusCode != a.StatusCode || head.Text != "" || head.Header.Get("Etag") != a.Header.Get("Etag") ||
			head.Header.Get("Content-Type") != a.Header.Get("Content-Type") {
			t.Errorf("HEAD %s: %d %v %.100s, GET %d %v", address, head.StatusCode, head.Header, head.Text, a.StatusCode, a.Header)
		}
		if o := lead.Send("OPTIONS", address, ""); o.StatusCode != http.StatusNoContent || !strings.Contains(o.Header.Get("Allow"), "GET, HEAD") {
			t.Errorf("OPTIONS %s: %d %q", address, o.StatusCode, o.Header.Get("Allow"))
		}
	}
	if a := h.Nobody().Send("HEAD", "/api/v1/session", ""); a.StatusCode != http.StatusUnauthorized {
		t.Errorf("HEAD without a login: %d", a.StatusCode)
	}
	tokens := lead.Send("OPTIONS", "/api/v1/tokens", "")
	if got := tokens.Header.Get("Allow"); tokens.StatusCode != http.StatusNoContent || got != "GET, HEAD, POST, OPTIONS" {
		t.Errorf("OPTIONS /api/v1/tokens: %d %q", tokens.StatusCode, got)
	}
	if a := lead.Send("PUT", "/api/v1/tokens", "{}"); a.StatusCode != http.StatusMethodNotAllowed || a.Header.Get("Allow") != "GET, HEAD, POST, OPTIONS" {
		t.Errorf("PUT /api/v1/tokens: %d %q", a.StatusCode, a.Header.Get("Allow"))
	}
}

// A request that is sent again writes nothing, and is not counted as written.
func TestRepeatedRequestsAreCountedApart(t *testing.T) {
	t.Parallel()
	h := New(t)
	lead := h.As("lead")
	s := lead.firstStep()
	update := map[string]any{"id": NewID(), "day": "2014-10-30", "status": "started", "progress": 10}
	lead.Post(path("/steps/%s/updates", s.ID), update, http.StatusCreated, nil)
	lead.Post(path("/steps/%s/updates", s.ID), update, http.StatusOK, nil)
	lead.Post(path("/steps/%s/updates", s.ID), update, http.StatusOK, nil)
	metrics := lead.Send("GET", "/metrics", "").Text
	for _, want := range []string{
		`opfyldt_facts_total{kind="milestone.update",outcome="written"} 1`,
		`opfyldt_facts_total{kind="milestone.update",outcome="repeated"} 2`,
	} {
		if !strings.Contains(metrics, want+"\n") {
			t.Errorf("no %s in the metrics", want)
		}
	}
}

// Problems say which language they are in.
func TestProblemsNameTheirLanguage(t *testing.T) {
	t.Parallel()
	lead := New(t).As("lead")
	for _, address := range []string{"/api/v1/none", "/api/v1/contracts/none/overview", "/api/v1" + path("/overview?asOf=x"), "/api/v1" + path("/goals/99")} {
		for _, lang := range []string{"da", "en"} {
			if a := lead.Send("GET", address, "", "Accept-Language", lang); a.Header.Get("Content-Language") != lang {
				t.Errorf("%s in %s: %d %q", address, lang, a.StatusCode, a.Header.Get("Content-Language"))
			}
		}
	}
}
