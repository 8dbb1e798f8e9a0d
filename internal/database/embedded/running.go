package embedded

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"syscall"
)

// Running finds the server that another process of ours runs on the data
// folder, so that a command can use it beside the service. It reports false
// where none runs.
func Running(data string) (*Server, bool, error) {
	data, err := filepath.Abs(data)
	if err != nil {
		return nil, false, fmt.Errorf("resolve the data folder: %w", err)
	}
	if !held(filepath.Join(data, lockName)) {
		return nil, false, nil
	}
	p, err := placeOf(data)
	if err != nil {
		return nil, false, err
	}
	text, err := os.ReadFile(filepath.Join(p.cluster(), "postmaster.pid"))
	if err != nil {
		return nil, false, fmt.Errorf("find the running database: %w", err)
	}
	const socketLine = 4 // of the file, from 0
	lines := strings.Split(string(text), "\n")
	if len(lines) <= socketLine || lines[socketLine] == "" {
		return nil, false, fmt.Errorf("the database in %s is just starting; try again", p.dir)
	}
	return &Server{place: p, socket: lines[socketLine]}, true, nil
}

// Exists reports whether the data folder has a database, running or not.
func Exists(data string) (bool, error) {
	data, err := filepath.Abs(data)
	if err != nil {
		return false, fmt.Errorf("resolve the data folder: %w", err)
	}
	p, err := placeOf(data)
	return err == nil && p.exists(), err
}

// Held refuses a data folder that another process owns, and says which.
func Held(data string) error {
	data, err := filepath.Abs(data)
	if err != nil {
		return fmt.Errorf("resolve the data folder: %w", err)
	}
	if path := filepath.Join(data, lockName); held(path) {
		return fmt.Errorf("the data folder %s is in use by %s", data, holder(path))
	}
	return nil
}

// placeOf is where the data folder's database is, if it has one.
func placeOf(data string) (place, error) {
	noted, err := readNote(data)
	if noted == "" {
		noted = data
	}
	return place{dir: noted}, err
}

// held reports whether some process owns the folder of the lock.
func held(path string) bool {
	f, err := os.Open(path)
	if err != nil {
		return false
	}
	defer f.Close()
	return syscall.Flock(int(f.Fd()), syscall.LOCK_SH|syscall.LOCK_NB) != nil
}
