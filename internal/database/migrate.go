package database

import (
	"context"
	"database/sql"
	"fmt"
	"io/fs"

	"github.com/jackc/pgx/v5"
	_ "github.com/jackc/pgx/v5/stdlib" // the migrations' runner speaks database/sql
	"github.com/pressly/goose/v3"
	"github.com/pressly/goose/v3/lock"

	"opfyldt/migrations"
)

// Latest returns the schema version that this program works with.
func Latest() (int64, error) {
	names, err := fs.Glob(migrations.Files, "*.sql")
	if err != nil || len(names) == 0 {
		return 0, fmt.Errorf("list the migrations: %w", err)
	}
	version, err := goose.NumericComponent(names[len(names)-1])
	if err != nil {
		return 0, fmt.Errorf("read a migration's number: %w", err)
	}
	return version, nil
}

// Migrate brings the schema up to date as its owner, and gives the service's
// role what it needs and no more. Two at once wait for each other.
func Migrate(ctx context.Context, ownerURL, serviceRole string) error {
	conn, err := pgx.Connect(ctx, ownerURL)
	if err != nil {
		return connectFailed(err)
	}
	defer conn.Close(ctx)
	if err := mayMigrate(ctx, conn, serviceRole); err != nil {
		return err
	}
	if err := migrate(ctx, ownerURL); err != nil {
		return fmt.Errorf("migrate the database: %w", err)
	}
	if err := pgx.BeginFunc(ctx, conn, func(tx pgx.Tx) error { return grant(ctx, tx, serviceRole) }); err != nil {
		return fmt.Errorf("give the role %s its rights: %w", serviceRole, err)
	}
	return nil
}

// mayMigrate refuses, before anything is changed, a service's role that is not
// there or is the owner, and a schema that is newer than this program's.
func mayMigrate(ctx context.Context, conn *pgx.Conn, serviceRole string) error {
	var owner string
	var there, migrated bool
	err := conn.QueryRow(ctx, `
		SELECT current_user, EXISTS (SELECT FROM pg_roles WHERE rolname = $1), to_regclass($2) IS NOT NULL`,
		serviceRole, "public."+runnersTable).Scan(&owner, &there, &migrated)
	switch {
	case err != nil:
		return fmt.Errorf("look at the database: %w", err)
	case !there:
		return fmt.Errorf("there is no role %s: make it first, as an administrator: CREATE ROLE %s LOGIN",
			serviceRole, pgx.Identifier{serviceRole}.Sanitize())
	case owner == serviceRole:
		return fmt.Errorf("the role %s owns the tables: the service connects as another role, which owns nothing", owner)
	case !migrated:
		return nil
	}
	var version int64
	err = conn.QueryRow(ctx, "SELECT coalesce(max(version_id) FILTER (WHERE is_applied), 0) FROM "+runnersTable).Scan(&version)
	if err != nil {
		return fmt.Errorf("look at the database: %w", err)
	}
	latest, err := Latest()
	if err == nil && version > latest {
		err = newerSchema(version, latest)
	}
	return err
}

func newerSchema(version, latest int64) error {
	return fmt.Errorf("the database has schema version %d, newer than this program's %d: start the program that migrated it", version, latest)
}

func migrate(ctx context.Context, ownerURL string) error {
	db, err := sql.Open("pgx", ownerURL)
	if err != nil {
		return err
	}
	defer db.Close()
	// One migrates at a time; the other asks every second for five minutes.
	locker, err := lock.NewPostgresSessionLocker(lock.WithLockTimeout(1, 300))
	if err != nil {
		return err
	}
	provider, err := goose.NewProvider(goose.DialectPostgres, db, migrations.Files, goose.WithSessionLocker(locker))
	if err != nil {
		return err
	}
	_, err = provider.Up(ctx)
	return err
}
