package sheet

import (
	"archive/zip"
	"bytes"
	"crypto/rand"
	"fmt"
	"io"
	"os"
	"slices"
	"strings"
	"testing"

	"github.com/xuri/excelize/v2"
)

var stepNames = []any{"Nummer", "Navn", "Aftalt dato", "Andel", "Beløb", "Antal", "Udført", "Status"}

// A table that LibreOffice saved: date cells, numbers, texts of several lines.
func TestAWorkbookOfLibreOfficeIsRead(t *testing.T) {
	want := []string{
		"1|Ålborg|2014-06-30|12.5|123450|7|true|done",
		"2|b; \"c\"|2013-12-31|0.1|-5|-3|false|started",
		"3|to\nlinjer|2014-02-28|1.1|100000000|1000000|true|planned",
	}
	for _, name := range []string{"testdata/libreoffice.xlsx", "testdata/libreoffice-utf8.csv", "testdata/libreoffice-1252.csv"} {
		file, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		shape := steps
		shape.Mark = ','
		lines, info, err := readAll(file, shape)
		if err != nil || !slices.Equal(lines, want) {
			t.Errorf("%s: %q %+v %v", name, lines, info, err)
		}
	}
}

// Excel keeps the nearest binary fraction of what was typed, to 17 digits.
func TestStoredNumbersAreReadAsTyped(t *testing.T) {
	for stored, want := range map[string]string{
		"1.1000000000000001": "1.1", "0.30000000000000004": "0.3", "2.9999999999999996": "3", "99999.999999999985": "100000",
		"1E-3": "0.001", "1.5e3": "1500", "123456789012345": "123456789012345", "1234567890123456": "1234567890123460",
		"-0.050000000000000003": "-0.05", "0": "0", "-0": "0", "0.0": "0", "007": "7", "5.": "5", ".5": "0.5", "9999999999999999": "10000000000000000",
		"1E400": "", "1e": "1", "x": "", "1.2.3": "", "-": "", "1e1000": "",
	} {
		if got, _ := decimal(stored); got != want {
			t.Errorf("%s: got %s, want %s", stored, got, want)
		}
	}
}

// 1 is 1 January 1900, 59 is 28 February; 60 never was; 61 is 1 March. 41820 is
// 30 June 2014, and 40358 in the system of 1904.
func TestDaysAreCountedFrom1900Or1904(t *testing.T) {
	for _, c := range []struct {
		number string
		is1904 bool
		want   string
	}{
		{"1", false, "1900-01-01"}, {"59", false, "1900-02-28"}, {"60", false, ""}, {"61", false, "1900-03-01"}, {"0", false, ""},
		{"41820", false, "2014-06-30"}, {"41820.99", false, "2014-06-30"}, {"40358", true, "2014-06-30"}, {"0", true, "1904-01-01"},
		{"2958465", false, "9999-12-31"}, {"2958466", false, ""}, {"-1", false, ""}, {"99999999999", false, ""}, {"", false, ""},
	} {
		if got, _ := day(c.number, c.is1904); got.String() != c.want {
			t.Errorf("%s (1904: %v): got %s, want %s", c.number, c.is1904, got, c.want)
		}
	}
}

func TestFormatsOfDaysAreKnown(t *testing.T) {
	for code, want := range map[string]bool{
		"yyyy\\-mm\\-dd": true, "dd/mm/yyyy;@": true, "[$-406]d. mmmm yyyy;@": true, "mmm": true, "m/d/yy h:mm": true, "[$-F800]dddd\\,\\ mmmm\\ dd\\,\\ yyyy": true,
		"General": false, "0.00": false, "#,##0.00\\ \"dage\"": false, "h:mm:ss": false, "[h]:mm": false, "0\\d": false, "[Red]0": false, "0;\"yd\"": false, "0%": false,
	} {
		if got := dateCode(code); got != want {
			t.Errorf("%s: %v", code, got)
		}
	}
}

// Other programs' workbooks: 1904, hidden sheets, several sheets, formats of dates,
// rich text, a title above.
func TestWorkbooksOfOtherProgramsAreRead(t *testing.T) {
	file := book(t, func(f *excelize.File) error {
		date1904 := true
		if err := f.SetWorkbookProps(&excelize.WorkbookPropsOptions{Date1904: &date1904}); err != nil {
			return err
		}
		style, err := f.NewStyle(&excelize.Style{NumFmt: 14})
		if err != nil {
			return err
		}
		return run(
			f.SetCellStr("Sheet1", "A1", "Plan for 2014"),
			f.SetSheetRow("Sheet1", "B3", &[]any{"Nummer", "Navn", "Aftalt dato", "Udført"}),
			f.SetSheetRow("Sheet1", "B4", &[]any{1, "a", 40358, true}),
			f.SetCellStyle("Sheet1", "D4", "D4", style),
			f.SetCellRichText("Sheet1", "C4", []excelize.RichTextRun{{Text: "to "}, {Text: "dele", Font: &excelize.Font{Bold: true}}}),
			newSheet(f, "Skjult"), f.SetSheetVisible("Skjult", false),
			newSheet(f, "Noter"), f.SetCellStr("Noter", "A1", "="),
		)
	})
	lines, info, err := readAll(file, steps)
	if err != nil || !slices.Equal(lines, []string{"1|to dele|2014-06-30|-|-|-|true|-"}) {
		t.Errorf("%q %v", lines, err)
	}
	if info.Sheet != "Sheet1" || !slices.Equal(info.Unread, []string{"Skjult", "Noter"}) || !slices.Equal(info.Hidden, []string{"Skjult"}) {
		t.Errorf("%+v", info)
	}
	named := steps
	named.Sheet = "noter"
	if got := refusal(t, file, named); !strings.Contains(got, "sheet.no_column") {
		t.Errorf("the named sheet is not the one read: %s", got)
	}
}

func run(errs ...error) error {
	for _, err := range errs {
		if err != nil {
			return err
		}
	}
	return nil
}

func newSheet(f *excelize.File, name string) error {
	_, err := f.NewSheet(name)
	return err
}

// A formula's value is taken only where the reader asks for what it came to.
func TestFormulasAreNotEvaluated(t *testing.T) {
	file := book(t, func(f *excelize.File) error {
		if err := cells(stepNames, []any{1, "a", nil, 2})(f); err != nil {
			return err
		}
		return run(f.SetCellFormula("Sheet1", "D2", "1+1"), f.SetCellFormula("Sheet1", "J2", "NOW()"))
	})
	if got := refusal(t, file, steps); got != "J2: sheet.beyond_names\nD2: sheet.formula" {
		t.Errorf("got %q", got)
	}
	file = book(t, func(f *excelize.File) error {
		return run(cells(stepNames, []any{1, "a", nil, 2})(f), f.SetCellFormula("Sheet1", "D2", "1+1"))
	})
	cached := steps
	cached.Cached = true
	if lines, _, err := readAll(file, cached); err != nil || !slices.Equal(lines, []string{"1|a|-|2|-|-|-|-"}) {
		t.Errorf("%q %v", lines, err)
	}
}

// changed is the archive with its parts' texts changed; a part that becomes empty is
// left out.
func changed(t *testing.T, file []byte, change func(name, text string) string) []byte {
	t.Helper()
	in, err := zip.NewReader(bytes.NewReader(file), int64(len(file)))
	if err != nil {
		t.Fatal(err)
	}
	var out bytes.Buffer
	archive := zip.NewWriter(&out)
	for _, f := range in.File {
		r, err := f.Open()
		if err != nil {
			t.Fatal(err)
		}
		text, err := io.ReadAll(r)
		if err != nil {
			t.Fatal(err)
		}
		if now := change(f.Name, string(text)); now != "" {
			w, err := archive.Create(f.Name)
			if err != nil {
				t.Fatal(err)
			}
			if _, err := io.WriteString(w, now); err != nil {
				t.Fatal(err)
			}
		}
	}
	if err := archive.Close(); err != nil {
		t.Fatal(err)
	}
	return out.Bytes()
}

func archiveOf(t *testing.T, names ...string) []byte {
	t.Helper()
	var out bytes.Buffer
	archive := zip.NewWriter(&out)
	for _, name := range names {
		if _, err := archive.Create(name); err != nil {
			t.Fatal(err)
		}
	}
	if err := archive.Close(); err != nil {
		t.Fatal(err)
	}
	return out.Bytes()
}

// Each workbook is refused whole, with every place.
func TestFaultyWorkbooksAreRefused(t *testing.T) {
	cpr := "010190" + "1234"
	sound := book(t, cells(stepNames, []any{1, "a"}))
	sheet1 := "xl/worksheets/sheet1.xml"
	swap := func(part, old, now string) []byte {
		return changed(t, sound, func(name, text string) string {
			if name == part {
				if !strings.Contains(text, old) {
					t.Fatalf("%s has no %s", part, old)
				}
				return strings.Replace(text, old, now, 1)
			}
			return text
		})
	}
	locked, err := excelize.Encrypt(sound, &excelize.Options{Password: "p"})
	if err != nil {
		t.Fatal(err)
	}
	wide := func(f *excelize.File) error {
		code := "000000\\-0000"
		style, err := f.NewStyle(&excelize.Style{CustomNumFmt: &code})
		return run(err, cells(stepNames, []any{1, "a", nil, nil, nil, 101901234})(f), f.SetCellStyle("Sheet1", "F2", "F2", style))
	}
	for name, c := range map[string]struct {
		file []byte
		want string
	}{
		"locked":                  {locked, ": sheet.encrypted"},
		"with macros":             {append(archiveOf(t, "xl/vbaProject.bin"), 0)[:len(archiveOf(t, "xl/vbaProject.bin"))], ": sheet.macros"},
		"of OpenDocument":         {archiveOf(t, "mimetype", "content.xml"), ": sheet.other_workbook"},
		"binary":                  {archiveOf(t, "xl/workbook.bin"), ": sheet.other_workbook"},
		"an archive":              {archiveOf(t, "a.txt"), ": sheet.not_workbook"},
		"parts twice":             {archiveOf(t, "_rels/.rels", "_rels/.RELS"), ": sheet.not_workbook"},
		"cut off":                 {sound[:len(sound)/2], ": sheet.truncated"},
		"without its sheet":       {changed(t, sound, func(n, text string) string { return without(n == sheet1, text) }), ": sheet.broken_workbook"},
		"cut off inside":          {swap(sheet1, "</row>", ""), ": sheet.broken_workbook"},
		"with a document type":    {swap(sheet1, "<worksheet", "<!DOCTYPE a [<!ENTITY b \"c\">]><worksheet"), ": sheet.broken_workbook"},
		"with an unknown entity":  {swap(sheet1, "<v>0</v>", "<v>&b;</v>"), ": sheet.broken_workbook"},
		"with a text that is not": {swap(sheet1, "<v>0</v>", "<v>99</v>"), ": sheet.broken_workbook"},
		"with rows out of order":  {swap(sheet1, `<row r="2"`, `<row r="1"`), ": sheet.broken_workbook"},
		"with cells out of order": {swap(sheet1, `r="B1"`, `r="A1"`), ": sheet.broken_workbook"},
		"with no sheet shown":     {swap("xl/workbook.xml", `name="Sheet1"`, `name="Sheet1" state="hidden"`), ": sheet.no_sheets"},
		"empty":                   {book(t, cells()), ": sheet.empty"},
		"names alone":             {book(t, cells(stepNames)), ": sheet.no_rows"},
		"a column missing":        {book(t, cells([]any{"Nummer", "Navn"}, []any{1, "a"})), "1: sheet.no_column"},
		"a column misspelt":       {book(t, cells([]any{"Numer", "Navn", "Aftalt dato"}, []any{1, "a"})), "A1: sheet.name_misspelt"},
		"a column twice":          {book(t, cells([]any{"Nummer", "Navn", "Aftalt dato", "navn"}, []any{1, "a"})), "D1: sheet.name_twice"},
		"a formula on top": {book(t, func(f *excelize.File) error {
			return run(cells(stepNames, []any{1})(f), f.SetCellFormula("Sheet1", "J1", "A1"))
		}), "J1: sheet.formula"},
		"an error":                  {swap(sheet1, `<c r="B2" t="s"><v>8</v></c>`, `<c r="B2" t="e"><v>#N/A</v></c>`), "B2: sheet.error_value"},
		"a number for a date":       {book(t, cells(stepNames, []any{1, "a", 41820})), "C2: sheet.date_number"},
		"yes for a number":          {book(t, cells(stepNames, []any{1, "a", nil, true})), "D2: sheet.number"},
		"a person number":           {book(t, cells(stepNames, []any{1, cpr})), "B2: sheet.person_number"},
		"a person number as number": {book(t, cells(stepNames, []any{1, "a", nil, nil, nil, 3112991234})), "F2: sheet.person_number"},
		"one that lost its nought":  {book(t, wide), "F2: sheet.person_number"},
		"the key twice":             {book(t, cells(stepNames, []any{1}, []any{2}, []any{"1"})), "A4: sheet.twice"},
		"the key empty":             {book(t, cells(stepNames, []any{nil, "a"})), "A2: sheet.blank"},
		"under no name":             {book(t, cells(stepNames, []any{1, "a", nil, nil, nil, nil, nil, nil, "x"})), "I2: sheet.beyond_names"},
		"names again":               {book(t, cells(stepNames, []any{1}, stepNames)), "3: sheet.header_twice"},
		"far to the right": {book(t, func(f *excelize.File) error {
			return run(cells(stepNames, []any{1})(f), f.SetCellStr("Sheet1", "XFD2", "x"))
		}), "XFD2: sheet.too_many_columns"},
		"merged cells": {book(t, func(f *excelize.File) error {
			return run(cells(stepNames, []any{1, "a"})(f), f.MergeCell("Sheet1", "B2", "B3"))
		}), "B2: sheet.merged"},
		"several": {book(t, cells(stepNames, []any{nil, "a", "i dag"}, []any{2, cpr, nil, "x", 0.001, 1.5, "?", "done"})),
			"A2: sheet.blank\nC2: sheet.date\nB3: sheet.person_number\nD3: sheet.number\nE3: sheet.money\nF3: sheet.whole\nG3: sheet.yes_no\nH3: sheet.choice"},
	} {
		if got := refusal(t, c.file, steps); got != c.want {
			t.Errorf("%s: got %q, want %q", name, got, c.want)
		}
	}
}

func without(leave bool, text string) string {
	if leave {
		return ""
	}
	return text
}

// Files that are small and would fill the memory, or never end.
func TestWorkbooksAreBounded(t *testing.T) {
	sound := book(t, cells(stepNames, []any{1, "a"}))
	stuffed := func(part, before, with string, times int) []byte {
		return changed(t, sound, func(name, text string) string {
			if name == part {
				at := strings.Index(text, before)
				return text[:at] + strings.Repeat(with, times) + text[at:]
			}
			return text
		})
	}
	const sheet1 = "xl/worksheets/sheet1.xml"
	small := steps
	small.Bounds = Bounds{Expanded: 8 << 20, Rows: 1000}
	for name, c := range map[string]struct {
		file []byte
		want string
	}{
		"a bomb of blanks": {stuffed(sheet1, "</sheetData>", strings.Repeat(" ", 1<<20), 20), "sheet.expands"},
		"a bomb of rows":   {stuffed(sheet1, "</sheetData>", "<row></row>", 1<<20), "sheet.expands"},
		"a bomb of texts":  {stuffed("xl/sharedStrings.xml", "</sst>", "<si><t>x</t></si>", 1<<20), "sheet.expands"},
		"a bomb of styles": {stuffed("xl/styles.xml", "</cellXfs>", "<xf/>", 2<<20), "sheet.expands"},
		"an endless text":  {stuffed("xl/sharedStrings.xml", "</sst>", "<si><t>"+strings.Repeat("x", 3<<20), 1), "sheet.expands"},
		"an endless tag":   {stuffed(sheet1, "</sheetData>", "<row a=\""+strings.Repeat("x", 3<<20), 1), "sheet.expands"},
	} {
		if got := refusal(t, c.file, small); !strings.HasSuffix(got, c.want) {
			t.Errorf("%s: got %q, want %q", name, got, c.want)
		}
	}
	rows := book(t, func(f *excelize.File) error {
		for i := range 1001 {
			if err := f.SetSheetRow("Sheet1", fmt.Sprintf("A%d", i+2), &[]any{i}); err != nil {
				return err
			}
		}
		return f.SetSheetRow("Sheet1", "A1", &stepNames)
	})
	if got := refusal(t, rows, small); got != "1002: sheet.too_many_rows" {
		t.Errorf("rows: %s", got)
	}
	small.Bounds.Bytes = 100
	if got := refusal(t, sound, small); got != ": sheet.file_too_large" {
		t.Errorf("bytes: %s", got)
	}
	noise := make([]byte, 1<<20)
	if _, err := rand.Read(noise); err != nil {
		t.Fatal(err)
	}
	if got := refusal(t, append([]byte("PK\x03\x04"), noise...), steps); got != ": sheet.truncated" {
		t.Errorf("noise: %s", got)
	}
}
