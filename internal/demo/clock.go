package demo

import (
	"sync"
	"time"
)

// Clock is the story's time: it stands where it was set and runs on from there
// at the pace of the real clock.
type Clock struct {
	real func() time.Time

	mu   sync.Mutex
	set  time.Time // story time at that moment
	then time.Time // real time at that moment
}

// NewClock returns a clock that runs from the story instant on, paced by real.
func NewClock(from time.Time, real func() time.Time) *Clock {
	return &Clock{real: real, set: from, then: real()}
}

// Now returns the story's instant, UTC.
func (c *Clock) Now() time.Time {
	c.mu.Lock()
	defer c.mu.Unlock()
	return c.set.Add(c.real().Sub(c.then)).UTC()
}

// Set moves the story to an instant.
func (c *Clock) Set(t time.Time) {
	c.mu.Lock()
	defer c.mu.Unlock()
	c.set, c.then = t, c.real()
}

// Signed returns the instant at which the story's contract was signed: noon of
// 18 December 2013 in Copenhagen.
func Signed() time.Time { return time.Date(2013, 12, 18, 11, 0, 0, 0, time.UTC) }
