package budget

import (
	"bytes"
	"slices"
	"strings"
	"unicode/utf8"

	"opfyldt/internal/calendar"
	"opfyldt/internal/catalogue"
	"opfyldt/internal/fault"
	"opfyldt/internal/record"
	"opfyldt/internal/sheet"
	"opfyldt/internal/spelling"
)

// The bounds of a file.
const (
	MaxFile     = 8 << 20
	maxExpanded = 128 << 20
	maxRows     = 50_000
	maxLines    = 500
	maxLineID   = 40
	mostOff     = 2
)

// The largest amount of a cell that is believed, in øre.
const maxAmount = int64(100_000_000_000_000)

func column(key string, filled, unique bool) sheet.Column {
	c := sheet.Column{Key: key, Filled: filled, Unique: unique}
	for _, lang := range catalogue.Languages() {
		if name := catalogue.Text(lang, "budget.column."+key, nil); !slices.Contains(c.Names, name) {
			c.Names = append(c.Names, name)
		}
	}
	return c
}

func shapeOf(columns ...sheet.Column) sheet.Shape {
	return sheet.Shape{Columns: columns, Mark: ',', Bounds: sheet.Bounds{Bytes: MaxFile, Expanded: maxExpanded, Rows: maxRows}}
}

// monthColumn takes a month by its name, with or without its year.
func monthColumn(m calendar.Month) sheet.Column {
	c := sheet.Column{Key: m.String(), Filled: true}
	for _, lang := range catalogue.Languages() {
		name := catalogue.Value(lang, m)
		bare, _, _ := strings.Cut(name, " ")
		for _, n := range []string{bare, name} {
			if !slices.Contains(c.Names, n) {
				c.Names = append(c.Names, n)
			}
		}
	}
	c.Names = append(c.Names, m.String())
	return c
}

// ReadBase reads a base budget: a row for each line, a column for each month. The error
// is a *sheet.Faulty where the file is to blame.
func ReadBase(file []byte, months []calendar.Month) ([]BudgetLine, sheet.Info, error) {
	columns := []sheet.Column{column("line", true, true), column("title", true, false)}
	for _, m := range months {
		columns = append(columns, monthColumn(m))
	}
	table, err := sheet.Open(bytes.NewReader(file), int64(len(file)), shapeOf(columns...))
	if err != nil {
		return nil, sheet.Info{}, err
	}
	var lines []BudgetLine
	for row := range table.Rows() {
		l := BudgetLine{ID: short(row, "line", maxLineID), Title: short(row, "title", record.ShortText)}
		for _, m := range months {
			l.Months = append(l.Months, amount(row, m.String()))
		}
		if len(lines) == maxLines {
			row.Wrong("line", "budget.too_many_lines", fault.Params{"most": maxLines})
		}
		if !row.Faulty() {
			lines = append(lines, l)
		}
	}
	info, err := table.Close()
	return lines, info, err
}

// ReadPostings reads the postings of a year until the end of a day, each on a line of
// the base budget.
func ReadPostings(file []byte, lines []BudgetLine, year calendar.Period, until calendar.Date) ([]Posting, sheet.Info, error) {
	table, err := sheet.Open(bytes.NewReader(file), int64(len(file)), shapeOf(
		column("reference", true, true), column("day", true, false), column("line", true, false), column("text", false, false), column("amount", true, false)))
	if err != nil {
		return nil, sheet.Info{}, err
	}
	var ids []string
	known := map[string]bool{}
	for _, l := range lines {
		ids, known[l.ID] = append(ids, l.ID), true
	}
	var postings []Posting
	for row := range table.Rows() {
		p := Posting{Reference: short(row, "reference", maxLineID), Line: row.Text("line"), Text: short(row, "text", record.ShortText), Amount: amount(row, "amount")}
		if day, ok := row.Date("day"); ok {
			p.Day = day
			checkDay(row, day, year, until)
		}
		if p.Line != "" && !known[p.Line] {
			unknownLine(row, p.Line, ids)
		}
		if !row.Faulty() {
			postings = append(postings, p)
		}
	}
	info, err := table.Close()
	return postings, info, err
}

func checkDay(row *sheet.Row, day calendar.Date, year calendar.Period, until calendar.Date) {
	switch {
	case !year.Contains(day):
		row.Wrong("day", "budget.outside_year", fault.Params{"from": year.From, "to": year.To})
	case day.After(until):
		row.Wrong("day", "budget.after_day", fault.Params{"until": until})
	}
}

func unknownLine(row *sheet.Row, line string, ids []string) {
	params := fault.Params{"line": record.Shorten(line, maxLineID)}
	if near := spelling.Nearest(line, ids, mostOff); near != "" {
		params["near"] = near
		row.Wrong("line", "budget.unknown_line_near", params)
		return
	}
	row.Wrong("line", "budget.unknown_line", params)
}

func short(row *sheet.Row, key string, most int) string {
	text := strings.TrimSpace(row.Text(key))
	if utf8.RuneCountInString(text) > most {
		row.Wrong(key, "field.too_long", fault.Params{"most": most})
	}
	return text
}

func amount(row *sheet.Row, key string) int64 {
	n, ok := row.Money(key)
	if ok && (n > maxAmount || n < -maxAmount) {
		row.Wrong(key, "budget.amount_large", nil)
	}
	return n
}
