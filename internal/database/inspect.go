package database

import (
	"context"
	"errors"
	"fmt"
	"strings"

	"github.com/jackc/pgx/v5/pgconn"
	"github.com/jackc/pgx/v5/pgxpool"

	"opfyldt/internal/database/embedded"
)

// inspection asks in one round trip for all that Open judges.
const inspection = `
SELECT current_setting('server_version_num')::int / 10000,
       current_user,
       (SELECT rolsuper FROM pg_roles WHERE rolname = current_user),
       (SELECT coalesce(max(version_id) FILTER (WHERE is_applied), 0) FROM goose_db_version),
       (SELECT coalesce(array_agg(c.relname::text ORDER BY c.relname), '{}')
          FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
         WHERE n.nspname = 'public' AND c.relkind IN ('r', 'p')
           AND pg_has_role(current_user, c.relowner, 'MEMBER')),
       (SELECT coalesce(array_agg(c.relname::text ORDER BY c.relname), '{}') FROM pg_class c
         WHERE EXISTS (SELECT FROM pg_trigger t JOIN pg_proc p ON p.oid = t.tgfoid
                        WHERE t.tgrelid = c.oid AND p.proname = 'refuse_change'
                          AND (t.tgtype & 8  > 0 AND has_table_privilege(c.oid, 'DELETE')
                            OR t.tgtype & 16 > 0 AND has_any_column_privilege(c.oid, 'UPDATE')
                            OR t.tgtype & 32 > 0 AND has_table_privilege(c.oid, 'TRUNCATE')))),
       (SELECT coalesce(array_agg(c.relname::text ORDER BY c.relname), '{}')
          FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
         CROSS JOIN LATERAL (SELECT coalesce(bit_or(t.tgtype) FILTER (WHERE p.proname = 'refuse_change'), 0) AS refused,
                                    coalesce(bool_or(p.proname = 'refuse_shrinking'), false) AS grows
                               FROM pg_trigger t JOIN pg_proc p ON p.oid = t.tgfoid
                              WHERE t.tgrelid = c.oid AND t.tgenabled IN ('A', 'O')) guard
         WHERE n.nspname = 'public' AND c.relkind IN ('r', 'p') AND c.relname <> 'goose_db_version'
           AND (guard.refused & 8 = 0 AND (c.relname = ANY($1) OR NOT has_table_privilege(c.oid, 'DELETE'))
             OR guard.refused & 16 = 0 AND (c.relname = ANY($1) AND c.relname <> 'ledger_heads' OR NOT has_any_column_privilege(c.oid, 'UPDATE'))
             OR guard.refused & 32 = 0 AND c.relname = ANY($1)
             OR NOT guard.grows AND c.relname = 'ledger_heads'))`

// guarded are the tables that must refuse changes whatever rights were given:
// what the log and its proofs rest on.
func guarded() []string {
	return []string{"contracts", "facts", "contract_versions", "ledger_hashes", "ledger_checkpoints", "ledger_heads"}
}

// server is what the inspection found.
type server struct {
	major       int
	role        string
	super       bool
	version     int64    // of the schema
	owned       []string // tables that the role owns, itself or by membership
	overwritten []string // tables written once that the role could change
	unguarded   []string // tables written once whose triggers are gone or off
}

// inspect refuses a database that the service must not run on.
func inspect(ctx context.Context, pool *pgxpool.Pool) error {
	var s server
	err := pool.QueryRow(ctx, inspection, guarded()).Scan(&s.major, &s.role, &s.super, &s.version, &s.owned, &s.overwritten, &s.unguarded)
	if refused, ok := errors.AsType[*pgconn.PgError](err); ok {
		switch refused.Code {
		case "42P01": // undefined table
			return errors.New("the database has no schema yet: run `opfyldt migrate`")
		case "42501": // insufficient privilege
			return fmt.Errorf("the role has no rights in the database: run `opfyldt migrate --service-role` with its name: %w", err)
		}
	}
	if _, ok := errors.AsType[*pgconn.ConnectError](err); ok {
		return connectFailed(err)
	}
	if err != nil {
		return fmt.Errorf("look at the database: %w", err)
	}
	latest, err := Latest()
	if err != nil {
		return err
	}
	return s.judge(latest)
}

// judge says what is wrong with the server, if anything.
func (s server) judge(latest int64) error {
	switch {
	case s.major < embedded.Oldest || s.major > embedded.Newest:
		return fmt.Errorf("the database server is Postgres %d; this program works with %d to %d", s.major, embedded.Oldest, embedded.Newest)
	case s.version < latest:
		return fmt.Errorf("the database has schema version %d, this program needs %d: run `opfyldt migrate`", s.version, latest)
	case s.version > latest:
		return newerSchema(s.version, latest)
	case s.super:
		return fmt.Errorf("the role %s is a superuser: connect as a service role that owns nothing", s.role)
	case len(s.owned) > 0:
		return fmt.Errorf("the role %s owns %s: connect as a service role that owns nothing", s.role, strings.Join(s.owned, ", "))
	case len(s.overwritten) > 0:
		return fmt.Errorf("the role %s could change rows of %s, which are written once: run `opfyldt migrate` to set its rights",
			s.role, strings.Join(s.overwritten, ", "))
	case len(s.unguarded) > 0:
		return fmt.Errorf("the triggers that refuse changes of %s are gone or switched off: find out who did it, switch them on again (ALTER TABLE … ENABLE ALWAYS TRIGGER …), and check the log with `opfyldt ledger export` and `verify`",
			strings.Join(s.unguarded, ", "))
	}
	return nil
}
