package main

import (
	"context"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"opfyldt/internal/contract/library"
	"opfyldt/internal/databasetest"
	"opfyldt/internal/ledger"
)

// loader runs `opfyldt contract load` on a database, the flags behind the files.
func loader(t *testing.T) (db *databasetest.Database, load func(names ...string) (int, string)) {
	db = databasetest.New(t)
	return db, func(names ...string) (int, string) {
		args := append([]string{"load"}, names...)
		code, out, errOut := contractCall("", append(args, "--database-url", db.ServiceURL)...)
		return code, out + errOut
	}
}

func countFacts(t *testing.T, db *databasetest.Database) (facts int) {
	t.Helper()
	if err := db.Pool.QueryRow(context.Background(), "SELECT count(*) FROM facts").Scan(&facts); err != nil {
		t.Fatal(err)
	}
	return facts
}

// changedFile writes a contract of the library with one text in place of another.
func changedFile(t *testing.T, id, from, to string) string {
	t.Helper()
	f, err := library.Open(id)
	if err != nil || !strings.Contains(string(f.Source), from) {
		t.Fatalf("no %q in %s, %v", from, id, err)
	}
	path := filepath.Join(folder(t), "changed.yaml")
	if err := os.WriteFile(path, []byte(strings.Replace(string(f.Source), from, to, 1)), 0o600); err != nil {
		t.Fatal(err)
	}
	return path
}

// A file is taken in once however often it is loaded; another one under the
// same version is refused in words that name the file, the contract and the
// version.
func TestContractLoad(t *testing.T) {
	t.Parallel()
	db, load := loader(t)
	for _, came := range []string{"loaded", "there already"} {
		if code, text := load("cpr-2014"); code != 0 || text != "cpr-2014.yaml: cpr-2014 version 1: "+came+"\n" {
			t.Fatalf("exit %d: %s", code, text)
		}
	}
	if n := countFacts(t, db); n != 1 {
		t.Errorf("%d facts; want the one that brought the version in", n)
	}
	other := changedFile(t, "cpr-2014", "version: 1\n", "version: 1 # another file\n")
	if code, text := load(other); code != 1 || text != other+": version 1 of cpr-2014 exists already with another content: an amendment is version 2\n" {
		t.Errorf("exit %d: %s", code, text)
	}
	if code, text := load("no-such-file"); code != 1 || !strings.Contains(text, "no-such-file") {
		t.Errorf("exit %d: %s", code, text)
	}
	if code, text := load("--help"); code != 0 || !strings.Contains(text, "--data FOLDER") || !strings.Contains(text, "--database-url URL") {
		t.Errorf("help: exit %d: %s", code, text)
	}
}

// All versions of a contract of the library come in, in their order.
func TestContractLoadTakesAllVersions(t *testing.T) {
	t.Parallel()
	_, load := loader(t)
	want := "harbour-school-2025.1.yaml: harbour-school-2025 version 1: loaded\nharbour-school-2025.yaml: harbour-school-2025 version 2: loaded\n"
	if code, text := load("harbour-school-2025"); code != 0 || text != want {
		t.Errorf("exit %d: %s", code, text)
	}
}

// Every mistake of all files is told with its file and line, those beside what is
// there already too, and nothing is taken in.
func TestContractLoadTakesAllOrNothing(t *testing.T) {
	t.Parallel()
	db, load := loader(t)
	misspelt := changedFile(t, "harbour-school-2025", "\nperiod:", "\nperoid:")
	code, text := load("cpr-2014", misspelt, "no-such-file")
	if code != 1 || !strings.Contains(text, misspelt+":19: peroid: ") || !strings.Contains(text, "no-such-file") {
		t.Errorf("exit %d: %s", code, text)
	}
	second := changedFile(t, "harbour-school-2025", "title: Learning", "title: To learn")
	code, text = load("cpr-2014", second)
	if code != 1 || text != second+":9: version: is 2, the next version is 1: take versions in one by one, from 1 on\n" {
		t.Errorf("exit %d: %s", code, text)
	}
	if n := countFacts(t, db); n != 0 {
		t.Errorf("%d facts were written", n)
	}
}

// A data folder's name mistyped makes neither a database nor a key.
func TestAMistypedDataFolderMakesNothing(t *testing.T) {
	t.Parallel()
	dir := folder(t)
	typo := filepath.Join(dir, "dtaa")
	for _, args := range [][]string{
		{"contract", "load", "cpr-2014"}, {"ledger", "key"}, {"ledger", "export", "--contract", "c", "--out", filepath.Join(dir, "out")},
	} {
		code, out, errOut := call(append(args, "--data", typo)...)
		if code != 1 || out != "" || !strings.Contains(errOut, "in the data folder "+typo) {
			t.Errorf("%v: exit %d: %s%s", args, code, out, errOut)
		}
	}
	if left, err := os.ReadDir(dir); err != nil || len(left) != 0 {
		t.Errorf("it made %v, %v", left, err)
	}
}

// A key under a contract's name is printed for contracts that are there.
func TestTheKeyOfAnUnknownContract(t *testing.T) {
	t.Parallel()
	db, load := loader(t)
	if code, text := load("cpr-2014"); code != 0 {
		t.Fatal(text)
	}
	data := folder(t)
	if _, err := ledger.LoadKey("", data); err != nil {
		t.Fatal(err)
	}
	for contract, want := range map[string]int{"cpr-2014": 0, "zzz": 1} {
		code, out, errOut := call("ledger", "key", "--contract", contract, "--data", data, "--database-url", db.ServiceURL)
		if code != want || !strings.Contains(out+errOut, contract) {
			t.Errorf("%s: exit %d: %s%s", contract, code, out, errOut)
		}
	}
}

// A log that was broken past the service is told, and keeps no other from being
// taken home.
func TestABrokenLogDoesNotKeepTheOthersFromBeingExported(t *testing.T) {
	t.Parallel()
	db, load := loader(t)
	data := folder(t)
	key, err := ledger.LoadKey("", data)
	if err != nil {
		t.Fatal(err)
	}
	if code, text := load("cpr-2014", "harbour-school-2025"); code != 0 {
		t.Fatal(text)
	}
	if _, err := db.Owner(t).Exec(context.Background(), `ALTER TABLE ledger_hashes DISABLE TRIGGER ALL;
		UPDATE ledger_hashes SET hash = sha256('other') WHERE contract_id = 'harbour-school-2025';
		ALTER TABLE ledger_hashes ENABLE ALWAYS TRIGGER ledger_hashes_never_change`); err != nil {
		t.Fatal(err)
	}
	out := filepath.Join(data, "log")
	code, _, errOut := call("ledger", "export", "--contract", "cpr-2014", "--out", out, "--data", data, "--database-url", db.ServiceURL)
	if code != 1 || !strings.Contains(errOut, "sign the log of harbour-school-2025") {
		t.Errorf("exit %d: %s", code, errOut)
	}
	public, err := key.Verifier()
	if err != nil {
		t.Fatal(err)
	}
	if code, _, errOut := call("ledger", "verify", out, "--key", public); code != 0 {
		t.Errorf("exit %d: %s", code, errOut)
	}
}
