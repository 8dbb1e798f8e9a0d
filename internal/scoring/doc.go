// Package scoring turns what was agreed and what happened into degrees and a
// total, exactly, with the explanation of each figure.
//
// It is pure: a function of the contract, the facts and the instant as of which
// they are read. It knows no clock, no database and no words: explanations
// carry codes and figures that the catalogue puts into sentences.
package scoring
