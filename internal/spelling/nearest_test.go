package spelling

import (
	"strings"
	"testing"
)

// The distances: a letter changed, left out, put in, two swapped is 1 each.
func TestTheNearestWordTakesTheFewestKeystrokes(t *testing.T) {
	known := []string{"timely", "total", "title", "web-client.in-use"}
	for word, want := range map[string]string{
		"timley":            "timely", // 1: swapped
		"tittle":            "title",  // 1: put in
		"toatl":             "total",  // 1
		"web-client.inuse":  "web-client.in-use",
		"wb-clint.inuse":    "web-client.in-use", // 3: the most
		"wb-clint.inus":     "",                  // 4
		"ti":                "",                  // title is 3 away, of two letters one may be wrong
		"":                  "",
		"budget":            "",
		"total":             "total",
		"a long word of no": "",
	} {
		if got := Nearest(word, known, 3); got != want {
			t.Errorf("%q: %q, want %q", word, got, want)
		}
	}
	if got := Nearest("4", []string{"12", "1", "2"}, 3); got != "1" {
		t.Errorf("of one letter: %s", got)
	}
	if got := Nearest("ab", []string{"bb", "ac"}, 3); got != "bb" {
		t.Errorf("of two equally near the second: %s", got)
	}
	if got := Nearest("wb-clint.inus", known, 4); got != "web-client.in-use" { // 4
		t.Errorf("with four wrong: %q", got)
	}
	if got := Nearest(strings.Repeat("a", 101), []string{strings.Repeat("a", 100)}, 3); got != "" {
		t.Error("a word beyond the bound is compared")
	}
}
