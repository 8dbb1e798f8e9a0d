package access_test

import (
	"crypto/rand"
	"crypto/rsa"
	"encoding/base64"
	"encoding/json"
	"net/http"
	"net/http/httptest"
	"net/url"
	"sync/atomic"
	"testing"
	"time"

	jose "github.com/go-jose/go-jose/v4"

	"opfyldt/internal/accesstest"
	"opfyldt/internal/config"
)

// crooked is a provider that says whatever a test wants: no real one can be
// asked to lie.
type crooked struct {
	t      testing.TB
	server *httptest.Server
	key    *rsa.PrivateKey
	down   atomic.Bool
	nonce  string // of the login under way
	tokens int    // times a code was exchanged

	change   func(claims map[string]any)        // of the id token
	sign     func(claims map[string]any) string // instead of an honest signature
	answer   func(url.Values)                   // the redirect back
	userinfo map[string]any                     // nil: the address is not there
	metadata map[string]any                     // added to the discovery document
}

func newCrooked(t testing.TB) *crooked {
	t.Helper()
	key, err := rsa.GenerateKey(rand.Reader, 2048)
	if err != nil {
		t.Fatal(err)
	}
	c := &crooked{t: t, key: key, metadata: map[string]any{}}
	mux := http.NewServeMux()
	mux.HandleFunc("/.well-known/openid-configuration", c.discovery)
	mux.HandleFunc("/keys", c.keys)
	mux.HandleFunc("/authorize", c.authorize)
	mux.HandleFunc("/token", c.token)
	mux.HandleFunc("/userinfo", func(w http.ResponseWriter, _ *http.Request) { c.write(w, c.userinfo) })
	c.server = httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if c.down.Load() {
			http.Error(w, "down", http.StatusServiceUnavailable)
			return
		}
		mux.ServeHTTP(w, r)
	}))
	t.Cleanup(c.server.Close)
	return c
}

func (c *crooked) settings(*url.URL) config.OIDC {
	settings := accesstest.Claims()
	settings.Issuer, settings.ClientID = c.server.URL, "opfyldt"
	return settings
}

func (c *crooked) write(w http.ResponseWriter, v any) {
	w.Header().Set("Content-Type", "application/json")
	if err := json.NewEncoder(w).Encode(v); err != nil {
		c.t.Error(err)
	}
}

func (c *crooked) discovery(w http.ResponseWriter, _ *http.Request) {
	document := map[string]any{"issuer": c.server.URL, "authorization_endpoint": c.server.URL + "/authorize",
		"token_endpoint": c.server.URL + "/token", "jwks_uri": c.server.URL + "/keys",
		"id_token_signing_alg_values_supported": []string{"RS256"}}
	if c.userinfo != nil {
		document["userinfo_endpoint"] = c.server.URL + "/userinfo"
	}
	for name, value := range c.metadata {
		document[name] = value
	}
	c.write(w, document)
}

func (c *crooked) keys(w http.ResponseWriter, _ *http.Request) {
	c.write(w, jose.JSONWebKeySet{Keys: []jose.JSONWebKey{{Key: &c.key.PublicKey, KeyID: "k", Use: "sig", Algorithm: "RS256"}}})
}

func (c *crooked) authorize(w http.ResponseWriter, r *http.Request) {
	query := r.URL.Query()
	c.nonce = query.Get("nonce")
	back := url.Values{"state": {query.Get("state")}, "code": {"the-secret-code"}}
	if c.answer != nil {
		c.answer(back)
	}
	http.Redirect(w, r, query.Get("redirect_uri")+"?"+back.Encode(), http.StatusFound)
}

func (c *crooked) token(w http.ResponseWriter, _ *http.Request) {
	c.tokens++
	now := time.Now()
	claims := map[string]any{"iss": c.server.URL, "aud": "opfyldt", "sub": "s1", "nonce": c.nonce, "name": "Sam",
		"iat": now.Unix(), "exp": now.Add(time.Hour).Unix(), "roles": []string{"auditor"},
		"opfyldt_goals": []string{}, "opfyldt_contracts": []string{"*"}, "sid": "session-1"}
	if c.change != nil {
		c.change(claims)
	}
	token := map[string]any{"access_token": "the-secret-access-token", "token_type": "Bearer"}
	if c.sign != nil {
		token["id_token"] = c.sign(claims)
	} else {
		token["id_token"] = c.signed(c.key, "JWT", claims)
	}
	c.write(w, token)
}

func (c *crooked) signed(key *rsa.PrivateKey, kind string, claims map[string]any) string {
	c.t.Helper()
	options := (&jose.SignerOptions{}).WithType(jose.ContentType(kind))
	signer, err := jose.NewSigner(jose.SigningKey{Algorithm: jose.RS256, Key: jose.JSONWebKey{Key: key, KeyID: "k"}}, options)
	if err != nil {
		c.t.Fatal(err)
	}
	raw, err := json.Marshal(claims)
	if err != nil {
		c.t.Fatal(err)
	}
	object, err := signer.Sign(raw)
	if err != nil {
		c.t.Fatal(err)
	}
	text, err := object.CompactSerialize()
	if err != nil {
		c.t.Fatal(err)
	}
	return text
}

// unsigned writes a token that nobody signed.
func unsigned(claims map[string]any) string {
	raw, _ := json.Marshal(claims)
	return base64.RawURLEncoding.EncodeToString([]byte(`{"alg":"none"}`)) + "." + base64.RawURLEncoding.EncodeToString(raw) + "."
}

// throughCrooked begins a login and returns the callback's address.
func throughCrooked(b *accesstest.Browser, h *accesstest.House) string {
	return b.Next(b.Get(b.Next(b.Get(h.Public.String() + "/auth/login"))))
}
