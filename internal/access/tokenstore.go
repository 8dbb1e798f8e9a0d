package access

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"time"

	"github.com/jackc/pgx/v5"

	"opfyldt/internal/database"
	"opfyldt/internal/fault"
)

// tokenStore keeps API tokens, their revocations and their uses.
type tokenStore struct{ db *database.DB }

const selectTokens = `
	SELECT t.id, t.name, t.subject, t.owner, t.operations, t.contracts, t.goals, t.created, t.expires, r.at,
	       (SELECT max(u.minute) FROM access_token_uses u WHERE u.token_id = t.id)
	  FROM access_tokens t LEFT JOIN access_token_revocations r ON r.token_id = t.id`

// add keeps a new token under its hash.
func (s *tokenStore) add(ctx context.Context, t Token, hash [32]byte) error {
	o := t.Owner
	owner, err := json.Marshal(Identity{Subject: o.ID, Name: o.FullName, Roles: o.Roles, Goals: o.Goals, Contracts: o.Contracts})
	if err != nil {
		return fmt.Errorf("write token's owner: %w", err)
	}
	_, err = s.db.Pool.Exec(ctx, `
		INSERT INTO access_tokens (id, hash, name, subject, owner, operations, contracts, goals, created, expires)
		VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)`,
		t.ID, hash[:], t.Name, o.ID, owner, list(t.Operations), list(t.Contracts), list(t.Goals), t.Created.UTC(), t.Expires.UTC())
	if err != nil {
		return fmt.Errorf("write token: %w", database.Fault(err))
	}
	return nil
}

// list writes no entries as an empty list, which the table wants.
func list(values []string) []string {
	if values == nil {
		return []string{}
	}
	return values
}

// byHash returns the token with the hash, or fault.NotFound.
func (s *tokenStore) byHash(ctx context.Context, hash [32]byte) (Token, error) {
	return s.one(ctx, selectTokens+` WHERE t.hash = $1`, hash[:])
}

// byID returns the token with the id, or fault.NotFound.
func (s *tokenStore) byID(ctx context.Context, id string) (Token, error) {
	return s.one(ctx, selectTokens+` WHERE t.id::text = $1`, id)
}

func (s *tokenStore) one(ctx context.Context, query string, arg any) (Token, error) {
	rows, err := s.db.Pool.Query(ctx, query, arg)
	if err != nil {
		return Token{}, fmt.Errorf("read token: %w", database.Fault(err))
	}
	t, err := pgx.CollectExactlyOneRow(rows, scanToken)
	if errors.Is(err, pgx.ErrNoRows) {
		return Token{}, fault.New(fault.NotFound, "access.token.unknown", nil)
	}
	if err != nil {
		return Token{}, fmt.Errorf("read token: %w", database.Fault(err))
	}
	return t, nil
}

// of lists the tokens of a subject, or all where it is empty, newest first.
func (s *tokenStore) of(ctx context.Context, subject string) ([]Token, error) {
	rows, err := s.db.Pool.Query(ctx, selectTokens+` WHERE $1 = '' OR t.subject = $1 ORDER BY t.created DESC, t.id`, subject)
	if err != nil {
		return nil, fmt.Errorf("list tokens: %w", database.Fault(err))
	}
	tokens, err := pgx.CollectRows(rows, scanToken)
	if err != nil {
		return nil, fmt.Errorf("list tokens: %w", database.Fault(err))
	}
	return tokens, nil
}

func scanToken(row pgx.CollectableRow) (Token, error) {
	var t Token
	var subject string
	var owner Identity
	var revoked, used *time.Time
	err := row.Scan(&t.ID, &t.Name, &subject, &owner, &t.Operations, &t.Contracts, &t.Goals, &t.Created, &t.Expires, &revoked, &used)
	t.Owner = owner.With(nil)
	t.Created, t.Expires = t.Created.UTC(), t.Expires.UTC()
	if revoked != nil {
		t.Revoked = revoked.UTC()
	}
	if used != nil {
		t.Used = used.UTC()
	}
	return t, err
}

// revoke takes a token back; twice is once.
func (s *tokenStore) revoke(ctx context.Context, id string, by Person, now time.Time) error {
	_, err := s.db.Pool.Exec(ctx, `
		INSERT INTO access_token_revocations (token_id, at, by_subject, by_name) VALUES ($1, $2, $3, $4)
		ON CONFLICT (token_id) DO NOTHING`, id, now.UTC(), by.ID, by.FullName)
	if err != nil {
		return fmt.Errorf("revoke token: %w", database.Fault(err))
	}
	return nil
}

// use notes the minute in which a token was used.
func (s *tokenStore) use(ctx context.Context, id string, now time.Time) error {
	_, err := s.db.Pool.Exec(ctx, `INSERT INTO access_token_uses (token_id, minute) VALUES ($1, $2) ON CONFLICT DO NOTHING`,
		id, now.UTC().Truncate(time.Minute))
	if err != nil {
		return fmt.Errorf("note token's use: %w", database.Fault(err))
	}
	return nil
}

// uses lists the minutes in which a token was used, newest first, a hundred at
// most.
func (s *tokenStore) uses(ctx context.Context, id string) ([]time.Time, error) {
	rows, err := s.db.Pool.Query(ctx, `SELECT minute FROM access_token_uses WHERE token_id = $1 ORDER BY minute DESC LIMIT 100`, id)
	if err != nil {
		return nil, fmt.Errorf("list token's uses: %w", database.Fault(err))
	}
	minutes, err := pgx.CollectRows(rows, pgx.RowTo[time.Time])
	if err != nil {
		return nil, fmt.Errorf("list token's uses: %w", database.Fault(err))
	}
	for i := range minutes {
		minutes[i] = minutes[i].UTC()
	}
	return minutes, nil
}
