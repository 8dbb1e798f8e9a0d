package scorecard_test

import (
	"net/http"
	"strings"
	"testing"

	"opfyldt/internal/scorecard"
)

// The log is found by what a reader calls things, though facts name a step by
// its id alone.
func TestTheLogIsFilteredByWhatReadersCallThings(t *testing.T) {
	t.Parallel()
	h := cpr(t)
	h.set("2014-03-03 09:00")
	draft := h.post("/steps/plan.draft/updates", "lead", fields{"status": "started", "note": "Disposition sendt"})
	h.set("2014-06-24 14:25")
	h.post("/steps/plan.draft/updates", "lead", fields{"status": "done", "day": "2014-06-20", "expects": draft})
	h.set("2014-06-25 09:00")
	h.post("/requirements/4/results", "lead", fields{"day": "2014-06-01", "figures": fields{"timely": 9, "total": 10}, "source": "Sagssystemet"})
	for query, want := range map[string]string{
		"":                           "2 1 0",
		"?sort=day":                  "0 2 1",
		"?text=DISPOSITION":          "0",
		"?text=udkast":               "1 0", // the step is called "Udkast …"
		"?kind=result.report":        "2",
		"?goal=1&dayFrom=2014-06-01": "1",
		"?recordedFrom=2014-06-25":   "2",
		"?actor=nobody":              "",
		"?asOf=2014-06-24":           "1 0",
	} {
		if query == "" || !strings.Contains(query, "sort") {
			query = strings.TrimSuffix("?newest=true&"+strings.TrimPrefix(query, "?"), "&")
		}
		list := get[scorecard.FactList](h, "/facts"+query, "department")
		var leaves []string
		for _, f := range list.Facts {
			leaves = append(leaves, string(rune('0'+f.Leaf)))
		}
		if got := strings.Join(leaves, " "); got != want || int(list.Count) != len(list.Facts) {
			t.Errorf("%s: got %q of %d, want %q", query, got, list.Count, want)
		}
	}
	list := get[scorecard.FactList](h, "/facts", "department")
	if list.Facts[0].After == nil || list.Facts[0].After.Leaf != 1 || list.Facts[1].Before == nil || list.Facts[1].Before.ID != draft {
		t.Errorf("the correction is not linked: %+v", list.Facts[:2])
	}
	if len(list.Actors) != 1 || list.Actors[0].Name != "Lene Leder" {
		t.Errorf("actors: %+v", list.Actors)
	}
	status, body := h.do(http.MethodGet, "/facts?text=010190-1234", "department", nil)
	if status != http.StatusUnprocessableEntity || strings.Contains(string(body), "90-1234") {
		t.Errorf("a person number: %d %s", status, body)
	}
}
