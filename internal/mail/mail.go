package mail

import "time"

// Mail is a message to one person, in plain text.
type Mail struct {
	ID      string // a UUID
	To      string
	Subject string
	Text    string
}

// State is where a mail stands.
type State string

// The states of a mail.
const (
	Waiting State = "waiting"
	Sent    State = "sent"
	Failed  State = "failed" // it will never be taken
)

// mostTries is how often a mail is tried.
const mostTries = 9

// again is how long to wait after so many tries in vain: a minute, twice as long
// each time, and four hours in the end.
func again(tried int) time.Duration {
	const longest = 4 * time.Hour
	wait := time.Minute << min(tried-1, mostTries)
	return min(wait, longest)
}

// after is where a mail stands that was not taken the latest time: given up where the
// server says that it never will be, or after too many tries.
func after(tried int, forGood bool) State {
	if forGood || tried >= mostTries {
		return Failed
	}
	return Waiting
}
