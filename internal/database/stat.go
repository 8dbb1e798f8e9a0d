package database

import "context"

// Connections returns how many connections to the database are in use, idle,
// and allowed.
func (db *DB) Connections() (used, idle, most int) {
	s := db.Pool.Stat()
	return int(s.AcquiredConns()), int(s.IdleConns()), int(s.MaxConns())
}

// Ping asks the database for a sign of life.
func (db *DB) Ping(ctx context.Context) error { return Fault(db.Pool.Ping(ctx)) }
