package access_test

import (
	"net/http"
	"net/http/httptest"
	"testing"

	"opfyldt/internal/access"
	"opfyldt/internal/access/devprovider"
	"opfyldt/internal/accesstest"
	"opfyldt/internal/fault"
)

// Two instances share the database and nothing else.
func TestAnotherInstanceNoticesALogout(t *testing.T) {
	t.Parallel()
	h := accesstest.New(t, nil)
	other := h.Again(t, h.Public.String(), devprovider.Settings(accesstest.Claims(), h.Public))
	b := accesstest.NewBrowser(t)
	b.LogIn(h, "lead", "/")
	r := httptest.NewRequest(http.MethodGet, h.Public.String()+"/", nil)
	for _, cookie := range b.Cookies(h.Public) {
		r.AddCookie(cookie)
	}
	if p, err := other.Authenticate(r); err != nil || p.Subject() != "lead" {
		t.Fatalf("the other instance: %v %v", p, err)
	}
	b.Post(h.Public.String()+"/auth/logout", nil)
	if _, err := h.Service.Authenticate(r); fault.KindOf(err) != fault.Unauthenticated {
		t.Errorf("the instance that was asked: %v", err)
	}
	h.Clock.Turn(access.Freshness)
	if _, err := other.Authenticate(r); fault.KindOf(err) != fault.Unauthenticated {
		t.Errorf("the other instance, a second later: %v", err)
	}
}

// BenchmarkAuthenticate measures what each request of a busy page pays.
func BenchmarkAuthenticate(b *testing.B) {
	h := accesstest.New(b, nil)
	browser := accesstest.NewBrowser(b)
	browser.LogIn(h, "lead", "/")
	r := httptest.NewRequest(http.MethodGet, h.Public.String()+"/", nil)
	for _, cookie := range browser.Cookies(h.Public) {
		r.AddCookie(cookie)
	}
	b.Run("within a second", func(b *testing.B) {
		for b.Loop() {
			if _, err := h.Service.Authenticate(r); err != nil {
				b.Fatal(err)
			}
		}
	})
	b.Run("from the database", func(b *testing.B) {
		for b.Loop() {
			h.Clock.Turn(access.Freshness / 1000 * 1001)
			if _, err := h.Service.Authenticate(r); err != nil {
				b.Fatal(err)
			}
		}
	})
}
