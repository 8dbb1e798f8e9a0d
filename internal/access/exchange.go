package access

import (
	"context"
	"crypto/subtle"
	"errors"
	"fmt"

	"github.com/coreos/go-oidc/v3/oidc"
	"golang.org/x/oauth2"
)

// tokens are what the code was exchanged for.
type tokens struct {
	raw    string // the id token as it came
	id     *oidc.IDToken
	access *oauth2.Token
}

// exchange gives the code for tokens and checks the id token: who signed it, by
// whom and for whom it was written, until when it holds, and that it answers
// this login.
func (s *Service) exchange(ctx context.Context, d *discovered, a attempt, code string) (tokens, error) {
	ctx = s.provider.context(ctx)
	token, err := s.provider.oauth(d).Exchange(ctx, code, oauth2.VerifierOption(a.Verifier))
	if err != nil {
		return tokens{}, failed(stepToken, "exchange", spoken(err))
	}
	raw, _ := token.Extra("id_token").(string)
	if raw == "" {
		return tokens{}, failed(stepToken, "missing", nil)
	}
	id, err := s.provider.verifier(d).Verify(ctx, raw)
	if expired, ok := errors.AsType[*oidc.TokenExpiredError](err); ok {
		return tokens{}, failed(stepToken, "expired", expired)
	}
	if err != nil {
		return tokens{}, failed(stepToken, "invalid", err)
	}
	if subtle.ConstantTimeCompare([]byte(id.Nonce), []byte(a.Nonce)) != 1 {
		return tokens{}, failed(stepToken, "nonce", nil)
	}
	if err := s.forUs(id); err != nil {
		return tokens{}, failed(stepToken, "invalid", err)
	}
	if id.AccessTokenHash != "" {
		if err := id.VerifyAccessToken(token.AccessToken); err != nil {
			return tokens{}, failed(stepToken, "invalid", err)
		}
	}
	return tokens{raw, id, token}, nil
}

// forUs checks the authorized party, which go-oidc leaves to us: with several
// audiences it must be there, and where it is there it must be us.
func (s *Service) forUs(id *oidc.IDToken) error {
	var claims struct {
		Party string `json:"azp"`
	}
	if err := id.Claims(&claims); err != nil {
		return fmt.Errorf("read authorized party: %w", err)
	}
	if claims.Party == "" && len(id.Audience) == 1 || claims.Party == s.provider.settings.ClientID {
		return nil
	}
	return fmt.Errorf("authorized party is %q, audience %q", claims.Party, id.Audience)
}

// readClaims reads the id token's claims; those that it lacks are asked for at
// the userinfo address, where there is one.
func (s *Service) readClaims(ctx context.Context, d *discovered, t tokens) (map[string]any, error) {
	claims := map[string]any{}
	if err := t.id.Claims(&claims); err != nil {
		return nil, failed(stepClaims, "unreadable", err)
	}
	if !s.claims.Missing(claims) || d.UserInfoEndpoint() == "" {
		return claims, nil
	}
	info, err := d.UserInfo(s.provider.context(ctx), oauth2.StaticTokenSource(t.access))
	if err != nil {
		return nil, failed(stepClaims, "userinfo", spoken(err))
	}
	if info.Subject != t.id.Subject {
		return nil, failed(stepClaims, "other", nil)
	}
	more := map[string]any{}
	if err := info.Claims(&more); err != nil {
		return nil, failed(stepClaims, "unreadable", err)
	}
	for name, value := range more {
		if _, signed := claims[name]; !signed {
			claims[name] = value
		}
	}
	return claims, nil
}

// spoken keeps of an answer's error what may be logged: its status and code,
// not its body, which may repeat what was sent.
func spoken(err error) error {
	if answer, ok := errors.AsType[*oauth2.RetrieveError](err); ok {
		status := 0
		if answer.Response != nil {
			status = answer.Response.StatusCode
		}
		return fmt.Errorf("the provider answered %d %s", status, plain(answer.ErrorCode))
	}
	return err
}
