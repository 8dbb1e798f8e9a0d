package access

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"time"

	"github.com/alexedwards/scs/v2"
	"github.com/jackc/pgx/v5"

	"opfyldt/internal/config"
	"opfyldt/internal/database"
)

// loginPatience is how long a login that has begun may take.
const loginPatience = 15 * time.Minute

// sessionStore keeps scs's sessions in Postgres and holds their two limits by
// its own clock: scs knows only the wall's.
type sessionStore struct {
	db     *database.DB
	limits config.Session
	clock  func() time.Time
}

var _ scs.CtxStore = (*sessionStore)(nil)

// FindCtx returns a session within its limits. A session without a person is a
// login that has begun, and ends sooner. Now and then it notes that the session
// was seen, unless nobody was there.
func (s *sessionStore) FindCtx(ctx context.Context, token string) ([]byte, bool, error) {
	now := s.clock().UTC()
	var data []byte
	var seen time.Time
	err := s.db.Pool.QueryRow(ctx, `
		SELECT data, seen FROM sessions
		 WHERE token = $1 AND began > $2 AND seen > $3 AND (subject IS NOT NULL OR began > $4)`,
		token, now.Add(-s.limits.Absolute), now.Add(-s.limits.Idle), now.Add(-loginPatience)).Scan(&data, &seen)
	if errors.Is(err, pgx.ErrNoRows) {
		return nil, false, nil
	}
	if err != nil {
		return nil, false, fmt.Errorf("read session: %w", database.Fault(err))
	}
	if now.Sub(seen) > s.limits.Idle/20 && ctx.Value(unattended{}) == nil {
		if _, err := s.db.Pool.Exec(ctx, `UPDATE sessions SET seen = $2 WHERE token = $1 AND seen < $2`, token, now); err != nil {
			return nil, false, fmt.Errorf("note session as seen: %w", database.Fault(err))
		}
	}
	return data, true, nil
}

// CommitCtx writes a session; when it began stays.
func (s *sessionStore) CommitCtx(ctx context.Context, token string, data []byte, _ time.Time) error {
	_, err := s.db.Pool.Exec(ctx, `
		INSERT INTO sessions (token, data, began, seen) VALUES ($1, $2, $3, $3)
		ON CONFLICT (token) DO UPDATE SET data = excluded.data, seen = excluded.seen`,
		token, data, s.clock().UTC())
	if err != nil {
		return fmt.Errorf("write session: %w", database.Fault(err))
	}
	return nil
}

// DeleteCtx ends a session.
func (s *sessionStore) DeleteCtx(ctx context.Context, token string) error {
	if _, err := s.db.Pool.Exec(ctx, `DELETE FROM sessions WHERE token = $1`, token); err != nil {
		return fmt.Errorf("end session: %w", database.Fault(err))
	}
	return nil
}

// Find, Commit and Delete are what scs calls where a store takes no context;
// this one always gets its own.
func (s *sessionStore) Find(token string) ([]byte, bool, error) {
	return s.FindCtx(context.Background(), token)
}

// Commit is CommitCtx without a context.
func (s *sessionStore) Commit(token string, data []byte, expiry time.Time) error {
	return s.CommitCtx(context.Background(), token, data, expiry)
}

// Delete is DeleteCtx without a context.
func (s *sessionStore) Delete(token string) error { return s.DeleteCtx(context.Background(), token) }

// obey ends the sessions that a logout token names, once: by the provider's
// session where it names one and told us of it, otherwise all of the person's.
// It answers false for a token that was obeyed before.
func (s *sessionStore) obey(ctx context.Context, jti string, until time.Time, subject, sid string) (bool, error) {
	fresh := false
	err := s.db.InTx(ctx, func(tx pgx.Tx) error {
		tag, err := tx.Exec(ctx, `INSERT INTO logout_tokens (jti, until) VALUES ($1, $2) ON CONFLICT DO NOTHING`, jti, until.UTC())
		if fresh = tag.RowsAffected() == 1; err != nil || !fresh {
			return err
		}
		_, err = tx.Exec(ctx, `
			DELETE FROM sessions
			 WHERE subject IS NOT NULL AND ($1 = '' OR subject = $1)
			   AND ($2 = '' OR sid = $2 OR (sid IS NULL AND $1 <> ''))`, subject, sid)
		return err
	})
	if err != nil {
		return false, fmt.Errorf("end sessions by logout token: %w", err)
	}
	return fresh, nil
}

// sweep removes what has come to its end, and answers how many sessions.
func (s *sessionStore) sweep(ctx context.Context) (int, error) {
	now := s.clock().UTC()
	tag, err := s.db.Pool.Exec(ctx, `DELETE FROM sessions WHERE began <= $1 OR seen <= $2 OR (subject IS NULL AND began <= $3)`,
		now.Add(-s.limits.Absolute), now.Add(-s.limits.Idle), now.Add(-loginPatience))
	if err == nil {
		_, err = s.db.Pool.Exec(ctx, `DELETE FROM logout_tokens WHERE until <= $1`, now)
	}
	if err != nil {
		return 0, fmt.Errorf("sweep sessions: %w", database.Fault(err))
	}
	return int(tag.RowsAffected()), nil
}

// codec writes a session as a flat JSON object of texts, so that the table can
// pick the person out of it.
type codec struct{}

const deadlineKey = "deadline"

// Encode writes the session's values. All of ours are texts.
func (codec) Encode(deadline time.Time, values map[string]any) ([]byte, error) {
	flat := map[string]string{deadlineKey: deadline.UTC().Format(time.RFC3339Nano)}
	for key, value := range values {
		text, ok := value.(string)
		if !ok {
			return nil, fmt.Errorf("write session: value %q is no text", key)
		}
		flat[key] = text
	}
	return json.Marshal(flat)
}

// Decode reads what Encode wrote.
func (codec) Decode(data []byte) (time.Time, map[string]any, error) {
	flat := map[string]string{}
	if err := json.Unmarshal(data, &flat); err != nil {
		return time.Time{}, nil, fmt.Errorf("read session: %w", err)
	}
	deadline, err := time.Parse(time.RFC3339Nano, flat[deadlineKey])
	if err != nil {
		return time.Time{}, nil, fmt.Errorf("read session: %w", err)
	}
	delete(flat, deadlineKey)
	values := map[string]any{}
	for key, text := range flat {
		values[key] = text
	}
	return deadline, values, nil
}
