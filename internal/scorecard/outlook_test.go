package scorecard_test

import (
	"encoding/json"
	"net/http"
	"net/url"
	"testing"

	"opfyldt/internal/scorecard"
)

func whatIf(h *house, sets ...string) scorecard.WhatIf {
	h.t.Helper()
	return get[scorecard.WhatIf](h, "/what-if?"+url.Values{"set": sets}.Encode(), "department")
}

func band(t scorecard.Totals) string { return t.Worst.String() + ".." + t.Best.String() }

// The survey is lost (0 to 87.5). With the complaints at exactly 95 % and the
// web system late, 12.5 is sure and another 12.5 is gone: 12.5 to 75. What is
// decided can be set too: a survey of 75 % brings its 12.5 back.
func TestWhatIfSetsByHandAndWritesNothing(t *testing.T) {
	t.Parallel()
	h := cpr(t)
	h.set("2014-09-20 10:00")
	h.post("/goals/6/assessments", "management", fields{"degree": "0", "reason": "Målingen gav 71,4 pct."})
	plain := whatIf(h)
	if band(plain.Now) != "0..87.5" || band(plain.Then) != band(plain.Now) {
		t.Errorf("nothing set: %s then %s", band(plain.Now), band(plain.Then))
	}
	set := whatIf(h, "figure:4=95", "step:web-client.in-use=late")
	if band(set.Now) != "0..87.5" || band(set.Then) != "12.5..75" {
		t.Errorf("now %s, then %s; want 0..87.5 and 12.5..75", band(set.Now), band(set.Then))
	}
	if g := set.Goals[3]; !g.Set || g.Then.Worst.String() != "100" || g.Explanation.Text == "" || g.Subjects[0].Set != "95" {
		t.Errorf("goal 4: %+v", g)
	}
	if back := whatIf(h, "degree:6=100"); band(back.Then) != "12.5..100" {
		t.Errorf("a decided degree set by hand: %s", band(back.Then))
	}
	// Five services, by name and agreed date; twelve months.
	if s := set.Goals[1].Subjects; len(s) != 5 || s[0].Under != "Anmodning om markedsføringsbeskyttelse" || s[0].Now == "" {
		t.Errorf("goal 2 can be set by %+v", s)
	}
	if s := set.Goals[4].Subjects; len(s) != 13 || s[1].Key != "month:5b/2014-01" {
		t.Errorf("goal 5 has %d subjects", len(s))
	}
	if facts := get[scorecard.FactList](h, "/facts", "auditor"); len(facts.Facts) != 1 {
		t.Errorf("%d facts, want the assessment alone", len(facts.Facts))
	}
}

// Every mistake in the address is named by its place.
func TestWhatIfNamesEveryMistake(t *testing.T) {
	t.Parallel()
	h := cpr(t)
	sets := url.Values{"set": {
		"figure:4=95", "nonsense", "step:no.such=late", "step:plan.done=soon", "degree:2=75", "figure:4=96", "month:5b/2015-01=50",
		"month:5b/2014-02=-1", "figure:6=101", "degree:9=100",
	}}
	status, body := h.do(http.MethodGet, "/what-if?"+sets.Encode(), "lead", nil)
	var p problem
	if err := json.Unmarshal(body, &p); err != nil || status != http.StatusUnprocessableEntity {
		t.Fatalf("%d %s", status, body)
	}
	var places []any
	for _, e := range p.Errors {
		places = append(places, e["location"])
	}
	if len(p.Errors) != 9 || places[0] != "query.set[1]" || places[8] != "query.set[9]" {
		t.Errorf("%d mistakes at %v", len(p.Errors), places)
	}
}

// In the past, what was reported since is not known.
func TestWhatIfAsOf(t *testing.T) {
	t.Parallel()
	h := cpr(t)
	h.set("2014-09-20 10:00")
	h.post("/goals/6/assessments", "management", fields{"degree": "0", "reason": "Målingen gav 71,4 pct."})
	before := get[scorecard.WhatIf](h, "/what-if?asOf=2014-09-19&set=figure:4%3D95", "lead")
	if band(before.Now) != "0..100" || band(before.Then) != "12.5..100" {
		t.Errorf("the day before: %s and %s", band(before.Now), band(before.Then))
	}
}

// The plan of goal 1 has the nearest day, 30 June; what waits for nothing that
// counts comes last.
func TestLastSafeDaysTheNearestFirst(t *testing.T) {
	t.Parallel()
	h := cpr(t)
	h.set("2014-03-02 10:00")
	all := get[scorecard.SafeDayList](h, "/last-safe-days", "lead").Days
	if len(all) == 0 || all[0].Step != "plan.draft" || all[0].Day.String() != "2014-06-30" || all[0].ThroughTitle != "Planen er afleveret" {
		t.Fatalf("the first is %+v", all[0])
	}
	if last := all[len(all)-1]; !last.Day.IsZero() {
		t.Errorf("the last is %+v", last)
	}
	goal := get[scorecard.SafeDayList](h, "/last-safe-days?goal=7", "lead").Days
	if len(goal) != 5 || goal[0].Number != "7" || goal[0].Points.String() != "12.5" {
		t.Errorf("goal 7: %+v", goal)
	}
	h.set("2014-07-05 10:00")
	h.post("/steps/plan.done/updates", "lead", fields{"status": "done", "day": "2014-06-30"})
	for _, d := range get[scorecard.SafeDayList](h, "/last-safe-days?goal=1", "lead").Days {
		if d.Step == "plan.done" {
			t.Error("a step that is done has a last safe day")
		}
	}
}
