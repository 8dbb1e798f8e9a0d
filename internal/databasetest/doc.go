// Package databasetest gives each test a database of its own on a real
// Postgres, with nothing to be running beforehand.
//
// It owns a throwaway embedded server per test process, which ends with the
// process, and a migrated template database that is cloned for each test. It
// does not know what tests put in.
package databasetest
