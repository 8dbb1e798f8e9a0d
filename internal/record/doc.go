// Package record holds what the slices' kinds of facts have in common: reading
// a body strictly, bounded texts, evidence links, the rule of verification, and
// the form in which a fact goes over the wire.
//
// It does not know what any fact means: the slices do, and give it the sentence
// that puts a fact into words. It writes through the ledger alone.
package record
