package devprovider

import (
	"net/url"
	"time"

	"github.com/zitadel/oidc/v3/pkg/oidc"
	"github.com/zitadel/oidc/v3/pkg/op"
)

// client is the one client of the provider: ourselves, without a secret, and
// so never without PKCE.
type client struct{ public string }

func newClient(public string) *client { return &client{public} }

func (c *client) GetID() string                       { return ClientID }
func (c *client) RedirectURIs() []string              { return []string{c.public + "/auth/callback"} }
func (c *client) PostLogoutRedirectURIs() []string    { return []string{c.public + "/auth/logged-out"} }
func (c *client) ApplicationType() op.ApplicationType { return op.ApplicationTypeNative }
func (c *client) AuthMethod() oidc.AuthMethod         { return oidc.AuthMethodNone }
func (c *client) ResponseTypes() []oidc.ResponseType {
	return []oidc.ResponseType{oidc.ResponseTypeCode}
}
func (c *client) GrantTypes() []oidc.GrantType        { return []oidc.GrantType{oidc.GrantTypeCode} }
func (c *client) AccessTokenType() op.AccessTokenType { return op.AccessTokenTypeBearer }
func (c *client) IDTokenLifetime() time.Duration      { return time.Hour }
func (c *client) DevMode() bool                       { return true }
func (c *client) IsScopeAllowed(string) bool          { return false }
func (c *client) ClockSkew() time.Duration            { return 0 }

// IDTokenUserinfoClaimsAssertion puts the claims into the id token, so that a
// login needs no second question.
func (c *client) IDTokenUserinfoClaimsAssertion() bool { return true }

func (c *client) LoginURL(request string) string {
	return Path + "login?request=" + url.QueryEscape(request)
}

func (c *client) RestrictAdditionalIdTokenScopes() func([]string) []string     { return same }
func (c *client) RestrictAdditionalAccessTokenScopes() func([]string) []string { return same }

func same(scopes []string) []string { return scopes }
