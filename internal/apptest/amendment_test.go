package apptest

import (
	"context"
	"net/http"
	"strconv"
	"strings"
	"testing"
	"time"

	"opfyldt/internal/agreement"
	"opfyldt/internal/scorecard"
	"opfyldt/internal/work"
)

// base is the contract's path.
const base = "/contracts/" + Contract

type edits = []map[string]any

// replaceGoal8 is rule F4: another economic goal.
var replaceGoal8 = map[string]any{"goal": map[string]any{
	"replaces": "8", "id": "8-2", "title": "Udgifter pr. opslag", "text": "", "measure": "number", "bound": "at-most",
	"value": "0.42", "unit": "kr.", "year": 2014,
}}

// edited is the newest file with the edits in it.
func edited(t *testing.T, c *Client, list edits) string {
	t.Helper()
	var page agreement.ContractPage
	c.Get(base+"/contract", &page)
	var out agreement.Edited
	c.Post(base+"/contract/edits", map[string]any{"source": page.Source, "edits": list}, http.StatusOK, &out)
	if out.Checked.Faulty {
		t.Fatalf("the edits make a faulty file: %+v", out.Checked.Problems)
	}
	return out.Source
}

func proposal(source, from string) map[string]any {
	return map[string]any{"id": NewID(), "day": "2014-11-03", "source": source, "from": from, "reason": "Udgiftsopfølgning 3"}
}

func verdict(v, reason string) map[string]any {
	return map[string]any{"id": NewID(), "day": "2014-11-03", "verdict": v, "reason": reason}
}

// versions lists the versions with the one in force marked.
func versions(t *testing.T, c *Client, asOf string) string {
	t.Helper()
	var page agreement.ContractPage
	c.Get(base+"/contract"+asOf, &page)
	var list []string
	for _, v := range page.Versions {
		text := strconv.Itoa(v.Version)
		if v.InForce {
			text += "*"
		}
		list = append(list, text)
	}
	return strings.Join(list, " ")
}

// F4 and F5: management proposes, another of management and the department
// approve; the new version holds from its day on, the old one stays readable, and
// what was proposed, answered and agreed are facts.
func TestAnAmendmentFromProposalToForce(t *testing.T) {
	t.Parallel()
	h := New(t)
	mette, helle, dorte := h.As("management"), h.As("management2"), h.As("department")
	source := edited(t, mette, edits{replaceGoal8, {"step": map[string]any{"id": "lodging.live", "due": "2014-12-19"}}})
	body := proposal(source, "2014-12-01")
	mette.Post(base+"/amendments", body, http.StatusCreated, nil)
	mette.Post(base+"/amendments", body, http.StatusOK, nil) // the same again writes nothing

	var tasks struct {
		Lines []struct{ Kind, Address string }
	}
	for who, want := range map[*Client]int{mette: 0, helle: 1, dorte: 1} {
		who.Get("/work", &tasks)
		count := 0
		for _, l := range tasks.Lines {
			if l.Kind == "amendment" && l.Address == "amendments/1" {
				count++
			}
		}
		if count != want {
			t.Errorf("%d tasks, want %d: %+v", count, want, tasks.Lines)
		}
	}
	helle.Post(base+"/amendments/1/agency-approvals", verdict("approved", ""), http.StatusCreated, nil)
	if got := versions(t, dorte, ""); got != "1*" {
		t.Errorf("after the agency's yes: %s", got)
	}
	dorte.Post(base+"/amendments/1/department-approvals", verdict("approved", ""), http.StatusCreated, nil)
	if got := versions(t, dorte, ""); got != "1* 2" {
		t.Errorf("after both: %s", got)
	}
	var page agreement.AmendmentPage
	dorte.Get(base+"/amendments/1", &page)
	want := "Mål 2, Besvarelse af anmodninger om logiværtserklæring: Idriftsat: fristen er flyttet fra 31. december 2014 til 19. december 2014.|" +
		"Mål 8: Afvigelse mellem grundbudget og forbrug er erstattet af Udgifter pr. opslag."
	if l := page.Amendment; l.State != agreement.Concluded || strings.Join(l.Changes, "|") != want || l.May != (agreement.May{}) {
		t.Errorf("the proposal: %+v", l)
	}
	// Until its day both goals show: the one that holds and the one that comes.
	var ahead scorecard.Overview
	dorte.Get(base+"/overview", &ahead)
	if len(ahead.Coming) != 1 || len(ahead.Coming[0].Goals) != 1 || ahead.Coming[0].Goals[0].Replaces != "8" ||
		ahead.Coming[0].From.String() != "2014-12-01" || lastGoal(ahead) != "8 Afvigelse mellem grundbudget og forbrug" {
		t.Errorf("what comes: %+v", ahead.Coming)
	}
	var file agreement.ContractPage
	h.Turn(28 * 24 * time.Hour) // 1 December, 13:00
	dorte.Get(base+"/contract", &file)
	v := file.Versions[1]
	if !v.InForce || v.Agency.By != "Helle Holm" || v.Department.By != "Dorte Dahl" || v.Reason != "Udgiftsopfølgning 3" || file.Version != 2 {
		t.Errorf("in force: %+v", v)
	}
	if got := versions(t, dorte, "?asOf=2014-11-30"); got != "1* 2" {
		t.Errorf("the day before: %s", got)
	}
	if got := versions(t, dorte, "?asOf=2014-11-01"); got != "1*" {
		t.Errorf("before it was proposed: %s", got)
	}
	var old, now scorecard.Overview
	dorte.Get(base+"/overview?asOf=2014-11-30", &old)
	dorte.Get(base+"/overview", &now)
	if len(now.Coming) != 0 || len(old.Coming) != 1 {
		t.Errorf("what comes, once it has come: %+v; the day before: %+v", now.Coming, old.Coming)
	}
	if a, b := lastGoal(old), lastGoal(now); a != "8 Afvigelse mellem grundbudget og forbrug" || b != "8-2 Udgifter pr. opslag" {
		t.Errorf("before %q, after %q", a, b)
	}
	// The first version's file is still there, byte for byte.
	first := dorte.Send("GET", "/api/v1"+base+"/contract/versions/1", "")
	if first.StatusCode != http.StatusOK || !strings.Contains(first.Text, "title: Afvigelse mellem grundbudget og forbrug") {
		t.Errorf("version 1: %d %.100s", first.StatusCode, first.Text)
	}
	var facts scorecard.FactList
	dorte.Get(base+"/facts?newest=true", &facts)
	var said []string
	for _, f := range facts.Facts {
		said = append(said, f.Actor.Role+" "+f.Kind+" "+f.Subject)
	}
	if got := strings.Join(said[:4], ", "); got != "department contract.version 2, department contract.department-approval 1, management contract.agency-approval 1, management contract.proposal 1" {
		t.Errorf("the log, newest first: %s", got)
	}
}

func lastGoal(o scorecard.Overview) string {
	block := o.Blocks[len(o.Blocks)-1]
	g := block.Goals[len(block.Goals)-1]
	return g.ID + " " + g.Title
}

// Goal 8 is kept on 3 November: 12.5 of 100. From 1 December on another goal
// stands in its place, of which nothing is known: 0 of 100. The year line says of
// each day what was known on it.
func TestTheYearLineKeepsEachDaysVersion(t *testing.T) {
	t.Parallel()
	h := New(t)
	lead, mette, helle, dorte := h.As("lead"), h.As("management"), h.As("management2"), h.As("department")
	lead.Post(base+"/requirements/8/results", map[string]any{
		"id": NewID(), "day": "2014-11-03", "final": false, "source": "Regnskab", "figures": map[string]any{"budget": 100, "spent": 101},
	}, http.StatusCreated, nil)
	mette.Post(base+"/goals/8/assessments", map[string]any{
		"id": NewID(), "day": "2014-11-03", "degree": "100", "reason": "Budgettet holder",
	}, http.StatusCreated, nil)
	mette.Post(base+"/amendments", proposal(edited(t, mette, edits{replaceGoal8}), "2014-12-01"), http.StatusCreated, nil)
	helle.Post(base+"/amendments/1/agency-approvals", verdict("approved", ""), http.StatusCreated, nil)
	dorte.Post(base+"/amendments/1/department-approvals", verdict("approved", ""), http.StatusCreated, nil)
	h.Turn(30 * 24 * time.Hour) // 3 December
	var line scorecard.Timeline
	dorte.Get(base+"/timeline", &line)
	var got []string
	for _, p := range line.Points {
		got = append(got, p.Day.String()+" "+p.Total.String())
	}
	if want := "2014-01-01 0, 2014-11-03 12.5, 2014-12-01 0, 2014-12-03 0"; strings.Join(got, ", ") != want {
		t.Errorf("got %s, want %s", strings.Join(got, ", "), want)
	}
}

// Nobody approves what they proposed, by the page or by a token, and nobody
// answers for a party that is not theirs.
func TestNobodyApprovesTheirOwnProposal(t *testing.T) {
	t.Parallel()
	h := New(t)
	mette, helle, dorte, admin := h.As("management"), h.As("management2"), h.As("department"), h.As("admin")
	mette.Post(base+"/amendments", proposal(edited(t, mette, edits{replaceGoal8}), "2014-12-01"), http.StatusCreated, nil)
	answers := map[string]string{"agency-approvals": "agency", "department-approvals": "department"}
	refused := func(c *Client, path, code string) {
		t.Helper()
		var p struct{ Code string }
		c.Post(base+path, verdict("approved", ""), http.StatusForbidden, &p)
		if p.Code != code {
			t.Errorf("%s: %s, want %s", path, p.Code, code)
		}
	}
	refused(mette, "/amendments/1/agency-approvals", "amendment.own")
	token := (&walk{t: t, h: h}).token(mette, "management", Contract)
	refused(h.WithToken(token), "/amendments/1/agency-approvals", "amendment.own")
	// The table: who may answer for whom at all.
	for path, party := range answers {
		for who, role := range map[*Client]string{helle: "agency", dorte: "department", admin: ""} {
			if role != party {
				who.Post(base+"/amendments/1/"+path, verdict("approved", ""), http.StatusForbidden, nil)
			}
		}
	}
	for _, who := range []*Client{dorte, admin, h.As("lead"), h.As("auditor")} {
		who.Post(base+"/amendments", proposal("x", "2014-12-01"), http.StatusForbidden, nil)
	}
}

// What was refused or withdrawn stays to be read, and nothing more can be said of
// it.
func TestAProposalThatCameToNothing(t *testing.T) {
	t.Parallel()
	h := New(t)
	mette, helle, dorte := h.As("management"), h.As("management2"), h.As("department")
	source := edited(t, mette, edits{replaceGoal8})
	for range 3 {
		mette.Post(base+"/amendments", proposal(source, "2014-12-01"), http.StatusCreated, nil)
	}
	dorte.Post(base+"/amendments/1/department-approvals", verdict("refused", ""), http.StatusUnprocessableEntity, nil)
	dorte.Post(base+"/amendments/1/department-approvals", verdict("refused", "For tidligt"), http.StatusCreated, nil)
	helle.Post(base+"/amendments/1/agency-approvals", verdict("approved", ""), http.StatusConflict, nil)
	why := map[string]any{"id": NewID(), "day": "2014-11-03", "reason": ""}
	helle.Post(base+"/amendments/2/withdrawals", why, http.StatusUnprocessableEntity, nil)
	why["reason"] = "Overflødigt"
	helle.Post(base+"/amendments/2/withdrawals", why, http.StatusCreated, nil)
	dorte.Post(base+"/amendments/2/department-approvals", verdict("approved", ""), http.StatusConflict, nil)
	// The third waits until its day has passed.
	h.Turn(29 * 24 * time.Hour)
	dorte.Post(base+"/amendments/3/department-approvals", verdict("approved", ""), http.StatusConflict, nil)
	var page agreement.ContractPage
	dorte.Get(base+"/contract", &page)
	var states []string
	for _, a := range page.Amendments {
		states = append(states, strconv.Itoa(a.Number)+" "+string(a.State))
	}
	if got := strings.Join(states, ", "); got != "3 proposed, 2 withdrawn, 1 refused" {
		t.Errorf("the proposals: %s", got)
	}
	if page.Amendments[0].Obstacle == "" || page.Amendments[2].Department.Reason != "For tidligt" {
		t.Errorf("what stands in the way: %+v", page.Amendments)
	}
	if got := versions(t, dorte, ""); got != "1*" {
		t.Errorf("versions %s", got)
	}
}

// Two proposals for one version: the second cannot hold once the first does.
func TestAProposalOfAnOutdatedVersion(t *testing.T) {
	t.Parallel()
	h := New(t)
	mette, helle, dorte := h.As("management"), h.As("management2"), h.As("department")
	source := edited(t, mette, edits{replaceGoal8})
	for range 2 {
		mette.Post(base+"/amendments", proposal(source, "2014-12-01"), http.StatusCreated, nil)
	}
	dorte.Post(base+"/amendments/1/department-approvals", verdict("approved", ""), http.StatusCreated, nil)
	dorte.Post(base+"/amendments/2/department-approvals", verdict("approved", ""), http.StatusCreated, nil)
	helle.Post(base+"/amendments/1/agency-approvals", verdict("approved", ""), http.StatusCreated, nil)
	var p struct{ Code string }
	helle.Post(base+"/amendments/2/agency-approvals", verdict("approved", ""), http.StatusConflict, &p)
	if p.Code != "amendment.outdated" || versions(t, dorte, "") != "1* 2" {
		t.Errorf("got %s, versions %s", p.Code, versions(t, dorte, ""))
	}
	// It waits for nobody but its proposer, who proposes anew or withdraws.
	var page agreement.AmendmentPage
	helle.Get(base+"/amendments/2", &page)
	if l := page.Amendment; !l.Overtaken || l.May != (agreement.May{Withdraw: true}) {
		t.Errorf("overtaken: %+v", l)
	}
	for who, want := range map[*Client]string{helle: "", dorte: "", mette: "amendment_redo:2"} {
		if got := amendmentTasks(who); got != want {
			t.Errorf("tasks: %q, want %q", got, want)
		}
	}
}

// Whoever proposed sees whom it waits for, and since when.
func TestAProposersOwnProposalWaitsForOthers(t *testing.T) {
	t.Parallel()
	h := New(t)
	mette, helle, dorte := h.As("management"), h.As("management2"), h.As("department")
	mette.Post(base+"/amendments", proposal(edited(t, mette, edits{replaceGoal8}), "2014-12-01"), http.StatusCreated, nil)
	if got := amendmentTasks(mette); got != "amendment_waits:1" {
		t.Errorf("the proposer's: %q", got)
	}
	if got := amendmentTasks(helle) + " " + amendmentTasks(dorte); got != "amendment:1 amendment:1" {
		t.Errorf("those who answer: %q", got)
	}
	dorte.Post(base+"/amendments/1/department-approvals", verdict("approved", ""), http.StatusCreated, nil)
	var page work.TaskPage
	mette.Get("/work", &page)
	for _, l := range page.Lines {
		if l.Kind == agreement.TaskWaits && (!l.Others || l.Waits || l.Day.String() != "2014-11-03" ||
			l.Beside != "Waits for an answer from another manager of CPR-administrationen.") {
			t.Errorf("it waits for the agency alone: %+v", l)
		}
	}
}

// amendmentTasks are the ids of a person's tasks about proposals.
func amendmentTasks(who *Client) string {
	var page work.TaskPage
	who.Get("/work", &page)
	var ids []string
	for _, l := range page.Lines {
		if strings.HasPrefix(string(l.Kind), "amendment") {
			ids = append(ids, l.ID)
		}
	}
	return strings.Join(ids, " ")
}

// Every mistake of a proposal is told at once, those of the file at their lines.
func TestAProposalThatIsWrong(t *testing.T) {
	t.Parallel()
	h := New(t)
	mette := h.As("management")
	var page agreement.ContractPage
	mette.Get(base+"/contract", &page)
	for name, c := range map[string]struct {
		source, from string
		want         []string
	}{
		"nothing changes":      {page.Source, "2014-12-01", []string{"body.source"}},
		"yesterday":            {strings.Replace(page.Source, "value: 95,", "value: 96,", 1), "2014-11-02", []string{"body.from"}},
		"after the year":       {strings.Replace(page.Source, "value: 95,", "value: 96,", 1), "2015-01-01", []string{"body.from"}},
		"its own number":       {strings.Replace(page.Source, "version: 1", "version: 2", 1), "2014-12-01", []string{"body.source"}},
		"another contract":     {strings.Replace(page.Source, "id: cpr-2014", "id: cpr-2015", 1), "2014-12-01", []string{"body.source"}},
		"a weight, and no day": {strings.Replace(page.Source, "value: 12.5", "value: 12", 1), "", []string{"body.from", "body.source"}},
	} {
		var p struct {
			Errors []struct{ Location, Message string }
		}
		mette.Post(base+"/amendments", proposal(c.source, c.from), http.StatusUnprocessableEntity, &p)
		var got []string
		for _, e := range p.Errors {
			got = append(got, e.Location)
		}
		if strings.Join(got, " ") != strings.Join(c.want, " ") {
			t.Errorf("%s: %+v, want %v", name, p.Errors, c.want)
		}
	}
	var found agreement.Checked
	faulty := strings.Replace(page.Source, "due: 2014-06-30", "due: 2014-06-31", 1)
	mette.Post(base+"/contract/check", map[string]any{"source": faulty}, http.StatusOK, &found)
	line := 1 + strings.Count(faulty[:strings.Index(faulty, "due: 2014-06-31")], "\n")
	if !found.Faulty || len(found.Problems) == 0 || found.Problems[0].Line != line || len(found.Comparison.Lines) != 1 {
		t.Errorf("checked: %+v, want line %d", found.Problems, line)
	}
	other := strings.Replace(page.Source, "\nid: cpr-2014", "\nid: cpr-2014-b", 1)
	mette.Post(base+"/contract/check", map[string]any{"source": other}, http.StatusOK, &found)
	if !found.Faulty || len(found.Problems) != 1 || found.Problems[0].Field != "id" || found.Problems[0].Line != 1+strings.Count(other[:strings.Index(other, "\nid: ")], "\n")+1 {
		t.Errorf("another id: %+v", found.Problems)
	}
}

// A contract that is tracked gets no next version past the parties.
func TestAFileDoesNotComeInPastTheParties(t *testing.T) {
	t.Parallel()
	h := New(t)
	admin, mette := h.As("admin"), h.As("management")
	var page agreement.ContractPage
	admin.Get(base+"/contract", &page)
	next := strings.Replace(page.Source, "value: 95,", "value: 96,", 1)
	var p struct{ Code string }
	admin.Post("/contracts", map[string]any{"source": next}, http.StatusConflict, &p)
	mette.Post("/contracts", map[string]any{"source": next}, http.StatusForbidden, nil)
	fresh := strings.Replace(page.Source, "\nid: cpr-2014", "\nid: cpr-2014-b", 1)
	var found agreement.NewChecked
	admin.Post("/contract-checks", map[string]any{"source": fresh}, http.StatusOK, &found)
	if found.Faulty || found.ID != "cpr-2014-b" || found.Goals != 8 {
		t.Errorf("checked: %+v", found)
	}
	var year agreement.NextYear
	mette.Get(base+"/contract/next", &year)
	if year.Year != 2014 || year.Moved != 75 || !strings.Contains(year.Source, "\nid: cpr-2015\n") || len(year.Speaks) == 0 {
		t.Errorf("next year: %d of %d, %.100s", year.Moved, year.Year, year.Source)
	}
	admin.Post("/contracts", map[string]any{"source": fresh}, http.StatusCreated, nil)
	facts, err := h.Database.Pool.Query(context.Background(), "SELECT FROM contract_proposals")
	if err != nil || facts.Next() {
		t.Errorf("a check has written: %v", err)
	}
	facts.Close()
}
