package cases

import (
	"fmt"

	"opfyldt/internal/catalogue"
	"opfyldt/internal/sheet"
)

// The columns of a file of cases, by their keys.
const (
	colReference = "reference"
	colReceived  = "received"
	colConcluded = "concluded"
	colKind      = "kind"
	colOutcome   = "outcome"
	colFrom      = "from"
	colTo        = "to"
	colReason    = "reason"
)

// Bounds of a file and of what a case may hold.
const (
	mostRows    = 1_000_000
	mostStops   = 9   // that columns of a row can hold
	mostOnSheet = 500 // stops of one case on the sheet of stops
	mostText    = 200 // bytes of a cell
	mostMore    = 20  // columns beside the known ones
)

// stopKey is the key of a column of the n-th stop.
func stopKey(n int, part string) string { return fmt.Sprintf("stop%d.%s", n, part) }

// shape is a file of cases as it is read, with column names in either language.
func shape(lang string) sheet.Shape {
	s := sheet.Shape{Bounds: sheet.Bounds{Rows: mostRows}}
	for _, c := range []sheet.Column{
		{Key: colReference, Filled: true}, {Key: colReceived, Filled: true}, {Key: colConcluded},
		{Key: colKind, Optional: true}, {Key: colOutcome, Optional: true},
	} {
		c.Names = names(lang, c.Key)
		s.Columns = append(s.Columns, c)
	}
	for n := 1; n <= mostStops; n++ {
		for _, part := range []string{colFrom, colTo, colReason} {
			c := sheet.Column{Key: stopKey(n, part), Optional: true}
			for _, name := range names(lang, "stop."+part) {
				c.Names = append(c.Names, fmt.Sprintf("Stop%d %s", n, name), fmt.Sprintf("Stop %d %s", n, name))
			}
			s.Columns = append(s.Columns, c)
		}
	}
	return s
}

// stopShape is the sheet of stops beside the cases, one stop a row.
func stopShape(lang, name string) sheet.Shape {
	s := sheet.Shape{Sheet: name, Bounds: sheet.Bounds{Rows: mostRows}}
	for _, c := range []sheet.Column{
		{Key: colReference, Filled: true}, {Key: colFrom, Filled: true}, {Key: colTo}, {Key: colReason, Filled: true},
	} {
		key := "stop." + c.Key
		if c.Key == colReference {
			key = c.Key
		}
		c.Names = names(lang, key)
		s.Columns = append(s.Columns, c)
	}
	return s
}

// stopSheets are what the sheet of stops may be called.
func stopSheets() []string { return []string{"Stop", "Stops", "Standsninger"} }

// names are those of a column in all languages, the reader's first, and what case
// systems call it beside.
func names(lang, key string) []string {
	out := []string{catalogue.Text(lang, "cases.column."+key, nil)}
	for _, l := range catalogue.Languages() {
		if l != lang {
			out = append(out, catalogue.Text(l, "cases.column."+key, nil))
		}
	}
	return append(out, besides[key]...)
}

var besides = map[string][]string{
	colReference: {"Sagsnr.", "Sagsnr", "Sag", "Journalnummer", "Case number", "Case"},
	colReceived:  {"Modtagelsesdato", "Modtaget dato", "Date received"},
	colConcluded: {"Afgjort", "Afslutningsdato", "Afgørelsesdato", "Decided"},
	colKind:      {"Type", "Case type"},
	colOutcome:   {"Afgørelse", "Resultat", "Result"},
}
