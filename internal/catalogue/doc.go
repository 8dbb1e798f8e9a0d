// Package catalogue puts codes and figures into words, in Danish and English.
//
// It owns every text that the server shows: problem details, explanations, the
// sentences of facts, what commands print. It knows how each language writes
// numbers, dates and lists; it does not know what a text is about. The page
// app's own texts live with the page app.
package catalogue
