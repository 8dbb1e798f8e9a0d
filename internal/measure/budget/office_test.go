package budget

import (
	"os"
	"path/filepath"
	"testing"

	"opfyldt/internal/calendar"
)

// Files that LibreOffice saved, as a workbook with date cells and as text in
// Windows-1252 with semicolons, say the same: 2,019.75 kr. spent of 4,500.
func TestFilesThatLibreOfficeSaved(t *testing.T) {
	read := func(name string) []byte {
		file, err := os.ReadFile(filepath.Join("testdata", name))
		if err != nil {
			t.Fatal(err)
		}
		return file
	}
	until := calendar.MustDate("2014-03-31")
	for _, names := range [][2]string{{"base.xlsx", "postings.xlsx"}, {"base-1252.csv", "postings-1252.csv"}} {
		lines, _, err := ReadBase(read(names[0]), year.Months())
		if err != nil {
			t.Fatalf("%s: %v", names[0], err)
		}
		postings, info, err := ReadPostings(read(names[1]), lines, year, until)
		if err != nil {
			t.Fatalf("%s: %v", names[1], err)
		}
		a := AccountOf(lines, Spend(lines, year.Months(), postings), MonthsUntil(year.Months(), until))
		if a != (Account{Budget: 450_000, Spent: 201_975, Year: 1_800_050}) || lines[1].Title != "Drift og køb" || postings[0].Text != "Løn, januar" || postings[2].Day != until {
			t.Errorf("%v: %+v, %+v (%s %s)", names, a, postings, info.Format, info.Encoding)
		}
	}
}
