// Package comparison tells two sides of a contract apart: as it was known on two
// days, or by two of its versions.
//
// It owns what counts as a difference of degrees, steps, people and texts, and
// how two texts are told apart word by word. It is pure: the sides are handed to
// it, scored, and its differences carry codes that the catalogue puts into words.
package comparison
