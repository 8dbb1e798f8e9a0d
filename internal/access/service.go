package access

import (
	"context"
	"log/slog"
	"net/http"
	"net/url"
	"time"

	"github.com/alexedwards/scs/v2"

	"opfyldt/internal/access/page"
	"opfyldt/internal/config"
	"opfyldt/internal/database"
)

// Options are what the service needs from the app.
type Options struct {
	DB        *database.DB
	OIDC      config.OIDC
	Session   config.Session
	PublicURL *url.URL
	Clock     func() time.Time // the wall's, also where the contract's story runs by another
	Log       *slog.Logger
	HTTP      *http.Client // asks the provider; nil: one with patience for ten seconds
}

// Service logs people in and out, and says who is behind a request.
type Service struct {
	clock    func() time.Time
	log      *slog.Logger
	public   *url.URL
	claims   Claims
	provider *provider
	sessions *scs.SessionManager
	store    *sessionStore
	grants   *grantStore
	tokens   *tokenStore
	cache    *cache
}

// New makes the service. It asks the provider nothing yet: that may be down
// while we start.
func New(o Options) *Service {
	s := &Service{clock: o.Clock, log: o.Log, public: o.PublicURL, cache: newCache(),
		claims: Claims{Roles: o.OIDC.RolesClaim, Goals: o.OIDC.GoalsClaim, Contracts: o.OIDC.ContractsClaim,
			Name: o.OIDC.NameClaim, RoleMap: o.OIDC.RoleMap, Admins: o.OIDC.Admins},
		store:  &sessionStore{o.DB, o.Session, o.Clock},
		grants: &grantStore{o.DB}, tokens: &tokenStore{o.DB}}
	if s.log == nil {
		s.log = slog.New(slog.DiscardHandler)
	}
	s.provider = newProvider(o)
	s.sessions = newManager(s.store, o.Session, o.PublicURL)
	return s
}

// newManager sets scs up: the limits are the store's, the cookie is gone with
// the browser, and only the hash of the session's id is kept.
func newManager(store *sessionStore, limits config.Session, public *url.URL) *scs.SessionManager {
	m := scs.New()
	m.Store, m.Codec, m.HashTokenInStore = store, codec{}, true
	m.Lifetime = limits.Absolute
	m.Cookie.Name, m.Cookie.Secure = cookieName(public)
	m.Cookie.HttpOnly, m.Cookie.Persist = true, false
	m.Cookie.SameSite, m.Cookie.Path = http.SameSiteLaxMode, "/"
	return m
}

// cookieName names the session's cookie. Over https its prefix binds it to this
// host and to https; on a developer's own machine, where ports share cookies,
// the port is in the name.
func cookieName(public *url.URL) (name string, secure bool) {
	if public.Scheme == "https" {
		return "__Host-opfyldt", true
	}
	return "opfyldt-" + public.Port(), false
}

// Route is one address of the service.
type Route struct {
	Method  string
	Path    string
	Handler http.Handler
}

// Routes lists the addresses under /auth/.
func (s *Service) Routes() []Route {
	return []Route{
		{http.MethodGet, "/auth/login", http.HandlerFunc(s.login)},
		{http.MethodGet, "/auth/callback", http.HandlerFunc(s.callback)},
		{http.MethodPost, "/auth/logout", http.HandlerFunc(s.logout)},
		{http.MethodGet, "/auth/logged-out", http.HandlerFunc(s.loggedOut)},
		{http.MethodPost, "/auth/backchannel-logout", http.HandlerFunc(s.backchannelLogout)},
		{http.MethodGet, page.StylePath, page.Style()},
	}
}

// Handler serves all routes.
func (s *Service) Handler() http.Handler {
	mux := http.NewServeMux()
	for _, r := range s.Routes() {
		mux.Handle(r.Method+" "+r.Path, r.Handler)
	}
	mux.HandleFunc("GET /", s.nowhere)
	return mux
}

// Sweep removes ended sessions and answers how many; the app runs it from time
// to time.
func (s *Service) Sweep(ctx context.Context) (int, error) { return s.store.sweep(ctx) }

// Issuer names the login provider.
func (s *Service) Issuer() string { return s.provider.settings.Issuer }

// Reach asks the login provider for its metadata, past what is at hand.
func (s *Service) Reach(ctx context.Context) error {
	_, err := s.provider.ask(ctx)
	return err
}
