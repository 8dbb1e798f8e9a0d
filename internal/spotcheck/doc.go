// Package spotcheck is the register of spot checks: from the list of customers to
// the conclusion of a round.
//
// It owns the populations, the rounds with their plans, draws, reviews and
// conclusions, and the rules by which one follows another. The figures are
// sampling's, the draw is draw's; that a conclusion reports a step of the contract is
// said to whom the wiring names.
//
// Names and contacts of customers stand in no fact: they are kept in a table of their
// own and bound to the facts by a salted hash, so that they can be erased.
package spotcheck
