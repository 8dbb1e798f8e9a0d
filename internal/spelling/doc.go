// Package spelling finds the word that was meant: a key of a file, a field of a
// request or a setting that is misspelt.
//
// It is pure. It knows no words of its own.
package spelling
