// Package results reads a results file: what happened under a contract,
// written by hand or by another program, as the facts that scoring takes.
//
// It owns the file's format, its schema and its checks; it reads bytes and
// yields facts or the list of all that is wrong. It does not know what a result
// is worth (scoring) and not how facts are kept (ledger).
package results
