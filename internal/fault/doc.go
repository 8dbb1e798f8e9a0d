// Package fault is the one error type that crosses the layers.
//
// It says what kind of mistake was made, by a code that the catalogue puts into
// words, and at which fields. What status and document a fault becomes is
// decided in web alone; errors that are no fault are the program's own and are
// never shown to a user.
package fault
