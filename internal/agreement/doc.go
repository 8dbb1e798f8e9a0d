// Package agreement keeps what was agreed: the versions of each contract's file,
// each brought in by a fact.
//
// It owns the table of versions and the kind contract.version. It does not know
// how a file is read (package contract) nor how a fact is written (package
// ledger), and hands both on.
package agreement
