package milestone

import (
	"strings"
	"testing"

	"opfyldt/internal/scoring"
)

// The whole machine, state by state: what is not listed is refused.
func TestOnlyNamedMovesHappen(t *testing.T) {
	possible := map[string]string{
		"planned planned": "report", "planned started": "start", "planned done": "finish", "planned dropped": "drop",
		"started started": "report", "started done": "finish", "started dropped": "drop",
		"done done": "correct", "done started": "reopen",
		"dropped dropped": "report", "dropped started": "reopen", "dropped planned": "replan",
	}
	states := []scoring.StepStatus{scoring.Planned, scoring.Started, scoring.Done, scoring.Dropped}
	for _, from := range states {
		for _, to := range states {
			m, ok := Standing{status: from}.move(to)
			if want := possible[string(from)+" "+string(to)]; m.Name != want || ok != (want != "") {
				t.Errorf("%s to %s: got %q, want %q", from, to, m.Name, want)
			}
		}
	}
}

// Every rule of an update with its refusal. The steps were left as follows:
// built is done on 28 April, test is started, live was moved to 15 July, plan is
// dropped. Today is 10 June 2014.
func TestRulesOfAnUpdate(t *testing.T) {
	for _, c := range []struct{ name, step, day, body, want string }{
		{"a report", "service.test", "2014-06-10", `{"status":"started","progress":60}`, ""},
		{"finished", "service.test", "2014-06-09", `{"status":"done"}`, ""},
		{"tomorrow", "service.test", "2014-06-11", `{"status":"done"}`, "body.day: field.future"},
		{"no day", "service.test", "", `{"status":"done"}`, "body.day: field.needed"},
		// A year before the signature of 18 December 2013 is the earliest.
		{"long ago", "service.test", "2012-12-17", `{"status":"done"}`, "body.day: field.too_early"},
		{"a year before signature", "service.test", "2012-12-18", `{"status":"done","reason":"Bygget før aftalen"}`, ""},
		{"work of long ago", "service.test", "2012-12-18", `{"status":"started"}`, ""},
		// The period began on 1 January 2014: a year mistyped would count as kept.
		{"done before the period, without reason", "service.test", "2013-12-31", `{"status":"done"}`, "body.reason: milestone.reason_before"},
		{"done on its first day", "service.test", "2014-01-01", `{"status":"done"}`, ""},
		{"corrected to before the period", "service.built", "2013-04-28", `{"status":"done"}`, "body.reason: milestone.reason_correct"},
		{"done with another date", "service.test", "2014-06-09", `{"status":"done","expected":"2014-07-01"}`, "body.expected: milestone.expected_closed"},
		{"done with the date it had", "service.live", "2014-06-09", `{"status":"done","expected":"2014-07-15"}`, ""},
		{"dropped with another date", "service.test", "2014-06-09", `{"status":"dropped","reason":"Opgivet","expected":"2014-07-01"}`, "body.expected: milestone.expected_closed"},
		{"what is kept by itself", "service.test", "2014-06-10", `{"status":"started","expectedReason":"Fejl"}`, "body.expectedReason: field.unknown"},
		{"no such state", "service.test", "2014-06-10", `{"status":"finished"}`, "body.status: milestone.status"},
		{"back to a mere plan", "service.test", "2014-06-10", `{"status":"planned"}`, "body.status: milestone.move"},
		{"dropped without reason", "service.test", "2014-06-10", `{"status":"dropped"}`, "body.reason: milestone.reason_drop"},
		{"dropped", "service.test", "2014-06-10", `{"status":"dropped","reason":"Opgivet"}`, ""},
		{"moved without reason", "service.test", "2014-06-10", `{"status":"started","expected":"2014-06-20"}`, "body.reason: milestone.reason_move"},
		{"moved", "service.test", "2014-06-10", `{"status":"started","expected":"2014-06-20","reason":"Fejl"}`, ""},
		{"the agreed date said again", "service.test", "2014-05-30", `{"status":"started","expected":"2014-05-30"}`, ""},
		{"moved into the past", "service.test", "2014-06-10", `{"status":"started","expected":"2014-06-09","reason":"Fejl"}`, "body.expected: milestone.expected_past"},
		{"moved out of sight", "service.test", "2014-06-10", `{"status":"started","expected":"2020-01-01","reason":"Fejl"}`, "body.expected: field.too_late"},
		{"a moved date said again", "service.live", "2014-06-10", `{"status":"planned","expected":"2014-07-15"}`, ""},
		{"moved again without reason", "service.live", "2014-06-10", `{"status":"planned","expected":"2014-07-16"}`, "body.reason: milestone.reason_move"},
		{"moved back without reason", "service.live", "2014-06-10", `{"status":"planned","expected":"2014-06-30"}`, "body.reason: milestone.reason_move"},
		{"done before what it waits for", "service.live", "2014-06-10", `{"status":"done"}`, ""},
		{"reopened without reason", "service.built", "2014-06-10", `{"status":"started"}`, "body.reason: milestone.reason_reopen"},
		{"reopened", "service.built", "2014-06-10", `{"status":"started","reason":"Fejl fundet"}`, ""},
		{"done to dropped", "service.built", "2014-06-10", `{"status":"dropped","reason":"x"}`, "body.status: milestone.move"},
		{"done, a note more", "service.built", "2014-04-28", `{"status":"done","note":"Rapport"}`, ""},
		{"the day corrected without reason", "service.built", "2014-04-29", `{"status":"done"}`, "body.reason: milestone.reason_correct"},
		{"the day corrected", "service.built", "2014-04-29", `{"status":"done","reason":"Forkert dag"}`, ""},
		{"dropped to done", "plan", "2014-06-10", `{"status":"done"}`, "body.status: milestone.move"},
		{"taken up without reason", "plan", "2014-06-10", `{"status":"planned"}`, "body.reason: milestone.reason_replan"},
		{"taken up", "plan", "2014-06-10", `{"status":"planned","reason":"Alligevel"}`, ""},
		{"progress beyond", "service.test", "2014-06-10", `{"status":"started","progress":101}`, "body.progress: milestone.progress"},
		{"progress below", "service.test", "2014-06-10", `{"status":"started","progress":-1}`, "body.progress: milestone.progress"},
		{"no such risk", "service.test", "2014-06-10", `{"status":"started","risk":"red"}`, "body.risk: milestone.risk"},
		{"a long note", "service.test", "2014-06-10", `{"status":"started","note":"` + strings.Repeat("a", 4001) + `"}`, "body.note: field.too_long"},
		{"a script for evidence", "service.test", "2014-06-10", `{"status":"started","evidence":[{"title":"x","url":"javascript:1"}]}`, "body.evidence[0].url: field.url"},
		{"misspelt", "service.test", "2014-06-10", `{"staus":"done"}`, "body.staus: field.unknown_near"},
		{"no such step", "service.gone", "2014-06-10", `{"status":"done"}`, "milestone.no_step"},
		{"an added step that nobody added", "service~x", "2014-06-10", `{"status":"done"}`, "milestone.no_step"},
	} {
		var m memory
		m.must(t, KindUpdate, "service.built", "2014-04-28", `{"status":"done"}`)
		m.must(t, KindUpdate, "service.test", "2014-05-02", `{"status":"started","progress":20}`)
		m.must(t, KindUpdate, "service.live", "2014-05-02", `{"status":"planned","expected":"2014-07-15","reason":"Test"}`)
		m.must(t, KindUpdate, "plan", "2014-05-02", `{"status":"dropped","reason":"Opgivet"}`)
		err := m.write(KindUpdate, c.step, "lead", c.day, "2014-06-10", c.body)
		switch {
		case c.want == "" && err != nil:
			t.Errorf("%s: refused: %v", c.name, err)
		case c.want != "" && (err == nil || !strings.Contains(err.Error(), c.want)):
			t.Errorf("%s: got %v, want %s", c.name, err, c.want)
		}
	}
}

func TestAnUpdateTellsAllMistakesAtOnce(t *testing.T) {
	var m memory
	err := m.write(KindUpdate, "service.test", "lead", "2014-06-11", "2014-06-10",
		`{"status":"gone","progress":200,"risk":"red","expected":"2014-05-01","evidence":[{"url":"x"}],"noet":""}`)
	for _, want := range []string{"body.day", "body.status", "body.progress", "body.risk", "body.expected", "body.reason", "body.evidence[0].url", "body.noet"} {
		if err == nil || !strings.Contains(err.Error(), want+":") {
			t.Errorf("%s is not named in %v", want, err)
		}
	}
}

func TestAnUpdateCarriesOverWhatItLeavesUnsaid(t *testing.T) {
	var m memory
	m.must(t, KindUpdate, "service.test", "2014-05-02", `{"status":"started","progress":20,"owner":"Ane","expected":"2014-06-20","reason":"Fejl","risk":"at_risk","note":"a"}`)
	m.must(t, KindUpdate, "service.test", "2014-05-20", `{"status":"started"}`)
	u := UpdateOf(&m[1])
	if u.Owner != "Ane" || u.progress() != 20 || u.Expected.String() != "2014-06-20" {
		t.Errorf("owner, progress and date are carried over: got %+v", u)
	}
	if u.Note != "" || u.Reason != "" || u.Risk != OnTrack {
		t.Errorf("note, reason and risk are said anew: got %+v", u)
	}
	m.must(t, KindUpdate, "service.test", "2014-06-01", `{"status":"done","progress":70}`)
	if u = UpdateOf(&m[2]); u.progress() != 100 || u.Expected.String() != "2014-06-20" {
		t.Errorf("done is 100 and keeps the date: got %+v", u)
	}
}

// Today is 10 June 2014; service~a waits for service.built, service~b for
// service~a.
func TestRulesOfAnAddedStep(t *testing.T) {
	for _, c := range []struct{ name, step, body, want string }{
		{"added", "service~c", `{"item":"service","title":"Review","planned":"2014-05-01","dependsOn":["service~b","service.test"]}`, ""},
		{"no title", "service~c", `{"item":"service","planned":"2014-05-01"}`, "body.title: field.needed"},
		{"no date", "service~c", `{"item":"service","title":"Review"}`, "body.planned: field.needed"},
		{"far away", "service~c", `{"item":"service","title":"Review","planned":"2024-05-01"}`, "body.planned: field.between"},
		{"waits for nothing known", "service~c", `{"item":"service","title":"Review","planned":"2014-05-01","dependsOn":["gone"]}`, "body.dependsOn: milestone.depends_unknown"},
		{"waits for itself", "service~c", `{"item":"service","title":"Review","planned":"2014-05-01","dependsOn":["service~c"]}`, "body.dependsOn: milestone.cycle way=[service~c service~c]"},
		{"in a ring", "service~a", `{"item":"service","title":"A","planned":"2014-05-01","dependsOn":["service~b"]}`, "body.dependsOn: milestone.cycle way=[service~a service~b service~a]"},
		{"under another item", "service~c", `{"item":"plan","title":"Review","planned":"2014-05-01"}`, "body.step: milestone.added_id"},
		{"in the contract's place", "service.test", `{"item":"service","title":"Review","planned":"2014-05-01"}`, "body.step: milestone.added_id"},
		{"an ugly id", "service~Æ b", `{"item":"service","title":"Review","planned":"2014-05-01"}`, "body.step: milestone.added_id"},
		{"under no item", "gone~c", `{"item":"gone","title":"Review","planned":"2014-05-01"}`, "milestone.no_item item=gone"},
		{"waits twice", "service~c", `{"item":"service","title":"Review","planned":"2014-05-01","dependsOn":["service.test","service~b","service.test"]}`, "body.dependsOn: milestone.depends_twice step=service.test"},
		{"moved by the back door", "service~a", `{"item":"service","title":"A","planned":"2014-05-02"}`, "body.planned: milestone.planned_fixed"},
		{"renamed", "service~a", `{"item":"service","title":"Aa","planned":"2014-05-01"}`, ""},
	} {
		var m memory
		m.must(t, KindPlan, "service~a", "2014-04-01", `{"item":"service","title":"A","planned":"2014-05-01","dependsOn":["service.built"]}`)
		m.must(t, KindPlan, "service~b", "2014-04-01", `{"item":"service","title":"B","planned":"2014-05-01","dependsOn":["service~a"]}`)
		err := m.write(KindPlan, c.step, "lead", "2014-06-10", "2014-06-10", c.body)
		switch {
		case c.want == "" && err != nil:
			t.Errorf("%s: refused: %v", c.name, err)
		case c.want != "" && (err == nil || !strings.Contains(err.Error(), c.want)):
			t.Errorf("%s: got %v, want %s", c.name, err, c.want)
		}
	}
}

func TestOnlyTheNewestUpdateIsVerified(t *testing.T) {
	var m memory
	m.must(t, KindUpdate, "plan", "2014-05-02", `{"status":"started"}`) // fact-0
	m.must(t, KindUpdate, "plan", "2014-06-02", `{"status":"done"}`)    // fact-1
	for _, c := range []struct{ by, fact, want string }{
		{"auditor", "fact-0", "verification.not_newest"},
		{"lead", "fact-1", "verification.own"},
		{"auditor", "fact-1", ""},
		{"lead2", "fact-1", ""},
	} {
		err := m.write(KindVerification, "plan", c.by, "2014-06-10", "2014-06-10", `{"fact":"`+c.fact+`","verdict":"accepted"}`)
		if c.want == "" && err != nil || c.want != "" && (err == nil || !strings.Contains(err.Error(), c.want)) {
			t.Errorf("%s verifies %s: got %v, want %q", c.by, c.fact, err, c.want)
		}
	}
}
