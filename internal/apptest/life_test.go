package apptest

import (
	"fmt"
	"net/http"
	"testing"
)

// fact is what these tests read of a fact.
type fact struct {
	ID, Kind, Subject, Sentence string
	Leaf                        int64
	Actor                       struct{ Subject, Role string }
}

type answer struct{ Fact fact }

type step struct {
	ID, Status, State    string
	CanReport, CanVerify bool
	Fact                 *fact
}

func (c *Client) step(id string) step {
	c.h.t.Helper()
	var list struct{ Steps []step }
	c.Get("/contracts/"+Contract+"/steps", &list)
	for _, s := range list.Steps {
		if s.ID == id {
			return s
		}
	}
	c.h.t.Fatalf("there is no step %s", id)
	return step{}
}

// firstStep is a step of the contract, whichever comes first.
func (c *Client) firstStep() step {
	c.h.t.Helper()
	var list struct{ Steps []step }
	c.Get("/contracts/"+Contract+"/steps", &list)
	if len(list.Steps) == 0 {
		c.h.t.Fatal("the contract has no steps")
	}
	return list.Steps[0]
}

func path(format string, args ...any) string {
	return "/contracts/" + Contract + fmt.Sprintf(format, args...)
}

// A lead reports, an auditor verifies, management assesses: each sees what the
// one before did, and the log counts the facts.
func TestFromAReportToAnAssessment(t *testing.T) {
	t.Parallel()
	h := New(t)
	lead, auditor, management := h.As("lead"), h.As("auditor"), h.As("management")
	s := lead.firstStep()
	if !s.CanReport || s.CanVerify {
		t.Fatalf("to the lead the step is %+v", s)
	}
	var reported answer
	update := map[string]any{"id": NewID(), "day": "2014-10-30", "status": "done", "progress": 100, "note": "Taget i brug."}
	lead.Post(path("/steps/%s/updates", s.ID), update, http.StatusCreated, &reported)
	if reported.Fact.Actor.Subject != "lead" || reported.Fact.Actor.Role != "lead" || reported.Fact.Sentence == "" {
		t.Errorf("recorded %+v", reported.Fact)
	}
	var again answer
	lead.Post(path("/steps/%s/updates", s.ID), update, http.StatusOK, &again)
	if again.Fact.ID != reported.Fact.ID || again.Fact.Leaf != reported.Fact.Leaf {
		t.Errorf("the same request again: %+v, first %+v", again.Fact, reported.Fact)
	}
	seen := auditor.step(s.ID)
	if seen.Status != "done" || !seen.CanVerify || seen.CanReport || seen.Fact == nil || seen.Fact.ID != reported.Fact.ID {
		t.Fatalf("to the auditor the step is %+v", seen)
	}
	auditor.Post(path("/steps/%s/verifications", s.ID), map[string]any{
		"id": NewID(), "day": "2014-11-03", "fact": reported.Fact.ID, "verdict": "accepted",
	}, http.StatusCreated, nil)
	management.Post(path("/goals/2/assessments"), map[string]any{
		"id": NewID(), "day": "2014-11-03", "degree": "50", "reason": "To services er forsinkede.",
	}, http.StatusCreated, nil)
	var overview struct {
		Head    struct{ Size int64 }
		Changes []fact
	}
	management.Get(path("/overview"), &overview)
	if n := len(overview.Changes); n < 3 || overview.Changes[0].Kind != "goal.assessment" {
		t.Errorf("changes %+v", overview.Changes)
	}
	if overview.Head.Size != overview.Changes[0].Leaf+1 {
		t.Errorf("the log has %d facts, the newest is %d", overview.Head.Size, overview.Changes[0].Leaf)
	}
}

// Who comes second is shown what the first one wrote, and what they wrote
// themselves.
func TestAStaleForm(t *testing.T) {
	t.Parallel()
	h := New(t)
	lead := h.As("lead")
	s := lead.firstStep()
	send := func(expects string, progress, status int, into any) {
		t.Helper()
		body := map[string]any{"id": NewID(), "day": "2014-10-30", "status": "started", "progress": progress}
		if expects != "" {
			body["expects"] = expects
		}
		lead.Post(path("/steps/%s/updates", s.ID), body, status, into)
	}
	var first answer
	send("", 10, http.StatusCreated, &first)
	var stale struct {
		Code     string
		Current  fact
		Proposed struct{ Body struct{ Progress int } }
	}
	send("", 20, http.StatusConflict, &stale)
	if stale.Current.ID != first.Fact.ID || stale.Current.Sentence == "" || stale.Proposed.Body.Progress != 20 {
		t.Errorf("got %+v", stale)
	}
	send(first.Fact.ID, 20, http.StatusCreated, nil)
}

// The goals of a token are the only ones that it reports on.
func TestOwnGoals(t *testing.T) {
	t.Parallel()
	h := New(t)
	lead := h.As("lead")
	var list struct {
		Steps []struct{ ID, Goal string }
	}
	lead.Get(path("/steps"), &list)
	var made struct{ Secret string }
	lead.Post("/tokens", map[string]any{
		"name": "goal 2", "operations": []string{"milestone.report", "contract.read"}, "contracts": []string{Contract},
		"goals": []string{"2"}, "expires": "2027-01-01T00:00:00Z",
	}, http.StatusCreated, &made)
	token := h.WithToken(made.Secret)
	tried := map[string]bool{}
	for _, s := range list.Steps {
		if tried[s.Goal] {
			continue
		}
		tried[s.Goal] = true
		want := http.StatusForbidden
		if s.Goal == "2" {
			want = http.StatusCreated
		}
		token.Post(path("/steps/%s/updates", s.ID), map[string]any{
			"id": NewID(), "day": "2014-10-30", "status": "started", "progress": 5,
		}, want, nil)
	}
	if len(tried) < 3 {
		t.Errorf("tried goals %v", tried)
	}
}

// An earlier day shows what was known then.
func TestAsOf(t *testing.T) {
	t.Parallel()
	h := New(t)
	lead := h.As("lead")
	s := lead.firstStep()
	lead.Post(path("/steps/%s/updates", s.ID), map[string]any{
		"id": NewID(), "day": "2014-10-30", "status": "started", "progress": 40,
	}, http.StatusCreated, nil)
	var then struct{ Steps []step }
	lead.Get(path("/steps?asOf=2014-11-02"), &then)
	for _, was := range then.Steps {
		if was.ID == s.ID && (was.Status != "planned" || was.CanReport) {
			t.Errorf("the day before the step was %+v", was)
		}
	}
	if now := lead.step(s.ID); now.Status != "started" {
		t.Errorf("now the step is %+v", now)
	}
}
