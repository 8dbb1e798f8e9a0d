package embedded

import (
	"context"
	"crypto/sha256"
	"fmt"
	"io"
	"io/fs"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
)

func (p place) logFile() string { return filepath.Join(p.dir, "postgres.log") }

// major returns the version that made the cluster, 0 where there is none.
func (p place) major() (int, error) {
	text, err := os.ReadFile(filepath.Join(p.cluster(), "PG_VERSION"))
	if os.IsNotExist(err) {
		return 0, nil
	}
	if err != nil {
		return 0, fmt.Errorf("read the cluster's version: %w", err)
	}
	major, err := strconv.Atoi(strings.TrimSpace(string(text)))
	if err != nil {
		return 0, fmt.Errorf("read the cluster's version: %w", err)
	}
	return major, nil
}

// binaries finds the programs for the cluster, and copies them into the place
// where the server's account cannot reach them.
func (p place) binaries(a account) (Binaries, error) {
	major, err := p.major()
	if err != nil {
		return Binaries{}, err
	}
	b, err := Find(major)
	if err != nil || a.canEnter(b.Dir) {
		return b, err
	}
	root := filepath.Dir(b.Dir) // with bin, lib and share under it
	sum := sha256.Sum256([]byte(root))
	own := filepath.Join(p.dir, fmt.Sprintf("postgres-%d-%x", b.Major, sum[:6]))
	if _, err := os.Stat(own); err == nil {
		return Binaries{Dir: filepath.Join(own, filepath.Base(b.Dir)), Major: b.Major}, nil
	}
	if err := copyTree(own, root, a); err != nil {
		return Binaries{}, fmt.Errorf("copy Postgres to where its user can reach it: %w", err)
	}
	return Binaries{Dir: filepath.Join(own, filepath.Base(b.Dir)), Major: b.Major}, nil
}

// copyTree copies a folder for the account, whole or not at all.
func copyTree(to, from string, a account) error {
	unfinished := to + ".new"
	if err := os.RemoveAll(unfinished); err != nil {
		return err
	}
	if err := os.CopyFS(unfinished, os.DirFS(from)); err != nil {
		return err
	}
	err := filepath.WalkDir(unfinished, func(path string, _ fs.DirEntry, err error) error {
		if err != nil || !a.other {
			return err
		}
		return os.Lchown(path, int(a.uid), int(a.gid))
	})
	if err != nil {
		return err
	}
	return os.Rename(unfinished, to)
}

// initialise makes the cluster under another name and renames it, so that an
// interrupted one is never taken for whole.
func (p place) initialise(ctx context.Context, bin Binaries, a account, lossy bool) error {
	unfinished := p.cluster() + ".new"
	if err := os.RemoveAll(unfinished); err != nil {
		return fmt.Errorf("clear an unfinished cluster: %w", err)
	}
	if err := a.mkdir(unfinished); err != nil {
		return fmt.Errorf("make the cluster's folder: %w", err)
	}
	args := []string{"-D", unfinished, "-U", Superuser, "--auth=trust", "--encoding=UTF8", "--locale=C",
		"--data-checksums", "--no-instructions"}
	if lossy {
		args = append(args, "--no-sync", "--wal-segsize=1")
	}
	cmd := exec.CommandContext(ctx, bin.program("initdb"), args...)
	cmd.Dir, cmd.Env = unfinished, environment()
	cmd.SysProcAttr = attributes(a, 0)
	if out, err := cmd.CombinedOutput(); err != nil {
		return fmt.Errorf("make the cluster: %w\n%s", err, out)
	}
	if err := os.Rename(unfinished, p.cluster()); err != nil {
		return fmt.Errorf("name the cluster: %w", err)
	}
	return p.writeNote()
}

// logLimit is the size from which a start begins a new log file; one older is
// kept.
const logLimit = 8 << 20

func openLog(path string) (*os.File, error) {
	if info, err := os.Stat(path); err == nil && info.Size() > logLimit {
		if err := os.Rename(path, path+".1"); err != nil {
			return nil, fmt.Errorf("put the server's log aside: %w", err)
		}
	}
	f, err := os.OpenFile(path, os.O_CREATE|os.O_APPEND|os.O_WRONLY, 0o600)
	if err != nil {
		return nil, fmt.Errorf("open the server's log: %w", err)
	}
	return f, nil
}

// tail returns the log's end, for an error that says why the server ended.
func tail(path string) string {
	const most = 1500
	f, err := os.Open(path)
	if err != nil {
		return ""
	}
	defer f.Close()
	if info, err := f.Stat(); err == nil && info.Size() > most {
		if _, err := f.Seek(-most, io.SeekEnd); err != nil {
			return ""
		}
	}
	text, err := io.ReadAll(f)
	if err != nil {
		return ""
	}
	return strings.TrimSpace(string(text))
}
