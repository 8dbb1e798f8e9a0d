package scoring

import (
	"fmt"
	"testing"

	"opfyldt/internal/calendar"
	"opfyldt/internal/exact"
)

// Rule S5: 12.5 + 6.25 + 6.25 + 12.5 + 12.5 + 0 + 12.5 + 12.5 = 75.
func TestTable11(t *testing.T) {
	var facts []Fact
	for i, degree := range []int64{100, 50, 50, 100, 100, 0, 100, 100} {
		facts = append(facts, assess(fmt.Sprint(i+1), degree))
	}
	card := mustScore(t, cpr(t), facts, endOfYear)
	if got := card.Total.Obtained.String(); got != "75" {
		t.Errorf("total %s, want 75", got)
	}
	contributions := []string{"12.5", "6.25", "6.25", "12.5", "12.5", "0", "12.5", "12.5"}
	for i, g := range card.Goals {
		if got := text(g.Contribution); got != contributions[i] {
			t.Errorf("goal %s contributes %s, want %s", g.ID, got, contributions[i])
		}
	}
}

// factsFor makes the facts of 2014 by which the contract's rules give each
// goal the degree.
func factsFor(degrees [8]int) []Fact {
	var facts []Fact
	add := func(f ...Fact) { facts = append(facts, f...) }
	// Goal 1: the plan in time is 50, discussed in time too is 100.
	if degrees[0] == 0 {
		add(done("plan.done", "2014-07-01"))
	} else {
		add(done("plan.done", "2014-06-30"))
	}
	if degrees[0] == 100 {
		add(done("plan.discussed", "2014-10-31"))
	} else {
		add(fact("plan.discussed", "2014-12-31", StepReport{Status: Dropped}))
	}
	// Goal 2: 5 of 5 is 100, 3 of 5 (half, rounded up) is 50, 2 of 5 is 0.
	services := []string{"marketing.live", "directory.live", "attestation.live", "lodging.live", "standard-info.live"}
	add(inTime(services, map[int]int{0: 2, 50: 3, 100: 5}[degrees[1]])...)
	// Goal 3: 4 of 4 is 100, 2 of 4 is 50, 1 of 4 is 0.
	activities := []string{"spot-checks.concluded", "penetration-test.closed", "iso-27000.moved", "awareness.completed"}
	add(inTime(activities, map[int]int{0: 1, 50: 2, 100: 4}[degrees[2]])...)
	// Goal 4: 95 of 100 is exactly 95 %.
	add(fact("4", "2014-12-31", CaseShare{Timely: pickInt(degrees[3], 95, 94), Total: 100, Final: true}))
	// Goal 5: 92 of 100 in time, and at least 50 cases each month.
	add(fact("5a", "2014-12-31", CaseShare{Timely: 92, Total: 100, Final: true}))
	for m := 1; m <= 12; m++ {
		month := calendar.Month{Year: 2014, Month: m}
		count := int64(50)
		if m == 7 {
			count = pickInt(degrees[4], 50, 49)
		}
		add(fact("5b", month.Last().String(), MonthCount{Month: month, Count: count}))
	}
	// Goal 6: 300 of 400 is exactly 75 %.
	add(fact("6", "2014-12-31", SurveyShare{Satisfied: pickInt(degrees[5], 300, 299), Answered: 400, Final: true}))
	// Goal 7: in use by the end of the year.
	add(inTime([]string{"web-client.in-use"}, map[int]int{0: 0, 100: 1}[degrees[6]])...)
	// Goal 8: 98 of 100 million is a deviation of exactly 2 %.
	add(fact("8", "2014-12-31", Spending{Budget: 10_000_000_000, Spent: pickInt(degrees[7], 9_800_000_000, 9_799_999_999), Final: true}))
	return facts
}

// inTime reports the first n steps done and drops the others.
func inTime(steps []string, n int) []Fact {
	var facts []Fact
	for i, s := range steps {
		if i < n {
			facts = append(facts, done(s, "2014-12-31"))
		} else {
			facts = append(facts, fact(s, "2014-12-31", StepReport{Status: Dropped}))
		}
	}
	return facts
}

func pickInt(degree int, kept, missed int64) int64 {
	if degree == 100 {
		return kept
	}
	return missed
}

// All 3³ × 2⁵ = 864 combinations, by the rules and by assessment, against a
// table of contributions in hundredths of a point: 12.5 % of 0, 50 and 100 are
// 0, 6.25 and 12.50.
func TestEveryCombinationOfDegrees(t *testing.T) {
	hundredths := map[int]int64{0: 0, 50: 625, 100: 1250}
	c := cpr(t)
	combinations := 0
	for n := range 864 {
		var degrees [8]int
		rest, sum := n, int64(0)
		for i := range degrees {
			scale := []int{0, 50, 100}
			if i >= 3 {
				scale = []int{0, 100}
			}
			degrees[i] = scale[rest%len(scale)]
			rest /= len(scale)
			sum += hundredths[degrees[i]]
		}
		combinations++
		want := exact.Frac(sum, 100)
		byRule := mustScore(t, c, factsFor(degrees), endOfYear)
		var assessed []Fact
		for i, d := range degrees {
			assessed = append(assessed, assess(fmt.Sprint(i+1), int64(d)))
		}
		byHand := mustScore(t, c, assessed, endOfYear)
		for how, total := range map[string]Totals{"by rule": byRule.Total, "assessed": byHand.Total} {
			if !total.Obtained.Equal(want) || !total.Best.Equal(want) || !total.Decided.Equal(hundred) {
				t.Fatalf("%v %s: %v to %v, %v decided, want %v", degrees, how, total.Obtained, total.Best, total.Decided, want)
			}
		}
	}
	if combinations != 864 {
		t.Errorf("%d combinations, want 864", combinations)
	}
}

// Reading A6: at least half of the items, rounded up. Of five services that is
// three, of four activities two.
func TestHalfOfTheItemsRoundedUp(t *testing.T) {
	c := cpr(t)
	services := []string{"marketing.live", "directory.live", "attestation.live", "lodging.live", "standard-info.live"}
	for n, want := range map[int]string{0: "0", 1: "0", 2: "0", 3: "50", 4: "50", 5: "100"} {
		card := mustScore(t, c, inTime(services, n), endOfYear)
		if got := text(card.Goals[1].Degree); got != want {
			t.Errorf("%d of 5 services: degree %s, want %s", n, got, want)
		}
	}
	activities := []string{"spot-checks.concluded", "penetration-test.closed", "iso-27000.moved", "awareness.completed"}
	for n, want := range map[int]string{0: "0", 1: "0", 2: "50", 3: "50", 4: "100"} {
		card := mustScore(t, c, inTime(activities, n), endOfYear)
		if got := text(card.Goals[2].Degree); got != want {
			t.Errorf("%d of 4 activities: degree %s, want %s", n, got, want)
		}
	}
}

// Reading A6, goal 1: the plan in time gives 50 where the discussion is missing
// or late; without the plan in time there is nothing.
func TestPlanAndDiscussion(t *testing.T) {
	for name, c := range map[string]struct {
		facts []Fact
		want  string
	}{
		"both in time":     {[]Fact{done("plan.done", "2014-06-30"), done("plan.discussed", "2014-12-31")}, "100"},
		"discussed late":   {[]Fact{done("plan.done", "2014-06-30"), done("plan.discussed", "2015-01-01")}, "50"},
		"not discussed":    {[]Fact{done("plan.done", "2014-06-30"), fact("plan.discussed", "2014-12-01", StepReport{Status: Dropped})}, "50"},
		"not known":        {[]Fact{done("plan.done", "2014-06-30")}, "50..100"},
		"plan a day late":  {[]Fact{done("plan.done", "2014-07-01"), done("plan.discussed", "2014-10-01")}, "0"},
		"nothing reported": {nil, "0..100"},
		"draft alone":      {[]Fact{done("plan.draft", "2014-05-01")}, "0..100"},
	} {
		card := mustScore(t, cpr(t), c.facts, calendar.MustDate("2015-01-31").End())
		if got := text(card.Goals[0].Degree); got != c.want {
			t.Errorf("%s: degree %s, want %s", name, got, c.want)
		}
	}
}

// Unknown is not zero: with no fact nothing is decided, and everything can
// still be reached.
func TestWithoutFactsNothingIsDecided(t *testing.T) {
	card := mustScore(t, cpr(t), nil, endOfYear)
	if total := card.Total; !total.Decided.IsZero() || !total.Worst.IsZero() || !total.Best.Equal(hundred) {
		t.Errorf("decided %v, %v to %v", total.Decided, total.Worst, total.Best)
	}
	for _, g := range card.Goals {
		if g.Kept != nil || g.Degree.Known {
			t.Errorf("goal %s: degree %s, kept %s", g.ID, text(g.Degree), keptText(g.Kept))
		}
	}
}

// Half a year: plan delivered (50 or 100 of 12.5), July's count of 49 settles
// goal 5 at 0 (reading A7), three of five services in time (50 or 100).
// Worst 6.25 + 0 + 6.25 = 12.5; best is everything but goal 5: 87.5.
// Goal 5 alone is decided: 12.5.
func TestHalfWayThroughTheYear(t *testing.T) {
	facts := []Fact{
		done("plan.done", "2014-06-20"),
		done("marketing.live", "2014-03-31"), done("directory.live", "2014-05-30"), done("attestation.live", "2014-08-29"),
		fact("5b", "2014-07-31", MonthCount{Month: calendar.Month{Year: 2014, Month: 7}, Count: 49}),
	}
	total := mustScore(t, cpr(t), facts, calendar.MustDate("2014-09-01").End()).Total
	if total.Worst.String() != "12.5" || total.Best.String() != "87.5" || total.Decided.String() != "12.5" {
		t.Errorf("%v to %v, decided %v; want 12.5 to 87.5, decided 12.5", total.Worst, total.Best, total.Decided)
	}
}

// An assessment stands beside what the rule gives; taking it back leaves the
// rule's.
func TestAssessedStandsBesideCalculated(t *testing.T) {
	facts := factsFor([8]int{100, 50, 50, 100, 100, 0, 100, 100})
	facts = append(facts, assess("6", 100))
	card := mustScore(t, cpr(t), facts, endOfYear)
	g := card.Goals[5]
	if text(g.Calculated) != "0" || text(g.Degree) != "100" || keptText(g.Kept) != "yes" || g.Assessed.Reason != "begrundet" {
		t.Errorf("goal 6: calculated %s, degree %s, %+v", text(g.Calculated), text(g.Degree), g.Assessed)
	}
	if card.Total.Obtained.String() != "87.5" || card.Calculated.Obtained.String() != "75" {
		t.Errorf("total %v beside %v, want 87.5 beside 75", card.Total.Obtained, card.Calculated.Obtained)
	}
	facts = append(facts, fact("6", "2014-12-31", Assessment{Withdrawn: true}))
	if card := mustScore(t, cpr(t), facts, endOfYear); card.Total.Obtained.String() != "75" || card.Goals[5].Assessed != nil {
		t.Errorf("withdrawn: total %v", card.Total.Obtained)
	}
}

// What is recorded after the instant was not known then.
func TestAsOfReadsByTheInstantOfRecording(t *testing.T) {
	f := done("web-client.in-use", "2014-11-28")
	f.Recorded = calendar.MustDate("2014-12-05").Start()
	c := cpr(t)
	if g := mustScore(t, c, []Fact{f}, calendar.MustDate("2014-12-04").End()).Goals[6]; g.Degree.Known {
		t.Errorf("known before it was recorded: %s", text(g.Degree))
	}
	if g := mustScore(t, c, []Fact{f}, f.Recorded).Goals[6]; text(g.Degree) != "100" {
		t.Errorf("degree %s, want 100", text(g.Degree))
	}
}
