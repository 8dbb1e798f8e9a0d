package sheet

import (
	"encoding/hex"
	"errors"
	"hash"
	"io"
	"iter"
	"slices"
	"strings"

	"opfyldt/internal/fault"
	"opfyldt/internal/personnumber"
)

// Table is a file while it is read.
type Table struct {
	rows   rows
	shape  Shape
	info   Info
	sum    hash.Hash // of a stream; nil where the file was hashed before
	head   head
	faults Faulty
	seen   map[string]map[string]int // by column's key: value → row
	err    error                     // of the reader itself
}

// headWithin is how many rows may stand above the names of the columns.
const headWithin = 20

func newTable(shape Shape) *Table {
	return &Table{shape: shape, seen: map[string]map[string]int{}}
}

// begin reads down to the names.
func (t *Table) begin() (*Table, error) {
	top, err := t.top()
	if err == nil && len(top) == 0 {
		err = stopped("sheet.empty", nil)
	}
	if err != nil {
		return nil, faulty(err)
	}
	best := 0
	for i := range top {
		if t.shape.known(top[i].cells) > t.shape.known(top[best].cells) {
			best = i
		}
	}
	t.rows = &again{rows: t.rows, kept: top[best+1:]}
	t.name(top[best])
	if t.faults.Count > 0 {
		return nil, &t.faults
	}
	return t, nil
}

// top keeps the rows that may be the names: the first alone where no names are
// known, else those above the first that has all of them.
func (t *Table) top() ([]row, error) {
	var top []row
	for len(top) < headWithin {
		r, err := t.rows.next()
		if errors.Is(err, io.EOF) {
			break
		}
		if err != nil {
			return nil, err
		}
		if blank(r.cells) {
			continue
		}
		r.cells = slices.Clone(r.cells)
		for i := range r.cells {
			r.cells[i].Text = strings.Clone(r.cells[i].Text)
		}
		if top = append(top, r); t.shape.known(r.cells) == len(t.shape.Columns) {
			break
		}
	}
	return top, nil
}

// again gives rows that were read before once more.
type again struct {
	rows
	kept []row
}

func (a *again) next() (row, error) {
	if len(a.kept) == 0 {
		return a.rows.next()
	}
	r := a.kept[0]
	a.kept = a.kept[1:]
	return r, nil
}

// name takes the row as the names of the columns.
func (t *Table) name(r row) {
	t.head.row = r.number
	wrong := func(place int, code string, params fault.Params) {
		p := Problem{Row: r.number, Line: r.line, Code: code, Params: params}
		if place != noPlace {
			p.Column = Letter(place)
		}
		t.wrong(p)
	}
	for i, c := range r.cells {
		code := t.unfit(c)
		if code == "" {
			code = c.unread()
		}
		if code != "" {
			wrong(i, code, nil)
			c.Text = ""
		}
		t.head.headers = append(t.head.headers, strings.TrimSpace(c.Text))
	}
	t.info.Headers = t.head.headers
	t.info.Ignored = t.shape.find(&t.head, wrong)
}

// noPlace is that of a column that the file does not have.
const noPlace = -1

// Info says what the file was taken for; what it says of rows is final when they
// have been read.
func (t *Table) Info() Info { return t.info }

// Faults counts the faulty places so far.
func (t *Table) Faults() int { return t.faults.Count }

// Rows goes through the rows below the names that hold anything. A row is used
// again when the next is read.
func (t *Table) Rows() iter.Seq[*Row] {
	return func(yield func(*Row) bool) {
		out := &Row{table: t}
		for {
			r, err := t.rows.next()
			if err != nil {
				t.ended(err)
				return
			}
			if blank(r.cells) {
				continue
			}
			if t.info.Rows++; t.info.Rows > t.shape.Bounds.Rows {
				t.wrong(Problem{Row: r.number, Line: r.line, Code: "sheet.too_many_rows", Params: fault.Params{"most": t.shape.Bounds.Rows}})
				return
			}
			out.row, out.before = r, t.faults.Count
			if t.check(out) && !yield(out) {
				return
			}
		}
	}
}

func (t *Table) ended(err error) {
	s, isStop := errors.AsType[stop](err)
	switch {
	case isStop:
		t.wrong(s.Problem)
		return
	case !errors.Is(err, io.EOF):
		t.err = err
		return
	}
	for _, p := range t.rows.end() {
		t.wrong(p)
	}
	if t.info.Rows == 0 {
		t.wrong(Problem{Code: "sheet.no_rows"})
	}
	if t.sum != nil {
		t.info.SHA256 = hex.EncodeToString(t.sum.Sum(nil))
	}
}

// Close says whether the file may be taken, when its rows have been read: a *Faulty
// with every faulty place, or what the reader said.
func (t *Table) Close() (Info, error) {
	switch {
	case t.err != nil:
		return t.info, t.err
	case t.faults.Count > 0:
		return t.info, &t.faults
	}
	return t.info, nil
}

func (t *Table) wrong(p Problem) { t.faults.add(p) }

func blank(cells []Cell) bool {
	return !slices.ContainsFunc(cells, func(c Cell) bool { return c.Kind != Blank })
}

// unfit says what no cell may hold.
func (t *Table) unfit(c Cell) string {
	switch {
	case len(c.Text) > t.shape.Bounds.Cell:
		return "sheet.cell_too_long"
	case c.Kind == Day || c.Kind == Blank:
		return ""
	case strings.IndexByte(c.Text, 0) >= 0:
		return "sheet.binary_cell"
	case strings.ContainsRune(c.Text, '\uFFFD'):
		return "sheet.unreadable"
	}
	text := c.Text
	if c.wide {
		text = strings.Repeat("0", max(0, wideDigits-len(text))) + text
	}
	if c.Kind == Number && strings.Contains(text, ".") {
		return ""
	}
	if _, _, found := personnumber.Find(text); found {
		return personNumber
	}
	return ""
}

// personNumber is the code of a cell that holds one.
const personNumber = "sheet.person_number"

// free reports whether the column at the place is what people wrote themselves.
func (t *Table) free(place int) bool {
	return t.shape.Free || slices.ContainsFunc(t.shape.Columns, func(c Column) bool {
		at, has := t.head.place[c.Key]
		return c.Free && has && at == place
	})
}

// check looks at a row as a whole; it reports whether it is one to read.
func (t *Table) check(r *Row) bool {
	headers, repeated := t.head.headers, true
	for i, c := range r.row.cells {
		repeated = repeated && i < len(headers) && plain(c.Text) == plain(headers[i])
		if code := t.unfit(c); code == personNumber && t.free(i) {
			text, covered := personnumber.Cover(c.Text)
			if covered == 0 { // a number whose first digit the file leaves out
				text, covered = personnumber.Covered, 1
			}
			r.row.cells[i] = Cell{Kind: Text, Text: text}
			t.info.Covered += covered
		} else if code != "" {
			r.wrongAt(i, code, nil)
		} else if c.Kind != Blank && (i >= len(headers) || headers[i] == "") {
			r.wrongAt(i, "sheet.beyond_names", nil)
		}
	}
	if repeated {
		t.wrong(Problem{Row: r.row.number, Line: r.row.line, Code: "sheet.header_twice"})
		return false
	}
	if t.info.Format == CSV && len(r.row.cells) < len(headers) {
		t.wrong(Problem{Row: r.row.number, Line: r.row.line, Code: "sheet.ragged",
			Params: fault.Params{"cells": len(r.row.cells), "columns": len(headers)}})
		return false
	}
	for _, c := range t.shape.Columns {
		t.checkColumn(r, c)
	}
	return true
}

func (t *Table) checkColumn(r *Row, c Column) {
	i, has := t.head.place[c.Key]
	if !has {
		return
	}
	cell := r.at(i)
	switch {
	case c.Filled && cell.Kind == Blank:
		r.wrongAt(i, "sheet.blank", nil)
		return
	case !c.Unique || cell.Kind == Blank || cell.Kind == unusable:
		return
	}
	if t.seen[c.Key] == nil {
		t.seen[c.Key] = map[string]int{}
	}
	value := strings.TrimSpace(cell.Text)
	if first, twice := t.seen[c.Key][value]; twice {
		r.wrongAt(i, "sheet.twice", fault.Params{"row": first})
		return
	}
	t.seen[c.Key][strings.Clone(value)] = r.row.number
}
