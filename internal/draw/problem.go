package draw

import (
	"fmt"
	"strings"

	"opfyldt/internal/fault"
)

// maxProblems is how many places are named; a file with more is told so.
const maxProblems = 100

// Problem is one place where a population file is wrong. It never holds the cell's
// text: that may be what must not be shown.
type Problem struct {
	Line   int    // in the file, from 1; 0 for the file as a whole
	Column string // as the header names it, or "column 3" where it cannot be named
	Code   string // catalogue key
	Params fault.Params
}

// Problems is all that is wrong with a file, in its order.
type Problems []Problem

// Error writes the places for logs and tests, by codes.
func (ps Problems) Error() string {
	lines := make([]string, len(ps))
	for i, p := range ps {
		lines[i] = fmt.Sprintf("%d: %s: %s", p.Line, p.Column, p.Code)
	}
	return strings.Join(lines, "\n")
}

// full reports that no more places are wanted.
func (ps Problems) full() bool { return len(ps) >= maxProblems }
