package scorecard

import (
	"encoding/json"
	"fmt"
	"testing"

	"opfyldt/internal/calendar"
	"opfyldt/internal/contract"
	"opfyldt/internal/exact"
	"opfyldt/internal/ledger"
	"opfyldt/internal/measure"
	"opfyldt/internal/milestone"
)

type nobody struct{}

func (nobody) Subject() string                               { return "nobody" }
func (nobody) Name() string                                  { return "nobody" }
func (nobody) Permit(string, string, string) (string, error) { return "lead", nil }

// agreed is a contract of two goals: two services, of which one is half the
// goal, and a share of cases of which 95 % must be in time. The services are
// planned for June and due in December.
func agreed() *contract.Contract {
	day := calendar.MustDate
	half := exact.MustParse("1/2")
	scale := contract.Scale{Degrees: []exact.Rat{exact.Int(0), exact.Int(50), exact.Int(100)}, Max: exact.Int(100)}
	item := func(id string) contract.Item {
		return contract.Item{ID: id, Title: id, Steps: []contract.Step{
			{ID: id, Title: id, Planned: day("2014-06-30"), Due: day("2014-12-31"), Decides: true},
		}}
	}
	goal := func(id string, r contract.Requirement) contract.Goal {
		r.ID = id
		return contract.Goal{
			ID: id, Number: id, Title: "Mål " + id, Weight: contract.Weight{Value: exact.Int(50)}, Scale: scale, Kept: exact.Int(100),
			Combine: contract.Combine{By: contract.AllOf}, Requirements: []contract.Requirement{r},
		}
	}
	return &contract.Contract{
		ID: "c", Version: 1, Signed: day("2013-12-18"), Period: calendar.Period{From: day("2014-01-01"), To: day("2014-12-31")},
		Weights: contract.Weights{Kind: contract.Percents, Sum: exact.Int(100)}, Total: contract.TotalRule{By: contract.WeightedSum},
		Blocks: []contract.Block{{ID: "b", Title: "Ydre", Blocks: []contract.Block{{ID: "i", Title: "Indre", Goals: []contract.Goal{
			goal("steps", contract.Requirement{
				Measure: contract.Milestones, Items: []contract.Item{item("one"), item("two")},
				Degree: contract.DegreeRule{By: contract.ByItems, Items: []contract.CountBand{
					{All: true, Degree: exact.Int(100)}, {Share: &half, Degree: exact.Int(50)},
				}},
			}),
			goal("cases", contract.Requirement{
				Measure: contract.Timeliness, Degree: contract.DegreeRule{By: contract.ByTarget},
				Targets: []contract.Target{{Year: 2014, Bound: contract.AtLeast, Value: exact.Int(95)}},
			}),
		}}}}},
	}
}

// fact is a recorded fact with a body, at noon of its day.
type fact struct{ kind, subject, day, body string }

func pageOf(t *testing.T, today string, facts ...fact) *page {
	t.Helper()
	day := calendar.MustDate(today)
	var recorded []ledger.Fact
	for i, f := range facts {
		on := calendar.MustDate(f.day)
		recorded = append(recorded, ledger.Fact{
			Contract: "c", ID: fmt.Sprintf("fact-%d", i), Kind: f.kind, Subject: f.subject, Day: on,
			Recorded: on.Start().Add(12 * 3600e9), Body: json.RawMessage(f.body), Leaf: int64(i),
		})
	}
	s, err := newState(agreed(), recorded, day.End())
	if err != nil {
		t.Fatal(err)
	}
	return newPage(s, View{Person: nobody{}, Lang: "da", AsOf: day.End(), Day: day, Today: day}, Head{})
}

// A goal's word, by what is known of it. Both services are planned for 30 June
// and due on 31 December.
func TestAGoalsStateInOneWord(t *testing.T) {
	step := func(subject, day, body string) fact { return fact{milestone.KindUpdate, subject, day, body} }
	cases := func(timely, total int, final bool) fact {
		return fact{measure.KindReport, "cases", "2014-03-31", fmt.Sprintf(`{"figures":{"timely":%d,"total":%d},"final":%v,"source":"x"}`, timely, total, final)}
	}
	done, dropped := `{"status":"done","progress":100}`, `{"status":"dropped","reason":"x"}`
	for _, c := range []struct {
		name, goal, today string
		facts             []fact
		want              GoalState
		because           string
	}{
		{"nothing yet", "steps", "2014-03-31", nil, NotStarted, "0 af planens 2 punkter i tide"},
		{"under way", "steps", "2014-03-31", []fact{step("one", "2014-03-01", `{"status":"started","risk":"on_track"}`)}, OnTrack, "0 af planens 2 punkter i tide"},
		{"somebody worries", "steps", "2014-03-31", []fact{step("one", "2014-03-01", `{"status":"started","risk":"at_risk"}`)}, AtRisk, "0 af planens 2 punkter i tide"},
		{"past the plan", "steps", "2014-07-01", nil, Late, "0 af planens 2 punkter i tide"},
		{"on the plan's day", "steps", "2014-06-30", nil, NotStarted, "0 af planens 2 punkter i tide"},
		{"moved in time", "steps", "2014-07-01", []fact{
			step("one", "2014-06-01", `{"status":"started","expected":"2014-08-01","risk":"on_track","reason":"x"}`), step("two", "2014-06-01", done),
		}, OnTrack, "1 af planens 2 punkter i tide"},
		{"one dropped, one open", "steps", "2014-03-31", []fact{step("one", "2014-03-01", dropped)}, AtRisk, "0 af planens 2 punkter i tide"},
		{"one dropped, one done", "steps", "2014-03-31", []fact{step("one", "2014-03-01", dropped), step("two", "2014-03-01", done)}, Partly, "1 af planens 2 punkter i tide"},
		{"both dropped", "steps", "2014-03-31", []fact{step("one", "2014-03-01", dropped), step("two", "2014-03-01", dropped)}, NotKept, "0 af planens 2 punkter i tide"},
		{"both done", "steps", "2014-03-31", []fact{step("one", "2014-03-01", done), step("two", "2014-03-01", done)}, Kept, "2 af planens 2 punkter i tide"},
		{"no figure", "cases", "2014-03-31", nil, NotStarted, "intet resultat endnu"},
		{"a figure that has not come", "cases", "2014-04-01", nil, AtRisk, "intet resultat endnu"},
		{"nor in the days it may take", "cases", "2014-04-15", nil, Late, "intet resultat endnu"},
		{"a good figure on the way", "cases", "2014-03-31", []fact{cases(95, 100, false)}, OnTrack, "95 % af 100 i tide; mål mindst 95 %"},
		{"a bad figure on the way", "cases", "2014-03-31", []fact{cases(9499, 10000, false)}, AtRisk, "94,99 % af 10.000 i tide; mål mindst 95 %"},
		{"the final one", "cases", "2014-03-31", []fact{cases(95, 100, true)}, Kept, "95 % af 100 i tide; mål mindst 95 %"},
		{"the final one, too low", "cases", "2014-03-31", []fact{cases(94, 100, true)}, NotKept, "94 % af 100 i tide; mål mindst 95 %"},
		{"assessed", "cases", "2014-03-31", []fact{cases(94, 100, true), {KindAssessment, "cases", "2014-03-31", `{"degree":"50","reason":"x"}`}},
			Partly, "vurderet til 50 af ledelsen; 94 % af 100 i tide; mål mindst 95 %"},
	} {
		p := pageOf(t, c.today, c.facts...)
		line := p.goalLine(p.contract.Goal(c.goal))
		if line.State != c.want || line.Because != c.because {
			t.Errorf("%s: %s because %q, want %s because %q", c.name, line.State, line.Because, c.want, c.because)
		}
	}
}

// 57 in January, and 0 on the first day of February: the lowest month is January's, and
// nothing is in danger.
func TestAMonthUnderWayIsNotTheLowest(t *testing.T) {
	p := pageOf(t, "2014-02-01",
		fact{measure.KindReport, "cases/2014-01", "2014-01-31", `{"figures":{"month":"2014-01","count":57},"source":"x"}`},
		fact{measure.KindReport, "cases/2014-02", "2014-02-01", `{"figures":{"month":"2014-02","count":0},"source":"x"}`},
	)
	p.contract.Goal("cases").Requirements[0] = contract.Requirement{
		ID: "cases", Measure: contract.MonthlyCount, Degree: contract.DegreeRule{By: contract.ByTarget},
		Targets: []contract.Target{{Year: 2014, Bound: contract.AtLeast, Value: exact.Int(50)}},
	}
	s, err := newState(p.contract, p.facts, p.view.AsOf)
	if err != nil {
		t.Fatal(err)
	}
	line := newPage(s, p.view, Head{}).goalLine(p.contract.Goal("cases"))
	if line.State != OnTrack || line.Because != "laveste måned 57 (januar 2014); mål mindst 50" {
		t.Errorf("%s because %q", line.State, line.Because)
	}
}

func TestWhatAGoalWaitsForNext(t *testing.T) {
	moved := fact{milestone.KindUpdate, "one", "2014-06-01", `{"status":"started","expected":"2014-08-01","reason":"x"}`}
	first := fact{measure.KindReport, "cases", "2014-03-31", `{"figures":{"timely":95,"total":100},"source":"x"}`}
	for _, c := range []struct {
		goal, today string
		facts       []fact
		want        string
	}{
		{"steps", "2014-06-02", nil, "one 2014-06-30 one"},
		{"steps", "2014-06-02", []fact{moved}, "two 2014-06-30 two"},
		{"cases", "2014-03-31", nil, "Tal for 1. kvartal 2014 2014-03-31 "},
		// What should have come stands first.
		{"cases", "2014-06-02", nil, "Tal for 1. kvartal 2014 2014-03-31 "},
		{"cases", "2014-06-02", []fact{first}, "Tal for 2. kvartal 2014 2014-06-30 "},
		{"cases", "2014-07-01", []fact{first}, "Tal for 2. kvartal 2014 2014-06-30 "},
		{"cases", "2015-01-01", []fact{first}, "Tal for 4. kvartal 2014 2014-12-31 "},
		{"steps", "2014-07-02", []fact{moved}, "two 2014-06-30 two"},
	} {
		p := pageOf(t, c.today, c.facts...)
		got := ""
		if n := p.goalLine(p.contract.Goal(c.goal)).Next; n != nil {
			got = n.Title + " " + n.Day.String() + " " + n.Step
		}
		if got != c.want {
			t.Errorf("%s on %s: %q, want %q", c.goal, c.today, got, c.want)
		}
	}
}

// Two goals of 50 %; one is assessed at 50 where the rule gives 0.
func TestTheOverviewCountsAndTellsWhereItDiffers(t *testing.T) {
	p := pageOf(t, "2014-07-03",
		fact{measure.KindReport, "cases", "2014-03-31", `{"figures":{"timely":94,"total":100},"final":true,"source":"x"}`},
		fact{KindAssessment, "cases", "2014-03-31", `{"degree":"50","reason":"x"}`},
	)
	p.contract.Reporting.Deadlines = []contract.Deadline{
		{ID: "q3", Due: calendar.MustDate("2014-10-14")}, {ID: "q2", Due: calendar.MustDate("2014-07-14")},
		{ID: "q1", Due: calendar.MustDate("2014-04-14")}, {ID: "statement"},
	}
	o := p.overview(p.facts, nil)
	if o.Counts != (Counts{Goals: 2, Partly: 1, Open: 1, Late: 2}) || !o.Differs {
		t.Errorf("counts: %+v, differs: %v", o.Counts, o.Differs)
	}
	// 50 % of 50; by the rule alone nothing.
	if o.Total.Obtained.String() != "25" || o.Calculated.Obtained.String() != "0" || o.Total.Best.String() != "75" {
		t.Errorf("total %+v, calculated %+v", o.Total, o.Calculated)
	}
	if o.NextDeadline == nil || o.NextDeadline.ID != "q2" {
		t.Errorf("next deadline: %+v", o.NextDeadline)
	}
	if len(o.Blocks) != 1 || o.Blocks[0].Title != "Ydre · Indre" || o.Changes[0].ID != "fact-1" {
		t.Errorf("blocks %+v, changes %+v", o.Blocks, o.Changes)
	}
}
