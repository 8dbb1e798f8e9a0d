package devprovider

import (
	"crypto/rand"
	"errors"
	"fmt"
	"net/http"
	"net/url"
	"time"

	"github.com/zitadel/oidc/v3/pkg/op"

	"opfyldt/internal/config"
)

// Path is where the provider is mounted on our own server.
const Path = "/dev/oidc/"

// ClientID is what we are called at it.
const ClientID = "opfyldt"

// ErrNotLoopback says that the provider was to run where others reach it.
var ErrNotLoopback = errors.New("the development provider asks for no password and runs on loopback only")

// Options are what the provider needs to know.
type Options struct {
	Listen    string   // the address that the server listens on
	PublicURL *url.URL // how browsers reach the server
	Clock     func() time.Time
	HTTP      *http.Client // tells us of a logout; nil: one with a short patience
	// Sees lists the contracts that a user sees; nil: all see all.
	Sees func(user string) []string
}

// Provider is the development provider.
type Provider struct {
	issuer   string
	storage  *storage
	handler  http.Handler
	callback func(request string) string
}

// Issuer returns the issuer of the provider under a public address.
func Issuer(public *url.URL) string { return public.String() + "/dev/oidc" }

// New makes a provider with a key of its own, or refuses with ErrNotLoopback.
func New(o Options) (*Provider, error) {
	if !config.Loopback(o.Listen) || o.PublicURL == nil || !config.Loopback(o.PublicURL.Host) {
		return nil, fmt.Errorf("%w: it was to listen on %s as %v", ErrNotLoopback, o.Listen, o.PublicURL)
	}
	p := &Provider{issuer: Issuer(o.PublicURL)}
	var err error
	if p.storage, err = newStorage(p.issuer, newClient(o.PublicURL.String()), o); err != nil {
		return nil, err
	}
	settings := &op.Config{CodeMethodS256: true, BackChannelLogoutSupported: true, BackChannelLogoutSessionSupported: true,
		DefaultLogoutRedirectURI: o.PublicURL.String(), SupportedScopes: []string{"openid", "profile"}}
	if _, err = rand.Read(settings.CryptoKey[:]); err != nil {
		return nil, fmt.Errorf("make key of development provider: %w", err)
	}
	provider, err := op.NewProvider(settings, p.storage, op.StaticIssuer(p.issuer), op.WithAllowInsecure(), op.WithCORSOptions(nil))
	if err != nil {
		return nil, fmt.Errorf("start development provider: %w", err)
	}
	p.callback = func(request string) string {
		return provider.AuthorizationEndpoint().Absolute(p.issuer) + "/callback?id=" + url.QueryEscape(request)
	}
	p.handler = p.routes(provider)
	return p, nil
}

// ServeHTTP answers everything under Path.
func (p *Provider) ServeHTTP(w http.ResponseWriter, r *http.Request) { p.handler.ServeHTTP(w, r) }

func (p *Provider) routes(protocol http.Handler) http.Handler {
	mux := http.NewServeMux()
	mux.HandleFunc("GET "+Path+"login", p.choose)
	mux.HandleFunc("POST "+Path+"login", p.chosen)
	mux.Handle("/", http.StripPrefix("/dev/oidc", protocol))
	return mux
}
