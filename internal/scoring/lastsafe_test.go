package scoring

import (
	"fmt"
	"testing"
	"time"

	"pgregory.net/rapid"

	"opfyldt/internal/calendar"
	"opfyldt/internal/contract"
)

func safeDays(t testing.TB, c *contract.Contract, facts []Fact, day string) map[string]SafeDay {
	t.Helper()
	list, err := LastSafeDays(c, facts, calendar.MustDate(day).Start().Add(12*time.Hour))
	if err != nil {
		t.Fatal(err)
	}
	byStep := map[string]SafeDay{}
	for _, s := range list {
		byStep[s.Step] = s
	}
	return byStep
}

// say writes a safe day as the tests' tables do: day, degree before and after,
// points, the step that it is needed for.
func say(s SafeDay) string {
	if s.Day.IsZero() {
		return fmt.Sprintf("none, %d of %d", s.Needed, s.Open)
	}
	text := fmt.Sprintf("%s %s>%s −%s", s.Day, s.Keeps, s.Falls, s.Points)
	if s.Through != "" {
		text += fmt.Sprintf(" for %s, pace %s", s.Through, s.Pace)
	}
	return text
}

func dropped(step string) Fact { return fact(step, "2014-03-01", StepReport{Status: Dropped}) }

// Each line by the rules of the CPR contract, a goal being 12.5 points.
func TestLastSafeDays(t *testing.T) {
	services := []string{"marketing.live", "directory.live", "attestation.live", "lodging.live", "standard-info.live"}
	for _, test := range []struct {
		name  string
		facts []Fact
		want  map[string]string
	}{
		// Goal 1: without the plan by 30 June nothing is left, without the
		// discussion by 31 December half is. The draft is planned 45 days before
		// the plan. The analysis decides nothing.
		{"goal 1, untouched", nil, map[string]string{
			"plan.done":         "2014-06-30 100>0 −12.5",
			"plan.discussed":    "2014-12-31 100>50 −6.25",
			"plan.draft":        "2014-06-30 100>0 −12.5 for plan.done, pace 2014-05-16",
			"analysis.reported": "none, 0 of 0",
		}},
		// The discussion is dropped: 50 is left and hangs on the plan.
		{"goal 1, no discussion", []Fact{dropped("plan.discussed")}, map[string]string{
			"plan.done": "2014-06-30 50>0 −6.25",
		}},
		// Goal 2: five of five is 100, four leave 50. The test is planned 14 days
		// before the service is live, the building 56 days before the test.
		{"goal 2, untouched", nil, map[string]string{
			"attestation.live":  "2014-12-31 100>50 −6.25",
			"attestation.test":  "2014-12-31 100>50 −6.25 for attestation.live, pace 2014-12-17",
			"attestation.built": "2014-12-31 100>50 −6.25 for attestation.live, pace 2014-10-22",
		}},
		// One is lost: 50 takes three of the four that are open, so that no single
		// one has a last day.
		{"goal 2, one lost", []Fact{dropped(services[0])}, map[string]string{
			"directory.live": "none, 3 of 4",
			"lodging.test":   "none, 3 of 4",
		}},
		// Two are lost: at least half, rounded up, is three: every one of the three.
		{"goal 2, two lost", []Fact{dropped(services[0]), dropped(services[1])}, map[string]string{
			"attestation.live": "2014-12-31 50>0 −6.25",
			"lodging.test":     "2014-12-31 50>0 −6.25 for lodging.live, pace 2014-12-10",
		}},
		// Three are lost: nothing is left to lose.
		{"goal 2, three lost", []Fact{dropped(services[0]), dropped(services[1]), dropped(services[2])}, map[string]string{
			"lodging.live": "none, 0 of 2",
		}},
		// Three are in time and one is lost: half is sure.
		{"goal 2, half is sure", []Fact{
			done(services[0], "2014-03-01"), done(services[1], "2014-03-01"), done(services[2], "2014-03-01"), dropped(services[3]),
		}, map[string]string{
			"standard-info.live": "none, 0 of 1",
		}},
		// Goal 3: half of four is two.
		{"goal 3, one lost", []Fact{dropped("iso-27000.moved")}, map[string]string{
			"spot-checks.concluded": "none, 2 of 3",
		}},
		{"goal 3, two lost", []Fact{dropped("iso-27000.moved"), dropped("penetration-test.closed")}, map[string]string{
			"spot-checks.concluded": "2014-12-31 50>0 −6.25",
			"awareness.completed":   "2014-12-31 50>0 −6.25",
		}},
		// Goal 7: all or nothing; the pilot is planned 35 days before.
		{"goal 7, untouched", nil, map[string]string{
			"web-client.in-use":   "2014-12-31 100>0 −12.5",
			"web-client.pilot":    "2014-12-31 100>0 −12.5 for web-client.in-use, pace 2014-11-26",
			"web-client.java-off": "none, 1 of 1",
		}},
	} {
		t.Run(test.name, func(t *testing.T) {
			got := safeDays(t, cpr(t), test.facts, "2014-03-02")
			for step, want := range test.want {
				if text := say(got[step]); text != want {
					t.Errorf("%s: %s, want %s", step, text, want)
				}
			}
		})
	}
}

// An assessment that was made before takes the points out of the loss, though
// the calculated degree still falls.
func TestAnAssessedGoalLosesNoPoints(t *testing.T) {
	c := cpr(t)
	facts := []Fact{fact("7", "2014-03-01", assess("7", 100).Value)}
	if got := say(safeDays(t, c, facts, "2014-03-02")["web-client.in-use"]); got != "2014-12-31 100>0 −0" {
		t.Errorf("%s, want no points lost", got)
	}
}

// Only what is open has a last safe day; an overdue step is: a report may still
// come that it happened in time.
func TestSettledStepsHaveNoLastSafeDay(t *testing.T) {
	got := safeDays(t, cpr(t), []Fact{done("plan.draft", "2014-05-16")}, "2014-07-05")
	if _, there := got["plan.draft"]; there {
		t.Error("a step that is done has a last safe day")
	}
	// The plan came late: 0 is all that is left, whenever it is discussed.
	late := safeDays(t, cpr(t), []Fact{done("plan.done", "2014-07-01")}, "2014-07-05")
	if text := say(late["plan.discussed"]); text != "none, 0 of 0" {
		t.Errorf("the discussion of a plan that came late: %s", text)
	}
	if text := say(got["plan.done"]); text != "2014-06-30 100>0 −12.5" {
		t.Errorf("the overdue plan: %s", text)
	}
}

// Against trying every day: done on the last safe day or before keeps the best
// degree, done on any later day does not.
func TestLastSafeDaysAgainstTryingEveryDay(t *testing.T) {
	c := cpr(t)
	var deciding []string
	for _, g := range c.Goals() {
		for r := range g.Requirements {
			for _, item := range g.Requirements[r].Items {
				for _, s := range item.Steps {
					if Weighs(&g.Requirements[r], &s) {
						deciding = append(deciding, s.ID)
					}
				}
			}
		}
	}
	asOf := calendar.MustDate("2014-02-01").Start()
	rapid.Check(t, func(t *rapid.T) {
		var facts []Fact
		for _, step := range deciding {
			switch rapid.IntRange(0, 3).Draw(t, step) {
			case 0:
				facts = append(facts, fact(step, "2014-01-15", StepReport{Status: Dropped}))
			case 1:
				facts = append(facts, done(step, "2014-01-15"))
			}
		}
		list, err := LastSafeDays(c, facts, asOf)
		if err != nil {
			t.Fatal(err)
		}
		for _, s := range list {
			if s.Through != "" || s.Day.IsZero() {
				continue
			}
			for range 5 {
				d := calendar.MustDate("2014-12-20").AddDays(rapid.IntRange(-320, 30).Draw(t, "day"))
				card, err := Suppose(c, facts, []Supposition{{s.Step, d, StepReport{Status: Done}}}, asOf)
				if err != nil {
					t.Fatal(err)
				}
				best := goalBest(card, s.Goal)
				if safe := !d.After(s.Day); safe != best.Equal(s.Keeps) || !safe && !best.Equal(s.Falls) {
					t.Fatalf("%s done on %s: at best %s; said %s", s.Step, d, best, say(s))
				}
			}
		}
	})
}
