package ledger

import (
	"maps"
	"sync"
	"time"
)

const (
	maxFacts = 50_000 // facts at hand, over all logs
	maxLogs  = 10_000 // logs at hand
	// shortLog is how many leaves a log may have for all its subjects to be read
	// at once; of a longer one those are read that are asked for.
	shortLog = 2_000
)

// tail is what a writer needs to know of a log: its edge, and the newest fact of
// kinds and subjects. In a whole tail what is missing does not exist; otherwise
// it is to be read.
type tail struct {
	edge   *edge
	last   time.Time
	newest map[subject]*Fact
	whole  bool
	count  int // of newest, which the log's writer may be adding to
}

// tails keeps the tails of logs that were written lately, so that the next write
// need not read, or little. They are never trusted: a leaf's number can be used
// once, so a write on an outdated tail fails, and every refusal is judged again
// on what the database says.
type tails struct {
	mu    sync.Mutex
	of    map[string]*tail
	facts int // over all logs

	maxFacts, maxLogs, short int
}

func newTails(maxFacts, maxLogs, short int) *tails {
	return &tails{of: map[string]*tail{}, maxFacts: maxFacts, maxLogs: maxLogs, short: short}
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
	return &log{edge: kept.edge.clone(), last: kept.last, older: kept.newest, whole: kept.whole,
		byID: map[string]known{}, newest: map[subject]*Fact{}}
}

// keep takes over the logs as they are after a commit.
func (t *tails) keep(logs map[string]*log) {
	t.mu.Lock()
	defer t.mu.Unlock()
	for id, l := range logs {
		maps.Copy(l.older, l.newest)
		t.put(id, &tail{edge: l.edge, last: l.last, newest: l.older, whole: l.whole, count: len(l.older)})
	}
	t.shed()
}

// put places the tail, or takes the log's away where it is nil.
func (t *tails) put(id string, kept *tail) {
	if old := t.of[id]; old != nil {
		t.facts -= old.count
	}
	if kept == nil {
		delete(t.of, id)
		return
	}
	t.of[id] = kept
	t.facts += kept.count
}

// shed lets go of what there is no room for, down to half of it: whole logs where
// there are too many, and otherwise facts, which leaves the logs' edges. Which
// ones is left to chance: the map's order.
func (t *tails) shed() {
	if len(t.of) > t.maxLogs {
		for id := range t.of {
			if t.put(id, nil); len(t.of) <= t.maxLogs/2 {
				break
			}
		}
	}
	if t.facts <= t.maxFacts {
		return
	}
	for id, kept := range t.of {
		t.put(id, &tail{edge: kept.edge, last: kept.last, newest: map[subject]*Fact{}})
		if t.facts <= t.maxFacts/2 {
			return
		}
	}
}

// forget drops the logs of a transaction that failed, or that wrote with care and
// so past what is at hand.
func (t *tails) forget(contracts map[string]*log) {
	t.mu.Lock()
	defer t.mu.Unlock()
	for id := range contracts {
		t.put(id, nil)
	}
}
