package draft

import (
	"strings"
	"testing"

	"opfyldt/internal/calendar"
	"opfyldt/internal/contract"
	"opfyldt/internal/exact"
)

func lighthouse() Draft {
	value := exact.Int(95)
	return Draft{
		ID: "fyr-2031", Language: "da", Title: "Aftale for Fyrvæsenet: \"2031\"", Agency: "Fyrvæsenet på Ærø", Department: "Søfartens departement",
		Signed: calendar.MustDate("2030-12-16"), From: calendar.MustDate("2031-01-01"), To: calendar.MustDate("2031-12-31"),
		Weights: contract.Percents, Sum: exact.Int(100),
		Goals: []Goal{
			{Number: "1", Title: "Nye lamper", Weight: exact.Frac(125, 2), Printed: "62,5", Scale: YesNo, Place: Place{Page: "4", Table: "1"},
				Requirements: []Requirement{{Title: "Lamperne er tændt", Measure: contract.Milestones, Steps: []Step{
					{Title: "Købt", Due: calendar.MustDate("2031-03-03"), Place: Place{Line: 12, Words: "senest den 3. marts"}},
					{Title: "Tændt", Due: calendar.MustDate("2031-12-31")},
				}}}},
			{Number: "2", Title: "Klager", Weight: exact.Frac(75, 2), Printed: "37,5", Scale: YesNo,
				Requirements: []Requirement{{Title: "Til tiden", Measure: contract.Timeliness, Unit: "pct.", Bound: contract.AtLeast, Value: &value,
					Limit: &Limit{Count: 6, Unit: contract.InMonths}}, {Title: "Antal", Measure: contract.MonthlyCount, Value: &value}}},
		},
	}
}

// What was answered passes the check, with its places as comments.
func TestWhatWasAnsweredIsASoundFile(t *testing.T) {
	source := Write(lighthouse())
	c, problems := contract.Parse("draft", []byte(source))
	if len(problems) > 0 {
		t.Fatalf("%s\n%s", problems, source)
	}
	if c.Agency.ID != "fyrvaesenet-paa-aeroe" || c.Title != `Aftale for Fyrvæsenet: "2031"` {
		t.Errorf("%s %s", c.Agency.ID, c.Title)
	}
	if w := c.Goal("1").Weight; w.Printed != "62,5" || !w.Value.Equal(exact.Frac(125, 2)) {
		t.Errorf("weight %+v", w)
	}
	if _, r := c.Requirement("2a"); r == nil || r.Cases.Limit.Count != 6 || r.Targets[0].Value.String() != "95" {
		t.Errorf("%+v", r)
	}
	for _, comment := range []string{`# page 4, table 1`, `# line 12, "senest den 3. marts"`} {
		if !strings.Contains(source, comment) {
			t.Errorf("no comment %s in\n%s", comment, source)
		}
	}
}

// What was not answered is asked by the check, at its line, and not guessed.
func TestWhatWasNotAnsweredIsAsked(t *testing.T) {
	d := lighthouse()
	d.Signed = calendar.Date{}
	d.Goals[0].Requirements[0].Steps[0].Due = calendar.Date{}
	d.Goals[1].Requirements[0].Limit = nil
	d.Goals[1].Requirements[1].Value = nil
	d.Goals[1].Weight = exact.Int(30)
	_, problems := contract.Parse("draft", []byte(Write(d)))
	var asked []string
	for _, p := range problems {
		asked = append(asked, p.Field)
	}
	want := "signed weights.sum blocks[0].goals[0].requirements[0].items[0].steps[0].due " +
		"blocks[0].goals[1].requirements[0].cases.limit.count blocks[0].goals[1].requirements[1].targets[0].value"
	for _, field := range strings.Fields(want) {
		if !strings.Contains(strings.Join(asked, " ")+" ", field+" ") {
			t.Errorf("%s is not asked; asked are %v", field, asked)
		}
	}
}

// A comment cannot end its line and begin another key.
func TestAPlaceStaysInItsComment(t *testing.T) {
	d := lighthouse()
	d.Goals[0].Place = Place{Words: "a\nid: other\r\n# b", Page: "1\n2"}
	if _, problems := contract.Parse("draft", []byte(Write(d))); len(problems) > 0 {
		t.Error(problems)
	}
}
