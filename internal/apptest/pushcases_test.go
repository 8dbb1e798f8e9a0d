package apptest

import (
	"context"
	"iter"
	"net/http"
	"strings"
	"testing"
	"time"

	"opfyldt/internal/calendar"
	"opfyldt/internal/measure/cases"
)

// threePushed are threeCases as another system sends them.
const threePushed = `[{"reference":"S-1","received":"2014-01-15","concluded":"2014-06-10","kind":"Nyt nummer","outcome":"Imødekommet"},
{"reference":"S-2","received":"2014-01-15","concluded":"2014-06-20","kind":"Nyt nummer","outcome":"Afslag"},
{"reference":"S-3","received":"2014-01-15","concluded":"2014-06-20","stops":[{"from":"2014-02-01","to":"2014-03-12","reason":"Sagen behandles i Retslægerådet"}]},
{"reference":"S-4","received":"2014-10-01"}]`

// Another system pushes cases with a token of its own: all or none, compared as a
// file is, and the same again, by key or by content, writes nothing.
func TestAnotherSystemPushesCases(t *testing.T) {
	t.Parallel()
	h := New(t)
	var made struct{ Secret string }
	h.As("lead").Post("/tokens", map[string]any{
		"name": "case system", "operations": []string{"result.report", "contract.read"}, "contracts": []string{Contract},
		"goals": []string{"5"}, "expires": time.Now().AddDate(0, 1, 0).UTC().Format(time.RFC3339),
	}, http.StatusCreated, &made)
	system := h.WithToken(made.Secret)
	push := func(query, body string, status int, headers ...string) (out casesTaken) {
		t.Helper()
		a := system.Send("POST", casesOf("5a")+"?day=2014-11-03"+query, body, append([]string{"Content-Type", "application/json"}, headers...)...)
		if a.StatusCode != status {
			t.Fatalf("%s: %d, want %d: %.400s", query, a.StatusCode, status, a.Text)
		}
		if status < http.StatusBadRequest {
			Read(t, a, status, &out)
		}
		return out
	}
	if seen := push("&preview=true", threePushed, http.StatusOK); seen.New != 4 || seen.Fact != nil || seen.After.Timely != 2 || seen.After.Total != 3 {
		t.Errorf("preview: %+v", seen)
	}
	key := NewID()
	if written := push("", threePushed, http.StatusCreated, "Idempotency-Key", key); written.Fact == nil || written.Fact.ID != key {
		t.Errorf("written: %+v", written)
	}
	facts := factCount(h.As("lead"))
	push("", threePushed, http.StatusOK, "Idempotency-Key", key)
	if again := push("", threePushed, http.StatusOK); again.Fact != nil || again.Unchanged != 4 {
		t.Errorf("the same without a key: %+v", again)
	}
	push("", threePushed, http.StatusUnprocessableEntity, "Idempotency-Key", "four")
	// Other cases under a key that was used are not taken for the first ones.
	push("", strings.Replace(threePushed, "2014-06-20", "2014-06-21", 1), http.StatusConflict, "Idempotency-Key", key)
	a := system.Send("POST", casesOf("5a")+"?day=2014-11-03", strings.Replace(threePushed, "2014-06-20", "2014-06-31", 1), "Content-Type", "application/json")
	if a.StatusCode != http.StatusUnprocessableEntity || !strings.Contains(a.Text, `"/1/concluded"`) {
		t.Errorf("a day that is none: %d %s", a.StatusCode, a.Text)
	}
	if a := system.Send("POST", casesOf("4")+"?day=2014-11-03", threePushed, "Content-Type", "application/json"); a.StatusCode != http.StatusForbidden {
		t.Errorf("another's goal: %d", a.StatusCode)
	}
	if now := factCount(h.As("lead")); now != facts {
		t.Errorf("%d facts more, want none", now-facts)
	}
}

// rowsThen are two cases, and what happens behind them.
func rowsThen(behind func() error) iter.Seq2[cases.Incoming, error] {
	return func(yield func(cases.Incoming, error) bool) {
		for n, reference := range []string{"L-1", "L-2"} {
			row := cases.CaseRow{Reference: reference, Received: calendar.MustDate("2014-01-15")}
			if !yield(cases.Incoming{CaseRow: row, Number: n, Text: []byte(`{"reference":"` + reference + `","received":"2014-01-15"}`)}, nil) {
				return
			}
		}
		if err := behind(); err != nil {
			yield(cases.Incoming{}, err)
		}
	}
}

// Killed while the rows are copied, or between the rows and the fact: nothing
// counts, the very same request can be sent again, and then the same file writes
// nothing.
func TestAnImportKilledInTheMiddleLeavesNothingThatCounts(t *testing.T) {
	h := New(t)
	lead, id := h.As("lead"), NewID()
	facts := factCount(lead)
	store := cases.NewStore(h.Database.DB.Pool)
	in := cases.Intake{Contract: Contract, Requirement: "5a", ID: id, Chain: []string{}, Day: calendar.MustDate("2014-11-03"), Tell: func(string, int, int) {}}
	write := func(*cases.Taken) (bool, error) { return true, nil }

	ctx, kill := context.WithCancel(context.Background())
	if _, err := store.Take(ctx, in, rowsThen(func() error { kill(); return ctx.Err() }), write); err == nil {
		t.Fatal("killed among the rows, and nothing is told")
	}
	if n := rowsOf(t, h, id); n != 0 {
		t.Errorf("%d rows of a transaction that was broken off", n)
	}
	if _, err := store.Take(context.Background(), in, rowsThen(func() error { return nil }), write); err != nil {
		t.Fatal(err)
	}
	if n := rowsOf(t, h, id); n != 2 {
		t.Fatalf("%d rows whose fact never came, want 2", n)
	}
	var list struct{ Found int }
	if lead.Get("/contracts/"+Contract+"/requirements/5a/cases", &list); list.Found != 0 || factCount(lead) != facts {
		t.Errorf("%d cases count, and %d facts more", list.Found, factCount(lead)-facts)
	}
	if again := send(t, lead, "5a", threeCases, http.StatusCreated, ask("id", id)); again.New != 4 {
		t.Errorf("the same request again: %+v", again)
	}
	proveOne(t, lead, "S-3", id)
	if same := send(t, lead, "5a", threeCases, http.StatusOK, ask("id", NewID())); same.Fact != nil || same.Unchanged != 4 {
		t.Errorf("the same file again: %+v", same)
	}
}

func rowsOf(t *testing.T, h *House, id string) (n int) {
	t.Helper()
	if err := h.Database.DB.Pool.QueryRow(context.Background(), `SELECT count(*) FROM case_rows WHERE import_id = $1`, id).Scan(&n); err != nil {
		t.Fatal(err)
	}
	return n
}
