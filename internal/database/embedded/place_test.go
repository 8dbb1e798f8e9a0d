package embedded

import (
	"context"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// A data folder that the server's user cannot pass into, as mktemp -d makes
// them: the cluster lies elsewhere, a note says where, and it is found again.
// Without an account of its own the server reaches what we reach.
func TestAFolderThatTheServerCannotReach(t *testing.T) {
	t.Parallel()
	data := filepath.Join(t.TempDir(), "data") // below a folder of mode 0700
	s := start(t, data)
	place := s.place.dir
	if os.Geteuid() != 0 {
		if place != data {
			t.Errorf("the cluster is in %s", place)
		}
		return
	}
	t.Cleanup(func() { os.RemoveAll(place) })
	if !strings.HasPrefix(place, elsewhere+"/opfyldt-") {
		t.Errorf("the cluster is in %s", place)
	}
	note, err := os.ReadFile(filepath.Join(data, noteName))
	if err != nil || !strings.HasPrefix(string(note), place+"\n") {
		t.Errorf("the note says %q, %v", note, err)
	}
	query(t, s, "CREATE TABLE kept AS SELECT 'here' AS what")
	if err := s.Stop(); err != nil {
		t.Fatal(err)
	}
	again := start(t, data)
	if got := query(t, again, "SELECT what FROM kept"); got != "here" || again.place.dir != place {
		t.Errorf("got %q in %s", got, again.place.dir)
	}
	if err := again.Stop(); err != nil {
		t.Fatal(err)
	}
	missing(t, data, place)
}

// missing holds that a database that is gone is missed, not replaced by an
// empty one.
func missing(t *testing.T, data, place string) {
	t.Helper()
	if err := os.Rename(place, place+"-moved"); err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { os.RemoveAll(place + "-moved") })
	if _, err := Start(context.Background(), Options{Data: data}); err == nil || !strings.Contains(err.Error(), "but there is none") {
		t.Errorf("got %v", err)
	}
}

// Programs that the server's user cannot reach are copied to where it can.
func TestProgramsAreCopied(t *testing.T) {
	t.Parallel()
	a, err := serverAccount()
	if err != nil {
		t.Fatal(err)
	}
	from := filepath.Join(t.TempDir(), "native")
	if err := os.MkdirAll(filepath.Join(from, "lib"), 0o755); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(filepath.Join(from, "lib", "libpq.so.5.18"), []byte("x"), 0o644); err != nil {
		t.Fatal(err)
	}
	if err := os.Symlink("libpq.so.5.18", filepath.Join(from, "lib", "libpq.so.5")); err != nil {
		t.Fatal(err)
	}
	to := filepath.Join(folder(t), "copy")
	if err := copyTree(to, from, a); err != nil {
		t.Fatal(err)
	}
	if got, err := os.ReadFile(filepath.Join(to, "lib", "libpq.so.5")); string(got) != "x" || err != nil {
		t.Errorf("got %q, %v", got, err)
	}
	if !a.canEnter(filepath.Join(to, "lib")) {
		t.Error("the copy cannot be reached either")
	}
}

func TestCanEnter(t *testing.T) {
	t.Parallel()
	dir := folder(t) // 0711
	a := account{uid: 65534, gid: 65534, other: true}
	inside := filepath.Join(dir, "inside")
	if err := os.Mkdir(inside, 0o755); err != nil {
		t.Fatal(err)
	}
	if !a.canEnter(inside) {
		t.Error("a folder that all may pass cannot be entered")
	}
	if err := os.Chmod(dir, 0o700); err != nil {
		t.Fatal(err)
	}
	if a.canEnter(inside) {
		t.Error("a folder below a private one can be entered")
	}
	if !(account{}).canEnter(inside) {
		t.Error("we ourselves cannot enter our own folder")
	}
}
