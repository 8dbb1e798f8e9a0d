package planfile_test

import (
	"bytes"
	"context"
	"encoding/json"
	"fmt"
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"
	"time"

	"opfyldt/internal/access"
	"opfyldt/internal/calendar"
	"opfyldt/internal/contract"
	"opfyldt/internal/databasetest"
	"opfyldt/internal/exact"
	"opfyldt/internal/fault"
	"opfyldt/internal/ledger"
	"opfyldt/internal/milestone"
	"opfyldt/internal/planfile"
	"opfyldt/internal/record"
	"opfyldt/internal/scorecard"
	"opfyldt/internal/web"
)

// noon of 30 June 2014 in Copenhagen is when these tests happen.
var noon = time.Date(2014, 6, 30, 10, 0, 0, 0, time.UTC)

// agreed is a contract of two goals, the first with n steps in items of ten, the
// second with one step: s-0, s-1, … and other.
func agreed(n int) *contract.Contract {
	day := calendar.MustDate
	goal := func(id, title string, items []contract.Item) contract.Goal {
		return contract.Goal{ID: id, Title: title, Weight: contract.Weight{Value: exact.Int(50)}, Kept: exact.Int(100),
			Scale:   contract.Scale{Degrees: []exact.Rat{exact.Int(0), exact.Int(100)}, Max: exact.Int(100)},
			Combine: contract.Combine{By: contract.AllOf}, Requirements: []contract.Requirement{{
				ID: id, Measure: contract.Milestones, Degree: contract.DegreeRule{By: contract.ByTarget}, Items: items}}}
	}
	var items []contract.Item
	for i := range n {
		if i%10 == 0 {
			items = append(items, contract.Item{ID: fmt.Sprintf("item-%d", i/10), Title: fmt.Sprintf("Ydelse %d", i/10)})
		}
		item := &items[i/10]
		item.Steps = append(item.Steps, contract.Step{ID: fmt.Sprintf("s-%d", i), Title: fmt.Sprintf("Trin %d", i), Due: day("2014-09-01").AddDays(i % 100), Owner: "Åse"})
	}
	return &contract.Contract{
		ID: "c", Version: 1, Period: calendar.Period{From: day("2014-01-01"), To: day("2014-12-31")}, Signed: day("2013-12-18"),
		Weights: contract.Weights{Kind: contract.Percents, Sum: exact.Int(100)}, Total: contract.TotalRule{By: contract.WeightedSum},
		Blocks: []contract.Block{{Goals: []contract.Goal{goal("1", "Modernisering", items),
			goal("2", "Sikkerhed", []contract.Item{{ID: "x", Title: "Tilsyn", Steps: []contract.Step{{ID: "other", Title: "Besøg", Due: day("2014-10-01")}}}})}}},
	}
}

var people = map[string]access.Person{
	"lead":    {ID: "u-lead", FullName: "Lene Leder", Roles: []access.Role{access.Lead}, Goals: []string{"1"}, Contracts: []string{access.Everything}},
	"lead2":   {ID: "u-lead2", FullName: "Lars Leder", Roles: []access.Role{access.Lead}, Goals: []string{"1", "2"}, Contracts: []string{access.Everything}},
	"auditor": {ID: "u-auditor", FullName: "Aud Revisor", Roles: []access.Role{access.Auditor}, Contracts: []string{access.Everything}},
}

type byHeader struct{}

func (byHeader) Authenticate(r *http.Request) (web.Person, error) {
	if p, ok := people[r.Header.Get("X-Person")]; ok {
		return p, nil
	}
	return nil, fault.New(fault.Unauthenticated, "web.unauthenticated", nil)
}

type one struct{ c *contract.Contract }

func (o one) Contract(context.Context, string, time.Time) (*contract.Contract, error) {
	return o.c, nil
}

type heads struct{ book *ledger.Book }

func (h heads) Head(ctx context.Context, id string) (string, error) {
	head, err := h.book.Head(ctx, id, time.Time{})
	return fmt.Sprint(head.Size), err
}

// house is the plan's pages on a real Postgres behind the real engine.
type house struct {
	t       testing.TB
	book    *ledger.Book
	handler http.Handler
}

func open(t testing.TB, c *contract.Contract) *house {
	t.Helper()
	db := databasetest.New(t)
	if err := ledger.Enter(t.Context(), db.Pool, c.ID); err != nil {
		t.Fatal(err)
	}
	now := noon
	clock := func() time.Time { now = now.Add(time.Millisecond); return now }
	look := func(context.Context, string) (*contract.Contract, error) { return c, nil }
	book := ledger.NewBook(db.Pool, look, clock, milestone.Kinds()...)
	r := web.New(web.Options{
		Clock: clock, Authenticator: byHeader{}, Heads: heads{book},
		Known: func(string) bool { return true },
	})
	milestone.Handlers{Book: record.Book{Contracts: one{c}, Facts: book, Recorder: book}}.Routes(r)
	planfile.Handlers{Pages: scorecard.NewReader(book, one{c}, nil, true), Log: book}.Routes(r)
	handler, err := r.Handler()
	if err != nil {
		t.Fatal(err)
	}
	return &house{t, book, handler}
}

// send sends a request in Danish.
func (h *house) send(method, path, as, media string, body []byte, headers ...string) (int, []byte) {
	h.t.Helper()
	r := httptest.NewRequest(method, "/api/v1/contracts/c"+path, bytes.NewReader(body))
	r.Header.Set("X-Person", as)
	r.Header.Set("Content-Type", media)
	for i := 0; i < len(headers); i += 2 {
		r.Header.Set(headers[i], headers[i+1])
	}
	w := httptest.NewRecorder()
	h.handler.ServeHTTP(w, r)
	return w.Code, w.Body.Bytes()
}

func (h *house) export(query, as string) []byte {
	h.t.Helper()
	status, body := h.send("GET", "/plan/file"+query, as, "", nil)
	if status != http.StatusOK {
		h.t.Fatalf("export: %d %.300s", status, body)
	}
	return body
}

func (h *house) preview(file []byte, as string) planfile.Preview {
	h.t.Helper()
	status, body := h.send("POST", "/plan/preview", as, "application/octet-stream", file)
	var p planfile.Preview
	if err := json.Unmarshal(body, &p); err != nil || status != http.StatusOK {
		h.t.Fatalf("preview: %d %.300s", status, body)
	}
	return p
}

// reports are those of the changes, to be sent.
func reports(p planfile.Preview) map[string]any {
	list := []milestone.StepReport{}
	for _, c := range p.Changes {
		list = append(list, c.Report)
	}
	return map[string]any{"reports": list}
}

func (h *house) commit(body any, as string) (int, string) {
	h.t.Helper()
	raw, err := json.Marshal(body)
	if err != nil {
		h.t.Fatal(err)
	}
	status, answer := h.send("POST", "/steps/updates", as, "application/json", raw)
	return status, string(answer)
}

func (h *house) leaves() int64 {
	h.t.Helper()
	head, err := h.book.Head(h.t.Context(), "c", time.Time{})
	if err != nil {
		h.t.Fatal(err)
	}
	return head.Size
}

// edited is a text file with cells changed: "s-1 expected" → "2014-10-01".
func edited(t *testing.T, file []byte, changes map[string]string) []byte {
	t.Helper()
	places := map[string]int{"step": 0, "goal": 1, "item": 2, "title": 3, "agreed": 4, "expected": 5, "done": 6, "status": 7, "progress": 8, "risk": 9, "owner": 10, "note": 11, "reason": 12, "fact": 13}
	lines := strings.Split(strings.TrimSuffix(string(file), "\r\n"), "\r\n")
	made := 0
	for i, line := range lines {
		cells := strings.Split(line, ";")
		id := cells[0]
		for at, text := range changes {
			if step, column, _ := strings.Cut(at, " "); step == id {
				cells[places[column]] = text
				made++
			}
		}
		lines[i] = strings.Join(cells, ";")
	}
	if made != len(changes) {
		t.Fatalf("%d of %d changes made", made, len(changes))
	}
	return []byte(strings.Join(lines, "\r\n") + "\r\n")
}

// shown are the changed cells of a preview: "F3 s-1 expected 2014-09-02→2014-10-01".
func shown(p planfile.Preview) string {
	var out []string
	for _, c := range p.Changes {
		for _, cell := range c.Cells {
			out = append(out, fmt.Sprintf("%s %s %s %s→%s", cell.Cell, c.Step, cell.Column, cell.Old, cell.New))
		}
	}
	return strings.Join(out, "\n")
}

func faults(p planfile.Preview) string {
	var out []string
	for _, f := range p.Faults {
		out = append(out, f.Cell+": "+f.Message)
	}
	return strings.Join(out, "\n")
}
