// Package survey is the slice of surveys: answers that come in from a survey
// tool's file or from people asked by mail, the counts that follow from them,
// and the result that a requirement gets.
//
// It owns the kinds of fact that begin with survey., the answers' rows, and what
// may be shown of them: shares, their intervals, and no group of fewer people
// than the contract says. The figure that counts is a result.report, which the
// survey's own fact brings about; package measure rules on it from there.
package survey
