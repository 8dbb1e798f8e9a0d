// Package audit checks an exported log offline, from the export and the public
// key alone, and holds the export's format for whoever writes it.
//
// It is pure: bytes in, a verdict with the place of the first thing wrong out.
// It knows no database and not what facts mean; docs/ledger-format.md describes
// the format for those who write a checker of their own.
package audit
