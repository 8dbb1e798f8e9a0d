package results

import (
	"strings"

	"opfyldt/internal/catalogue"
	"opfyldt/internal/yamlfile"
)

// maxProblems bounds the list: a file that is wrong a hundred times is told so.
const maxProblems = 100

// Problem is one mistake in a results file. Its catalogue text says what is
// wrong and what would be right.
type Problem struct {
	Line, Column int
	Field        string // "results.4.timely"
	Code         string // catalogue key
	Params       map[string]any
}

// Problems is all that is wrong with a file, by line.
type Problems struct {
	File string
	List []Problem
}

// Error writes the problems in English; Text writes them in another language.
func (p *Problems) Error() string { return p.Text(catalogue.English) }

// Text writes a line for each problem: "file:line: field: what is wrong, what
// would be right".
func (p *Problems) Text(lang string) string {
	lines := make([]string, len(p.List))
	for i, x := range p.List {
		lines[i] = yamlfile.Located(p.File, x.Line, x.Field, catalogue.Text(lang, x.Code, x.Params))
	}
	return strings.Join(lines, "\n")
}

// sink gathers problems while the file is read.
type sink struct{ list []Problem }

func (s *sink) add(at yamlfile.Place, field, code string, params map[string]any) {
	if len(s.list) >= maxProblems {
		return
	}
	s.list = append(s.list, Problem{at.Line, at.Column, visible(field), code, params})
}

func (s *sink) problems(file string) error {
	if len(s.list) == 0 {
		return nil
	}
	yamlfile.SortByPlace(s.list, func(p Problem) yamlfile.Place { return yamlfile.Place{Line: p.Line, Column: p.Column} })
	return &Problems{visible(file), s.list}
}

// visible shortens a text from the file for a message, and hides it where it
// holds a person number, which must never be echoed.
func visible(s string) string {
	if yamlfile.HoldsPersonNumber(s) {
		return yamlfile.Hidden
	}
	return strings.Map(printable, yamlfile.Shorten(s, 60))
}

func printable(r rune) rune {
	if r < ' ' || r == 0x7f {
		return '·'
	}
	return r
}
