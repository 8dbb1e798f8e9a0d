package scorecard_test

import (
	"net/http"
	"strings"
	"testing"

	"opfyldt/internal/scorecard"
)

func TestEveryFigureOpensToItsFacts(t *testing.T) {
	t.Parallel()
	h := cpr(t)
	h.set("2014-06-24 14:25")
	fact := h.post("/steps/plan.done/updates", "lead", fields{"status": "done"})
	page := get[scorecard.ExplanationPage](h, "/explanation?figure=goal:1", "department")
	if page.Explanation.Figure != "goal:1" || page.Explanation.Text == "" || len(page.Facts) != 1 || page.Facts[0].ID != fact {
		t.Errorf("goal 1: %+v", page)
	}
	var walk func(e scorecard.Explanation)
	walk = func(e scorecard.Explanation) {
		if e.Text == e.Rule || strings.Contains(e.Text, "{") || e.Facts == nil || e.Children == nil {
			t.Errorf("%s is not put into words: %q", e.Figure, e.Text)
		}
		for _, child := range e.Children {
			walk(child)
		}
	}
	whole := get[scorecard.ExplanationPage](h, "/explanation", "department")
	walk(whole.Explanation)
	if whole.Explanation.Figure != "total" || len(whole.Explanation.Children) < 8 || len(whole.Readings) == 0 {
		t.Errorf("the total: %d children, %d readings", len(whole.Explanation.Children), len(whole.Readings))
	}
	if status, _ := h.do(http.MethodGet, "/explanation?figure=goal:99", "department", nil); status != http.StatusNotFound {
		t.Errorf("no such figure: %d", status)
	}
}

// Points stand at the contract's first day, at 9 September when goal 1 is
// settled, and today. 24 June changes no bound: the goal is still open between
// 0 and 100.
func TestTheYearLineHasAPointWhereSomethingChanged(t *testing.T) {
	t.Parallel()
	h := cpr(t)
	h.set("2014-06-24 14:25")
	h.post("/steps/plan.draft/updates", "lead", fields{"status": "started"})
	h.set("2014-06-25 10:00")
	h.post("/steps/plan.done/updates", "lead", fields{"status": "done"})
	h.set("2014-09-09 16:30")
	h.post("/steps/plan.discussed/updates", "lead", fields{"status": "done"})
	h.set("2014-10-02 09:00")
	year := get[scorecard.Timeline](h, "/timeline", "lead")
	var days []string
	for _, p := range year.Points {
		days = append(days, p.Day.String()+"="+p.Total.String())
	}
	got := strings.Join(days, " ")
	if !strings.HasPrefix(got, "2014-01-01=0 ") || !strings.HasSuffix(got, " 2014-09-09=12.5 2014-10-02=12.5") || strings.Contains(got, "2014-06-24") {
		t.Errorf("got %s", got)
	}
	if len(year.Deadlines) == 0 || year.From.String() != "2014-01-01" {
		t.Errorf("got %+v", year)
	}
}

func TestALeadAddsAWorkingStep(t *testing.T) {
	t.Parallel()
	h := cpr(t)
	h.set("2014-03-03 09:00")
	h.post("/items/plan/steps", "lead", fields{"title": "Høring", "planned": "2014-04-01", "dependsOn": []string{"plan.draft"}})
	var added string
	for _, s := range get[scorecard.StepList](h, "/steps", "lead").Steps {
		if s.Added {
			added = s.ID
			if s.Goal != "1" || s.Item != "plan" || !s.CanReport || s.Decides || len(s.Waiting) != 1 {
				t.Errorf("the added step: %+v", s)
			}
		}
	}
	h.post("/steps/"+added+"/updates", "lead", fields{"status": "done"})
	if p := h.refused("/items/plan/steps", "lead2", fields{"title": "x", "planned": "2014-04-01"}); p.Status != http.StatusForbidden {
		t.Errorf("another lead: %+v", p)
	}
	list := get[scorecard.FactList](h, "/facts?goal=1&limit=1", "auditor")
	if len(list.Facts) != 1 || list.Next == nil || *list.Next != 0 || list.Facts[0].Sentence == "" {
		t.Errorf("facts: %+v", list)
	}
	rest := get[scorecard.FactList](h, "/facts?goal=1&after=0", "auditor")
	if len(rest.Facts) != 1 || rest.Next != nil {
		t.Errorf("the rest: %+v", rest)
	}
	page := get[scorecard.FactPage](h, "/facts/"+rest.Facts[0].ID, "auditor")
	if page.Fact.ID != rest.Facts[0].ID || len(page.History) != 1 {
		t.Errorf("a fact: %+v", page)
	}
}

// Before the first fact, and before the year, every page still answers.
func TestPagesAnswerBeforeAnythingHappened(t *testing.T) {
	t.Parallel()
	h := cpr(t)
	h.set("2014-06-24 14:25")
	fact := h.post("/steps/plan.done/updates", "lead", fields{"status": "done"})
	for _, path := range []string{"/overview", "/timeline", "/goals/1", "/explanation", "/steps", "/facts"} {
		if status, answer := h.do(http.MethodGet, path+"?asOf=2013-06-01", "lead", nil); status != http.StatusOK || strings.Contains(string(answer), "null,null") {
			t.Errorf("%s: %d %s", path, status, answer)
		}
	}
	o := get[scorecard.Overview](h, "/overview?asOf=2013-06-01", "lead")
	if o.Head.Size != 0 || len(o.Changes) != 0 || o.Total.Obtained.String() != "0" || o.Total.Best.String() != "100" {
		t.Errorf("the overview: %+v %+v", o.Head, o.Total)
	}
	if status, _ := h.do(http.MethodGet, "/facts/"+fact+"?asOf=2014-06-23", "lead", nil); status != http.StatusNotFound {
		t.Errorf("a fact that was not there yet: %d", status)
	}
}
