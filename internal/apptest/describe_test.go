package apptest

import (
	"bytes"
	"encoding/json"
	"net/http"
	"strings"
	"testing"

	"github.com/santhosh-tekuri/jsonschema/v6"

	"opfyldt/internal/agreement"
)

// described is the API's own description, to hold answers against.
type described struct {
	t        *testing.T
	compiler *jsonschema.Compiler
	document any
}

func describe(t *testing.T, h *House) *described {
	t.Helper()
	raw, err := h.App.Description()
	if err != nil {
		t.Fatal(err)
	}
	doc, err := jsonschema.UnmarshalJSON(bytes.NewReader(raw))
	if err != nil {
		t.Fatal(err)
	}
	c := jsonschema.NewCompiler()
	c.AssertFormat()
	if err := c.AddResource("http://opfyldt.test/api", doc); err != nil {
		t.Fatal(err)
	}
	return &described{t, c, doc}
}

// holds reports what an answer has that its route does not promise.
func (d *described) holds(method, route, status, media, body string) error {
	pointer := strings.NewReplacer("~", "~0", "/", "~1", "{", "%7B", "}", "%7D")
	at := "http://opfyldt.test/api#/paths/" + pointer.Replace(route) + "/" + strings.ToLower(method) +
		"/responses/" + status + "/content/" + pointer.Replace(media) + "/schema"
	schema, err := d.compiler.Compile(at)
	if err != nil {
		return err
	}
	value, err := jsonschema.UnmarshalJSON(strings.NewReader(body))
	if err != nil {
		return err
	}
	return schema.Validate(value)
}

// needed are the queries without which a route does not answer.
var needed = map[string]string{
	"/api/v1/contracts/{contract}/side-by-side":                           "left=2014-06-30",
	"/api/v1/contracts/{contract}/goals/{goal}/spotchecks/history":        "ref=K-001",
	"/api/v1/contracts/{contract}/contract/comparison":                    "from=1&to=1",
	"/api/v1/contracts/{contract}/requirements/{requirement}/cases/one":   "reference=S-3",
	"/api/v1/contracts/{contract}/requirements/{requirement}/cases/proof": "reference=S-3",
}

// Every page that is read is as the API's description says, field by field: a
// list is never null and nothing is there that is not described.
func TestAnswersAreAsDescribed(t *testing.T) {
	t.Parallel()
	h := New(t)
	d := describe(t, h)
	lead, admin, auditor := h.As("lead"), h.As("admin"), h.As("auditor")
	first := lead.firstStep()
	var reported answer
	lead.Post(path("/steps/%s/updates", first.ID), map[string]any{
		"id": NewID(), "day": "2014-10-30", "status": "started", "progress": 40, "note": "Undervejs.",
		"evidence": []map[string]string{{"title": "Referat", "url": "https://example.org/referat"}},
	}, http.StatusCreated, &reported)
	file := NewID()
	Read(t, lead.Send(http.MethodPost, "/api/v1"+path("/goals/2/evidence?day=2014-10-30&name=a.bin&id=")+file, "\x00\x01",
		"Content-Type", "application/octet-stream"), http.StatusCreated, nil)
	send(t, lead, "5a", threeCases, http.StatusCreated, ask("id", NewID()))
	planned(t, auditor, "r", listed(t, auditor, fiftyCustomers()))
	drawn(t, auditor, h.As("auditor2"), "r")
	unsigned := h.As("management")
	var agreed agreement.ContractPage
	unsigned.Get(base+"/contract", &agreed)
	unsigned.Post("/contracts/cpr-2015/draft", map[string]any{
		"id": NewID(), "day": "2014-11-03", "source": strings.Replace(agreed.Source, "\nid: "+Contract, "\nid: cpr-2015", 1),
	}, http.StatusCreated, nil)
	checked := 0
	for _, route := range h.App.Routes() {
		if route.Method != http.MethodGet || !strings.HasPrefix(route.Path, "/api/v1/") || strings.Contains(route.Path, "/ledger/") {
			continue
		}
		c := lead
		if strings.HasPrefix(route.Operation, "access.") || route.Operation == "service.read" || route.Operation == "contract.draft" {
			c = admin
		}
		if route.Operation == "survey.audit" || route.Operation == "spotcheck.read" || route.Operation == "spotcheck.review" {
			c = auditor
		}
		address := strings.NewReplacer("{contract}/draft", "cpr-2015/draft", "{contract}", Contract, "{requirement}/survey", "6/survey", "{requirement}/budget", "8/budget", "{requirement}/cases", "5a/cases", "{goal}/spotchecks", "3/spotchecks", "{round}", "r", "{number}", "1", "{letter}", "hearing", "{goal}", "2", "{fact}", reported.Fact.ID, "{token}", NewID(), "{version}", "1", "{amendment}", NewID()).Replace(route.Path)
		if strings.HasSuffix(route.Path, "/evidence/{fact}") {
			address = strings.Replace(address, reported.Fact.ID, file, 1)
		}
		for _, query := range []string{needed[route.Path], "asOf=2014-06-30"} {
			a := c.Send("GET", address+"?"+query, "")
			status, media := "200", "application/json"
			if a.StatusCode != http.StatusOK {
				status, media = "default", "application/problem+json"
			}
			there := !strings.Contains(route.Path, "{token}") && !strings.Contains(route.Path, "{amendment}") && !strings.Contains(route.Path, "{letter}") && !strings.HasSuffix(route.Path, "/survey/proof") && !strings.HasSuffix(route.Path, "/postings/proof") && !strings.HasSuffix(route.Path, "/draft") && !strings.HasSuffix(route.Path, "/workbook") && !strings.HasSuffix(route.Path, "{round}/report")
			if query == needed[route.Path] && a.StatusCode != http.StatusOK && there {
				t.Errorf("%s: %d %.300s", address, a.StatusCode, a.Text)
			}
			if media == "application/json" && a.Header.Get("Content-Type") != media {
				media = a.Header.Get("Content-Type")
				a.Text = `"a file"` // of which nothing is described but that it is one
			}
			if err := d.holds("GET", route.Path, status, media, a.Text); err != nil {
				t.Errorf("%s%s: %v", address, query, err)
			}
			checked++
		}
	}
	t.Logf("%d answers held against the description", checked)
}

func TestTheDescriptionIsTheSameAtEachStart(t *testing.T) {
	t.Parallel()
	first, err := New(t).App.Description()
	if err != nil {
		t.Fatal(err)
	}
	second, err := New(t).App.Description()
	if err != nil {
		t.Fatal(err)
	}
	if !bytes.Equal(first, second) {
		t.Error("two starts describe the API differently")
	}
	var doc struct {
		Paths map[string]map[string]struct{ OperationID string }
	}
	if err := json.Unmarshal(first, &doc); err != nil {
		t.Fatal(err)
	}
	if doc.Paths["/api/v1/contracts/{contract}/overview"]["get"].OperationID != "getOverview" {
		t.Error("the overview is not described")
	}
}
