package embedded

import (
	"context"
	"errors"
	"fmt"
	"log/slog"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"strconv"
	"strings"
	"syscall"
	"time"
)

// Postgres' signals: a fast shutdown ends the sessions and writes everything
// down, an immediate one leaves the rest to recovery.
const (
	fastShutdown      = syscall.SIGINT
	immediateShutdown = syscall.SIGQUIT
)

const stopPatience = 30 * time.Second

// process is a child that has been started.
type process struct {
	cmd  *exec.Cmd
	done chan struct{}
	err  error // how it ended; to be read after done
}

// run starts the command from a thread that lives as long as the child: the
// kernel sends the signal on a parent's death when the *thread* ends that
// started the child.
func run(cmd *exec.Cmd) (*process, error) {
	p := &process{cmd: cmd, done: make(chan struct{})}
	started := make(chan error)
	go func() {
		runtime.LockOSThread()
		err := cmd.Start()
		started <- err
		if err == nil {
			p.err = cmd.Wait()
			close(p.done)
		}
	}()
	if err := <-started; err != nil {
		return nil, fmt.Errorf("run %s: %w", filepath.Base(cmd.Path), err)
	}
	return p, nil
}

// stop asks for a fast shutdown, then for an immediate one, then kills.
func (p *process) stop() error {
	for _, sig := range []syscall.Signal{fastShutdown, immediateShutdown, syscall.SIGKILL} {
		if err := p.cmd.Process.Signal(sig); err != nil && !errors.Is(err, os.ErrProcessDone) {
			return fmt.Errorf("stop Postgres: %w", err)
		}
		select {
		case <-p.done:
			return nil
		case <-time.After(stopPatience):
		}
	}
	return errors.New("stop Postgres: it does not end")
}

// stopStray ends a server that an earlier run of ours left on the cluster, and
// clears its pid file when the number has gone to a stranger. The data folder's
// lock is ours, so no other run can own it.
func stopStray(ctx context.Context, cluster string, log *slog.Logger) error {
	path := filepath.Join(cluster, "postmaster.pid")
	text, err := os.ReadFile(path)
	if errors.Is(err, os.ErrNotExist) {
		return nil
	}
	if err != nil {
		return fmt.Errorf("look for a server left behind: %w", err)
	}
	first, _, _ := strings.Cut(string(text), "\n")
	pid, err := strconv.Atoi(strings.TrimSpace(first))
	if err != nil || pid <= 1 || !worksIn(pid, cluster) {
		log.Info("recovering the database after a run that did not stop it")
		if err := os.Remove(path); err != nil && !errors.Is(err, os.ErrNotExist) {
			return fmt.Errorf("clear the pid of a server that is gone: %w", err)
		}
		return nil
	}
	log.Warn("stopping a server that an earlier run left behind", "pid", pid)
	for _, sig := range []syscall.Signal{fastShutdown, immediateShutdown} {
		if err := syscall.Kill(pid, sig); err != nil && !errors.Is(err, syscall.ESRCH) {
			return fmt.Errorf("stop the server left behind: %w", err)
		}
		if gone(ctx, pid, cluster) {
			return ctx.Err()
		}
	}
	return fmt.Errorf("the server left behind (process %d) does not end", pid)
}

// gone waits until the server has ended; it reports false when patience does.
func gone(ctx context.Context, pid int, cluster string) bool {
	deadline := time.After(stopPatience)
	for worksIn(pid, cluster) {
		select {
		case <-deadline:
			return false
		case <-ctx.Done():
			return true
		case <-time.After(10 * time.Millisecond):
		}
	}
	return true
}
