package apptest

import (
	"bytes"
	"context"
	"encoding/json"
	"fmt"
	"log/slog"
	"net/http"
	"net/url"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/google/uuid"

	"opfyldt/internal/accesstest"
	"opfyldt/internal/app"
	"opfyldt/internal/config"
	"opfyldt/internal/contract/library"
	"opfyldt/internal/databasetest"
)

// The contracts that a house has, and the instant it stands at: 3 November
// 2014, 13:00 in Copenhagen.
const (
	Contract = "cpr-2014"
	Other    = "cpr-other"
)

// Noon is the house's present when it opens.
var Noon = time.Date(2014, 11, 3, 12, 0, 0, 0, time.UTC)

// House is the service, running.
type House struct {
	t        testing.TB
	App      *app.App
	Database *databasetest.Database
	URL      string
	Log      *Log
	clock    *clock
}

// New opens a house with both contracts loaded.
func New(t testing.TB, change ...func(*config.Config, *app.Options)) *House {
	t.Helper()
	h := &House{t: t, Database: databasetest.New(t), Log: &Log{}, clock: &clock{now: Noon}}
	c, err := config.Read([]string{
		"OPFYLDT_LISTEN=127.0.0.1:0", "OPFYLDT_DATABASE_URL=" + h.Database.ServiceURL,
		"OPFYLDT_DATA=" + t.TempDir(), "OPFYLDT_CHECKPOINT_EVERY=1h",
	})
	if err != nil {
		t.Fatal(err)
	}
	o := app.Options{
		Version: "test", Clock: h.clock.Now, Seed: loadLibrary,
		Log: slog.New(slog.NewJSONHandler(h.Log, &slog.HandlerOptions{Level: slog.LevelInfo})),
	}
	for _, f := range change {
		f(c, &o)
	}
	ctx, stop := context.WithCancel(context.Background())
	if h.App, err = app.New(ctx, *c, o); err != nil {
		stop()
		t.Fatalf("start the service: %v", err)
	}
	h.URL = h.App.URL()
	ended := make(chan error, 1)
	go func() { ended <- h.App.Run(ctx) }()
	t.Cleanup(func() {
		stop()
		if err := <-ended; err != nil {
			t.Errorf("the service stopped with: %v", err)
		}
	})
	return h
}

// loadLibrary loads the contract, and the same under another id.
func loadLibrary(ctx context.Context, s app.Seeding) error {
	f, err := library.Open(Contract)
	if err != nil {
		return err
	}
	if err := s.Load(ctx, f.Source); err != nil {
		return err
	}
	return s.Load(ctx, bytes.Replace(f.Source, []byte("\nid: "+Contract), []byte("\nid: "+Other), 1))
}

// Turn moves the house's present on.
func (h *House) Turn(by time.Duration) { h.clock.turn(by) }

// clock runs on by a microsecond with each look, so that no two facts are
// recorded at the same instant.
type clock struct {
	mu  sync.Mutex
	now time.Time
}

// Now returns the next instant.
func (c *clock) Now() time.Time {
	c.mu.Lock()
	defer c.mu.Unlock()
	c.now = c.now.Add(time.Microsecond)
	return c.now
}

func (c *clock) turn(by time.Duration) {
	c.mu.Lock()
	defer c.mu.Unlock()
	c.now = c.now.Add(by)
}

// Log is what the service logged.
type Log struct {
	mu   sync.Mutex
	text bytes.Buffer
}

// Write takes a line.
func (l *Log) Write(p []byte) (int, error) {
	l.mu.Lock()
	defer l.mu.Unlock()
	return l.text.Write(p)
}

// String returns all lines.
func (l *Log) String() string {
	l.mu.Lock()
	defer l.mu.Unlock()
	return l.text.String()
}

// Client sends requests as somebody.
type Client struct {
	h       *House
	browser *accesstest.Browser
	token   string
}

// Nobody returns a client that is not logged in.
func (h *House) Nobody() *Client { return &Client{h: h, browser: accesstest.NewBrowser(h.t)} }

// As returns a client logged in as a user of the development provider.
func (h *House) As(user string) *Client {
	h.t.Helper()
	public, err := url.Parse(h.URL)
	if err != nil {
		h.t.Fatal(err)
	}
	c := h.Nobody()
	page := c.browser.LogIn(&accesstest.House{Public: public}, user, "/")
	if page.StatusCode != http.StatusOK {
		h.t.Fatalf("log in as %s: %d %.300s", user, page.StatusCode, page.Text)
	}
	return c
}

// WithToken returns a client that sends an API token.
func (h *House) WithToken(secret string) *Client {
	c := h.Nobody()
	c.token = secret
	return c
}

// Send sends a request under the service's address; headers come in pairs.
func (c *Client) Send(method, path, body string, headers ...string) accesstest.Answer {
	c.h.t.Helper()
	req, err := http.NewRequest(method, c.h.URL+path, strings.NewReader(body))
	if err != nil {
		c.h.t.Fatal(err)
	}
	if body != "" {
		req.Header.Set("Content-Type", "application/json")
	}
	if c.token != "" {
		req.Header.Set("Authorization", "Bearer "+c.token)
	}
	for i := 0; i < len(headers); i += 2 {
		req.Header.Set(headers[i], headers[i+1])
		if headers[i] == "Host" {
			req.Host = headers[i+1]
		}
	}
	return c.browser.Do(req)
}

// Get reads a path under /api/v1 into a value, and fails the test unless it is
// there.
func (c *Client) Get(path string, into any) {
	c.h.t.Helper()
	a := c.Send("GET", "/api/v1"+path, "")
	Read(c.h.t, a, http.StatusOK, into)
}

// Post writes to a path under /api/v1 and reads the answer, and fails the test
// unless it has the status.
func (c *Client) Post(path string, body map[string]any, status int, into any) {
	c.h.t.Helper()
	raw, err := json.Marshal(body)
	if err != nil {
		c.h.t.Fatal(err)
	}
	Read(c.h.t, c.Send("POST", "/api/v1"+path, string(raw)), status, into)
}

// NewID makes the id of a fact.
func NewID() string {
	id, err := uuid.NewV7()
	if err != nil {
		return fmt.Sprintf("no id: %v", err)
	}
	return id.String()
}

// Read reads an answer's body into a value, which may be nil, and fails the test
// unless the answer has the status.
func Read(t testing.TB, a accesstest.Answer, status int, into any) {
	t.Helper()
	if a.StatusCode != status {
		t.Fatalf("%s %s: %d, want %d: %.600s", a.Request.Method, a.Request.URL.Path, a.StatusCode, status, a.Text)
	}
	if into == nil {
		return
	}
	if err := json.Unmarshal([]byte(a.Text), into); err != nil {
		t.Fatalf("%s %s: %v in %.300s", a.Request.Method, a.Request.URL.Path, err, a.Text)
	}
}
