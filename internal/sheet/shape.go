package sheet

import (
	"slices"
	"strings"

	"golang.org/x/text/unicode/norm"

	"opfyldt/internal/fault"
	"opfyldt/internal/spelling"
)

// Column is one that a table has.
type Column struct {
	Key      string   // as the program calls it
	Names    []string // as files may name it, in any case; the first is what messages say
	Optional bool     // the table may be without it
	Filled   bool     // each row must have a value
	Unique   bool     // no two rows may have the same value
	Free     bool     // what people wrote themselves: a person number in it is covered, not refused
}

// Shape says what a table must look like.
type Shape struct {
	Columns []Column
	Sheet   string // of a workbook; "" for its first that is shown
	Cached  bool   // take what formulas came to when the file was saved
	Mark    rune   // ',' or '.': what begins the decimals of a number in a text; 0 where it is not known
	Free    bool   // person numbers are covered in every column, where a file is looked at before its columns are known
	Bounds  Bounds
}

// Bounds are what a file may not go beyond. The zero value of each stands for the
// usual one.
type Bounds struct {
	Bytes    int64 // of the file
	Expanded int64 // of a workbook, unpacked
	Rows     int   // below the names
	Columns  int
	Cell     int // bytes
}

// The usual bounds.
const (
	usualBytes    = 256 << 20
	usualExpanded = 1 << 30
	usualRows     = 1_000_000
	usualColumns  = 200
	usualCell     = 32 << 10
)

func (b Bounds) orUsual() Bounds {
	fill := func(value *int, usual int) {
		if *value == 0 {
			*value = usual
		}
	}
	fill(&b.Rows, usualRows)
	fill(&b.Columns, usualColumns)
	fill(&b.Cell, usualCell)
	if b.Bytes == 0 {
		b.Bytes = usualBytes
	}
	if b.Expanded == 0 {
		b.Expanded = usualExpanded
	}
	return b
}

// spellingMost is how many keystrokes a name may be off.
const spellingMost = 3

// plain is a name as names are compared: one form of letters, no blanks around or
// doubled, no case.
func plain(name string) string {
	return strings.ToLower(strings.Join(strings.Fields(norm.NFC.String(name)), " "))
}

// names are the plain names of the column.
func (c Column) names() []string {
	out := make([]string, len(c.Names))
	for i, n := range c.Names {
		out[i] = plain(n)
	}
	return out
}

// known counts the cells that name a column.
func (s Shape) known(cells []Cell) (n int) {
	for _, c := range s.Columns {
		if slices.ContainsFunc(cells, func(cell Cell) bool { return slices.Contains(c.names(), plain(cell.Text)) }) {
			n++
		}
	}
	return n
}

// head is the row of names, and where each column of the shape stands.
type head struct {
	row     int
	headers []string       // trimmed, by place; "" for none
	place   map[string]int // by key
}

// find matches the names with the shape's columns, and names what does not fit.
func (s Shape) find(h *head, wrong func(place int, code string, params fault.Params)) (ignored []string) {
	h.place = map[string]int{}
	first := map[string]int{}
	for i, header := range h.headers {
		if before, twice := first[plain(header)]; header != "" && twice {
			wrong(i, "sheet.name_twice", fault.Params{"column": header, "letter": Letter(before)})
		} else {
			first[plain(header)] = i
		}
	}
	used := map[int]bool{}
	for _, c := range s.Columns {
		for _, name := range c.names() {
			i, found := first[name]
			if before, twice := h.place[c.Key]; found && twice && before != i {
				wrong(i, "sheet.name_twice", fault.Params{"column": h.headers[i], "letter": Letter(before)})
			} else if found {
				h.place[c.Key] = i
			}
			used[i] = used[i] || found
		}
	}
	for i, header := range h.headers {
		if used[i] || header == "" || first[plain(header)] != i {
			continue
		}
		if c, near := s.meant(h, header); near {
			wrong(i, "sheet.name_misspelt", fault.Params{"found": header, "column": c.Names[0]})
			h.place[c.Key] = i
			continue
		}
		ignored = append(ignored, header)
	}
	for _, c := range s.Columns {
		if _, found := h.place[c.Key]; !found && !c.Optional {
			wrong(noPlace, "sheet.no_column", fault.Params{"column": c.Names[0]})
		}
	}
	return ignored
}

// meant is the column that is missing and that a misspelt name is nearest to.
func (s Shape) meant(h *head, header string) (Column, bool) {
	var names []string
	byName := map[string]Column{}
	for _, c := range s.Columns {
		if _, found := h.place[c.Key]; !found {
			for _, name := range c.names() {
				names, byName[name] = append(names, name), c
			}
		}
	}
	c, near := byName[spelling.Nearest(plain(header), names, spellingMost)]
	return c, near
}
