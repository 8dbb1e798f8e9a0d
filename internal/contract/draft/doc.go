// Package draft writes a contract file from what a person answered about a paper:
// the frame, then goal by goal, with a comment at each line that says where in the
// paper it stands.
//
// It is pure: it asks nobody and reads no file. What it writes is checked by
// package contract like any other file, and what was left out the check asks.
package draft
