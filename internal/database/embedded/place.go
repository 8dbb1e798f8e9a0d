package embedded

import (
	"crypto/sha256"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"unicode"
)

const (
	clusterName = "postgres"           // the cluster's folder in its place
	noteName    = "postgres-place.txt" // in the data folder: where the cluster is, when it is elsewhere
	elsewhere   = "/var/tmp"           // survives a restart of the machine, open to every user
)

// place is the folder that holds the cluster, its log and its socket: the data
// folder itself, or one that the server's account can reach.
type place struct {
	dir  string
	note string // to be written once the cluster is there; empty when dir is the data folder
}

func (p place) cluster() string { return filepath.Join(p.dir, clusterName) }

func (p place) exists() bool {
	_, err := os.Stat(filepath.Join(p.cluster(), "PG_VERSION"))
	return err == nil
}

// prepareData makes the data folder where it is missing, passable for the
// server's account.
func prepareData(data string, a account) (string, error) {
	data, err := filepath.Abs(data)
	if err != nil {
		return "", fmt.Errorf("resolve the data folder: %w", err)
	}
	if strings.ContainsFunc(data, unicode.IsControl) { // Postgres notes its folders line by line
		return "", fmt.Errorf("the data folder %q has a control character in its name; choose another folder with --data", data)
	}
	mode := os.FileMode(0o700)
	if a.other {
		mode = 0o711
	}
	if err := os.MkdirAll(data, mode); err != nil {
		return "", fmt.Errorf("make the data folder: %w", err)
	}
	real, err := filepath.EvalSymlinks(data)
	if err != nil {
		return "", fmt.Errorf("resolve the data folder: %w", err)
	}
	return real, nil
}

// findPlace decides where the cluster is or is to be. What is there already
// decides first, so that a changed right on a folder never shows an empty
// database in place of the real one.
func findPlace(data string, a account) (place, error) {
	here := place{dir: data}
	noted, err := readNote(data)
	switch {
	case err != nil:
		return place{}, err
	case noted != "":
		p := place{dir: noted}
		if !p.exists() {
			return place{}, fmt.Errorf("%s says that the database is in %s, but there is none: restore it, or start with another data folder",
				filepath.Join(data, noteName), noted)
		}
		return p, nil
	case here.exists() || a.canEnter(data):
		return here, nil
	}
	sum := sha256.Sum256([]byte(data))
	dir, err := os.MkdirTemp(elsewhere, fmt.Sprintf("opfyldt-%x-", sum[:6]))
	if err != nil {
		return place{}, fmt.Errorf("make a folder that Postgres can reach: %w", err)
	}
	if err := os.Chmod(dir, 0o711); err != nil {
		return place{}, fmt.Errorf("open %s to Postgres: %w", dir, err)
	}
	return place{dir: dir, note: filepath.Join(data, noteName)}, nil
}

// readNote returns the folder that the note names, or nothing.
func readNote(data string) (string, error) {
	text, err := os.ReadFile(filepath.Join(data, noteName))
	if errors.Is(err, fs.ErrNotExist) {
		return "", nil
	}
	if err != nil {
		return "", fmt.Errorf("read where the database is: %w", err)
	}
	first, _, _ := strings.Cut(string(text), "\n")
	return first, nil
}

// writeNote leaves word in the data folder; it comes after the cluster, so that
// it never names one that is not there.
func (p place) writeNote() error {
	if p.note == "" {
		return nil
	}
	text := p.dir + "\n\nThe database of this data folder is in the folder above, because the\n" +
		"unprivileged user that Postgres runs as cannot reach this one. Move and\nback up both together.\n"
	temporary := p.note + ".new"
	if err := os.WriteFile(temporary, []byte(text), 0o600); err != nil {
		return fmt.Errorf("note where the database is: %w", err)
	}
	if err := os.Rename(temporary, p.note); err != nil {
		return fmt.Errorf("note where the database is: %w", err)
	}
	return nil
}

// socketLimit is how long the address of a Unix socket may be.
const socketLimit = 107

const socketFile = ".s.PGSQL.5432"

// holdsSocket reports whether a socket in the folder can be named: its address
// must not be too long, and both Postgres and its clients read a comma as the
// border between two folders.
func holdsSocket(dir string) bool {
	return len(dir)+1+len(socketFile) <= socketLimit && !strings.Contains(dir, ",")
}

// socketDir makes the private folder of the server's socket: in the place, or in
// a short temporary one where that one's name is not fit for a socket. The second
// answer says whether to remove it afterwards.
func (p place) socketDir(a account) (dir string, temporary bool, err error) {
	dir = filepath.Join(p.dir, "socket")
	if holdsSocket(dir) {
		if err := a.mkdir(dir); err != nil {
			return "", false, fmt.Errorf("make the socket's folder: %w", err)
		}
		return dir, false, nil
	}
	parent := os.TempDir()
	if !holdsSocket(parent+"/opfyldt-0123456789") || !a.canEnter(parent) {
		parent = "/tmp"
	}
	dir, err = os.MkdirTemp(parent, "opfyldt-")
	if err != nil {
		return "", false, fmt.Errorf("make the socket's folder: %w", err)
	}
	if err := a.mkdir(dir); err != nil {
		return "", false, fmt.Errorf("make the socket's folder: %w", err)
	}
	return dir, true, nil
}
