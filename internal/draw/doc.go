// Package draw chooses the customers of a spot check so that anyone can do it
// again: from the list of their ids and a published seed alone, by Rivest's ticket
// sampler. It also reads the list from a CSV file, and binds list and seed
// together.
//
// It is pure: the seed's randomness comes from outside, files come as readers.
// How many to draw, and how to share them out over strata, is the business of
// package sampling; rounds, people and the ledger that of the spot check slice.
package draw
