package sheet

import (
	"fmt"
	"io"
	"strconv"
	"strings"
	"time"

	"opfyldt/internal/calendar"
	"opfyldt/internal/exact"
)

// Head is a column of a table that is written.
type Head struct {
	Name  string
	Width int // in characters; 0 for the width of the name
}

// Ore is an amount of money that is written in kroner.
type Ore int64

// Writer writes a table, row by row.
type Writer interface {
	// Row writes a row: texts, whole numbers (int, int64), exact numbers, Ore, dates,
	// instants, and nil or the zero value of a date for nothing.
	Row(cells ...any) error
	// Close writes what stands behind the last row.
	Close() error
}

// Style says how a table is written.
type Style struct {
	Format Format
	Name   string // of the sheet
	Danish bool   // in text files semicolons and decimal commas, else commas and points
}

// NewWriter writes the names of the columns, and then rows. Texts never run as
// formulas in the program that opens the file, and are read back as they were.
func NewWriter(out io.Writer, style Style, heads []Head) (Writer, error) {
	if style.Format == XLSX {
		return newXLSX(out, style, heads)
	}
	return newCSV(out, style, heads)
}

// ContentType is the format's media type.
func (f Format) ContentType() string {
	if f == XLSX {
		return "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
	}
	return "text/csv; charset=utf-8"
}

// decimals is how far a number is written that no decimal can say.
const decimals = 12

// number writes a number in plain decimals; ok where the value is one.
func number(value any) (text string, ok bool) {
	switch v := value.(type) {
	case int:
		return strconv.Itoa(v), true
	case int64:
		return strconv.FormatInt(v, 10), true
	case Ore:
		text, _ = exact.Frac(int64(v), orePerKrone).Decimal(2)
		return text, true
	case exact.Rat:
		if text = v.String(); strings.Contains(text, "/") {
			text, _ = v.Decimal(decimals)
		}
		return text, true
	}
	return "", false
}

// words writes what is neither a number nor a date.
func words(value any) string {
	switch v := value.(type) {
	case nil:
		return ""
	case string:
		return v
	case calendar.Date:
		return v.String()
	case time.Time:
		if v.IsZero() {
			return ""
		}
		return v.UTC().Format(time.RFC3339)
	}
	return fmt.Sprint(value)
}
