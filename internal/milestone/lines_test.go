package milestone

import (
	"strings"
	"testing"

	"opfyldt/internal/calendar"
	"opfyldt/internal/ledger"
	"opfyldt/internal/record"
	"opfyldt/internal/scoring"
)

// told is the log that the tests below read: built is done on 28 April, test
// started and moved from 30 May to 5 June, a working step added for 2 May; built
// was verified, then reported again.
func told(t *testing.T) memory {
	var m memory
	m.must(t, KindUpdate, "service.built", "2014-04-28", `{"status":"done"}`)
	if err := m.write(KindVerification, "service.built", "auditor", "2014-04-29", "2014-04-29", `{"fact":"fact-0","verdict":"accepted"}`); err != nil {
		t.Fatal(err)
	}
	m.must(t, KindUpdate, "service.test", "2014-05-02", `{"status":"started","progress":20,"expected":"2014-06-05","reason":"Fejl","risk":"at_risk"}`)
	m.must(t, KindPlan, "service~a", "2014-04-01", `{"item":"service","title":"Review","planned":"2014-05-02","dependsOn":["service.built","service.test"]}`)
	m.must(t, KindUpdate, "service.built", "2014-04-28", `{"status":"done","note":"Rapport"}`)
	return m
}

func reader(subject, today string, operations ...string) record.Reader {
	return record.Reader{
		Subject: subject, Today: calendar.MustDate(today), Lang: "da",
		May: func(operation, goal string) bool {
			return goal == "2" && strings.Contains(strings.Join(operations, " "), operation)
		},
		Wire: func(f ledger.Fact) record.Fact { return record.ToWire(f, 0, "") },
	}
}

func TestLinesShowEachStepAsTheFactsLeaveIt(t *testing.T) {
	m := told(t)
	states := map[string]scoring.ItemState{"service.live": scoring.Late}
	lines := NewPlan(agreed(), m).Lines(m, states, reader("auditor", "2014-06-10", opVerify))
	byID := map[string]StepLine{}
	var order []string
	for _, l := range lines {
		byID[l.ID] = l
		order = append(order, l.ID)
	}
	// The paper's order; the added step stands last in its item.
	if got := strings.Join(order, " "); got != "service.built service.test service.live service~a plan" {
		t.Errorf("order: %s", got)
	}
	built, test, live, added := byID["service.built"], byID["service.test"], byID["service.live"], byID["service~a"]
	if built.Status != scoring.Done || built.Done.String() != "2014-04-28" || built.State != scoring.Kept || built.Owner != "Kontoret" {
		t.Errorf("built: %+v", built)
	}
	if built.Verification != nil || !built.CanVerify || built.CanReport {
		t.Errorf("built was reported anew after its verification: %+v", built)
	}
	if test.Expected.String() != "2014-06-05" || test.Planned.String() != "2014-05-30" || test.Risk != AtRisk || test.CanVerify {
		t.Errorf("test: %+v", test)
	}
	if live.State != scoring.Late || live.Planned.String() != "2014-06-30" || live.Due.String() != "2014-12-31" || !live.Decides || live.Name != "Service: Live" {
		t.Errorf("live: %+v", live)
	}
	// Built is done, test is not; 10 June is after 2 May.
	if !added.Added || strings.Join(added.Waiting, " ") != "service.test" || added.State != scoring.Overdue || added.Decides {
		t.Errorf("added: %+v", added)
	}
	if byID["plan"].Name != "Plan" {
		t.Errorf("a step called as its item is said once: %q", byID["plan"].Name)
	}
}

// On 5 June: test was moved to that day, but its agreed one, 30 May, has passed;
// added (2 May) is late. On 10 June so too, plan
// and live (30 June) are 20 days off and not yet tasks; on 16 June they are 14.
func TestTasksFollowTheExpectedDateAndTheAgreedOne(t *testing.T) {
	m := told(t)
	for _, c := range []struct{ today, want string }{
		{"2014-05-01", "service~a"},
		{"2014-06-05", "service.test late service~a late"},
		{"2014-06-10", "service.test late service~a late"},
		{"2014-06-16", "service.test late service.live service~a late plan"},
	} {
		r := reader("lead", c.today, opReport)
		var got []string
		for _, task := range Tasks(NewPlan(agreed(), m).Lines(m, nil, r), r) {
			got = append(got, task.Subject)
			if task.Late {
				got = append(got, "late")
			}
			if task.Kind != TaskStep || task.ID != "step:"+task.Subject || task.Waits {
				t.Errorf("%s: %+v", c.today, task)
			}
		}
		if strings.Join(got, " ") != c.want {
			t.Errorf("%s: got %v, want %s", c.today, got, c.want)
		}
	}
	auditor := reader("auditor", "2014-06-10", opVerify)
	tasks := Tasks(NewPlan(agreed(), m).Lines(m, nil, auditor), auditor)
	if len(tasks) != 1 || tasks[0].ID != "verify_step:service.built" || tasks[0].Fact != "fact-4" ||
		tasks[0].Claim.ID != "fact-4" || !tasks[0].Waits || tasks[0].Address != "goals/2?form=verify&on=service.built" {
		t.Errorf("an auditor verifies what is done: got %+v", tasks)
	}
	lead := reader("lead", "2014-06-10", opVerify)
	if tasks := Tasks(NewPlan(agreed(), m).Lines(m, nil, lead), lead); len(tasks) != 0 {
		t.Errorf("nobody verifies their own: got %+v", tasks)
	}
	if err := m.write(KindVerification, "service.built", "auditor", "2014-06-01", "2014-06-01", `{"fact":"fact-4","verdict":"returned","note":"Hvor?"}`); err != nil {
		t.Fatal(err)
	}
	lead = reader("lead", "2014-06-02", opReport)
	tasks = Tasks(NewPlan(agreed(), m).Lines(m, nil, lead), lead)
	if len(tasks) == 0 || tasks[0].Title != "Service: Built" || tasks[0].Question != "Hvor?" || !tasks[0].Waits || tasks[0].Day.String() != "2014-06-01" {
		t.Errorf("a returned report comes back to its lead: got %+v", tasks)
	}
}

// Live is agreed for 31 December and was moved to 15 March: on 1 January the
// agreed day has passed, and the new one, 73 days off, hides nothing.
func TestAMovedDateHidesNoAgreedDay(t *testing.T) {
	var m memory
	m.must(t, KindUpdate, "service.live", "2014-12-01", `{"status":"planned","progress":0,"risk":"late","expected":"2015-03-15","reason":"Udbuddet"}`)
	for today, want := range map[string]string{
		"2014-12-31": "",
		"2015-01-01": "service.live 2014-12-31 late: Flyttet til 15. marts 2015, men over aftalt dag.",
	} {
		r := reader("lead", today, opReport)
		got := ""
		for _, task := range Tasks(NewPlan(agreed(), m).Lines(m, nil, r), r) {
			if task.Subject == "service.live" && task.Late {
				got = task.Subject + " " + task.Day.String() + " late: " + task.Beside
			}
		}
		if got != want {
			t.Errorf("%s: got %q, want %q", today, got, want)
		}
	}
}

func TestSentencesSayWhatHappened(t *testing.T) {
	m := told(t)
	plan := NewPlan(agreed(), m)
	for i, want := range []string{
		"Service: Built: færdig 28. april 2014",
		"Verificeret: Service: Built",
		"Service: Test: i gang, 20 % færdig, ventes 5. juni 2014 (planlagt 30. maj 2014), i fare: Fejl",
		"Service: Review: tilføjet til planen, planlagt til 2. maj 2014",
	} {
		if got := plan.Sentence("da", m[i]); got != want {
			t.Errorf("fact %d: %q, want %q", i, got, want)
		}
	}
	if got := plan.Sentence("en", m[0]); got != "Service: Built: done on 28 April 2014" {
		t.Errorf("in English: %q", got)
	}
}

func TestScoringGetsStepsAsReported(t *testing.T) {
	m := told(t)
	results := NewPlan(agreed(), m).Results(m)
	if len(results) != 3 {
		t.Fatalf("%d results, want the three updates", len(results))
	}
	report := results[1].Value.(scoring.StepReport)
	if report.Status != scoring.Started || !report.AtRisk || report.Expected.String() != "2014-06-05" || results[1].Subject != "service.test" {
		t.Errorf("got %+v", results[1])
	}
}

// The reason for a moved date stands beside the date until that moves again.
func TestTheReasonStaysWithTheMovedDate(t *testing.T) {
	var m memory
	because := func() string {
		for _, line := range NewPlan(agreed(), nil).Lines(m, nil, reader("lead", "2014-06-10")) {
			if line.ID == "service.test" {
				return line.Expected.String() + " " + line.MovedBecause
			}
		}
		return "no step"
	}
	for _, c := range []struct{ day, body, want string }{
		{"2014-05-02", `{"status":"started","expected":"2014-06-05","reason":"Fejl"}`, "2014-06-05 Fejl"},
		{"2014-05-03", `{"status":"started","progress":40,"note":"Videre"}`, "2014-06-05 Fejl"},
		{"2014-05-04", `{"status":"dropped","reason":"Opgivet"}`, "2014-06-05 Fejl"},
		{"2014-05-05", `{"status":"started","reason":"Alligevel"}`, "2014-06-05 Fejl"},
		{"2014-05-06", `{"status":"started","expected":"2014-06-20","reason":"Flere fejl"}`, "2014-06-20 Flere fejl"},
		{"2014-05-07", `{"status":"started","expected":"2014-05-30","reason":"Rettet"}`, " "},
	} {
		m.must(t, KindUpdate, "service.test", c.day, c.body)
		if got := because(); got != c.want {
			t.Errorf("after %s: got %q, want %q", c.body, got, c.want)
		}
	}
}
