package planfile_test

import (
	"fmt"
	"net/http"
	"os"
	"strings"
	"testing"

	"opfyldt/internal/planfile"
)

// fifty are changes of which each is one fault, in its own row.
func fifty() map[string]string {
	long := strings.Repeat("x", 4001)
	kinds := []struct{ column, text string }{
		{"step", "s-zzzzzz"}, {"goal", "Andet"}, {"item", "Anden ydelse"}, {"title", "Andet trin"}, {"agreed", "2014-12-31"},
		{"expected", "snart"}, {"expected", "31-02-2014"}, {"expected", "2014-06-29"}, {"expected", "2031-01-01"}, {"expected", ""},
		{"done", "2014-06-01"}, {"status", "næsten"}, {"status", "færdg"}, {"status", ""}, {"progress", "-5"},
		{"progress", "101"}, {"progress", "1,5"}, {"progress", "halvt"}, {"progress", ""}, {"risk", "i fær"},
		{"owner", ""}, {"owner", long[:201]}, {"note", long}, {"note", "=1+1"}, {"reason", "cpr 010190" + "-1234"},
	}
	changes := map[string]string{}
	for i := range 50 {
		changes[fmt.Sprintf("s-%d %s", i, kinds[i%25].column)] = kinds[i%25].text
	}
	changes["s-25 step"] = ""
	delete(changes, "s-49 reason") // a row that stands twice is the fiftieth
	return changes
}

// Fifty planted faults are named by their cells, the sound changes beside them are
// shown, and nothing is written.
func TestFiftyFaultsAreNamedByTheirCells(t *testing.T) {
	t.Parallel()
	h := open(t, agreed(110))
	changes := fifty()
	changes["s-60 note"] = "en rettelse"
	export := h.export("?format=csv&of=mine", "lead")
	file := edited(t, export, changes)
	_, twice, _ := strings.Cut(string(export), "\r\ns-80;")
	twice, _, _ = strings.Cut(twice, "\r\n")
	file = append(file, "s-80;"+twice+"\r\n"...)
	letters := map[string]string{"step": "A", "goal": "B", "item": "C", "title": "D", "agreed": "E", "expected": "F", "done": "G", "status": "H",
		"progress": "I", "risk": "J", "owner": "K", "note": "L", "reason": "M"}
	want := map[string]bool{}
	for at := range fifty() {
		var row int
		step, column, _ := strings.Cut(at, " ")
		if _, err := fmt.Sscanf(step, "s-%d", &row); err != nil {
			t.Fatal(err)
		}
		want[fmt.Sprint(letters[column], row+2)] = true
	}
	want["A112"] = true
	p := h.preview(file, "lead")
	if p.FaultCount != 50 || len(p.Faults) != 50 {
		t.Errorf("%d faults:\n%s", p.FaultCount, faults(p))
	}
	for _, f := range p.Faults {
		if !want[f.Cell] || f.Message == "" || f.Header == "" || strings.Contains(f.Message, "010190") {
			t.Errorf("not planted: %+v", f)
		}
		delete(want, f.Cell)
	}
	for cell := range want {
		t.Errorf("%s is not named", cell)
	}
	if len(p.Changes) != 1 || p.Changes[0].Step != "s-60" || h.leaves() != 0 {
		t.Errorf("%s, %d facts", shown(p), h.leaves())
	}
}

// largeSteps is how many steps the large plan has, with the one of the other goal.
const largeSteps = 10_000

// reported are reports of the first thousand steps, under ids that are known.
func reported() map[string]any {
	var list []map[string]any
	for i := range 1000 {
		list = append(list, map[string]any{"step": fmt.Sprintf("s-%d", i), "id": fmt.Sprintf("0198f3a2-5b1c-7d3e-8f4a-%012x", i),
			"day": "2014-06-30", "status": "started", "progress": 30, "note": "Undervejs; \"æøå\""})
	}
	return map[string]any{"reports": list}
}

// A plan of 10,000 steps left as a workbook; in a spreadsheet the expected date of
// every fifth step was moved by thirty days with a reason, and every seventh but
// those set to done on 15 June; LibreOffice saved it, dates as date cells. It comes
// back whole.
func TestAPlanOfTenThousandStepsComesBackFromLibreOffice(t *testing.T) {
	t.Parallel()
	file, err := os.ReadFile("testdata/libreoffice-10000.xlsx")
	if err != nil {
		t.Fatal(err)
	}
	c := agreed(largeSteps - 1)
	h := open(t, c)
	if status, answer := h.commit(reported(), "lead"); status != http.StatusCreated {
		t.Fatal(status, answer)
	}
	p := h.preview(file, "lead")
	moved, done := 0, 0
	for i := range largeSteps - 1 {
		switch {
		case i%5 == 0:
			moved++
		case i%7 == 0:
			done++
		}
	}
	if p.FaultCount != 0 || p.File.Rows != largeSteps || len(p.Changes) != moved+done || p.Unchanged != largeSteps-moved-done {
		t.Fatalf("%d rows, %d changes, %d unchanged, %d faults: %.2000s", p.File.Rows, len(p.Changes), p.Unchanged, p.FaultCount, faults(p))
	}
	sample := planfile.Preview{Changes: p.Changes[:3]}
	want := "F2 s-0 expected 2014-09-01→2014-10-01\nM2 s-0 reason →Leverandøren er forsinket.\n" +
		"F7 s-5 expected 2014-09-06→2014-10-06\nM7 s-5 reason →Leverandøren er forsinket.\n" +
		"G9 s-7 done →2014-06-15\nH9 s-7 status started→done\nI9 s-7 progress 30→100"
	if got := shown(sample); got != want {
		t.Errorf("got\n%s", got)
	}
	body := reports(p)
	if status, answer := h.commit(body, "lead"); status != http.StatusCreated || !strings.Contains(answer, fmt.Sprintf(`"written":%d,"known":0`, moved+done)) {
		t.Fatal(status, answer)
	}
	if status, answer := h.commit(body, "lead"); status != http.StatusOK || h.leaves() != int64(1000+moved+done) {
		t.Errorf("again: %d %s", status, answer)
	}
	if p := h.preview(h.export("", "lead"), "lead"); p.Unchanged != largeSteps || p.FaultCount != 0 {
		t.Errorf("the new export: %d unchanged, %s %s", p.Unchanged, shown(p), faults(p))
	}
}
