package scoring

import (
	"slices"
	"strings"
	"testing"
	"time"

	"opfyldt/internal/calendar"
	"opfyldt/internal/catalogue"
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
		"requirement:6":    "resultatet er 74,75 pct. Måltallet for 2014 er mindst 75 pct., så det er ikke holdt",
		"result:6":         "299 af 400, der svarede, var tilfredse: 74,75 pct.",
		"requirement:2":    "3 af 5 er gennemført i tide. 100 kræver 5 og 50 kræver 3. Graden er 50.",
		"month:5b/2014-07": "juli 2014: 50, målet er holdt.",
		"step:plan.done":   "Planen er afleveret: gennemført 30. juni 2014, senest aftalt til 30. juni 2014.",
		"result:8":         "Budgettet var 100.000.000 kr., og forbruget var 98.000.000 kr. Afvigelsen er 2 pct. af budgettet.",
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
	if got := catalogue.Value("da", g.Because); got != "1 af 5 i tide" {
		t.Errorf("because %q", got)
	}
	if g.Next == nil || g.Next.Step != "directory.built" || g.Next.Day.String() != "2014-04-11" {
		t.Errorf("next %+v", g.Next)
	}
	if got := catalogue.Value("da", card.Goals[4].Because); got != "intet resultat endnu og intet resultat endnu" {
		t.Errorf("goal 5: %q", got)
	}
}
