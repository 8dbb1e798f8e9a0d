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
	"time"

	"github.com/jackc/pgx/v5"
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
	process   *process
}

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
	s := &Server{lock: lock}
	if err := s.start(ctx, data, a, o); err != nil {
		return nil, errors.Join(fmt.Errorf("start the embedded Postgres: %w", err), s.Stop())
	}
	return s, nil
}

func (s *Server) start(ctx context.Context, data string, a account, o Options) error {
	var err error
	if s.place, err = findPlace(data, a); err != nil {
		return err
	}
	if s.place.dir != data {
		o.Log.Warn("the database lives outside the data folder, where its user can reach it", "data", data, "place", s.place.dir)
	}
	bin, err := s.place.binaries(a)
	if err != nil {
		return err
	}
	if !s.place.exists() {
		o.Log.Info("making a database", "place", s.place.cluster(), "postgres", bin.Major)
		if err := s.place.initialise(ctx, bin, a, o.Throwaway); err != nil {
			return err
		}
	}
	if err := stopStray(ctx, s.place.cluster(), o.Log); err != nil {
		return err
	}
	if s.socket, s.temporary, err = s.place.socketDir(a); err != nil {
		return err
	}
	if s.process, err = s.launch(bin, a, o.Throwaway); err != nil {
		return err
	}
	return s.waitReady(ctx)
}

// launch runs the server with its output in a log file beside the cluster.
func (s *Server) launch(bin Binaries, a account, lossy bool) (*process, error) {
	log, err := openLog(s.place.logFile())
	if err != nil {
		return nil, err
	}
	defer log.Close() // the child has its own
	args := []string{"-D", s.place.cluster(), "-k", s.socket, "-p", "5432",
		"-c", "listen_addresses=", "-c", "unix_socket_permissions=0700"}
	if lossy {
		for _, setting := range throwaway {
			args = append(args, "-c", setting)
		}
	}
	cmd := exec.Command(bin.program("postgres"), args...)
	cmd.Dir, cmd.Env = s.place.dir, environment()
	cmd.Stdout, cmd.Stderr = log, log
	cmd.SysProcAttr = attributes(a, fastShutdown)
	return run(cmd)
}

// waitReady asks until the server answers, or has ended.
func (s *Server) waitReady(ctx context.Context) error {
	for {
		conn, err := pgx.Connect(ctx, s.URL(Superuser, "postgres"))
		if err == nil {
			return conn.Close(ctx)
		}
		select {
		case <-s.process.done:
			return fmt.Errorf("the server ended: %w\n%s", s.process.err, tail(s.place.logFile()))
		case <-ctx.Done():
			return fmt.Errorf("wait for the server: %w (%v)", ctx.Err(), err)
		case <-time.After(10 * time.Millisecond):
		}
	}
}

// URL returns the address of a database for a role.
func (s *Server) URL(role, database string) string {
	q := url.Values{"host": {s.socket}, "port": {"5432"}, "sslmode": {"disable"}}
	u := url.URL{Scheme: "postgres", User: url.User(role), Path: "/" + database, RawQuery: q.Encode()}
	return u.String()
}

// Done is closed when the server has ended, by Stop or by itself.
func (s *Server) Done() <-chan struct{} { return s.process.done }

// Stop ends the server in good order and gives the data folder back. Another
// process's server it leaves alone.
func (s *Server) Stop() error {
	if s.lock == nil {
		return nil
	}
	var err error
	if s.process != nil {
		err = s.process.stop()
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
