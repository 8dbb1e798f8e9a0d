package apptest

import (
	"archive/zip"
	"bytes"
	"fmt"
	"io"
	"net/http"
	"strings"
	"testing"

	"github.com/xuri/excelize/v2"
)

// faultyFile is a file of cases that must not be taken, and a place that is named;
// "" is the file as a whole.
type faultyFile struct{ name, file, cell string }

const caseHeader = "Sagsnummer;Modtaget;Afsluttet;Sagstype;Udfald;Kommune;Stop1 fra;Stop1 til;Stop1 årsag\n"

// faultyTexts are wrong as CSV.
func faultyTexts() []faultyFile {
	number := "010190" + "-1234" // a person number, made up
	row := func(cells string) string { return caseHeader + cells + "\n" }
	return []faultyFile{
		{"empty", "", ""},
		{"blank", " \n\n", ""},
		{"only a header", caseHeader, ""},
		{"a column twice", "Sagsnummer;Modtaget;Afsluttet;Modtaget\nA;15-01-2014;;\n", "D1"},
		{"the header again", row("A;15-01-2014;;;;;;;") + caseHeader, "3"},
		{"a column is missing", "Sagsnummer;Modtaget\nA;15-01-2014\n", "1"},
		{"a column misspelt", "Sagsnumer;Modtaget;Afsluttet\nA;15-01-2014;\n", "A1"},
		{"31 February", row("A;31-02-2014;;;;;;;"), "B2"},
		{"29 February of no leap year", row("A;29-02-2013;;;;;;;"), "B2"},
		{"two digits of a year", row("A;15-01-14;;;;;;;"), "B2"},
		{"month 13", row("A;01-13-2014;;;;;;;"), "B2"},
		{"a date in words", row("A;Jan 15 2014;;;;;;;"), "B2"},
		{"concluded before it was received", row("A;15-03-2014;14-03-2014;;;;;;"), "C2"},
		{"received after the extract", row("A;04-11-2014;;;;;;;"), "B2"},
		{"concluded after the extract", row("A;15-03-2014;04-11-2014;;;;;;"), "C2"},
		{"received before there was a register", row("A;01-04-1968;;;;;;;"), "B2"},
		{"a reference twice", row("A;15-01-2014;;;;;;;\nB;15-01-2014;;;;;;;\nA;16-01-2014;;;;;;;"), "A4"},
		{"no reference", row(";15-01-2014;;;;;;;"), "A2"},
		{"not received", row("A;;;;;;;;"), "B2"},
		{"a person number for reference", row(number + ";15-01-2014;;;;;;;"), "A2"},
		{"a person number for receipt", row("A;" + number + ";;;;;;;"), "B2"},
		{"a person number for conclusion", row("A;15-01-2014;" + number + ";;;;;;"), "C2"},
		{"a person number for kind", row("A;15-01-2014;;" + number + ";;;;;"), "D2"},
		{"a person number for outcome", row("A;15-01-2014;;;" + number + ";;;;"), "E2"},
		{"a person number in a column of one's own", row("A;15-01-2014;;;;" + number + ";;;"), "F2"},
		{"a person number for a stop's day", row("A;15-01-2014;;;;;" + number + ";;council"), "G2"},
		{"a person number in a reason", row("A;15-01-2014;;;;;01-02-2014;;borger " + number), "I2"},
		{"a stop that ends before it begins", row("A;15-01-2014;;;;;02-02-2014;01-02-2014;council"), "H2"},
		{"a stop that never began", row("A;15-01-2014;;;;;;01-02-2014;council"), "G2"},
		{"a stop without a reason", row("A;15-01-2014;;;;;01-02-2014;02-02-2014;"), "I2"},
		{"a stop after the extract", row("A;15-01-2014;;;;;04-11-2014;;council"), "G2"},
		{"too many cells", row("A;15-01-2014;;;;;;;;one;two"), "J2"},
		{"a quote that is never closed", row(`"A;15-01-2014;;;;;;;`), "2"},
		{"a long reference", row(strings.Repeat("A", 201) + ";15-01-2014;;;;;;;"), "A2"},
		{"a formula", row("A;=1+1;;;;;;;"), "B2"},
		{"a control character", row("A\x01;15-01-2014;;;;;;;"), "A2"},
		{"too many columns of one's own", "Sagsnummer;Modtaget;Afsluttet" + numbered(21) + "\nA;15-01-2014;" + strings.Repeat(";x", 21) + "\n", "2"},
		{"over 200 columns", "Sagsnummer;Modtaget;Afsluttet" + numbered(220) + "\nA;15-01-2014;\n", "GS1"},
		{"UTF-8 that breaks off", "\ufeff" + row("A;15-01-2014;;;\xc3\x28;;;;"), "E2"},
		{"binary rubbish", "\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR\x00\x00\x01", ""},
		{"Excel's old format", "\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + strings.Repeat("\x00", 600), ""},
	}
}

// numbered are columns with names of their own.
func numbered(n int) string {
	var b strings.Builder
	for i := range n {
		fmt.Fprintf(&b, ";Felt %d", i)
	}
	return b.String()
}

// workbook is a sheet with two cases, changed.
func workbook(t *testing.T, change func(f *excelize.File) error) string {
	t.Helper()
	f := excelize.NewFile()
	defer f.Close() //nolint:errcheck // in memory
	for i, row := range [][]any{{"Sagsnummer", "Modtaget", "Afsluttet"}, {"A", "15-01-2014", ""}, {"B", "16-01-2014", ""}} {
		if err := f.SetSheetRow("Sheet1", fmt.Sprintf("A%d", i+1), &row); err != nil {
			t.Fatal(err)
		}
	}
	if err := change(f); err != nil {
		t.Fatal(err)
	}
	b, err := f.WriteToBuffer()
	if err != nil {
		t.Fatal(err)
	}
	return b.String()
}

// faultyBooks are wrong as workbooks.
func faultyBooks(t *testing.T) []faultyFile {
	sound := workbook(t, func(*excelize.File) error { return nil })
	var plain bytes.Buffer
	z := zip.NewWriter(&plain)
	if w, err := z.Create("readme.txt"); err != nil || z.Flush() != nil {
		t.Fatal(err)
	} else if _, err := io.WriteString(w, "no workbook"); err != nil || z.Close() != nil {
		t.Fatal(err)
	}
	return []faultyFile{
		{"merged cells", workbook(t, func(f *excelize.File) error { return f.MergeCell("Sheet1", "A2", "A3") }), "A2"},
		{"a formula in a workbook", workbook(t, func(f *excelize.File) error { return f.SetCellFormula("Sheet1", "B2", "TODAY()") }), "B2"},
		{"a formula that came to an error", workbook(t, func(f *excelize.File) error { return f.SetCellFormula("Sheet1", "C3", "1/0") }), "C3"},
		{"a day as a bare number", workbook(t, func(f *excelize.File) error { return f.SetCellValue("Sheet1", "B2", 41654) }), "B2"},
		{"a person number as a number", workbook(t, func(f *excelize.File) error { return f.SetCellValue("Sheet1", "A2", 1101901234) }), "A2"},
		{"stops of a day that is none", workbook(t, func(f *excelize.File) error {
			if _, err := f.NewSheet("Stop"); err != nil {
				return err
			}
			if err := f.SetSheetRow("Stop", "A1", &[]any{"Sagsnummer", "fra", "til", "årsag"}); err != nil {
				return err
			}
			return f.SetSheetRow("Stop", "A2", &[]any{"A", "31-04-2014", "", "council"})
		}), "B2"},
		{"a workbook cut short", sound[:len(sound)/2], ""},
		{"an archive that is no workbook", plain.String(), ""},
		{"a zip bomb", bomb(t, sound), ""},
	}
}

// bomb is the workbook with a sheet that unpacks to 64 MB of nothing.
func bomb(t *testing.T, sound string) string {
	t.Helper()
	in, err := zip.NewReader(strings.NewReader(sound), int64(len(sound)))
	if err != nil {
		t.Fatal(err)
	}
	var out bytes.Buffer
	z := zip.NewWriter(&out)
	for _, f := range in.File {
		w, err := z.Create(f.Name)
		if err != nil {
			t.Fatal(err)
		}
		r, err := f.Open()
		if err != nil {
			t.Fatal(err)
		}
		if f.Name == "xl/worksheets/sheet1.xml" {
			_, err = io.WriteString(w, `<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>`+strings.Repeat(" ", 64<<20))
		} else {
			_, err = io.Copy(w, r)
		}
		if err != nil {
			t.Fatal(err)
		}
	}
	if err := z.Close(); err != nil {
		t.Fatal(err)
	}
	return out.String()
}

// Faulty files are refused whole, each with its place named, and nothing is written.
func TestFiftyFaultyFilesAreRefusedWhole(t *testing.T) {
	t.Parallel()
	h := New(t)
	lead := h.As("lead")
	before := factCount(lead)
	all := append(faultyTexts(), faultyBooks(t)...)
	if len(all) < 50 {
		t.Errorf("%d files", len(all))
	}
	for _, c := range all {
		seen := send(t, lead, "5a", c.file, http.StatusOK, ask("id", NewID()))
		if seen.Fact != nil || seen.FaultCount == 0 || len(seen.Faults) == 0 {
			t.Errorf("%s: taken: %+v", c.name, seen)
			continue
		}
		named := false
		for _, f := range seen.Faults {
			named = named || f.Cell == c.cell
		}
		if !named {
			t.Errorf("%s: not at %q: %+v", c.name, c.cell, seen.Faults)
		}
	}
	if after := factCount(lead); after != before {
		t.Errorf("%d facts of faulty files", after-before)
	}
	var rows int
	lead.Get(path("/requirements/5a/cases"), &struct{ Found *int }{&rows})
	if rows != 0 {
		t.Errorf("%d cases of faulty files", rows)
	}
}

// Of three hundred faulty rows the first two hundred places are listed, and all are
// counted.
func TestTheFirstTwoHundredPlacesAndTheCount(t *testing.T) {
	t.Parallel()
	lead := New(t).As("lead")
	var file strings.Builder
	file.WriteString("Sagsnummer;Modtaget;Afsluttet\n")
	for n := range 300 {
		fmt.Fprintf(&file, "A-%d;31-02-2014;\n", n)
	}
	seen := send(t, lead, "5a", file.String(), http.StatusOK, ask("id", NewID()))
	if seen.FaultCount != 300 || len(seen.Faults) != 200 || seen.Faults[199].Cell != "B201" {
		t.Errorf("%d faults, %d listed", seen.FaultCount, len(seen.Faults))
	}
}
