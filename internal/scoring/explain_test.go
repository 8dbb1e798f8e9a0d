package scoring

import (
	"slices"
	"strings"
	"testing"
	"time"

	"opfyldt/internal/calendar"
	"opfyldt/internal/catalogue"
	"opfyldt/internal/contract"
	"opfyldt/internal/contract/library"
	"opfyldt/internal/exact"
)

// Every node of the tree has words in both languages with every value in its
// place, and every fact that counts can be reached from the total.
func TestEveryFigureIsExplained(t *testing.T) {
	c := cpr(t)
	facts := append(factsFor([8]int{100, 50, 50, 100, 0, 0, 100, 100}), assess("6", 100))
	for name, asOf := range map[string]time.Time{
		"before anything": calendar.MustDate("2014-01-01").Start(),
		"in the summer":   calendar.MustDate("2014-08-01").End(),
		"at the end":      endOfYear,
	} {
		card := mustScore(t, c, facts, asOf)
		for _, lang := range catalogue.Languages() {
			tree := Render(card.Explanation, func(key string, values map[string]any) string {
				if !catalogue.Has(lang, key) {
					t.Errorf("%s: no %s text for %s", name, lang, key)
				}
				return catalogue.Text(lang, key, values)
			})
			checkWords(t, name, &tree)
		}
		found := card.Explanation.AllFacts()
		for _, f := range facts {
			if !f.Recorded.After(asOf) && !slices.Contains(found, f.ID) {
				t.Errorf("%s: the total's explanation does not reach %s", name, f.ID)
			}
		}
	}
}

// So does each contract of the library, with and without results.
func TestTheLibraryIsExplained(t *testing.T) {
	// Of the school's 400 points, 100 wait for a mean over quarters and 15 for an
	// assessment: 285 of 400 is 71.25 %.
	// Of the lighthouses' 110, the lamps' 37.5 and the new lamp's 10 are decided; of the
	// rescue service's 900,000 kr. what calls, training and plan weigh, 450,000; of the
	// museum's eight goals all but the assessed one and the one that rests on too little.
	decided := map[string]string{"cpr-2014": "100", "harbour-school-2025": "71.25",
		"fyrvaesen-2031": "47.5", "sea-rescue-2030": "50", "oemuseum-2031": "75"}
	files, err := library.List()
	if err != nil {
		t.Fatal(err)
	}
	for _, f := range files {
		c, _, err := library.Load(f.ID)
		if err != nil {
			t.Fatal(err)
		}
		for _, facts := range [][]Fact{nil, everyFact(c)} {
			card := mustScore(t, c, facts, c.Period.To.End())
			tree := Render(card.Explanation, func(key string, values map[string]any) string { return catalogue.Text("en", key, values) })
			checkWords(t, f.ID, &tree)
			if got := card.Calculated.Decided.String(); facts != nil && got != decided[f.ID] {
				t.Errorf("%s: %s is decided by a result for everything, want %s", f.ID, got, decided[f.ID])
			}
		}
	}
}

// everyFact gives a final result for every requirement.
func everyFact(c *contract.Contract) []Fact {
	var facts []Fact
	add := func(subject string, v Value) {
		facts = append(facts, Fact{ID: subject, Subject: subject, Day: c.Period.From, Value: v})
	}
	for _, g := range c.Goals() {
		for _, r := range g.Requirements {
			switch r.Measure {
			case contract.Timeliness:
				add(r.ID, CaseShare{9, 10, true})
			case contract.Survey:
				add(r.ID, SurveyShare{900, 1000, true})
			case contract.Deviation:
				add(r.ID, Spending{100, 101, true})
			case contract.YesNo:
				add(r.ID, Answer{true})
			case contract.Number:
				add(r.ID, Quantity{exact.MustParse("3.5"), true})
			case contract.Verbal:
				add(r.ID, LevelReached{g.Scale.Levels[0].ID})
			case contract.MonthlyCount:
				for _, m := range r.Covers(c).Months() {
					facts = append(facts, Fact{ID: r.ID + m.String(), Subject: r.ID, Value: MonthCount{Month: m, Count: 40}})
				}
			}
		}
	}
	for _, s := range stepsOf(c) {
		add(s, StepReport{Status: Done})
	}
	return facts
}

func checkWords(t *testing.T, name string, e *Explanation) {
	t.Helper()
	if e.Text == "" || strings.ContainsAny(e.Text, "{}") || strings.Contains(e.Text, "map[") {
		t.Errorf("%s: %s (%s) reads %q", name, e.Figure, e.Rule, e.Text)
	}
	for i := range e.Children {
		checkWords(t, name, &e.Children[i])
	}
}

// The road from the total to one fact, in words.
func TestTheRoadFromTheTotalToAFact(t *testing.T) {
	card := mustScore(t, cpr(t), factsFor([8]int{100, 50, 50, 100, 100, 0, 100, 100}), endOfYear)
	tree := Render(card.Explanation, func(key string, values map[string]any) string { return catalogue.Text("da", key, values) })
	for figure, want := range map[string]string{
		"total":            "Den samlede målopfyldelse er 75: summen af målenes bidrag, 12,5 + 6,25 + 6,25 + 12,5 + 12,5 + 0 + 12,5 + 12,5.",
		"goal:6":           "graden 0 gange vægten 12,5 % giver bidraget 0",
		"requirement:6":    "resultatet er 74,75 %. Måltallet for 2014 er mindst 75 %, så det er ikke holdt",
		"result:6":         "299 af 400, der svarede, var tilfredse: 74,75 %.",
		"requirement:2":    "3 af 5 er gennemført i tide. 100 kræver 5; 50 kræver 3. Graden er 50.",
		"month:5b/2014-07": "juli 2014: 50, målet er holdt.",
		"step:plan.done":   "Planen er afleveret: gennemført 30. juni 2014; aftalt frist 30. juni 2014.",
		"result:8":         "Budgettet var 100.000.000 kr., og forbruget var 98.000.000 kr. Afvigelsen er 2 % af budgettet.",
	} {
		node := tree.Find(figure)
		if node == nil || !strings.Contains(node.Text, want) {
			t.Errorf("%s: %+v\nwant %s", figure, node, want)
		}
	}
	if node := tree.Find("result:6"); node != nil && !slices.Equal(node.Facts, []string{"6@2014-12-31"}) {
		t.Errorf("result:6 rests on %v", node.Facts)
	}
	if tree.Find("no:such") != nil {
		t.Error("found what is not there")
	}
}

func TestAGoalSaysWhereItStandsAndWhatIsNext(t *testing.T) {
	facts := []Fact{
		done("marketing.design", "2014-01-31"), done("marketing.built", "2014-02-21"), done("marketing.test", "2014-03-14"),
		done("marketing.live", "2014-03-31"), done("directory.design", "2014-02-20"),
	}
	card := mustScore(t, cpr(t), facts, calendar.MustDate("2014-04-01").End())
	g := card.Goals[1]
	if got := catalogue.Value("da", g.Because); got != "1 af planens 5 punkter i tide" {
		t.Errorf("because %q", got)
	}
	if g.Next == nil || g.Next.Step != "directory.built" || g.Next.Day.String() != "2014-04-11" {
		t.Errorf("next %+v", g.Next)
	}
	if got := catalogue.Value("da", card.Goals[4].Because); got != "intet resultat endnu; intet resultat endnu" {
		t.Errorf("goal 5: %q", got)
	}
}
