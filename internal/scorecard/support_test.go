package scorecard_test

import (
	"bytes"
	"context"
	"encoding/json"
	"fmt"
	"net/http"
	"net/http/httptest"
	"sync/atomic"
	"testing"
	"time"

	"github.com/google/uuid"

	"opfyldt/internal/access"
	"opfyldt/internal/agreement"
	"opfyldt/internal/calendar"
	"opfyldt/internal/contract"
	"opfyldt/internal/contract/library"
	"opfyldt/internal/databasetest"
	"opfyldt/internal/fault"
	"opfyldt/internal/ledger"
	"opfyldt/internal/measure"
	"opfyldt/internal/measure/budget"
	"opfyldt/internal/measure/cases"
	"opfyldt/internal/measure/survey"
	"opfyldt/internal/milestone"
	"opfyldt/internal/record"
	"opfyldt/internal/scorecard"
	"opfyldt/internal/web"
	"opfyldt/internal/work"
)

// house is the three slices on a real Postgres behind the real engine, with one
// contract and a clock that the test sets.
type house struct {
	t       testing.TB
	now     atomic.Pointer[time.Time]
	book    *ledger.Book
	db      *databasetest.Database
	handler http.Handler
	id      string
}

// people are the test's persons by the name that the header X-Person carries.
var people = map[string]access.Person{
	"lead":       {ID: "u-lead", FullName: "Lene Leder", Roles: []access.Role{access.Lead}, Goals: []string{"1", "2", "4", "5"}},
	"lead2":      {ID: "u-lead2", FullName: "Lars Leder", Roles: []access.Role{access.Lead}, Goals: []string{"3"}},
	"auditor":    {ID: "u-auditor", FullName: "Aud Revisor", Roles: []access.Role{access.Auditor}},
	"both":       {ID: "u-lead", FullName: "Lene Leder", Roles: []access.Role{access.Lead, access.Auditor}, Goals: []string{"*"}},
	"management": {ID: "u-mgmt", FullName: "Dina Direktør", Roles: []access.Role{access.Management}},
	"department": {ID: "u-dep", FullName: "Dorte Departement", Roles: []access.Role{access.Department}},
}

type byHeader struct{}

func (byHeader) Authenticate(r *http.Request) (web.Person, error) {
	p, ok := people[r.Header.Get("X-Person")]
	if !ok {
		return nil, fault.New(fault.Unauthenticated, "web.unauthenticated", nil)
	}
	p.Contracts = []string{access.Everything}
	return p, nil
}

// one is the house's only contract, in one version.
type one struct{ c *contract.Contract }

func (o one) Contract(_ context.Context, id string, _ time.Time) (*contract.Contract, error) {
	if id != o.c.ID {
		return nil, fault.New(fault.NotFound, "contract.unknown", nil)
	}
	return o.c, nil
}

type heads struct{ book *ledger.Book }

func (h heads) Head(ctx context.Context, id string) (string, error) {
	head, err := h.book.Head(ctx, id, time.Time{})
	return fmt.Sprint(head.Size, head.Root), err
}

func open(t testing.TB, c *contract.Contract) *house {
	t.Helper()
	h := &house{t: t, db: databasetest.New(t), id: c.ID}
	h.set("2014-01-02 12:00")
	clock := func() time.Time { return *h.now.Load() }
	if err := ledger.Enter(context.Background(), h.db.Pool, c.ID); err != nil {
		t.Fatal(err)
	}
	look := func(ctx context.Context, id string) (*contract.Contract, error) {
		return one{c}.Contract(ctx, id, time.Time{})
	}
	kinds := append(append(milestone.Kinds(), measure.Kinds()...), scorecard.Kinds()...)
	kinds = append(kinds, survey.Kinds(survey.NewStore(h.db.Pool, ""))...)
	kinds = append(append(kinds, cases.Kinds()...), budget.Kinds(budget.NewStore(h.db.Pool))...)
	h.book = ledger.NewBook(h.db.Pool, look, clock, kinds...)
	slices := record.Book{Contracts: one{c}, Facts: h.book, Recorder: h.book}
	pages := scorecard.Handlers{
		Book: slices, Log: h.book, Reader: scorecard.NewReader(h.book, one{c}, nil, true),
		Versions: func(context.Context, string) ([]agreement.Version, error) {
			return []agreement.Version{{Contract: c, From: c.Period.From}}, nil
		},
	}
	sources := work.Sources{milestone.Handlers{Book: slices}, measure.Handlers{Book: slices}, pages}
	pages.Waiting = sources.Tasks
	r := web.New(web.Options{
		Clock: clock, Authenticator: byHeader{}, Heads: heads{h.book}, ShowFact: pages.ShowFact,
		Known: func(operation string) bool {
			for _, row := range access.Table() {
				if row.Operation == operation {
					return true
				}
			}
			return false
		},
	})
	milestone.Handlers{Book: slices}.Routes(r)
	measure.Handlers{Book: slices}.Routes(r)
	pages.Routes(r)
	handler, err := r.Handler()
	if err != nil {
		t.Fatal(err)
	}
	h.handler = handler
	return h
}

func cpr(t testing.TB) *house {
	t.Helper()
	c, _, err := library.Load("cpr-2014")
	if err != nil {
		t.Fatal(err)
	}
	return open(t, c)
}

// set puts the clock to a time of day in Copenhagen.
func (h *house) set(at string) {
	t, err := time.ParseInLocation("2006-01-02 15:04", at, calendar.Copenhagen())
	if err != nil {
		h.t.Fatal(err)
	}
	t = t.UTC()
	h.now.Store(&t)
}

// do sends a request in Danish and returns the status and the answer.
func (h *house) do(method, path, as string, body any, headers ...string) (int, []byte) {
	h.t.Helper()
	var raw []byte
	if text, ok := body.(string); ok {
		raw = []byte(text)
	} else if body != nil {
		var err error
		if raw, err = json.Marshal(body); err != nil {
			h.t.Fatal(err)
		}
	}
	r := httptest.NewRequest(method, "/api/v1/contracts/"+h.id+path, bytes.NewReader(raw))
	r.Header.Set("X-Person", as)
	r.Header.Set("Accept-Language", "da")
	if raw != nil {
		r.Header.Set("Content-Type", "application/json")
	}
	for i := 0; i < len(headers); i += 2 {
		r.Header.Set(headers[i], headers[i+1])
	}
	w := httptest.NewRecorder()
	h.handler.ServeHTTP(w, r)
	return w.Code, w.Body.Bytes()
}

// get reads a page into T.
func get[T any](h *house, path, as string) T {
	h.t.Helper()
	var page T
	status, body := h.do(http.MethodGet, path, as, nil)
	if status != http.StatusOK {
		h.t.Fatalf("GET %s as %s: %d %s", path, as, status, body)
	}
	if err := json.Unmarshal(body, &page); err != nil {
		h.t.Fatalf("GET %s: %v", path, err)
	}
	return page
}

// fields are a request's body.
type fields map[string]any

// post records something on the clock's day and answers the fact's id.
func (h *house) post(path, as string, body fields) string {
	h.t.Helper()
	body = h.headed(body)
	status, answer := h.do(http.MethodPost, path, as, body)
	if status != http.StatusCreated {
		h.t.Fatalf("POST %s as %s: %d %s", path, as, status, answer)
	}
	return body["id"].(string)
}

// headed fills in the id and the day where the body has none.
func (h *house) headed(body fields) fields {
	full := fields{"id": uuid.Must(uuid.NewV7()).String(), "day": calendar.DateOf(*h.now.Load()).String()}
	for k, v := range body {
		full[k] = v
	}
	return full
}

// problem is what a refusal says.
type problem struct {
	Status   int              `json:"status"`
	Code     string           `json:"code"`
	Detail   string           `json:"detail"`
	Errors   []map[string]any `json:"errors"`
	Current  *record.Fact     `json:"current"`
	Proposed map[string]any   `json:"proposed"`
}

// refused posts and answers the problem that must come back.
func (h *house) refused(path, as string, body fields) problem {
	h.t.Helper()
	status, answer := h.do(http.MethodPost, path, as, h.headed(body))
	var p problem
	if err := json.Unmarshal(answer, &p); err != nil || status < 400 {
		h.t.Fatalf("POST %s as %s: %d %s", path, as, status, answer)
	}
	return p
}
