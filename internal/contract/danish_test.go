package contract

import (
	"regexp"
	"slices"
	"testing"
)

// Every sentence stands in both languages, with the same figures in it.
func TestEveryProblemHasItsDanish(t *testing.T) {
	holes := func(m message) []string {
		found := regexp.MustCompile(`\{[a-z]+\}`).FindAllString(m.wrong+m.right, -1)
		slices.Sort(found)
		return slices.Compact(found)
	}
	said := danish()
	for code, m := range messages() {
		d, ok := said[code]
		if !ok || d.wrong == "" || d.right == "" {
			t.Errorf("%s has no Danish", code)
			continue
		}
		// What the YAML library says is English, so the Danish says what helps instead.
		if a, b := holes(m), holes(d); !slices.Equal(a, b) && code != "syntax" {
			t.Errorf("%s: %v in English, %v in Danish", code, a, b)
		}
		delete(said, code)
	}
	for code := range said {
		t.Errorf("%s is no problem that the checks know", code)
	}
}

func TestAProblemIsSaidInDanish(t *testing.T) {
	_, problems := Parse("f", []byte("format: opfyldt-contract/1\nversion: [1]\n"))
	for _, p := range problems {
		if p.Code != "not-whole" {
			continue
		}
		if wrong, right := p.Say("da"); wrong != "er en liste" || right != "skriv et helt tal fra 0" {
			t.Errorf("got %q, %q", wrong, right)
		}
		if wrong, _ := p.Say("en"); wrong != p.Wrong {
			t.Errorf("in English %q", wrong)
		}
		return
	}
	t.Errorf("no problem at version: %v", problems)
}
