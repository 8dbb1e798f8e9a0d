package sheet

import (
	"bytes"
	"errors"
	"io"
	"iter"
	"os"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/xuri/excelize/v2"

	"opfyldt/internal/calendar"
	"opfyldt/internal/exact"
)

var heads = []Head{{Name: "Nummer"}, {Name: "Navn", Width: 40}, {Name: "Aftalt dato"}, {Name: "Andel"}, {Name: "Beløb"}, {Name: "Antal"}}

func written(t *testing.T, style Style, rows ...[]any) []byte {
	t.Helper()
	var out bytes.Buffer
	w, err := NewWriter(&out, style, heads)
	if err != nil {
		t.Fatal(err)
	}
	for _, r := range rows {
		if err := w.Row(r...); err != nil {
			t.Fatal(err)
		}
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	return out.Bytes()
}

func TestATextFileIsWrittenAsTheLanguageHasIt(t *testing.T) {
	day := calendar.MustDate("2014-06-30")
	row := []any{1, "a;b", day, exact.MustParse("12.5"), Ore(123450), int64(-7)}
	da := "\ufeffNummer;Navn;Aftalt dato;Andel;Beløb;Antal\r\n1;\"a;b\";2014-06-30;12,5;1234,50;-7\r\n"
	en := "\ufeffNummer,Navn,Aftalt dato,Andel,Beløb,Antal\r\n1,a;b,2014-06-30,12.5,1234.50,-7\r\n"
	if got := string(written(t, Style{Format: CSV, Danish: true}, row)); got != da {
		t.Errorf("Danish: %q", got)
	}
	if got := string(written(t, Style{Format: CSV}, row)); got != en {
		t.Errorf("English: %q", got)
	}
	// 1/3 has no end: twelve decimals of it; an instant in UTC.
	at := time.Date(2014, 6, 30, 12, 5, 0, 0, calendar.Copenhagen())
	if got := string(written(t, Style{Format: CSV}, []any{exact.Frac(1, 3), at, calendar.Date{}, nil, time.Time{}, true})); !strings.HasSuffix(got, "\r\n0.333333333333,2014-06-30T10:05:00Z,,,,true\r\n") {
		t.Errorf("got %q", got)
	}
}

// tricky are texts that would run, or look as if they were something else.
var tricky = []string{"=1+1", "+45 12", "-x", "@SUM(A1)", "\t=1", "\r=1", "'=1", "''-x", "'x", "'", "=", "0012", "1.1", "2014-06-30", "TRUE",
	"<b>&amp;\"x\"</b>", "_x000D_", "a\u0001b", "a\nb", " x", "\u00e6\U0001F600", "]]>", "sep=;", "\ufeff"}

// Whatever text is written, the same is read again, and none of it is a formula.
func TestTextsComeBackAsTheyWere(t *testing.T) {
	shape := Shape{Columns: []Column{{Key: "n", Names: []string{"Nummer"}}, {Key: "name", Names: []string{"Navn"}}}}
	for _, style := range []Style{{Format: CSV, Danish: true}, {Format: CSV}, {Format: XLSX, Name: "Plan"}} {
		var rows [][]any
		for i, text := range tricky {
			rows = append(rows, []any{i, text, nil, nil, nil, nil})
		}
		file := written(t, style, rows...)
		table, err := Open(bytes.NewReader(file), int64(len(file)), shape)
		if err != nil {
			t.Fatal(err)
		}
		n := 0
		for r := range table.Rows() {
			if got := r.Text("name"); got != strings.TrimSpace(tricky[n]) {
				t.Errorf("%+v: %q came back as %q", style, tricky[n], got)
			}
			n++
		}
		if _, err := table.Close(); err != nil || n != len(tricky) {
			t.Errorf("%+v: %d rows, %v", style, n, err)
		}
	}
}

// What spreadsheets see of a text file's cells never begins with what they run.
func TestNoCellOfATextFileRuns(t *testing.T) {
	for _, text := range tricky {
		if got := guard(text); strings.ContainsAny(got[:1], runs) {
			t.Errorf("%q is written as %q", text, got)
		}
	}
}

// Another program reads the workbook: the cells' kinds, the names that stay in
// sight, the widths, and no formula anywhere.
func TestAnotherProgramReadsTheWorkbook(t *testing.T) {
	file := written(t, Style{Format: XLSX, Name: "Plan: mål [1]/2"},
		[]any{1, "=1+1", calendar.MustDate("2014-06-30"), exact.MustParse("12.5"), Ore(123450), 7},
		[]any{2, "a\nb", calendar.Date{}, nil, nil, nil})
	f, err := excelize.OpenReader(bytes.NewReader(file))
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	name := f.GetSheetName(0)
	if name != "Plan  mål  1  2" {
		t.Errorf("sheet %q", name)
	}
	for cell, want := range map[string]string{"A1": "Nummer", "B2": "=1+1", "C2": "2014-06-30", "D2": "12.5", "E2": "1,234.50", "F2": "7", "B3": "a\nb", "C3": ""} {
		if got, err := f.GetCellValue(name, cell); err != nil || got != want {
			t.Errorf("%s: %q %v, want %q", cell, got, err, want)
		}
		if formula, err := f.GetCellFormula(name, cell); err != nil || formula != "" {
			t.Errorf("%s runs: %q %v", cell, formula, err)
		}
	}
	panes, err := f.GetPanes(name)
	if err != nil || !panes.Freeze || panes.YSplit != 1 {
		t.Errorf("panes %+v %v", panes, err)
	}
	if width, err := f.GetColWidth(name, "B"); err != nil || width != 40 {
		t.Errorf("width %v %v", width, err)
	}
}

// Another program reads each sheet of a workbook that has several.
func TestAWorkbookOfSeveralSheets(t *testing.T) {
	one := func(text string) iter.Seq2[[]any, error] {
		return func(yield func([]any, error) bool) { yield([]any{text, 7}, nil) }
	}
	heads := []Head{{Name: "Hvad"}, {Name: "Tal"}}
	var file bytes.Buffer
	if err := WriteBook(&file, []Part{{"Plan", heads, one("a")}, {"Udtræk", heads, one("=b")}, {"Log", heads[:1], one("c")}}); err != nil {
		t.Fatal(err)
	}
	f, err := excelize.OpenReader(&file)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	if names := f.GetSheetList(); !slices.Equal(names, []string{"Plan", "Udtræk", "Log"}) {
		t.Errorf("sheets: %q", names)
	}
	for sheet, want := range map[string]string{"Plan": "a", "Udtræk": "=b", "Log": "c"} {
		if got, err := f.GetCellValue(sheet, "A2"); err != nil || got != want {
			t.Errorf("%s: %q %v", sheet, got, err)
		}
	}
	broken := errors.New("broken")
	fails := func(yield func([]any, error) bool) { yield(nil, broken) }
	if err := WriteBook(io.Discard, []Part{{"Plan", heads, fails}}); !errors.Is(err, broken) {
		t.Errorf("what a row brings along: %v", err)
	}
}

// A workbook of ours that LibreOffice opened and saved reads as it was:
// testdata/ours.xlsx is the one given to it.
func TestLibreOfficeOpensAndSavesTheWorkbook(t *testing.T) {
	want := oursRead
	for _, name := range []string{"testdata/ours.xlsx", "testdata/ours-saved.xlsx"} {
		file, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		lines, _, err := readAll(file, steps)
		if err != nil || !slices.Equal(lines, want) {
			t.Errorf("%s: %q %v", name, lines, err)
		}
	}
}

// As CSV it saves the text that looks like a formula without what keeps it from
// running: such a cell is not taken.
func TestAFormulaInATextFileIsRefused(t *testing.T) {
	file, err := os.ReadFile("testdata/ours-saved.csv")
	if err != nil {
		t.Fatal(err)
	}
	if got := refusal(t, file, steps); got != "B2: sheet.formula" {
		t.Errorf("got %q", got)
	}
}

// oursRead is what is read of testdata/ours.xlsx: a text like a formula, leading
// noughts, line breaks, the calendar's ends, exact numbers and money.
var oursRead = []string{
	"1|=1+1|2014-06-30|12.5|123450|7|-|-",
	"2|0012|2014-02-28|0.1|-5|-3|-|-",
	"3|to\nlinjer; \"æøå\"|1900-03-01|1.1|0|1000000|-|-",
	"4|@x|2100-12-31|-|-|-|-|-",
}

type full struct{ left int }

var errFull = errors.New("full")

func (f *full) Write(b []byte) (int, error) {
	if f.left -= len(b); f.left < 0 {
		return 0, errFull
	}
	return len(b), nil
}

// A writer that can write no more says so, at the latest when it is closed.
func TestWritersPassOnWhatGoesWrong(t *testing.T) {
	for _, format := range []Format{CSV, XLSX} {
		for left := range 30 {
			w, err := NewWriter(&full{left * 100}, Style{Format: format}, heads)
			for i := 0; i < 2000 && err == nil; i++ {
				err = w.Row(i, "a", nil, nil, nil, nil)
			}
			if err == nil {
				err = w.Close()
			}
			if !errors.Is(err, errFull) {
				t.Fatalf("%s after %d bytes: %v", format, left*100, err)
			}
		}
	}
}
