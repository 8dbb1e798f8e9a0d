package contract

import (
	"strings"

	"opfyldt/internal/yamlfile"
)

// Severity says whether a file with the problem can be used.
type Severity int

// The severities.
const (
	Error   Severity = iota // the file is refused
	Warning                 // the file is taken, and somebody should look
)

// Problem is one mistake in a contract file: where, what is wrong and what
// would be right. Code and Params let other layers say it in another language.
type Problem struct {
	File         string
	Line, Column int
	Field        string // "blocks[0].goals[2].weight"
	Code         string
	Params       map[string]string
	Wrong, Right string
	Severity     Severity
}

// String writes "file:line: field: what is wrong, what would be right".
func (p Problem) String() string {
	mark := ""
	if p.Severity == Warning {
		mark = "warning: "
	}
	return yamlfile.Located(p.File, p.Line, p.Field, mark+p.Wrong+", "+p.Right)
}

// Error makes a problem usable as an error.
func (p Problem) Error() string { return p.String() }

// Problems is all that is wrong with a file, by line.
type Problems []Problem

// HasErrors reports whether the file must be refused.
func (ps Problems) HasErrors() bool {
	for _, p := range ps {
		if p.Severity == Error {
			return true
		}
	}
	return false
}

// Err returns the problems as an error when one of them refuses the file.
func (ps Problems) Err() error {
	if ps.HasErrors() {
		return ps
	}
	return nil
}

// Error writes a line for each problem.
func (ps Problems) Error() string { return ps.String() }

// String writes a line for each problem.
func (ps Problems) String() string {
	lines := make([]string, len(ps))
	for i, p := range ps {
		lines[i] = p.String()
	}
	return strings.Join(lines, "\n")
}

func (ps Problems) sorted() Problems {
	yamlfile.SortByPlace(ps, func(p Problem) yamlfile.Place { return yamlfile.Place{Line: p.Line, Column: p.Column} })
	return ps
}
