package app_test

import (
	"bytes"
	"context"
	"net"
	"net/http/httptest"
	"os"
	"path/filepath"
	"strings"
	"syscall"
	"testing"

	"opfyldt/internal/access/devprovider"
	"opfyldt/internal/app"
	"opfyldt/internal/config"
	"opfyldt/internal/databasetest"
)

// The page app's client is generated from the API's description; one that has
// changed since is told here.
func TestThePageAppKnowsTheDescription(t *testing.T) {
	now, err := app.Describe()
	if err != nil {
		t.Fatal(err)
	}
	known, err := os.ReadFile("../../frontend/openapi.json")
	if err != nil {
		t.Fatal(err)
	}
	if !bytes.Equal(bytes.TrimSpace(known), bytes.TrimSpace(now)) {
		t.Error("the API has changed: run `opfyldt openapi > frontend/openapi.json`, then `npm run generate` in frontend")
	}
}

func read(t *testing.T, environ ...string) config.Config {
	t.Helper()
	c, err := config.Read(append(environ, "OPFYLDT_DATA="+t.TempDir()))
	if err != nil {
		t.Fatal(err)
	}
	return *c
}

// Whatever the configuration let through, the development provider does not run
// where others reach it.
func TestTheDevelopmentProviderStaysOnLoopback(t *testing.T) {
	db := databasetest.New(t)
	c := read(t, "OPFYLDT_LISTEN=127.0.0.1:0", "OPFYLDT_DATABASE_URL="+db.ServiceURL)
	c.Listen = "0.0.0.0:0"
	_, err := app.New(context.Background(), c, app.Options{})
	if err == nil || !strings.Contains(err.Error(), devprovider.ErrNotLoopback.Error()) {
		t.Errorf("got %v", err)
	}
}

func TestAPortThatIsTakenIsTold(t *testing.T) {
	db := databasetest.New(t)
	c := read(t, "OPFYLDT_LISTEN=127.0.0.1:0", "OPFYLDT_DATABASE_URL="+db.ServiceURL)
	first, err := app.New(context.Background(), c, app.Options{})
	if err != nil {
		t.Fatal(err)
	}
	defer first.Close()
	c.Listen = strings.TrimPrefix(first.URL(), "http://")
	if _, err := app.New(context.Background(), c, app.Options{}); err == nil || !strings.Contains(err.Error(), "listen on "+c.Listen) {
		t.Errorf("got %v", err)
	}
}

func TestADatabaseWithoutASchemaIsTold(t *testing.T) {
	db := databasetest.Empty(t)
	c := read(t, "OPFYLDT_LISTEN=127.0.0.1:0", "OPFYLDT_DATABASE_URL="+db.ServiceURL)
	if _, err := app.New(context.Background(), c, app.Options{}); err == nil || !strings.Contains(err.Error(), "opfyldt migrate") {
		t.Errorf("got %v", err)
	}
}

// What the demo left in a data folder is marked as invented by whatever serves it
// later.
func TestADemosDataFolderStaysMarked(t *testing.T) {
	t.Parallel()
	db := databasetest.New(t)
	c := read(t, "OPFYLDT_LISTEN=127.0.0.1:0", "OPFYLDT_DATABASE_URL="+db.ServiceURL)
	for _, run := range []struct{ demo, marked bool }{{false, false}, {true, true}, {false, true}} {
		a, err := app.New(context.Background(), c, app.Options{Demo: run.demo})
		if err != nil {
			t.Fatal(err)
		}
		answer := httptest.NewRecorder()
		a.Handler().ServeHTTP(answer, httptest.NewRequest("GET", a.URL()+"/api/v1/status", nil))
		if err := a.Close(); err != nil {
			t.Fatal(err)
		}
		if marked := strings.Contains(answer.Body.String(), `"demo":true`); answer.Code != 200 || marked != run.marked {
			t.Errorf("demo %v: %d %s", run.demo, answer.Code, answer.Body)
		}
	}
}

// A second start on a folder, with the same address, says who holds the folder.
func TestTheFoldersHolderIsToldFirst(t *testing.T) {
	t.Parallel()
	c := read(t, "OPFYLDT_LISTEN=127.0.0.1:0")
	lock, err := os.Create(filepath.Join(c.Data, "opfyldt.lock"))
	if err != nil {
		t.Fatal(err)
	}
	defer lock.Close()
	if err := syscall.Flock(int(lock.Fd()), syscall.LOCK_EX); err != nil {
		t.Fatal(err)
	}
	taken, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	defer taken.Close()
	c.Listen = taken.Addr().String()
	if _, err := app.New(context.Background(), c, app.Options{}); err == nil || !strings.Contains(err.Error(), "is in use by") || strings.Contains(err.Error(), "listen on") {
		t.Errorf("got %v", err)
	}
}
