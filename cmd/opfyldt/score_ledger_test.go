package main

import (
	"bytes"
	"context"
	"encoding/json"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"opfyldt/internal/app"
	"opfyldt/internal/calendar"
	"opfyldt/internal/config"
	"opfyldt/internal/contract/library"
	"opfyldt/internal/databasetest"
	"opfyldt/internal/demo"
)

// call runs the program.
func call(args ...string) (code int, out, errOut string) {
	var o, e bytes.Buffer
	code = run(context.Background(), args, stdio{strings.NewReader(""), &o, &e})
	return code, o.String(), e.String()
}

// demoLog exports the log of the demo's whole year.
func demoLog(t *testing.T) string {
	t.Helper()
	db, data, ctx := databasetest.New(t), folder(t), context.Background()
	c, err := config.Read([]string{"OPFYLDT_DATABASE_URL=" + db.ServiceURL, "OPFYLDT_DATA=" + data, "OPFYLDT_LISTEN=127.0.0.1:0"})
	if err != nil {
		t.Fatal(err)
	}
	until := calendar.MustDate(storyEnds)
	clock := demo.NewClock(until.Start(), time.Now)
	a, err := app.New(ctx, *c, app.Options{Clock: clock.Now, Demo: true, DemoUntil: until,
		Seed: func(ctx context.Context, s app.Seeding) error { return tell(ctx, until, clock, s) }})
	if err != nil {
		t.Fatal(err)
	}
	if err := a.Close(); err != nil {
		t.Fatal(err)
	}
	path := filepath.Join(data, "demo.ledger")
	if code, _, errOut := call("ledger", "export", "--database-url", db.ServiceURL, "--data", data, "--contract", "cpr-2014", "--out", path); code != 0 {
		t.Fatal(errOut)
	}
	return path
}

// Rule S5 on the demo's facts: 75.0, down to the ids of the facts, by the export
// alone. On 2 October goals 1 and 7 are kept and goal 2 has three of five
// services: 12.5 + 12.5 + 6.25.
func TestScoreOfALedgersExport(t *testing.T) {
	t.Parallel()
	log := demoLog(t)
	var card struct {
		Total, Decided string
		Goals          []struct {
			ID          string
			Explanation explained
		}
	}
	for _, contract := range [][]string{{"--contract", "cpr-2014"}, nil} {
		code, out, errOut := call(append([]string{"score", "--results", log, "--as-of", "2014-12-31", "--json"}, contract...)...)
		if code != 0 || errOut != "" {
			t.Fatalf("exit %d: %s", code, errOut)
		}
		if err := json.Unmarshal([]byte(out), &card); err != nil {
			t.Fatal(err)
		}
		if card.Total != "75" || card.Decided != "100" || len(card.Goals) != 8 {
			t.Fatalf("total %s of %s", card.Total, card.Decided)
		}
	}
	text, err := os.ReadFile(log)
	if err != nil {
		t.Fatal(err)
	}
	for _, g := range card.Goals {
		ids := g.Explanation.ids()
		if len(ids) == 0 {
			t.Errorf("goal %s rests on no fact", g.ID)
		}
		for _, id := range ids {
			if len(id) != 36 || !bytes.Contains(text, []byte(`"id":"`+id+`"`)) {
				t.Errorf("goal %s rests on %q, which the log does not have", g.ID, id)
			}
		}
	}
	_, out, _ := call("score", "--results", log, "--explain")
	if !strings.Contains(out, "75,0") || !strings.Contains(out, "["+card.Goals[6].Explanation.ids()[0]+"]") {
		t.Errorf("explained:\n%s", out)
	}
	if _, out, _ := call("score", "--results", log, "--as-of", "2014-10-02", "--json"); !strings.Contains(out, `"total": "31.25"`) {
		t.Errorf("on 2 October: %.200s", out)
	}
}

// explained is a figure with what it rests on.
type explained struct {
	Facts    []string
	Children []explained
}

func (e explained) ids() []string {
	ids := e.Facts
	for _, c := range e.Children {
		ids = append(ids, c.ids()...)
	}
	return ids
}

func TestExportsThatCannotBeScored(t *testing.T) {
	t.Parallel()
	log := demoLog(t)
	text, err := os.ReadFile(log)
	if err != nil {
		t.Fatal(err)
	}
	f, err := library.Open("cpr-2014")
	if err != nil {
		t.Fatal(err)
	}
	dir := folder(t)
	write := func(name string, text []byte) string {
		path := filepath.Join(dir, name)
		if err := os.WriteFile(path, text, 0o600); err != nil {
			t.Fatal(err)
		}
		return path
	}
	changed := write("changed", bytes.Replace(text, []byte(`"count":`), []byte(`"count":1`), 1))
	cut := write("cut", text[:len(text)/4])
	other := write("other.yaml", append(f.Source, "# another\n"...))
	unknown := write("unknown", bytes.ReplaceAll(text, []byte(`cpr-2014`), []byte(`cpr-2041`)))
	for _, c := range []struct {
		args []string
		code int
		says string
	}{
		{[]string{"--results", changed}, 1, ": the fact was changed: it is not the one on the hash line"},
		{[]string{"--results", cut}, 1, "the file ends before"},
		{[]string{"--results", log, "--contract", "harbour-school-2025"}, 1, "the log is of the contract cpr-2014"},
		{[]string{"--results", log, "--contract", other}, 0, "other.yaml: warning: the log judges by version 1"},
		{[]string{"--results", unknown}, 1, ": the fact was changed"},
		{[]string{"--results", other}, 2, "--contract is needed"},
		{[]string{"--results", log, "--json", "--explain"}, 2, "leave --explain out"},
	} {
		if code, _, errOut := call(append([]string{"score"}, c.args...)...); code != c.code || !strings.Contains(errOut, c.says) {
			t.Errorf("%v: exit %d, %s", c.args, code, errOut)
		}
	}
}
