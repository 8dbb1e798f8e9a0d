package web

import (
	"context"
	"encoding/json"
	"net/http"
	"strings"
	"testing"
)

// works is a bench with a route that tells how far it is.
func works(t *testing.T) *bench {
	b := newBench(t)
	opts := b.router.opts
	opts.Metrics = nil
	b.router = New(opts)
	Register(b.router, Route{Method: "POST", Path: "/contracts/{contract}/work", Operation: "write", ID: "work", Tag: "test", Staged: true},
		func(ctx context.Context, in *writeInput) (*texts, error) {
			for i := range 1000 {
				Tell(ctx, "check", i, 1000)
			}
			Tell(ctx, "check", 1000, 1000)
			Tell(ctx, "write", 0, 1)
			return b.answer(in.Body.Note)
		})
	h, err := b.router.Handler()
	if err != nil {
		t.Fatal(err)
	}
	b.handler = h
	return b
}

func TestWorkTellsHowFarItIs(t *testing.T) {
	b := works(t)
	for note, want := range map[string]struct {
		status int
		in     string
	}{
		"good":   {http.StatusOK, `"lines":`},
		"field":  {http.StatusUnprocessableEntity, `"location":"body.note"`},
		"stale":  {http.StatusConflict, `"current":`},
		"broken": {http.StatusInternalServerError, `"code":"web.internal"`},
	} {
		r := b.as("anna", "POST", "/api/v1/contracts/a/work", `{"note":"`+note+`"}`, "Accept", stagesType)
		lines := strings.Split(strings.TrimSpace(string(bodyOf(t, r))), "\n")
		var last lastLine
		if err := json.Unmarshal([]byte(lines[len(lines)-1]), &last); err != nil {
			t.Fatal(err)
		}
		if r.StatusCode != http.StatusOK || last.Status != want.status || !strings.Contains(string(last.Answer), want.in) {
			t.Errorf("%s: %d %+v", note, r.StatusCode, lines)
		}
		if lines[0] != `{"stage":"check","done":0,"of":1000}` || lines[len(lines)-2] != `{"stage":"write","done":0,"of":1}` ||
			lines[len(lines)-3] != `{"stage":"check","done":1000,"of":1000}` || len(lines) > 50 {
			t.Errorf("%s: %d lines: %v", note, len(lines), lines)
		}
	}
}

// Who does not ask for the lines gets the answer alone, with its status.
func TestWorkThatNobodyFollowsAnswersAsAlways(t *testing.T) {
	b := works(t)
	if r := b.as("anna", "POST", "/api/v1/contracts/a/work", `{"note":"good"}`); r.StatusCode != http.StatusOK || r.Header.Get("Content-Type") != "application/json" {
		t.Errorf("%d %v", r.StatusCode, r.Header)
	}
	if p := problemOf(t, b.as("anna", "POST", "/api/v1/contracts/a/work", `{"note":"field"}`)); p.Status != http.StatusUnprocessableEntity {
		t.Errorf("%+v", p)
	}
	if p := problemOf(t, b.ask("POST", "/api/v1/contracts/a/work", `{"note":"good"}`, "Accept", stagesType)); p.Status != http.StatusUnauthorized {
		t.Errorf("without a login: %+v", p)
	}
}
