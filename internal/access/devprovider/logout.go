package devprovider

import (
	"context"
	"encoding/json"
	"fmt"
	"net/http"
	"net/url"
	"strings"
	"time"

	jose "github.com/go-jose/go-jose/v4"
	"github.com/google/uuid"
	"github.com/zitadel/oidc/v3/pkg/op"
)

// TerminateSessionFromRequest ends a session: it tells the client by the back
// channel, then lets the browser go where it may.
func (s *storage) TerminateSessionFromRequest(ctx context.Context, in *op.EndSessionRequest) (string, error) {
	if in.IDTokenHintClaims == nil {
		return in.RedirectURI, nil
	}
	sid, _ := in.IDTokenHintClaims.Claims["sid"].(string)
	token, err := s.logoutToken(in.UserID, sid)
	if err != nil {
		return "", err
	}
	// A client that cannot be reached keeps nobody from logging out.
	_ = s.tell(ctx, token)
	return in.RedirectURI, nil
}

// logoutToken writes a token as OpenID Connect Back-Channel Logout has it.
func (s *storage) logoutToken(subject, sid string) (string, error) {
	signer, err := jose.NewSigner(jose.SigningKey{Algorithm: jose.RS256, Key: jose.JSONWebKey{Key: s.key.private, KeyID: s.key.id}},
		(&jose.SignerOptions{}).WithType("logout+jwt"))
	if err != nil {
		return "", fmt.Errorf("make signer of logout token: %w", err)
	}
	now := s.clock()
	claims, err := json.Marshal(map[string]any{
		"iss": s.issuer, "aud": ClientID, "sub": subject, "sid": sid, "jti": uuid.NewString(),
		"iat": now.Unix(), "exp": now.Add(2 * time.Minute).Unix(),
		"events": map[string]any{"http://schemas.openid.net/event/backchannel-logout": struct{}{}},
	})
	if err != nil {
		return "", fmt.Errorf("write logout token: %w", err)
	}
	signed, err := signer.Sign(claims)
	if err != nil {
		return "", fmt.Errorf("sign logout token: %w", err)
	}
	return signed.CompactSerialize()
}

func (s *storage) tell(ctx context.Context, token string) error {
	form := url.Values{"logout_token": {token}}
	req, err := http.NewRequestWithContext(ctx, http.MethodPost, s.client.public+"/auth/backchannel-logout", strings.NewReader(form.Encode()))
	if err != nil {
		return fmt.Errorf("make logout request: %w", err)
	}
	req.Header.Set("Content-Type", "application/x-www-form-urlencoded")
	res, err := s.http.Do(req)
	if err != nil {
		return fmt.Errorf("send logout token: %w", err)
	}
	return res.Body.Close()
}
