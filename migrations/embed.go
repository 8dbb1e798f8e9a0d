// Package migrations holds the database's schema as numbered SQL that only goes
// forward.
//
// A migration that has been released is never edited: a change is a new file.
// Each table and column has a comment, and a table that is only added to has a
// trigger that calls refuse_change, from which package database also derives
// the rights that the service's role gets.
package migrations

import "embed"

// Files are the migrations, named "00001_facts.sql" and so on.
//
//go:embed *.sql
var Files embed.FS
