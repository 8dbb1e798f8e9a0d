// Package paper sets reports and letters as PDF: headings, paragraphs, lists of names
// and values, and tables, on A4, with a foot on each page.
//
// It owns how a page looks. The words are the caller's, in their language.
package paper
