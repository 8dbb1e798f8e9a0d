// Package calendar holds calendar dates in Europe/Copenhagen, quarters and
// reporting deadlines.
//
// A date is a day without a time of day; an instant is a time.Time in UTC. The
// package has no clock: whoever asks hands the instant in.
package calendar
