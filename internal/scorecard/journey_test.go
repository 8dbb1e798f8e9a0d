package scorecard_test

import (
	"encoding/json"
	"net/http"
	"strings"
	"testing"

	"opfyldt/internal/milestone"
	"opfyldt/internal/record"
	"opfyldt/internal/scorecard"
)

func line(o scorecard.Overview, id string) scorecard.GoalLine {
	for _, b := range o.Blocks {
		for _, g := range b.Goals {
			if g.ID == id {
				return g
			}
		}
	}
	return scorecard.GoalLine{}
}

// Goal 1 is kept when its plan is done by 30 June and discussed by 31 December.
// Each goal weighs 12.5 %.
func TestAReportChangesTheScoreAndThePastStays(t *testing.T) {
	t.Parallel()
	h := cpr(t)
	before := get[scorecard.Overview](h, "/overview", "lead")
	if g := line(before, "1"); g.State != scorecard.NotStarted || g.Degree.Known || g.Because != "0 af 3 trin i tide" {
		t.Errorf("at first: %+v", g)
	}
	h.set("2014-06-24 14:25")
	h.post("/steps/plan.done/updates", "lead", fields{"status": "done", "expects": ""})
	h.set("2014-09-09 16:30")
	h.post("/steps/plan.discussed/updates", "lead", fields{"status": "done"})
	after := get[scorecard.Overview](h, "/overview", "lead")
	g := line(after, "1")
	if g.State != scorecard.Kept || !g.Degree.Known || g.Degree.Worst.String() != "100" || g.Contribution.Worst.String() != "12.5" {
		t.Errorf("after both steps: %+v", g)
	}
	if after.Total.Obtained.String() != "12.5" || after.Total.Decided.String() != "12.5" || after.Counts.Kept != 1 || after.Head.Size != 2 {
		t.Errorf("the total: %+v %+v", after.Total, after.Counts)
	}
	// As of 30 June only the plan is done, and nothing can be written. Its draft,
	// due in May, was never reported: the goal is late.
	then := get[scorecard.Overview](h, "/overview?asOf=2014-06-30", "lead")
	if g := line(then, "1"); g.Degree.Known || g.State != scorecard.Late || !then.AsOf.Past || len(then.Tasks) != 0 || then.Head.Size != 1 {
		t.Errorf("as of 30 June: %+v, head %+v, tasks %v", g, then.Head, then.Tasks)
	}
	goal := get[scorecard.GoalPage](h, "/goals/1?asOf=2014-06-30", "lead")
	if goal.Requirements[0].CanReport || goal.Requirements[0].Items[0].Steps[1].Fact == nil || len(goal.History) != 1 {
		t.Errorf("goal 1 as of 30 June: %+v", goal.Requirements[0])
	}
	if len(after.Changes) != 2 || !strings.Contains(after.Changes[0].Sentence, "færdig 9. september 2014") {
		t.Errorf("changes, the newest first: %+v", after.Changes)
	}
}

func TestTheSameRequestAgainAnswersTheSame(t *testing.T) {
	t.Parallel()
	h := cpr(t)
	h.set("2014-06-24 14:25")
	body := h.headed(fields{"status": "started", "progress": 40})
	first, answer := h.do(http.MethodPost, "/steps/plan.done/updates", "lead", body)
	h.set("2014-06-24 14:26")
	again, same := h.do(http.MethodPost, "/steps/plan.done/updates", "lead", body)
	if first != http.StatusCreated || again != http.StatusOK || string(answer) != string(same) {
		t.Errorf("got %d and %d\n%s\n%s", first, again, answer, same)
	}
}

// A dry run says what would be recorded, or why not, and records nothing.
func TestADryRunSaysWhatWouldBeRecorded(t *testing.T) {
	t.Parallel()
	h := cpr(t)
	h.set("2014-06-24 14:25")
	dry := []string{"Dry-Run", "true"}
	status, answer := h.do(http.MethodPost, "/steps/plan.done/updates", "lead", h.headed(fields{"status": "done"}), dry...)
	var said struct{ Fact record.Fact }
	if err := json.Unmarshal(answer, &said); err != nil || status != http.StatusOK || said.Fact.Leaf != -1 ||
		!strings.Contains(said.Fact.Sentence, "færdig 24. juni 2014") {
		t.Errorf("got %d %s", status, answer)
	}
	if status, answer := h.do(http.MethodPost, "/steps/plan.done/updates", "lead", h.headed(fields{"status": "dropped"}), dry...); status != http.StatusUnprocessableEntity {
		t.Errorf("dropped without a reason: %d %s", status, answer)
	}
	assess := h.headed(fields{"degree": "50", "reason": "Nej"})
	if status, answer := h.do(http.MethodPost, "/goals/1/assessments", "management", assess, dry...); status != http.StatusOK {
		t.Errorf("an assessment: %d %s", status, answer)
	}
	if after := get[scorecard.Overview](h, "/overview", "lead"); after.Head.Size != 0 {
		t.Errorf("the log has %d facts", after.Head.Size)
	}
}

func TestAStaleFormIsShownBothVersions(t *testing.T) {
	t.Parallel()
	h := cpr(t)
	h.set("2014-03-03 09:00")
	first := h.post("/steps/plan.draft/updates", "lead", fields{"status": "started", "progress": 10})
	second := h.post("/steps/plan.draft/updates", "lead", fields{"status": "started", "progress": 20, "expects": first})
	p := h.refused("/steps/plan.draft/updates", "lead", fields{"status": "started", "progress": 15, "expects": first})
	if p.Status != http.StatusConflict || p.Current == nil || p.Current.ID != second || p.Current.Sentence == "" {
		t.Errorf("got %+v", p)
	}
	if proposed, _ := p.Proposed["body"].(map[string]any); proposed["progress"] != 15.0 {
		t.Errorf("what was to be written: %+v", p.Proposed)
	}
}

func TestASecondPersonVerifies(t *testing.T) {
	t.Parallel()
	h := cpr(t)
	h.set("2014-03-03 09:00")
	fact := h.post("/steps/plan.draft/updates", "lead", fields{"status": "done"})
	own := h.refused("/steps/plan.draft/verifications", "both", fields{"fact": fact, "verdict": "accepted"})
	if own.Status != http.StatusForbidden || own.Code != "verification.own" {
		t.Errorf("one's own, in another role: %+v", own)
	}
	tasks := get[scorecard.Overview](h, "/overview", "auditor").Tasks
	if len(tasks) != 1 || tasks[0].Kind != milestone.TaskVerify || tasks[0].Fact != fact {
		t.Errorf("the auditor's tasks: %+v", tasks)
	}
	verdict := h.post("/steps/plan.draft/verifications", "auditor", fields{"fact": fact, "verdict": "returned", "note": "Hvor ligger den?"})
	draft := get[scorecard.GoalPage](h, "/goals/1", "auditor").Requirements[0].Items[0].Steps[0]
	if draft.Verification == nil || draft.Verification.Verdict != record.Returned || draft.CanVerify {
		t.Errorf("returned: %+v", draft)
	}
	// A new report takes the verdict's place, and another person may verify it
	// without having seen the old verdict.
	newer := h.post("/steps/plan.draft/updates", "lead", fields{"status": "done", "note": "I sagen", "expects": fact})
	old := h.refused("/steps/plan.draft/verifications", "lead2", fields{"fact": fact, "verdict": "accepted", "expects": verdict})
	if old.Status != http.StatusConflict || old.Current == nil || old.Current.ID != newer {
		t.Errorf("an older report: %+v", old)
	}
	body := h.headed(fields{"fact": newer, "verdict": "accepted"})
	for _, want := range []int{http.StatusCreated, http.StatusOK} {
		if status, answer := h.do(http.MethodPost, "/steps/plan.draft/verifications", "lead2", body); status != want {
			t.Errorf("verify the newer report: %d, want %d: %s", status, want, answer)
		}
		h.set("2014-03-03 09:01")
	}
}

func TestRolesMayDoWhatTheTableSays(t *testing.T) {
	t.Parallel()
	h := cpr(t)
	h.set("2014-03-03 09:00")
	update := fields{"status": "started"}
	for as, want := range map[string]int{"auditor": 403, "management": 403, "department": 403, "lead2": 403, "nobody": 401} {
		if p := h.refused("/steps/plan.draft/updates", as, update); p.Status != want {
			t.Errorf("%s reports goal 1: %d, want %d", as, p.Status, want)
		}
	}
	for as, want := range map[string]int{"lead": 403, "auditor": 403, "department": 403} {
		if p := h.refused("/goals/1/assessments", as, fields{"degree": "50", "reason": "x"}); p.Status != want {
			t.Errorf("%s assesses: %d, want %d", as, p.Status, want)
		}
	}
	if p := h.refused("/steps/gone/updates", "lead", update); p.Status != http.StatusNotFound {
		t.Errorf("no such step: %+v", p)
	}
}

func TestMistakesAreToldAtOnceInTheFormsWords(t *testing.T) {
	t.Parallel()
	h := cpr(t)
	h.set("2014-03-03 09:00")
	p := h.refused("/steps/plan.draft/updates", "lead", fields{"status": "done", "day": "2014-03-04", "progres": 10, "evidence": []any{fields{"url": "x"}}})
	if p.Status != http.StatusUnprocessableEntity || len(p.Errors) != 3 {
		t.Fatalf("got %+v", p)
	}
	text, _ := json.Marshal(p.Errors)
	for _, want := range []string{"body.day", "i dag, 3. marts 2014", "Mente du progress?", "body.evidence[0].url"} {
		if !strings.Contains(string(text), want) {
			t.Errorf("%s is not in %s", want, text)
		}
	}
	status, answer := h.do(http.MethodPost, "/steps/plan.draft/updates", "lead", `{"id":`)
	if status != http.StatusUnprocessableEntity && status != http.StatusBadRequest {
		t.Errorf("half a body: %d %s", status, answer)
	}
}

// 328 of 341 is 96.187… %. In January 53, in February 49: one month below 50
// settles goal 5 at 0.
func TestPlainResultsAreJudgedByTheContract(t *testing.T) {
	t.Parallel()
	h := cpr(t)
	h.set("2014-10-01 15:40")
	const source = "Sagssystemet"
	h.post("/requirements/4/results", "lead", fields{"day": "2014-09-30", "figures": fields{"timely": 328, "total": 341}, "source": source})
	h.post("/requirements/5b/results", "lead", fields{"day": "2014-01-31", "figures": fields{"month": "2014-01", "count": 53}, "source": source})
	o := get[scorecard.Overview](h, "/overview", "lead")
	if g := line(o, "4"); g.Because != "96,2 % af 341 i tide; mål mindst 95 %" || g.State != scorecard.OnTrack || g.Next == nil || g.Next.Day.String() != "2014-12-31" {
		t.Errorf("goal 4: %+v", g)
	}
	if g := line(o, "5"); g.State != scorecard.Late || g.Next.Title != "Tal for februar 2014" {
		t.Errorf("goal 5: %+v", g)
	}
	feb := h.post("/requirements/5b/results", "lead", fields{"day": "2014-02-28", "figures": fields{"month": "2014-02", "count": 49}, "source": source})
	g := line(get[scorecard.Overview](h, "/overview", "lead"), "5")
	if g.State != scorecard.NotKept || !strings.Contains(g.Because, "laveste måned 49 (februar 2014); mål mindst 50") {
		t.Errorf("goal 5 with February: %+v", g)
	}
	h.post("/requirements/5b/verifications", "auditor", fields{"subject": "5b/2014-02", "fact": feb, "verdict": "accepted"})
	page := get[scorecard.GoalPage](h, "/goals/5", "lead")
	for _, r := range page.Requirements {
		if r.ID != "5b" {
			continue
		}
		if len(r.Results) != 2 || r.Results[1].Verification == nil || len(r.Months) != 12 || !r.CanReport || r.Value != "49" {
			t.Errorf("requirement 5b: %+v", r)
		}
	}
	if p := h.refused("/requirements/5a/results", "lead", fields{"figures": fields{"percent": 97}, "source": source}); p.Status != 422 {
		t.Errorf("a typed percentage: %+v", p)
	}
}

// The rule gives goal 4 nothing yet; management assesses it at 100, then takes
// it back.
func TestManagementAssessesBesideTheRule(t *testing.T) {
	t.Parallel()
	h := cpr(t)
	h.set("2014-12-30 13:30")
	p := h.refused("/goals/4/assessments", "management", fields{"degree": "50", "reason": "Halvt"})
	if p.Status != 422 || p.Errors[0]["location"] != "body.degree" {
		t.Errorf("goal 4's scale has no 50: %+v", p)
	}
	h.refused("/goals/4/assessments", "management", fields{"degree": "", "reason": "x", "withdrawn": true})
	fact := h.post("/goals/4/assessments", "management", fields{"degree": "100", "reason": "Godt år"})
	o := get[scorecard.Overview](h, "/overview", "management")
	g := line(o, "4")
	if g.Assessed != "100" || g.Calculated.Known || g.State != scorecard.Kept || !o.Differs || o.Total.Obtained.String() != "12.5" || o.Calculated.Obtained.String() != "0" {
		t.Errorf("assessed: %+v total %+v", g, o.Total)
	}
	page := get[scorecard.GoalPage](h, "/goals/4", "management")
	if !page.CanAssess || page.AssessmentFact != fact || page.Assessment == nil || page.Assessment.Reason != "Godt år" {
		t.Errorf("the goal's page: %+v", page.Assessment)
	}
	h.post("/goals/4/assessments", "management", fields{"expects": fact, "degree": "", "reason": "For tidligt", "withdrawn": true})
	if g := line(get[scorecard.Overview](h, "/overview", "management"), "4"); g.Assessed != "" || g.State == scorecard.Kept {
		t.Errorf("withdrawn: %+v", g)
	}
}
