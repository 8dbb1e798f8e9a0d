package web

import (
	"context"
	"sync"
	"time"
)

// Heads answers the version of everything under a contract: another one after
// each fact and each checkpoint. It fails with fault.NotFound where there is no
// such contract.
type Heads interface {
	Head(ctx context.Context, contractID string) (string, error)
}

// How long a head that was read is good for readers who have not just written:
// headAge as it is, headGrace while it is read anew beside them. This spares the
// database under load and is less than a person could notice; what this
// instance writes itself shows at once.
const (
	headAge   = 5 * time.Millisecond
	headGrace = 100 * time.Millisecond
)

// headTimeout bounds one reading of a head.
const headTimeout = 5 * time.Second

// heads reads the heads, one reading for all who ask at the same time. A reader
// never joins a reading that began before it asked, so who has written a fact
// finds it.
type heads struct {
	source Heads
	mu     sync.Mutex
	byID   map[string]*headState
}

// headState is what is known of one contract's head.
type headState struct {
	head    string
	readAt  time.Time
	writes  int // how often it was forgotten; a reading from before does not count
	running bool
	next    *headFlight
}

// headFlight is one reading and those who wait for it.
type headFlight struct {
	done chan struct{}
	head string
	err  error
}

func newFlight() *headFlight { return &headFlight{done: make(chan struct{})} }

func newHeads(source Heads) *heads {
	return &heads{source: source, byID: map[string]*headState{}}
}

// get returns the contract's head. A strict reader takes none that was read
// before it asked.
func (h *heads) get(ctx context.Context, contractID string, strict bool) (string, error) {
	h.mu.Lock()
	s := h.byID[contractID]
	if s == nil {
		s = &headState{}
		h.byID[contractID] = s
	}
	if age := time.Since(s.readAt); !strict && age < headGrace {
		defer h.mu.Unlock()
		if age >= headAge && !s.running {
			s.running = true
			go h.read(ctx, contractID, s, newFlight())
		}
		return s.head, nil
	}
	if !s.running {
		s.running = true
		h.mu.Unlock()
		f := newFlight()
		h.read(ctx, contractID, s, f)
		return f.head, f.err
	}
	if s.next == nil {
		s.next = newFlight()
	}
	f := s.next
	h.mu.Unlock()
	select {
	case <-f.done:
		return f.head, f.err
	case <-ctx.Done():
		return "", ctx.Err()
	}
}

// read reads the head for all who wait for the flight, then starts the next
// flight where somebody asked meanwhile. It does not stop when one of them goes
// away.
func (h *heads) read(ctx context.Context, contractID string, s *headState, f *headFlight) {
	h.mu.Lock()
	writes := s.writes
	h.mu.Unlock()
	ctx, cancel := context.WithTimeout(context.WithoutCancel(ctx), headTimeout)
	began := time.Now()
	f.head, f.err = h.source.Head(ctx, contractID)
	cancel()
	close(f.done)
	h.mu.Lock()
	defer h.mu.Unlock()
	if f.err == nil && writes == s.writes {
		s.head, s.readAt = f.head, began
	}
	if next := s.next; next != nil {
		s.next = nil
		go h.read(ctx, contractID, s, next)
		return
	}
	s.running = false
	if s.head == "" { // no such contract, or no database: nothing to keep
		delete(h.byID, contractID)
	}
}

// forget makes the next reader look: something was written.
func (h *heads) forget(contractID string) {
	h.mu.Lock()
	defer h.mu.Unlock()
	if s := h.byID[contractID]; s != nil {
		s.writes++
		s.readAt = time.Time{}
	}
}
