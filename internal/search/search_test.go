package search

import (
	"strings"
	"testing"

	"opfyldt/internal/fault"
)

func text(pieces []Piece) string {
	var b strings.Builder
	for _, p := range pieces {
		if p.Mark {
			b.WriteString("[" + p.Text + "]")
		} else {
			b.WriteString(p.Text)
		}
	}
	return b.String()
}

func TestAQueryIsTakenApart(t *testing.T) {
	list, err := words("  Klage-sager, 95 % (CPR)")
	if err != nil || strings.Join(list, "|") != "klage|sager|95|cpr" {
		t.Errorf("got %q, %v", list, err)
	}
	for _, query := range []string{"010190-1234", "se 0101901234 her"} {
		if _, err := words(query); fault.KindOf(err) != fault.Invalid || strings.Contains(err.Error(), "1234") {
			t.Errorf("a person number: %v", err)
		}
	}
	if _, err := words(strings.Repeat("å", 201)); fault.KindOf(err) != fault.Invalid {
		t.Errorf("a text that is too long: %v", err)
	}
}

// å is written aa or a where a keyboard has none, and so in the index.
func TestDanishLettersAreFoundHoweverTheyAreWritten(t *testing.T) {
	if got := folded("Årsrapport på tværs"); got != "Årsrapport på tværs aarsrapport arsrapport paa pa tvaers" {
		t.Errorf("got %q", got)
	}
	if got := queries([]string{"stikprøve", "plan"}); got[0] != "stikprøve:* | stikproeve:* | stikprove:*" || got[1] != "plan:*" {
		t.Errorf("got %q", got)
	}
	// A letter alone is looked for as a word.
	if got := queries([]string{"a", "3"}); got[0] != "a" || got[1] != "3" {
		t.Errorf("got %q", got)
	}
	if pieces, _ := mark("Vitamin a, akut", []stem{{"a", ""}}); text(pieces) != "Vitamin [a], akut" {
		t.Errorf("got %s", text(pieces))
	}
	marked := "[Stikprøver] og [stikprøvekontrol], ikke stik"
	for _, typed := range []string{"stikprøve", "stikproeve", "stikprove", "STIKPRØVE"} {
		pieces, found := mark("Stikprøver og stikprøvekontrol, ikke stik", []stem{{strings.ToLower(typed), ""}})
		if !found || text(pieces) != marked {
			t.Errorf("%s: got %s", typed, text(pieces))
		}
	}
}

func TestAnExcerptStandsAroundTheFirstWordFound(t *testing.T) {
	long := strings.Repeat("fyld ", 60) + "leverandøren er forsinket " + strings.Repeat("fyld ", 60)
	got := text(excerpt(long, []stem{{"leverandør", "leverandør"}}))
	if !strings.HasPrefix(got, "…") || !strings.HasSuffix(got, "…") || !strings.Contains(got, " [leverandøren] er forsinket ") || len(got) > 320 {
		t.Errorf("got %q", got)
	}
	if got := excerpt("intet her", []stem{{"plan", "plan"}}); len(got) != 0 {
		t.Errorf("got %v", got)
	}
}
