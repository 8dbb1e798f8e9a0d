package apptest

import (
	"bytes"
	"net/http"
	"strings"
	"testing"

	"opfyldt/internal/contract/library"
	"opfyldt/internal/ledger/audit"
)

// What the auditor takes home over the API verifies against the public key, and
// no longer does once a letter in it is another.
func TestTheLogIsTakenHome(t *testing.T) {
	t.Parallel()
	h := New(t)
	auditor := h.As("auditor")
	ledger := "/api/v1/contracts/" + Contract + "/ledger/"
	key := auditor.Send("GET", ledger+"key", "")
	export := auditor.Send("GET", ledger+"export", "", "Accept-Encoding", "identity")
	if key.StatusCode != 200 || export.StatusCode != 200 || !strings.HasPrefix(export.Header.Get("Content-Disposition"), "attachment;") {
		t.Fatalf("key %d, export %d %v", key.StatusCode, export.StatusCode, export.Header)
	}
	verdict, err := audit.Verify(strings.NewReader(export.Text), "export", strings.TrimSpace(key.Text))
	if err != nil || verdict.Leaves != 1 { // the contract itself
		t.Errorf("got %+v, %v", verdict, err)
	}
	forged := strings.Replace(export.Text, "contract.version", "contract.versiom", 1)
	if _, err := audit.Verify(strings.NewReader(forged), "export", strings.TrimSpace(key.Text)); err == nil {
		t.Error("a changed letter was not found")
	}
	checkpoint := auditor.Send("GET", ledger+"checkpoint", "")
	if ct := checkpoint.Header.Get("Content-Type"); !strings.HasPrefix(ct, "text/plain") || checkpoint.Header.Get("Etag") == "" {
		t.Errorf("checkpoint: %v", checkpoint.Header)
	}
}

func TestAnAdministratorAddsAContract(t *testing.T) {
	t.Parallel()
	h := New(t)
	admin := h.As("admin")
	f, err := library.Open(Contract)
	if err != nil {
		t.Fatal(err)
	}
	source := string(bytes.Replace(f.Source, []byte("\nid: "+Contract), []byte("\nid: third"), 1))
	var added struct{ Contract struct{ ID string } }
	admin.Post("/contracts", map[string]any{"source": source}, http.StatusCreated, &added)
	var list struct{ Contracts []struct{ ID string } }
	admin.Get("/contracts", &list)
	if added.Contract.ID != "third" || len(list.Contracts) != 3 {
		t.Errorf("added %+v, now %+v", added, list)
	}
	admin.Get("/contracts/third/overview", nil)
	var problem struct {
		Errors []struct{ Location, Message string }
	}
	admin.Post("/contracts", map[string]any{"source": strings.Replace(source, "\nperiod:", "\nperoid:", 1)}, http.StatusUnprocessableEntity, &problem)
	if len(problem.Errors) == 0 || problem.Errors[0].Location != "body.source" {
		t.Errorf("a faulty file: %+v", problem)
	}
}
