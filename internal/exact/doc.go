// Package exact holds exact rational numbers: weights, degrees, shares and
// targets are never binary floating point.
//
// It knows nothing of contracts. How a number is written for people (a Danish
// comma, a percent sign) is the catalogue's business.
package exact
