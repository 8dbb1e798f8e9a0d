package database

import (
	"context"
	"fmt"
	"strings"

	"github.com/jackc/pgx/v5"
)

// tableRights lists the tables with what their triggers refuse, which is what
// the service's role does not get. tgtype's bits are Postgres' own: 8 DELETE,
// 16 UPDATE.
const tableRights = `
SELECT c.relname::text,
       coalesce(bool_or(p.proname = 'refuse_change' AND t.tgtype & 8 > 0), false),
       coalesce(bool_or(p.proname = 'refuse_change' AND t.tgtype & 16 > 0), false)
  FROM pg_class c
  JOIN pg_namespace n ON n.oid = c.relnamespace AND n.nspname = 'public'
  LEFT JOIN pg_trigger t ON t.tgrelid = c.oid AND NOT t.tgisinternal
  LEFT JOIN pg_proc p ON p.oid = t.tgfoid
 WHERE c.relkind IN ('r', 'p')
 GROUP BY c.relname ORDER BY c.relname`

// runnersTable holds the applied migrations: the service only looks at it.
const runnersTable = "goose_db_version"

// grant sets the role's rights anew, so that a right too many goes too.
func grant(ctx context.Context, tx pgx.Tx, role string) error {
	name := pgx.Identifier{role}.Sanitize()
	statements := []string{
		"REVOKE ALL ON ALL TABLES IN SCHEMA public FROM PUBLIC, " + name,
		"REVOKE ALL ON ALL SEQUENCES IN SCHEMA public FROM PUBLIC, " + name,
		"GRANT USAGE ON SCHEMA public TO " + name,
	}
	rows, err := tx.Query(ctx, tableRights)
	if err != nil {
		return fmt.Errorf("list the tables: %w", err)
	}
	var table string
	var keepsRows, keepsValues bool
	_, err = pgx.ForEachRow(rows, []any{&table, &keepsRows, &keepsValues}, func() error {
		rights := rightsOn(table, keepsRows, keepsValues)
		statements = append(statements, fmt.Sprintf("GRANT %s ON %s TO %s", rights, pgx.Identifier{table}.Sanitize(), name))
		return nil
	})
	if err != nil {
		return fmt.Errorf("list the tables: %w", err)
	}
	_, err = tx.Exec(ctx, strings.Join(statements, ";\n"))
	return err
}

func rightsOn(table string, keepsRows, keepsValues bool) string {
	if table == runnersTable {
		return "SELECT"
	}
	rights := "SELECT, INSERT"
	if !keepsValues {
		rights += ", UPDATE"
	}
	if !keepsRows {
		rights += ", DELETE"
	}
	return rights
}
