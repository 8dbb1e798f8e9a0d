package apptest

import (
	"fmt"
	"net/http"
	"strings"
	"testing"

	"opfyldt/internal/portfolio"
)

func TestThePortfolioFollowsTheLogs(t *testing.T) {
	t.Parallel()
	h := New(t)
	lead, department := h.As("lead"), h.As("department")
	read := func(query string) portfolio.Portfolio {
		var p portfolio.Portfolio
		department.Get("/portfolio"+query, &p)
		return p
	}
	before := read("")
	if len(before.Lines) != 2 || before.Tally.Pending != 0 || before.Lines[0].Counts.Late == 0 || len(before.Lines[0].Goals) != 8 {
		t.Fatalf("two contracts of eight goals, their steps late in November: %+v", before.Tally)
	}
	lead.Post(path("/steps/%s/updates", "web-client.in-use"), map[string]any{"id": NewID(), "day": "2014-10-30", "status": "done"}, http.StatusCreated, nil)
	for _, l := range read("?sort=total&down=true").Lines {
		if want := map[string]string{Contract: "12.5", Other: "0"}[l.Contract.ID]; l.Total.Worst.String() != want {
			t.Errorf("%s: %s, want %s", l.Contract.ID, l.Total.Worst, want)
		}
	}
	if then := read("?asOf=2014-10-01"); len(then.Lines) != 0 {
		t.Errorf("before the logs began: %+v", then.Lines)
	}
	file := department.Send("GET", "/api/v1/portfolio/table?format=csv&text="+Other, "", "Accept-Language", "en")
	if file.StatusCode != http.StatusOK || strings.Count(file.Text, "\r\n") != 1+8 {
		t.Errorf("the file: %d %s", file.StatusCode, file.Text)
	}
}

// Thirty contracts, each of another agency: 0, 10 and 20 are of 2013, the step that
// decides is late in 4, 9, 14, 19, 24 and 29.
func TestAPageOfManyContractsHoldsNothingOfOthers(t *testing.T) {
	t.Parallel()
	h := New(t, Many(30))
	all, few := h.As("department"), h.WithToken(h.ReaderOf(ManyID(4), ManyID(10), ManyID(15)))
	for name, c := range map[string]struct {
		as       *Client
		query    string
		finds    int
		first    string // places of the page's lines
		agencies int
		years    string
	}{
		"a department's first page":    {all, "?limit=4", 30, "0 1 2 3", 30, "[2013 2014]"},
		"its last":                     {all, "?limit=4&skip=28", 30, "28 29", 30, "[2013 2014]"},
		"past the end":                 {all, "?limit=4&skip=99", 30, "", 30, "[2013 2014]"},
		"the other way round":          {all, "?limit=3&down=true", 30, "29 28 27", 30, "[2013 2014]"},
		"a name within":                {all, "?limit=9&text=STYRELSE+0002", 10, "20 21 22 23 24 25 26 27 28", 30, "[2013 2014]"},
		"a year":                       {all, "?year=2013", 3, "0 10 20", 30, "[2013 2014]"},
		"what is late":                 {all, "?late=true&limit=2&skip=4", 6, "24 29", 30, "[2013 2014]"},
		"an agency's own":              {few, "", 3, "4 10 15", 3, "[2013 2014]"},
		"its second page":              {few, "?limit=2&skip=2", 3, "15", 3, "[2013 2014]"},
		"what of it is late":           {few, "?late=true", 1, "4", 3, "[2013 2014]"},
		"a name that others have":      {few, "?text=styrelse+0002", 0, "", 3, "[2013 2014]"},
		"another agency":               {few, "?agency=a-00020", 0, "", 3, "[2013 2014]"},
		"the latest year first of its": {few, "?sort=year&down=true", 3, "4 15 10", 3, "[2013 2014]"},
	} {
		var p portfolio.Portfolio
		c.as.Get("/portfolio"+c.query, &p)
		if got := places(p.Lines); got != c.first || p.Tally.Contracts != c.finds || len(p.Agencies) != c.agencies || fmt.Sprint(p.Years) != c.years {
			t.Errorf("%s: lines %s of %d, %d agencies, years %v; want %s of %d, %d, %s",
				name, got, p.Tally.Contracts, len(p.Agencies), p.Years, c.first, c.finds, c.agencies, c.years)
		}
	}
	file := few.Send("GET", "/api/v1/portfolio/table?format=csv", "")
	if file.StatusCode != http.StatusOK || strings.Count(file.Text, "\r\n") != 1+3*2 || strings.Contains(file.Text, "Styrelse 00005") {
		t.Errorf("the file of three contracts with two goals: %d %s", file.StatusCode, file.Text)
	}
}

func places(lines []*portfolio.Line) string {
	var all []string
	for _, l := range lines {
		all = append(all, strings.TrimLeft(strings.TrimPrefix(l.Contract.ID, "agency-"), "0"))
		if all[len(all)-1] == "" {
			all[len(all)-1] = "0"
		}
	}
	return strings.Join(all, " ")
}
