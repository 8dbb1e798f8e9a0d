// Package calendar holds dates as a contract counts them: days of the calendar in
// Europe/Copenhagen, months by date, quarters and reporting deadlines, Danish
// holidays and working days, and case limits with stopped time.
//
// A date is a day without a time of day; an instant is a time.Time in UTC. The
// package has no clock: whoever asks hands the instant in.
package calendar
