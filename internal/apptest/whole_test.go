package apptest

import (
	"bytes"
	"encoding/json"
	"net/http"
	"slices"
	"strings"
	"testing"

	"github.com/xuri/excelize/v2"

	"opfyldt/internal/bulk"
	"opfyldt/internal/papertest"
)

// concluded takes a round to its conclusion: 7 of 50 checked, the second deviates,
// the seventh is replaced; and management answers.
func concluded(t *testing.T, h *House, name string) (one *Client) {
	t.Helper()
	one, two := h.As("auditor"), h.As("auditor2")
	planned(t, one, name, listed(t, one, fiftyCustomers()))
	drawn(t, one, two, name)
	at := spotchecks + "/rounds/" + name
	one.Post(at+"/customers/7/replacements", body(map[string]any{"reason": "Kunden er lukket"}), http.StatusCreated, nil)
	for _, n := range []int{1, 2, 3, 4, 5, 6, 8} {
		review(one, name, n, "", map[bool]string{true: "deviation", false: "kept"}[n == 2])
	}
	for _, c := range look(two, name).Customers {
		if c.State == "reviewed" {
			countersign(two, name, c.Number, c.Reviews[0].ID, "accepted", http.StatusCreated)
		}
	}
	one.Post(at+"/conclusions", body(map[string]any{"text": "Kunderne følger reglerne på nær én."}), http.StatusCreated, nil)
	h.As("management").Post(at+"/responses", body(map[string]any{
		"conclusion": look(one, name).Facts["spotcheck.conclusion"].ID, "text": "Vi taler med kunden.",
	}), http.StatusCreated, nil)
	return one
}

// A concluded round is taken away as a workbook and as a report; both say the same as
// the page and name nobody. Before the conclusion there is neither.
func TestAConcludedRoundIsTakenAway(t *testing.T) {
	h := New(t)
	at := "/api/v1" + spotchecks + "/rounds/"
	one := concluded(t, h, "2014-1")
	planned(t, one, "2014-2", look(one, "2014-1").Draw.Population)
	for _, what := range []string{"workbook", "report"} {
		if a := one.Send("GET", at+"2014-2/"+what, ""); a.StatusCode != http.StatusConflict {
			t.Errorf("%s of a round that is planned: %d", what, a.StatusCode)
		}
		if a := h.As("admin").Send("GET", at+"2014-1/"+what, ""); a.StatusCode != http.StatusForbidden {
			t.Errorf("%s for an administrator: %d", what, a.StatusCode)
		}
	}
	r := look(one, "2014-1")
	department := h.As("department")
	sheets := workbookOf(t, department.Send("GET", at+"2014-1/workbook", "", "Accept-Language", "da").Text)
	if got := len(sheets["Lodtrækning"]); got != 1+19 { // the heads, 7 drawn, 12 who stand by
		t.Errorf("draw: %d rows", got)
	}
	if got := len(sheets["Kontroller"]); got != 1+7*2 {
		t.Errorf("verdicts: %d rows", got)
	}
	for sheet, wants := range map[string][]string{
		"Plan":        {"Følger kunderne vilkårene?", "Liste over brugere", r.Draw.Frame, r.Draw.Seed, "80 pct."},
		"Lodtrækning": {r.Draw.Customers[0].Ref, "Trådte i stedet for nr. 7", "Kunden er lukket"},
		"Kontroller":  {"Fælles brugernavn", "alvorlig", "afviger", r.Customers[1].Reviews[0].ID},
		"Konklusion":  {"Kunderne følger reglerne på nær én.", "17", "overholdt: 6, afveg: 1, ikke relevant: 0, alvorlig: 1", "Vi taler med kunden."},
		"Log":         {"spotcheck.draw", "spotcheck.conclusion", r.Facts["spotcheck.plan"].ID},
	} {
		all := slices.Concat(sheets[sheet]...)
		for _, want := range wants {
			if !slices.ContainsFunc(all, func(cell string) bool { return strings.Contains(cell, want) }) {
				t.Errorf("%s: no %q", sheet, want)
			}
		}
		if text := strings.Join(all, "\n"); strings.Contains(text, "Kunden Nummer") || strings.Contains(text, "kunde.dk") || strings.Contains(text, "spotcheck.whole") {
			t.Errorf("%s names somebody, or lacks a text", sheet)
		}
	}
	checkReport(t, department.Send("GET", at+"2014-1/report", "", "Accept-Language", "da").Text, r, "Følger kunderne vilkårene?",
		"Kunden er lukket", "Fælles brugernavn", "Vi taler med kunden.", "Side 1 af ", "0,186651")
	checkReport(t, department.Send("GET", at+"2014-1/report", "", "Accept-Language", "en").Text, r, "Management’s answer", "Page 1 of ", "0.186651")
}

func workbookOf(t *testing.T, file string) map[string][][]string {
	t.Helper()
	f, err := excelize.OpenReader(strings.NewReader(file))
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	sheets := map[string][][]string{}
	for _, name := range f.GetSheetList() {
		if sheets[name], err = f.GetRows(name); err != nil {
			t.Fatal(err)
		}
	}
	return sheets
}

// checkReport holds that the report has what an auditor from outside needs. The lines
// of a page are joined: hashes are broken over several.
func checkReport(t *testing.T, file string, r round, wants ...string) {
	t.Helper()
	pages, err := papertest.Pages([]byte(file))
	if err != nil || len(pages) < 2 || len(pages) > 6 {
		t.Fatalf("%d pages, %v", len(pages), err)
	}
	text := strings.Join(pages, "")
	whole := strings.ReplaceAll(text, "\n", "")
	for _, want := range append(wants, r.Draw.Frame, r.Facts["spotcheck.conclusion"].ID, "opfyldt-draw/1", "opfyldt spotcheck replay", r.Draw.Customers[6].Ref) {
		if !strings.Contains(whole, want) && !strings.Contains(text, want) {
			t.Errorf("the report has no %q", want)
		}
	}
	if strings.Contains(whole, "Kunden Nummer") || strings.Contains(whole, "spotcheck.whole") || strings.Contains(whole, "{") {
		t.Errorf("the report names somebody, or lacks a text: %s", text)
	}
}

// That a drawn customer was on the list is proved by its row against the root that
// the list's fact states; another row has no such proof.
func TestADrawnCustomersRowIsProved(t *testing.T) {
	h := New(t)
	one, two := h.As("auditor"), h.As("auditor2")
	list := listed(t, one, fiftyCustomers())
	planned(t, one, "r", list)
	r := drawn(t, one, two, "r")
	var p bulk.RowProof
	one.Get(spotchecks+"/rounds/r/customers/3/proof", &p)
	if err := p.Proof.Check([]byte(p.Row), p.Root); err != nil || p.Fact != list || p.Proof.Size != 50 {
		t.Errorf("%v %+v", err, p)
	}
	var row struct{ Ref string }
	if err := json.Unmarshal([]byte(p.Row), &row); err != nil || row.Ref != r.Draw.Customers[2].Ref || strings.Contains(p.Row, "Nummer") {
		t.Errorf("the row: %s", p.Row)
	}
	if p.Proof.Check(bytes.Replace([]byte(p.Row), []byte("K-0"), []byte("K-9"), 1), p.Root) == nil {
		t.Error("another customer is proved")
	}
	if a := one.Send("GET", "/api/v1"+spotchecks+"/rounds/r/customers/50/proof", ""); a.StatusCode != http.StatusNotFound {
		t.Errorf("a customer that was not drawn: %d", a.StatusCode)
	}
}
