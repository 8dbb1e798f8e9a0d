package cases

import (
	"fmt"
	"strings"
	"testing"

	"opfyldt/internal/calendar"
)

// pushed reads cases as JSON and says what came of them: the references taken, or
// every faulty place with its code.
func pushed(t *testing.T, body string) string {
	t.Helper()
	p, err := OpenPushed(strings.NewReader(body), applications(t), calendar.MustDate("2014-11-03"))
	if err != nil {
		t.Fatal(err)
	}
	var lines []string
	for row, err := range p.Rows() {
		if err != nil {
			t.Fatal(err)
		}
		lines = append(lines, fmt.Sprintf("%s due %s", row.Reference, row.Due))
	}
	if _, err := p.Close(nil); err == nil {
		return strings.Join(lines, "\n")
	}
	lines = lines[:0]
	for _, problem := range p.faulty.Problems {
		lines = append(lines, problem.Header+" "+problem.Code)
	}
	return fmt.Sprintf("%d\n%s", p.faulty.Count, strings.Join(lines, "\n"))
}

const twoPushed = `{"reference":"S-1","received":"2014-01-15","concluded":"2014-06-10","kind":"Nyt nummer","more":{"Kommune":"Aarhus"}}
{"reference":"S-3","received":"2014-01-15","stops":[{"from":"2014-02-01","to":"2014-03-12","reason":"council"}]}`

// An array and lines of JSON are the same cases; each is judged as a file's row:
// 15 June, and 40 days more by the stop.
func TestPushedCasesAreJudgedAsAFilesRows(t *testing.T) {
	want := "S-1 due 2014-06-15\nS-3 due 2014-07-25"
	for _, body := range []string{twoPushed, twoPushed + "\n", " \r\n[" + strings.Replace(twoPushed, "\n", ",", 1) + "]\n"} {
		if got := pushed(t, body); got != want {
			t.Errorf("%s:\n%s", body, got)
		}
	}
}

// Each fault stands at its JSON pointer, and what is behind a case with one is read
// all the same.
func TestPushedFaultsStandAtTheirPointers(t *testing.T) {
	sound := `{"reference":"A","received":"2014-01-15"}`
	number := "010190" + "-1234" // a person number, made up
	for _, c := range []struct{ body, want string }{
		{``, "1\n cases.none_sent"},
		{`[]`, "1\n cases.none_sent"},
		{`[` + sound, "1\n/1 cases.json"},
		{`[` + sound + `] [`, "1\n cases.json"},
		{`reference;received`, "1\n/0 cases.json"},
		{`[7,` + sound + `]`, "1\n/0 field.object"},
		{`[{}]`, "2\n/0/reference field.needed\n/0/received field.needed"},
		{`[{"reference":"A","recieved":"2014-01-15"}]`, "1\n/0/recieved field.unknown_near"},
		{`[` + sound + `,{"reference":"B","received":"2014-02-31"}]`, "1\n/1/received field.date"},
		{`[{"reference":"B","received":"14-02-01"}]`, "1\n/0/received field.date"},
		{`[{"reference":"B","received":"2014-03-01","concluded":"2014-02-01"}]`, "1\n/0/concluded cases.before_receipt"},
		{`[{"reference":"B","received":"2014-12-01"}]`, "1\n/0/received cases.future"},
		{`[{"reference":"B","received":"1950-12-01"}]`, "1\n/0/received cases.too_early"},
		{`[{"reference":"` + number + `","received":"2014-01-15"}]`, "1\n/0/reference person-number"},
		{`[{"reference":"B","received":"2014-01-15","more":{"Navn":"` + number + `"}}]`, "1\n/0/more/Navn person-number"},
		{`[{"reference":"B","received":"2014-01-15","more":{"Navn":7}}]`, "1\n/0/more cases.more"},
		{`[{"reference":"` + strings.Repeat("B", 201) + `","received":"2014-01-15"}]`, "1\n/0/reference field.too_long"},
		{`[{"reference":"B\u0000","received":"2014-01-15"}]`, "1\n/0/reference intake.nul"},
		{`[{"reference":"B","received":"2014-01-15","stops":[{"from":"2014-02-01","to":"2014-01-31","reason":"council"}]}]`, "1\n/0/stops/0/to cases.stop_ends"},
		{`[{"reference":"B","received":"2014-01-15","stops":[{"to":"2014-01-31","reason":"council"}]}]`, "1\n/0/stops/0/from cases.stop_from"},
		{`[{"reference":"B","received":"2014-01-15","stops":[{"from":"2014-01-31"}]}]`, "1\n/0/stops/0/reason cases.stop_reason"},
	} {
		if got := pushed(t, c.body); got != c.want {
			t.Errorf("%.120s:\ngot  %q\nwant %q", c.body, got, c.want)
		}
	}
}

// Of many faults the first 200 are listed and all are counted; a case that never
// ends is not read to its end.
func TestPushedFaultsAndCasesAreBounded(t *testing.T) {
	got := pushed(t, strings.Repeat("{}\n", 300))
	if !strings.HasPrefix(got, "600\n") || strings.Count(got, "\n") != 200 {
		t.Errorf("%.100s … %d lines", got, strings.Count(got, "\n"))
	}
	if got := pushed(t, `[{"reference":"`+strings.Repeat("B", 2<<20)+`"}]`); got != "1\n/0 field.too_long" {
		t.Errorf("a long case: %.100s", got)
	}
}
