package apptest

import (
	"fmt"
	"net/http"
	"strings"
	"testing"
	"time"
)

// yearOf is a year's complaints: so many, of which late ones took longer than six
// months from 31 March, until 30 September.
func yearOf(total, late int) string {
	var file strings.Builder
	file.WriteString("Sagsnummer;Modtaget;Afsluttet\n")
	for n := range total {
		concluded := "30-09-2014"
		if n < late {
			concluded = "01-10-2014"
		}
		fmt.Fprintf(&file, "K-%d;31-03-2014;%s\n", n, concluded)
	}
	return file.String()
}

// The bound is exact, from rows to degree: 95 of 100 keeps goal 4, 18,999 of 20,000
// does not, and no page writes that as 95.0.
func TestTheBoundIsExactFromRowsToDegree(t *testing.T) {
	t.Parallel()
	for _, c := range []struct {
		total, late   int
		kept          bool
		degree, words string
	}{
		{100, 5, true, "100", "95 % af 100 i tide"},
		{100, 6, false, "0", "94 % af 100 i tide"},
		{20_000, 1_000, true, "100", "95 % af 20.000 i tide"},
		{20_000, 1_001, false, "0", "94,995 % af 20.000 i tide"},
	} {
		h := New(t)
		h.Turn(60 * 24 * time.Hour) // the year is over
		lead := h.As("lead")
		send(t, lead, "4", yearOf(c.total, c.late), http.StatusCreated, ask("id", NewID(), "day", "2014-12-31"))
		var page struct {
			Requirements []struct {
				Kept    *bool
				Value   string
				Degree  struct{ Worst, Best string }
				Results []struct{ Words string }
			}
		}
		a := lead.Send(http.MethodGet, "/api/v1"+path("/goals/4"), "", "Accept-Language", "da")
		Read(t, a, http.StatusOK, &page)
		r := page.Requirements[0]
		if r.Kept == nil || *r.Kept != c.kept || r.Degree.Worst != c.degree || r.Degree.Best != c.degree || r.Results[0].Words != c.words {
			t.Errorf("%d late of %d: %+v", c.late, c.total, r)
		}
		if !c.kept && c.total == 20_000 {
			neverAs95(t, lead)
		}
	}
}

// neverAs95 looks for the share as the bound that it misses.
func neverAs95(t *testing.T, c *Client) {
	t.Helper()
	for _, page := range []string{"/goals/4", "/overview", "/explanation", "/requirements/4/cases"} {
		a := c.Send(http.MethodGet, "/api/v1"+path("%s", page), "", "Accept-Language", "da")
		if a.StatusCode != http.StatusOK {
			t.Errorf("%s: %d", page, a.StatusCode)
		}
		for _, wrong := range []string{" 95 % af 20.000", `"95 % af 20.000`, "95,0 % af 20.000", `"share":"95"`, "resultatet er 95 ", "resultatet er 95,0"} {
			if at := strings.Index(a.Text, wrong); at >= 0 {
				t.Errorf("%s writes %q", page, a.Text[max(0, at-60):at+20])
			}
		}
	}
}
