package apptest

import (
	"net/http"
	"strings"
	"testing"

	"opfyldt/internal/bulk"
	"opfyldt/internal/measure/budget"
)

// baseFile is 1,000 kr. a month on one line.
const baseFile = "Linje;Navn;Januar;Februar;Marts;April;Maj;Juni;Juli;August;September;Oktober;November;December\n" +
	"10;Løn;1.000;1.000;1.000;1.000;1.000;1.000;1.000;1.000;1.000;1.000;1.000;1.000\n"

const postingsFile = "Bilag;Dato;Linje;Tekst;Beløb\nA1;31-01-2014;10;Løn;1.010,00\nA2;28-02-2014;10;Løn;1.020,00\nA3;31-03-2014;10;Løn;1.030,00\n"

// Postings become the goal's figure: 3,060 kr. of 3,000 deviate by 2 %, which keeps the
// goal. What is gone is asked about, the same again is not written, the budget stands
// once the year has begun, and an explanation is a fact of its line.
func TestPostingsBecomeTheGoalsDeviation(t *testing.T) {
	t.Parallel()
	h := New(t)
	lead := h.As("lead")
	at := "/contracts/cpr-2014/requirements/8/budget"
	base := map[string]any{"id": NewID(), "day": "2013-12-20"}
	if a := lead.Send(http.MethodPost, "/api/v1"+at+"/imports", encoded(t, sent(postingsFile, map[string]any{"id": NewID(), "day": "2014-03-31"}))); a.StatusCode != http.StatusUnprocessableEntity {
		t.Errorf("postings without a budget: %d %s", a.StatusCode, a.Text)
	}
	if a := lead.Send(http.MethodPost, "/api/v1"+at+"/base", encoded(t, sent(baseFile, base))); !strings.Contains(a.Text, "body.reason") {
		t.Errorf("a budget that comes in after the year began says nothing of why: %d %s", a.StatusCode, a.Text)
	}
	base["reason"] = "Systemet blev taget i brug i april"
	lead.Post(at+"/base", sent(baseFile, base), http.StatusCreated, nil)
	lead.Post(at+"/base", sent(baseFile, base), http.StatusOK, nil)

	first := map[string]any{"id": NewID(), "day": "2014-03-31"}
	if a := h.As("auditor").Send(http.MethodPost, "/api/v1"+at+"/imports", encoded(t, sent(postingsFile, first))); a.StatusCode != http.StatusForbidden {
		t.Errorf("an auditor takes postings in: %d", a.StatusCode)
	}
	lead.Post(at+"/imports", sent(postingsFile, first), http.StatusCreated, nil)
	lead.Post(at+"/imports", sent(postingsFile, first), http.StatusOK, nil)
	var page budget.BudgetPage
	h.As("department").Get(at, &page)
	if v := page.View; v == nil || v.Deviation != "2" || !*v.Kept || v.Account.Spent != 306_000 || v.Planned != "0.5" || !page.Counts || len(v.Quarters) != 1 || page.CanSettle {
		t.Fatalf("the page says %+v", page)
	}

	again := map[string]any{"id": NewID(), "day": "2014-03-31", "expects": page.ExpectsPostings, "reason": "Rettet"}
	if a := lead.Send(http.MethodPost, "/api/v1"+at+"/imports", encoded(t, sent(postingsFile, again))); !strings.Contains(a.Text, "body.content") {
		t.Errorf("the same postings again: %d %s", a.StatusCode, a.Text)
	}
	less := strings.Replace(postingsFile, "A3;31-03-2014;10;Løn;1.030,00\n", "A4;31-03-2014;10;Løn;1.030,01\n", 1)
	again["id"] = NewID()
	if a := lead.Send(http.MethodPost, "/api/v1"+at+"/imports", encoded(t, sent(less, again))); !strings.Contains(a.Text, "body.gone") {
		t.Errorf("a posting is gone: %d %s", a.StatusCode, a.Text)
	}
	var p budget.BudgetPreview
	lead.Post(at+"/preview", sent(less, map[string]any{"what": "postings", "day": "2014-03-31"}), http.StatusOK, &p)
	if p.NewCount != 1 || p.GoneCount != 1 || p.Unchanged != 2 || p.Result == nil || *p.Result.Kept || !*p.Standing.Kept {
		t.Errorf("the preview says %+v", p)
	}
	if a := lead.Send(http.MethodPost, "/api/v1"+at+"/preview", encoded(t, sent(less, map[string]any{"what": "postings", "day": "2014-12-31"}))); a.StatusCode != http.StatusUnprocessableEntity || !strings.Contains(a.Text, "body.day") {
		t.Errorf("a preview until a day to come: %d %s", a.StatusCode, a.Text)
	}
	unsaid := map[string]any{"id": NewID(), "day": "2014-03-31", "expects": page.ExpectsPostings}
	changed := strings.Replace(postingsFile, "1.030,00", "1.030,01", 1)
	if a := lead.Send(http.MethodPost, "/api/v1"+at+"/imports", encoded(t, sent(changed, unsaid))); !strings.Contains(a.Text, "1 posting that came in before") {
		t.Errorf("a posting is changed without a reason: %d %s", a.StatusCode, a.Text)
	}
	again["id"], again["gone"] = NewID(), true
	lead.Post(at+"/imports", sent(less, again), http.StatusCreated, nil)
	var proof bulk.RowProof
	h.As("department").Get(at+"/postings/proof?reference=A2", &proof)
	if err := proof.Proof.Check([]byte(proof.Row), proof.Root); err != nil || !strings.Contains(proof.Row, `"amount":102000`) {
		t.Errorf("the proof of A2: %v of %s", err, proof.Row)
	}
	if a := h.As("department").Send(http.MethodGet, "/api/v1"+at+"/postings/proof?reference=A9", ""); a.StatusCode != http.StatusNotFound {
		t.Errorf("the proof of a posting that is not there: %d", a.StatusCode)
	}
	var rows struct {
		Count int
		Sum   int64
	}
	h.As("auditor").Get(at+"/postings?line=10&month=2014-03", &rows)
	if rows.Count != 1 || rows.Sum != 103_001 {
		t.Errorf("March's postings: %+v", rows)
	}

	late := map[string]any{"id": NewID(), "day": "2014-04-01", "expects": page.ExpectsBase, "reason": "For lavt"}
	if a := lead.Send(http.MethodPost, "/api/v1"+at+"/base", encoded(t, sent(baseFile, late))); a.StatusCode != http.StatusUnprocessableEntity || !strings.Contains(a.Text, "amendment") {
		t.Errorf("another budget in the year: %d %s", a.StatusCode, a.Text)
	}
	lead.Post(at+"/explanations", map[string]any{"id": NewID(), "day": "2014-04-01", "line": "10", "text": "Overarbejde"}, http.StatusCreated, nil)
	h.As("department").Get(at, &page)
	if page.Late != "Systemet blev taget i brug i april" {
		t.Errorf("the page does not say that the budget came late: %q", page.Late)
	}
	if page.View.Lines[0].Explanation != "Overarbejde" || *page.View.Kept {
		t.Errorf("after the correction: %+v", page.View)
	}
}
