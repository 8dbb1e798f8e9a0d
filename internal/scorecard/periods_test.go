package scorecard_test

import (
	"net/http"
	"strings"
	"testing"

	"opfyldt/internal/contract/library"
	"opfyldt/internal/scorecard"
)

// The store's warmth is the mean of four quarters, 5, 9, 7 and 3: 6, which lies
// between 2 and 8. Each quarter's figure is final when the quarter is over, counts
// beside the others, and corrects none of them.
func TestFiguresOfPeriodsCountTogether(t *testing.T) {
	t.Parallel()
	c, _, err := library.Load("fyrvaesen-2031")
	if err != nil {
		t.Fatal(err)
	}
	h := open(t, c)
	requirement := func() scorecard.Requirement {
		return get[scorecard.GoalPage](h, "/goals/sikkerhed", "both").Requirements[1]
	}
	newest := ""
	report := func(at, day, value, reason string) {
		t.Helper()
		h.set(at + " 10:00")
		newest = h.post("/requirements/lager/results", "both", fields{
			"day": day, "figures": fields{"value": value}, "final": true, "source": "Termometeret", "expects": newest, "reason": reason,
		})
	}
	h.set("2031-03-30 10:00")
	status, answer := h.do(http.MethodPost, "/requirements/lager/results", "both", h.headed(fields{
		"day": "2031-03-30", "figures": fields{"value": "5"}, "final": true, "source": "Termometeret", "expects": ""}))
	if status != http.StatusUnprocessableEntity || !strings.Contains(string(answer), "31. marts 2031") {
		t.Errorf("final before the quarter is over: %d %s", status, answer)
	}
	report("2031-04-08", "2031-03-31", "5", "")
	report("2031-07-08", "2031-06-30", "9", "")
	report("2031-10-08", "2031-09-30", "6", "")
	if r := requirement(); r.Value != "20/3" || r.Final || r.Degree.Known || len(r.Results) != 1 {
		t.Errorf("three quarters: %+v", r)
	}
	report("2031-11-03", "2031-09-30", "7", "Aflæst igen")
	report("2032-01-08", "2031-12-31", "3", "")
	if r := requirement(); r.Value != "6" || !r.Final || r.Degree.Worst.String() != "100" {
		t.Errorf("the year: %+v", r)
	}
	if r := get[scorecard.GoalPage](h, "/goals/sikkerhed?asOf=2031-10-31", "both").Requirements[1]; r.Value != "20/3" {
		t.Errorf("as it was known in October: %+v", r)
	}
}
