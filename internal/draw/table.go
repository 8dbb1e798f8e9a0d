package draw

import (
	"encoding/csv"
	"fmt"
	"slices"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"opfyldt/internal/fault"
	"opfyldt/internal/personnumber"
)

// noColumn is the place of a column that is not used.
const noColumn = -1

// table is a population file while it is read.
type table struct {
	rows *csv.Reader
	src  *source

	names       []string // of the columns
	id, stratum int      // places of the columns used
	volume      int
	line        int // of the record in hand
	count       int
	seen        map[string]int    // line of each id
	strata      map[string]string // each name once, however many customers have it

	customers []Customer
	volumes   []int64
	problems  Problems
	err       error // of the reader itself
}

func (t *table) wrong(p Problem) {
	if !t.problems.full() {
		t.problems = append(t.problems, p)
	}
}

// header reads the columns' names and finds those that are used.
func (t *table) header(use Columns) bool {
	record, more := t.next()
	if !more {
		if len(t.problems) == 0 && t.err == nil {
			t.wrong(Problem{Code: "draw.empty"})
		}
		return false
	}
	if len(record) > maxColumns {
		t.wrong(Problem{Line: t.line, Code: "draw.too_many_columns", Params: fault.Params{"most": maxColumns}})
		return false
	}
	for i, cell := range record {
		name := Normal(strings.TrimSpace(cell))
		place := Problem{Line: t.line, Column: fmt.Sprintf("column %d", i+1)}
		place.Code = cellCode(cell)
		switch {
		case place.Code != "":
		case name == "":
			place.Code = "draw.no_name"
		case slices.Contains(t.names, name):
			place.Code = "draw.name_twice"
		}
		if place.Code != "" {
			t.wrong(place)
		}
		t.names = append(t.names, name)
	}
	if len(t.problems) > 0 {
		return false
	}
	t.id, t.stratum, t.volume = t.idColumn(use.ID), t.find(use.Strata), t.find(use.Volume)
	return len(t.problems) == 0
}

// idColumn is the named column, else the one called id, else the first.
func (t *table) idColumn(name string) int {
	if name != "" {
		return t.find(name)
	}
	return max(0, slices.IndexFunc(t.names, func(n string) bool { return strings.EqualFold(n, "id") }))
}

func (t *table) find(name string) int {
	if name == "" {
		return noColumn
	}
	i := slices.Index(t.names, Normal(name))
	if i == noColumn {
		t.wrong(Problem{Line: t.line, Column: name, Code: "draw.no_column", Params: fault.Params{"columns": t.names}})
	}
	return i
}

// row checks every cell of a customer, and keeps the two that are used.
func (t *table) row(record []string) {
	if len(record) != len(t.names) {
		t.wrong(Problem{Line: t.line, Code: "draw.ragged", Params: fault.Params{"cells": len(record), "columns": len(t.names)}})
		return
	}
	sound, repeated := true, true
	for i, cell := range record {
		repeated = repeated && strings.TrimSpace(cell) == t.names[i]
		code := cellCode(cell)
		if code == "" && (i == t.id || i == t.stratum) {
			code = nameCode(cell)
		}
		if code != "" {
			t.wrongCell(i, code, nil)
			sound = false
		}
	}
	switch {
	case repeated:
		t.wrong(Problem{Line: t.line, Code: "draw.header_twice"})
	case sound:
		t.keep(record)
	}
}

func (t *table) keep(record []string) {
	c := Customer{ID: strings.Clone(Normal(record[t.id]))} // the record's memory is used again
	if first, twice := t.seen[c.ID]; twice {
		t.wrongCell(t.id, "draw.id_twice", fault.Params{"line": first})
		return
	}
	t.seen[c.ID] = t.line
	if t.stratum != noColumn {
		name := Normal(record[t.stratum])
		if _, known := t.strata[name]; !known {
			if len(t.strata) == maxStrata {
				t.wrongCell(t.stratum, "draw.too_many_strata", fault.Params{"most": maxStrata})
				return
			}
			name = strings.Clone(name)
			t.strata[name] = name
		}
		c.Stratum = t.strata[name]
	}
	if t.volume != noColumn {
		n, err := strconv.ParseInt(record[t.volume], 10, 64)
		if err != nil || n < 0 {
			t.wrongCell(t.volume, "draw.volume_cell", nil)
			return
		}
		t.volumes = append(t.volumes, n)
	}
	t.customers = append(t.customers, c)
}

func (t *table) wrongCell(column int, code string, params fault.Params) {
	line, _ := t.rows.FieldPos(column)
	t.wrong(Problem{Line: line, Column: t.names[column], Code: code, Params: params})
}

// cellCode says what no cell may hold.
func cellCode(cell string) string {
	switch {
	case !utf8.ValidString(cell):
		return "draw.not_utf8"
	case strings.IndexByte(cell, 0) >= 0:
		return "draw.binary"
	case strings.HasPrefix(strings.TrimSpace(cell), "="):
		return "draw.formula"
	}
	if _, _, found := personnumber.Find(cell); found {
		return "draw.person_number"
	}
	return ""
}

// nameCode says what no id and no stratum may be: the draw hashes them as they
// are, so that a blank nobody sees would change it.
func nameCode(cell string) string {
	switch {
	case strings.TrimSpace(cell) == "":
		return "draw.blank"
	case strings.TrimSpace(cell) != cell:
		return "draw.blanks_around"
	case strings.IndexFunc(cell, unicode.IsControl) >= 0:
		return "draw.control"
	case len(cell) > maxName:
		return "draw.name_too_long"
	}
	return ""
}
