package contract

import (
	"os"
	"regexp"
	"strings"
	"testing"
	"unicode"
)

// The skeletons around the documentation's examples. An example's keys take the
// place of the skeleton's.
const (
	docTop = `format: opfyldt-contract/2
id: example
version: 1
language: en
title: An example
agency: {id: a, name: The agency}
department: {id: d, name: The department}
period: {from: 2031-01-01, to: 2031-12-31}
signed: 2030-12-16
weights: {kind: percent, sum: 100}
total: {by: weighted-sum}
readings:
  - {id: R1, place: p, says: s, taken: t, why: w}
blocks:
  - id: all
    title: All
    goals:
      -
`
	docGoal = `id: "1"
number: "1"
title: A goal
lead: lead
weight: {value: 100, printed: "100"}
scale: {min: 0, max: 100}
kept: 100
combine: {by: all-of}
requirements:
  -
`
	docRequirement = `id: "1"
title: A requirement
measure: yes-no
targets: [{year: 2031, bound: done, text: Done}]
degree: {by: target}
`
)

var (
	docExample = regexp.MustCompile("(?ms)^```yaml (top|goal|requirement)\n(.*?)^```$")
	docKey     = regexp.MustCompile(`(?m)^[a-z-]+:`)
)

// withKeys puts the example's keys in place of the skeleton's.
func withKeys(skeleton, example string) string {
	has := map[string]bool{}
	for _, key := range docKey.FindAllString(example, -1) {
		has[key] = true
	}
	var kept strings.Builder
	keep := true
	for line := range strings.Lines(skeleton) {
		if key := docKey.FindString(line); key != "" {
			keep = !has[key]
		}
		if keep {
			kept.WriteString(line)
		}
	}
	return example + kept.String()
}

func indented(text string, by int) string {
	pad := strings.Repeat(" ", by)
	return pad + strings.ReplaceAll(strings.TrimSuffix(text, "\n"), "\n", "\n"+pad) + "\n"
}

func wholeExample(place, example string) string {
	switch place {
	case "requirement":
		example = "id: \"1\"\ntitle: A requirement\n" + example
		example = withKeys(docGoal, "requirements:\n  -\n"+indented(example, 4))
	case "goal":
		example = withKeys(docGoal, example+withRequirement(example))
	case "top":
		goal := withKeys(docGoal, "requirements:\n  -\n"+indented(docRequirement, 4))
		return withKeys(docTop+indented(goal, 8), example)
	}
	return docTop + indented(example, 8)
}

// withRequirement adds a requirement to a goal's example without one.
func withRequirement(example string) string {
	if strings.Contains(example, "requirements:") {
		return ""
	}
	return "requirements:\n  -\n" + indented(docRequirement, 4)
}

func TestEachExampleOfTheDocumentationIsACorrectContract(t *testing.T) {
	text, err := os.ReadFile("../../docs/contract-format.md")
	if err != nil {
		t.Fatal(err)
	}
	examples := docExample.FindAllStringSubmatch(string(text), -1)
	if fences := strings.Count(string(text), "```yaml"); len(examples) != fences || fences < 25 {
		t.Errorf("%d of %d examples are run", len(examples), fences)
	}
	for _, e := range examples {
		src := wholeExample(e[1], e[2])
		c, problems := Parse("example", []byte(src))
		if c == nil || len(problems) > 0 {
			t.Errorf("%s\n%s\nin\n%s", e[2], problems, src)
		}
	}
}

var (
	shapeRow = regexp.MustCompile(`(?m)^\| [^|]+ \| \[example\]\(#([^)]+)\) \| \[(\w+)\]\(\.\./([^)]+)\) \| \[[^]]+\]\(\.\./([^)]+)\) \|$`)
	heading  = regexp.MustCompile(`(?m)^#+ (.*)$`)
)

// A shape's row names its example on the page, the test that reckons it, and a
// contract of the library that uses it.
func TestEachShapesLinksLeadSomewhere(t *testing.T) {
	text, err := os.ReadFile("../../docs/contract-format.md")
	if err != nil {
		t.Fatal(err)
	}
	anchors := map[string]bool{}
	for _, h := range heading.FindAllStringSubmatch(string(text), -1) {
		anchors[anchor(h[1])] = true
	}
	rows := shapeRow.FindAllStringSubmatch(string(text), -1)
	if len(rows) < 40 {
		t.Errorf("%d shapes, want at least 40", len(rows))
	}
	for _, row := range rows {
		if !anchors[row[1]] {
			t.Errorf("no example at #%s", row[1])
		}
		src, err := os.ReadFile("../../" + row[3])
		if err != nil || !strings.Contains(string(src), "\nfunc "+row[2]+"(") {
			t.Errorf("%s has no %s (%v)", row[3], row[2], err)
		}
		if loaded, err := LoadFile("../../" + row[4]); err != nil || loaded.Contract == nil {
			t.Errorf("%s: %v", row[4], err)
		}
	}
}

// anchor is a heading's address on the page: lower-case, hyphens for spaces,
// nothing for marks.
func anchor(heading string) string {
	return strings.Map(func(r rune) rune {
		switch {
		case r == ' ':
			return '-'
		case unicode.IsLetter(r), unicode.IsDigit(r), r == '-':
			return unicode.ToLower(r)
		}
		return -1
	}, heading)
}
