package access

import (
	"context"
	"encoding/json"
	"fmt"
	"time"

	"github.com/google/uuid"
	"github.com/jackc/pgx/v5"

	"opfyldt/internal/database"
	"opfyldt/internal/fault"
)

// grantStore keeps who has logged in and what administrators granted.
type grantStore struct{ db *database.DB }

// Known is somebody who has logged in or tried to.
type Known struct {
	Identity
	FirstSeen, LastSeen time.Time
}

// remember notes a login, or a try at one.
func (s *grantStore) remember(ctx context.Context, id Identity, now time.Time) error {
	identity, err := json.Marshal(id)
	if err != nil {
		return fmt.Errorf("write identity: %w", err)
	}
	_, err = s.db.Pool.Exec(ctx, `
		INSERT INTO access_people (subject, name, identity, first_seen, last_seen) VALUES ($1, $2, $3, $4, $4)
		ON CONFLICT (subject) DO UPDATE SET name = excluded.name, identity = excluded.identity, last_seen = excluded.last_seen`,
		id.Subject, id.Name, identity, now.UTC())
	if err != nil {
		return fmt.Errorf("note login: %w", database.Fault(err))
	}
	return nil
}

// people lists who has logged in or tried to, by name.
func (s *grantStore) people(ctx context.Context) ([]Known, error) {
	rows, err := s.db.Pool.Query(ctx, `SELECT identity, first_seen, last_seen FROM access_people ORDER BY name, subject`)
	if err != nil {
		return nil, fmt.Errorf("list people: %w", database.Fault(err))
	}
	people, err := pgx.CollectRows(rows, func(row pgx.CollectableRow) (Known, error) {
		var k Known
		err := row.Scan(&k.Identity, &k.FirstSeen, &k.LastSeen)
		return k, err
	})
	if err != nil {
		return nil, fmt.Errorf("list people: %w", database.Fault(err))
	}
	return people, nil
}

// grants lists the rows about a subject, or about everybody where it is empty,
// oldest first.
func (s *grantStore) grants(ctx context.Context, subject string) ([]Grant, error) {
	rows, err := s.db.Pool.Query(ctx, `
		SELECT id, at, by_subject, by_name, subject, kind, value, granted FROM access_grants
		 WHERE $1 = '' OR subject = $1 ORDER BY position`, subject)
	if err != nil {
		return nil, fmt.Errorf("list grants: %w", database.Fault(err))
	}
	grants, err := pgx.CollectRows(rows, func(row pgx.CollectableRow) (Grant, error) {
		var g Grant
		err := row.Scan(&g.ID, &g.At, &g.By, &g.ByName, &g.Subject, &g.Kind, &g.Value, &g.Granted)
		g.At = g.At.UTC()
		return g, err
	})
	if err != nil {
		return nil, fmt.Errorf("list grants: %w", database.Fault(err))
	}
	return grants, nil
}

// add writes a row once and answers the one that is there under its id. The
// same id for something else is a conflict.
func (s *grantStore) add(ctx context.Context, g Grant) (Grant, error) {
	if _, err := uuid.Parse(g.ID); err != nil {
		return Grant{}, fault.Fields(fault.Field{Path: "body.id", Code: "access.id"})
	}
	_, err := s.db.Pool.Exec(ctx, `
		INSERT INTO access_grants (id, at, by_subject, by_name, subject, kind, value, granted)
		VALUES ($1, $2, $3, $4, $5, $6, $7, $8) ON CONFLICT (id) DO NOTHING`,
		g.ID, g.At.UTC(), g.By, g.ByName, g.Subject, g.Kind, g.Value, g.Granted)
	if err != nil {
		return Grant{}, fmt.Errorf("write grant: %w", database.Fault(err))
	}
	kept := Grant{ID: g.ID}
	err = s.db.Pool.QueryRow(ctx, `SELECT at, by_subject, by_name, subject, kind, value, granted FROM access_grants WHERE id = $1`, g.ID).
		Scan(&kept.At, &kept.By, &kept.ByName, &kept.Subject, &kept.Kind, &kept.Value, &kept.Granted)
	if err != nil {
		return Grant{}, fmt.Errorf("read grant: %w", database.Fault(err))
	}
	if kept.By != g.By || kept.Subject != g.Subject || kept.Kind != g.Kind || kept.Value != g.Value || kept.Granted != g.Granted {
		return Grant{}, fault.New(fault.Conflict, "access.id_used", nil)
	}
	kept.At = kept.At.UTC()
	return kept, nil
}
