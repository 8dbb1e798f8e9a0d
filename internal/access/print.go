package access

import (
	"fmt"
	"strings"
)

// String writes the reach as the printed table shows it.
func (r Reach) String() string {
	return [...]string{"-", "own", "all"}[r]
}

// Cells returns the printed table: a row of headings, then one row for each
// operation.
func Cells() [][]string {
	head := []string{"operation", "without login"}
	for _, role := range Roles() {
		head = append(head, string(role))
	}
	cells := [][]string{head}
	for _, row := range Table() {
		line := []string{row.Operation, "-"}
		if row.Public {
			line[1] = "all"
		}
		for _, reach := range row.Reach {
			line = append(line, reach.String())
		}
		cells = append(cells, line)
	}
	return cells
}

// Text writes the permission table in columns for a terminal.
func Text() string {
	var b strings.Builder
	for _, line := range Cells() {
		text := fmt.Sprintf("%-18s", line[0])
		for _, cell := range line[1:] {
			text += fmt.Sprintf("%-15s", cell)
		}
		b.WriteString(strings.TrimRight(text, " ") + "\n")
	}
	return b.String()
}

// Markdown writes the permission table for the docs.
func Markdown() string {
	var b strings.Builder
	for i, line := range Cells() {
		b.WriteString("| " + strings.Join(line, " | ") + " |\n")
		if i == 0 {
			b.WriteString(strings.Repeat("| --- ", len(line)) + "|\n")
		}
	}
	return b.String()
}
