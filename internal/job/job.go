package job

import (
	"context"
	"fmt"
	"log/slog"
	"runtime/debug"
	"sync"
	"time"
)

// Job is work that comes back.
type Job struct {
	Name  string // as the catalogues name it: "sign"
	Every time.Duration
	// Do runs it once and answers how many things it did.
	Do func(ctx context.Context) (int, error)
}

// Run is what is known of a job on this instance. A job that has not run yet has
// no Began.
type Run struct {
	Name   string
	Every  time.Duration
	Began  time.Time // of the last run
	Took   time.Duration
	Did    int  // things done in the last run
	Failed bool // the last run ended with an error, which the log tells
	Runs   int
	Fails  int
}

// Board runs jobs.
type Board struct {
	jobs  []Job
	clock func() time.Time
	log   *slog.Logger

	mu   sync.Mutex
	runs []Run
}

// NewBoard makes a board for the jobs.
func NewBoard(clock func() time.Time, log *slog.Logger, jobs ...Job) *Board {
	b := &Board{jobs: jobs, clock: clock, log: log}
	for _, j := range jobs {
		b.runs = append(b.runs, Run{Name: j.Name, Every: j.Every})
	}
	return b
}

// Run runs every job from time to time until the context ends, and waits for
// those under way.
func (b *Board) Run(ctx context.Context) {
	var running sync.WaitGroup
	for i := range b.jobs {
		running.Go(func() { b.repeat(ctx, i) })
	}
	running.Wait()
}

func (b *Board) repeat(ctx context.Context, i int) {
	ticker := time.NewTicker(b.jobs[i].Every)
	defer ticker.Stop()
	for {
		select {
		case <-ctx.Done():
			return
		case <-ticker.C:
			b.once(ctx, i)
		}
	}
}

// Once runs the job with the name now.
func (b *Board) Once(ctx context.Context, name string) {
	for i, j := range b.jobs {
		if j.Name == name {
			b.once(ctx, i)
		}
	}
}

// once runs a job and notes what came of it. One that fails is tried again next
// time; one that panics has failed.
func (b *Board) once(ctx context.Context, i int) {
	began := b.clock()
	did, err := do(ctx, b.jobs[i])
	if ctx.Err() != nil {
		return
	}
	took := b.clock().Sub(began)
	if err != nil {
		b.log.Error("job failed", "job", b.jobs[i].Name, "error", err)
	} else if did > 0 {
		b.log.Debug("job done", "job", b.jobs[i].Name, "did", did, "took", took)
	}
	b.mu.Lock()
	defer b.mu.Unlock()
	r := &b.runs[i]
	r.Began, r.Took, r.Did, r.Failed = began.UTC(), took, did, err != nil
	r.Runs++
	if err != nil {
		r.Fails++
	}
}

func do(ctx context.Context, j Job) (did int, err error) {
	defer func() {
		if p := recover(); p != nil {
			err = fmt.Errorf("run %s: panic: %v\n%s", j.Name, p, debug.Stack())
		}
	}()
	return j.Do(ctx)
}

// Runs returns what is known of each job, in their order.
func (b *Board) Runs() []Run {
	b.mu.Lock()
	defer b.mu.Unlock()
	return append([]Run{}, b.runs...)
}
