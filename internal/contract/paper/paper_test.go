package paper

import (
	"fmt"
	"strings"
	"testing"
)

// Tables of weights as they are pasted out of a PDF, a DOCX and a sheet.
func TestATableOfWeightsBecomesGoals(t *testing.T) {
	text := strings.Join([]string{
		"Mål                                          Vægt",
		"1. Den fremtidige personregistrering     12,5 pct.",
		"Mål 2: Digitalisering\t12,5 %",
		"| 3 | Sikkerhed i CPR-systemet | 25 |",
		"4.a Klagesager i 1. instans 1/12",
		"5) Nye personnumre . . . 40 point",
		"I alt                                    100 pct.",
		"Kontrakten gælder i 2014",
		"2014 2015 2016 2017",
	}, "\r\n")
	var got []string
	for _, w := range Weights(text) {
		got = append(got, fmt.Sprintf("%d: %s|%s|%s|%s|%s", w.Line, w.Number, w.Title, w.Value, w.Printed, w.Unit))
	}
	want := []string{
		"2: 1|Den fremtidige personregistrering|12.5|12,5|percent",
		"3: 2|Digitalisering|12.5|12,5|percent",
		"4: 3|Sikkerhed i CPR-systemet|25|25|",
		"5: 4.a|Klagesager i 1. instans|1/12|1/12|fractions",
		"6: 5|Nye personnumre|40|40|points",
	}
	if a, b := strings.Join(got, "\n"), strings.Join(want, "\n"); a != b {
		t.Errorf("got\n%s\nwant\n%s", a, b)
	}
}

// The last day that the words allow, by the contract's year where they name none.
func TestWordsForDays(t *testing.T) {
	for text, want := range map[string]string{
		"senest den 1. juli":                            "1. juli=2014-07-01",
		"Senest den 1. juli 2015 og igen 1. august":     "1. juli 2015=2015-07-01, 1. august=2014-08-01",
		"inden den 15. marts":                           "15. marts=2014-03-15?",
		"i løbet af 1. halvår 2014":                     "1. halvår 2014=2014-06-30",
		"drøftes i 2. halvår":                           "2. halvår=2014-12-31",
		"ved udgangen af 2014":                          "udgangen af 2014=2014-12-31",
		"ved udgangen af 3. kvartal":                    "3. kvartal=2014-09-30",
		"inden udgangen af februar 2016":                "udgangen af februar 2016=2016-02-29?",
		"ved årets slutning":                            "",
		"31-12-2014, 1/7/2014 og 2014-02-28":            "31-12-2014=2014-12-31, 1/7/2014=2014-07-01, 2014-02-28=2014-02-28",
		"den 30. februar":                               "",
		"by 1 July 2026":                                "1 July 2026=2026-07-01",
		"no later than July 1, 2026":                    "July 1, 2026=2026-07-01",
		"by the end of 2026":                            "end of 2026=2026-12-31",
		"in the first half of 2026":                     "first half of 2026=2026-06-30",
		"before 3 March":                                "3 March=2014-03-03?",
		"jf. lovbekendtgørelse nr. 5 af 9. januar 2013": "9. januar 2013=2013-01-09",
		"mindst 50 sager i 2014, 2015 og 2016":          "",
	} {
		var got []string
		for _, d := range Days(text, 2014) {
			doubt := ""
			if d.Doubt {
				doubt = "?"
			}
			got = append(got, d.Text+"="+d.Day.String()+doubt)
		}
		if s := strings.Join(got, ", "); s != want {
			t.Errorf("%s: got %s, want %s", text, s, want)
		}
	}
}

func TestWordsForTargetsAndLimits(t *testing.T) {
	text := "Mindst 95 pct. afsluttes inden for 6 måneder.\n" +
		"Afvigelsen er højst 2 % eller ≤ 2,5 pct.\n" +
		"At least 50 cases within 10 working days; within 30 days at most.\n"
	var got []string
	for _, x := range Targets(text) {
		got = append(got, fmt.Sprintf("%d %s %s %s", x.Line, x.Bound, x.Value, x.Unit))
	}
	for _, l := range Limits(text) {
		got = append(got, fmt.Sprintf("%d %d %s", l.Line, l.Limit.Count, l.Limit.Unit))
	}
	want := "1 at-least 95 pct.\n2 at-most 2 %\n2 at-most 2.5 pct.\n3 at-least 50 cases\n1 6 months\n3 10 working-days\n3 30 days"
	if s := strings.Join(got, "\n"); s != want {
		t.Errorf("got\n%s\nwant\n%s", s, want)
	}
}

// Whatever is pasted: no panic, and what is found lies within the text.
func FuzzPaper(f *testing.F) {
	f.Add("1. Mål 12,5 pct.\nsenest den 1. juli, mindst 95 pct. inden for 6 måneder")
	f.Fuzz(func(t *testing.T, text string) {
		n := len(lines(text))
		for _, w := range Weights(text) {
			if w.Line < 1 || w.Line > n || w.Title == "" {
				t.Errorf("%+v", w)
			}
		}
		for _, d := range Days(text, 2014) {
			if d.Line < 1 || d.Line > n || d.Day.IsZero() || !strings.Contains(lines(text)[d.Line-1], d.Text) {
				t.Errorf("%+v", d)
			}
		}
		Targets(text)
		Limits(text)
	})
}
