package sheet

import (
	"encoding/xml"
	"errors"
	"io"
	"regexp"
	"strconv"
	"strings"

	"opfyldt/internal/calendar"
)

// sheetRows reads a workbook's sheet.
type sheetRows struct {
	book   *workbook
	part   *part
	cached bool // take what formulas came to
	styles []style
	shared []string
	row    row
	merged []Problem
}

// sheet opens the part that holds a sheet.
func (w *workbook) sheet(name string, cached bool) (*sheetRows, error) {
	s := &sheetRows{book: w, cached: cached}
	var err error
	if s.styles, err = w.styles(); err != nil {
		return nil, err
	}
	if s.shared, err = w.sharedTexts(); err != nil {
		return nil, err
	}
	s.part, err = w.part(name)
	return s, err
}

// sharedTexts reads the texts that cells refer to by number.
func (w *workbook) sharedTexts() ([]string, error) {
	name := w.types["sharedStrings"]
	if w.parts[name] == nil {
		return nil, nil
	}
	var out []string
	err := w.walk(name, func(p *part, e xml.StartElement) error {
		if e.Name.Local != "si" {
			return nil
		}
		text, err := p.text("si")
		out = append(out, text)
		return err
	})
	return out, err
}

// text reads the text up to the closing tag: of rich text all its runs, and not how
// it is pronounced.
func (p *part) text(closing string) (string, error) {
	var b strings.Builder
	inText, aside := false, false
	for {
		t, err := p.token()
		if err != nil {
			return "", unclosed(err)
		}
		switch t := t.(type) {
		case xml.StartElement:
			inText = t.Name.Local == "t"
			aside = aside || t.Name.Local == "rPh"
		case xml.EndElement:
			inText = false
			switch t.Name.Local {
			case closing:
				return unescaped(b.String()), nil
			case "rPh":
				aside = false
			}
		case xml.CharData:
			if inText && !aside {
				b.Write(t)
			}
		}
		if b.Len() > maxRow {
			return "", errExpands
		}
	}
}

// unclosed is the end of a part where a tag is still open.
func unclosed(err error) error {
	if errors.Is(err, io.EOF) {
		return errBroken
	}
	return err
}

// next reads the next row, and behind the last what cells are merged.
func (s *sheetRows) next() (row, error) {
	for {
		t, err := s.part.token()
		if errors.Is(err, io.EOF) {
			s.part.in.Close()
			return row{}, io.EOF
		}
		if err != nil {
			return row{}, s.book.told(err)
		}
		e, opens := t.(xml.StartElement)
		switch {
		case !opens:
		case e.Name.Local == "row":
			r, err := s.readRow(e)
			return r, s.book.told(err)
		case e.Name.Local == "mergeCell":
			s.merge(attr(e, "ref"))
		}
	}
}

func (s *sheetRows) readRow(e xml.StartElement) (row, error) {
	number := s.row.number + 1
	if given := attr(e, "r"); given != "" {
		n, err := strconv.Atoi(given)
		if err != nil || n < number {
			return row{}, errBroken
		}
		number = n
	}
	s.row = row{number: number, cells: s.row.cells[:0]}
	for {
		t, err := s.part.token()
		if err != nil {
			return row{}, unclosed(err)
		}
		switch t := t.(type) {
		case xml.StartElement:
			if t.Name.Local == "c" {
				if err := s.readCell(t); err != nil {
					return row{}, err
				}
			}
		case xml.EndElement:
			if t.Name.Local == "row" {
				return s.row, nil
			}
		}
	}
}

// readCell puts a cell at its place in the row; places that are left out are blank.
func (s *sheetRows) readCell(e xml.StartElement) error {
	place := len(s.row.cells)
	if ref := attr(e, "r"); ref != "" {
		given, ok := placeOf(ref)
		if !ok || given < place {
			return errBroken
		}
		place = given
	}
	kind, shown := attr(e, "t"), s.style(attr(e, "s"))
	cell, err := s.cell(kind, shown)
	if err != nil || cell.Kind == Blank {
		return err
	}
	if most := s.book.bounds.Columns; place >= most {
		return tooManyColumns(s.row, place, most)
	}
	for len(s.row.cells) < place {
		s.row.cells = append(s.row.cells, Cell{})
	}
	s.row.cells = append(s.row.cells, cell)
	return nil
}

func (s *sheetRows) style(number string) style {
	if n, err := strconv.Atoi(number); err == nil && n >= 0 && n < len(s.styles) {
		return s.styles[n]
	}
	return style{}
}

// cell reads to the cell's closing tag.
func (s *sheetRows) cell(kind string, shown style) (Cell, error) {
	var stored, inline string
	formula := false
	for {
		t, err := s.part.token()
		if err != nil {
			return Cell{}, unclosed(err)
		}
		switch t := t.(type) {
		case xml.StartElement:
			switch t.Name.Local {
			case "f":
				formula = true
			case "v":
				stored, err = s.part.plain("v")
			case "is":
				inline, err = s.part.text("is")
			}
			if err != nil {
				return Cell{}, err
			}
		case xml.EndElement:
			if t.Name.Local != "c" {
				continue
			}
			if formula && !s.cached {
				return Cell{Kind: Formula}, nil
			}
			return s.made(kind, stored, inline, shown)
		}
	}
}

// plain reads the text up to the closing tag.
func (p *part) plain(closing string) (string, error) {
	text := ""
	for {
		t, err := p.token()
		if err != nil {
			return "", unclosed(err)
		}
		switch t := t.(type) {
		case xml.CharData:
			text += string(t)
		case xml.EndElement:
			if t.Name.Local == closing {
				return text, nil
			}
		}
		if len(text) > maxRow {
			return "", errExpands
		}
	}
}

// made is the cell of what was stored.
func (s *sheetRows) made(kind, stored, inline string, shown style) (Cell, error) {
	switch kind {
	case "s":
		n, err := strconv.Atoi(stored)
		if stored == "" {
			return Cell{}, nil
		}
		if err != nil || n < 0 || n >= len(s.shared) {
			return Cell{}, errBroken
		}
		return textCell(s.shared[n]), nil
	case "inlineStr":
		return textCell(inline), nil
	case "str":
		return textCell(unescaped(stored)), nil
	case "b":
		return Cell{Kind: Truth, Text: stored}, nil
	case "e":
		return Cell{Kind: Mistake}, nil
	case "d":
		date, _, _ := strings.Cut(stored, "T")
		if d, err := calendar.ParseDate(date); err == nil {
			return Cell{Kind: Day, Text: stored, Day: d}, nil
		}
		return textCell(stored), nil
	}
	if stored == "" {
		return Cell{}, nil
	}
	number, ok := decimal(stored)
	if !ok {
		return textCell(stored), nil
	}
	if shown.date {
		if d, ok := day(number, s.book.is1904); ok {
			return Cell{Kind: Day, Text: number, Day: d}, nil
		}
	}
	return Cell{Kind: Number, Text: number, wide: shown.wide}, nil
}

// placeOf reads the column of an address: 2 of "C17".
func placeOf(ref string) (int, bool) {
	n := 0
	for i := range len(ref) {
		c := ref[i] &^ 0x20 // in capitals
		if c < 'A' || c > 'Z' {
			return n - 1, i > 0 && i <= 3
		}
		n = n*26 + int(c-'A') + 1
	}
	return 0, false
}

// merge notes merged cells by their first.
func (s *sheetRows) merge(ref string) {
	first, _, _ := strings.Cut(ref, ":")
	letters := strings.TrimRight(first, "0123456789")
	number, err := strconv.Atoi(first[len(letters):])
	if err != nil || len(s.merged) > MostListed {
		return
	}
	s.merged = append(s.merged, Problem{Row: number, Column: letters, Code: "sheet.merged"})
}

func (s *sheetRows) end() []Problem { return s.merged }

// escapes are characters that XML cannot hold, as workbooks write them.
var escapes = regexp.MustCompile(`_x[0-9A-Fa-f]{4}_`)

func unescaped(text string) string {
	if !strings.Contains(text, "_x") {
		return text
	}
	return escapes.ReplaceAllStringFunc(text, func(e string) string {
		n, err := strconv.ParseUint(e[2:6], 16, 16)
		if err != nil {
			return e
		}
		return string(rune(n))
	})
}
