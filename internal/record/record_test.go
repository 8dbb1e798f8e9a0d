package record

import (
	"encoding/json"
	"strings"
	"testing"
	"time"

	"opfyldt/internal/calendar"
	"opfyldt/internal/exact"
	"opfyldt/internal/fault"
	"opfyldt/internal/ledger"
)

type inner struct {
	Count *int64     `json:"count,omitempty"`
	Value *exact.Rat `json:"value,omitempty"`
}

type form struct {
	Status   string        `json:"status"`
	Expected calendar.Date `json:"expected,omitzero"`
	Progress *int          `json:"progress,omitempty"`
	Final    bool          `json:"final"`
	Inner    inner         `json:"inner"`
	Evidence []Link        `json:"evidence,omitempty"`
}

// said writes the fields as "path code" lines, for comparing.
func said(fields []fault.Field) string {
	var lines []string
	for _, f := range fields {
		line := f.Path + " " + f.Code
		if near, ok := f.Params["nearest"]; ok {
			line += " " + near.(string)
		}
		lines = append(lines, line)
	}
	return strings.Join(lines, "\n")
}

func TestDecodeTellsEveryMistakeAtOnce(t *testing.T) {
	for _, c := range []struct{ body, want string }{
		{`{}`, ""},
		{``, ""},
		{`{"status":"done","expected":"2014-06-30","progress":50,"final":true,"inner":{"count":3,"value":"12.5"}}`, ""},
		{`{"status":null,"expected":"","progress":null,"inner":{"value":""}}`, ""},
		{`[]`, "body field.object"},
		{`{"statuss":"done"}`, "body.statuss field.unknown_near status"},
		{`{"Status":"done"}`, "body.Status field.unknown_near status"},
		{`{"quite_else":1}`, "body.quite_else field.unknown"},
		{
			`{"status":1,"expected":"30.6.2014","progress":"half","final":"yes","inner":{"count":1.5,"value":"x","cuont":1},"evidence":[{"title":"a","uri":"b"},7]}`,
			"body.status field.text\nbody.expected field.date\nbody.progress field.whole\nbody.final field.yesno\n" +
				"body.inner.count field.whole\nbody.inner.value field.number\nbody.inner.cuont field.unknown_near count\n" +
				"body.evidence[0].uri field.unknown_near url\nbody.evidence[1] field.object",
		},
		{`{"evidence":"none","inner":3}`, "body.inner field.object\nbody.evidence field.list"},
	} {
		var f form
		if got := said(Decode(json.RawMessage(c.body), &f)); got != c.want {
			t.Errorf("%s:\ngot  %q\nwant %q", c.body, got, c.want)
		}
	}
}

func TestEvidenceIsBoundedAndSafeToOpen(t *testing.T) {
	for _, c := range []struct{ link, want string }{
		{"https://example.dk/sager/1", ""},
		{"http://example.dk", ""},
		{"javascript:alert(1)", "body.evidence[0].url field.url"},
		{"file:///etc/passwd", "body.evidence[0].url field.url"},
		{"//example.dk", "body.evidence[0].url field.url"},
		{"https://", "body.evidence[0].url field.url"},
		{"https://user:secret@example.dk", "body.evidence[0].url field.url"},
		{"", "body.evidence[0].url field.url"},
		{"https://example.dk/" + strings.Repeat("a", 2000), "body.evidence[0].url field.too_long"},
	} {
		checks := Checks{}
		links := []Link{{URL: c.link}}
		checks.Links(&links)
		if got := said(checks.Wrong); got != c.want {
			t.Errorf("%.60s: got %q, want %q", c.link, got, c.want)
		}
		if c.want == "" && links[0].Title != "example.dk" {
			t.Errorf("%s: an untitled link is called %q", c.link, links[0].Title)
		}
	}
	checks := Checks{}
	many := make([]Link, 21)
	checks.Links(&many)
	if got := said(checks.Wrong); got != "body.evidence field.too_many" {
		t.Errorf("21 links: got %q", got)
	}
}

func TestTextsAreTrimmedAndBounded(t *testing.T) {
	for _, c := range []struct{ text, kept, want string }{
		{"  plan \n", "plan", ""},
		{"line\nbreak\tæøå", "line\nbreak\tæøå", ""},
		{strings.Repeat("å", 200), strings.Repeat("å", 200), ""},
		{strings.Repeat("å", 201), strings.Repeat("å", 201), "body.note field.too_long"},
		{"bell\a", "bell\a", "body.note field.characters"},
		{"turned \u202e text", "turned \u202e text", "body.note field.characters"},
		{"\xff", "\xff", "body.note field.characters"},
	} {
		checks, text := Checks{}, c.text
		checks.Text("note", &text, ShortText)
		if got := said(checks.Wrong); got != c.want || text != c.kept {
			t.Errorf("%.20q: got %q and %.20q", c.text, got, text)
		}
	}
}

type person string

func (p person) Subject() string                                   { return string(p) }
func (p person) Name() string                                      { return string(p) }
func (p person) Permit(string, string, string) (r string, e error) { return "auditor", nil }

func TestVerificationNeedsASecondPairOfEyes(t *testing.T) {
	const newest = "0198f3a2-5b1c-7d3e-8f4a-000000000002"
	fact := &ledger.Fact{ID: newest, Actor: ledger.Actor{Subject: "lead"}, Day: calendar.MustDate("2014-06-30")}
	later := &ledger.Fact{ID: newest, Actor: ledger.Actor{Subject: "lead"}, Day: calendar.MustDate("2014-07-01")}
	for _, c := range []struct {
		name, by, body string
		fact           *ledger.Fact
		kind           fault.Kind
		code           string
	}{
		{"accepted", "auditor", `{"fact":"` + newest + `","verdict":"accepted"}`, fact, 0, ""},
		{"returned with a question", "auditor", `{"fact":"` + newest + `","verdict":"returned","note":"Hvor?"}`, fact, 0, ""},
		{"returned without one", "auditor", `{"fact":"` + newest + `","verdict":"returned","note":" "}`, fact, fault.Invalid, "verification.note_needed"},
		{"no verdict", "auditor", `{"fact":"` + newest + `"}`, fact, fault.Invalid, "verification.verdict"},
		{"no fact", "auditor", `{"verdict":"accepted"}`, fact, fault.Invalid, "field.needed"},
		{"one's own", "lead", `{"fact":"` + newest + `","verdict":"accepted"}`, fact, fault.Forbidden, "verification.own"},
		{"an older one", "auditor", `{"fact":"0198f3a2-5b1c-7d3e-8f4a-000000000001","verdict":"accepted"}`, fact, fault.Conflict, "verification.not_newest"},
		{"before the day it is about", "auditor", `{"fact":"` + newest + `","verdict":"accepted"}`, later, fault.Invalid, "body.day: field.too_early"},
		{"nothing there", "auditor", `{"fact":"` + newest + `","verdict":"accepted"}`, nil, fault.NotFound, "verification.nothing"},
	} {
		_, err := Verify(ledger.Moment{
			Person: person(c.by), Now: time.Date(2014, 6, 30, 10, 0, 0, 0, time.UTC),
			Submission: ledger.Submission{Body: json.RawMessage(c.body), Day: calendar.MustDate("2014-06-30")},
		}, c.fact)
		if c.code == "" {
			if err != nil {
				t.Errorf("%s: refused: %v", c.name, err)
			}
			continue
		}
		if err == nil || fault.KindOf(err) != c.kind || !strings.Contains(err.Error(), c.code) {
			t.Errorf("%s: got %v, want %s", c.name, err, c.code)
		}
	}
}

func TestSplitNamesWhatTheHeadLacks(t *testing.T) {
	_, _, err := Split([]byte(`{"status":"done"}`))
	if err == nil || !strings.Contains(err.Error(), "body.id: field.needed") || !strings.Contains(err.Error(), "body.day: field.needed") {
		t.Errorf("got %v", err)
	}
	if _, _, err := Split([]byte(`[1]`)); fault.KindOf(err) != fault.Invalid {
		t.Errorf("a list: got %v", err)
	}
	head, rest, err := Split([]byte(`{"id":"a","expects":"b","day":"2014-06-30","status":"done"}`))
	if err != nil || head.ID != "a" || head.Expects != "b" || head.Day.String() != "2014-06-30" || string(rest) != `{"status":"done"}` {
		t.Errorf("got %+v, %s, %v", head, rest, err)
	}
}
