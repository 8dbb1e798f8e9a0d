package database

import (
	"context"
	"fmt"
	"time"

	"github.com/jackc/pgx/v5"
	"github.com/jackc/pgx/v5/pgxpool"
)

// Config says how the service connects.
type Config struct {
	URL      string // as the service's role
	MaxConns int    // 0: 16
}

// DB is the service's connection to the database.
type DB struct {
	Pool *pgxpool.Pool
	lost chan error // of the embedded server; nil for another
}

// Lost yields the reason when the embedded server has ended and could not be
// started again. From a server that others keep nothing comes.
func (db *DB) Lost() <-chan error { return db.lost }

const (
	defaultConns   = 16
	connectTimeout = 10 * time.Second
)

// Open connects, and refuses a server outside 14 to 18, a schema that is not
// this program's, and a role that could change what is written once.
func Open(ctx context.Context, c Config) (*DB, error) {
	pool, err := connect(ctx, c)
	if err != nil {
		return nil, err
	}
	if err := inspect(ctx, pool); err != nil {
		pool.Close()
		return nil, err
	}
	return &DB{Pool: pool}, nil
}

func connect(ctx context.Context, c Config) (*pgxpool.Pool, error) {
	config, err := pgxpool.ParseConfig(c.URL)
	if err != nil {
		return nil, fmt.Errorf("read the database's address: %w", err)
	}
	config.MaxConns = int32(c.MaxConns)
	if config.MaxConns <= 0 {
		config.MaxConns = defaultConns
	}
	config.ConnConfig.ConnectTimeout = connectTimeout
	config.ConnConfig.RuntimeParams["application_name"] = "opfyldt"
	config.ConnConfig.RuntimeParams["timezone"] = "UTC"
	// Statements find their rows by keys that begin with contract_id, so a plan
	// does not depend on the values: making one anew each time costs as much as
	// running it.
	config.ConnConfig.RuntimeParams["plan_cache_mode"] = "force_generic_plan"
	pool, err := pgxpool.NewWithConfig(ctx, config)
	if err != nil {
		return nil, fmt.Errorf("connect to the database: %w", err)
	}
	return pool, nil
}

// Close ends all connections.
func (db *DB) Close() { db.Pool.Close() }

// InTx runs work in one transaction: committed when it returns nil, rolled back
// otherwise.
func (db *DB) InTx(ctx context.Context, work func(tx pgx.Tx) error) error {
	if err := pgx.BeginFunc(ctx, db.Pool, work); err != nil {
		return Fault(err)
	}
	return nil
}
