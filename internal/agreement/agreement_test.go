package agreement_test

import (
	"bytes"
	"context"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"errors"
	"sync"
	"testing"
	"time"

	"github.com/google/uuid"

	"opfyldt/internal/agreement"
	"opfyldt/internal/calendar"
	"opfyldt/internal/contract"
	"opfyldt/internal/contract/library"
	"opfyldt/internal/databasetest"
	"opfyldt/internal/fault"
	"opfyldt/internal/ledger"
)

type admin struct{ refused bool }

func (admin) Subject() string { return "admin" }
func (admin) Name() string    { return "Administrator" }
func (a admin) Permit(operation, _, _ string) (string, error) {
	if a.refused || operation != "contract.manage" {
		return "", fault.New(fault.Forbidden, "forbidden", nil)
	}
	return "admin", nil
}

// at is when the tests' clock stands: in the school year, before the amendment
// of 12 January 2026 has come into force.
var at = time.Date(2025, 12, 1, 12, 0, 0, 0, time.UTC)

func open(t *testing.T) (*agreement.Store, *ledger.Book) {
	t.Helper()
	db := databasetest.New(t)
	s := agreement.NewStore(db.Pool)
	look := func(ctx context.Context, id string) (*contract.Contract, error) { return s.Contract(ctx, id, at) }
	return s, ledger.NewBook(db.Pool, look, func() time.Time { return at }, s.Kinds()...)
}

// file is a contract that ships with the program.
func file(t *testing.T, id string) []byte {
	t.Helper()
	f, err := library.Open(id)
	if err != nil {
		t.Fatal(err)
	}
	return f.Source
}

// signedSchool is the school's contract as it was at signature.
func signedSchool(t *testing.T) []byte {
	t.Helper()
	versions, err := library.Versions("harbour-school-2025")
	if err != nil || len(versions) != 2 {
		t.Fatalf("%d versions, %v", len(versions), err)
	}
	return versions[0].Source
}

func load(t *testing.T, s *agreement.Store, b *ledger.Book, source []byte) {
	t.Helper()
	if err := s.Load(context.Background(), b, admin{}, source, at); err != nil {
		t.Fatal(err)
	}
}

func TestAVersionIsAFact(t *testing.T) {
	t.Parallel()
	s, b := open(t)
	source := file(t, "cpr-2014")
	load(t, s, b, source)
	load(t, s, b, source) // the same again changes nothing
	facts, err := b.All(context.Background(), "cpr-2014", time.Time{})
	if err != nil || len(facts) != 1 {
		t.Fatalf("%d facts, %v, want 1", len(facts), err)
	}
	sum := sha256.Sum256(source)
	want := `{"from":"2014-01-01","sha256":"` + hex.EncodeToString(sum[:]) + `","version":1}`
	if f := facts[0]; f.Kind != "contract.version" || f.Subject != "1" || f.Leaf != 0 || string(f.Body) != want {
		t.Errorf("got %+v, body %s", f, f.Body)
	}
	got, hash, err := s.Source(context.Background(), "cpr-2014", 1)
	if err != nil || !bytes.Equal(got, source) || hash != hex.EncodeToString(sum[:]) {
		t.Errorf("the file came back as %d bytes, %s, %v", len(got), hash, err)
	}
	c, err := s.Contract(context.Background(), "cpr-2014", at)
	if err != nil || c.Version != 1 || len(c.Goals()) != 8 {
		t.Errorf("got %+v, %v", c, err)
	}
}

// Version 2 comes into force on 12 January 2026, and was known from when it was
// taken in.
func TestTheVersionInForce(t *testing.T) {
	t.Parallel()
	s, b := open(t)
	load(t, s, b, signedSchool(t))
	load(t, s, b, file(t, "harbour-school-2025"))
	for _, c := range []struct {
		at   time.Time
		want int
	}{
		{time.Date(2020, 1, 1, 0, 0, 0, 0, time.UTC), 1}, // before anything was known
		{at, 1},
		{time.Date(2026, 1, 11, 22, 59, 0, 0, time.UTC), 1}, // 23:59 in Copenhagen
		{time.Date(2026, 1, 11, 23, 0, 0, 0, time.UTC), 2},  // midnight there
	} {
		got, err := s.Contract(context.Background(), "harbour-school-2025", c.at)
		if err != nil || got.Version != c.want {
			t.Errorf("at %v: %+v, %v, want version %d", c.at, got, err, c.want)
		}
		all, err := s.All(context.Background(), c.at)
		if err != nil || len(all) != 1 || all[0].Version != c.want {
			t.Errorf("all at %v: %v, %v", c.at, all, err)
		}
	}
	versions, err := s.Versions(context.Background(), "harbour-school-2025")
	if err != nil || len(versions) != 2 || versions[1].From.String() != "2026-01-12" {
		t.Errorf("got %+v, %v", versions, err)
	}
}

func TestFilesThatAreRefused(t *testing.T) {
	t.Parallel()
	s, b := open(t)
	ctx := context.Background()
	source := file(t, "cpr-2014")
	if err := s.Load(ctx, b, admin{}, []byte("x"), at); err == nil {
		t.Error("a file that is no contract passes")
	}
	if err := s.Load(ctx, b, admin{refused: true}, source, at); fault.KindOf(err) != fault.Forbidden {
		t.Errorf("without permission: %v", err)
	}
	if _, err := s.Contract(ctx, "cpr-2014", at); fault.KindOf(err) != fault.NotFound {
		t.Errorf("a refused contract is there: %v", err)
	}
	load(t, s, b, source)
	changed := append(bytes.Clone(source), "# another comment\n"...)
	if err := s.Load(ctx, b, admin{}, changed, at); fault.KindOf(err) != fault.Conflict {
		t.Errorf("another file as version 1: %v", err)
	}
	if err := s.Load(ctx, b, admin{}, file(t, "harbour-school-2025"), at); fault.KindOf(err) != fault.Conflict {
		t.Errorf("version 2 without version 1: %v", err)
	}
	load(t, s, b, signedSchool(t))
	load(t, s, b, file(t, "harbour-school-2025"))
	if err := s.Load(ctx, b, admin{}, append(signedSchool(t), '#'), at); fault.KindOf(err) != fault.Conflict {
		t.Errorf("another version 1 after version 2: %v", err)
	}
}

// A version that takes an id away is refused with the line, and by the kind's
// own rule too, whichever way the fact comes.
func TestAVersionKeepsWhatFactsName(t *testing.T) {
	t.Parallel()
	s, b := open(t)
	ctx := context.Background()
	load(t, s, b, signedSchool(t))
	renamed := bytes.ReplaceAll(file(t, "harbour-school-2025"), []byte("workshop.built"), []byte("workshop.finished"))
	err := s.Load(ctx, b, admin{}, renamed, at)
	problems, ok := errors.AsType[contract.Problems](err)
	if !ok || fault.KindOf(err) != fault.Invalid || len(problems) != 1 || problems[0].Code != "id-gone" || problems[0].Line != 249 {
		t.Errorf("got %v: %v", err, problems)
	}
	text, err := json.Marshal(map[string]string{"source": string(renamed)})
	if err != nil {
		t.Fatal(err)
	}
	_, err = b.Record(ctx, admin{}, ledger.Submission{Contract: "harbour-school-2025", ID: uuid.Must(uuid.NewV7()).String(),
		Kind: agreement.KindVersion, Subject: "2", Day: calendar.DateOf(at), Body: text})
	if _, ok := errors.AsType[contract.Problems](err); !ok || fault.KindOf(err) != fault.Invalid {
		t.Errorf("straight into the ledger: %v", err)
	}
	versions, err := s.Versions(ctx, "harbour-school-2025")
	if err != nil || len(versions) != 1 {
		t.Errorf("%d versions, %v", len(versions), err)
	}
}

// Instances that start at once with the same file: one takes it in, none fails.
func TestLoadingAtOnce(t *testing.T) {
	t.Parallel()
	s, b := open(t)
	source := file(t, "cpr-2014")
	var wait sync.WaitGroup
	for range 8 {
		wait.Go(func() {
			if err := s.Load(context.Background(), b, admin{}, source, at); err != nil {
				t.Error(err)
			}
		})
	}
	wait.Wait()
	facts, err := b.All(context.Background(), "cpr-2014", time.Time{})
	if err != nil || len(facts) != 1 {
		t.Errorf("%d facts, %v, want 1", len(facts), err)
	}
}
