package web

import (
	"strings"
	"testing"
)

func TestEveryAnswerCarriesTheProtectiveHeaders(t *testing.T) {
	b := newBench(t, func(o *Options) { o.HTTPS, o.FormTargets = true, []string{"https://login.example"} })
	for _, path := range []string{"/", "/assets/app-1a2b.js", textPath, "/api/v1/nowhere", "/healthz"} {
		h := b.ask("GET", path, "").Header
		policy := h.Get("Content-Security-Policy")
		for _, part := range []string{"default-src 'none'", "script-src 'self'", "frame-ancestors 'none'", "base-uri 'none'", "form-action 'self' https://login.example"} {
			if !strings.Contains(policy, part) {
				t.Errorf("%s: no %q in %q", path, part, policy)
			}
		}
		if strings.Contains(policy, "unsafe") || h.Get("X-Content-Type-Options") != "nosniff" ||
			!strings.HasPrefix(h.Get("Strict-Transport-Security"), "max-age=31536000") || h.Get("Cross-Origin-Opener-Policy") != "same-origin" {
			t.Errorf("%s: %v", path, h)
		}
	}
	if h := newBench(t).ask("GET", "/", "").Header; h.Get("Strict-Transport-Security") != "" {
		t.Error("plain http promises https")
	}
}

func TestOurOwnPagesMayWrite(t *testing.T) {
	b := newBench(t)
	for _, headers := range [][]string{
		{"Sec-Fetch-Site", "same-origin"},
		{"Origin", "http://opfyldt.test"},
		{}, // no browser
		{"Authorization", "Bearer x", "Origin", "https://elsewhere.example"}, // browsers ask first, and we do not answer
	} {
		if r := b.as("p", "POST", "/api/v1/contracts/a/notes", `{"note":"x"}`, headers...); r.StatusCode != 200 {
			t.Errorf("%v: status %d", headers, r.StatusCode)
		}
	}
}

// A page whose name leads here though it is not ours is answered by no page of
// ours, and what it sends is not taken; machines ask under any name.
func TestForeignNamesAreRefused(t *testing.T) {
	b := newBench(t, func(o *Options) { o.Ours = func(origin string) bool { return origin == "http://ours.test" } })
	for _, path := range []string{"/", "/api/v1/nowhere", textPath, "/auth/login"} {
		if p := problemOf(t, b.as("p", "GET", path, "")); p.Status != 421 || p.Code != "web.host" {
			t.Errorf("%s: %+v", path, p)
		}
	}
	for _, path := range []string{"/healthz", "/readyz", "/metrics"} {
		if r := b.ask("GET", path, ""); r.StatusCode != 200 {
			t.Errorf("%s: %d", path, r.StatusCode)
		}
	}
	b = newBench(t, func(o *Options) { o.Ours = func(origin string) bool { return origin == "http://opfyldt.test" } })
	notes := "/api/v1/contracts/a/notes"
	if r := b.as("p", "POST", notes, `{"note":"x"}`, "Origin", "http://opfyldt.test"); r.StatusCode != 200 {
		t.Errorf("our own page: %d", r.StatusCode)
	}
	if p := problemOf(t, b.as("p", "POST", notes, `{"note":"x"}`, "Origin", "https://opfyldt.test")); p.Code != "web.cross_origin" {
		t.Errorf("our name over another scheme: %+v", p)
	}
}

func TestRequestIDs(t *testing.T) {
	b := newBench(t)
	for given, taken := range map[string]bool{"abcdef-0123": true, "short": false, "new\nline-in-it": false, strings.Repeat("a", 65): false} {
		if got := b.ask("GET", "/healthz", "", "X-Request-Id", given).Header.Get("X-Request-Id"); (got == given) != taken || got == "" {
			t.Errorf("%q: got %q", given, got)
		}
	}
}
