package apptest

import (
	"net/http"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
)

// An export is replayed offline by the command, and by nothing else: what was changed
// in it is said, be it a customer, a digit of the seed, a row that was moved, a secret,
// or who was drawn.
func TestADrawIsReplayedFromItsExport(t *testing.T) {
	h := New(t)
	one, two := h.As("auditor"), h.As("auditor2")
	planned(t, one, "r", listed(t, one, fiftyCustomers()))
	r := drawn(t, one, two, "r")
	a := one.Send("GET", "/api/v1"+spotchecks+"/rounds/r/export", "")
	if a.StatusCode != http.StatusOK {
		t.Fatalf("%d %.300s", a.StatusCode, a.Text)
	}
	folder := t.TempDir()
	command := filepath.Join(folder, "opfyldt")
	if out, err := exec.Command("go", "build", "-o", command, "opfyldt/cmd/opfyldt").CombinedOutput(); err != nil {
		t.Fatalf("%v %s", err, out)
	}
	replay := func(export, list string) (said string, good bool) {
		for name, text := range map[string]string{"round.json": export, "list.csv": list} {
			if err := os.WriteFile(filepath.Join(folder, name), []byte(text), 0o600); err != nil {
				t.Fatal(err)
			}
		}
		run := exec.Command(command, "spotcheck", "replay", "--export", "round.json", "--list", "list.csv")
		run.Dir = folder
		out, err := run.CombinedOutput()
		return string(out), err == nil
	}
	said, good := replay(a.Text, fiftyCustomers())
	var drawnNow strings.Builder
	for _, c := range r.Draw.Customers[:7] {
		drawnNow.WriteString("\n" + c.Ref)
	}
	if want := "round.json: good: 7 of 50 customers, drawn again from the seed" + drawnNow.String() + "\n"; !good || said != want {
		t.Fatalf("%q, want %q", said, want)
	}
	swap := func(text, one, other string) string {
		return strings.NewReplacer(one, other, other, one).Replace(text)
	}
	sample := r.Draw.Customers[0].Ref
	for what, c := range map[string]struct{ export, list, want string }{
		"a changed customer":       {strings.Replace(a.Text, `"id":"K-017"`, `"id":"K-071"`, 1), fiftyCustomers(), "frame: the customers are others than those drawn from"},
		"a digit of the seed":      {strings.Replace(a.Text, `"seed":"opfyldt-draw/1\nround=`, `"seed":"opfyldt-draw/2\nround=`, 1), fiftyCustomers(), "seed: the seed is another"},
		"a moved row":              {swap(a.Text, `{"id":"K-004","position":3}`, `{"id":"K-009","position":8}`), fiftyCustomers(), "the row was moved"},
		"a secret":                 {strings.Replace(a.Text, strings.Repeat("a1", 16), strings.Repeat("a2", 16), 1), fiftyCustomers(), "facts: the secret of person 1 is not the one committed to"},
		"who was drawn":            {strings.Replace(a.Text, `"number":1,"ref":"`+sample+`"`, `"number":1,"ref":"K-999"`, 1), fiftyCustomers(), "number 1 of the draw was K-999 and is now " + sample},
		"a moved line of the file": {a.Text, swap(fiftyCustomers(), "K-004;Kunden Nummer004", "K-009;Kunden Nummer009"), "list.csv: the file is not the one that was taken in"},
	} {
		if c.export == a.Text && c.list == fiftyCustomers() {
			t.Errorf("%s: nothing was changed in %.600s", what, a.Text)
			continue
		}
		if said, good := replay(c.export, c.list); good || !strings.Contains(said, c.want) {
			t.Errorf("%s is not noticed: %q", what, said)
		}
	}
	// Two rows changing places with their hashes: the root tells.
	rows := strings.SplitN(a.Text, `"rows":["`, 2)
	if len(rows) != 2 {
		t.Fatalf("no rows: %.300s", a.Text)
	}
	moved := rows[0] + `"rows":["` + rows[1][67:131] + `","` + rows[1][:64] + rows[1][131:]
	if said, good := replay(moved, fiftyCustomers()); good || !strings.Contains(said, "rows: the rows of the list have the root") {
		t.Errorf("two rows that changed places are not noticed: %q", said)
	}
}
