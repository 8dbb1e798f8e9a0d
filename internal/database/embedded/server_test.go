package embedded

import (
	"bufio"
	"context"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"strconv"
	"strings"
	"syscall"
	"testing"
	"time"

	"github.com/jackc/pgx/v5"
)

// folder makes a data folder that the server's user can reach, for any user.
func folder(t *testing.T) string {
	t.Helper()
	dir, err := os.MkdirTemp("", "opfyldt-embedded-")
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { os.RemoveAll(dir) })
	if err := os.Chmod(dir, 0o711); err != nil {
		t.Fatal(err)
	}
	return dir
}

func start(t *testing.T, data string) *Server {
	t.Helper()
	s, err := Start(context.Background(), Options{Data: data, Throwaway: true})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		if err := s.Stop(); err != nil {
			t.Error(err)
		}
	})
	return s
}

// query runs one statement and returns its one value as text.
func query(t *testing.T, s *Server, sql string) string {
	t.Helper()
	ctx := context.Background()
	conn, err := pgx.Connect(ctx, s.URL(Superuser, "postgres"))
	if err != nil {
		t.Fatal(err)
	}
	defer conn.Close(ctx)
	var text string
	if err := conn.QueryRow(ctx, sql).Scan(&text); err != nil && err != pgx.ErrNoRows {
		t.Fatalf("%s: %v", sql, err)
	}
	return text
}

func TestNobodyElseReachesTheServer(t *testing.T) {
	t.Parallel()
	s := start(t, folder(t))
	if got := query(t, s, "SHOW listen_addresses"); got != "" {
		t.Errorf("it listens on %q", got)
	}
	info, err := os.Stat(s.socket)
	if err != nil || info.Mode().Perm() != 0o700 {
		t.Errorf("the socket's folder: %v, %v", info.Mode(), err)
	}
	pid, err := strconv.Atoi(query(t, s, "SELECT pg_backend_pid()::text"))
	if err != nil {
		t.Fatal(err)
	}
	info, err = os.Stat("/proc/" + strconv.Itoa(s.process.cmd.Process.Pid))
	if err != nil || pid == 0 {
		t.Fatal(err)
	}
	if uid := info.Sys().(*syscall.Stat_t).Uid; uid == 0 {
		t.Error("it runs as root")
	}
}

func TestASecondStartSaysWhoHoldsTheFolder(t *testing.T) {
	t.Parallel()
	data := folder(t)
	start(t, data)
	_, err := Start(context.Background(), Options{Data: data})
	if err == nil || !strings.Contains(err.Error(), fmt.Sprintf("in use by process %d since 20", os.Getpid())) {
		t.Errorf("got %v", err)
	}
}

func TestDataOutlivesAStop(t *testing.T) {
	t.Parallel()
	data := folder(t)
	s := start(t, data)
	query(t, s, "CREATE TABLE kept AS SELECT 'here' AS what")
	if err := s.Stop(); err != nil {
		t.Fatal(err)
	}
	if _, err := os.Stat(filepath.Join(data, clusterName, "postmaster.pid")); !os.IsNotExist(err) {
		t.Errorf("it did not stop in good order: %v", err)
	}
	if got := query(t, start(t, data), "SELECT what FROM kept"); got != "here" {
		t.Errorf("got %q", got)
	}
}

// serverFolder is set in the process that is to be killed.
const serverFolder = "OPFYLDT_TEST_SERVER_FOLDER"

// TestServerProcess is the process of the test below, and nothing by itself.
func TestServerProcess(t *testing.T) {
	data := os.Getenv(serverFolder)
	if data == "" {
		return
	}
	s, err := Start(context.Background(), Options{Data: data})
	if err != nil {
		t.Fatal(err)
	}
	query(t, s, "CREATE TABLE kept AS SELECT 'here' AS what")
	fmt.Println("ready", s.process.cmd.Process.Pid)
	<-s.Done()
}

// The program is killed; its server goes with it, and the next start has all
// that was committed.
func TestAKilledProgramLeavesNoServer(t *testing.T) {
	t.Parallel()
	data := folder(t)
	program, postmaster := serverProcess(t, data)
	if err := program.Process.Kill(); err != nil {
		t.Fatal(err)
	}
	if err := program.Wait(); err == nil {
		t.Error("it was not killed")
	}
	if got := query(t, start(t, data), "SELECT what FROM kept"); got != "here" {
		t.Errorf("got %q", got)
	}
	if worksIn(postmaster, filepath.Join(data, clusterName)) {
		t.Errorf("the server %d is still there", postmaster)
	}
}

// serverProcess starts the process above and waits until its server runs.
func serverProcess(t *testing.T, data string) (program *exec.Cmd, postmaster int) {
	t.Helper()
	program = exec.Command(os.Args[0], "-test.run=^TestServerProcess$")
	program.Env = append(os.Environ(), serverFolder+"="+data)
	out, err := program.StdoutPipe()
	if err != nil {
		t.Fatal(err)
	}
	if err := program.Start(); err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { program.Process.Kill() })
	scanner := bufio.NewScanner(out)
	for scanner.Scan() {
		if pid, ok := strings.CutPrefix(scanner.Text(), "ready "); ok {
			if postmaster, err = strconv.Atoi(pid); err != nil {
				t.Fatal(err)
			}
			return program, postmaster
		}
	}
	t.Fatal("the process ended before its server ran")
	return nil, 0
}

// A server that outlived its program is stopped by the next start: here one
// whose owner lost the lock alone.
func TestAServerLeftBehindIsStopped(t *testing.T) {
	t.Parallel()
	data := folder(t)
	s := start(t, data)
	query(t, s, "CREATE TABLE kept AS SELECT 'here' AS what")
	if err := s.lock.Close(); err != nil {
		t.Fatal(err)
	}
	next, err := Start(context.Background(), Options{Data: data, Throwaway: true})
	if err != nil {
		t.Fatal(err)
	}
	<-s.Done()
	if got := query(t, next, "SELECT what FROM kept"); got != "here" {
		t.Errorf("got %q", got)
	}
	s.lock, err = os.Open(filepath.Join(data, lockName)) // for the first one's Stop
	if err != nil {
		t.Fatal(err)
	}
	if err := next.Stop(); err != nil {
		t.Error(err)
	}
}

// The server itself is killed, its pid file stays, and the number has gone to a
// stranger: ourselves.
func TestAPidFileOfAStrangerIsCleared(t *testing.T) {
	t.Parallel()
	data := folder(t)
	s := start(t, data)
	query(t, s, "CREATE TABLE kept AS SELECT 'here' AS what")
	path := filepath.Join(data, clusterName, "postmaster.pid")
	text, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	if err := s.process.cmd.Process.Signal(immediateShutdown); err != nil {
		t.Fatal(err)
	}
	<-s.Done()
	if err := s.Stop(); err != nil {
		t.Fatal(err)
	}
	_, rest, _ := strings.Cut(string(text), "\n")
	if err := os.WriteFile(path, []byte(strconv.Itoa(os.Getpid())+"\n"+rest), 0o644); err != nil {
		t.Fatal(err)
	}
	s.lock, err = os.Open(filepath.Join(data, lockName)) // for the first one's cleanup
	if err != nil {
		t.Fatal(err)
	}
	if got := query(t, start(t, data), "SELECT what FROM kept"); got != "here" {
		t.Errorf("got %q", got)
	}
}

// A socket's address has 107 bytes at most; a longer folder's socket lies in the
// temporary folder, which is removed with the server.
func TestAFolderTooLongForASocket(t *testing.T) {
	t.Parallel()
	data := filepath.Join(folder(t), strings.Repeat("long", 25))
	s := start(t, data)
	if strings.HasPrefix(s.socket, data) {
		t.Errorf("the socket is in %s", s.socket)
	}
	if got := query(t, s, "SELECT 'yes'"); got != "yes" {
		t.Errorf("got %q", got)
	}
	dir := s.socket
	if err := s.Stop(); err != nil {
		t.Fatal(err)
	}
	if _, err := os.Stat(dir); !os.IsNotExist(err) {
		t.Errorf("the socket's folder is left: %v", err)
	}
	s.lock, s.temporary = nil, false
}

// What people call their folders: with blanks, commas and whatever an address
// gives a meaning of its own.
func TestFoldersWithAnyName(t *testing.T) {
	t.Parallel()
	for _, name := range []string{"two words", "one, two", "100 % + mål&krav=?#", `"quoted", 'twice'`} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			data := filepath.Join(folder(t), name)
			start(t, data)
			other, running, err := Running(data)
			if err != nil || !running {
				t.Fatalf("not found while it runs: %v", err)
			}
			if got := query(t, other, "SELECT 'yes'"); got != "yes" {
				t.Errorf("got %q", got)
			}
		})
	}
	_, err := Start(context.Background(), Options{Data: filepath.Join(folder(t), "two\nlines")})
	if err == nil || !strings.Contains(err.Error(), "control character") {
		t.Errorf("a folder with a line break: %v", err)
	}
}

// A server that runs and never answers is given up, with its log's end told.
func TestAServerThatNeverAnswers(t *testing.T) {
	t.Parallel()
	dir := folder(t)
	silent, err := run(exec.Command("sleep", "60"))
	if err != nil {
		t.Fatal(err)
	}
	s := &Server{place: place{dir: dir}, socket: dir, process: silent, patience: patience{silent: 50 * time.Millisecond}}
	t.Cleanup(func() {
		if err := silent.stop(); err != nil {
			t.Error(err)
		}
	})
	if err := os.WriteFile(s.place.logFile(), []byte("FATAL: no room\n"), 0o600); err != nil {
		t.Fatal(err)
	}
	err = s.waitReady(context.Background())
	if err == nil || !strings.Contains(err.Error(), "does not answer on its socket in "+dir+" after 50ms") ||
		!strings.Contains(err.Error(), "FATAL: no room") {
		t.Errorf("got %v", err)
	}
}

// A command finds the server that another process runs.
func TestRunning(t *testing.T) {
	t.Parallel()
	data := folder(t)
	if _, running, err := Running(data); running || err != nil {
		t.Errorf("before the start: %v, %v", running, err)
	}
	s := start(t, data)
	other, running, err := Running(data)
	if err != nil || !running || query(t, other, "SELECT 'yes'") != "yes" {
		t.Errorf("while it runs: %v, %v", running, err)
	}
	if err := s.Stop(); err != nil {
		t.Fatal(err)
	}
	if _, running, err := Running(data); running || err != nil {
		t.Errorf("after the stop: %v, %v", running, err)
	}
	s.lock = nil
}

// A server that ends by itself is started again with what it held; one that is
// stopped stays so.
func TestAServerThatEndsByItselfIsStartedAgain(t *testing.T) {
	s := start(t, folder(t))
	query(t, s, "CREATE TABLE kept AS SELECT 7 AS n")
	kept := make(chan error, 1)
	go func() { kept <- s.Keep(context.Background()) }()
	for range 2 {
		before := s.current()
		if err := syscall.Kill(before.cmd.Process.Pid, syscall.SIGKILL); err != nil {
			t.Fatal(err)
		}
		<-before.done
		if n := again(t, s, "SELECT n::text FROM kept"); n != "7" || s.current() == before {
			t.Errorf("after the server was killed: %q", n)
		}
	}
	if err := s.Stop(); err != nil {
		t.Fatal(err)
	}
	if err := <-kept; err != nil {
		t.Errorf("after a stop: %v", err)
	}
}

// again asks until the server answers.
func again(t *testing.T, s *Server, sql string) string {
	t.Helper()
	ctx, stop := context.WithTimeout(context.Background(), time.Minute)
	defer stop()
	for {
		if conn, err := pgx.Connect(ctx, s.URL(Superuser, "postgres")); err == nil {
			defer conn.Close(ctx)
			var text string
			if err := conn.QueryRow(ctx, sql).Scan(&text); err != nil {
				t.Fatal(err)
			}
			return text
		} else if ctx.Err() != nil {
			t.Fatal(err)
		}
		runtime.Gosched()
	}
}

// One that cannot start is given up with the reason.
func TestAServerThatCannotStartAgainIsGivenUp(t *testing.T) {
	s := start(t, folder(t))
	usualPauses := pauses
	pauses = []time.Duration{0, time.Millisecond}
	t.Cleanup(func() { pauses = usualPauses })
	s.bin = Binaries{Dir: t.TempDir()} // nothing is there
	if err := syscall.Kill(s.current().cmd.Process.Pid, syscall.SIGKILL); err != nil {
		t.Fatal(err)
	}
	if err := s.Keep(context.Background()); err == nil || !strings.Contains(err.Error(), "does not start again") {
		t.Errorf("got %v", err)
	}
}
