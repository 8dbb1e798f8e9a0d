package sheet

import (
	"fmt"
	"strconv"
	"strings"

	"opfyldt/internal/fault"
)

// MostListed is how many faulty places are listed; the others are counted.
const MostListed = 200

// Problem is one place where a file is wrong.
type Problem struct {
	Row    int    // as a spreadsheet counts them, from 1; 0 for the file as a whole
	Line   int    // of a text file where the row begins, from 1; 0 in a workbook
	Column string // its letter; "" for the row as a whole
	Header string // the column's name; "" where it has none
	Code   string // catalogue key: what is wrong, what would be right
	Params fault.Params
}

// Place is the cell ("C17"), the row ("17"), or "" for the file.
func (p Problem) Place() string {
	if p.Row == 0 {
		return p.Column
	}
	return p.Column + strconv.Itoa(p.Row)
}

// Faulty is all that is wrong with a file: the first places, and how many there
// are in all.
type Faulty struct {
	Problems []Problem
	Count    int
}

// Error writes the places for logs and tests, by codes.
func (f *Faulty) Error() string {
	lines := make([]string, len(f.Problems))
	for i, p := range f.Problems {
		lines[i] = p.Place() + ": " + p.Code
	}
	if more := f.Count - len(f.Problems); more > 0 {
		lines = append(lines, fmt.Sprintf("and %d more", more))
	}
	return strings.Join(lines, "\n")
}

// Fault is the same for whoever sent the file: a field for each place, by its cell
// and the column's name.
func (f *Faulty) Fault() *fault.Error {
	out := fault.New(fault.Invalid, "sheet.faulty", fault.Params{"count": f.Count, "listed": len(f.Problems)})
	for _, p := range f.Problems {
		path := "file"
		if place := p.Place(); place != "" {
			path += "." + place
		}
		if p.Header != "" {
			path += " " + p.Header
		}
		out.Fields = append(out.Fields, fault.Field{Path: path, Code: p.Code, Params: p.Params})
	}
	return out
}

func (f *Faulty) add(p Problem) {
	if f.Count++; len(f.Problems) < MostListed {
		f.Problems = append(f.Problems, p)
	}
}

// stop is a problem that nothing behind it can be trusted after.
type stop struct{ Problem }

func (s stop) Error() string { return s.Code }

func stopped(code string, params fault.Params) error {
	return stop{Problem{Code: code, Params: params}}
}

func tooManyColumns(r row, place, most int) error {
	return stop{Problem{Row: r.number, Line: r.line, Column: Letter(place), Code: "sheet.too_many_columns", Params: fault.Params{"most": most}}}
}

// Letter is the column's letter: A for 0, AA for 26.
func Letter(column int) string {
	var letters []byte
	for column++; column > 0; column = (column - 1) / 26 {
		letters = append([]byte{byte('A' + (column-1)%26)}, letters...)
	}
	return string(letters)
}
