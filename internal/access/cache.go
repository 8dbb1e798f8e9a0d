package access

import (
	"sync"
	"time"
)

// Freshness is how long a person found for a session or a token is taken for
// current: so late, at most, another instance's logout, revocation or grant is
// noticed. What this instance does itself is noticed at once.
const Freshness = time.Second

// cached bounds how many persons are kept.
const cached = 10_000

// cache keeps the persons behind the sessions and tokens of the last second, so
// that a page with many requests asks the database once.
type cache struct {
	mu      sync.Mutex
	entries map[[32]byte]entry
	flushed int // counts flushes, so that a slow look-up does not undo one
}

type entry struct {
	person Person
	at     time.Time
}

func newCache() *cache { return &cache{entries: map[[32]byte]entry{}} }

// get returns the person where the entry is fresh, and the cache's state, which
// put wants back.
func (c *cache) get(key [32]byte, now time.Time) (p Person, ok bool, state int) {
	c.mu.Lock()
	defer c.mu.Unlock()
	e, ok := c.entries[key]
	age := now.Sub(e.at)
	return e.person, ok && age >= 0 && age < Freshness, c.flushed
}

// put keeps a person, unless something was flushed since the look-up began.
func (c *cache) put(key [32]byte, p Person, now time.Time, state int) {
	c.mu.Lock()
	defer c.mu.Unlock()
	if c.flushed != state {
		return
	}
	if len(c.entries) >= cached {
		clear(c.entries)
	}
	c.entries[key] = entry{p, now}
}

// flush forgets everything: somebody's rights have changed.
func (c *cache) flush() {
	c.mu.Lock()
	defer c.mu.Unlock()
	clear(c.entries)
	c.flushed++
}
