package apptest

import (
	"net/http"
	"strings"
	"testing"
	"time"
)

// Another system pushes figures with a token of its own: all or none, each by the rule
// of its requirement, and the same request again writes nothing.
func TestAnotherSystemPushesFigures(t *testing.T) {
	t.Parallel()
	h := New(t)
	var made struct{ Secret string }
	h.As("lead").Post("/tokens", map[string]any{
		"name": "case system", "operations": []string{"result.report", "contract.read"}, "contracts": []string{Contract},
		"goals": []string{"5", "6"}, "expires": time.Now().AddDate(0, 1, 0).UTC().Format(time.RFC3339),
	}, http.StatusCreated, &made)
	system := h.WithToken(made.Secret)
	month := func(m, last string, count any) map[string]any {
		return map[string]any{"id": NewID(), "requirement": "5b", "day": last, "source": "Sagssystemet", "figures": map[string]any{"month": m, "count": count}}
	}
	reports := []map[string]any{month("2014-01", "2014-01-31", 53), month("2014-02", "2014-02-28", 56)}
	var told struct{ Written, Known int }
	system.Post(path("/results"), map[string]any{"reports": reports}, http.StatusCreated, &told)
	if told.Written != 2 {
		t.Errorf("%+v", told)
	}
	system.Post(path("/results"), map[string]any{"reports": reports}, http.StatusOK, &told)
	if told.Written != 0 || told.Known != 2 {
		t.Errorf("the same again: %+v", told)
	}
	for name, c := range map[string]struct {
		bad    map[string]any
		status int
		place  string
	}{
		"no count":       {month("2014-03", "2014-03-31", nil), http.StatusUnprocessableEntity, "body.reports[1].figures.count"},
		"a typed share":  {month("2014-03", "2014-03-31", "52 %"), http.StatusUnprocessableEntity, "body.reports[1].figures.count"},
		"another's goal": {map[string]any{"id": NewID(), "requirement": "8", "day": "2014-03-31", "source": "x", "figures": map[string]any{"budget": 1, "spent": 1}}, http.StatusForbidden, ""},
	} {
		both := []map[string]any{month("2014-04", "2014-04-30", 50), c.bad}
		a := system.Send(http.MethodPost, "/api/v1"+path("/results"), encoded(t, map[string]any{"reports": both}))
		if a.StatusCode != c.status || !strings.Contains(a.Text, c.place) {
			t.Errorf("%s: %d %s", name, a.StatusCode, a.Text)
		}
	}
	var page struct {
		Requirements []struct {
			ID      string
			Results []struct{ Month string }
		}
	}
	h.As("department").Get(path("/goals/5"), &page)
	for _, r := range page.Requirements {
		if r.ID == "5b" && len(r.Results) != 2 {
			t.Errorf("results %+v: something refused was written", r.Results)
		}
	}
}
