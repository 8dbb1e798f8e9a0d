package embedded

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"syscall"
	"time"
)

// lockName is the file in the data folder whose holder owns the folder.
const lockName = "opfyldt.lock"

// takeLock makes this process the folder's only owner until it ends, however it
// ends: the kernel drops the lock with the process.
func takeLock(data string) (*os.File, error) {
	path := filepath.Join(data, lockName)
	f, err := os.OpenFile(path, os.O_RDWR|os.O_CREATE, 0o600)
	if err != nil {
		return nil, fmt.Errorf("open the lock of the data folder: %w", err)
	}
	if err := syscall.Flock(int(f.Fd()), syscall.LOCK_EX|syscall.LOCK_NB); err != nil {
		held := holder(path)
		f.Close()
		return nil, fmt.Errorf("the data folder %s is in use by %s", data, held)
	}
	if err := f.Truncate(0); err != nil {
		f.Close()
		return nil, fmt.Errorf("write the lock of the data folder: %w", err)
	}
	line := fmt.Sprintf("%d %s\n", os.Getpid(), time.Now().UTC().Format(time.RFC3339))
	if _, err := f.WriteAt([]byte(line), 0); err != nil {
		f.Close()
		return nil, fmt.Errorf("write the lock of the data folder: %w", err)
	}
	return f, nil
}

// holder reads who wrote itself into the lock.
func holder(path string) string {
	text, err := os.ReadFile(path)
	fields := strings.Fields(string(text))
	if err != nil || len(fields) != 2 {
		return "another process that has just started"
	}
	return fmt.Sprintf("process %s since %s; stop that one or choose another folder with --data", fields[0], fields[1])
}
