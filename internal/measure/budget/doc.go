// Package budget is the slice of deviations from a base budget: the budget by line
// and month, the postings of a finance system's export, and why a line deviates.
//
// It owns the kinds budget.base, budget.postings and budget.explanation, and the rows
// behind an import of postings. The result that follows from postings is reported as a
// result.report of the slice measure, so that the score rests on facts alone.
package budget
