// Package paper finds in the text of a signed contract what its file will need:
// goals with their weights, days, targets and limits, each with the line that it
// was found in and the rule that found it.
//
// It is pure and suggests by rule alone: it knows no contract, decides nothing, and
// a person confirms each suggestion. Papers are Danish or English.
package paper
