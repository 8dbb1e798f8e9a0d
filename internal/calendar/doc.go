// Package calendar holds dates as a contract counts them: days of the calendar in
// Europe/Copenhagen, months by date, quarters, the moments at which a day begins
// and ends, Danish holidays and working days, and case limits with stopped time.
//
// It is pure and never asks what time it is; the clock is a value that callers
// pass in. It knows nothing of contracts.
package calendar
