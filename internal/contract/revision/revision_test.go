package revision_test

import (
	"fmt"
	"strings"
	"testing"

	"opfyldt/internal/calendar"
	"opfyldt/internal/catalogue"
	"opfyldt/internal/contract"
	"opfyldt/internal/contract/library"
	"opfyldt/internal/contract/revision"
	"opfyldt/internal/exact"
)

// signed is the file of a contract that ships with the program.
func signed(t *testing.T, id string) string {
	t.Helper()
	f, err := library.Open(id)
	if err != nil {
		t.Fatal(err)
	}
	return string(f.Source)
}

func parse(t *testing.T, source string) *contract.Contract {
	t.Helper()
	c, problems := contract.Parse("contract", []byte(source))
	if problems.HasErrors() {
		t.Fatal(problems)
	}
	return c
}

// said puts the changes from one file to the other into words.
func said(t *testing.T, before, after string) string {
	t.Helper()
	var lines []string
	for _, c := range revision.Compare(parse(t, before), parse(t, after)) {
		lines = append(lines, catalogue.Text("da", c.Key, c.Params))
	}
	return strings.Join(lines, "\n")
}

func day(s string) calendar.Date { return calendar.MustDate(s) }

// The lines that an edit takes away and puts in, and what it means. Nothing else
// of the file may differ.
func TestEditsChangeNothingElse(t *testing.T) {
	source := signed(t, "cpr-2014")
	for name, c := range map[string]struct {
		edit        revision.Edit
		lines, said string
	}{
		"the agreed date": {
			revision.Edit{Step: &revision.StepEdit{ID: "plan.done", Due: day("2014-08-15")}},
			"-                    due: 2014-06-30 # G1: the first half of 2014\n" +
				"+                    due: 2014-08-15 # G1: the first half of 2014",
			"Mål 1, Udviklingsplanen: Planen er afleveret: fristen er flyttet fra 30. juni 2014 til 15. august 2014.",
		},
		"both dates": {
			revision.Edit{Step: &revision.StepEdit{ID: "lodging.live", Due: day("2014-12-30"), Planned: day("2014-11-14")}},
			"-                    planned: 2014-10-31\n-                    due: 2014-12-31\n" +
				"+                    planned: 2014-11-14\n+                    due: 2014-12-30",
			"Mål 2, Besvarelse af anmodninger om logiværtserklæring: Idriftsat: fristen er flyttet fra 31. december 2014 til 30. december 2014.\n" +
				"Mål 2, Besvarelse af anmodninger om logiværtserklæring: Idriftsat: planens dato er flyttet fra 31. oktober 2014 til 14. november 2014.",
		},
		"a planned date that was not there": {
			revision.Edit{Step: &revision.StepEdit{ID: "web-client.java-off", Planned: day("2014-12-15")}},
			"+                        planned: 2014-12-15",
			"Mål 7, Web-systemet: Java-klienten er lukket: planens dato er flyttet fra 31. december 2014 til 15. december 2014.",
		},
		"a report's day, in braces": {
			revision.Edit{Deadline: &revision.DeadlineEdit{ID: "q4", Due: day("2015-01-21")}},
			"-    - {id: q4, kind: quarterly, title: Rapport for 4. kvartal, period: {from: 2014-10-01, to: 2014-12-31}, due: 2015-01-14}\n" +
				"+    - {id: q4, kind: quarterly, title: Rapport for 4. kvartal, period: {from: 2014-10-01, to: 2014-12-31}, due: 2015-01-21}",
			"", // 14 days are agreed, so the file is refused: see below
		},
		"a target": {
			revision.Edit{Target: &revision.TargetEdit{Requirement: "4", Year: 2014, Value: exact.Int(96)}},
			"-                  - {year: 2014, bound: at-least, value: 95, result: not-yet} # G4\n" +
				"+                  - {year: 2014, bound: at-least, value: 96, result: not-yet} # G4",
			"Mål 4: måltallet er hævet fra 95 til 96 pct.",
		},
		"a target of another year": {
			revision.Edit{Target: &revision.TargetEdit{Requirement: "5b", Year: 2016, Value: exact.Int(53)}},
			"-                  - {year: 2016, bound: at-least, value: 54, result: not-yet}\n" +
				"+                  - {year: 2016, bound: at-least, value: 53, result: not-yet}",
			"Mål 5b: måltallet for 2016 er sænket fra 54 til 53 sager pr. måned.",
		},
	} {
		t.Run(name, func(t *testing.T) {
			edited, err := revision.Apply(source, c.edit)
			if err != nil {
				t.Fatal(err)
			}
			if got := changedLines(source, edited); got != c.lines {
				t.Errorf("lines\n%s\nwant\n%s", got, c.lines)
			}
			if c.said == "" {
				if _, problems := contract.Parse("contract", []byte(edited)); !problems.HasErrors() {
					t.Error("the file passes")
				}
				return
			}
			if got := said(t, source, edited); got != c.said {
				t.Errorf("said\n%s\nwant\n%s", got, c.said)
			}
		})
	}
}

// Two weights at once, so that they still sum to 100: 12.5 + 12.5 = 10 + 15.
func TestWeightsMoveTogether(t *testing.T) {
	source := signed(t, "cpr-2014")
	edited, err := revision.Apply(source,
		revision.Edit{Weight: &revision.WeightEdit{Goal: "1", Value: exact.Int(10), Printed: "10"}},
		revision.Edit{Weight: &revision.WeightEdit{Goal: "8", Value: exact.Int(15), Printed: "15"}})
	if err != nil {
		t.Fatal(err)
	}
	want := "-        weight: {value: 12.5, printed: \"12,5\"} # S2\n+        weight: {value: 10, printed: \"10\"} # S2\n" +
		"-        weight: {value: 12.5, printed: \"12,5\"} # S2\n+        weight: {value: 15, printed: \"15\"} # S2"
	if got := changedLines(source, edited); got != want {
		t.Errorf("lines\n%s\nwant\n%s", got, want)
	}
	words := "Mål 1: vægten er ændret fra 12,5 til 10 pct.\nMål 8: vægten er ændret fra 12,5 til 15 pct."
	if got := said(t, source, edited); got != words {
		t.Errorf("said %s", got)
	}
}

// F4: another economic goal. Its number, weight and scale are the old one's.
func TestAnotherGoalTakesAPlace(t *testing.T) {
	source := signed(t, "cpr-2014")
	edited, err := revision.Apply(source, revision.Edit{Goal: &revision.GoalEdit{
		Replaces: "8", ID: "8-2", Title: "Driftsudgifter pr. opslag", Measure: contract.Number, Bound: contract.AtMost,
		Value: exact.MustParse("0.42"), Unit: "kr.", Year: 2014,
	}})
	if err != nil {
		t.Fatal(err)
	}
	c := parse(t, edited)
	g := c.Goal("8-2")
	if c.Goal("8") != nil || g == nil || g.Number != "8" || !g.Weight.Value.Equal(exact.MustParse("12.5")) || g.LeadTitle != "Økonomilederen" {
		t.Fatalf("got %+v", g)
	}
	if target := g.Requirements[0].TargetFor(2014); target.Bound != contract.AtMost || target.Value.String() != "0.42" {
		t.Errorf("target %+v", target)
	}
	if got := said(t, source, edited); got != "Mål 8: Afvigelse mellem grundbudget og forbrug er erstattet af Driftsudgifter pr. opslag." {
		t.Errorf("said %s", got)
	}
	// Everything before and after the goal stays.
	at := strings.Index(source, "      - id: \"8\" # G8")
	end := strings.Index(source, "\nreporting:")
	if !strings.HasPrefix(edited, source[:at]) || !strings.HasSuffix(edited, source[end:]) {
		t.Error("more than the goal has changed")
	}
	// The replaced goal's own budget rules go along to a deviation.
	again, err := revision.Apply(source, revision.Edit{Goal: &revision.GoalEdit{
		Replaces: "8", ID: "8-2", Title: "Afvigelse fra udgiftsloftet", Measure: contract.Deviation, Bound: contract.AtMost,
		Value: exact.Int(1), Unit: "pct.", Year: 2014,
	}})
	if err != nil || parse(t, again).Goal("8-2").Requirements[0].Spending.BudgetSettled != day("2014-01-01") {
		t.Errorf("a deviation: %v", err)
	}
}

func TestEditsThatCannotBeMade(t *testing.T) {
	source := signed(t, "cpr-2014")
	for name, e := range map[string]revision.Edit{
		"edit.nothing":                     {},
		"edit.unknown what={step} id=gone": {Step: &revision.StepEdit{ID: "gone", Due: day("2014-08-15")}},
		"edit.same_id":                     {Goal: &revision.GoalEdit{Replaces: "8", ID: "8"}},
	} {
		_, err := revision.Apply(source, e)
		if err == nil {
			t.Errorf("%s passes", name)
			continue
		}
		code, _, _ := strings.Cut(name, " ")
		if !strings.Contains(err.Error(), code) {
			t.Errorf("got %v, want %s", err, name)
		}
	}
}

// A date within quotes, after signs of several bytes, in a file with Windows'
// ends of lines.
func TestPlacesAreFoundWhateverStandsBefore(t *testing.T) {
	source := strings.Replace(signed(t, "cpr-2014"), "title: Planen er afleveret\n                    due: 2014-06-30", "title: \"Æøå 😀\"\n                    due: '2014-06-30'", 1)
	source = strings.ReplaceAll(source, "\n", "\r\n")
	edited, err := revision.Apply(source, revision.Edit{Step: &revision.StepEdit{ID: "plan.done", Due: day("2014-08-15"), Planned: day("2014-08-01")}})
	if err != nil {
		t.Fatal(err)
	}
	want := strings.Replace(source, "due: '2014-06-30'", "planned: 2014-08-01\r\n                    due: 2014-08-15", 1)
	if edited != want {
		t.Errorf("got\n%s", changedLines(source, edited))
	}
}

// changedLines writes the lines that differ with their marks.
func changedLines(before, after string) string {
	var out []string
	for _, stretch := range revision.Lines(before, after) {
		for _, l := range stretch {
			switch l.Mark {
			case revision.Goes:
				out = append(out, "-"+l.Text)
			case revision.Comes:
				out = append(out, "+"+l.Text)
			}
		}
	}
	return strings.Join(out, "\n")
}

func TestLinesAreNumberedInBothFiles(t *testing.T) {
	before := "a\nb\nc\nd\ne\nf\ng\nh\ni\nj\nk\nl\n"
	after := "a\nB\nc\nd\ne\nf\ng\nh\ni\nj\nk\nk2\nl\n"
	var out []string
	for _, stretch := range revision.Lines(before, after) {
		for _, l := range stretch {
			out = append(out, fmt.Sprintf("%d %d %.1s%s", l.Before, l.After, l.Mark, l.Text))
		}
		out = append(out, "--")
	}
	want := "1 1 sa,2 0 rb,0 2 aB,3 3 sc,4 4 sd,5 5 se,--,9 9 si,10 10 sj,11 11 sk,0 12 ak2,12 13 sl,--"
	if got := strings.Join(out, ","); got != want {
		t.Errorf("got  %s\nwant %s", got, want)
	}
	if same := revision.Lines(before, before); len(same) != 0 {
		t.Errorf("the same: %v", same)
	}
}

func TestSealingAddsTheEntryAndTheNumber(t *testing.T) {
	amendment := contract.Amendment{
		Version: 2, From: day("2014-11-01"), Reason: "Udgiftsopfølgning \"2\"", Changes: []string{"Mål 4: måltallet er hævet."}, Ends: []string{"goal 9"}, Parties: "CPR: Direktøren",
		Agency: contract.Approval{By: "Ellen", On: day("2014-10-02")}, Department: contract.Approval{By: "Frank", On: day("2014-10-03")},
	}
	source := signed(t, "cpr-2014")
	for name, draft := range map[string]string{
		"an empty list":    source,
		"no list":          strings.Replace(source, "amendments: []\n", "", 1),
		"without an end":   strings.TrimSuffix(strings.Replace(source, "amendments: []\n", "", 1), "\n"),
		"a comment behind": strings.Replace(source, "amendments: []\n", "amendments: [] # none\n", 1),
	} {
		t.Run(name, func(t *testing.T) {
			sealed, err := revision.Seal(draft, amendment)
			if err != nil {
				t.Fatal(err)
			}
			c := parse(t, sealed)
			if c.Version != 2 || len(c.Amendments) != 1 || fmt.Sprint(c.Amendments[0]) != fmt.Sprint(amendment) {
				t.Errorf("got %+v", c.Amendments)
			}
			if len(revision.Compare(parse(t, draft), c)) != 0 {
				t.Error("sealing changes what was agreed")
			}
		})
	}
	// After another amendment, with comments below it.
	school := signed(t, "harbour-school-2025") + "\n# the end\n"
	amendment.Version, amendment.From = 3, day("2026-03-01")
	sealed, err := revision.Seal(school, amendment)
	if err != nil {
		t.Fatal(err)
	}
	if c := parse(t, sealed); c.Version != 3 || len(c.Amendments) != 2 || !strings.HasSuffix(sealed, "\n\n# the end\n") {
		t.Errorf("got %+v\n%s", c.Amendments, sealed[len(sealed)-600:])
	}
}

// Every difference has its sentence; a difference of no other kind is told too.
func TestDifferencesInWords(t *testing.T) {
	source := signed(t, "cpr-2014")
	for _, c := range []struct{ from, to, said string }{
		{"title: Klagesager", "title: Klager", "Mål 4: titlen er ændret fra Klagesager til Klager."},
		{"title: Resultatkontrakt for CPR-administrationen 2014", "title: Resultatkontrakt 2014", "Kontraktens titel er ændret fra Resultatkontrakt for CPR-administrationen 2014 til Resultatkontrakt 2014."},
		{"open-late-counts: false # A2\n                  dimensions", "open-late-counts: true\n                  dimensions", "Mål 4: ændret: hvordan sagerne tælles."},
		{"signatory: Kontorchefen", "signatory: Direktøren", "Ændret: parterne."},
		{"title: Awareness-kampagne", "title: Kampagne", "Mål 3: Kampagne er beskrevet anderledes."},
		{"title: Målgruppe og budskaber er lagt fast", "title: Målgruppen er fundet", "Mål 3, Awareness-kampagne: Målgruppen er fundet: trinnet er ændret."},
		{"why: Skalaen for mål 5 er kun 0 og 100.", "why: Skalaen er kun 0 og 100.", "Læsning A7 er ændret."},
		{"who: Departementet\n", "who: Ministeriet\n", "Forpligtelse F4 er ændret."},
		{"{share: 1/2, degree: 50}", "{share: 2/3, degree: 50}", "Mål 2: ændret: reglen fra resultat til grad."},
		{"2015, bound: at-least, value: 80}", "2015, bound: at-least, value: 80, tentative: true}", "Mål 6: måltallet for 2015 er ændret."},
		{"\n                  - {year: 2017, bound: at-least, value: 90}\n", "\n", "Mål 6: måltallet for 2017 er taget ud."},
	} {
		if !strings.Contains(source, c.from) {
			t.Fatalf("the file has no %q", c.from)
		}
		if got := said(t, source, strings.Replace(source, c.from, c.to, 1)); got != c.said {
			t.Errorf("got  %s\nwant %s", got, c.said)
		}
	}
	if got := said(t, source, source+"# a comment\n"); got != "" {
		t.Errorf("a comment: %s", got)
	}
}
