package ledger

import "sync"

const (
	maxWorkers = 2  // transactions at once
	maxBatch   = 64 // submissions in one
)

// queue lets submissions that wait at the same time share a transaction. No two
// transactions touch the same log at once: the second would only wait for the
// first's row lock.
type queue struct {
	work func([]*job)

	mu      sync.Mutex
	waiting []*job
	busy    map[string]bool // logs that a worker is writing
	workers int
}

// do hands the job in and waits for its answer. A caller who finds a worker's
// place free works one batch itself, which is its own job where nobody else
// waits. A caller who gives up learns nothing of the outcome; the same request
// again tells it.
func (q *queue) do(j *job) (Fact, error) {
	q.mu.Lock()
	q.waiting = append(q.waiting, j)
	free := q.workers < maxWorkers
	if free {
		q.workers++
	}
	q.mu.Unlock()
	if free && q.one() {
		go q.run()
	}
	select {
	case <-j.done:
		return j.fact, j.err
	case <-j.ctx.Done():
		return Fact{}, j.ctx.Err()
	}
}

// run is one worker: it takes what waits until nothing does.
func (q *queue) run() {
	for q.one() {
	}
}

// one works one batch; it reports false, the worker's place given back, when
// nothing waits before or after it.
func (q *queue) one() bool {
	batch := q.take()
	if batch == nil {
		return false
	}
	q.work(batch)
	return q.release(batch)
}

// take picks the waiting jobs whose log is free and marks the logs; with none it
// signs the worker off, under the same lock that do looks under.
func (q *queue) take() []*job {
	q.mu.Lock()
	defer q.mu.Unlock()
	var batch, rest []*job
	for _, j := range q.waiting {
		if len(batch) == maxBatch || q.busy[j.s.Contract] {
			rest = append(rest, j)
		} else {
			batch = append(batch, j)
		}
	}
	q.waiting = rest
	for _, j := range batch {
		q.busy[j.s.Contract] = true
	}
	if batch == nil {
		q.workers--
	}
	return batch
}

// release frees the logs of a batch that is done. With nothing waiting it signs
// the worker off, like take.
func (q *queue) release(batch []*job) bool {
	q.mu.Lock()
	defer q.mu.Unlock()
	for _, j := range batch {
		delete(q.busy, j.s.Contract)
	}
	if len(q.waiting) == 0 {
		q.workers--
		return false
	}
	return true
}
