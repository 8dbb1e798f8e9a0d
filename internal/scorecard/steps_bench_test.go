package scorecard_test

import (
	"context"
	"encoding/json"
	"fmt"
	"net/http"
	"net/http/httptest"
	"testing"
	"time"

	"github.com/jackc/pgx/v5"

	"opfyldt/internal/calendar"
	"opfyldt/internal/contract"
	"opfyldt/internal/exact"
	"opfyldt/internal/ledger"
)

// many is a contract with one goal of a hundred items of ten steps.
func many() *contract.Contract {
	day := calendar.MustDate
	r := contract.Requirement{ID: "1", Measure: contract.Milestones, Degree: contract.DegreeRule{By: contract.ByTarget}}
	for i := range 100 {
		item := contract.Item{ID: fmt.Sprintf("item-%d", i), Title: fmt.Sprintf("Service %d", i)}
		for s := range 10 {
			item.Steps = append(item.Steps, contract.Step{
				ID: fmt.Sprintf("step-%d-%d", i, s), Title: fmt.Sprintf("Trin %d", s), Due: day("2014-06-30"), Decides: s == 9,
			})
		}
		r.Items = append(r.Items, item)
	}
	return &contract.Contract{
		ID: "many", Version: 1, Period: calendar.Period{From: day("2014-01-01"), To: day("2014-12-31")}, Signed: day("2013-12-18"),
		Weights: contract.Weights{Kind: contract.Percents, Sum: exact.Int(100)}, Total: contract.TotalRule{By: contract.WeightedSum},
		Blocks: []contract.Block{{Goals: []contract.Goal{{
			ID: "1", Weight: contract.Weight{Value: exact.Int(100)}, Kept: exact.Int(100),
			Scale:   contract.Scale{Degrees: []exact.Rat{exact.Int(0), exact.Int(100)}, Max: exact.Int(100)},
			Combine: contract.Combine{By: contract.AllOf}, Requirements: []contract.Requirement{r},
		}}}},
	}
}

const plainSteps = `
SELECT DISTINCT ON (subject) contract_id, id::text, kind, subject, goal, day, recorded, actor_subject, actor_name, actor_role,
       coalesce(supersedes::text, ''), body, leaf
  FROM facts WHERE contract_id = $1 AND kind = 'milestone.update' ORDER BY subject, leaf DESC`

// plain reads the same thousand rows by pgx alone and writes them as JSON.
func plain(b *testing.B, h *house) []byte {
	rows, err := h.db.Pool.Query(context.Background(), plainSteps, h.id)
	if err != nil {
		b.Fatal(err)
	}
	type row struct {
		Contract, ID, Kind, Subject, Goal     string
		Day, Recorded                         time.Time
		ActorSubject, ActorName, Role, Before string
		Body                                  json.RawMessage
		Leaf                                  int64
	}
	list, err := pgx.CollectRows(rows, pgx.RowToStructByPos[row])
	if err != nil {
		b.Fatal(err)
	}
	out, err := json.Marshal(list)
	if err != nil || len(list) != 1000 {
		b.Fatal(err, len(list))
	}
	return out
}

// BenchmarkSteps compares the list of 1,000 steps with plain pgx. Cold is the
// first reader after a fact; warm is another reader of the same log; kept is the
// same reader again.
func BenchmarkSteps(b *testing.B) {
	h := open(b, many())
	h.set("2014-03-03 09:00")
	for i := range 100 {
		for s := range 10 {
			body := h.headed(fields{"status": "started", "progress": 10 * s, "note": "Går efter planen"})
			raw, _ := json.Marshal(fields{"status": "started", "progress": 10 * s, "note": "Går efter planen"})
			if _, err := h.book.Record(context.Background(), teller("lead"), ledger.Submission{
				Contract: h.id, ID: body["id"].(string), Kind: "milestone.update", Subject: fmt.Sprintf("step-%d-%d", i, s),
				Day: calendar.MustDate("2014-03-03"), Body: raw,
			}); err != nil {
				b.Fatal(err)
			}
		}
	}
	b.Run("plain", func(b *testing.B) {
		for b.Loop() {
			plain(b, h)
		}
	})
	n := 0
	ask := func(b *testing.B, path string) {
		r := httptest.NewRequest(http.MethodGet, "/api/v1/contracts/many"+path, nil)
		r.Header.Set("X-Person", "department")
		w := httptest.NewRecorder()
		h.handler.ServeHTTP(w, r)
		if w.Code != http.StatusOK {
			b.Fatal(w.Code, w.Body.String())
		}
	}
	b.Run("cold", func(b *testing.B) { // another instant in the past each time: neither the page nor the state is kept
		for b.Loop() {
			n++
			day := calendar.MustDate("2014-03-04").AddDays(n % 20000)
			h.set(day.AddDays(2).String() + " 09:00")
			ask(b, "/steps")
		}
	})
	b.Run("warm", func(b *testing.B) { // another query each time: the page is not kept, the state is
		for b.Loop() {
			n++
			ask(b, fmt.Sprintf("/steps?asOf=%d-01-01T00:00:00.%06dZ", 2100+n%1000, n%1000000))
		}
	})
	b.Run("kept", func(b *testing.B) {
		for b.Loop() {
			ask(b, "/steps")
		}
	})
}
