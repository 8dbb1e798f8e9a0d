package paper

import (
	"regexp"
	"strings"

	"opfyldt/internal/contract"
	"opfyldt/internal/exact"
)

// Target is a bound that a line names.
type Target struct {
	Line  int
	Text  string
	Bound contract.Bound
	Value exact.Rat
	Unit  string // as printed: "pct.", "sager"; may be empty
}

// Limit is how long a case may take, as a line names it.
type Limit struct {
	Line  int
	Text  string
	Limit contract.Limit
}

var (
	targetForm = regexp.MustCompile(`(?i)\b(mindst|minimum|at least|no less than|højst|maks(?:imalt|imum)?|at most|no more than)\s*(\d{1,3}(?:[.,]\d+)?)\s*(pct\.?|%|procent|percent|per cent|[[:alpha:]æøåÆØÅ]+)?`)
	signForm   = regexp.MustCompile(`(≥|≤|>=|<=)\s*(\d{1,3}(?:[.,]\d+)?)\s*(pct\.?|%|procent|percent|per cent|[[:alpha:]æøåÆØÅ]+)?`)
	limitForm  = regexp.MustCompile(`(?i)\b(?:inden for|within)\s+(\d{1,3})\s+(måneder|måned|months?|arbejdsdage|hverdage|working days|dage|kalenderdage|days|calendar days)\b`)
)

// Targets finds the bounds that the text names: "mindst 95 pct.", "at most 2 %".
func Targets(text string) []Target {
	found := []Target{}
	for i, line := range lines(text) {
		all := append(targetForm.FindAllStringSubmatch(line, -1), signForm.FindAllStringSubmatch(line, -1)...)
		for _, m := range all {
			value, err := exact.Parse(strings.ReplaceAll(m[2], ",", "."))
			if err != nil {
				continue
			}
			found = append(found, Target{i + 1, strings.TrimSpace(m[0]), boundOf(m[1]), value, m[3]})
		}
	}
	return found
}

func boundOf(word string) contract.Bound {
	switch word = strings.ToLower(word); {
	case strings.HasPrefix(word, "højst"), strings.HasPrefix(word, "maks"), word == "at most", word == "no more than", word == "≤", word == "<=":
		return contract.AtMost
	}
	return contract.AtLeast
}

// Limits finds how long a case may take: "inden for 6 måneder".
func Limits(text string) []Limit {
	found := []Limit{}
	for i, line := range lines(text) {
		for _, m := range limitForm.FindAllStringSubmatch(line, -1) {
			found = append(found, Limit{i + 1, m[0], contract.Limit{Count: number(m[1], 0), Unit: limitUnit(m[2])}})
		}
	}
	return found
}

func limitUnit(word string) contract.LimitUnit {
	switch word = strings.ToLower(word); {
	case strings.HasPrefix(word, "m"):
		return contract.InMonths
	case strings.HasPrefix(word, "a"), strings.HasPrefix(word, "h"), strings.HasPrefix(word, "w"):
		return contract.InWorkingDays
	}
	return contract.InDays
}
