package access

import (
	"context"
	"crypto/sha256"
	"encoding/base64"
	"encoding/hex"
	"encoding/json"
	"errors"
	"fmt"
	"net/http"
	"strings"
	"time"

	"opfyldt/internal/intake"
)

const (
	logoutTokenAge  = 5 * time.Minute // of a logout token at most
	logoutTokenBody = 64 << 10        // bytes of the request
)

// errRefused says that a logout token is not one to obey.
var errRefused = errors.New("logout token refused")

// backchannelLogout takes the provider's word that a session there has ended
// (OpenID Connect Back-Channel Logout 1.0).
func (s *Service) backchannelLogout(w http.ResponseWriter, r *http.Request) {
	w.Header().Set("Cache-Control", "no-store")
	r.Body = http.MaxBytesReader(w, r.Body, logoutTokenBody)
	err := s.obey(r.Context(), r.PostFormValue("logout_token"))
	switch {
	case errors.Is(err, errRefused):
		s.log.Warn("back-channel logout refused", "error", err)
		w.Header().Set("Content-Type", "application/json")
		w.WriteHeader(http.StatusBadRequest)
		_ = json.NewEncoder(w).Encode(map[string]string{"error": "invalid_request"}) // a reader that has gone cannot be told
	case err != nil:
		s.log.Error("back-channel logout", "error", err)
		w.WriteHeader(http.StatusInternalServerError)
	default:
		w.WriteHeader(http.StatusOK)
	}
}

// obey checks a logout token and ends the sessions it names.
func (s *Service) obey(ctx context.Context, raw string) error {
	d, err := s.provider.discover(ctx)
	if err != nil {
		return err
	}
	if err := checkType(raw); err != nil {
		return err
	}
	token, err := s.provider.verifier(d).VerifyLogout(s.provider.context(ctx), raw)
	if err != nil {
		return fmt.Errorf("%w: %w", errRefused, err)
	}
	now := s.clock()
	if token.IssuedAt.IsZero() || now.Sub(token.IssuedAt) > logoutTokenAge || token.IssuedAt.Sub(now) > time.Minute {
		return fmt.Errorf("%w: issued at %v", errRefused, token.IssuedAt)
	}
	if intake.Unsound(token.Subject) != "" || intake.Unsound(token.SessionID) != "" {
		return fmt.Errorf("%w: sub or sid holds what no text may", errRefused)
	}
	jti := sha256.Sum256([]byte(token.TokenID))
	fresh, err := s.store.obey(ctx, hex.EncodeToString(jti[:]), token.IssuedAt.Add(2*logoutTokenAge), token.Subject, token.SessionID)
	if err != nil {
		return err
	}
	s.cache.flush()
	if !fresh {
		return fmt.Errorf("%w: sent before", errRefused)
	}
	return nil
}

// checkType refuses a token that says it is of another kind. The standard asks
// for logout+jwt and lets providers leave it out or write the general one.
func checkType(raw string) error {
	head, _, _ := strings.Cut(raw, ".")
	decoded, err := base64.RawURLEncoding.DecodeString(head)
	if err != nil {
		return fmt.Errorf("%w: header is not base64", errRefused)
	}
	var header struct {
		Type string `json:"typ"`
	}
	if err := json.Unmarshal(decoded, &header); err != nil {
		return fmt.Errorf("%w: header is no JSON", errRefused)
	}
	switch kind := strings.TrimPrefix(strings.ToLower(header.Type), "application/"); kind {
	case "", "jwt", "logout+jwt":
		return nil
	default:
		return fmt.Errorf("%w: type is %q", errRefused, plain(kind))
	}
}
