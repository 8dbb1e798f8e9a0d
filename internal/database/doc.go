// Package database owns the connection to Postgres: opening it, transactions,
// migrations, and the rights of the two roles.
//
// One role owns the tables and migrates; the service connects as another, which
// owns nothing and may only add to the tables that are written once. The package
// knows no table by name beyond the migrations' own: what a table's triggers
// refuse, the service's role is not granted. Stores of other packages hold the
// SQL on their tables.
package database
