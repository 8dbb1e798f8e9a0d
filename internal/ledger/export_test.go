package ledger_test

import (
	"bytes"
	"context"
	"crypto/rand"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"golang.org/x/mod/sumdb/note"

	"opfyldt/internal/databasetest"
	"opfyldt/internal/fault"
	"opfyldt/internal/ledger"
	"opfyldt/internal/ledger/audit"
)

func newKey(t *testing.T) *ledger.Key {
	t.Helper()
	private, _, err := note.GenerateKey(rand.Reader, "opfyldt")
	if err != nil {
		t.Fatal(err)
	}
	key, err := ledger.LoadKey(private, "")
	if err != nil {
		t.Fatal(err)
	}
	return key
}

func newSigner(t *testing.T, db *databasetest.Database) *ledger.Signer {
	t.Helper()
	signer, err := ledger.NewSigner(db.Pool, newKey(t), func() time.Time { return day })
	if err != nil {
		t.Fatal(err)
	}
	return signer
}

func sign(t *testing.T, s *ledger.Signer, want int) {
	t.Helper()
	if n, err := s.SignHeads(context.Background()); n != want || err != nil {
		t.Fatalf("signed %d heads (%v), want %d", n, err, want)
	}
}

func TestAnExportVerifiesUnderEitherKey(t *testing.T) {
	t.Parallel()
	db := databasetest.New(t)
	b, s := open(t, db, "c", "empty"), newSigner(t, db)
	record(t, b, submit("c", "a", "", `{"note":"æøå \" \\ <&> 😀"}`))
	sign(t, s, 1)
	sign(t, s, 0) // nothing moved
	for i := range 5 {
		record(t, b, submit("c", fmt.Sprint("b", i), "", `{}`))
	}
	sign(t, s, 1)
	record(t, b, submit("c", "later", "", `{}`)) // after the last checkpoint

	var out bytes.Buffer
	if err := s.Export(context.Background(), "c", &out); err != nil {
		t.Fatal(err)
	}
	for _, get := range []func() (string, error){s.Key().Verifier, func() (string, error) { return s.Key().VerifierFor("c") }} {
		key, err := get()
		if err != nil {
			t.Fatal(err)
		}
		v, err := audit.Verify(bytes.NewReader(out.Bytes()), "c.log", key)
		if err != nil || v.Leaves != 6 || v.Checkpoints != 2 {
			t.Errorf("got %+v, %v; want 6 facts under 2 checkpoints", v, err)
		}
	}
	err := s.Export(context.Background(), "empty", &out)
	wantFault(t, "an empty log", err, fault.NotFound, "ledger.unsigned")
}

// A fact changed past the service, in any column, shows in the export.
func TestAChangedRowShowsInTheExport(t *testing.T) {
	t.Parallel()
	db := databasetest.New(t)
	b, s := open(t, db, "c"), newSigner(t, db)
	for i := range 3 {
		record(t, b, submit("c", fmt.Sprint("s", i), "", `{}`))
	}
	sign(t, s, 1)
	owner := db.Owner(t)
	for column, value := range map[string]string{"kind": "'x'", "subject": "'x'", "goal": "'9'", "day": "'2014-01-01'",
		"actor_subject": "'x'", "actor_name": "'x'", "actor_role": "'x'", "body": `'{"x":1}'`, "recorded": "recorded - interval '0.0000005 h'",
		"supersedes": "'0193b1c0-0000-7000-8000-000000000001'", "id": "'0193b1c0-0000-7000-8000-000000000002'"} {
		_, err := owner.Exec(context.Background(), "ALTER TABLE facts DISABLE TRIGGER facts_never_change; UPDATE facts SET "+column+" = "+value+" WHERE leaf = 1")
		if err != nil {
			t.Fatalf("%s: %v", column, err)
		}
		var out bytes.Buffer
		if err := s.Export(context.Background(), "c", &out); err != nil {
			t.Fatal(err)
		}
		key, err := s.Key().Verifier()
		if err != nil {
			t.Fatal(err)
		}
		// The header is line 1, so leaf 1 is line 3.
		if _, err := audit.Verify(&out, "c.log", key); err == nil || !strings.HasPrefix(err.Error(), "c.log:3: ") {
			t.Errorf("%s changed: got %v, want line 3 named", column, err)
		}
	}
}

func TestTheKeyIsMadeOnceAndKeptPrivate(t *testing.T) {
	t.Parallel()
	data := filepath.Join(t.TempDir(), "data")
	first, err := ledger.LoadKey("", data)
	if err != nil {
		t.Fatal(err)
	}
	info, err := os.Stat(filepath.Join(data, "ledger.key"))
	if err != nil || info.Mode().Perm() != 0o600 {
		t.Errorf("the key's file: %v, %v", info.Mode(), err)
	}
	again, err := ledger.LoadKey("", data)
	if err != nil {
		t.Fatal(err)
	}
	byFile, err := ledger.LoadKey(filepath.Join(data, "ledger.key"), "")
	if err != nil {
		t.Fatal(err)
	}
	want, _ := first.Verifier()
	for _, k := range []*ledger.Key{again, byFile} {
		if got, err := k.Verifier(); got != want || err != nil {
			t.Errorf("got %s (%v), want %s", got, err, want)
		}
	}
	for _, bad := range []string{"PRIVATE+KEY+x+00000000+AAAA", filepath.Join(data, "none")} {
		if _, err := ledger.LoadKey(bad, data); err == nil || strings.Contains(err.Error(), "AAAA") {
			t.Errorf("%s: got %v", bad, err)
		}
	}
}
