// Package revision is about how a contract's file becomes another: what differs
// between two versions in words and line by line, exact edits of the file's
// text, and the entry that closes an amendment.
//
// Edits change the characters they name and leave every other byte as it is. It
// does not know who may change a contract, nor when a version takes force:
// package agreement does.
package revision
