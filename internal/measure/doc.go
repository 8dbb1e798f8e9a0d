// Package measure is the slice of plain results: figures that a lead reports for
// timeliness, monthly counts, surveys, deviations, yes or no, numbers and
// levels, and their verification.
//
// It owns the kinds result.report and result.verification and their rules:
// counts are counts and never a typed percentage, a correction gives its
// reason, a figure is final only when it can be. It does not judge a figure;
// the contract's rule does, in scoring. It writes through the ledger alone.
package measure
