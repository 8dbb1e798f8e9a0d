package sheet

import (
	"strings"

	"opfyldt/internal/calendar"
)

// Kind says what a cell holds.
type Kind int

// The kinds of cells. All that a text file holds is Text or Formula.
const (
	Blank Kind = iota
	Text
	Number  // in plain decimals
	Day     // a number that the file shows as a date
	Truth   // "1" or "0"
	Mistake // #N/A and the like
	Formula // never evaluated
)

// Cell is what stands at one place.
type Cell struct {
	Kind Kind
	Text string        // as the file holds it
	Day  calendar.Date // of a Day
	wide bool          // a number shown with ten digits, leading noughts and all
}

// textCell takes a cell's text, without the apostrophe that keeps it from running.
func textCell(text string) Cell {
	if strings.TrimSpace(text) == "" {
		return Cell{}
	}
	return Cell{Kind: Text, Text: unguard(text)}
}

// runs are the characters that make a spreadsheet take a text for a formula, or
// hide one behind a blank.
const runs = "=+-@\t\r\n"

// risky reports whether a spreadsheet would run the text behind any apostrophes, or
// one that takes the blanks before it away.
func risky(text string) bool {
	rest := strings.TrimLeft(text, "'")
	if rest == "" {
		return false
	}
	inside := strings.TrimSpace(rest)
	return strings.IndexByte(runs, rest[0]) >= 0 || inside != "" && strings.IndexByte(runs, inside[0]) >= 0
}

// guard puts an apostrophe before a text that a spreadsheet would run.
func guard(text string) string {
	if risky(text) {
		return "'" + text
	}
	return text
}

// unguard takes guard's apostrophe away again.
func unguard(text string) string {
	if strings.HasPrefix(text, "'") && risky(text) {
		return text[1:]
	}
	return text
}
