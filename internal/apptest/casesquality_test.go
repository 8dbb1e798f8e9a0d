package apptest

import (
	"net/http"
	"slices"
	"testing"
)

// oddCases holds one case of each sort that one should look at, beside S-1, which is
// as it should be, and A-1-2, which is not A-12.
const oddCases = `Sagsnummer;Modtaget;Afsluttet;Sagstype;Udfald;Stop1 fra;Stop1 til;Stop1 årsag
S-1;15-01-2014;10-06-2014;Nyt nummer;Afslag;;;
A-012;03-03-2014;01-04-2014;Nyt nummer;Afslag;;;
a 12;03-03-2014;02-04-2014;Nyt nummer;Afslag;;;
A-1-2;03-03-2014;02-04-2014;Nyt nummer;Afslag;;;
R-1;15-01-2014;08-03-2014;Nyt nummer;Afslag;;;
R-2;16-01-2014;18-04-2014;Nyt nummer;Afslag;;;
L-1;01-10-2009;06-05-2014;Nyt nummer;Afslag;;;
O-1;01-10-2014;;Nyt nummer;Afslag;;;
N-1;17-01-2014;10-06-2014;Nyt nummer;;;;
B-1;20-01-2014;10-03-2014;Nyt nummer;Afslag;01-03-2014;20-03-2014;Sagen behandles i Retslægerådet
P-1;21-01-2014;10-03-2014;Nyt nummer;Afslag;01-05-2014;05-05-2014;Sagen behandles i Retslægerådet
F-1;15-04-2014;10-06-2014;Nyt nummer;Afslag;01-04-2014;10-04-2014;Sagen behandles i Retslægerådet
F-2;22-01-2014;30-07-2014;Nyt nummer;Afslag;23-06-2014;01-07-2014;Sagen behandles i Retslægerådet
U-1;23-01-2014;10-06-2014;Nyt nummer;Afslag;01-04-2014;10-04-2014;Ferie
X-1;23-01-2013;14-12-2013;Nyt nummer;;;;
`

// Each check finds its cases and no other, and its link lists them; X-1, concluded on
// a Saturday of last year and without an outcome, is none of the year's.
func TestOddCasesAreFound(t *testing.T) {
	h := New(t)
	lead := h.As("lead")
	send(t, lead, "5a", oddCases, http.StatusCreated, ask("id", NewID()))
	var quality struct {
		Checked, Months int
		NotConcluded    []string
		NotReceived     []string
		Findings        []struct {
			Finding string
			Cases   int
		}
		Fence *struct{}
		Since struct{ New, Changed int }
	}
	read := func() {
		t.Helper()
		h.As("auditor").Get("/contracts/"+Contract+"/requirements/5a/cases/quality", &quality)
	}
	read()
	want := map[string][]string{
		"alike": {"A-012", "a 12"}, "rest-day": {"R-1", "R-2"}, "long-ago": {"L-1"}, "outlier": {}, "outcome-open": {"O-1"}, "no-outcome": {"N-1"},
		"before-stop-ended": {"B-1"}, "stop-afterwards": {"P-1"}, "stop-for-nothing": {"F-1", "F-2"}, "stop-unnamed": {"U-1"},
	}
	if quality.Checked != 14 || len(quality.Findings) != len(want) || quality.Fence != nil {
		t.Errorf("%+v", quality)
	}
	for _, f := range quality.Findings {
		if got := casesFound(lead, f.Finding); f.Cases != len(want[f.Finding]) || !slices.Equal(got, want[f.Finding]) {
			t.Errorf("%s: %d cases, listed %v, want %v", f.Finding, f.Cases, got, want[f.Finding])
		}
	}
	// Concluded in March, April, May, June and July; received in January, March, April and October.
	if quality.Months != 10 || !slices.Equal(quality.NotConcluded, []string{"2014-01", "2014-02", "2014-08", "2014-09", "2014-10"}) || len(quality.NotReceived) != 6 {
		t.Errorf("gaps: %+v", quality)
	}
	if quality.Since.New != 15 || len(casesFound(lead, "new")) != 15 || len(casesFound(lead, "changed")) != 0 {
		t.Errorf("the first import: %+v", quality.Since)
	}
	const more = "Sagsnummer;Modtaget;Afsluttet;Sagstype;Udfald\nS-1;15-01-2014;11-06-2014;Nyt nummer;Afslag\nS-2;15-01-2014;11-06-2014;Nyt nummer;Imødekommet\n"
	send(t, lead, "5a", more, http.StatusCreated, ask("id", NewID(), "part", "true"))
	read()
	if quality.Since.New != 1 || !slices.Equal(casesFound(lead, "new"), []string{"S-2"}) || quality.Since.Changed != 1 || !slices.Equal(casesFound(lead, "changed"), []string{"S-1"}) {
		t.Errorf("the second import: %+v, new %v, changed %v", quality.Since, casesFound(lead, "new"), casesFound(lead, "changed"))
	}
}

// casesFound names the cases of a finding.
func casesFound(c *Client, finding string) []string {
	var page struct{ Cases []struct{ Reference string } }
	c.Get("/contracts/"+Contract+"/requirements/5a/cases?finding="+finding, &page)
	names := []string{}
	for _, line := range page.Cases {
		names = append(names, line.Reference)
	}
	return names
}

// Open cases that come close to their limit are a task of the goal's lead, which leads
// to them, and are counted ahead.
func TestCasesCloseToTheirLimitWait(t *testing.T) {
	h := New(t)
	lead := h.As("lead")
	// Received 10 June, due 10 November: a week after the extract's day and today.
	const file = "Sagsnummer;Modtaget;Afsluttet;Sagstype;Udfald\nT-1;15-01-2014;10-06-2014;Nyt nummer;Afslag\nT-2;10-06-2014;;Nyt nummer;\nT-3;01-10-2014;;Nyt nummer;\n"
	send(t, lead, "5a", file, http.StatusCreated, ask("id", NewID()))
	tasks := tasksOf(lead, "cases_due")
	if len(tasks) != 1 || tasks[0].Day.String() != "2014-11-10" || tasks[0].Goal != "5" {
		t.Fatalf("%+v", tasks)
	}
	if others := tasksOf(h.As("auditor"), "cases_due"); len(others) != 0 {
		t.Errorf("the auditor: %+v", others)
	}
	var ahead struct {
		Open     int
		Line     string
		Warnings []struct{ Kind string }
		Bands    []struct {
			Cases    int
			From, To string
		}
		Late struct{ Spare int }
	}
	lead.Get("/contracts/"+Contract+"/requirements/5a/cases/ahead", &ahead)
	// 92 % of three cases is 2.76: all three must be in time.
	if ahead.Open != 2 || ahead.Late.Spare != 0 || len(ahead.Warnings) != 1 || ahead.Warnings[0].Kind != "soon" {
		t.Errorf("%+v", ahead)
	}
	for _, b := range ahead.Bands {
		if b.Cases == 0 || b.To == "" {
			continue
		}
		var page struct{ Cases []struct{ Reference string } }
		lead.Get("/contracts/"+Contract+"/requirements/5a/cases?state=open&dueFrom="+b.From+"&dueTo="+b.To, &page)
		if len(page.Cases) != b.Cases {
			t.Errorf("%+v: %+v", b, page)
		}
	}
	lead.Get("/contracts/"+Contract+"/requirements/5a/cases/ahead?asOf=2014-10-01", &ahead)
	if len(ahead.Bands) != 0 || ahead.Line != "" {
		t.Errorf("before anything was imported: %+v", ahead)
	}
}
