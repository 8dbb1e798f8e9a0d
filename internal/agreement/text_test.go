package agreement

import (
	"strings"
	"testing"

	"opfyldt/internal/contract"
	"opfyldt/internal/contract/library"
)

// found is a goal of a page with its only requirement, or the one named.
func found(t *testing.T, p ContractPage, goal, requirement string) (Goal, Requirement) {
	t.Helper()
	for _, b := range p.Blocks {
		for _, g := range b.Goals {
			for _, r := range g.Requirements {
				if g.ID == goal && r.ID == requirement {
					return g, r
				}
			}
		}
	}
	t.Fatalf("no requirement %s of goal %s", requirement, goal)
	return Goal{}, Requirement{}
}

func written(t *testing.T, id, lang string) ContractPage {
	t.Helper()
	c, _, err := library.Load(id)
	if err != nil {
		t.Fatal(err)
	}
	return writer{lang, c}.page()
}

// What Table 5 and the text over it say, in words, with the marks of the source.
func TestGoal5InWords(t *testing.T) {
	g, r := found(t, written(t, "cpr-2014", "da"), "5", "5a")
	if g.PrintedWeight != "12,5 pct." || g.Lead != "Lederen af den juridiske sagsbehandling" || g.Source != (Paper{"2", "", "5"}) {
		t.Errorf("the goal: %+v", g)
	}
	if want := "Skala: 0 og 100. Målet er holdt ved graden 100. Alle krav skal holdes: målets grad er den laveste af kravenes."; strings.Join(g.Rules, " ") != want {
		t.Errorf("the goal's rules: %q", g.Rules)
	}
	want := "Opgøres som andelen af afsluttede sager, der er afsluttet inden for fristen.|Frist: 5 måneder fra modtagelsen.|" +
		"Tiden tælles ikke, mens: Sagsakter hentes hos Udlændingeservice, Sagsakter hentes hos Indfødsretskontoret og Sagen behandles i Retslægerådet.|" +
		"Åbne sager over fristen vises ved siden af og tæller ikke imod.|100, når årets måltal er holdt, ellers 0. Grænsen hører med."
	if got := strings.Join(r.Rules, "|"); got != want {
		t.Errorf("the rules\n%s\nwant\n%s", got, want)
	}
	if first := r.Targets[0]; first.Words != "mindst 90 %, frist 6 måneder" || first.Ours || first.Mark != "Resultatet var ikke kendt ved underskriften ([R])." {
		t.Errorf("2013: %+v", first)
	}
	if ours := r.Targets[1]; !ours.Ours || ours.Words != "mindst 92 %" || ours.Value != "92" {
		t.Errorf("2014: %+v", ours)
	}
}

// Reading P3: the analysis runs beside the plan and decides no degree.
func TestOnlyTheStepsOfTheRuleDecide(t *testing.T) {
	_, r := found(t, written(t, "cpr-2014", "da"), "1", "1")
	var decide []string
	for _, i := range r.Items {
		for _, s := range i.Steps {
			if s.Decides {
				decide = append(decide, s.ID)
			}
		}
	}
	if got := strings.Join(decide, " "); got != "plan.done plan.discussed" {
		t.Errorf("got %s", got)
	}
	if last := strings.Join(r.Rules[1:], " "); last != "100 kræver i tide: Planen er afleveret og Planen er drøftet med departementet. 50 kræver i tide: Planen er afleveret. Ellers 0." {
		t.Errorf("the rule: %s", last)
	}
}

// A line above a cliff, a table of places, verbal levels, shares, weights under a
// goal, growth over two years, and a payment apart from the total.
func TestTheSchoolsShapesInWords(t *testing.T) {
	p := written(t, "harbour-school-2025", "en")
	for _, c := range []struct{ goal, requirement, want string }{
		{"reading", "reading-grade", "below 3.5: 0.|from 3.5 and below 3.6: in a straight line from 80 to 100.|from 3.6: 100."},
		{"numbers", "numbers-rank", "from 1 and up to and including 3: 100.|from 4 and up to and including 6: 40.|from 7 and up to and including 11: 0.|Otherwise 0."},
		{"workshop", "workshop", "Measured by steps with dates.|The degree is the sum of the shares of the steps done in time."},
		{"neighbours", "partnership", "Not reached: 0.|Partly reached: 60.|Reached: 100."},
		{"wellbeing", "wellbeing-survey", "The answers often and always count as satisfied."},
		{"wellbeing", "absence", "The result is the mean of the figures of each quarter.|The requirement weighs one quarter."},
	} {
		_, r := found(t, p, c.goal, c.requirement)
		if got := strings.Join(r.Rules, "|"); !strings.Contains(got, c.want) || r.Measure == contract.Verbal && !strings.HasSuffix(got, c.want) {
			t.Errorf("%s: got\n%s\nwant\n%s", c.requirement, got, c.want)
		}
	}
	if _, r := found(t, p, "wellbeing", "wellbeing-survey"); r.Targets[0].Words != "at least 85% (growth of 3 over 2023 and 2024)" {
		t.Errorf("growth: %+v", r.Targets[0])
	}
	if got := strings.Join(p.Rules, "|"); !strings.Contains(got, "Goal safe-building must be kept before anything counts.") || !strings.Contains(got, "from 60 and below 80: 50 percent.") {
		t.Errorf("the whole: %s", got)
	}
	if all := contractMeasures(p); !all[contract.YesNo] || !all[contract.Verbal] {
		t.Errorf("measures: %v", all)
	}
}

func contractMeasures(p ContractPage) map[contract.Measure]bool {
	all := map[contract.Measure]bool{}
	for _, b := range p.Blocks {
		for _, g := range b.Goals {
			for _, r := range g.Requirements {
				all[r.Measure] = true
			}
		}
	}
	return all
}
