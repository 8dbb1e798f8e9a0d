package database_test

import (
	"context"
	"testing"

	"opfyldt/internal/databasetest"
)

// COMMENT ON for every table and column, in the tables of every migration.
func TestEveryTableAndColumnHasAComment(t *testing.T) {
	t.Parallel()
	db := databasetest.New(t)
	rows, err := db.Pool.Query(context.Background(), `
		SELECT c.relname || coalesce('.' || a.attname, '')
		  FROM pg_class c
		  JOIN pg_namespace n ON n.oid = c.relnamespace AND n.nspname = 'public'
		  LEFT JOIN LATERAL (SELECT 0 AS attnum, NULL::name AS attname
		                     UNION ALL SELECT attnum, attname FROM pg_attribute
		                     WHERE attrelid = c.oid AND attnum > 0 AND NOT attisdropped) a ON true
		 WHERE c.relkind IN ('r', 'p', 'v', 'm')
		   AND coalesce(CASE WHEN a.attnum = 0 THEN obj_description(c.oid, 'pg_class')
		                     ELSE col_description(c.oid, a.attnum) END, '') = ''`)
	if err != nil {
		t.Fatal(err)
	}
	for rows.Next() {
		var name string
		if err := rows.Scan(&name); err != nil {
			t.Fatal(err)
		}
		t.Errorf("%s has no comment", name)
	}
	if err := rows.Err(); err != nil {
		t.Fatal(err)
	}
}
