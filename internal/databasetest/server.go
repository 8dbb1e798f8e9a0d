package databasetest

import (
	"context"
	"fmt"
	"os"
	"path/filepath"
	"sync"
	"syscall"
	"time"

	"opfyldt/internal/database"
	"opfyldt/internal/database/embedded"
)

// template is the migrated database that tests clone.
const template = "opfyldt_template"

// folders names the servers' folders below the temporary folder.
const folders = "opfyldt-test-"

// shared starts the process's server once. Nothing stops it in good order: a
// test process ends without a last word, and the kernel then ends the server.
var shared = sync.OnceValues(start)

func start() (*embedded.Server, error) {
	ctx := context.Background()
	sweep()
	data, err := os.MkdirTemp("", folders)
	if err != nil {
		return nil, fmt.Errorf("make a folder: %w", err)
	}
	if err := os.Chmod(data, 0o711); err != nil { // passable for the server's user
		return nil, fmt.Errorf("open the folder to the server: %w", err)
	}
	server, err := embedded.Start(ctx, embedded.Options{Data: data, Throwaway: true})
	if err != nil {
		return nil, err
	}
	if err := database.Prepare(ctx, server.URL(embedded.Superuser, "postgres"), template); err != nil {
		return nil, err
	}
	if err := database.Migrate(ctx, server.URL(database.OwnerRole, template), database.ServiceRole); err != nil {
		return nil, err
	}
	return server, nil
}

// young is how long a folder is left alone: its process may be between making
// the lock and taking it.
const young = time.Minute

// sweep removes the folders of test processes that have ended: those whose lock
// is free.
func sweep() {
	left, _ := filepath.Glob(filepath.Join(os.TempDir(), folders+"*", "opfyldt.lock"))
	for _, path := range left {
		info, err := os.Stat(path)
		if err != nil || time.Since(info.ModTime()) < young {
			continue
		}
		f, err := os.Open(path)
		if err != nil {
			continue
		}
		if syscall.Flock(int(f.Fd()), syscall.LOCK_EX|syscall.LOCK_NB) == nil {
			os.RemoveAll(filepath.Dir(path)) // the next process tries again
		}
		f.Close()
	}
}
