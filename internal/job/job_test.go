package job

import (
	"context"
	"errors"
	"log/slog"
	"testing"
	"time"
)

func TestTheBoardKnowsHowEachJobWent(t *testing.T) {
	now := time.Date(2014, 6, 30, 10, 0, 0, 0, time.UTC)
	clock := func() time.Time { now = now.Add(time.Second); return now }
	var fails error
	b := NewBoard(clock, slog.New(slog.DiscardHandler),
		Job{"sign", time.Minute, func(context.Context) (int, error) { return 2, fails }},
		Job{"sweep", time.Hour, func(context.Context) (int, error) { panic("a mistake") }},
		Job{"never", time.Hour, func(context.Context) (int, error) { return 0, nil }})
	ctx := context.Background()
	b.Once(ctx, "sign")
	b.Once(ctx, "sweep")
	b.Once(ctx, "unknown")
	runs := b.Runs()
	sign, sweep, never := runs[0], runs[1], runs[2]
	if sign.Did != 2 || sign.Failed || sign.Runs != 1 || sign.Took != time.Second || sign.Began.IsZero() {
		t.Errorf("sign: %+v", sign)
	}
	if !sweep.Failed || sweep.Fails != 1 {
		t.Errorf("a job that panics has failed: %+v", sweep)
	}
	if !never.Began.IsZero() || never.Runs != 0 {
		t.Errorf("a job that never ran: %+v", never)
	}
	fails = errors.New("the database is away")
	b.Once(ctx, "sign")
	fails = nil
	b.Once(ctx, "sign")
	if sign = b.Runs()[0]; sign.Failed || sign.Runs != 3 || sign.Fails != 1 {
		t.Errorf("after a failure that passed: %+v", sign)
	}
}

func TestTheBoardStopsWithItsContext(t *testing.T) {
	ctx, stop := context.WithCancel(context.Background())
	ran := make(chan struct{}, 100)
	b := NewBoard(time.Now, slog.New(slog.DiscardHandler), Job{"often", time.Millisecond, func(context.Context) (int, error) {
		ran <- struct{}{}
		return 0, nil
	}})
	ended := make(chan struct{})
	go func() { b.Run(ctx); close(ended) }()
	<-ran
	stop()
	<-ended
}
