package comparison

import (
	"fmt"
	"strings"
	"testing"
	"time"

	"pgregory.net/rapid"

	"opfyldt/internal/calendar"
	"opfyldt/internal/contract"
	"opfyldt/internal/contract/library"
	"opfyldt/internal/exact"
	"opfyldt/internal/scoring"
)

func marked(parts []Part) string {
	var b strings.Builder
	for _, p := range parts {
		switch p.Op {
		case Gone:
			fmt.Fprintf(&b, "[-%s-]", p.Text)
		case New:
			fmt.Fprintf(&b, "{+%s+}", p.Text)
		default:
			b.WriteString(p.Text)
		}
	}
	return b.String()
}

func TestWords(t *testing.T) {
	for _, c := range []struct{ left, right, want string }{
		{"senest 30. juni 2014", "senest 31. august 2014", "senest [-30. juni -]{+31. august +}2014"},
		{"mindst 95 pct.", "mindst 95 pct.", "mindst 95 pct."},
		{"", "nyt mål", "{+nyt mål+}"},
		{"gammelt mål", "", "[-gammelt mål-]"},
		{"a b c d", "b c x d", "[-a -]b c {+x +}d"},
		{"", "", ""},
	} {
		if got := marked(Words(c.left, c.right)); got != c.want {
			t.Errorf("%q to %q: %s, want %s", c.left, c.right, got, c.want)
		}
	}
}

// The parts give both texts back, whatever they are.
func TestWordsKeepBothTexts(t *testing.T) {
	word := rapid.StringOfN(rapid.RuneFrom([]rune("abæ \n.")), 0, 30, -1)
	rapid.Check(t, func(t *rapid.T) {
		left, right := word.Draw(t, "left"), word.Draw(t, "right")
		var l, r string
		for _, p := range Words(left, right) {
			if p.Op != New {
				l += p.Text
			}
			if p.Op != Gone {
				r += p.Text
			}
		}
		if l != left || r != right {
			t.Fatalf("%q and %q came back as %q and %q", left, right, l, r)
		}
	})
}

func side(t *testing.T, change func(c *contract.Contract), facts ...scoring.Fact) Side {
	t.Helper()
	c, _, err := library.Load("cpr-2014")
	if err != nil {
		t.Fatal(err)
	}
	if change != nil {
		change(c)
	}
	card, err := scoring.Score(c, facts, calendar.MustDate("2014-12-31").Start())
	if err != nil {
		t.Fatal(err)
	}
	return Side{Contract: c, Card: card}
}

// Goal 7's deciding step in time brings 12.5 points; the others are as before.
func TestADegreeThatChanged(t *testing.T) {
	day := calendar.MustDate("2014-09-01")
	d := Compare(side(t, nil), side(t, nil, scoring.Fact{
		ID: "f", Subject: "web-client.in-use", Day: day, Recorded: day.Start().Add(time.Hour), Value: scoring.StepReport{Status: scoring.Done},
	}))
	for _, g := range d.Goals {
		if g.Changed != (g.ID == "7") {
			t.Errorf("goal %s changed: %v", g.ID, g.Changed)
		}
		if g.ID == "7" && (g.Left.Degree.Known || g.Right.Contribution.Worst.String() != "12.5") {
			t.Errorf("goal 7: %+v to %+v", g.Left, g.Right)
		}
	}
	if len(d.Goals) != 8 || len(d.Texts) != 0 || len(d.People) != 0 {
		t.Errorf("%d goals, %d texts, %d people", len(d.Goals), len(d.Texts), len(d.People))
	}
}

// A version with another weight, lead and text, with goal 8 gone.
func TestVersionsThatDiffer(t *testing.T) {
	d := Compare(side(t, nil), side(t, func(c *contract.Contract) {
		c.Goal("1").Weight.Value = exact.Int(25)
		c.Goal("2").LeadTitle = "Digitaliseringschefen"
		c.Goal("4").Requirements[0].Text = "Andelen af klagesager, der afsluttes inden for 5 måneder. Der føres også\nstatistik over sagernes art og udfald."
		c.Blocks = c.Blocks[:2]
	}))
	if len(d.Goals) != 8 || d.Goals[7].ID != "8" || d.Goals[7].Right != nil || d.Goals[7].Left == nil {
		t.Errorf("goal 8 is gone: %+v", d.Goals[len(d.Goals)-1])
	}
	if len(d.People) != 1 || d.People[0].Left != "Projektlederen for digital selvbetjening" || d.People[0].Right != "Digitaliseringschefen" {
		t.Errorf("people: %+v", d.People)
	}
	for _, text := range d.Texts {
		if text.Subject == "requirement:4" {
			if got := marked(text.Parts); !strings.Contains(got, "inden for [-6 -]{+5 +}måneder") {
				t.Errorf("the text reads %s", got)
			}
			return
		}
	}
	t.Error("the text that changed is not told")
}

func TestStepsThatDiffer(t *testing.T) {
	june, july := calendar.MustDate("2014-06-13"), calendar.MustDate("2014-07-04")
	left := []Step{{ID: "a", Expected: june, Owner: "Anna"}, {ID: "b", Expected: june}, {ID: "gone", Expected: june}}
	right := []Step{{ID: "new", Expected: july}, {ID: "a", Expected: july, Owner: "Bo"}, {ID: "b", Expected: june}}
	var got []string
	for _, pair := range steps(left, right) {
		got = append(got, fmt.Sprintf("%s %v %v", pair.ID, pair.Left != nil, pair.Right != nil))
	}
	if text := strings.Join(got, "; "); text != "new false true; a true true; gone true false" {
		t.Errorf("got %s", text)
	}
	c := &contract.Contract{}
	if p := people(Side{Contract: c, Steps: left}, Side{Contract: c, Steps: right}); len(p) != 1 || p[0].Step != "a" || p[0].Right != "Bo" {
		t.Errorf("people %+v", p)
	}
}
