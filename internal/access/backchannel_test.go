package access_test

import (
	"crypto/rand"
	"crypto/rsa"
	"net/http"
	"net/url"
	"testing"
	"time"

	"opfyldt/internal/accesstest"
)

const logoutEvent = "http://schemas.openid.net/event/backchannel-logout"

// logoutClaims are those of a logout token as the standard has it.
func logoutClaims(c *crooked, jti string) map[string]any {
	now := time.Now()
	return map[string]any{"iss": c.server.URL, "aud": "opfyldt", "sub": "s1", "sid": "session-1", "jti": jti,
		"iat": now.Unix(), "exp": now.Add(2 * time.Minute).Unix(), "events": map[string]any{logoutEvent: map[string]any{}}}
}

func TestBackChannelLogout(t *testing.T) {
	t.Parallel()
	strange, err := rsa.GenerateKey(rand.Reader, 2048)
	if err != nil {
		t.Fatal(err)
	}
	c := newCrooked(t)
	h := accesstest.New(t, c.settings)
	set := func(name string, value any) func(map[string]any) {
		return func(claims map[string]any) {
			claims[name] = value
			if value == nil {
				delete(claims, name)
			}
		}
	}
	tests := []struct {
		name   string
		change func(map[string]any)
		kind   string
		key    *rsa.PrivateKey
		ended  bool
	}{
		{"as the standard has it", nil, "logout+jwt", c.key, true},
		{"with the general type", nil, "JWT", c.key, true},
		{"by subject alone", set("sid", nil), "logout+jwt", c.key, true},
		{"by session alone", set("sub", nil), "logout+jwt", c.key, true},
		{"of another session", set("sid", "session-2"), "logout+jwt", c.key, false},
		{"of another subject", func(m map[string]any) { m["sub"] = "s2"; delete(m, "sid") }, "logout+jwt", c.key, false},
		{"of nobody", func(m map[string]any) { delete(m, "sub"); delete(m, "sid") }, "logout+jwt", c.key, false},
		{"with another type", nil, "at+jwt", c.key, false},
		{"signed by a strange key", nil, "logout+jwt", strange, false},
		{"by another issuer", set("iss", "https://another.example"), "logout+jwt", c.key, false},
		{"for another client", set("aud", "another"), "logout+jwt", c.key, false},
		{"with a nonce, like an id token", set("nonce", "n"), "logout+jwt", c.key, false},
		{"without the event", set("events", map[string]any{}), "logout+jwt", c.key, false},
		{"with another event", set("events", map[string]any{"another": map[string]any{}}), "logout+jwt", c.key, false},
		{"without an id", set("jti", nil), "logout+jwt", c.key, false},
		{"without a time", set("iat", nil), "logout+jwt", c.key, false},
		{"too old", set("iat", time.Now().Add(-6*time.Minute).Unix()), "logout+jwt", c.key, false},
		{"from the future", set("iat", time.Now().Add(3*time.Minute).Unix()), "logout+jwt", c.key, false},
		{"with a NUL in the subject", set("sub", "s1\x00"), "logout+jwt", c.key, false},
		{"with a NUL in the session", set("sid", "session-1\x00"), "logout+jwt", c.key, false},
		{"expired", set("exp", time.Now().Add(-time.Minute).Unix()), "logout+jwt", c.key, false},
	}
	for i, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			b := accesstest.NewBrowser(t)
			b.Get(throughCrooked(b, h))
			claims := logoutClaims(c, "token-"+tt.name)
			if tt.change != nil {
				tt.change(claims)
			}
			a := sendLogout(t, h, c.signed(tt.key, tt.kind, claims))
			// Tokens that hold but name nobody here are obeyed, to no effect.
			if obeyed := tt.ended || i == 4 || i == 5; obeyed != (a.StatusCode == http.StatusOK) {
				t.Errorf("answered %d %s", a.StatusCode, a.Text)
			}
			if a.Header.Get("Cache-Control") != "no-store" {
				t.Errorf("may be kept: %q", a.Header.Get("Cache-Control"))
			}
			in := b.Get(h.Public.String()+"/").StatusCode == http.StatusOK
			if in == tt.ended {
				t.Errorf("logged in afterwards: %v, want %v\n%s", in, !tt.ended, h.Log)
			}
		})
	}
}

func TestBackChannelLogoutIsObeyedOnce(t *testing.T) {
	t.Parallel()
	c := newCrooked(t)
	h := accesstest.New(t, c.settings)
	token := c.signed(c.key, "logout+jwt", logoutClaims(c, "once"))
	if a := sendLogout(t, h, token); a.StatusCode != http.StatusOK {
		t.Fatalf("first: %d %s", a.StatusCode, a.Text)
	}
	b := accesstest.NewBrowser(t)
	b.Get(throughCrooked(b, h)) // logs in after it
	if a := sendLogout(t, h, token); a.StatusCode != http.StatusBadRequest {
		t.Errorf("again: %d %s", a.StatusCode, a.Text)
	}
	if a := b.Get(h.Public.String() + "/"); a.Text != "s1" {
		t.Errorf("the later login: %d %q", a.StatusCode, a.Text)
	}
}

func TestBackChannelLogoutOfNothing(t *testing.T) {
	t.Parallel()
	c := newCrooked(t)
	h := accesstest.New(t, c.settings)
	for _, token := range []string{"", "x", "x.y.z", "e30.e30.e30"} {
		if a := sendLogout(t, h, token); a.StatusCode != http.StatusBadRequest {
			t.Errorf("%q: %d %s", token, a.StatusCode, a.Text)
		}
	}
}

func sendLogout(t *testing.T, h *accesstest.House, token string) accesstest.Answer {
	t.Helper()
	return accesstest.NewBrowser(t).Post(h.Public.String()+"/auth/backchannel-logout", url.Values{"logout_token": {token}})
}
