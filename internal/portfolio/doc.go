// Package portfolio is all contracts that a person sees, side by side.
//
// It owns the list's rows, how they are narrowed, ordered and paged, and keeps
// what was reckoned of each contract by its log's size, so that the list of ten
// thousand contracts costs no scoring. It does not know how a contract is
// scored: scorecard does, and is asked once for each state of a log.
package portfolio
