package access

import (
	"context"
	"errors"
	"fmt"
	"net/http"
	"slices"
	"sync"
	"time"

	"github.com/coreos/go-oidc/v3/oidc"
	"golang.org/x/oauth2"

	"opfyldt/internal/config"
)

const (
	providerPatience = 10 * time.Second // for one answer of the provider
	providerPause    = time.Second      // after one that failed
	metadataLife     = time.Hour        // until the provider's metadata is read anew
)

// provider is the OpenID provider, found when it is first needed.
type provider struct {
	settings config.OIDC
	callback string
	clock    func() time.Time
	http     *http.Client

	mu     sync.Mutex
	found  *discovered
	at     time.Time // of the last try
	failed error     // of the last try
}

// discovered is what the provider's metadata say.
type discovered struct {
	*oidc.Provider
	meta metadata
}

// metadata are the entries that go-oidc leaves to us.
type metadata struct {
	EndSession  string   `json:"end_session_endpoint"`
	AuthMethods []string `json:"token_endpoint_auth_methods_supported"`
	NamesItself bool     `json:"authorization_response_iss_parameter_supported"`
}

func newProvider(o Options) *provider {
	p := &provider{settings: o.OIDC, callback: o.PublicURL.String() + "/auth/callback", clock: o.Clock, http: o.HTTP}
	if p.http == nil {
		p.http = &http.Client{Timeout: providerPatience}
	}
	return p
}

// context gives the libraries our client.
func (p *provider) context(ctx context.Context) context.Context {
	return oidc.ClientContext(ctx, p.http)
}

// discover returns the provider. One that was down is asked again, though not
// by every request of a crowd; one that was found stays good while it is down.
func (p *provider) discover(ctx context.Context) (*discovered, error) {
	p.mu.Lock()
	defer p.mu.Unlock()
	age := p.clock().Sub(p.at)
	switch {
	case p.found != nil && age < metadataLife:
		return p.found, nil
	case p.failed != nil && age >= 0 && age < providerPause:
		return p.found, p.failure()
	}
	found, err := p.ask(ctx)
	p.at, p.failed = p.clock(), err
	if err == nil {
		p.found = found
	}
	return p.found, p.failure()
}

// failure is the last try's error where there is nothing older to go by.
func (p *provider) failure() error {
	if p.found != nil {
		return nil
	}
	return p.failed
}

func (p *provider) ask(ctx context.Context) (*discovered, error) {
	// One browser that goes away does not end the try that others wait for.
	ctx, cancel := context.WithTimeout(p.context(context.WithoutCancel(ctx)), providerPatience)
	defer cancel()
	found, err := oidc.NewProvider(ctx, p.settings.Issuer)
	if err != nil {
		return nil, fmt.Errorf("discover provider %s: %w", p.settings.Issuer, err)
	}
	d := &discovered{Provider: found}
	if err := found.Claims(&d.meta); err != nil {
		return nil, fmt.Errorf("read metadata of provider %s: %w", p.settings.Issuer, err)
	}
	if endpoint := found.Endpoint(); endpoint.AuthURL == "" || endpoint.TokenURL == "" {
		return nil, fmt.Errorf("read metadata of provider %s: %w", p.settings.Issuer, errors.New("no authorization or token endpoint"))
	}
	return d, nil
}

// oauth sets up the code flow. How we name ourselves at the token endpoint is
// chosen from the metadata, never tried out: a code is good for one try.
func (p *provider) oauth(d *discovered) *oauth2.Config {
	endpoint := d.Endpoint()
	endpoint.AuthStyle = oauth2.AuthStyleInHeader
	basic := len(d.meta.AuthMethods) == 0 || slices.Contains(d.meta.AuthMethods, "client_secret_basic")
	if p.settings.ClientSecret == "" || !basic {
		endpoint.AuthStyle = oauth2.AuthStyleInParams
	}
	return &oauth2.Config{ClientID: p.settings.ClientID, ClientSecret: p.settings.ClientSecret,
		Endpoint: endpoint, RedirectURL: p.callback, Scopes: p.settings.Scopes}
}

func (p *provider) verifier(d *discovered) *oidc.IDTokenVerifier {
	return d.Verifier(&oidc.Config{ClientID: p.settings.ClientID, Now: p.clock})
}
