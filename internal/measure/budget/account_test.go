package budget

import (
	"bytes"
	"fmt"
	"strings"
	"testing"

	"opfyldt/internal/calendar"
	"opfyldt/internal/exact"
	"opfyldt/internal/sheet"
)

var year = calendar.Period{From: calendar.MustDate("2014-01-01"), To: calendar.MustDate("2014-12-31")}

// header is a base budget's first line.
const header = "Linje;Navn;Januar;Februar;Marts;April;Maj;Juni;Juli;August;September;Oktober;November;December\n"

func baseOf(t *testing.T, file string) []BudgetLine {
	t.Helper()
	lines, _, err := ReadBase([]byte(file), year.Months())
	if err != nil {
		t.Fatal(err)
	}
	return lines
}

const twoLines = header + "10;Løn;1.000,00;1.000;1.000;1.000;1.000;1.000;1.000;1.000;1.000;1.000;1.000;1.000\n" +
	"20;Drift;500;500;500;500;500;500;500;500;500;500;500;500,50\n"

// The budget is 1,500 kr. a month, 18,000.50 for the year. Spent in the first quarter:
// 3,100 + 1,490 = 4,590 of 4,500, which deviates 90 / 4,500 = 2 % and keeps the goal; one
// øre more does not. If the rest goes by the budget, the year deviates 90 / 18,000.50.
func TestTheDeviationIsExact(t *testing.T) {
	lines := baseOf(t, twoLines)
	for _, c := range []struct {
		last, deviation string
		kept            bool
	}{{"90,00", "2", true}, {"90,01", "9001/4500", false}} {
		postings, _, err := ReadPostings([]byte("Bilag;Dato;Linje;Tekst;Beløb\n"+
			"A1;31-01-2014;10;Løn;3.100,00\nA2;2014-02-28;20;Drift;1.400\nA3;31.03.2014;20;Porto;"+c.last+"\n"), lines, year, calendar.MustDate("2014-03-31"))
		if err != nil {
			t.Fatal(err)
		}
		a := AccountOf(lines, Spend(lines, year.Months(), postings), MonthsUntil(year.Months(), calendar.MustDate("2014-03-31")))
		got := a.Deviation()
		if a.Budget != 450_000 || a.Year != 1_800_050 || !got.Equal(exact.MustParse(c.deviation)) || exact.Int(2).Less(*got) == c.kept {
			t.Errorf("%+v deviates %v, want %s", a, got, c.deviation)
		}
		if c.kept && !a.Planned().Equal(exact.Frac(9000*100, 1_800_050)) {
			t.Errorf("the year is planned at %v", a.Planned())
		}
	}
}

// Spending less deviates as spending more does; a budget of nothing has no deviation
// (reading A10).
func TestLessAndMoreDeviateAlike(t *testing.T) {
	less, more, none := Account{Budget: 100, Spent: 97}, Account{Budget: 100, Spent: 103}, Account{Spent: 5}
	if !less.Deviation().Equal(exact.Int(3)) || !more.Deviation().Equal(exact.Int(3)) || none.Deviation() != nil {
		t.Error(less.Deviation(), more.Deviation(), none.Deviation())
	}
}

// Postings are known by their references: of four, one stays, one has another amount,
// one is gone and one is new.
func TestImportsAreComparedByReference(t *testing.T) {
	day := calendar.MustDate("2014-01-31")
	post := func(reference string, amount int64) Posting { return Posting{reference, day, "10", "", amount} }
	c := Compare([]Posting{post("a", 1), post("b", 2), post("c", 3)}, []Posting{post("a", 1), post("b", 9), post("d", 4)})
	if c.Unchanged != 1 || len(c.Changed) != 1 || c.Before[0].Amount != 2 || c.Gone[0].Reference != "c" || c.New[0].Reference != "d" || c.Same() {
		t.Errorf("%+v", c)
	}
}

// Every faulty place is named by its cell, and the file is refused whole.
func TestFaultyFilesAreRefusedByTheirCells(t *testing.T) {
	lines := baseOf(t, twoLines)
	until := calendar.MustDate("2014-03-31")
	for row, want := range map[string]string{
		"A1;31-01-2013;10;x;1":                                "B2 budget.outside_year",
		"A1;01-01-2015;10;x;1":                                "B2 budget.outside_year",
		"A1;30-04-2014;10;x;1":                                "B2 budget.after_day",
		"A1;31-02-2014;10;x;1":                                "B2 sheet.no_such_day",
		"A1;i går;10;x;1":                                     "B2 sheet.date",
		"A1;;10;x;1":                                          "B2 sheet.blank",
		";31-01-2014;10;x;1":                                  "A2 sheet.blank",
		"A1;31-01-2014;;x;1":                                  "C2 sheet.blank",
		"A1;31-01-2014;11;x;1":                                "C2 budget.unknown_line_near",
		"A1;31-01-2014;Husleje;x;1":                           "C2 budget.unknown_line",
		"A1;31-01-2014;10;x;":                                 "E2 sheet.blank",
		"A1;31-01-2014;10;x;mange":                            "E2 sheet.money",
		"A1;31-01-2014;10;x;1,234":                            "E2 sheet",
		"A1;31-01-2014;10;x;1.23.4":                           "E2 sheet",
		"A1;31-01-2014;10;x;9.999.999.999.999,00":             "E2 budget.amount_large",
		"A1;31-01-2014;10;010170-1234;1":                      "D2 sheet.person_number",
		"A1;31-01-2014;10;x;1\nA1;31-01-2014;10;y;2":          "A3 sheet",
		"A1;31-01-2014;10;x;1;2":                              "sheet",
		"A1;31-01-2014;10;" + strings.Repeat("x", 201) + ";1": "D2 field.too_long",
		strings.Repeat("B", 41) + ";31-01-2014;10;x;1":        "A2 field.too_long",
	} {
		_, _, err := ReadPostings([]byte("Bilag;Dato;Linje;Tekst;Beløb\n"+row+"\n"), lines, year, until)
		if got := firstFault(err); !strings.Contains(got, want) && !strings.HasPrefix(got, want) {
			t.Errorf("%.60s: %q, want %q", row, got, want)
		}
	}
	for name, file := range map[string]string{
		"no names": "10;Løn;1\n", "a month missing": strings.Replace(header, ";December", "", 1) + "10;Løn" + strings.Repeat(";1", 11) + "\n",
		"a line twice": twoLines + "10;Igen" + strings.Repeat(";1", 12) + "\n", "an empty month": header + "10;Løn;" + strings.Repeat(";1", 11) + "\n",
		"no amount": header + "10;Løn;x" + strings.Repeat(";1", 11) + "\n", "no name": header + "10;" + strings.Repeat(";1", 12) + "\n",
		"no line": header + ";Løn" + strings.Repeat(";1", 12) + "\n", "a third of an øre": header + "10;Løn;0,001" + strings.Repeat(";1", 11) + "\n",
		"empty": "", "a picture": "\x89PNG\r\n\x1a\n\x00\x00",
	} {
		if _, _, err := ReadBase([]byte(file), year.Months()); firstFault(err) == "" {
			t.Errorf("%s: taken (%v)", name, err)
		}
	}
	var many bytes.Buffer
	many.WriteString("Bilag;Dato;Linje;Tekst;Beløb\n")
	for i := range 250 {
		fmt.Fprintf(&many, "B%d;31-01-2014;77;x;1\n", i)
	}
	_, _, err := ReadPostings(many.Bytes(), lines, year, until)
	if f, ok := err.(*sheet.Faulty); !ok || f.Count != 250 || len(f.Problems) != sheet.MostListed { //nolint:errorlint // it is returned as it is
		t.Errorf("250 faults: %v", err)
	}
}

func firstFault(err error) string {
	f, ok := err.(*sheet.Faulty) //nolint:errorlint // it is returned as it is
	if !ok || len(f.Problems) == 0 {
		return ""
	}
	return f.Problems[0].Place() + " " + f.Problems[0].Code
}
