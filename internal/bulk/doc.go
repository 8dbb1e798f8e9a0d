// Package bulk binds the rows of an import together: the Merkle root over them
// that the import's one fact carries, and the proof that one row is among them.
//
// Rows are in canonical form (RFC 8785), one JSON object each, hashed like the
// leaves of a log (RFC 6962). It is pure: where rows are kept, and what they mean,
// is the business of the slice whose import it is.
package bulk
