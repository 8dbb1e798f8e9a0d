package revision

import (
	"encoding/json"
	"strconv"
	"strings"

	"opfyldt/internal/contract"
	"opfyldt/internal/exact"
	"opfyldt/internal/fault"
	"opfyldt/internal/yamlfile"
)

// GoalEdit puts another goal in the place of one (rule F4): its number, weight,
// scale and lead stay, everything else is new.
type GoalEdit struct {
	Replaces string           `json:"replaces"`
	ID       string           `json:"id"`
	Title    string           `json:"title"`
	Text     string           `json:"text"`
	Measure  contract.Measure `json:"measure" enum:"deviation,number"`
	Bound    contract.Bound   `json:"bound" enum:"at-least,at-most"`
	Value    exact.Rat        `json:"value"`
	Unit     string           `json:"unit"`
	Year     int              `json:"year"`
}

// replace cuts the old goal's lines out and writes the new goal's.
func (t *text) replace(e GoalEdit) ([]cut, error) {
	old := withID(goals(t.root), e.Replaces)
	if old == nil {
		return nil, unknown("goal", e.Replaces)
	}
	if e.ID == e.Replaces {
		return nil, fault.Fields(fault.Field{Path: "body.edits.goal.id", Code: "edit.same_id"})
	}
	first := old.At.Line
	indent := strings.Index(t.line(first), "-")
	if indent < 0 || strings.Trim(t.line(first)[:indent], " ") != "" {
		return nil, unplaced(first)
	}
	lines := t.newGoal(old, e)
	pad := strings.Repeat(" ", indent)
	for i, l := range lines {
		mark := "  "
		if i == 0 {
			mark = "- "
		}
		lines[i] = pad + mark + l
	}
	last := t.lastOf(first, indent)
	from := t.lines[first-1]
	return []cut{{from, t.lines[last-1] + len(t.line(last)), strings.Join(lines, t.newline())}}, nil
}

// lastOf finds the last line of the list item that begins on the line: comments
// and blank lines after it belong to what follows.
func (t *text) lastOf(first, indent int) int {
	last := first
	for n := first + 1; n <= len(t.lines); n++ {
		l := t.line(n)
		content := strings.TrimLeft(l, " ")
		switch {
		case content == "" || strings.HasPrefix(content, "#"):
		case len(l)-len(content) <= indent:
			return last
		default:
			last = n
		}
	}
	return last
}

// newGoal writes the new goal's lines. What stays is taken as the old one
// writes it.
func (t *text) newGoal(old *yamlfile.Node, e GoalEdit) []string {
	lines := []string{"id: " + quoted(e.ID)}
	for _, key := range []string{"number", "lead", "lead-title", "weight", "scale", "kept"} {
		if entry := child(old, key); entry != nil {
			lines = append(lines, key+": "+flow(entry.Value))
		}
		if key == "number" {
			lines = append(lines, "title: "+quoted(e.Title))
		}
	}
	lines = append(lines,
		"combine: {by: all-of}",
		"requirements:",
		"  - id: "+quoted(e.ID),
		"    title: "+quoted(e.Title))
	if e.Text != "" {
		lines = append(lines, "    text: "+quoted(e.Text))
	}
	lines = append(lines,
		"    measure: "+quoted(string(e.Measure)),
		"    unit: "+quoted(e.Unit),
		"    targets:",
		"      - {year: "+strconv.Itoa(e.Year)+", bound: "+quoted(string(e.Bound))+", value: "+e.Value.String()+"}")
	if e.Measure == contract.Deviation {
		lines = append(lines, "    spending: "+t.spending(old))
	}
	return append(lines, "    degree: {by: target}")
}

// spending is what the old goal said of its budget; a goal that had none gets
// the least that a deviation needs.
func (t *text) spending(old *yamlfile.Node) string {
	for _, r := range list(old, "requirements") {
		if s := at(r, "spending"); s != nil {
			return flow(s)
		}
	}
	settled := ""
	if from := at(t.root, "period", "from"); from != nil {
		settled = from.Text
	}
	return "{currency: DKK, budget-settled: " + settled + ", replaceable: true}"
}

// flow writes a value on one line.
func flow(n *yamlfile.Node) string {
	var parts []string
	switch n.Kind {
	case yamlfile.Mapping:
		for _, e := range n.Entries {
			parts = append(parts, e.Key+": "+flow(e.Value))
		}
		return "{" + strings.Join(parts, ", ") + "}"
	case yamlfile.List:
		for _, i := range n.Items {
			parts = append(parts, flow(i))
		}
		return "[" + strings.Join(parts, ", ") + "]"
	case yamlfile.Scalar:
		if n.Plain != yamlfile.Text {
			return n.Text
		}
		return quoted(n.Text)
	}
	return "null"
}

// quoted writes a text as YAML reads it whatever it holds: a JSON string is one.
func quoted(s string) string {
	var b strings.Builder
	enc := json.NewEncoder(&b)
	enc.SetEscapeHTML(false)
	if enc.Encode(s) != nil {
		return `""`
	}
	return strings.TrimSuffix(b.String(), "\n")
}
