package sheet

import (
	"strings"

	"opfyldt/internal/calendar"
	"opfyldt/internal/exact"
	"opfyldt/internal/fault"
	"opfyldt/internal/spelling"
)

// Row is one row of a table. Its readers note what is wrong at the cell; a reader
// of an empty cell, or of a column that the file does not have, finds nothing and
// is content.
type Row struct {
	table  *Table
	row    row
	before int // faults noted before the row
}

// unusable is the kind of a cell whose fault is noted already.
const unusable Kind = -1

// Number is the row's number as a spreadsheet counts them, from 1.
func (r *Row) Number() int { return r.row.number }

// Line is where the row begins in a text file, 0 in a workbook.
func (r *Row) Line() int { return r.row.line }

// Faulty reports whether a fault of the row has been noted.
func (r *Row) Faulty() bool { return r.table.faults.Count > r.before }

// Has reports whether the file has the column.
func (r *Row) Has(key string) bool {
	_, has := r.table.head.place[key]
	return has
}

// Place is the address of the row's cell in the column: "C17".
func (r *Row) Place(key string) string { return r.problem(key, "", nil).Place() }

// Wrong notes a fault at the row's cell in the column; key "" is the row as a whole.
func (r *Row) Wrong(key, code string, params fault.Params) {
	r.table.wrong(r.problem(key, code, params))
	if i, has := r.table.head.place[key]; has {
		r.spoil(i)
	}
}

// spoil leaves nothing to read in a cell that has a fault.
func (r *Row) spoil(place int) {
	if place < len(r.row.cells) {
		r.row.cells[place] = Cell{Kind: unusable}
	}
}

// Spoilt reports whether a fault of the row's cell in the column has been noted.
func (r *Row) Spoilt(key string) bool {
	i, has := r.table.head.place[key]
	return has && r.at(i).Kind == unusable
}

func (r *Row) problem(key, code string, params fault.Params) Problem {
	p := Problem{Row: r.row.number, Line: r.row.line, Code: code, Params: params}
	if i, has := r.table.head.place[key]; has {
		p.Column, p.Header = Letter(i), r.table.head.headers[i]
	}
	return p
}

func (r *Row) wrongAt(place int, code string, params fault.Params) {
	p := Problem{Row: r.row.number, Line: r.row.line, Column: Letter(place), Code: code, Params: params}
	if place < len(r.table.head.headers) {
		p.Header = r.table.head.headers[place]
	}
	r.table.wrong(p)
	r.spoil(place)
}

func (r *Row) at(place int) Cell {
	if place >= len(r.row.cells) {
		return Cell{}
	}
	return r.row.cells[place]
}

// unread says why a cell's value is not read.
func (c Cell) unread() string {
	switch {
	case c.Kind == Formula:
		return "sheet.formula"
	case c.Kind == Mistake:
		return "sheet.error_value"
	}
	return ""
}

// value is the cell of a column that has something to read.
func (r *Row) value(key string) (Cell, bool) {
	i, has := r.table.head.place[key]
	if !has {
		return Cell{}, false
	}
	c := r.at(i)
	if c.Kind == Blank || c.Kind == unusable {
		return Cell{}, false
	}
	if code := c.unread(); code != "" {
		r.wrongAt(i, code, nil)
		return Cell{}, false
	}
	return c, true
}

// Text reads a text as it stands, without the blanks around it. A date is written
// 2014-06-30, a number in plain decimals.
func (r *Row) Text(key string) string {
	c, has := r.value(key)
	if !has {
		return ""
	}
	return strings.Clone(c.plain()) // the row's memory is used again
}

// Others reads the columns that the shape does not know, by their names.
func (r *Row) Others() map[string]string {
	out := map[string]string{}
	used := map[int]bool{}
	for _, i := range r.table.head.place {
		used[i] = true
	}
	for i, header := range r.table.head.headers {
		if c := r.at(i); header != "" && !used[i] && c.Kind != Blank && c.Kind != unusable {
			if code := c.unread(); code != "" {
				r.wrongAt(i, code, nil)
				continue
			}
			out[header] = strings.Clone(c.plain())
		}
	}
	return out
}

func (c Cell) plain() string {
	if c.Kind == Day {
		return c.Day.String()
	}
	return strings.TrimSpace(c.Text)
}

// Choice is a value that a column may have.
type Choice struct {
	Value string
	Names []string // as files may write it, in any case; the first is what messages say
}

// Choice reads one of a few values.
func (r *Row) Choice(key string, choices []Choice) string {
	c, has := r.value(key)
	if !has {
		return ""
	}
	var names, shown []string
	byName := map[string]Choice{}
	text := plain(c.plain())
	for _, choice := range choices {
		shown = append(shown, choice.Names[0])
		for _, name := range choice.Names {
			if plain(name) == text {
				return choice.Value
			}
			names, byName[plain(name)] = append(names, plain(name)), choice
		}
	}
	if near, ok := byName[spelling.Nearest(text, names, spellingMost)]; ok {
		r.Wrong(key, "sheet.choice_misspelt", fault.Params{"found": clipped(c.plain()), "meant": near.Names[0], "choices": shown})
	} else {
		r.Wrong(key, "sheet.choice", fault.Params{"found": clipped(c.plain()), "choices": shown})
	}
	return ""
}

// YesNo reads ja, nej and their like.
func (r *Row) YesNo(key string) (yes, ok bool) {
	c, has := r.value(key)
	if !has {
		return false, false
	}
	switch plain(c.plain()) {
	case "ja", "j", "yes", "y", "true", "sand", "sandt", "x", "1":
		return true, true
	case "nej", "n", "no", "false", "falsk", "0":
		return false, true
	}
	r.Wrong(key, "sheet.yes_no", fault.Params{"found": clipped(c.plain())})
	return false, false
}

// Whole reads a whole number.
func (r *Row) Whole(key string) (int64, bool) {
	return readAs(r, key, "sheet.whole", wholeOf)
}

// Decimal reads an exact number, in Danish or English notation.
func (r *Row) Decimal(key string) (exact.Rat, bool) {
	return readAs(r, key, "sheet.number", decimalOf)
}

// Money reads an amount of kroner as øre.
func (r *Row) Money(key string) (int64, bool) {
	return readAs(r, key, "sheet.money", moneyOf)
}

// Date reads a day: a date cell, 2014-06-30, 30-06-2014 or 30.06.2014.
func (r *Row) Date(key string) (calendar.Date, bool) {
	return readAs(r, key, "sheet.date", dateOf)
}

// readAs reads a cell by a function that may name a fault of its own.
func readAs[T any](r *Row, key, code string, read func(Cell, rune) (T, string)) (T, bool) {
	var none T
	c, has := r.value(key)
	if !has {
		return none, false
	}
	value, own := read(c, r.table.shape.Mark)
	if own == "" {
		return value, true
	}
	if own == unfitting {
		own = code
	}
	r.Wrong(key, own, fault.Params{"found": clipped(c.plain())})
	return none, false
}

// unfitting is what a reader says who has nothing better to say than the column's
// own words.
const unfitting = "?"

// shownMost is how many characters of a cell a message repeats.
const shownMost = 40

func clipped(text string) string {
	if runes := []rune(text); len(runes) > shownMost {
		return string(runes[:shownMost]) + "…"
	}
	return text
}
