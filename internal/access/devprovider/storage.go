package devprovider

import (
	"context"
	"errors"
	"net/http"
	"sync"
	"time"

	jose "github.com/go-jose/go-jose/v4"
	"github.com/google/uuid"
	"github.com/zitadel/oidc/v3/pkg/oidc"
	"github.com/zitadel/oidc/v3/pkg/op"

	"opfyldt/internal/access"
)

// patience is how long a login may take before the provider forgets it.
const patience = 15 * time.Minute

// Errors of the storage. The protocol's library makes the client's errors of
// them.
var (
	errUnknown     = errors.New("unknown or too old")
	errUnsupported = errors.New("not supported by the development provider")
)

// storage is what the provider remembers.
type storage struct {
	issuer string
	client *client
	clock  func() time.Time
	http   *http.Client
	key    *key
	sees   func(user string) []string

	mu       sync.Mutex
	requests map[string]*request // by id
	codes    map[string]string   // code → request
	tokens   map[string]grant    // access token's id
}

// grant is what an access token is good for.
type grant struct {
	user, session string
	until         time.Time
}

var (
	_ op.Storage                        = (*storage)(nil)
	_ op.CanSetUserinfoFromRequest      = (*storage)(nil)
	_ op.CanTerminateSessionFromRequest = (*storage)(nil)
)

func newStorage(issuer string, c *client, o Options) (*storage, error) {
	k, err := newKey()
	if err != nil {
		return nil, err
	}
	s := &storage{issuer: issuer, client: c, clock: o.Clock, http: o.HTTP, key: k, sees: o.Sees,
		requests: map[string]*request{}, codes: map[string]string{}, tokens: map[string]grant{}}
	if s.sees == nil {
		s.sees = func(string) []string { return []string{access.Everything} }
	}
	if s.http == nil {
		s.http = &http.Client{Timeout: 5 * time.Second}
	}
	return s, nil
}

// CreateAuthRequest remembers a login that begins, and forgets those that never
// ended.
func (s *storage) CreateAuthRequest(_ context.Context, in *oidc.AuthRequest, _ string) (op.AuthRequest, error) {
	if in.CodeChallenge == "" {
		return nil, oidc.ErrInvalidRequest().WithDescription("PKCE (S256) is required")
	}
	s.mu.Lock()
	defer s.mu.Unlock()
	s.forget()
	r := &request{AuthRequest: *in, id: uuid.NewString(), session: uuid.NewString(), began: s.clock()}
	s.requests[r.id] = r
	return r, nil
}

// forget drops what is too old. The caller holds the lock.
func (s *storage) forget() {
	now := s.clock()
	for id, r := range s.requests {
		if now.Sub(r.began) > patience {
			delete(s.requests, id)
		}
	}
	for code, id := range s.codes {
		if s.requests[id] == nil {
			delete(s.codes, code)
		}
	}
	for id, g := range s.tokens {
		if now.After(g.until) {
			delete(s.tokens, id)
		}
	}
}

// choose says who logs in.
func (s *storage) choose(id, user string) error {
	s.mu.Lock()
	defer s.mu.Unlock()
	r, ok := s.requests[id]
	if _, known := find(user); !ok || !known || s.clock().Sub(r.began) > patience {
		return errUnknown
	}
	r.user, r.chosen = user, s.clock()
	return nil
}

func (s *storage) AuthRequestByID(_ context.Context, id string) (op.AuthRequest, error) {
	s.mu.Lock()
	defer s.mu.Unlock()
	if r, ok := s.requests[id]; ok && s.clock().Sub(r.began) <= patience {
		return r, nil
	}
	return nil, errUnknown
}

func (s *storage) AuthRequestByCode(ctx context.Context, code string) (op.AuthRequest, error) {
	s.mu.Lock()
	id := s.codes[code]
	s.mu.Unlock()
	return s.AuthRequestByID(ctx, id)
}

func (s *storage) SaveAuthCode(_ context.Context, id, code string) error {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.codes[code] = id
	return nil
}

func (s *storage) DeleteAuthRequest(_ context.Context, id string) error {
	s.mu.Lock()
	defer s.mu.Unlock()
	delete(s.requests, id)
	for code, of := range s.codes {
		if of == id {
			delete(s.codes, code)
		}
	}
	return nil
}

func (s *storage) CreateAccessToken(_ context.Context, in op.TokenRequest) (string, time.Time, error) {
	r, ok := in.(*request)
	if !ok {
		return "", time.Time{}, errUnsupported
	}
	s.mu.Lock()
	defer s.mu.Unlock()
	id, until := uuid.NewString(), s.clock().Add(5*time.Minute)
	s.tokens[id] = grant{r.user, r.session, until}
	return id, until, nil
}

func (s *storage) GetClientByClientID(_ context.Context, id string) (op.Client, error) {
	if id != ClientID {
		return nil, errUnknown
	}
	return s.client, nil
}

func (s *storage) Health(context.Context) error { return nil }

func (s *storage) SigningKey(context.Context) (op.SigningKey, error) { return s.key, nil }

func (s *storage) KeySet(context.Context) ([]op.Key, error) { return []op.Key{publicKey{s.key}}, nil }

func (s *storage) SignatureAlgorithms(context.Context) ([]jose.SignatureAlgorithm, error) {
	return []jose.SignatureAlgorithm{s.key.SignatureAlgorithm()}, nil
}
