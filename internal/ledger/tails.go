package ledger

import (
	"maps"
	"sync"
	"time"
)

const (
	maxKept = 50_000 // facts at hand, over all logs
	maxTail = 20_000 // of one log; a longer one is always written with care
)

// tail is what a writer needs to know of a log: its edge, and the newest fact of
// every kind and subject.
type tail struct {
	edge   *edge
	last   time.Time
	newest map[subject]*Fact
}

// tails keeps the tails of logs that were written lately, so that the next write
// need not read. They are never trusted: a leaf's number can be used once, so a
// write on an outdated tail fails, and every refusal is judged again on what the
// database says.
type tails struct {
	mu   sync.Mutex
	of   map[string]*tail
	long map[string]bool // logs whose tail is too long to keep
	kept int

	maxKept, maxTail int
}

func newTails(maxKept, maxTail int) *tails {
	return &tails{of: map[string]*tail{}, long: map[string]bool{}, maxKept: maxKept, maxTail: maxTail}
}

// tooLong reports whether the contract's tail is not to be read as a whole.
func (t *tails) tooLong(contract string) bool {
	t.mu.Lock()
	defer t.mu.Unlock()
	return t.long[contract]
}

// get returns the contract's log to add to, nil where its tail is not at hand.
// The newest facts are shared: only the worker that writes the log touches them.
func (t *tails) get(contract string) *log {
	t.mu.Lock()
	defer t.mu.Unlock()
	kept := t.of[contract]
	if kept == nil {
		return nil
	}
	return newLog(kept)
}

func newLog(kept *tail) *log {
	return &log{edge: kept.edge.clone(), last: kept.last, older: kept.newest,
		byID: map[string]known{}, newest: map[subject]*Fact{}}
}

// keep takes over the logs as they are after a commit.
func (t *tails) keep(logs map[string]*log) {
	t.mu.Lock()
	defer t.mu.Unlock()
	for id, l := range logs {
		if t.of[id] != nil {
			t.kept -= len(l.older)
		}
		maps.Copy(l.older, l.newest)
		if len(l.older) > t.maxTail {
			delete(t.of, id)
			t.long[id] = true
			continue
		}
		t.kept += len(l.older)
		t.of[id] = &tail{edge: l.edge, last: l.last, newest: l.older}
	}
	if t.kept > t.maxKept {
		clear(t.of)
		t.kept = 0
	}
}

// forget drops the logs of a transaction that failed, or that wrote with care and
// so past what is at hand.
func (t *tails) forget(contracts map[string]*log) {
	t.mu.Lock()
	defer t.mu.Unlock()
	for id := range contracts {
		if kept := t.of[id]; kept != nil {
			t.kept -= len(kept.newest)
			delete(t.of, id)
		}
	}
}
