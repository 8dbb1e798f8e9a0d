package access

import (
	"errors"
	"net/http"
	"strings"

	"opfyldt/internal/access/page"
	"opfyldt/internal/catalogue"
	"opfyldt/internal/database"
	"opfyldt/internal/fault"
)

// step is where on its way a login failed.
type step string

// The steps, in their order.
const (
	stepDiscovery step = "discovery" // the provider was not found
	stepRedirect  step = "redirect"  // its answer was not one to our question
	stepToken     step = "token"     // it gave no token, or none that we may trust
	stepClaims    step = "claims"    // the token does not say who it is
	stepRole      step = "role"      // they have no role here
)

// failure is a login that failed: the step and cause are shown, the error is
// for the log.
type failure struct {
	step   step
	cause  string
	params fault.Params
	err    error
}

func (f *failure) Error() string {
	text := "log in: " + string(f.step) + ": " + f.cause
	if f.err != nil {
		text += ": " + f.err.Error()
	}
	return text
}

func (f *failure) Unwrap() error { return f.err }

func failed(at step, cause string, err error) error {
	return &failure{step: at, cause: cause, err: err}
}

// refused is a login that the provider itself ended, with its code.
func refused(code string) error {
	return &failure{step: stepRedirect, cause: "refused", params: fault.Params{"code": plain(code)}}
}

// withoutRole is a login of somebody unknown here. Their subject is shown,
// because an administrator needs it to grant them a role.
func withoutRole(subject string) error {
	return &failure{step: stepRole, cause: "none", params: fault.Params{"subject": subject}}
}

// plain keeps of a code from outside what codes are made of.
func plain(code string) string {
	clean := strings.Map(func(r rune) rune {
		if r >= 'a' && r <= 'z' || r >= 'A' && r <= 'Z' || r >= '0' && r <= '9' || r == '_' || r == '-' {
			return r
		}
		return -1
	}, code)
	return clean[:min(len(clean), 60)]
}

// statuses say whose fault a step's failure is.
func (f *failure) status() int {
	switch {
	case f.cause == "own":
		return http.StatusInternalServerError
	case f.cause == "unavailable":
		return http.StatusServiceUnavailable
	case f.step == stepDiscovery, f.cause == "exchange", f.cause == "userinfo":
		return http.StatusBadGateway
	case f.step == stepRole:
		return http.StatusForbidden
	}
	return http.StatusBadRequest
}

// requestIDHeader is on every answer before it comes to us; the page and the log
// of requests bear the same.
const requestIDHeader = "X-Request-Id"

// fail shows the page of a login that failed and logs why. Neither holds a
// code, a token or a secret.
func (s *Service) fail(w http.ResponseWriter, r *http.Request, err error) {
	f, ok := errors.AsType[*failure](err)
	if !ok {
		f = &failure{step: stepRedirect, cause: "own", err: err}
	}
	if f.cause == "own" && database.Unavailable(f.err) {
		f.cause = "unavailable" // it passes by itself
		w.Header().Set("Retry-After", "1")
	}
	s.log.Warn("login failed", "request", w.Header().Get(requestIDHeader), "step", string(f.step), "cause", f.cause,
		"refusal", f.params["code"], "error", s.scrub(r, f.err))
	lang := page.Language(r)
	say := func(key string) string { return catalogue.Text(lang, "login."+key, f.params) }
	page.Write(w, lang, page.Page{
		Status: f.status(),
		Title:  say("failed.title"),
		Text:   []string{say("cause." + string(f.step) + "." + f.cause), say("check." + string(f.step))},
		Facts:  []page.Fact{{Name: say("failed.step"), Value: say("step." + string(f.step))}},
		Link:   &page.Link{Href: "/auth/login", Text: say("again")},
		Foot:   say("failed.foot"),
	})
}

// scrub writes an error for the log without what came in the address and
// without our secret: whatever a library may have put into its words.
func (s *Service) scrub(r *http.Request, err error) string {
	if err == nil {
		return ""
	}
	text := err.Error()
	secrets := append(r.URL.Query()["code"], r.URL.Query()["state"]...)
	for _, secret := range append(secrets, s.provider.settings.ClientSecret) {
		if secret != "" {
			text = strings.ReplaceAll(text, secret, "(left out)")
		}
	}
	return text
}

// nowhere answers an address under /auth/ that is none, or one that is not read.
func (s *Service) nowhere(w http.ResponseWriter, r *http.Request) {
	status := http.StatusNotFound
	for _, route := range s.Routes() {
		if route.Path == r.URL.Path {
			status = http.StatusMethodNotAllowed
			w.Header().Set("Allow", route.Method)
		}
	}
	lang := page.Language(r)
	title, text := catalogue.Text(lang, "login.nowhere.title", nil), catalogue.Text(lang, "login.nowhere.text", nil)
	page.Write(w, lang, page.Page{Status: status, Title: title, Text: []string{text}, Link: &page.Link{Href: "/", Text: "Opfyldt"}})
}
