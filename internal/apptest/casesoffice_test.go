package apptest

import (
	"net/http"
	"os"
	"testing"
)

// Files that LibreOffice saved, with date cells, Danish numbers, semicolons and
// Windows-1252, bring the same four cases: two of three in time, as threeCases.
func TestFilesSavedByLibreOfficeImport(t *testing.T) {
	t.Parallel()
	h := New(t)
	lead := h.As("lead")
	for i, name := range []string{"libreoffice.xlsx", "libreoffice-1252.csv"} {
		file, err := os.ReadFile("../measure/cases/testdata/" + name)
		if err != nil {
			t.Fatal(err)
		}
		seen := send(t, lead, "5a", string(file), http.StatusOK, ask("preview", "true"))
		if seen.FaultCount != 0 || seen.New+seen.Changed+seen.Unchanged != 4 || seen.After.Timely != 2 || seen.After.Total != 3 || seen.After.Open != 1 {
			t.Errorf("%s: %+v", name, seen)
		}
		if i == 0 {
			send(t, lead, "5a", string(file), http.StatusCreated, ask("id", NewID()))
		}
	}
	var one struct {
		Line struct{ Received, Concluded, Due, Outcome string }
		Case struct{ More map[string]string }
	}
	lead.Get(path("/requirements/5a/cases/one?reference=S-3"), &one)
	l := one.Line
	if l.Received != "2014-01-15" || l.Concluded != "2014-06-20" || l.Due != "2014-07-25" || l.Outcome != "Afslag" || one.Case.More["Kommune"] != "Rødovre; vest" {
		t.Errorf("%+v", one)
	}
}
