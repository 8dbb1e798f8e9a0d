package apptest

import (
	"net/http"
	"strings"
	"testing"

	"opfyldt/internal/spotcheck"
	"opfyldt/internal/work"
)

// clause is the address of what is recorded of a clause at the first customer.
func clause(act string) string { return of("r", 1, "clauses/a/"+act) }

// asks are what My work asks of spot checks.
func asks(c *Client) string {
	var page work.TaskPage
	c.Get("/work", &page)
	var list []string
	for _, l := range page.Lines {
		if l.Kind == spotcheck.TaskSpotcheck {
			what := l.What
			if l.Late {
				what = "LATE " + what
			}
			list = append(list, what)
		}
	}
	return strings.Join(list, "; ")
}

// A finding goes from a countersigned deviation to another's look at what was done:
// only then it is closed, never by who owns it or said that it is mended, and also
// when the round is concluded. My work asks everybody for their part.
func TestAFindingIsFollowedUp(t *testing.T) {
	t.Parallel()
	h := New(t)
	one, two, lead := h.As("auditor"), h.As("auditor2"), h.As("lead")
	planned(t, one, "r", listed(t, one, fiftyCustomers()))
	if got := asks(one); got != "Commit to the draw" {
		t.Errorf("asked before the draw: %s", got)
	}
	drawn(t, one, two, "r")
	if got := asks(two); got != "Customers to be checked: 7" {
		t.Errorf("asked after the draw: %s", got)
	}
	for n := range 7 {
		review(one, "r", n+1, "", map[bool]string{true: "deviation", false: "kept"}[n == 0])
	}
	verdict := look(one, "r").Customers[0].Reviews[0].ID
	plan := map[string]any{"verdict": verdict, "owner": map[string]string{"subject": "lead"}, "deadline": "2014-11-10", "measure": "Hver sin bruger"}
	one.Post(clause("findings"), body(plan), http.StatusConflict, nil) // nobody has countersigned
	if got := asks(two); got != "Customers to be countersigned: 7" || asks(one) != "" {
		t.Errorf("asked before the signature: %s; the writer %s", got, asks(one))
	}
	for _, c := range look(two, "r").Customers {
		countersign(two, "r", c.Number, c.Reviews[0].ID, "accepted", http.StatusCreated)
	}
	lead.Post(clause("findings"), body(plan), http.StatusForbidden, nil)
	one.Post(of("r", 1, "clauses/b/findings"), body(plan), http.StatusConflict, nil) // that one is kept
	made := body(plan)
	one.Post(clause("findings"), made, http.StatusCreated, nil)
	one.Post(spotchecks+"/rounds/r/conclusions", body(map[string]any{"text": "Én afviger."}), http.StatusCreated, nil)
	if got := asks(lead); got != "Mend what was found at customer no. 1" {
		t.Errorf("the owner is asked: %s", got)
	}
	if got := asks(h.As("management")); got != "Answer the conclusion" {
		t.Errorf("management is asked: %s", got)
	}

	h.Turn(9 * day) // 12 November: two days late
	lead, one, two = h.As("lead"), h.As("auditor"), h.As("auditor2")
	department := h.As("department")
	if got := asks(lead); got != "LATE Mend what was found at customer no. 1" {
		t.Errorf("the owner is asked: %s", got)
	}
	if got := asks(one); !strings.HasPrefix(got, "LATE ") || asks(two) != "" {
		t.Errorf("who made it is told: %s", got)
	}
	var all spotcheck.GoalFindings
	department.Get(spotchecks+"/findings", &all)
	if len(all.Findings) != 1 || !all.Findings[0].Overdue || all.Findings[0].Deviation != "Fælles brugernavn" || all.Findings[0].MayReport {
		t.Fatalf("the department reads: %+v", all)
	}
	again := body(map[string]any{"verdict": verdict, "owner": map[string]string{"subject": "lead"}, "deadline": "2014-11-20", "measure": "Hver sin bruger", "expects": made["id"], "day": "2014-11-12"})
	one.Post(clause("findings"), again, http.StatusUnprocessableEntity, nil) // why
	again["reason"] = "Leverandøren er forsinket"
	one.Post(clause("findings"), again, http.StatusCreated, nil)

	measure := body(map[string]any{"text": "De tre har fået hver sin.", "day": "2014-11-12"})
	department.Post(clause("measures"), measure, http.StatusForbidden, nil)
	lead.Post(clause("measures"), measure, http.StatusCreated, nil)
	recheck := func(c *Client, fact any, verdict, note, expects string, status int) string {
		t.Helper()
		b := body(map[string]any{"fact": fact, "verdict": verdict, "note": note, "day": "2014-11-12", "expects": expects})
		c.Post(clause("rechecks"), b, status, nil)
		return b["id"].(string)
	}
	recheck(lead, measure["id"], "accepted", "", "", http.StatusForbidden) // the owner's, and no auditor's
	if got := asks(one); got != "Look whether customer no. 1 is mended" {
		t.Errorf("the auditor is asked: %s", got)
	}
	sentBack := recheck(one, measure["id"], "returned", "Den fjerde mangler", "", http.StatusCreated)
	second := body(map[string]any{"text": "Også den fjerde.", "day": "2014-11-12", "expects": measure["id"]})
	one.Post(clause("measures"), second, http.StatusCreated, nil)
	recheck(one, second["id"], "accepted", "", sentBack, http.StatusForbidden) // their own report
	recheck(two, second["id"], "accepted", "", sentBack, http.StatusCreated)
	one.Post(clause("measures"), body(map[string]any{"text": "Mere", "day": "2014-11-12", "expects": second["id"]}), http.StatusConflict, nil)
	var now spotcheck.GoalFindings
	one.Get(spotchecks+"/findings", &now)
	f := now.Findings[0]
	if f.State != "closed" || f.Overdue || len(f.Facts) != 6 || asks(lead) != "" {
		t.Errorf("closed: %+v", f)
	}

	// The customer over rounds: what was found, and what came of it.
	var past spotcheck.CustomerHistory
	ref := look(one, "r").Customers[0].Ref
	department.Get(spotchecks+"/history?ref="+ref, &past)
	if len(past.Rounds) != 1 || past.Name != "Kunden Nummer"+ref[2:] || len(past.Rounds[0].Findings) != 1 || past.Rounds[0].Customer.State != "countersigned" {
		t.Errorf("the customer: %+v", past)
	}
	if a := one.Send("GET", "/api/v1"+spotchecks+"/history?ref=K-999", ""); a.StatusCode != http.StatusNotFound {
		t.Errorf("a customer that there is not: %d", a.StatusCode)
	}
	if a := h.As("admin").Send("GET", "/api/v1"+spotchecks+"/history?ref="+ref, ""); a.StatusCode != http.StatusForbidden {
		t.Errorf("an administrator reads a customer: %d", a.StatusCode)
	}
}

// The owner of a finding does not look at it themselves, whatever they may do.
func TestAnOwnerDoesNotRecheckTheirOwn(t *testing.T) {
	t.Parallel()
	h := New(t)
	one, two := h.As("auditor"), h.As("auditor2")
	verdict := deviating(t, one, two, "r")
	countersign(two, "r", 1, verdict, "accepted", http.StatusCreated)
	one.Post(clause("findings"), body(map[string]any{"verdict": verdict, "owner": map[string]string{"subject": "auditor2"}, "deadline": "2014-11-10", "measure": "Ring"}), http.StatusCreated, nil)
	measure := body(map[string]any{"text": "Ringet"})
	one.Post(clause("measures"), measure, http.StatusCreated, nil)
	look := body(map[string]any{"fact": measure["id"], "verdict": "accepted"})
	two.Post(clause("rechecks"), look, http.StatusForbidden, nil) // owns it
	one.Post(clause("rechecks"), look, http.StatusForbidden, nil) // reported it
}

// A step that a round concludes is reported by hand only with the reason why no round
// in the register does it.
func TestAStepThatARegisterConcludesNeedsAReason(t *testing.T) {
	t.Parallel()
	h := New(t)
	lead := h.As("lead")
	by := map[string]any{"id": NewID(), "day": "2014-11-03", "status": "done", "note": "Konkluderet"}
	a := lead.Send("POST", "/api/v1"+path("/steps/%s/updates", "spot-checks.concluded"), encoded(t, by))
	if a.StatusCode != http.StatusUnprocessableEntity || !strings.Contains(a.Text, "body.reason") {
		t.Errorf("by hand: %d %s", a.StatusCode, a.Text)
	}
	by["reason"] = "Runden blev holdt uden for registret"
	lead.Post(path("/steps/%s/updates", "spot-checks.concluded"), by, http.StatusCreated, nil)
}
