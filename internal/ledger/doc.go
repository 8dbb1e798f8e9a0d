// Package ledger holds facts and the log that outsiders can check.
//
// It owns the one way to write a fact, the fact's canonical form, its leaf in
// the contract's Merkle log, checkpoints, the export and its verification. It
// does not know what a fact means: each slice brings its kinds.
package ledger
