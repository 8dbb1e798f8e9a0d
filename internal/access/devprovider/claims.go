package devprovider

import (
	"context"

	"github.com/zitadel/oidc/v3/pkg/oidc"
	"github.com/zitadel/oidc/v3/pkg/op"
)

// SetUserinfoFromRequest fills the id token.
func (s *storage) SetUserinfoFromRequest(_ context.Context, info *oidc.UserInfo, in op.IDTokenRequest, _ []string) error {
	r, ok := in.(*request)
	if !ok {
		return errUnsupported
	}
	info.AppendClaims("sid", r.session)
	return s.describe(info, r.user)
}

// SetUserinfoFromToken answers the userinfo address.
func (s *storage) SetUserinfoFromToken(_ context.Context, info *oidc.UserInfo, tokenID, _, _ string) error {
	s.mu.Lock()
	g, ok := s.tokens[tokenID]
	s.mu.Unlock()
	if !ok || s.clock().After(g.until) {
		return errUnknown
	}
	return s.describe(info, g.user)
}

// describe says of a user what config takes from an id token where nothing else
// is set: these are the default names of the claims.
func (s *storage) describe(info *oidc.UserInfo, subject string) error {
	u, ok := find(subject)
	if !ok {
		return errUnknown
	}
	info.Subject, info.Name = u.Subject, u.Name
	info.AppendClaims("roles", []string{string(u.Role)})
	info.AppendClaims("opfyldt_goals", u.Goals)
	info.AppendClaims("opfyldt_contracts", s.sees(subject))
	return nil
}
