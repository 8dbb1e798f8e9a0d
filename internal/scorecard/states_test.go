package scorecard_test

import (
	"os"
	"regexp"
	"slices"
	"sort"
	"strings"
	"testing"

	"opfyldt/internal/agreement"
	"opfyldt/internal/discussion"
	"opfyldt/internal/measure"
	"opfyldt/internal/milestone"
	"opfyldt/internal/record"
	"opfyldt/internal/scorecard"
	"opfyldt/internal/spotcheck"
)

// drawn reads the transitions of each diagram in docs/states.md by its heading,
// and the moves that the table below the diagram explains.
func drawn(t *testing.T) (transitions, explained map[string][]string) {
	src, err := os.ReadFile("../../docs/states.md")
	if err != nil {
		t.Fatal(err)
	}
	transitions, explained = map[string][]string{}, map[string][]string{}
	arrow := regexp.MustCompile(`^\s+(\w+|\[\*\]) --> (\w+): (\w+)$`)
	row := regexp.MustCompile(`^\| (\w+) \|`)
	heading := ""
	for text := range strings.Lines(string(src)) {
		text = strings.TrimRight(text, "\n")
		if title, ok := strings.CutPrefix(text, "## "); ok {
			heading = title
		}
		if m := arrow.FindStringSubmatch(text); m != nil {
			transitions[heading] = append(transitions[heading], m[1]+" "+m[3]+" "+m[2])
		}
		if m := row.FindStringSubmatch(text); m != nil && m[1] != "move" {
			explained[heading] = append(explained[heading], m[1])
		}
	}
	return transitions, explained
}

// coded lists the transitions that the code knows, by the same headings.
func coded() map[string][]string {
	all := map[string][]string{}
	for _, m := range milestone.Moves() {
		all["A step"] = append(all["A step"], string(m.From)+" "+m.Name+" "+string(m.To))
	}
	for _, m := range record.VerdictMoves() {
		all["A verification"] = append(all["A verification"], string(m.From)+" "+m.Name+" "+string(m.To))
	}
	for _, m := range measure.Moves() {
		all["A result"] = append(all["A result"], string(m.From)+" "+m.Name+" "+string(m.To))
	}
	for _, m := range agreement.Moves() {
		all["An amendment"] = append(all["An amendment"], string(m.From)+" "+m.Name+" "+string(m.To))
	}
	for _, m := range scorecard.AssessmentMoves() {
		all["An assessment"] = append(all["An assessment"], string(m.From)+" "+m.Name+" "+string(m.To))
	}
	for _, m := range discussion.Moves() {
		all["A question"] = append(all["A question"], string(m.From)+" "+m.Name+" "+string(m.To))
	}
	for _, m := range spotcheck.HearingMoves() {
		all["A hearing"] = append(all["A hearing"], string(m.From)+" "+m.Name+" "+string(m.To))
	}
	for _, m := range spotcheck.FindingMoves() {
		all["A finding"] = append(all["A finding"], string(m.From)+" "+m.Name+" "+string(m.To))
	}
	return all
}

func TestTheDiagramsAreTheCodes(t *testing.T) {
	transitions, explained := drawn(t)
	for heading, want := range coded() {
		got := transitions[heading]
		sort.Strings(got)
		sort.Strings(want)
		if !slices.Equal(got, want) {
			t.Errorf("%s: docs/states.md draws\n%s\nthe code has\n%s", heading, strings.Join(got, "\n"), strings.Join(want, "\n"))
		}
		for _, transition := range want {
			if name := strings.Fields(transition)[1]; !slices.Contains(explained[heading], name) {
				t.Errorf("%s: %q is not explained", heading, name)
			}
		}
	}
}
