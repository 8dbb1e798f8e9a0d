package main

import (
	"context"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"opfyldt/internal/contract/library"
	"opfyldt/internal/databasetest"
)

// A file is taken in once however often it is loaded; another one under the
// same version is refused in words.
func TestContractLoad(t *testing.T) {
	db := databasetest.New(t)
	load := func(name string) (int, string) {
		code, out, errOut := contractCall("", "load", "--database-url", db.ServiceURL, "--data", t.TempDir(), name)
		return code, out + errOut
	}
	for range 2 {
		if code, text := load("cpr-2014"); code != 0 || text != "1 loaded\n" {
			t.Fatalf("exit %d: %s", code, text)
		}
	}
	var facts int
	if err := db.Pool.QueryRow(context.Background(), "SELECT count(*) FROM facts").Scan(&facts); err != nil || facts != 1 {
		t.Errorf("%d facts, %v; want the one that brought the version in", facts, err)
	}
	f, err := library.Open("cpr-2014")
	if err != nil {
		t.Fatal(err)
	}
	other := filepath.Join(t.TempDir(), "other.yaml")
	if err := os.WriteFile(other, append(f.Source, "# another file\n"...), 0o600); err != nil {
		t.Fatal(err)
	}
	if code, text := load(other); code != 1 || !strings.Contains(text, "exists already") {
		t.Errorf("exit %d: %s", code, text)
	}
	if code, text := load("no-such-file"); code != 1 || !strings.Contains(text, "no-such-file") {
		t.Errorf("exit %d: %s", code, text)
	}
	if code, _ := load("--help"); code != 0 {
		t.Errorf("help: exit %d", code)
	}
}
