package apptest

import (
	"fmt"
	"net/http"
	"strings"
	"testing"
)

// sixtyBut are 60 cases concluded in each month until October, fewer in March.
func sixtyBut(march int) string {
	var file strings.Builder
	file.WriteString("Sagsnummer;Modtaget;Afsluttet\n")
	for month := 1; month <= 10; month++ {
		count := 60
		if month == 3 {
			count = march
		}
		for n := range count {
			fmt.Fprintf(&file, "D-%d-%d;01-12-2013;%02d-%02d-2014\n", month, n, 1+n%28, month)
		}
	}
	return file.String()
}

// What a correction makes of the degree is said before it is written, of an import
// and of a typed figure, and on the fact's page afterwards. One month below 50 is
// enough (reading A7).
func TestACorrectionSaysWhatItChangesInTheDegree(t *testing.T) {
	t.Parallel()
	h := New(t)
	lead := h.As("lead")
	day := func(pairs ...string) []string { return append(pairs, "day", "2014-10-31") }
	send(t, lead, "5b", sixtyBut(60), http.StatusCreated, ask(day("id", NewID())...))
	still := send(t, lead, "5b", sixtyBut(50), http.StatusOK, ask(day("preview", "true", "vanished", "remove")...))
	if still.Degree != "The goal's degree is still 0–100." {
		t.Errorf("50 in March: %q", still.Degree)
	}
	lost := send(t, lead, "5b", sixtyBut(49), http.StatusOK, ask(day("preview", "true", "vanished", "remove")...))
	if lost.Degree != "The goal's degree goes from 0–100 to 0." {
		t.Errorf("49 in March: %q", lost.Degree)
	}
	id := NewID()
	send(t, lead, "5b", sixtyBut(49), http.StatusCreated, ask(day("id", id, "vanished", "remove")...))
	var page struct{ Degree string }
	if lead.Get(path("/facts/%s", id), &page); page.Degree != "The goal's degree went from 0–100 to 0." {
		t.Errorf("the import's page: %q", page.Degree)
	}
	var goal struct {
		Requirements []struct {
			Results []struct{ Fact struct{ ID string } }
		}
	}
	lead.Get(path("/goals/5"), &goal)
	a := lead.Send(http.MethodPost, "/api/v1"+path("/requirements/5b/results"), encoded(t, map[string]any{
		"id": NewID(), "expects": goal.Requirements[1].Results[2].Fact.ID, "day": "2014-03-31", "source": "Journalen", "reason": "Fejl i udtrækket",
		"figures": map[string]any{"month": "2014-03", "count": 52},
	}), "Dry-Run", "true")
	if a.StatusCode != http.StatusUnprocessableEntity || !strings.Contains(a.Text, "Import a corrected file") {
		t.Errorf("typed over the import: %d %s", a.StatusCode, a.Text)
	}
	// 357 of 500 are 71.4 %, below 75.
	a = lead.Send(http.MethodPost, "/api/v1"+path("/requirements/6/results"), encoded(t, map[string]any{
		"id": NewID(), "day": "2014-10-31", "source": "Analyse", "final": true, "figures": map[string]any{"satisfied": 357, "answered": 500},
	}), "Dry-Run", "true")
	if a.StatusCode != http.StatusOK || !strings.Contains(a.Text, "The goal's degree goes from 0–100 to 0.") {
		t.Errorf("a typed figure: %d %s", a.StatusCode, a.Text)
	}
}
