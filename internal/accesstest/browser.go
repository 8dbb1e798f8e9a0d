package accesstest

import (
	"bytes"
	"encoding/json"
	"errors"
	"io"
	"net/http"
	"net/http/cookiejar"
	"net/url"
	"strings"
	"testing"
)

// Browser keeps cookies, reads English, and goes where it is sent only when it
// is told to.
type Browser struct {
	t      testing.TB
	client *http.Client
}

// Answer is a response that was read to its end.
type Answer struct {
	*http.Response
	Text string
}

// NewBrowser returns a browser without cookies.
func NewBrowser(t testing.TB) *Browser {
	t.Helper()
	jar, err := cookiejar.New(nil)
	if err != nil {
		t.Fatal(err)
	}
	stay := func(*http.Request, []*http.Request) error { return http.ErrUseLastResponse }
	return &Browser{t, &http.Client{Jar: jar, CheckRedirect: stay}}
}

// Get fetches an address.
func (b *Browser) Get(address string) Answer {
	b.t.Helper()
	req, err := http.NewRequest(http.MethodGet, address, nil)
	if err != nil {
		b.t.Fatal(err)
	}
	return b.Do(req)
}

// Post sends a form.
func (b *Browser) Post(address string, form url.Values) Answer {
	b.t.Helper()
	req, err := http.NewRequest(http.MethodPost, address, strings.NewReader(form.Encode()))
	if err != nil {
		b.t.Fatal(err)
	}
	req.Header.Set("Content-Type", "application/x-www-form-urlencoded")
	return b.Do(req)
}

// Call sends a request to the API with the body as JSON, where there is one, and
// reads the answer into out, where it is not nil. It returns the status.
func (b *Browser) Call(method, address string, body, out any, headers ...string) int {
	b.t.Helper()
	raw, err := json.Marshal(body)
	if err != nil {
		b.t.Fatal(err)
	}
	if body == nil {
		raw = nil
	}
	req, err := http.NewRequest(method, address, bytes.NewReader(raw))
	if err != nil {
		b.t.Fatal(err)
	}
	req.Header.Set("Content-Type", "application/json")
	for i := 0; i+1 < len(headers); i += 2 {
		req.Header.Set(headers[i], headers[i+1])
	}
	a := b.Do(req)
	if out != nil {
		if err := json.Unmarshal([]byte(a.Text), out); err != nil {
			b.t.Fatalf("%s %s answers %d %s: %v", method, address, a.StatusCode, a.Text, err)
		}
	}
	return a.StatusCode
}

// Do sends a request.
func (b *Browser) Do(req *http.Request) Answer {
	b.t.Helper()
	if req.Header.Get("Accept-Language") == "" {
		req.Header.Set("Accept-Language", "en")
	}
	res, err := b.client.Do(req)
	if err != nil {
		b.t.Fatal(err)
	}
	text, err := io.ReadAll(res.Body)
	if err := errors.Join(err, res.Body.Close()); err != nil {
		b.t.Fatal(err)
	}
	return Answer{res, string(text)}
}

// Next returns where an answer sends the browser.
func (b *Browser) Next(a Answer) string {
	b.t.Helper()
	to, err := a.Location()
	if err != nil {
		b.t.Fatalf("%s %s leads nowhere: %d %s", a.Request.Method, a.Request.URL.Path, a.StatusCode, a.Text)
	}
	return to.String()
}

// Cookies lists the browser's cookies for an address.
func (b *Browser) Cookies(u *url.URL) []*http.Cookie { return b.client.Jar.Cookies(u) }

// Choose begins a login at the house, picks the user at the development
// provider and returns the address of the callback, not yet gone to.
func (b *Browser) Choose(h *House, user, returnTo string) string {
	b.t.Helper()
	a := b.Get(h.Public.String() + "/auth/login?return=" + url.QueryEscape(returnTo))
	login := b.Next(b.Get(b.Next(a)))
	at, err := url.Parse(login)
	if err != nil {
		b.t.Fatal(err)
	}
	a = b.Post(login, url.Values{"request": {at.Query().Get("request")}, "user": {user}})
	return b.Next(b.Get(b.Next(a)))
}

// LogIn goes all the way and returns the page that the login ends on.
func (b *Browser) LogIn(h *House, user, returnTo string) Answer {
	b.t.Helper()
	return b.Get(b.Next(b.Get(b.Choose(h, user, returnTo))))
}
