package embedded

import (
	"context"
	"errors"
	"fmt"
	"log/slog"
	"net/url"
	"os"
	"os/exec"
	"strings"
	"sync"
	"time"

	"github.com/jackc/pgx/v5"
	"github.com/jackc/pgx/v5/pgconn"
)

// Superuser is the cluster's first role; package database makes the others.
const Superuser = "postgres"

// Options says where the cluster lives.
type Options struct {
	Data      string       // the program's data folder, made where it is missing
	Log       *slog.Logger // nil for none
	Throwaway bool         // for tests: faster, and lost when the machine fails
}

// throwaway are the server's settings for data that nobody will miss.
var throwaway = []string{
	"fsync=off", "full_page_writes=off", "autovacuum=off", "max_connections=300",
}

// Server is a running Postgres that nobody else reaches.
type Server struct {
	lock      *os.File
	place     place
	socket    string
	temporary bool // the socket's folder is to be removed
	patience  patience
	log       *slog.Logger
	bin       Binaries
	account   account
	lossy     bool

	mu       sync.Mutex
	process  *process
	stopped  bool
	stopping chan struct{} // closed by Stop
	ending   sync.Once     // for closing it
}

// patience is how long a start waits.
type patience struct {
	making   time.Duration // for a cluster to be made
	silent   time.Duration // for a server that gives no answer
	starting time.Duration // for one that answers that it is recovering
}

// usual is ample for slow disks: what takes longer does not come at all.
var usual = patience{making: 5 * time.Minute, silent: time.Minute, starting: time.Hour}

// Start takes the data folder, makes the cluster where there is none, and
// starts the server on a private socket. It returns once the server answers.
func Start(ctx context.Context, o Options) (*Server, error) {
	if o.Log == nil {
		o.Log = slog.New(slog.DiscardHandler)
	}
	a, err := serverAccount()
	if err != nil {
		return nil, err
	}
	data, err := prepareData(o.Data, a)
	if err != nil {
		return nil, err
	}
	lock, err := takeLock(data)
	if err != nil {
		return nil, err
	}
	s := &Server{lock: lock, patience: usual, log: o.Log, account: a, lossy: o.Throwaway, stopping: make(chan struct{})}
	if err := s.start(ctx, data); err != nil {
		return nil, errors.Join(fmt.Errorf("start the embedded Postgres: %w", err), s.Stop())
	}
	return s, nil
}

func (s *Server) start(ctx context.Context, data string) error {
	a := s.account
	var err error
	if s.place, err = findPlace(data, a); err != nil {
		return err
	}
	if s.place.dir != data {
		s.log.Warn("the database lives outside the data folder, where its user can reach it", "data", data, "place", s.place.dir)
	}
	if s.bin, err = s.place.binaries(a); err != nil {
		return err
	}
	if !s.place.exists() {
		s.log.Info("making a database", "place", s.place.cluster(), "postgres", s.bin.Major)
		making, stop := context.WithTimeout(ctx, s.patience.making)
		err := s.place.initialise(making, s.bin, a, s.lossy)
		stop()
		if err != nil {
			return err
		}
	}
	if err := stopStray(ctx, s.place.cluster(), s.log); err != nil {
		return err
	}
	if s.socket, s.temporary, err = s.place.socketDir(a); err != nil {
		return err
	}
	if err := s.relaunch(); err != nil {
		return err
	}
	return s.waitReady(ctx)
}

// launch runs the server with its output in a log file beside the cluster.
func (s *Server) launch() (*process, error) {
	log, err := openLog(s.place.logFile())
	if err != nil {
		return nil, err
	}
	defer log.Close() // the child has its own
	args := []string{"-D", s.place.cluster(), "-k", s.socket, "-p", "5432",
		"-c", "listen_addresses=", "-c", "unix_socket_permissions=0700"}
	if s.lossy {
		for _, setting := range throwaway {
			args = append(args, "-c", setting)
		}
	}
	cmd := exec.Command(s.bin.program("postgres"), args...)
	cmd.Dir, cmd.Env = s.place.dir, environment()
	cmd.Stdout, cmd.Stderr = log, log
	cmd.SysProcAttr = attributes(s.account, fastShutdown)
	return run(cmd)
}

// waitReady asks until the server answers, has ended, or has had its time.
func (s *Server) waitReady(ctx context.Context) error {
	begun, process := time.Now(), s.current()
	for {
		conn, err := s.ask(ctx)
		if err == nil {
			return conn.Close(ctx)
		}
		limit := s.patience.silent
		if answer, ok := errors.AsType[*pgconn.PgError](err); ok && answer.Code == cannotConnectNow {
			limit = s.patience.starting
		}
		select {
		case <-process.done:
			return fmt.Errorf("the server ended: %w\n%s", process.err, tail(s.place.logFile()))
		case <-ctx.Done():
			return fmt.Errorf("wait for the server: %w (%w)", ctx.Err(), err)
		case <-time.After(10 * time.Millisecond):
		}
		if waited := time.Since(begun); waited > limit {
			return fmt.Errorf("the server does not answer on its socket in %s after %s: %w\nthe end of its log, %s:\n%s",
				s.socket, limit, err, s.place.logFile(), tail(s.place.logFile()))
		}
	}
}

// cannotConnectNow is what a server says that is starting or recovering.
const cannotConnectNow = "57P03"

// ask connects once; a server that takes the call and says nothing is silent
// too.
func (s *Server) ask(ctx context.Context) (*pgx.Conn, error) {
	ctx, stop := context.WithTimeout(ctx, s.patience.silent)
	defer stop()
	return pgx.Connect(ctx, s.URL(Superuser, "postgres"))
}

// URL returns the address of a database for a role.
func (s *Server) URL(role, database string) string {
	q := url.Values{"host": {s.socket}, "port": {"5432"}, "sslmode": {"disable"}}
	// A form writes a blank as "+", which the address of a database keeps as it is.
	query := strings.ReplaceAll(q.Encode(), "+", "%20")
	u := url.URL{Scheme: "postgres", User: url.User(role), Path: "/" + database, RawQuery: query}
	return u.String()
}

// Done is closed when the server that runs now has ended, by Stop or by itself.
func (s *Server) Done() <-chan struct{} { return s.current().done }

// Stop ends the server in good order and gives the data folder back. Another
// process's server it leaves alone.
func (s *Server) Stop() error {
	if s.lock == nil {
		return nil
	}
	s.mu.Lock()
	s.stopped = true
	s.ending.Do(func() { close(s.stopping) })
	process := s.process
	s.mu.Unlock()
	var err error
	if process != nil {
		err = process.stop()
	}
	if s.temporary {
		err = errors.Join(err, os.RemoveAll(s.socket))
	}
	err = errors.Join(err, s.lock.Close())
	s.lock = nil
	return err
}

// environment keeps settings of the caller's shell (PGDATA, locales) from the
// server.
func environment() []string {
	env := []string{"LC_ALL=C", "TZ=UTC"}
	for _, v := range os.Environ() {
		if strings.HasPrefix(v, "PATH=") || strings.HasPrefix(v, "LD_LIBRARY_PATH=") {
			env = append(env, v)
		}
	}
	return env
}
