package embedded

import (
	"context"
	"errors"
	"fmt"
	"time"
)

// pauses are waited before each try to start a server that has ended by itself;
// after the last the server is given up.
var pauses = []time.Duration{0, 200 * time.Millisecond, time.Second, 3 * time.Second, 10 * time.Second}

// steady is how long a server must have run for its end not to count with the
// ones before.
const steady = time.Minute

// errStopped says that nobody wants the server any more.
var errStopped = errors.New("the server was stopped")

// Keep starts the server again whenever it has ended by itself, and says so in
// the log. It returns nil once the server is stopped, and the reason when it
// gives up.
func (s *Server) Keep(ctx context.Context) error {
	ctx, stop := context.WithCancel(ctx)
	defer stop()
	go func() {
		select {
		case <-s.stopping:
			stop()
		case <-ctx.Done():
		}
	}()
	for tries, begun := 0, time.Now(); ; begun = time.Now() {
		ended := s.current()
		<-ended.done
		if ctx.Err() != nil || s.isStopped() {
			return nil
		}
		s.log.Error("the embedded Postgres has ended by itself", "error", ended.err, "log", s.place.logFile())
		if time.Since(begun) > steady {
			tries = 0
		}
		err := errors.New("it ends again and again")
		for ; tries < len(pauses); tries++ {
			if err = s.again(ctx, pauses[tries]); err == nil || ctx.Err() != nil {
				break
			}
			s.log.Error("the embedded Postgres does not start again", "error", err)
		}
		switch {
		case ctx.Err() != nil || errors.Is(err, errStopped):
			return nil
		case err != nil:
			return fmt.Errorf("the embedded Postgres has ended and does not start again (its log is %s): %w", s.place.logFile(), err)
		}
		tries++
		s.log.Info("the embedded Postgres is back")
	}
}

// again starts the server on its cluster after a pause. What the one before left
// behind is Postgres' own to judge: it refuses to start while a process of the
// old one still writes.
func (s *Server) again(ctx context.Context, pause time.Duration) error {
	select {
	case <-ctx.Done():
		return ctx.Err()
	case <-time.After(pause):
	}
	if err := s.relaunch(); err != nil {
		return err
	}
	return s.waitReady(ctx)
}

func (s *Server) relaunch() error {
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.stopped {
		return errStopped
	}
	p, err := s.launch()
	if err == nil {
		s.process = p
	}
	return err
}

func (s *Server) current() *process {
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.process
}

func (s *Server) isStopped() bool {
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.stopped
}
