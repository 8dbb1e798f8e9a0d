package access_test

import (
	"net/http"
	"net/url"
	"strings"
	"testing"
	"time"

	"opfyldt/internal/accesstest"
	"opfyldt/internal/config"
)

func TestSessionsCookie(t *testing.T) {
	t.Parallel()
	h := accesstest.New(t, nil)
	b := accesstest.NewBrowser(t)
	begun := b.Get(h.Public.String() + "/auth/login")
	before := b.Cookies(h.Public)[0].Value
	done := b.Get(b.Choose(h, "lead", "/"))
	after := b.Cookies(h.Public)[0].Value
	if before == after {
		t.Error("the session keeps its id through the login")
	}
	for _, a := range []accesstest.Answer{begun, done} {
		cookie := a.Header.Get("Set-Cookie")
		for _, part := range []string{"opfyldt-" + h.Public.Port() + "=", "Path=/", "HttpOnly", "SameSite=Lax"} {
			if !strings.Contains(cookie, part) {
				t.Errorf("no %q in %q", part, cookie)
			}
		}
		// Over plain http on this machine no browser would keep a Secure cookie,
		// and one that stays behind would outlive the browser.
		for _, part := range []string{"Secure", "Expires", "Max-Age", "Domain"} {
			if strings.Contains(cookie, part) {
				t.Errorf("%q in %q", part, cookie)
			}
		}
	}
	// The id that the browser had before is worth nothing.
	stale := accesstest.NewBrowser(t)
	req, err := http.NewRequest(http.MethodGet, h.Public.String()+"/", nil)
	if err != nil {
		t.Fatal(err)
	}
	req.AddCookie(&http.Cookie{Name: "opfyldt-" + h.Public.Port(), Value: before})
	if a := stale.Do(req); a.StatusCode != http.StatusUnauthorized {
		t.Errorf("the session's old id: %d %q", a.StatusCode, a.Text)
	}
}

func TestSessionIsKeptUnderItsHash(t *testing.T) {
	t.Parallel()
	h := accesstest.New(t, nil)
	b := accesstest.NewBrowser(t)
	b.LogIn(h, "lead", "/")
	id := b.Cookies(h.Public)[0].Value
	rows, err := h.Database.Pool.Query(t.Context(), `SELECT token || data::text FROM sessions`)
	if err != nil {
		t.Fatal(err)
	}
	defer rows.Close()
	for rows.Next() {
		var row string
		if err := rows.Scan(&row); err != nil {
			t.Fatal(err)
		}
		if strings.Contains(row, id) {
			t.Error("the database holds the session's id")
		}
	}
}

func TestAbsoluteLimit(t *testing.T) {
	t.Parallel()
	h := accesstest.New(t, nil)
	b := accesstest.NewBrowser(t)
	b.LogIn(h, "auditor", "/")
	home := h.Public.String() + "/"
	// Ten hours are 24 times 25 minutes: after 23 of them, 9 h 35 min, the
	// session holds, and after the 24th it has ended, though never idle.
	for i := range 23 {
		h.Clock.Turn(25 * time.Minute)
		if a := b.Get(home); a.Text != "auditor" {
			t.Fatalf("after %d times 25 minutes: %d %q", i+1, a.StatusCode, a.Text)
		}
	}
	h.Clock.Turn(25 * time.Minute)
	if a := b.Get(home); a.StatusCode != http.StatusUnauthorized {
		t.Errorf("after ten hours: %d %q", a.StatusCode, a.Text)
	}
}

func TestIdleLimit(t *testing.T) {
	t.Parallel()
	h := accesstest.New(t, nil)
	b := accesstest.NewBrowser(t)
	b.LogIn(h, "lead", "/")
	home := h.Public.String() + "/"
	for range 3 { // 29 minutes each: never idle for 30
		h.Clock.Turn(29 * time.Minute)
		if a := b.Get(home); a.Text != "lead" {
			t.Fatalf("idle for 29 minutes: %d %q", a.StatusCode, a.Text)
		}
	}
	h.Clock.Turn(30 * time.Minute)
	if a := b.Get(home); a.StatusCode != http.StatusUnauthorized {
		t.Errorf("idle for 30 minutes: %d %q", a.StatusCode, a.Text)
	}
}

// A page that asks every few seconds by itself does not keep a session alive that
// nobody uses.
func TestIdleLimitOfAPageThatAsksByItself(t *testing.T) {
	t.Parallel()
	h := accesstest.New(t, nil)
	b := accesstest.NewBrowser(t)
	b.LogIn(h, "lead", "/")
	home := h.Public.String() + "/"
	ask := func() int {
		req, err := http.NewRequest(http.MethodGet, home, nil)
		if err != nil {
			t.Fatal(err)
		}
		req.Header.Set("Unattended", "true")
		return b.Do(req).StatusCode
	}
	for range 2 {
		h.Clock.Turn(14 * time.Minute)
		if status := ask(); status != http.StatusOK {
			t.Fatalf("within 30 minutes: %d", status)
		}
	}
	h.Clock.Turn(3 * time.Minute)
	if status := ask(); status != http.StatusUnauthorized {
		t.Errorf("31 minutes after somebody was there: %d", status)
	}
}

func TestTwoTabsLogInAtOnce(t *testing.T) {
	t.Parallel()
	h := accesstest.New(t, nil)
	b := accesstest.NewBrowser(t)
	first, second := b.Choose(h, "lead", "/one"), b.Choose(h, "lead", "/two")
	if to := b.Next(b.Get(first)); to != h.Public.String()+"/one" {
		t.Errorf("the first tab comes to %s", to)
	}
	if to := b.Next(b.Get(second)); to != h.Public.String()+"/two" {
		t.Errorf("the second tab comes to %s", to)
	}
	if a := b.Get(h.Public.String() + "/"); a.Text != "lead" {
		t.Errorf("%d %q", a.StatusCode, a.Text)
	}
}

func TestReturnLeadsNowhereElse(t *testing.T) {
	t.Parallel()
	h := accesstest.New(t, nil)
	for to, want := range map[string]string{
		"/c/cpr-2014?asOf=2014-06-30": "/c/cpr-2014?asOf=2014-06-30", "/c/a%2Fb": "/c/a%2Fb",
		"": "/", "c": "/", "https://evil.example/": "/", "//evil.example/": "/", `/\evil.example`: "/", `\\evil.example`: "/",
		"/%2F/../x": "/", "javascript:alert(1)": "/", "/a\tb": "/", "/auth/logout": "/", "/dev/oidc/login": "/", "///evil.example": "/",
	} {
		b := accesstest.NewBrowser(t)
		if got := b.Next(b.Get(b.Choose(h, "lead", to))); got != h.Public.String()+want {
			t.Errorf("return=%q leads to %s, want %s", to, got, want)
		}
	}
}

func TestLoginByAnotherNameOfThisMachine(t *testing.T) {
	t.Parallel()
	h := accesstest.New(t, nil)
	b := accesstest.NewBrowser(t)
	a := b.Get("http://localhost:" + h.Public.Port() + "/auth/login?return=/x")
	if to := b.Next(a); to != h.Public.String()+"/auth/login?return=/x" {
		t.Errorf("leads to %s", to)
	}
}

func TestLogout(t *testing.T) {
	t.Parallel()
	h := accesstest.New(t, nil)
	home := h.Public.String() + "/"

	t.Run("by form", func(t *testing.T) {
		b := accesstest.NewBrowser(t)
		b.LogIn(h, "lead", "/")
		a := b.Post(h.Public.String()+"/auth/logout", nil)
		if a.StatusCode != http.StatusSeeOther {
			t.Fatalf("%d %s", a.StatusCode, a.Text)
		}
		if cookie := a.Header.Get("Set-Cookie"); !strings.Contains(cookie, "=; ") || !strings.Contains(cookie, "Max-Age=0") {
			t.Errorf("the browser keeps its cookie: %q", cookie)
		}
		if to := b.Next(b.Get(b.Next(a))); to != h.Public.String()+"/auth/logged-out" {
			t.Errorf("the provider leads to %s", to)
		}
		if a := b.Get(home); a.StatusCode != http.StatusUnauthorized {
			t.Errorf("still logged in: %q", a.Text)
		}
	})
	t.Run("not by another site", func(t *testing.T) {
		b := accesstest.NewBrowser(t)
		b.LogIn(h, "lead", "/")
		req, err := http.NewRequest(http.MethodPost, h.Public.String()+"/auth/logout", nil)
		if err != nil {
			t.Fatal(err)
		}
		req.Header.Set("Origin", "https://evil.example")
		req.Header.Set("Sec-Fetch-Site", "cross-site")
		if a := b.Do(req); a.StatusCode != http.StatusForbidden {
			t.Errorf("%d %s", a.StatusCode, a.Text)
		}
		if a := b.Get(h.Public.String() + "/auth/logout"); a.StatusCode != http.StatusMethodNotAllowed {
			t.Errorf("by a link: %d", a.StatusCode)
		}
		if a := b.Get(home); a.Text != "lead" {
			t.Errorf("logged out: %d %q", a.StatusCode, a.Text)
		}
	})
	t.Run("by nobody", func(t *testing.T) {
		b := accesstest.NewBrowser(t)
		if to := b.Next(b.Post(h.Public.String()+"/auth/logout", nil)); to != h.Public.String()+"/auth/logged-out" {
			t.Errorf("leads to %s", to)
		}
	})
}

func TestSecureCookieOverHTTPS(t *testing.T) {
	t.Parallel()
	c := newCrooked(t)
	h := accesstest.New(t, func(public *url.URL) config.OIDC { return c.settings(public) })
	service := h.Again(t, "https://opfyldt.example", c.settings(h.Public))
	a := accesstest.Serve(service.Handler(), "GET", "https://opfyldt.example/auth/login")
	cookie := a.Header().Get("Set-Cookie")
	if !strings.HasPrefix(cookie, "__Host-opfyldt=") || !strings.Contains(cookie, "; Secure") || !strings.Contains(cookie, "Path=/") || strings.Contains(cookie, "Domain") {
		t.Errorf("cookie %q", cookie)
	}
	if to := a.Header().Get("Location"); !strings.Contains(to, "redirect_uri=https%3A%2F%2Fopfyldt.example%2Fauth%2Fcallback") {
		t.Errorf("leads to %s", to)
	}
}
