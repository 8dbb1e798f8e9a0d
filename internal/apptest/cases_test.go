package apptest

import (
	"fmt"
	"net/http"
	"net/url"
	"strings"
	"testing"
	"time"

	"opfyldt/internal/bulk"
)

// noteworthy of an import's answer.
type casesTaken struct {
	New, Changed, Unchanged, Vanished, Reopened int
	FaultCount                                  int
	Faults                                      []struct{ Cell, Message string }
	Changes                                     []struct {
		Sort, Reference string
		Cells           []struct{ Column, Before, After string }
	}
	After   struct{ Timely, Total, Open, OpenLate int }
	Expects string
	Degree  string
	Fact    *struct{ ID string }
}

// send imports a file of cases for a requirement of the contract.
func send(t *testing.T, c *Client, requirement, file string, status int, ask url.Values) casesTaken {
	t.Helper()
	ask.Set("name", "sager.csv")
	if !ask.Has("day") {
		ask.Set("day", "2014-11-03")
	}
	var out casesTaken
	a := c.Send("POST", casesOf(requirement)+"/imports?"+ask.Encode(), file, "Content-Type", "application/octet-stream")
	if status >= http.StatusBadRequest {
		if a.StatusCode != status {
			t.Fatalf("%d, want %d: %.400s", a.StatusCode, status, a.Text)
		}
		return out
	}
	Read(t, a, status, &out)
	return out
}

func casesOf(requirement string) string {
	return "/api/v1/contracts/" + Contract + "/requirements/" + requirement + "/cases"
}

func ask(pairs ...string) url.Values {
	q := url.Values{}
	for i := 0; i < len(pairs); i += 2 {
		q.Set(pairs[i], pairs[i+1])
	}
	return q
}

// threeCases: the first in time, the second too late, the third in time by its stop
// of the 40 days that the contract does not count.
const threeCases = `Sagsnummer;Modtaget;Afsluttet;Sagstype;Udfald;Kommune;Stop1 fra;Stop1 til;Stop1 årsag
S-1;15-01-2014;10-06-2014;Nyt nummer;Imødekommet;Aarhus;;;
S-2;15-01-2014;20-06-2014;Nyt nummer;Afslag;Odense;;;
S-3;15-01-2014;20-06-2014;Nyt nummer;Afslag;Odense;01-02-2014;12-03-2014;Sagen behandles i Retslægerådet
S-4;01-10-2014;;Nyt nummer;;Odense;;;
`

// A file of cases becomes rows, one fact, and the share that follows; the same file
// again writes nothing, and one case can be shown to be under the fact's root.
func TestCasesComeInAndTheShareFollows(t *testing.T) {
	h := New(t)
	lead := h.As("lead")
	seen := send(t, lead, "5a", threeCases, http.StatusOK, ask("preview", "true"))
	if seen.New != 4 || seen.Fact != nil || seen.After.Timely != 2 || seen.After.Total != 3 || seen.After.Open != 1 {
		t.Fatalf("preview: %+v", seen)
	}
	id := NewID()
	written := send(t, lead, "5a", threeCases, http.StatusCreated, ask("id", id, "compared", "true", "expects", ""))
	if written.Fact == nil || written.Fact.ID != id {
		t.Fatalf("written: %+v", written)
	}
	send(t, lead, "5a", threeCases, http.StatusOK, ask("id", id)) // the same request again
	if again := send(t, lead, "5a", threeCases, http.StatusOK, ask("id", NewID())); again.Fact != nil || again.Unchanged != 4 {
		t.Errorf("the same file again: %+v", again)
	}
	var goal struct {
		Requirements []struct {
			ID      string
			Results []struct {
				Words, Import string
				Figures       struct{ Timely, Total int }
			}
		}
	}
	lead.Get("/contracts/"+Contract+"/goals/5", &goal)
	result := goal.Requirements[0].Results
	if len(result) != 1 || result[0].Figures.Timely != 2 || result[0].Figures.Total != 3 || result[0].Import != id {
		t.Errorf("result: %+v", result)
	}
	proveOne(t, lead, "S-3", id)
	var one struct {
		Words string
		Steps []struct{ Words, Due string }
	}
	lead.Get("/contracts/"+Contract+"/requirements/5a/cases/one?reference=S-3", &one)
	// 15 June and the 40 days from 1 February to 12 March.
	if len(one.Steps) != 2 || one.Steps[0].Due != "2014-06-15" || one.Steps[1].Due != "2014-07-25" {
		t.Errorf("reckoning: %+v", one)
	}
}

func proveOne(t *testing.T, c *Client, reference, id string) {
	t.Helper()
	var p struct {
		Row, Root, Fact string
		Proof           bulk.Proof
	}
	c.Get("/contracts/"+Contract+"/requirements/5a/cases/proof?reference="+reference, &p)
	if err := p.Proof.Check([]byte(p.Row), p.Root); err != nil || p.Fact != id {
		t.Errorf("proof of %s under %s: %v", reference, p.Fact, err)
	}
	if p.Proof.Check([]byte(strings.Replace(p.Row, "Afslag", "Medhold", 1)), p.Root) == nil {
		t.Error("a changed row passed")
	}
}

// A later file supersedes by reference; what vanished is asked about; a case whose
// conclusion was taken back is open again.
func TestALaterFileSupersedesByReference(t *testing.T) {
	h := New(t)
	lead := h.As("lead")
	send(t, lead, "5a", threeCases, http.StatusCreated, ask("id", NewID(), "day", "2014-10-31"))
	later := strings.NewReplacer("10-06-2014", "", "S-4;01-10-2014;;", "S-5;01-10-2014;02-11-2014;").Replace(threeCases)
	send(t, lead, "5a", later, http.StatusUnprocessableEntity, ask("id", NewID()))
	seen := send(t, lead, "5a", later, http.StatusOK, ask("preview", "true"))
	if seen.New != 1 || seen.Changed != 1 || seen.Vanished != 1 || seen.Reopened != 1 || seen.Unchanged != 2 {
		t.Fatalf("preview: %+v", seen)
	}
	if seen.Changes[0].Sort != "changed" || seen.Changes[0].Cells[0].Before != "10 June 2014" || seen.Changes[0].Cells[0].After != "" {
		t.Errorf("first change: %+v", seen.Changes[0])
	}
	send(t, lead, "5a", later, http.StatusConflict, ask("id", NewID(), "vanished", "remove", "compared", "true", "expects", ""))
	written := send(t, lead, "5a", later, http.StatusCreated, ask("id", NewID(), "vanished", "remove", "compared", "true", "expects", seen.Expects))
	if written.After.Timely != 2 || written.After.Total != 3 || written.After.Open != 1 {
		t.Errorf("after: %+v", written.After)
	}
	var list struct {
		Found int
		Cases []struct{ Reference, State string }
	}
	lead.Get("/contracts/"+Contract+"/requirements/5a/cases?sort=reference", &list)
	if fmt.Sprint(list.Cases) != "[{S-1 late} {S-2 overdue} {S-3 timely} {S-5 timely}]" || list.Found != 4 {
		t.Errorf("list: %+v", list)
	}
	lead.Get("/contracts/"+Contract+"/requirements/5a/cases?sort=received&down=true&limit=1&state=timely", &list)
	if fmt.Sprint(list.Cases) != "[{S-5 timely}]" {
		t.Errorf("first of the timely: %+v", list.Cases)
	}
}

// Every faulty place is named, and nothing of the file is taken.
func TestAFaultyFileIsRefusedWithEveryPlace(t *testing.T) {
	h := New(t)
	lead := h.As("lead")
	file := `Sagsnummer;Modtaget;Afsluttet
A-1;31-02-2014;
A-2;01-03-2014;01-02-2014
A-3;01-12-2014;
A-2;01-03-2014;
`
	seen := send(t, lead, "5a", file, http.StatusOK, ask("id", NewID()))
	var places []string
	for _, f := range seen.Faults {
		places = append(places, f.Cell)
	}
	if fmt.Sprint(places) != "[B2 C3 B4]" || seen.FaultCount != 3 || seen.Fact != nil {
		t.Errorf("faults: %+v", seen.Faults)
	}
	twice := send(t, lead, "5a", "Sagsnummer;Modtaget;Afsluttet\nA-1;01-03-2014;\nA-1;02-03-2014;\n", http.StatusOK, ask("id", NewID()))
	if len(twice.Faults) != 1 || twice.Faults[0].Cell != "A3" {
		t.Errorf("twice: %+v", twice.Faults)
	}
}

// Double registrations: each month that has begun gets its count, and a month that
// did not change gets none anew.
func TestMonthsFollowFromCases(t *testing.T) {
	h := New(t)
	lead := h.As("lead")
	var file strings.Builder
	file.WriteString("Sagsnummer;Modtaget;Afsluttet\n")
	for month := time.January; month <= time.October; month++ {
		for n := range 50 + int(month) {
			fmt.Fprintf(&file, "D-%d-%d;01-12-2013;%02d-%02d-2014\n", month, n, 1+n%28, month)
		}
	}
	send(t, lead, "5b", file.String(), http.StatusCreated, ask("id", NewID(), "day", "2014-10-31"))
	if got := monthCounts(lead); got[0] != 51 || got[9] != 60 || len(got) != 10 {
		t.Errorf("counts: %v", got)
	}
	before := factCount(lead)
	send(t, lead, "5b", "Sagsnummer;Modtaget;Afsluttet\nD-new;01-12-2013;02-03-2014\n", http.StatusCreated, ask("id", NewID(), "day", "2014-10-31", "part", "true"))
	if got := monthCounts(lead); got[2] != 54 {
		t.Errorf("March after one more: %v", got)
	}
	if after := factCount(lead); after != before+2 { // the import and March
		t.Errorf("%d facts more, want 2", after-before)
	}
}

func monthCounts(c *Client) []int {
	var goal struct {
		Requirements []struct {
			ID      string
			Results []struct{ Figures struct{ Count int } }
		}
	}
	c.Get("/contracts/"+Contract+"/goals/5", &goal)
	var counts []int
	for _, r := range goal.Requirements[1].Results {
		counts = append(counts, r.Figures.Count)
	}
	return counts
}

func factCount(c *Client) int {
	var list struct{ Count int }
	c.Get("/contracts/"+Contract+"/facts?limit=1", &list)
	return list.Count
}
