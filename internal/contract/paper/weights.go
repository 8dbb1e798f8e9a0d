package paper

import (
	"regexp"
	"strings"

	"opfyldt/internal/exact"
)

// Weighted is a line of a table of weights: a goal's number, its title and its
// weight, as a value and as printed.
type Weighted struct {
	Line    int
	Number  string
	Title   string
	Value   exact.Rat
	Printed string
	Unit    string // "percent", "points", "fractions" or "" where the line names none
}

// weightedLine takes a goal's number, its title, and what ends the line as a
// weight. Cells may be parted by tabs, bars or spaces.
var weightedLine = regexp.MustCompile(
	`(?i)^(?:mål|goal)?\s*(\d{1,2}(?:\.\d{1,2})*(?:\.?[a-z])?)\s*[.:)|\t ]\s*(\D.*?)[\s|:]+(\d{1,4}(?:[.,]\d{1,4})?|\d{1,3}/\d{1,3})\s*(pct\.?|%|procent|percent|per cent|points?|p\.)?\s*\|?$`)

// Weights finds the lines that give a goal its weight, by their order. Lines of a
// sum are none: they have no number.
func Weights(text string) []Weighted {
	found := []Weighted{}
	for i, line := range lines(text) {
		m := weightedLine.FindStringSubmatch(strings.TrimSpace(strings.Trim(strings.TrimSpace(line), "|")))
		if m == nil {
			continue
		}
		value, err := exact.Parse(strings.ReplaceAll(m[3], ",", "."))
		if err != nil {
			continue
		}
		title := strings.Trim(strings.ReplaceAll(m[2], "\t", " "), " |.:–-")
		if title == "" {
			continue
		}
		found = append(found, Weighted{Line: i + 1, Number: m[1], Title: spaced(title), Value: value, Printed: m[3], Unit: unitOf(m[3], m[4])})
	}
	return found
}

func unitOf(printed, unit string) string {
	switch unit = strings.ToLower(unit); {
	case strings.HasPrefix(unit, "pct"), strings.HasPrefix(unit, "pro"), strings.HasPrefix(unit, "per"), unit == "%":
		return "percent"
	case strings.HasPrefix(unit, "p"):
		return "points"
	case strings.Contains(printed, "/"):
		return "fractions"
	}
	return ""
}

// spaced puts one space where there were several.
func spaced(s string) string { return strings.Join(strings.Fields(s), " ") }

func lines(text string) []string {
	return strings.Split(strings.NewReplacer("\r\n", "\n", "\r", "\n", "\u00a0", " ", "\u2007", " ", "\u202f", " ").Replace(text), "\n")
}
