package apptest

import (
	"fmt"
	"net/http"
	"slices"
	"strings"
	"testing"

	"opfyldt/internal/draw"
)

// drawnCase is a case to be held against its file.
type drawnCase struct {
	Reference, Received, Due string
	Stops                    []struct {
		From, To, Reason string
		Counts           bool
	}
}

// samplePage is what an auditor sees of a subsample.
type samplePage struct {
	Result struct{ ID string }
	Drawn  []drawnCase
	Draw   struct {
		Population, Size     int64
		Round, Frame, Random string
	}
	Tolerated int
	CanVerify bool
	Found     *struct {
		Size, Differing, Upper int64
		Cases                  []struct {
			Reference, Note string
			Differs         bool
		}
	}
}

// hundredCases are concluded in time, but for five; five more are open.
func hundredCases() string {
	var file strings.Builder
	file.WriteString("Sagsnummer;Modtaget;Afsluttet;Stop1 fra;Stop1 til;Stop1 årsag\n")
	for n := range 100 {
		concluded := "10-06-2014"
		if n < 5 {
			concluded = "10-09-2014"
		}
		fmt.Fprintf(&file, "S-%03d;15-01-2014;%s;01-03-2014;05-03-2014;Ferie\n", n, concluded)
	}
	for n := range 5 {
		fmt.Fprintf(&file, "O-%d;01-10-2014;;;;\n", n)
	}
	return file.String()
}

// An auditor verifies a result by a subsample of the cases that it counts: sized
// exactly, drawn by a seed from the log, replayed by anybody with the references.
func TestAResultIsVerifiedByASubsampleOfItsCases(t *testing.T) {
	t.Parallel()
	h := New(t)
	send(t, h.As("lead"), "5a", hundredCases(), http.StatusCreated, ask("id", NewID()))
	auditor := h.As("auditor")
	var page samplePage
	auditor.Get(path("/requirements/5a/cases/sample"), &page)
	// 100 cases of which at most 4 may differ, with 95 % confidence: 45 are looked at,
	// for with 5 differing C(95,45)/C(100,45) is 4.6 %, and with 44 still 5.1 %.
	if page.Draw.Population != 100 || page.Draw.Size != 45 || page.Tolerated != 5 || len(page.Drawn) != 45 || !page.CanVerify {
		t.Fatalf("%+v, %d drawn", page.Draw, len(page.Drawn))
	}
	replay(t, page)
	// What the file is asked for stands with the case, a stop that does not count as well.
	if one := page.Drawn[0]; one.Received != "2014-01-15" || one.Due == "" || len(one.Stops) != 1 || one.Stops[0].From != "2014-03-01" || one.Stops[0].To != "2014-03-05" || one.Stops[0].Reason != "Ferie" || one.Stops[0].Counts {
		t.Errorf("a drawn case: %+v", one)
	}

	verify := func(who *Client, body map[string]any, status int, place string) {
		t.Helper()
		body["id"], body["fact"], body["day"], body["verdict"] = NewID(), page.Result.ID, "2014-11-03", "accepted"
		a := who.Send(http.MethodPost, "/api/v1"+path("/requirements/5a/verifications"), encoded(t, body))
		if a.StatusCode != status || !strings.Contains(a.Text, place) {
			t.Errorf("%d, want %d at %s: %s", a.StatusCode, status, place, a.Text)
		}
	}
	sample := func(change func([]map[string]any) []map[string]any) map[string]any {
		cases := []map[string]any{}
		for _, d := range page.Drawn {
			cases = append(cases, map[string]any{"reference": d.Reference})
		}
		return map[string]any{"sample": map[string]any{"cases": change(cases), "upper": 0, "population": 7}}
	}
	all := func(cases []map[string]any) []map[string]any { return cases }
	verify(auditor, map[string]any{}, http.StatusUnprocessableEntity, "body.unsampled")
	verify(auditor, sample(func(c []map[string]any) []map[string]any { return c[1:] }), http.StatusUnprocessableEntity, "body.sample.cases")
	verify(auditor, sample(func(c []map[string]any) []map[string]any { c[0]["reference"] = "O-1"; return c }), http.StatusUnprocessableEntity, "O-1")
	verify(auditor, sample(func(c []map[string]any) []map[string]any { c[3]["differs"] = true; return c }), http.StatusUnprocessableEntity, "body.sample.cases[3].note")
	verify(h.As("lead"), sample(all), http.StatusForbidden, "")
	differs := sample(func(c []map[string]any) []map[string]any {
		c[0]["differs"], c[0]["note"] = true, "Afgørelsen er dateret 11. juni."
		return c
	})
	verify(auditor, differs, http.StatusUnprocessableEntity, "body.note")
	differs["note"] = "Én dags forskel, stadig i tide."
	verify(auditor, differs, http.StatusCreated, "")
	auditor.Get(path("/requirements/5a/cases/sample"), &page)
	// One of 45 differed: up to 8 of the 100 may (docs/sampling.md).
	if f := page.Found; f == nil || f.Size != 45 || f.Differing != 1 || f.Upper != 8 || len(f.Cases) != 45 || page.CanVerify {
		t.Errorf("found: %+v", page.Found)
	}
	var goal struct {
		Requirements []struct {
			Results []struct{ Verification struct{ Rests string } }
		}
	}
	auditor.Get(path("/goals/5"), &goal)
	const rests = "45 of 100 cases held against the files, 1 differed; with 95% confidence at most 8 differ"
	if got := goal.Requirements[0].Results[0].Verification.Rests; got != rests {
		t.Errorf("on the goal's page: %q", got)
	}
}

// replay draws again from what the page says and the references alone.
func replay(t *testing.T, page samplePage) {
	t.Helper()
	var all []draw.Customer
	for n := range 100 {
		all = append(all, draw.Customer{ID: fmt.Sprintf("S-%03d", n)})
	}
	if frame := draw.Frame(all); frame != page.Draw.Frame || len(page.Draw.Random) != 64 || page.Draw.Round != page.Result.ID {
		t.Errorf("the seed is of %+v, the list's frame is %s", page.Draw, frame)
	}
	drawn, err := draw.Sample(draw.Seed{Round: page.Draw.Round, Frame: page.Draw.Frame, Random: page.Draw.Random}.String(), all, page.Draw.Size, false)
	if err != nil {
		t.Fatal(err)
	}
	if !slices.EqualFunc(drawn, page.Drawn, func(a draw.Drawn, b drawnCase) bool { return a.ID == b.Reference }) {
		t.Error("another draw came of the same seed")
	}
}

// A month's count is verified by the cases concluded in the month; without a
// subsample only with a reason; a typed result has none.
func TestAMonthIsVerifiedByItsOwnCases(t *testing.T) {
	t.Parallel()
	h := New(t)
	var file strings.Builder
	file.WriteString("Sagsnummer;Modtaget;Afsluttet\n")
	for n := range 60 {
		fmt.Fprintf(&file, "D-%02d;01-12-2013;%02d-%02d-2014\n", n, 1+n%28, 1+n%2)
	}
	send(t, h.As("lead"), "5b", file.String(), http.StatusCreated, ask("id", NewID(), "day", "2014-02-28"))
	auditor := h.As("auditor")
	var page samplePage
	auditor.Get(path("/requirements/5b/cases/sample?subject=5b/2014-02"), &page)
	if page.Draw.Population != 30 || len(page.Drawn) == 0 {
		t.Fatalf("%+v", page.Draw)
	}
	body := map[string]any{"id": NewID(), "subject": "5b/2014-02", "fact": page.Result.ID, "day": "2014-11-03", "verdict": "accepted",
		"unsampled": "Alle 30 akter er set."}
	auditor.Post(path("/requirements/5b/verifications"), body, http.StatusCreated, nil)
	h.As("lead").Post(path("/requirements/6/results"), map[string]any{"id": NewID(), "day": "2014-10-31", "source": "Analyse",
		"figures": map[string]any{"satisfied": 80, "answered": 100}}, http.StatusCreated, nil)
	a := auditor.Send(http.MethodGet, "/api/v1"+path("/requirements/6/cases/sample"), "")
	if a.StatusCode != http.StatusNotFound {
		t.Errorf("of a typed result: %d %s", a.StatusCode, a.Text)
	}
}
