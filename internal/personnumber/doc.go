// Package personnumber finds Danish person numbers in texts, so that whoever
// takes texts in can refuse them.
//
// It is pure and only finds: it neither keeps nor prints what it found, and
// leaves it to its callers to name the place without showing the number.
package personnumber
