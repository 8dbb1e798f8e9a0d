package access

import (
	"context"
	"fmt"
	"slices"
	"time"

	"github.com/google/uuid"

	"opfyldt/internal/fault"
)

// MakeToken makes an API token and answers its secret, this once.
func (s *Service) MakeToken(ctx context.Context, by Person, scope Scope, expires time.Time) (Token, string, error) {
	now, expires := s.clock().UTC().Truncate(time.Microsecond), expires.UTC().Truncate(time.Microsecond)
	if err := CheckToken(by, scope, now, expires); err != nil {
		return Token{}, "", err
	}
	secret, hash, err := NewSecret()
	if err != nil {
		return Token{}, "", err
	}
	id, err := uuid.NewV7()
	if err != nil {
		return Token{}, "", fmt.Errorf("make token's id: %w", err)
	}
	scope.ID = id.String()
	t := Token{Scope: scope, Owner: by, Created: now, Expires: expires}
	if err := s.tokens.add(ctx, t, hash); err != nil {
		return Token{}, "", err
	}
	s.log.Info("token made", "token", t.ID, "operations", t.Operations, "expires", t.Expires)
	return t, secret, nil
}

// Tokens lists the person's tokens, everybody's for who manages all.
func (s *Service) Tokens(ctx context.Context, by Person) ([]Token, error) {
	if by.Reach("token.manage") == All {
		return s.tokens.of(ctx, "")
	}
	return s.tokens.of(ctx, by.ID)
}

// TokenUses lists the minutes in which a token was used, the latest hundred.
func (s *Service) TokenUses(ctx context.Context, by Person, id string) ([]time.Time, error) {
	t, err := s.token(ctx, by, id)
	if err != nil {
		return nil, err
	}
	return s.tokens.uses(ctx, t.ID)
}

// RevokeToken takes a token back, from now on and for good.
func (s *Service) RevokeToken(ctx context.Context, by Person, id string) (Token, error) {
	t, err := s.token(ctx, by, id)
	if err != nil {
		return Token{}, err
	}
	if err := s.tokens.revoke(ctx, t.ID, by, s.clock()); err != nil {
		return Token{}, err
	}
	s.cache.flush()
	s.log.Info("token revoked", "token", t.ID)
	return s.tokens.byID(ctx, t.ID)
}

// token returns a token that is the person's to manage; another's is not there.
func (s *Service) token(ctx context.Context, by Person, id string) (Token, error) {
	t, err := s.tokens.byID(ctx, id)
	if err == nil && t.Owner.ID != by.ID && by.Reach("token.manage") != All {
		return Token{}, fault.New(fault.NotFound, "access.token.unknown", nil)
	}
	return t, err
}

// AddGrant writes a row of the fallback table; the same again answers with the
// row that is there.
func (s *Service) AddGrant(ctx context.Context, by Person, g Grant) (Grant, error) {
	if err := g.Check(); err != nil {
		return Grant{}, err
	}
	g.At, g.By, g.ByName = s.clock().UTC().Truncate(time.Microsecond), by.ID, by.Name()
	kept, err := s.grants.add(ctx, g)
	s.cache.flush()
	return kept, err
}

// Grants lists the fallback table's rows, oldest first.
func (s *Service) Grants(ctx context.Context) ([]Grant, error) { return s.grants.grants(ctx, "") }

// Acquaintance is somebody who has logged in or tried to, with what they may
// do now.
type Acquaintance struct {
	Known
	Now Person
}

// People lists who has logged in or tried to.
func (s *Service) People(ctx context.Context) ([]Acquaintance, error) {
	known, err := s.grants.people(ctx)
	if err != nil {
		return nil, err
	}
	rows, err := s.grants.grants(ctx, "")
	if err != nil {
		return nil, err
	}
	var people []Acquaintance
	for _, k := range known {
		theirs := slices.DeleteFunc(slices.Clone(rows), func(g Grant) bool { return g.Subject != k.Subject })
		people = append(people, Acquaintance{k, k.Identity.With(theirs)})
	}
	return people, nil
}
