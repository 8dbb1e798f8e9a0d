package access_test

import (
	"crypto/rand"
	"crypto/rsa"
	"net/http"
	"net/url"
	"strings"
	"testing"
	"time"

	"opfyldt/internal/accesstest"
)

func TestHonestAnswerIsTaken(t *testing.T) {
	t.Parallel()
	c := newCrooked(t)
	h := accesstest.New(t, c.settings)
	b := accesstest.NewBrowser(t)
	b.Get(throughCrooked(b, h))
	if a := b.Get(h.Public.String() + "/"); a.Text != "s1" {
		t.Fatalf("%d %q\n%s", a.StatusCode, a.Text, h.Log)
	}
}

func TestCrookedAnswersAreRefused(t *testing.T) {
	t.Parallel()
	strange, err := rsa.GenerateKey(rand.Reader, 2048)
	if err != nil {
		t.Fatal(err)
	}
	tests := []struct {
		name        string
		set         func(c *crooked)
		step, cause string
	}{
		{"another's nonce", claim("nonce", "another"), "3 of 5", "belongs to another login"},
		{"no nonce", claim("nonce", nil), "3 of 5", "belongs to another login"},
		{"another's audience", claim("aud", "another"), "3 of 5", "not written for us"},
		{"several audiences, no authorized party", claim("aud", []string{"opfyldt", "another"}), "3 of 5", "not written for us"},
		{"another authorized party", claim("azp", "another"), "3 of 5", "not written for us"},
		{"another issuer", claim("iss", "https://another.example"), "3 of 5", "not signed by the login provider"},
		{"expired", claim("exp", time.Now().Add(-time.Minute).Unix()), "3 of 5", "had already expired"},
		{"not yet good", claim("nbf", time.Now().Add(time.Hour).Unix()), "3 of 5", "not signed by"},
		{"a wrong hash of the access token", claim("at_hash", "AAAAAAAAAAAAAAAAAAAAAA"), "3 of 5", "not signed by"},
		{"a strange key", func(c *crooked) {
			c.sign = func(claims map[string]any) string { return c.signed(strange, "JWT", claims) }
		}, "3 of 5", "not signed by"},
		{"no signature", func(c *crooked) { c.sign = unsigned }, "3 of 5", "not signed by"},
		{"no id token", func(c *crooked) { c.sign = func(map[string]any) string { return "" } }, "3 of 5", "sent no id token"},
		{"no subject", claim("sub", ""), "4 of 5", "does not say who you are"},
		{"a person number for a name", claim("name", "Sam 010114"+"-1234"), "4 of 5", "sends a person number"},
		{"a person number for a goal", claim("opfyldt_goals", []string{"1", "010114" + "-1234"}), "4 of 5", "sends a person number"},
		{"a person number for a contract", claim("opfyldt_contracts", "*,010114"+"1234"), "4 of 5", "sends a person number"},
		{"a NUL in the id", claim("sub", "s\x001"), "4 of 5", "characters"},
		{"a NUL in the name", claim("name", "Sam\x00"), "4 of 5", "characters"},
		{"a NUL in a goal", claim("opfyldt_goals", []string{"1\x00"}), "4 of 5", "characters"},
		{"a NUL in a contract", claim("opfyldt_contracts", []string{"\x00"}), "4 of 5", "characters"},
		{"a NUL in the session's id", claim("sid", "a\x00"), "4 of 5", "characters"},
		{"userinfo about another", func(c *crooked) {
			claim("roles", nil)(c)
			c.userinfo = map[string]any{"sub": "s2", "roles": []string{"admin"}}
		}, "4 of 5", "about another person"},
		{"no role", claim("roles", []string{"guest"}), "5 of 5", "Your id at the login provider is s1."},
		{"another issuer in the answer", answer("iss", "https://another.example"), "2 of 5", "does not come from our login provider"},
		{"no issuer in the answer, though promised", func(c *crooked) {
			c.metadata["authorization_response_iss_parameter_supported"] = true
		}, "2 of 5", "does not come from our login provider"},
		{"another's state", answer("state", "another"), "2 of 5", "belongs to no login"},
		{"no state", answer("state", ""), "2 of 5", "belongs to no login"},
		{"no code", answer("code", ""), "2 of 5", "lacks a code"},
		{"an error", answer("error", "access_denied<script>"), "2 of 5", "refused the login (access_deniedscript)"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			t.Parallel()
			c := newCrooked(t)
			tt.set(c)
			h := accesstest.New(t, c.settings)
			b := accesstest.NewBrowser(t)
			wantFailure(t, b.Get(throughCrooked(b, h)), tt.step, tt.cause)
			if a := b.Get(h.Public.String() + "/"); a.StatusCode != http.StatusUnauthorized {
				t.Errorf("is logged in all the same: %q", a.Text)
			}
			if log := h.Log.String(); strings.Contains(log, "the-secret") || strings.Contains(log, "eyJ") || !strings.Contains(log, "login failed") {
				t.Errorf("the log:\n%s", log)
			}
		})
	}
}

// claim changes one claim of the id token; nil takes it out.
func claim(name string, value any) func(*crooked) {
	return func(c *crooked) {
		c.change = func(claims map[string]any) {
			claims[name] = value
			if value == nil {
				delete(claims, name)
			}
		}
	}
}

// answer changes one part of the redirect back.
func answer(name, value string) func(*crooked) {
	return func(c *crooked) { c.answer = func(v url.Values) { v.Set(name, value) } }
}

// The line in the log bears what finds it again: the request's id, and the code
// that the provider gave.
func TestTheLogOfALoginThatFailed(t *testing.T) {
	t.Parallel()
	c := newCrooked(t)
	answer("error", "access_denied")(c)
	h := accesstest.New(t, c.settings)
	b := accesstest.NewBrowser(t)
	b.Get(throughCrooked(b, h))
	if log := h.Log.String(); !strings.Contains(log, "refusal=access_denied") || !strings.Contains(log, "request=") {
		t.Errorf("the log:\n%s", log)
	}
}

func TestAnAddressThatIsNoPartOfTheLogin(t *testing.T) {
	t.Parallel()
	h := accesstest.New(t, nil)
	a := accesstest.NewBrowser(t).Get(h.Public.String() + "/auth/nope")
	if a.StatusCode != http.StatusNotFound || !strings.Contains(a.Text, "<h1") || !strings.HasPrefix(a.Header.Get("Content-Type"), "text/html") {
		t.Errorf("%d %.300s", a.StatusCode, a.Text)
	}
}

func TestProviderThatIsDownAtFirst(t *testing.T) {
	t.Parallel()
	c := newCrooked(t)
	c.down.Store(true)
	h := accesstest.New(t, c.settings) // starts all the same
	b := accesstest.NewBrowser(t)
	a := b.Get(h.Public.String() + "/auth/login")
	wantFailure(t, a, "1 of 5", "does not answer")
	if a.StatusCode != http.StatusBadGateway || !strings.Contains(a.Text, "OPFYLDT_OIDC_ISSUER") {
		t.Errorf("%d, without what to check:\n%s", a.StatusCode, a.Text)
	}
	c.down.Store(false)
	h.Clock.Turn(2 * time.Second)
	b.Get(throughCrooked(b, h))
	if a := b.Get(h.Public.String() + "/"); a.Text != "s1" {
		t.Errorf("when it is up again: %d %q", a.StatusCode, a.Text)
	}
	// Down once more: what was found of it stays good, logged-in people stay in.
	c.down.Store(true)
	h.Clock.Turn(20 * time.Minute)
	if a := b.Get(h.Public.String() + "/"); a.Text != "s1" {
		t.Errorf("while it is down: %d %q", a.StatusCode, a.Text)
	}
}

func TestClaimsThatTheTokenLacksComeFromUserinfo(t *testing.T) {
	t.Parallel()
	c := newCrooked(t)
	claim("roles", nil)(c)
	c.userinfo = map[string]any{"sub": "s1", "roles": []string{"management"}, "name": "Another Name"}
	h := accesstest.New(t, c.settings)
	b := accesstest.NewBrowser(t)
	b.Get(throughCrooked(b, h))
	// The token's own claims are signed and stay: the name is the token's.
	want := `"Sam" ["management"] [] ["*"]`
	if a := b.Get(h.Public.String() + "/"); a.Header.Get("X-Person") != want {
		t.Errorf("person %s, want %s", a.Header.Get("X-Person"), want)
	}
}

func TestAnswerComesTooLate(t *testing.T) {
	t.Parallel()
	c := newCrooked(t)
	h := accesstest.New(t, c.settings)
	b := accesstest.NewBrowser(t)
	callback := throughCrooked(b, h)
	h.Clock.Turn(16 * time.Minute)
	wantFailure(t, b.Get(callback), "2 of 5", "belongs to no login")
	if c.tokens != 0 {
		t.Error("its code was used all the same")
	}
}

func TestFailurePageSpeaksDanishFirst(t *testing.T) {
	t.Parallel()
	c := newCrooked(t)
	h := accesstest.New(t, c.settings)
	req, err := http.NewRequest(http.MethodGet, h.Public.String()+"/auth/callback?state=x&code=y", nil)
	if err != nil {
		t.Fatal(err)
	}
	req.Header.Set("Accept-Language", "fr")
	a := accesstest.NewBrowser(t).Do(req)
	if !strings.Contains(a.Text, `<html lang="da">`) || !strings.Contains(a.Text, "Du blev ikke logget ind") {
		t.Errorf("speaks\n%s", a.Text)
	}
}
