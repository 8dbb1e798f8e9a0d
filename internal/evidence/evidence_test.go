package evidence_test

import (
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"net/http"
	"net/url"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"opfyldt/internal/accesstest"
	"opfyldt/internal/app"
	"opfyldt/internal/apptest"
	"opfyldt/internal/config"
)

const base = "/api/v1/contracts/" + apptest.Contract

// add sends a file to goal 2, or to another.
func add(c *apptest.Client, id, goal, name, day, content string) accesstest.Answer {
	query := url.Values{"id": {id}, "name": {name}, "day": {day}}
	return c.Send(http.MethodPost, base+"/goals/"+goal+"/evidence?"+query.Encode(), content, "Content-Type", "application/pdf", "Accept-Language", "da")
}

const report = "%PDF-1.4\nBrugertesten er afsluttet.\n%%EOF\n"

// house opens the service with its files in a folder that the test sees.
func house(t *testing.T) (h *apptest.House, folder string) {
	h = apptest.New(t, func(c *config.Config, _ *app.Options) {
		c.Evidence.Largest = 1
		folder = filepath.Join(c.Data, "evidence")
	})
	return h, folder
}

// kept is where a content lies.
func kept(folder, content string) string {
	sum := sha256.Sum256([]byte(content))
	name := hex.EncodeToString(sum[:])
	return filepath.Join(folder, apptest.Contract, name[:2], name)
}

type answer struct {
	Fact struct{ ID, Kind, Goal, Day, Sentence string }
}

func TestAFileBehindAFact(t *testing.T) {
	t.Parallel()
	h, folder := house(t)
	lead := h.As("lead")
	id := apptest.NewID()
	a := add(lead, id, "2", `C:\rapporter\Brugertest æøå.pdf`, "2014-06-30", report)
	var added answer
	apptest.Read(t, a, http.StatusCreated, &added)
	if added.Fact.Day != "2014-06-30" || added.Fact.Goal != "2" || added.Fact.Sentence != "Fil lagt op: Brugertest æøå.pdf (taler om 30. juni 2014)" {
		t.Errorf("the fact says %+v", added.Fact)
	}
	if on, err := os.ReadFile(kept(folder, report)); err != nil || string(on) != report {
		t.Errorf("the file is not kept under its hash: %q, %v", on, err)
	}

	// The same request again writes nothing; another name under the same id is
	// told apart.
	if again := add(lead, id, "2", `C:\rapporter\Brugertest æøå.pdf`, "2014-06-30", report); again.StatusCode != http.StatusOK {
		t.Errorf("the same again: %d %s", again.StatusCode, again.Text)
	}
	if other := add(lead, id, "2", "Andet.pdf", "2014-06-30", report); other.StatusCode != http.StatusConflict {
		t.Errorf("the id for another file: %d %s", other.StatusCode, other.Text)
	}

	// A report of a step names it, and the department gets it as it was.
	lead.Post("/contracts/cpr-2014/steps/attestation.built/updates", map[string]any{
		"id": apptest.NewID(), "day": "2014-11-03", "status": "started",
		"evidence": []map[string]string{{"title": "Rapporten", "file": id}},
	}, http.StatusCreated, nil)
	got := h.As("department").Send(http.MethodGet, base+"/evidence/"+id, "")
	if got.StatusCode != http.StatusOK || got.Text != report {
		t.Fatalf("read back: %d %q", got.StatusCode, got.Text)
	}
	for name, want := range map[string]string{
		"Content-Type":            "application/pdf",
		"Content-Disposition":     "attachment; filename*=utf-8''Brugertest%20%C3%A6%C3%B8%C3%A5.pdf",
		"Content-Security-Policy": "default-src 'none'; sandbox",
		"X-Content-Type-Options":  "nosniff",
	} {
		if have := got.Header.Get(name); have != want {
			t.Errorf("%s: %q, want %q", name, have, want)
		}
	}

	var list struct {
		Files []struct {
			Name, Media string
			Size        int64
			Fact        struct{ ID string }
		}
	}
	lead.Get("/contracts/cpr-2014/evidence?goal=2", &list)
	if len(list.Files) != 1 || list.Files[0].Name != "Brugertest æøå.pdf" || list.Files[0].Media != "application/pdf" || list.Files[0].Size != int64(len(report)) {
		t.Errorf("listed: %+v", list.Files)
	}
	lead.Get("/contracts/cpr-2014/evidence?goal=2&asOf=2014-11-02", &list)
	if len(list.Files) != 0 {
		t.Errorf("known the day before: %+v", list.Files)
	}
}

// A page that somebody adds is sent as bytes to be saved: no browser runs it.
func TestAPageIsNeverRun(t *testing.T) {
	t.Parallel()
	h, _ := house(t)
	lead := h.As("lead")
	for name, content := range map[string]string{
		"side.html":  "<!DOCTYPE html><html><script>alert(1)</script></html>",
		"tegn.svg":   `<?xml version="1.0"?><svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>`,
		"kode.js":    "alert(1)",
		"falsk.pdfx": "<!DOCTYPE html><html><script>alert(1)</script></html>",
	} {
		id := apptest.NewID()
		apptest.Read(t, add(lead, id, "2", name, "2014-10-01", content), http.StatusCreated, nil)
		got := lead.Send(http.MethodGet, base+"/evidence/"+id, "")
		media := got.Header.Get("Content-Type")
		if media != "application/octet-stream" && media != "text/plain; charset=utf-8" {
			t.Errorf("%s comes as %s", name, media)
		}
		if !strings.HasPrefix(got.Header.Get("Content-Disposition"), "attachment;") {
			t.Errorf("%s is shown: %s", name, got.Header.Get("Content-Disposition"))
		}
	}
}

func TestFilesThatAreRefused(t *testing.T) {
	t.Parallel()
	h, folder := house(t)
	lead := h.As("lead")
	large := strings.Repeat("x", 1<<20+1)
	secret := "Linje 1\nBorger 010170" + "-1234 har klaget\n"
	for _, c := range []struct {
		name, who, goal, file, day, content string
		status                              int
		says                                string
	}{
		{"empty", "lead", "2", "a.pdf", "2014-10-01", "", 422, "Filen er tom"},
		{"too large", "lead", "2", "a.pdf", "2014-10-01", large, 413, "højst fylde 1 MB"},
		{"a page named PDF", "lead", "2", "falsk.pdf", "2014-10-01", "<!DOCTYPE html><html></html>", 422, "falsk.pdf, svarer ikke til indholdet, som er text/html"},
		{"a text named PNG", "lead", "2", "Billede.PNG", "2014-10-01", "tekst", 422, "body.name"},
		{"a person number in a text", "lead", "2", "a.txt", "2014-10-01", secret, 422, "Linje 2 i filen"},
		{"a person number in its name", "lead", "2", "010170" + "-1234.pdf", "2014-10-01", report, 422, "query.name"},
		{"no name", "lead", "2", " ", "2014-10-01", report, 422, "body.name"},
		{"a day to come", "lead", "2", "a.pdf", "2014-11-04", report, 422, "body.day"},
		{"a mistyped century", "lead", "2", "a.pdf", "1914-10-01", report, 422, "body.day"},
		{"no such day", "lead", "2", "a.pdf", "2014-02-30", report, 422, "query.day"},
		{"no such goal", "lead", "99", "a.pdf", "2014-10-01", report, 404, ""},
		{"department reports nothing", "department", "2", "a.pdf", "2014-10-01", report, 403, ""},
	} {
		a := add(h.As(c.who), apptest.NewID(), c.goal, c.file, c.day, c.content)
		if a.StatusCode != c.status || !strings.Contains(a.Text, c.says) || strings.Contains(a.Text, "70-1234") {
			t.Errorf("%s: %d %s, want %d with %q", c.name, a.StatusCode, a.Text, c.status, c.says)
		}
	}
	if _, err := os.Stat(kept(folder, secret)); !os.IsNotExist(err) {
		t.Errorf("the refused text is kept: %v", err)
	}

	// A fact names files that are there, and not an address as well.
	for name, link := range map[string]map[string]string{
		"a file that is not there": {"title": "x", "file": apptest.NewID()},
		"file and address":         {"title": "x", "file": apptest.NewID(), "url": "https://example.org"},
	} {
		body := fmt.Sprintf(`{"id":%q,"day":"2014-11-03","status":"started","evidence":[{"title":"x","file":%q,"url":%q}]}`,
			apptest.NewID(), link["file"], link["url"])
		a := lead.Send(http.MethodPost, base+"/steps/attestation.built/updates", body)
		if a.StatusCode != http.StatusUnprocessableEntity || !strings.Contains(a.Text, "body.evidence[0]") {
			t.Errorf("%s: %d %s", name, a.StatusCode, a.Text)
		}
	}
}

// Whoever changes or takes a file past the service is noticed at the next read.
func TestAChangedFileIsNoticed(t *testing.T) {
	t.Parallel()
	h, folder := house(t)
	lead := h.As("lead")
	id := apptest.NewID()
	apptest.Read(t, add(lead, id, "2", "a.pdf", "2014-10-01", report), http.StatusCreated, nil)
	place := kept(folder, report)
	if err := os.WriteFile(place, []byte(strings.Replace(report, "afsluttet", "afbrudt", 1)), 0o600); err != nil {
		t.Fatal(err)
	}
	if a := lead.Send(http.MethodGet, base+"/evidence/"+id, ""); a.StatusCode != http.StatusConflict || strings.Contains(a.Text, "afbrudt") {
		t.Errorf("a changed file: %d %s", a.StatusCode, a.Text)
	}
	if err := os.Remove(place); err != nil {
		t.Fatal(err)
	}
	if a := lead.Send(http.MethodGet, base+"/evidence/"+id, ""); a.StatusCode != http.StatusNotFound {
		t.Errorf("a file that is gone: %d %s", a.StatusCode, a.Text)
	}
}
