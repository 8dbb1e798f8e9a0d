package web

import (
	"context"
	"encoding/json"
	"strings"
	"testing"
)

// A route that nobody thought of permissions for does not start.
func TestARouteWithoutAnOperationCannotStart(t *testing.T) {
	for name, c := range map[string]struct {
		route Route
		want  string
	}{
		"no operation":       {Route{Method: "GET", Path: "/x", ID: "x"}, "no operation"},
		"unknown operation":  {Route{Method: "GET", Path: "/x", ID: "x", Operation: "made.up"}, `"made.up" is not in the permission table`},
		"public with one":    {Route{Method: "GET", Path: "/x", ID: "x", Operation: "read", Public: true}, "a public route has no operation"},
		"no id":              {Route{Method: "GET", Path: "/x", Public: true}, "no id"},
		"an id used twice":   {Route{Method: "GET", Path: "/x", Public: true, ID: "getStatus"}, "used twice"},
		"an address taken":   {Route{Method: "GET", Path: "/status", Public: true, ID: "again"}, "already registered"},
		"a method not given": {Route{Path: "/x", Public: true, ID: "x"}, "method"},
	} {
		t.Run(name, func(t *testing.T) {
			b := newBench(t)
			Register(b.router, c.route, func(context.Context, *struct{}) (*struct{}, error) { return nil, nil })
			if _, err := b.router.Handler(); err == nil || !strings.Contains(err.Error(), c.want) {
				t.Errorf("got %v, want %q in it", err, c.want)
			}
		})
	}
}

func TestTheDescriptionSaysWhoMayAsk(t *testing.T) {
	b := newBench(t)
	first := bodyOf(t, b.ask("GET", "/api/openapi.json", ""))
	if second := bodyOf(t, newBench(t).ask("GET", "/api/openapi.json", "")); string(first) != string(second) {
		t.Error("the description differs from one start to the next")
	}
	var doc struct {
		OpenAPI string
		Paths   map[string]map[string]struct {
			OperationID string
			Security    []map[string][]string
			Operation   string `json:"x-operation"`
			Responses   map[string]struct{ Content map[string]any }
		}
		Components struct {
			SecuritySchemes map[string]any
			Schemas         map[string]struct {
				Properties map[string]struct{ Type any }
			}
		}
	}
	if err := json.Unmarshal(first, &doc); err != nil {
		t.Fatal(err)
	}
	get := doc.Paths["/api/v1/contracts/{contract}/text"]["get"]
	if !strings.HasPrefix(doc.OpenAPI, "3.1") || get.OperationID != "getText" || get.Operation != "read" || len(get.Security) != 2 {
		t.Errorf("got %s %+v", doc.OpenAPI, get)
	}
	if _, ok := get.Responses["default"].Content[problemType]; !ok {
		t.Errorf("no problem in %+v", get.Responses)
	}
	if public := doc.Paths["/api/v1/status"]["get"]; len(public.Security) != 0 {
		t.Errorf("public: %+v", public)
	}
	if len(doc.Components.SecuritySchemes) != 2 {
		t.Errorf("schemes %v", doc.Components.SecuritySchemes)
	}
	if lines := doc.Components.Schemas["TextsBody"].Properties["lines"]; lines.Type != "array" {
		t.Errorf("a list may be %v, want array alone", lines.Type)
	}
}
