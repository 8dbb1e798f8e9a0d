package web

import (
	"bytes"
	"context"
	"encoding/json"
	"io"
	"log/slog"
	"net/http"
	"net/http/httptest"
	"strings"
	"sync/atomic"
	"testing"
	"testing/fstest"
	"time"

	"opfyldt/internal/fault"
	"opfyldt/internal/ledger"
)

// noon is the instant of every request in these tests: 13:00 in Copenhagen, as
// winter time is an hour ahead of UTC.
var noon = time.Date(2014, 11, 3, 12, 0, 0, 0, time.UTC)

// somebody sees the contract "a" and may do "read" and "write".
type somebody struct{ id string }

func (s somebody) Subject() string { return s.id }
func (s somebody) Name() string    { return "Somebody" }
func (s somebody) Rights() string  { return s.id }
func (s somebody) Sees(contractID string) bool {
	return contractID == "a" || contractID == "z" || contractID == "gone"
}
func (s somebody) May(operation, _ string) error {
	if operation == "read" || operation == "write" {
		return nil
	}
	return fault.New(fault.Forbidden, "web.cross_origin", nil)
}
func (s somebody) Permit(operation, contractID, _ string) (string, error) {
	return "lead", s.May(operation, contractID)
}

// byHeader takes the person's id from a header.
type byHeader struct{}

func (byHeader) Authenticate(r *http.Request) (Person, error) {
	if id := r.Header.Get("X-Test-Person"); id != "" {
		return somebody{id}, nil
	}
	return nil, fault.New(fault.Unauthenticated, "web.unauthenticated", nil)
}

// log stands for the ledger's heads: each write makes it longer.
type log struct {
	size  atomic.Int64
	reads atomic.Int64
}

func (l *log) Head(_ context.Context, contractID string) (string, error) {
	l.reads.Add(1)
	if contractID == "gone" {
		return "", fault.New(fault.NotFound, "web.contract_not_found", nil)
	}
	return string(rune('0' + l.size.Load())), nil
}

// bench is a router with a few routes to send requests to.
type bench struct {
	t       testing.TB
	log     *log
	written *bytes.Buffer
	handler http.Handler
	router  *Router
	renders atomic.Int64
}

type contractInput struct {
	Contract string `path:"contract"`
	AsOf
}

type texts struct {
	Body struct {
		Text  string `json:"text"`
		Day   string `json:"day"`
		Past  bool   `json:"past"`
		Who   string `json:"who"`
		Lines []int  `json:"lines"`
	}
}

type writeInput struct {
	Contract string `path:"contract"`
	Body     struct {
		Note  string `json:"note" maxLength:"10"`
		Count int    `json:"count,omitempty" minimum:"0"`
	}
}

func newBench(t testing.TB, change ...func(*Options)) *bench {
	t.Helper()
	b := &bench{t: t, log: &log{}, written: &bytes.Buffer{}}
	opts := Options{
		Version:       "test",
		Clock:         func() time.Time { return noon },
		Log:           slog.New(slog.NewJSONHandler(b.written, &slog.HandlerOptions{Level: level(t)})),
		Authenticator: byHeader{},
		Known:         func(op string) bool { return op == "read" || op == "write" || op == "rule" },
		Heads:         b.log,
		Assets: fstest.MapFS{
			"index.html":         {Data: []byte("<!doctype html><title>app</title>")},
			"assets/app-1a2b.js": {Data: []byte("//" + strings.Repeat("x", 5000))},
			".gitkeep":           {},
		},
	}
	for _, f := range change {
		f(&opts)
	}
	b.router = New(opts)
	b.routes()
	h, err := b.router.Handler()
	if err != nil {
		t.Fatal(err)
	}
	b.handler = h
	return b
}

func (b *bench) routes() {
	read := Route{Method: "GET", Path: "/contracts/{contract}/text", Operation: "read", ID: "getText", Tag: "test"}
	Register(b.router, read, func(ctx context.Context, in *contractInput) (*texts, error) {
		b.renders.Add(1)
		out := &texts{}
		out.Body.Text = strings.Repeat("tekst ", 1000)
		out.Body.Day, out.Body.Past, out.Body.Who = in.At.Day.String(), in.At.Past, PersonFrom(ctx).Subject()
		out.Body.Lines = []int{}
		return out, nil
	})
	write := Route{Method: "POST", Path: "/contracts/{contract}/notes", Operation: "write", ID: "addNote", Tag: "test"}
	Register(b.router, write, func(_ context.Context, in *writeInput) (*texts, error) {
		b.log.size.Add(1)
		return b.answer(in.Body.Note)
	})
	over := Route{Method: "GET", Path: "/everything", Operation: "read", ID: "getEverything", Tag: "test",
		Over: func(context.Context, Person) ([]string, error) { return []string{"a", "z"}, nil }}
	Register(b.router, over, func(context.Context, *struct{}) (*texts, error) {
		b.renders.Add(1)
		return &texts{}, nil
	})
	rule := Route{Method: "POST", Path: "/contracts/{contract}/rules", Operation: "rule", ID: "rule", Tag: "test"}
	Register(b.router, rule, func(context.Context, *writeInput) (*texts, error) { return &texts{}, nil })
	status := Route{Method: "GET", Path: "/status", Public: true, ID: "getStatus", Tag: "test"}
	Register(b.router, status, func(context.Context, *struct{}) (*texts, error) { return &texts{}, nil })
}

// answer fails in the ways that a slice may.
func (b *bench) answer(note string) (*texts, error) {
	switch note {
	case "stale":
		current := ledger.Fact{ID: "f-2", Body: json.RawMessage(`{"status":"done"}`)}
		return nil, fault.New(fault.Conflict, "web.cross_origin", nil).With(ledger.Stale{Current: &current, Proposed: ledger.Submission{ID: "f-3", Expects: "f-1"}})
	case "broken":
		return nil, errSecret
	case "panic":
		panic("0101701234 in a panic")
	case "field":
		return nil, fault.Fields(fault.Field{Path: "body.note", Code: "validation.maximum", Params: fault.Params{"a": 7}})
	}
	return &texts{}, nil
}

// ask sends a request and returns the answer; headers come in pairs.
func (b *bench) ask(method, path, body string, headers ...string) *http.Response {
	b.t.Helper()
	req := httptest.NewRequest(method, "http://opfyldt.test"+path, strings.NewReader(body))
	if body != "" {
		req.Header.Set("Content-Type", "application/json")
	}
	for i := 0; i < len(headers); i += 2 {
		req.Header.Set(headers[i], headers[i+1])
	}
	rec := httptest.NewRecorder()
	b.handler.ServeHTTP(rec, req)
	return rec.Result()
}

// as is ask with a login.
func (b *bench) as(person, method, path, body string, headers ...string) *http.Response {
	b.t.Helper()
	return b.ask(method, path, body, append(headers, "X-Test-Person", person)...)
}

func bodyOf(t *testing.T, r *http.Response) []byte {
	t.Helper()
	body, err := io.ReadAll(r.Body)
	if err != nil {
		t.Fatal(err)
	}
	return body
}

func problemOf(t *testing.T, r *http.Response) Problem {
	t.Helper()
	body := bodyOf(t, r)
	if ct := r.Header.Get("Content-Type"); ct != problemType {
		t.Fatalf("status %d, content type %q, want a problem; body %.300s", r.StatusCode, ct, body)
	}
	var p Problem
	if err := json.Unmarshal(body, &p); err != nil {
		t.Fatalf("problem %s: %v", body, err)
	}
	if p.Status != r.StatusCode {
		t.Errorf("problem says %d, answer %d", p.Status, r.StatusCode)
	}
	return p
}

// level is the log's: everything in tests, what an operator runs with in
// benchmarks.
func level(t testing.TB) slog.Level {
	if _, ok := t.(*testing.B); ok {
		return slog.LevelInfo
	}
	return slog.LevelDebug
}
