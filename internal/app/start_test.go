package app_test

import (
	"bytes"
	"context"
	"os"
	"strings"
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
