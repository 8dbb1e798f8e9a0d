// Package contract holds what was agreed: the contract file, its schema and
// checks, its versions and amendments.
//
// It is pure: it reads bytes and yields values or the list of what is wrong. It
// does not know what has happened (facts) nor what that is worth (scoring).
package contract
