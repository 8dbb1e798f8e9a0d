package main

import (
	"encoding/json"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"opfyldt/internal/bulk"
)

// proofFile writes the proof of the second of three rows, changed before it is
// written.
func proofFile(t *testing.T, change func(*rowProof)) string {
	t.Helper()
	rows := [][]byte{[]byte(`{"reference":"a"}`), []byte(`{"reference":"b"}`), []byte(`{"reference":"c"}`)}
	var tree bulk.Tree
	for _, row := range rows {
		tree.Add(row)
	}
	proof, err := bulk.Prove(func(yield func([]byte, error) bool) {
		for _, row := range rows {
			if !yield(row, nil) {
				return
			}
		}
	}, 1, 3)
	if err != nil {
		t.Fatal(err)
	}
	p := rowProof{Row: string(rows[1]), Proof: proof, Root: tree.Root(), Fact: "01910000-0000-7000-8000-000000000000"}
	change(&p)
	text, err := json.Marshal(p)
	if err != nil {
		t.Fatal(err)
	}
	file := filepath.Join(folder(t), "proof.json")
	if err := os.WriteFile(file, text, 0o600); err != nil {
		t.Fatal(err)
	}
	return file
}

func TestARowIsHeldAgainstItsImportsRoot(t *testing.T) {
	good := proofFile(t, func(*rowProof) {})
	if code, out, errOut := call("ledger", "row", good); code != 0 || !strings.Contains(out, "good: row 2 of 3 under the root") {
		t.Errorf("%d %q %q", code, out, errOut)
	}
	for name, change := range map[string]func(*rowProof){
		"a changed row":      func(p *rowProof) { p.Row = `{"reference":"x"}` },
		"another place":      func(p *rowProof) { p.Proof.Index = 0 },
		"a hash left out":    func(p *rowProof) { p.Proof.Path = p.Proof.Path[:1] },
		"a root of no shape": func(p *rowProof) { p.Root = "1234" },
	} {
		if code, _, errOut := call("ledger", "row", proofFile(t, change)); code != 1 || !strings.Contains(errOut, "the row is not one of the import's") {
			t.Errorf("%s: %d %q", name, code, errOut)
		}
	}
	if code, _, errOut := call("ledger", "row", good, "--export", "x"); code != 2 || !strings.Contains(errOut, "--export with --key") {
		t.Errorf("an export without a key: %d %q", code, errOut)
	}
	if code, _, _ := call("ledger", "row"); code != 2 {
		t.Errorf("no file: %d", code)
	}
}

// A root is found wherever the kind keeps it, and nowhere else.
func TestAFactStatesItsRoot(t *testing.T) {
	for body, want := range map[string]bool{
		`{"root":"ab"}`:                      true,
		`{"rows":{"root":"ab","size":3}}`:    true,
		`{"note":"ab","rows":{"root":"cd"}}`: false,
		`{"list":["ab"]}`:                    false,
	} {
		if got := states(json.RawMessage(body), "ab"); got != want {
			t.Errorf("%s: %v", body, got)
		}
	}
}

// The log that is held against is verified, and must have the fact.
func TestARowsFactIsLookedForInTheExport(t *testing.T) {
	t.Parallel()
	log := demoLog(t)
	key := filepath.Join(filepath.Dir(log), "ledger.pub")
	if _, err := os.Stat(key); err != nil {
		_, text, _ := call("ledger", "key", "--data", filepath.Dir(log))
		if err := os.WriteFile(key, []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	code, _, errOut := call("ledger", "row", proofFile(t, func(*rowProof) {}), "--export", log, "--key", key)
	if code != 1 || !strings.Contains(errOut, "the log has no fact 01910000-0000-7000-8000-000000000000") {
		t.Errorf("%d %q", code, errOut)
	}
}
