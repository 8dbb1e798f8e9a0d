// Package sampling holds the statistics of a spot check: how many of N customers
// to draw, and what the deviations found among them say of all N.
//
// Everything is the hypergeometric distribution, compared exactly: a comparison
// is decided in log space with a proven bound on its error, and by whole numbers
// where that bound is not enough. The package is pure; it knows neither customers
// nor rounds, and hands its figures to the spot check slice and the command line.
// Who is drawn is the business of package draw.
package sampling
