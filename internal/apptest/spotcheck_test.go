package apptest

import (
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"net/http"
	"net/url"
	"strings"
	"testing"

	"opfyldt/internal/draw"
)

const spotchecks = "/contracts/" + Contract + "/goals/3/spotchecks"

// fiftyCustomers are 30 municipalities and 20 private customers.
func fiftyCustomers() string {
	var b strings.Builder
	b.WriteString("Kundenummer;Navn;Sektor;Kontakt\n")
	for i := 1; i <= 50; i++ {
		sector := "Kommune"
		if i > 30 {
			sector = "Privat"
		}
		fmt.Fprintf(&b, "K-%03d;Kunden Nummer%03d;%s;post%03d@kunde.dk\n", i, i, sector, i)
	}
	return b.String()
}

// round is what the tests look at of a round.
type round struct {
	State   string
	Missing int
	Plan    struct{ Size, Design int64 }
	Draw    struct {
		Seed, Frame, Population string
		Customers               []struct {
			Ref    string
			Number int
		}
	}
	Facts     map[string]struct{ ID string }
	Customers []struct {
		Number           int
		Ref, State, Name string
		MaySign          bool
		Reviews, Signed  []struct{ ID string }
		Asides           []struct{ ID string }
		Replaced         *struct{ ID string }
	}
	Figures struct {
		Checked, Replaced int64
		Without, AsIf     struct{ Population, Sample, Found, Upper int64 }
		Clauses           []struct {
			Kept, Deviations int64
			BySeverity       map[string]int64
		}
	}
}

// listed takes the customers in and answers the list's id.
func listed(t *testing.T, c *Client, file string) string {
	t.Helper()
	q := url.Values{"id": {NewID()}, "day": {"2014-11-03"}, "name": {"kunder.csv"}}
	var out struct {
		Population struct {
			Rows    int64
			Columns []struct{ Name string }
		}
		Fact struct{ ID string }
	}
	Read(t, c.Send("POST", "/api/v1"+spotchecks+"/population?"+q.Encode(), file, "Content-Type", "application/octet-stream"), http.StatusCreated, &out)
	if out.Population.Rows != 50 || len(out.Population.Columns) != 1 || out.Population.Columns[0].Name != "sektor" {
		t.Fatalf("list: %+v", out)
	}
	return out.Fact.ID
}

func body(more map[string]any) map[string]any {
	b := map[string]any{"id": NewID(), "day": "2014-11-03"}
	for k, v := range more {
		b[k] = v
	}
	return b
}

func look(c *Client, name string) (r round) {
	c.Get(spotchecks+"/rounds/"+name, &r)
	return r
}

// planned plans a round that detects 10 deviating of the 50 at 80 %: of 50 with 10
// deviating, 6 drawn hold none with a probability of 0.2416 and 7 with 0.1867.
func planned(t *testing.T, c *Client, name, list string) {
	t.Helper()
	c.Post(spotchecks+"/rounds/"+name+"/plans", body(map[string]any{
		"title": "Vilkår for adgang", "question": "Følger kunderne vilkårene?", "population": list,
		"checklist": []map[string]any{{"title": "Adgangen er personlig", "evidence": "Liste over brugere"}, {"title": "Opslag logges"}},
		"method":    "detection", "confidence": "0.8", "share": "0.2", "source": "people",
		"people": []map[string]any{{"subject": "auditor"}, {"subject": "auditor2"}},
	}), http.StatusCreated, nil)
}

// drawn lets both people commit and reveal, and draws.
func drawn(t *testing.T, one, two *Client, name string) round {
	t.Helper()
	at := spotchecks + "/rounds/" + name
	secrets := []string{strings.Repeat("a1", 16), strings.Repeat("b2", 16)}
	plan := look(one, name).Facts["spotcheck.plan"].ID
	for i, c := range []*Client{one, two} {
		raw, err := hex.DecodeString(secrets[i])
		if err != nil {
			t.Fatal(err)
		}
		c.Post(fmt.Sprintf("%s/commitments/%d", at, i+1), body(map[string]any{"plan": plan, "hash": draw.Commitment(raw)}), http.StatusCreated, nil)
		if i == 0 {
			one.Post(at+"/reveals/1", body(map[string]any{"secret": secrets[0]}), http.StatusConflict, nil)
		}
	}
	two.Post(at+"/reveals/2", body(map[string]any{"secret": secrets[0]}), http.StatusUnprocessableEntity, nil)
	for i, c := range []*Client{one, two} {
		one.Post(at+"/draws", body(nil), http.StatusConflict, nil)
		c.Post(fmt.Sprintf("%s/reveals/%d", at, i+1), body(map[string]any{"secret": secrets[i]}), http.StatusCreated, nil)
	}
	one.Post(at+"/draws", body(nil), http.StatusCreated, nil)
	return look(one, name)
}

func review(c *Client, name string, number int, expects, first string) {
	clause := map[string]any{"clause": "a", "finding": first}
	if first == "deviation" {
		clause["severity"], clause["note"] = "serious", "Fælles brugernavn"
	}
	c.Post(fmt.Sprintf("%s/rounds/%s/customers/%d/verdicts", spotchecks, name, number), body(map[string]any{
		"expects": expects, "clauses": []map[string]any{clause, {"clause": "b", "finding": "kept"}},
	}), http.StatusCreated, nil)
}

func countersign(c *Client, name string, number int, fact, verdict string, status int) {
	c.Post(fmt.Sprintf("%s/rounds/%s/customers/%d/countersignatures", spotchecks, name, number), body(map[string]any{
		"fact": fact, "verdict": verdict, "note": map[string]string{"returned": "Hvor mange bruger det?"}[verdict],
	}), status, nil)
}

// A round goes from the list to the conclusion by two auditors; the step that the
// contract says is concluded by it is done, and the department reads what came of it.
func TestARoundFromTheListToTheStepItConcludes(t *testing.T) {
	h := New(t)
	one, two, department := h.As("auditor"), h.As("auditor2"), h.As("department")
	planned(t, one, "2014-1", listed(t, one, fiftyCustomers()))
	if r := look(one, "2014-1"); r.State != "planned" || r.Plan.Size != 7 || r.Plan.Design != 10 {
		t.Fatalf("plan: %+v", r)
	}
	department.Post(spotchecks+"/rounds/2014-1/draws", body(nil), http.StatusForbidden, nil)
	r := drawn(t, one, two, "2014-1")
	if r.State != "reviewing" || len(r.Customers) != 7 || r.Missing != 7 {
		t.Fatalf("draw: %+v", r)
	}
	if a := department.Send("GET", "/api/v1"+spotchecks+"/rounds/2014-1", ""); a.StatusCode != http.StatusNotFound {
		t.Errorf("the department reads a round under way: %d", a.StatusCode)
	}
	conclusion := body(map[string]any{"text": "Kunderne følger reglerne på nær én."})
	one.Post(spotchecks+"/rounds/2014-1/conclusions", conclusion, http.StatusConflict, nil)
	one.Post(spotchecks+"/rounds/2014-1/customers/7/replacements", body(map[string]any{"reason": "Kunden er lukket"}), http.StatusCreated, nil)
	for _, n := range []int{1, 2, 3, 4, 5, 6, 8} {
		review(one, "2014-1", n, "", map[bool]string{true: "deviation", false: "kept"}[n == 2])
	}
	for _, c := range look(two, "2014-1").Customers {
		if c.State == "reviewed" {
			countersign(one, "2014-1", c.Number, c.Reviews[0].ID, "accepted", http.StatusForbidden)
			countersign(two, "2014-1", c.Number, c.Reviews[0].ID, "accepted", http.StatusCreated)
		}
	}
	r = look(one, "2014-1")
	// 7 of 50 checked, 1 deviates: with 18 deviating of 50 P(X <= 1) is
	// (C(32,7) + 18*C(32,6)) / C(50,7) = 19,677,312 / 99,884,400 = 0.1970 <= 0.2, with 17
	// (C(33,7) + 17*C(33,6)) / C(50,7) = 23,100,704 / 99,884,400 = 0.2313 > 0.2.
	// As if the replaced one deviated too, 2 of 8.
	f := r.Figures
	if f.Checked != 7 || f.Replaced != 1 || f.Without.Found != 1 || f.Without.Upper != 17 || f.AsIf.Found != 2 || f.AsIf.Sample != 8 || f.AsIf.Upper <= 17 {
		t.Errorf("figures: %+v", f)
	}
	if f.Clauses[0].Deviations != 1 || f.Clauses[0].BySeverity["serious"] != 1 || f.Clauses[1].Kept != 7 {
		t.Errorf("clauses: %+v", f.Clauses)
	}
	one.Post(spotchecks+"/rounds/2014-1/conclusions", conclusion, http.StatusCreated, nil)
	if s := one.step("spot-checks.concluded"); s.Status != "done" {
		t.Errorf("the step: %+v", s)
	}
	one.Post(spotchecks+"/rounds/2014-1/customers/1/replacements", body(map[string]any{"reason": "For sent"}), http.StatusConflict, nil)
	h.As("management").Post(spotchecks+"/rounds/2014-1/responses", body(map[string]any{
		"conclusion": look(one, "2014-1").Facts["spotcheck.conclusion"].ID, "text": "Vi taler med kunden.",
	}), http.StatusCreated, nil)
	if r := look(department, "2014-1"); r.State != "concluded" || !strings.HasPrefix(r.Customers[0].Name, "Kunden Nummer") {
		t.Errorf("the department reads: %+v", r)
	}
	if a := h.As("admin").Send("GET", "/api/v1"+spotchecks+"/rounds/2014-1", ""); a.StatusCode != http.StatusForbidden {
		t.Errorf("an administrator reads customers: %d", a.StatusCode)
	}
}

// What is exported draws the same customers again without the service, and anything
// else draws others: a customer, a digit of the seed. No fact names a customer.
func TestADrawIsDoneAgainFromItsExport(t *testing.T) {
	h := New(t)
	one, two := h.As("auditor"), h.As("auditor2")
	planned(t, one, "r", listed(t, one, fiftyCustomers()))
	r := drawn(t, one, two, "r")
	a := one.Send("GET", "/api/v1"+spotchecks+"/rounds/r/export", "")
	var out struct {
		Seed  string
		Size  int64
		Frame []struct{ ID string }
		Facts []struct{ Kind string }
	}
	Read(t, a, http.StatusOK, &out)
	if strings.Contains(a.Text, "Nummer0") || strings.Contains(a.Text, "kunde.dk") {
		t.Error("the export names customers")
	}
	if len(out.Facts) != 7 { // list, plan, two commitments, two reveals, draw
		t.Errorf("facts: %+v", out.Facts)
	}
	again := func(seed string, change func([]draw.Customer)) string {
		customers := make([]draw.Customer, len(out.Frame))
		for i, c := range out.Frame {
			customers[i].ID = c.ID
		}
		change(customers)
		sample, err := draw.Sample(seed, customers, out.Size, false)
		if err != nil {
			t.Fatal(err)
		}
		var ids []string
		for _, s := range sample {
			ids = append(ids, s.ID)
		}
		return strings.Join(ids, " ") + " " + draw.Frame(customers)
	}
	var was []string
	for _, c := range r.Draw.Customers[:out.Size] {
		was = append(was, c.Ref)
	}
	want := strings.Join(was, " ") + " " + r.Draw.Frame
	if got := again(out.Seed, func([]draw.Customer) {}); got != want {
		t.Errorf("drawn again: %s, want %s", got, want)
	}
	if again(out.Seed, func(c []draw.Customer) { c[0].ID = "K-999" }) == want {
		t.Error("a changed customer is not noticed")
	}
	if again(out.Seed+"0", func([]draw.Customer) {}) == want {
		t.Error("a changed seed is not noticed")
	}
	file := one.Send("GET", "/api/v1"+spotchecks+"/rounds/r/frame?format=csv", "")
	if file.StatusCode != http.StatusOK || strings.Count(file.Text, "K-") != 50 {
		t.Errorf("the frame: %d %.200s", file.StatusCode, file.Text)
	}
	// The two secrets' commitments stand before them: what is drawn rests on both.
	sum := sha256.Sum256([]byte(out.Seed))
	if hex.EncodeToString(sum[:]) != draw.SeedHash(out.Seed) {
		t.Error("the seed's hash is another")
	}
}

// A question sends a review back; the newer one is countersigned by who did not write
// it; opening it again says why, and everything that was said stays to be seen.
func TestAReviewSentBackStaysVisible(t *testing.T) {
	h := New(t)
	one, two := h.As("auditor"), h.As("auditor2")
	planned(t, one, "r", listed(t, one, fiftyCustomers()))
	drawn(t, one, two, "r")
	review(one, "r", 1, "", "kept")
	first := look(two, "r").Customers[0].Reviews[0].ID
	countersign(two, "r", 1, first, "returned", http.StatusCreated)
	if c := look(one, "r").Customers[0]; c.State != "returned" || c.MaySign {
		t.Errorf("sent back: %+v", c)
	}
	review(one, "r", 1, first, "deviation")
	countersign(two, "r", 1, first, "accepted", http.StatusConflict) // of what it no longer says
	c := look(two, "r").Customers[0]
	if c.State != "reviewed" || len(c.Reviews) != 2 || len(c.Signed) != 1 || !c.MaySign {
		t.Fatalf("written again: %+v", c)
	}
	countersign(two, "r", 1, c.Reviews[0].ID, "accepted", http.StatusCreated)
	again := body(map[string]any{"expects": c.Reviews[0].ID, "clauses": []map[string]any{{"clause": "a", "finding": "kept"}, {"clause": "b", "finding": "kept"}}})
	two.Post(spotchecks+"/rounds/r/customers/1/verdicts", again, http.StatusUnprocessableEntity, nil)
	again["reason"] = "Kunden har sendt mere"
	two.Post(spotchecks+"/rounds/r/customers/1/verdicts", again, http.StatusCreated, nil)
	newest := look(two, "r").Customers[0].Reviews[0].ID
	countersign(two, "r", 1, newest, "accepted", http.StatusForbidden)
	countersign(one, "r", 1, newest, "accepted", http.StatusCreated)
}

// Two auditors review the same customer at once: one review stands, the other is told,
// and writes theirs over it with a reason or sets it aside, where all can see it. Sent
// again under its id, each is written once.
func TestTwoReviewsAtOnce(t *testing.T) {
	h := New(t)
	one, two := h.As("auditor"), h.As("auditor2")
	planned(t, one, "r", listed(t, one, fiftyCustomers()))
	drawn(t, one, two, "r")
	at := spotchecks + "/rounds/r/customers/1"
	kept := []map[string]any{{"clause": "a", "finding": "kept"}, {"clause": "b", "finding": "kept"}}
	review(one, "r", 1, "", "deviation")
	theirs := body(map[string]any{"clauses": kept})
	var stale struct{ Current struct{ ID string } }
	two.Post(at+"/verdicts", theirs, http.StatusConflict, &stale)
	stands := look(two, "r").Customers[0].Reviews
	if len(stands) != 1 || stale.Current.ID != stands[0].ID {
		t.Fatalf("reviews: %+v, told: %+v", stands, stale)
	}
	aside := body(map[string]any{"clauses": kept, "stands": stale.Current.ID})
	for _, status := range []int{http.StatusCreated, http.StatusOK} {
		two.Post(at+"/asides", aside, status, nil)
	}
	if c := look(one, "r").Customers[0]; len(c.Asides) != 1 || len(c.Reviews) != 1 || c.State != "reviewed" {
		t.Errorf("set aside: %+v", c)
	}
	two.Post(at+"/asides", body(map[string]any{"clauses": kept}), http.StatusConflict, nil)
	two.Post(at+"/asides", body(map[string]any{"expects": aside["id"], "clauses": kept}), http.StatusConflict, nil) // does not say what stands
	over := body(map[string]any{"clauses": kept, "expects": stale.Current.ID})
	two.Post(at+"/verdicts", over, http.StatusUnprocessableEntity, nil) // nobody's review is replaced without a reason
	over["reason"] = "Jeg har set brugerlisten"
	two.Post(at+"/verdicts", over, http.StatusCreated, nil)
	if c := look(one, "r").Customers[0]; len(c.Reviews) != 2 || c.Reviews[0].ID != over["id"] || len(c.Asides) != 1 {
		t.Errorf("written over: %+v", c)
	}
}

// A faulty list is refused whole, each place named, and leaves nothing behind.
func TestAFaultyListOfCustomersIsRefused(t *testing.T) {
	h := New(t)
	c := h.As("auditor")
	for name, file := range map[string]string{
		"an id twice":     "id;navn\nK-1;En\nK-1;To\n",
		"no id":           "id;navn\n;En\n",
		"no column id":    "navn;sektor\nEn;Stat\n",
		"a person number": "id;navn\nK-1;010190-1239\n",
		"no rows":         "id;navn\n",
		"volume in words": "id;navn;opslag\nK-1;En;mange\n",
	} {
		q := url.Values{"id": {NewID()}, "day": {"2014-11-03"}, "name": {"kunder.csv"}}
		a := c.Send("POST", "/api/v1"+spotchecks+"/population?"+q.Encode(), file, "Content-Type", "application/octet-stream")
		if a.StatusCode != http.StatusUnprocessableEntity || !strings.Contains(a.Text, `"location":"file`) || strings.Contains(a.Text, "010190") {
			t.Errorf("%s: %d %.300s", name, a.StatusCode, a.Text)
		}
	}
	var page struct{ Population any }
	if c.Get(spotchecks, &page); page.Population != nil {
		t.Errorf("a list is there: %+v", page)
	}
}
