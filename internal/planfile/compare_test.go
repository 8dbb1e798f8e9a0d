package planfile_test

import (
	"encoding/json"
	"net/http"
	"strings"
	"testing"

	"opfyldt/internal/planfile"
)

// The plan leaves, nothing is changed in it, and nothing would be written.
func TestAPlanThatComesBackAsItLeftChangesNothing(t *testing.T) {
	t.Parallel()
	h := open(t, agreed(12))
	for _, query := range []string{"?format=csv", "?format=xlsx"} {
		p := h.preview(h.export(query, "lead"), "lead")
		if p.Unchanged != 13 || len(p.Changes) != 0 || p.FaultCount != 0 || p.MissingCount != 0 || p.File.Rows != 13 {
			t.Errorf("%s: %+v", query, p)
		}
	}
	if p := h.preview(h.export("?of=mine", "lead"), "lead"); p.File.Rows != 12 || p.Unchanged != 12 {
		t.Errorf("of one's own: %+v", p)
	}
}

// Changed cells become facts: all of them, once, however often they are sent.
func TestChangedCellsBecomeFacts(t *testing.T) {
	t.Parallel()
	h := open(t, agreed(12))
	file := edited(t, h.export("?format=csv", "lead"), map[string]string{
		"s-1 expected": "01-10-2014", "s-1 reason": "Leverandøren er forsinket.", // agreed 2 September
		"s-2 status": "Færdig", "s-2 done": "2014-06-27",
		"s-3 status": "i gang", "s-3 progress": "40", "s-3 risk": "i fare", "s-3 owner": "Bo", "s-3 note": "'=går",
		"s-4 expected": "2014-10-02",
	})
	p := h.preview(file, "lead")
	want := strings.Join([]string{
		"F3 s-1 expected 2014-09-02→2014-10-01", "M3 s-1 reason →Leverandøren er forsinket.",
		"G4 s-2 done →2014-06-27", "H4 s-2 status planned→done",
		"H5 s-3 status planned→started", "I5 s-3 progress 0→40", "J5 s-3 risk on_track→at_risk", "K5 s-3 owner Åse→Bo", "L5 s-3 note →=går",
		"F6 s-4 expected 2014-09-05→2014-10-02",
	}, "\n")
	if got := shown(p); got != want || p.FaultCount != 0 || p.Unchanged != 9 {
		t.Fatalf("got\n%s\n%+v", got, p)
	}
	if p.Changes[0].NeedsReason != "" || !strings.Contains(p.Changes[3].NeedsReason, "2. oktober 2014") || p.Changes[1].Report.Day.String() != "2014-06-27" {
		t.Errorf("reasons %q and %q", p.Changes[0].NeedsReason, p.Changes[3].NeedsReason)
	}
	if h.leaves() != 0 {
		t.Error("the preview wrote")
	}
	if status, answer := h.commit(reports(p), "lead"); status != http.StatusUnprocessableEntity || !strings.Contains(answer, `"body.reports[3].reason"`) || h.leaves() != 0 {
		t.Fatalf("without the reason: %d %s, %d facts", status, answer, h.leaves())
	}
	p.Changes[3].Report.Reason = "Ferie."
	body := reports(p)
	if status, answer := h.commit(body, "lead"); status != http.StatusCreated || !strings.Contains(answer, `"written":4,"known":0,"first":0,"last":3`) {
		t.Fatalf("%d %s", status, answer)
	}
	if status, answer := h.commit(body, "lead"); status != http.StatusOK || !strings.Contains(answer, `"written":0,"known":4`) || h.leaves() != 4 {
		t.Errorf("again: %d %s", status, answer)
	}
	// The old file again says what stands; the new one is of the new versions.
	if p := h.preview(file, "lead"); len(p.Changes) != 0 || p.FaultCount != 0 || p.Unchanged != 13 {
		t.Errorf("the old file: %s %s", shown(p), faults(p))
	}
	if p := h.preview(h.export("", "lead"), "lead"); p.Unchanged != 13 {
		t.Errorf("the new file: %s %s", shown(p), faults(p))
	}
}

// Two leads with the same file: the second sees what came in between, and chooses.
func TestAStaleRowShowsBothValues(t *testing.T) {
	t.Parallel()
	h := open(t, agreed(4))
	file := h.export("?format=csv", "lead")
	if status, answer := h.commit(reports(h.preview(edited(t, file, map[string]string{
		"s-1 status": "i gang", "s-1 progress": "30", "s-2 status": "i gang", "s-3 owner": "Bo"}), "lead")), "lead"); status != http.StatusCreated {
		t.Fatal(status, answer)
	}
	p := h.preview(edited(t, file, map[string]string{
		"s-1 progress": "50", "s-1 status": "i gang", "s-2 status": "bortfaldet", "s-2 reason": "Ikke mere brug for det.", "s-0 owner": "Ib"}), "lead2")
	if got := shown(p); got != "K2 s-0 owner Åse→Ib\nI3 s-1 progress 0→50\nH4 s-2 status planned→dropped\nM4 s-2 reason →Ikke mere brug for det." || p.FaultCount != 0 {
		t.Fatalf("got\n%s\n%s", got, faults(p))
	}
	one, two := p.Changes[1], p.Changes[2]
	if p.Changes[0].Conflict != nil || one.Conflict == nil || one.Cells[0].Now != "30" || one.Conflict.Fact.Actor.Name != "Lene Leder" || one.Conflict.Refused != "" {
		t.Errorf("the conflict: %+v", one)
	}
	if two.Cells[0].Now != "started" || one.Report.Expects != one.Conflict.Fact.ID {
		t.Errorf("what stands: %+v", two)
	}
	if status, answer := h.commit(reports(p), "lead2"); status != http.StatusCreated || h.leaves() != 6 {
		t.Fatalf("mine over theirs: %d %s", status, answer)
	}
	// Chosen before somebody else wrote again: refused whole, and nothing written.
	p.Changes[0].Report.ID = "0198f3a2-5b1c-7d3e-8f4a-1b2c3d4e5f60"
	if status, _ := h.commit(reports(planfile.Preview{Changes: p.Changes[:1]}), "lead2"); status != http.StatusConflict || h.leaves() != 6 {
		t.Errorf("a stale report: %d", status)
	}
	// What can no longer be written over is said, and does not stand in the others' way.
	done := edited(t, h.export("?format=csv", "lead"), map[string]string{"s-0 status": "færdig", "s-0 done": "2014-06-01"})
	if status, answer := h.commit(reports(h.preview(done, "lead")), "lead"); status != http.StatusCreated {
		t.Fatal(status, answer)
	}
	p = h.preview(edited(t, file, map[string]string{"s-0 status": "bortfaldet", "s-0 reason": "x"}), "lead2")
	if p.FaultCount != 0 || p.Changes[0].Conflict.Refused == "" {
		t.Errorf("%+v %s", p.Changes, faults(p))
	}
}

// Who may not report on a goal changes nothing in it; who reports nothing has no
// preview.
func TestOthersRowsAreNotTheirs(t *testing.T) {
	t.Parallel()
	h := open(t, agreed(2))
	file := edited(t, h.export("?format=csv", "lead"), map[string]string{"other note": "x", "s-0 note": "y"})
	p := h.preview(file, "lead")
	if got := faults(p); got != "L4: målet Sikkerhed er ikke dit; sæt rækken tilbage, eller lad målets ansvarlige indberette" || shown(p) != "L2 s-0 note →y" {
		t.Errorf("%s\n%s", got, shown(p))
	}
	if p := h.preview(file, "lead2"); p.FaultCount != 0 || len(p.Changes) != 2 {
		t.Errorf("the other lead: %s", faults(p))
	}
	if status, _ := h.send("POST", "/plan/preview", "auditor", "application/octet-stream", file); status != http.StatusForbidden {
		t.Errorf("the auditor: %d", status)
	}
	if p := h.preview(h.export("?of=mine&format=csv", "lead2"), "lead"); p.MissingCount != 0 || p.Unchanged != 3 {
		t.Errorf("%+v", p)
	}
	if p := h.preview(edited(t, h.export("?format=csv", "lead"), map[string]string{"s-1 step": "s-0"}), "lead"); p.MissingCount != 1 || p.Missing[0].Name != "Ydelse 0: Trin 1" || p.FaultCount != 1 {
		t.Errorf("a row that is gone: %+v", p)
	}
}

// A file that is no plan is refused with its place.
func TestAFileThatIsNoPlanIsRefused(t *testing.T) {
	t.Parallel()
	h := open(t, agreed(2))
	for name, c := range map[string]struct{ file, want string }{
		"blank":       {"\n\n", ": filen er tom; send en fil med kolonnenavne øverst og en række for hver post"},
		"a picture":   {"\x89PNG\r\n\x1a\n\x00\x00", ": filen er hverken CSV eller XLSX; gem tabellen som en af dem"},
		"other names": {"Trin-id;Version (maa ikke ændres)\ns-0;\n", "B1: kolonnen hedder Version (maa ikke ændres); kald den Version (må ikke ændres)"},
	} {
		if p := h.preview([]byte(c.file), "lead"); faults(p) != c.want || p.FaultCount != 1 {
			t.Errorf("%s: %s", name, faults(p))
		}
	}
	if status, answer := h.commit(map[string]any{"reports": []any{}}, "lead"); status != http.StatusUnprocessableEntity {
		t.Errorf("nothing to write: %d %s", status, answer)
	}
	if status, answer := h.commit(map[string]any{"reports": []any{map[string]any{"step": "s-0", "staus": "done"}}}, "lead"); status != http.StatusUnprocessableEntity || !strings.Contains(answer, "body.reports[0].id") {
		t.Errorf("a report without a head: %d %s", status, answer)
	}
}

// In English the file has English names and words, and each is read in either.
func TestThePlanIsReadInEitherLanguage(t *testing.T) {
	t.Parallel()
	h := open(t, agreed(2))
	_, english := h.send("GET", "/plan/file?format=csv", "lead", "", nil, "Accept-Language", "en")
	if !strings.HasPrefix(string(english), "\ufeffStep id,Goal,") || !strings.Contains(string(english), ",planned,0,on track,") {
		t.Fatalf("%.300s", english)
	}
	if p := h.preview(english, "lead"); p.Unchanged != 3 {
		t.Errorf("%+v", p)
	}
}

// The lines tell how far the work is, and the last has the answer.
func TestPreviewAndCommitTellHowFarTheyAre(t *testing.T) {
	t.Parallel()
	h := open(t, agreed(30))
	file := edited(t, h.export("?format=csv", "lead"), map[string]string{"s-1 note": "x"})
	_, lines := h.send("POST", "/plan/preview", "lead", "application/octet-stream", file, "Accept", "application/x-ndjson")
	list := strings.Split(strings.TrimSpace(string(lines)), "\n")
	var last struct {
		Status int
		Answer planfile.Preview
	}
	if err := json.Unmarshal([]byte(list[len(list)-1]), &last); err != nil || last.Status != http.StatusOK || len(last.Answer.Changes) != 1 {
		t.Fatalf("%v %s", err, lines)
	}
	if list[0] != `{"stage":"check","done":1,"of":31}` || list[len(list)-2] != `{"stage":"check","done":31,"of":31}` {
		t.Errorf("lines %s", list[:len(list)-1])
	}
	raw, _ := json.Marshal(reports(last.Answer))
	_, written := h.send("POST", "/steps/updates", "lead", "application/json", raw, "Accept", "application/x-ndjson")
	if got := string(written); !strings.HasPrefix(got, `{"stage":"write","done":1,"of":1}`+"\n"+`{"status":201,"answer":{"written":1,`) {
		t.Errorf("got %s", got)
	}
}
