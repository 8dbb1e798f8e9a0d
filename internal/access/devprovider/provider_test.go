package devprovider_test

import (
	"errors"
	"net/http"
	"net/http/httptest"
	"net/url"
	"strings"
	"testing"
	"time"

	"opfyldt/internal/access/devprovider"
)

func start(t *testing.T) *devprovider.Provider {
	t.Helper()
	p, err := devprovider.New(devprovider.Options{Listen: "127.0.0.1:8080", PublicURL: address(t, "http://127.0.0.1:8080"), Clock: time.Now})
	if err != nil {
		t.Fatal(err)
	}
	return p
}

func address(t *testing.T, text string) *url.URL {
	t.Helper()
	u, err := url.Parse(text)
	if err != nil {
		t.Fatal(err)
	}
	return u
}

func TestRunsOnLoopbackOnly(t *testing.T) {
	for _, tt := range []struct {
		listen, public string
		starts         bool
	}{
		{"127.0.0.1:8080", "http://127.0.0.1:8080", true},
		{"[::1]:8080", "http://localhost:8080", true},
		{"0.0.0.0:8080", "http://127.0.0.1:8080", false},
		{":8080", "http://127.0.0.1:8080", false},
		{"10.0.0.1:8080", "http://127.0.0.1:8080", false},
		{"127.0.0.1:8080", "https://opfyldt.example", false},
		{"127.0.0.1:8080", "http://127.0.0.1.example:8080", false},
	} {
		_, err := devprovider.New(devprovider.Options{Listen: tt.listen, PublicURL: address(t, tt.public), Clock: time.Now})
		if (err == nil) != tt.starts || err != nil && !errors.Is(err, devprovider.ErrNotLoopback) {
			t.Errorf("listening on %s as %s: %v, want it to start: %v", tt.listen, tt.public, err, tt.starts)
		}
	}
}

func ask(p http.Handler, method, target, body, lang string) *httptest.ResponseRecorder {
	r := httptest.NewRequest(method, target, strings.NewReader(body))
	r.Header.Set("Accept-Language", lang)
	r.Header.Set("Content-Type", "application/x-www-form-urlencoded")
	w := httptest.NewRecorder()
	p.ServeHTTP(w, r)
	return w
}

const authorize = "/dev/oidc/authorize?response_type=code&client_id=opfyldt&scope=openid&state=s&nonce=n" +
	"&redirect_uri=http%3A%2F%2F127.0.0.1%3A8080%2Fauth%2Fcallback"

const challenge = "&code_challenge_method=S256&code_challenge=E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM"

func TestLoginPageShowsSevenPeople(t *testing.T) {
	p := start(t)
	login := ask(p, "GET", authorize+challenge, "", "").Header().Get("Location")
	for lang, want := range map[string]string{"da": "Hvem vil du være?", "en-GB": "Who do you want to be?", "de": "Hvem vil du være?"} {
		w := ask(p, "GET", login, "", lang)
		if w.Code != http.StatusOK || !strings.Contains(w.Body.String(), want) || strings.Count(w.Body.String(), "<button") != 7 {
			t.Errorf("%s: %d %s", lang, w.Code, w.Body)
		}
		if strings.Contains(w.Body.String(), "<script") || strings.Contains(w.Body.String(), "style=") || strings.Contains(w.Body.String(), "devprovider.") {
			t.Errorf("%s: the page holds a script, a style or a key:\n%s", lang, w.Body)
		}
		if policy := w.Header().Get("Content-Security-Policy"); !strings.HasPrefix(policy, "default-src 'none'; style-src 'self'") || strings.Contains(policy, "unsafe") {
			t.Errorf("policy %q", policy)
		}
	}
}

func TestWhatTheProviderRefuses(t *testing.T) {
	p := start(t)
	if to := ask(p, "GET", authorize, "", "").Header().Get("Location"); !strings.Contains(to, "error=invalid_request") {
		t.Errorf("without PKCE it leads to %q", to)
	}
	elsewhere := strings.Replace(authorize, "8080%2Fauth", "8080%2Fevil", 1)
	if w := ask(p, "GET", elsewhere+challenge, "", ""); w.Header().Get("Location") != "" || w.Code < 400 {
		t.Errorf("another redirect address: %d to %q", w.Code, w.Header().Get("Location"))
	}
	if w := ask(p, "GET", strings.Replace(authorize, "client_id=opfyldt", "client_id=x", 1)+challenge, "", ""); w.Header().Get("Location") != "" || w.Code < 400 {
		t.Errorf("another client: %d to %q", w.Code, w.Header().Get("Location"))
	}
	if w := ask(p, "GET", "/dev/oidc/login?request=x", "", "en"); w.Code != http.StatusBadRequest || !strings.Contains(w.Body.String(), "The login cannot go on") {
		t.Errorf("a login that nobody began: %d", w.Code)
	}
	login := address(t, ask(p, "GET", authorize+challenge, "", "").Header().Get("Location"))
	request := login.Query().Get("request")
	if w := ask(p, "POST", "/dev/oidc/login", "request="+request+"&user=root", "en"); w.Code != http.StatusBadRequest {
		t.Errorf("somebody there is not: %d", w.Code)
	}
	// Nobody was chosen: the protocol does not go on.
	if w := ask(p, "GET", "/dev/oidc/authorize/callback?id="+request, "", ""); strings.Contains(w.Header().Get("Location"), "code=") {
		t.Errorf("a code for nobody: %q", w.Header().Get("Location"))
	}
}

func TestPerson(t *testing.T) {
	p, ok := devprovider.Person("lead")
	if role, err := p.Permit("milestone.report", "cpr-2014", "7"); !ok || err != nil || role != "lead" {
		t.Errorf("the lead: %v %q %v", ok, role, err)
	}
	if _, ok := devprovider.Person("root"); ok {
		t.Error("there is a user root")
	}
}
