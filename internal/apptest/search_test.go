package apptest

import (
	"net/http"
	"net/url"
	"strings"
	"testing"
	"time"

	"opfyldt/internal/search"
)

// found searches and writes the titles of each kind's hits.
func found(c *Client, query string) string {
	var r search.Result
	// Each answer takes in some more of what was written; on a busy machine that is
	// not all in one.
	for r.Behind = true; r.Behind; {
		r = search.Result{}
		c.Get("/search?"+query, &r)
	}
	var parts []string
	for _, g := range r.Groups {
		for _, h := range g.Hits {
			title := ""
			for _, p := range h.Title {
				title += p.Text
			}
			parts = append(parts, string(g.Kind)+":"+h.Contract+":"+title)
		}
	}
	return strings.Join(parts, "\n")
}

func TestSearchFindsDanishWordFormsAsSoonAsTheyAreWritten(t *testing.T) {
	t.Parallel()
	h := New(t)
	lead := h.As("lead")
	lead.Post(path("/steps/%s/updates", "plan.draft"), map[string]any{
		"id": NewID(), "day": "2014-10-30", "status": "started", "progress": 40, "note": "Arbejdsgrupperne mangler lægernes årsrapport.",
		"evidence": []map[string]string{{"title": "Høringssvar", "url": "https://example.org/svar"}},
	}, http.StatusCreated, nil)
	const draft, link = "fact:cpr-2014:Udviklingsplanen: Udkast til planen", "link:cpr-2014:Høringssvar"
	for query, want := range map[string]string{
		"arbejdsgruppe":  draft, // another form of the word
		"arbejdsgr":      draft, // as far as it is typed
		"aarsrapporten":  draft, // on a keyboard without å
		"laege arsrap":   draft,
		"årsrapport":     draft,
		"hoeringssvaret": link,
		"klagesagerne":   "goal:cpr-2014:4 Klagesager",
		"Line Lund":      "person:cpr-2014:Line Lund",
		"idriftsat":      "step:cpr-",
	} {
		if got := found(lead, "q="+url.QueryEscape(query)); !strings.Contains(got, want) {
			t.Errorf("%s: got\n%s\nwant %s", query, got, want)
		}
	}
	h.As("management").Post(base+"/amendments", proposal(edited(t, h.As("management"), edits{replaceGoal8}), "2014-12-01"), http.StatusCreated, nil)
	if got := found(lead, "q=forslag"); !strings.Contains(got, "fact:cpr-2014:Forslag 1") {
		t.Errorf("a proposal: %s", got)
	}
	if got := found(lead, "q=arbejdsgruppe&asOf=2014-10-01"); got != "" {
		t.Errorf("before it was written: %s", got)
	}
	if got := found(lead, "q=kontrol&kind=goal"); strings.Contains(got, "step:") {
		t.Errorf("only goals: %s", got)
	}
	a := lead.Send("GET", "/api/v1/search?q=010190-1234", "")
	if a.StatusCode != http.StatusUnprocessableEntity || strings.Contains(a.Text, "90-1234") || strings.Contains(h.Log.String(), "90-1234") {
		t.Errorf("a person number: %d %s", a.StatusCode, a.Text)
	}
}

func TestSearchShowsOnlyContractsThatOneSees(t *testing.T) {
	t.Parallel()
	h := New(t)
	lead := h.As("lead")
	if got := found(lead, "q=klagesager&kind=goal"); !strings.Contains(got, "goal:cpr-other:") || !strings.Contains(got, "goal:cpr-2014:") {
		t.Errorf("who sees both: %s", got)
	}
	var made struct{ Secret string }
	lead.Post("/tokens", map[string]any{
		"name": "ours", "operations": []string{"contract.read"}, "contracts": []string{Contract}, "goals": []string{"*"},
		"expires": time.Now().Add(time.Hour).UTC().Format(time.RFC3339),
	}, http.StatusCreated, &made)
	if got := found(h.WithToken(made.Secret), "q=klagesager&kind=goal"); strings.Contains(got, "cpr-other") || !strings.Contains(got, "cpr-2014") {
		t.Errorf("who sees one: %s", got)
	}
	if got := found(h.WithToken(made.Secret), "q=klagesager&contract="+Other); got != "" {
		t.Errorf("who asks for another's: %s", got)
	}
}
