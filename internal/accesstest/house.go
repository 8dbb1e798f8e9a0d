package accesstest

import (
	"bytes"
	"context"
	"fmt"
	"log/slog"
	"net/http"
	"net/http/httptest"
	"net/url"
	"slices"
	"sync"
	"testing"
	"time"

	"opfyldt/internal/access"
	"opfyldt/internal/access/devprovider"
	"opfyldt/internal/config"
	"opfyldt/internal/databasetest"
	"opfyldt/internal/web"
)

// House is a server with login.
type House struct {
	Service  *access.Service
	Database *databasetest.Database
	Clock    *Clock
	Public   *url.URL
	Log      *Log
	Issuer   string
}

// The limits of a session in tests.
const (
	Idle     = 30 * time.Minute
	Absolute = 10 * time.Hour
)

// Provider is what a test says of the provider that a house asks; the
// development provider, mounted on the house itself, where it is nil.
type Provider func(public *url.URL) config.OIDC

// New opens a house on a port of its own and a database of its own.
func New(t testing.TB, provider Provider) *House {
	t.Helper()
	server := httptest.NewUnstartedServer(nil)
	public := &url.URL{Scheme: "http", Host: server.Listener.Addr().String()}
	h := &House{Database: databasetest.New(t), Clock: NewClock(), Public: public, Log: &Log{}}
	mux := http.NewServeMux()
	settings := Claims()
	if provider != nil {
		settings = provider(public)
	} else {
		dev, err := devprovider.New(devprovider.Options{Listen: public.Host, PublicURL: public, Clock: h.Clock.Now})
		if err != nil {
			t.Fatalf("start development provider: %v", err)
		}
		settings = devprovider.Settings(settings, public)
		mux.Handle(devprovider.Path, dev)
	}
	h.Issuer = settings.Issuer
	h.Service = access.New(access.Options{
		DB: h.Database.DB, OIDC: settings, PublicURL: public, Clock: h.Clock.Now,
		Session: config.Session{Idle: Idle, Absolute: Absolute},
		Log:     slog.New(slog.NewTextHandler(h.Log, &slog.HandlerOptions{Level: slog.LevelDebug})),
	})
	mux.Handle("/auth/", h.Service.Handler())
	mux.Handle("/api/", h.api(t))
	mux.HandleFunc("/", h.whoami)
	server.Config.Handler = mux
	server.Start()
	t.Cleanup(server.Close)
	return h
}

// Again makes a second service on the house's database, as another instance or
// one behind another public address.
func (h *House) Again(t testing.TB, public string, settings config.OIDC) *access.Service {
	t.Helper()
	u, err := url.Parse(public)
	if err != nil {
		t.Fatal(err)
	}
	return access.New(access.Options{DB: h.Database.DB, OIDC: settings, PublicURL: u, Clock: h.Clock.Now,
		Session: config.Session{Idle: Idle, Absolute: Absolute}})
}

// Serve answers one request by a handler, without a network.
func Serve(handler http.Handler, method, address string) *httptest.ResponseRecorder {
	w := httptest.NewRecorder()
	handler.ServeHTTP(w, httptest.NewRequest(method, address, nil))
	return w
}

// Claims are the claims' names where nothing else is set.
func Claims() config.OIDC {
	return config.OIDC{Scopes: []string{"openid", "profile"}, RolesClaim: "roles", GoalsClaim: "opfyldt_goals",
		ContractsClaim: "opfyldt_contracts", NameClaim: "name"}
}

// api is the engine with the access slice's routes and nothing else.
func (h *House) api(t testing.TB) http.Handler {
	t.Helper()
	router := web.New(web.Options{
		Clock: h.Clock.Now, Authenticator: h, Version: "test",
		Known: func(operation string) bool {
			return slices.ContainsFunc(access.Table(), func(row access.Row) bool { return row.Operation == operation })
		},
	})
	contracts := func(context.Context) ([]access.SessionContract, error) {
		return []access.SessionContract{{ID: "cpr-2014", Title: "Resultatkontrakt 2014"}, {ID: "other", Title: "Another"}}, nil
	}
	goals := func(context.Context) (map[string][]string, error) {
		return map[string][]string{"cpr-2014": {"1", "2", "3"}, "other": {"1"}}, nil
	}
	access.Handlers{Service: h.Service, Contracts: contracts, Goals: goals, Demo: true, DevelopmentProvider: true}.Routes(router)
	handler, err := router.Handler()
	if err != nil {
		t.Fatal(err)
	}
	return handler
}

// Authenticate implements web.Authenticator.
func (h *House) Authenticate(r *http.Request) (web.Person, error) { return h.Service.Authenticate(r) }

// whoami answers every other address with who is logged in, or with 401.
func (h *House) whoami(w http.ResponseWriter, r *http.Request) {
	p, err := h.Service.Authenticate(r)
	if err != nil {
		http.Error(w, err.Error(), http.StatusUnauthorized)
		return
	}
	w.Header().Set("X-Path", r.URL.RequestURI())
	w.Header().Set("X-Person", fmt.Sprintf("%q %q %q %q", p.Name(), p.Roles, p.Goals, p.Contracts))
	_, _ = w.Write([]byte(p.Subject())) // a test's own page
}

// Log collects what is logged.
type Log struct {
	mu  sync.Mutex
	buf bytes.Buffer
}

// Write takes a line.
func (l *Log) Write(p []byte) (int, error) {
	l.mu.Lock()
	defer l.mu.Unlock()
	return l.buf.Write(p)
}

// String returns all lines.
func (l *Log) String() string {
	l.mu.Lock()
	defer l.mu.Unlock()
	return l.buf.String()
}
