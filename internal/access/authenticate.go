package access

import (
	"context"
	"crypto/sha256"
	"encoding/json"
	"fmt"
	"net/http"
	"strings"
	"time"

	"opfyldt/internal/fault"
)

// Keys of a session's values.
const (
	subjectKey  = "subject"  // read by the table too
	sidKey      = "sid"      // read by the table too
	identityKey = "identity" // as JSON
	idTokenKey  = "idToken"  // for logging out at the provider
	attemptsKey = "attempts" // logins begun, as JSON
)

// Authenticate names the person behind a request: by the API token in its
// Authorization header, otherwise by its session's cookie. It fails with
// fault.Unauthenticated.
func (s *Service) Authenticate(r *http.Request) (Person, error) {
	if header := r.Header.Get("Authorization"); header != "" {
		return s.byToken(r.Context(), header)
	}
	cookie, err := r.Cookie(s.sessions.Cookie.Name)
	if err != nil || cookie.Value == "" {
		return Person{}, unauthenticated("access.no_session")
	}
	ctx := r.Context()
	if r.Header.Get(unattendedHeader) != "" {
		ctx = context.WithValue(ctx, unattended{}, true)
	}
	return s.bySession(ctx, cookie.Value)
}

// unattendedHeader is sent by a page that asks again by itself while nobody uses
// it. Such a request is answered, but does not keep an idle session alive.
const unattendedHeader = "Unattended"

type unattended struct{}

func unauthenticated(code string) error { return fault.New(fault.Unauthenticated, code, nil) }

func (s *Service) bySession(ctx context.Context, id string) (Person, error) {
	key, now := sha256.Sum256([]byte(id)), s.clock()
	p, ok, state := s.cache.get(key, now)
	if ok {
		return p, nil
	}
	ctx, err := s.sessions.Load(ctx, id)
	if err != nil {
		return Person{}, fmt.Errorf("read session: %w", err)
	}
	raw := s.sessions.GetString(ctx, identityKey)
	if raw == "" {
		return Person{}, unauthenticated("access.session_ended")
	}
	var identity Identity
	if err := json.Unmarshal([]byte(raw), &identity); err != nil {
		return Person{}, fmt.Errorf("read session's person: %w", err)
	}
	if p, err = s.person(ctx, identity); err != nil {
		return Person{}, err
	}
	s.cache.put(key, p, now, state)
	return p, nil
}

// person adds to what the provider says what an administrator granted.
func (s *Service) person(ctx context.Context, id Identity) (Person, error) {
	grants, err := s.grants.grants(ctx, id.Subject)
	if err != nil {
		return Person{}, err
	}
	return id.With(grants), nil
}

func (s *Service) byToken(ctx context.Context, header string) (Person, error) {
	scheme, secret, _ := strings.Cut(header, " ")
	key, ok := HashSecret(strings.TrimSpace(secret))
	if !strings.EqualFold(scheme, "Bearer") || !ok {
		return Person{}, unauthenticated("access.token.malformed")
	}
	now := s.clock()
	p, ok, state := s.cache.get(key, now)
	if ok {
		return p, nil
	}
	token, err := s.tokens.byHash(ctx, key)
	if fault.KindOf(err) == fault.NotFound {
		return Person{}, unauthenticated("access.token.refused")
	}
	if err != nil {
		return Person{}, err
	}
	if !token.Good(now) {
		return Person{}, unauthenticated("access.token.refused")
	}
	if token.Used.Before(now.UTC().Truncate(time.Minute)) {
		if err := s.tokens.use(ctx, token.ID, now); err != nil {
			return Person{}, err
		}
	}
	p = token.Person()
	s.cache.put(key, p, now, state)
	return p, nil
}
