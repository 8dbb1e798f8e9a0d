package access

import (
	"context"
	"encoding/json"
	"net/http"
	"time"

	"github.com/coreos/go-oidc/v3/oidc"
	"golang.org/x/oauth2"

	"opfyldt/internal/config"
	"opfyldt/internal/intake"
)

// login sends the browser to the provider.
func (s *Service) login(w http.ResponseWriter, r *http.Request) {
	if s.elsewhere(r) {
		http.Redirect(w, r, s.public.String()+r.URL.RequestURI(), http.StatusFound)
		return
	}
	d, err := s.provider.discover(r.Context())
	if err != nil {
		s.fail(w, r, failed(stepDiscovery, "unreachable", err))
		return
	}
	a, err := newAttempt(r.URL.Query().Get("return"), s.clock())
	if err != nil {
		s.fail(w, r, failed(stepRedirect, "own", err))
		return
	}
	if err := s.begin(w, r, a); err != nil {
		s.fail(w, r, failed(stepRedirect, "own", err))
		return
	}
	to := s.provider.oauth(d).AuthCodeURL(a.State, oidc.Nonce(a.Nonce), oauth2.S256ChallengeOption(a.Verifier))
	w.Header().Set("Cache-Control", "no-store")
	http.Redirect(w, r, to, http.StatusFound)
}

// elsewhere reports that a developer's browser uses another name of this
// machine than the one the provider will send it back to: its cookie would be
// missing there.
func (s *Service) elsewhere(r *http.Request) bool {
	return config.Loopback(s.public.Host) && config.Loopback(r.Host) && r.Host != s.public.Host
}

// begin keeps the attempt in the browser's session, which it may have to make.
func (s *Service) begin(w http.ResponseWriter, r *http.Request, a attempt) error {
	ctx, err := s.load(r)
	if err != nil {
		return err
	}
	list := readAttempts(s.sessions.GetString(ctx, attemptsKey)).with(a)
	s.sessions.Put(ctx, attemptsKey, list.text())
	return s.save(ctx, w)
}

// callback takes the provider's answer. A failure says at which step.
func (s *Service) callback(w http.ResponseWriter, r *http.Request) {
	to, err := s.complete(w, r)
	if err != nil {
		s.fail(w, r, err)
		return
	}
	w.Header().Set("Cache-Control", "no-store")
	http.Redirect(w, r, to, http.StatusSeeOther)
}

// complete goes the way from the answer to a session, step by step.
func (s *Service) complete(w http.ResponseWriter, r *http.Request) (string, error) {
	d, err := s.provider.discover(r.Context())
	if err != nil {
		return "", failed(stepDiscovery, "unreachable", err)
	}
	ctx, err := s.load(r)
	if err != nil {
		return "", failed(stepRedirect, "own", err)
	}
	a, err := s.answered(ctx, r, d)
	if err != nil {
		return "", err
	}
	tokens, err := s.exchange(ctx, d, a, r.FormValue("code"))
	if err != nil {
		return "", err
	}
	claims, err := s.readClaims(ctx, d, tokens)
	if err != nil {
		return "", err
	}
	identity, err := s.admit(ctx, claims)
	if err != nil {
		return "", err
	}
	if err := s.enter(ctx, w, identity, tokens.raw, claims); err != nil {
		return "", failed(stepRole, "own", err)
	}
	s.log.Info("logged in", "roles", identity.Roles)
	return a.Return, nil
}

// answered checks that the answer belongs to a login that this browser began,
// and that it comes from our provider (RFC 9207).
func (s *Service) answered(ctx context.Context, r *http.Request, d *discovered) (attempt, error) {
	query := r.URL.Query()
	a, rest, ok := readAttempts(s.sessions.GetString(ctx, attemptsKey)).take(query.Get("state"), s.clock())
	s.sessions.Put(ctx, attemptsKey, rest.text())
	if ok {
		// The attempt is used up whatever comes of it.
		if _, _, err := s.sessions.Commit(ctx); err != nil {
			return a, failed(stepRedirect, "own", err)
		}
	}
	iss := query.Get("iss")
	switch {
	case !ok:
		return a, failed(stepRedirect, "state", nil)
	case iss != "" && iss != s.provider.settings.Issuer, iss == "" && d.meta.NamesItself:
		return a, failed(stepRedirect, "issuer", nil)
	case query.Get("error") != "":
		return a, refused(query.Get("error"))
	case query.Get("code") == "":
		return a, failed(stepRedirect, "code", nil)
	}
	return a, nil
}

// admit makes the identity of the claims and refuses who has no role, after
// noting that they were here, so that an administrator finds them.
func (s *Service) admit(ctx context.Context, claims map[string]any) (Identity, error) {
	id := s.claims.Identity(claims)
	if id.Subject == "" || len(id.Subject) > 255 {
		return id, failed(stepClaims, "subject", nil)
	}
	sid, _ := claims["sid"].(string)
	switch code := id.refused(); {
	case code == "person-number":
		return id, failed(stepClaims, "personnumber", nil)
	case code != "", intake.Unsound(sid) != "":
		return id, failed(stepClaims, "unsound", nil)
	}
	if err := s.grants.remember(ctx, id, s.clock()); err != nil {
		return id, failed(stepRole, "own", err)
	}
	p, err := s.person(ctx, id)
	if err != nil {
		return id, failed(stepRole, "own", err)
	}
	if len(p.Roles) == 0 {
		return id, withoutRole(id.Subject)
	}
	return id, nil
}

// enter turns the browser's session into a logged-in one, under a new id. What
// other tabs have begun goes on.
func (s *Service) enter(ctx context.Context, w http.ResponseWriter, id Identity, idToken string, claims map[string]any) error {
	raw, err := json.Marshal(id)
	if err != nil {
		return err
	}
	if err := s.sessions.RenewToken(ctx); err != nil {
		return err
	}
	begun := s.sessions.GetString(ctx, attemptsKey)
	if err := s.sessions.Clear(ctx); err != nil {
		return err
	}
	s.sessions.Put(ctx, attemptsKey, begun)
	sid, _ := claims["sid"].(string)
	s.sessions.Put(ctx, subjectKey, id.Subject)
	s.sessions.Put(ctx, identityKey, string(raw))
	s.sessions.Put(ctx, idTokenKey, idToken)
	if sid != "" {
		s.sessions.Put(ctx, sidKey, sid)
	}
	s.cache.flush()
	return s.save(ctx, w)
}

// load returns a context with the browser's session, a new one where it has
// none that holds.
func (s *Service) load(r *http.Request) (context.Context, error) {
	id := ""
	if cookie, err := r.Cookie(s.sessions.Cookie.Name); err == nil {
		id = cookie.Value
	}
	return s.sessions.Load(r.Context(), id)
}

// save writes the session and its cookie.
func (s *Service) save(ctx context.Context, w http.ResponseWriter) error {
	id, until, err := s.sessions.Commit(ctx)
	if err != nil {
		return err
	}
	s.sessions.WriteSessionCookie(ctx, w, id, until)
	return nil
}

// forgetCookie tells the browser to forget its session's id.
func (s *Service) forgetCookie(ctx context.Context, w http.ResponseWriter) {
	s.sessions.WriteSessionCookie(ctx, w, "", time.Time{})
}
