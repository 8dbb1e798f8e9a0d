// Package architecture holds the import rule: docs/architecture.md says in a
// table which package may import which, and the test here keeps it true.
//
// It has no code of its own.
package architecture
