package apptest

import (
	"net/http"
	"strings"
	"testing"

	"opfyldt/internal/discussion"
	"opfyldt/internal/work"
)

// A question lies with the one asked, in My work, until it is answered; both
// stand on the goal's page and in its history in words.
func TestAQuestionGoesToWhoIsAskedAndBack(t *testing.T) {
	t.Parallel()
	h := New(t)
	lead, auditor := h.As("lead"), h.As("auditor")
	var people struct{ People []discussion.Person }
	auditor.Get(path("/people"), &people)
	names := ""
	for _, p := range people.People {
		names += p.Name + ", "
	}
	if !strings.Contains(names, "Line Lund, ") || strings.Contains(names, "Asger Aas") {
		t.Errorf("who can be asked: %s", names)
	}
	ask := map[string]any{"id": NewID(), "day": "2014-11-03", "text": "Hvor ligger testrapporten?", "to": map[string]any{"subject": "lead"}}
	auditor.Post(path("/goals/2/questions"), ask, http.StatusCreated, nil)
	waiting := tasksOf(lead, "question")
	if len(waiting) != 1 || waiting[0].Question != "Hvor ligger testrapporten?" || waiting[0].Number != "2" || waiting[0].Contract != Contract {
		t.Fatalf("the lead's questions: %+v", waiting)
	}
	if others := tasksOf(auditor, "question"); len(others) != 0 {
		t.Errorf("the auditor's questions: %+v", others)
	}
	var d discussion.Discussion
	lead.Get(path("/goals/2/discussion"), &d)
	if len(d.Entries) != 1 || !d.Entries[0].CanAnswer || d.Entries[0].To.Name != "Line Lund" || d.Entries[0].State != discussion.Open {
		t.Fatalf("the discussion: %+v", d)
	}
	answer := map[string]any{"id": NewID(), "day": "2014-11-03", "question": ask["id"], "text": "I sagen, bilag 2."}
	lead.Post(path("/goals/2/questions/%s/answers", d.Entries[0].Name), answer, http.StatusCreated, nil)
	if left := tasksOf(lead, "question"); len(left) != 0 {
		t.Errorf("after the answer: %+v", left)
	}
	var page struct {
		History []struct{ Sentence string }
	}
	lead.Get(path("/goals/2"), &page)
	if len(page.History) < 2 || page.History[0].Sentence != "Digitalisering: answer: I sagen, bilag 2." ||
		page.History[1].Sentence != "Digitalisering: question to Line Lund: Hvor ligger testrapporten?" {
		t.Errorf("the history: %+v", page.History)
	}
	// As of the day before, nothing had been said.
	lead.Get(path("/goals/2/discussion?asOf=2014-11-02"), &d)
	if len(d.Entries) != 0 || d.CanWrite {
		t.Errorf("the day before: %+v", d)
	}
	number := map[string]any{"id": NewID(), "day": "2014-11-03", "text": "Borger 010170-1234 spørger"}
	var refused struct{ Errors []struct{ Location string } }
	auditor.Post(path("/goals/2/comments"), number, http.StatusUnprocessableEntity, &refused)
	if len(refused.Errors) != 1 || refused.Errors[0].Location != "body.text" {
		t.Errorf("a person number: %+v", refused)
	}
	admin := map[string]any{"id": NewID(), "day": "2014-11-03", "text": "Hej"}
	h.As("admin").Post(path("/goals/2/comments"), admin, http.StatusForbidden, nil)
}

// tasksOf lists what waits for somebody of a kind.
func tasksOf(c *Client, kind string) []work.TaskLine {
	var page work.TaskPage
	c.Get("/work", &page)
	var lines []work.TaskLine
	for _, l := range page.Lines {
		if string(l.Kind) == kind {
			lines = append(lines, l)
		}
	}
	return lines
}

// My work spans the contracts that one sees, and asks nobody to look at their own.
func TestMyWorkSpansContractsAndLeavesOutOnesOwn(t *testing.T) {
	t.Parallel()
	h := New(t)
	lead := h.As("lead")
	s := lead.firstStep()
	done := map[string]any{"id": NewID(), "day": "2014-10-30", "status": "done"}
	lead.Post(path("/steps/%s/updates", s.ID), done, http.StatusCreated, nil)
	both := map[string]bool{}
	for _, l := range tasksOf(lead, "step") {
		both[l.Contract] = true
		if l.Contract == Contract && l.Subject == s.ID {
			t.Errorf("what is done waits: %+v", l)
		}
	}
	if !both[Contract] || !both[Other] {
		t.Errorf("contracts with steps: %v", both)
	}
	if own := tasksOf(lead, "verify_step"); len(own) != 0 {
		t.Errorf("the lead verifies what they reported: %+v", own)
	}
	verify := tasksOf(h.As("auditor"), "verify_step")
	if len(verify) != 1 || verify[0].Subject != s.ID || verify[0].Claim == nil || verify[0].Claim.ID != done["id"] {
		t.Errorf("the auditor's queue: %+v", verify)
	}
	tag := lead.Send("GET", "/api/v1/work", "").Header.Get("Etag")
	if again := lead.Send("GET", "/api/v1/work", "", "If-None-Match", tag); tag == "" || again.StatusCode != http.StatusNotModified {
		t.Errorf("asked again: %d with %q", again.StatusCode, tag)
	}
}
