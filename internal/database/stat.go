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

// Seen is what the database says of itself.
type Seen struct {
	Server string // the server's version: "17.2"
	Schema int64  // the newest migration that was applied
}

const look = `
SELECT current_setting('server_version'), (SELECT coalesce(max(version_id) FILTER (WHERE is_applied), 0) FROM goose_db_version)`

// Look asks the database what it is.
func (db *DB) Look(ctx context.Context) (Seen, error) {
	var s Seen
	err := db.Pool.QueryRow(ctx, look).Scan(&s.Server, &s.Schema)
	return s, Fault(err)
}
