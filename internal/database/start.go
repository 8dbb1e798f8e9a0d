package database

import (
	"context"
	"errors"
	"fmt"
	"log/slog"

	"github.com/jackc/pgx/v5"

	"opfyldt/internal/database/embedded"
)

// The roles and the database of the embedded server.
const (
	OwnerRole    = "opfyldt_owner"
	ServiceRole  = "opfyldt_service"
	DatabaseName = "opfyldt"
)

// Options says which database to use: the one at URL, or without one the
// program's own under Data.
type Options struct {
	URL      string
	Data     string
	MaxConns int
	Log      *slog.Logger
}

// Start opens the database at the URL; without one it starts the embedded
// server, migrates it, opens that, and starts it again should it end by itself. The function it returns closes what was
// started, and comes last of all.
func Start(ctx context.Context, o Options) (*DB, func() error, error) {
	if o.URL != "" {
		db, err := Open(ctx, Config{URL: o.URL, MaxConns: o.MaxConns})
		if err != nil {
			return nil, nil, err
		}
		return db, func() error { db.Close(); return nil }, nil
	}
	server, err := embedded.Start(ctx, embedded.Options{Data: o.Data, Log: o.Log})
	if err != nil {
		return nil, nil, err
	}
	db, err := openEmbedded(ctx, server, o.MaxConns)
	if err != nil {
		return nil, nil, errors.Join(err, server.Stop())
	}
	db.lost = make(chan error, 1)
	go func() {
		if err := server.Keep(context.WithoutCancel(ctx)); err != nil {
			db.lost <- err
		}
	}()
	return db, func() error { db.Close(); return server.Stop() }, nil
}

// Attach opens the database for a command that may run beside the service: the
// one at the URL, the embedded one that a service on the data folder runs, or
// one that it starts itself.
func Attach(ctx context.Context, o Options) (*DB, func() error, error) {
	if o.URL == "" {
		server, running, err := embedded.Running(o.Data)
		if err != nil {
			return nil, nil, err
		}
		if running {
			o.URL = server.URL(ServiceRole, DatabaseName)
		}
	}
	return Start(ctx, o)
}

// Existing refuses a data folder without a database, where no server is named: a
// name mistyped must not make a new one.
func (o Options) Existing() error {
	if o.URL != "" {
		return nil
	}
	there, err := embedded.Exists(o.Data)
	if err != nil || there {
		return err
	}
	return fmt.Errorf("there is no database in the data folder %s: name the right one with --data, or a server with --database-url; opfyldt serve makes a new one", o.Data)
}

// Free refuses a data folder that another process owns, where no server is named.
func (o Options) Free() error {
	if o.URL != "" {
		return nil
	}
	return embedded.Held(o.Data)
}

func openEmbedded(ctx context.Context, server *embedded.Server, maxConns int) (*DB, error) {
	if err := Prepare(ctx, server.URL(embedded.Superuser, "postgres"), DatabaseName); err != nil {
		return nil, err
	}
	if err := Migrate(ctx, server.URL(OwnerRole, DatabaseName), ServiceRole); err != nil {
		return nil, err
	}
	return Open(ctx, Config{URL: server.URL(ServiceRole, DatabaseName), MaxConns: maxConns})
}

// Prepare makes the two roles and a database of the owner's on an embedded
// server, where they are missing.
func Prepare(ctx context.Context, superuserURL, database string) error {
	conn, err := pgx.Connect(ctx, superuserURL)
	if err != nil {
		return fmt.Errorf("connect to the database: %w", err)
	}
	defer conn.Close(ctx)
	for _, role := range []string{OwnerRole, ServiceRole} {
		err := unless(ctx, conn, "SELECT FROM pg_roles WHERE rolname = $1", role,
			"CREATE ROLE "+pgx.Identifier{role}.Sanitize()+" LOGIN")
		if err != nil {
			return fmt.Errorf("make the role %s: %w", role, err)
		}
	}
	err = unless(ctx, conn, "SELECT FROM pg_database WHERE datname = $1", database,
		"CREATE DATABASE "+pgx.Identifier{database}.Sanitize()+" OWNER "+pgx.Identifier{OwnerRole}.Sanitize())
	if err != nil {
		return fmt.Errorf("make the database: %w", err)
	}
	return nil
}

// unless runs the statement where the query finds nothing.
func unless(ctx context.Context, conn *pgx.Conn, query, name, statement string) error {
	tag, err := conn.Exec(ctx, query, name)
	if err != nil || tag.RowsAffected() > 0 {
		return err
	}
	_, err = conn.Exec(ctx, statement)
	return err
}
