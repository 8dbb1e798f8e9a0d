// Package scorecard joins what was agreed and what happened into the pages that
// readers see: the overview, a goal, the explanation of a figure, the year line,
// the lists of steps and facts.
//
// It owns management's assessment (goal.assessment) and the read models of the
// API. It reads the facts once as of an instant, lets scoring judge them, and
// keeps the outcome by the log's head. It does not know what a figure means nor
// any one contract; slices and scoring do.
package scorecard
