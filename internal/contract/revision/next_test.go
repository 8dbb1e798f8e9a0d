package revision_test

import (
	"fmt"
	"strings"
	"testing"

	"opfyldt/internal/contract"
	"opfyldt/internal/contract/revision"
)

func nextOf(t *testing.T, source, id string) revision.NextYear {
	t.Helper()
	n, err := revision.Next(source, id)
	if err != nil {
		t.Fatal(err)
	}
	return n
}

// Next year's file is this year's with its days a year later. The check asks only
// what a person alone knows: when it was signed, and what the goals without an
// outlook (2, 3 and 7) aim at. The others' targets are those of the outlook.
func TestNextYearFromThisYear(t *testing.T) {
	source := signed(t, "cpr-2014")
	n := nextOf(t, source, "cpr-2015")
	_, problems := contract.Parse("next", []byte(n.Source))
	var asked []string
	for _, p := range problems {
		if p.Severity == contract.Error {
			asked = append(asked, p.Field+": "+p.Wrong)
		}
	}
	const missing = ".requirements[0].targets: there is no target for 2015, the contract's year"
	if got := strings.Join(asked, "\n"); got != "signed: has no value\nblocks[0].goals[1]"+missing+
		"\nblocks[0].goals[2]"+missing+"\nblocks[1].blocks[1].goals[1]"+missing {
		t.Errorf("the check asks:\n%s", got)
	}
	c := parse(t, answered(n.Source, "2014-12-17", 2014))
	if c.ID != "cpr-2015" || c.Title != "Resultatkontrakt for CPR-administrationen 2015" ||
		c.Period.From != day("2015-01-01") || c.Period.To != day("2015-12-31") {
		t.Errorf("%s %q %v", c.ID, c.Title, c.Period)
	}
	_, complaints := c.Requirement("4")
	if got := complaints.TargetFor(2015).Value.String(); got != "96" {
		t.Errorf("goal 4 aims at %s in 2015, want 96 by the outlook", got)
	}
	if q1 := c.Reporting.Deadlines[0]; q1.Due != day("2015-04-14") || q1.Title != "Rapport for 1. kvartal" {
		t.Errorf("%+v", q1)
	}
	if strings.Count(n.Source, "#") != strings.Count(source, "#") {
		t.Error("a comment is lost")
	}
	// Table 2's text still speaks of the wave plan of 2014: a person must read it.
	found := false
	for _, s := range n.Speaks {
		found = found || s.Text == "title: Fem tjenester i bølgeplanen for 2014"
	}
	if !found {
		t.Errorf("lines that speak of 2014: %v", n.Speaks)
	}
}

// answered writes what the check asks: the day of signature, and where the outlook
// has no target, the same again.
func answered(source, signed string, year int) string {
	source = strings.Replace(source, "\nsigned: \n", "\nsigned: "+signed+"\n", 1)
	old, now := fmt.Sprintf("year: %d", year), fmt.Sprintf("year: %d", year+1)
	lines := strings.Split(source, "\n")
	for i, line := range lines {
		if strings.Contains(line, old) && !strings.Contains(strings.Join(lines[i+1:i+4], ""), now) {
			lines[i] = strings.Replace(line, old, now, 1)
		}
	}
	return strings.Join(lines, "\n")
}

// A leap day has no place in the year after: its month's last day takes it.
func TestTheDayAfterALeapDay(t *testing.T) {
	leap := strings.Replace(signed(t, "cpr-2014"), "due: 2014-03-31\n", "due: 2016-02-29\n", 1)
	if n := nextOf(t, leap, "x"); !strings.Contains(n.Source, "due: 2017-02-28\n") {
		t.Error("29 February 2016 did not become 28 February 2017")
	}
}

// Amendments belong to the year that they changed.
func TestNextYearBeginsWithoutAmendments(t *testing.T) {
	n := nextOf(t, signed(t, "harbour-school-2025"), "harbour-school-2026")
	c := parse(t, answered(n.Source, "2026-06-16", 2025))
	if c.Version != 1 || len(c.Amendments) != 0 || c.Period.From != day("2026-07-01") || c.Period.To != day("2027-06-30") {
		t.Errorf("version %d, %d amendments, %v", c.Version, len(c.Amendments), c.Period)
	}
}

// Two years compared say what was agreed anew, not that a year has passed.
func TestTwoYearsInWords(t *testing.T) {
	before := signed(t, "cpr-2014")
	after := answered(nextOf(t, before, "cpr-2015").Source, "2014-12-17", 2014)
	after = strings.Replace(after, "due: 2015-06-30 # G1", "due: 2015-08-31 # G1", 1)
	want := []string{
		"Kontraktens titel er ændret fra Resultatkontrakt for CPR-administrationen 2014 til Resultatkontrakt for CPR-administrationen 2015.",
		"Perioden er ændret til 1. januar 2015 – 31. december 2015.",
		"Ændret: underskriftens dag.",
		"Mål 1: måltallet for 2015 er ændret.", // from the plan to its first phase
		"Mål 1, Udviklingsplanen: Planen er afleveret: fristen er flyttet fra 30. juni 2015 til 31. august 2015.",
		"Mål 4: måltallet er hævet fra 95 til 96 pct.",
		"Mål 5a: måltallet er hævet fra 92 til 93 pct.",
		"Mål 5b: måltallet er hævet fra 50 til 52 sager pr. måned.",
		"Mål 6: måltallet er hævet fra 75 til 80 pct.",
	}
	got := said(t, before, after)
	for _, line := range want {
		if !strings.Contains(got, line) {
			t.Errorf("not said: %s", line)
		}
	}
	if t.Failed() {
		t.Log(got)
	}
}
