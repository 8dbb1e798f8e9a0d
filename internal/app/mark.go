package app

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
)

// demoMark is the file in a data folder that says that its facts are invented.
const demoMark = "demo.txt"

// markDemo leaves word in the demo's data folder, and marks whatever is served
// from such a folder later, by whatever command.
func (a *App) markDemo(context.Context) error {
	path := filepath.Join(a.config.Data, demoMark)
	if a.options.Demo {
		if err := os.MkdirAll(a.config.Data, 0o711); err != nil { // passable for the database's user
			return fmt.Errorf("make the data folder: %w", err)
		}
		if err := os.WriteFile(path, []byte("The facts of this data folder are invented: opfyldt demo made them.\n"), 0o644); err != nil {
			return fmt.Errorf("mark the data folder as a demo's: %w", err)
		}
		return nil
	}
	_, err := os.Stat(path)
	if err == nil {
		a.options.Demo = true
		a.options.Log.Warn("the data folder is a demo's: its facts are invented, and every page says so", "data", a.config.Data)
	} else if !errors.Is(err, fs.ErrNotExist) {
		return fmt.Errorf("look whether the data folder is a demo's: %w", err)
	}
	return nil
}
