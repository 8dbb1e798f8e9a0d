// Package evidence keeps the files behind facts: a report that was delivered, a
// picture, a letter.
//
// It owns the kind evidence.file, a fact that says a file's name, size, media
// type, SHA-256 and the day that it speaks of, and the store of the files
// themselves, each kept once under its hash in a folder or a bucket. It does not
// know what a file proves: the facts that name it do. What a browser gets of it
// can run no script.
package evidence
