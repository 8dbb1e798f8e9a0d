package app

import (
	"fmt"
	"os"

	"opfyldt/internal/ledger"
)

// signingKey reads the key that checkpoints are signed with, or makes it in the
// data folder, which exists by now only where the database lives in it too.
func (a *App) signingKey() (*ledger.Key, error) {
	if a.config.LedgerKey == "" {
		if err := os.MkdirAll(a.config.Data, 0o711); err != nil { // passable for the database's user
			return nil, fmt.Errorf("make the data folder: %w", err)
		}
	}
	return ledger.LoadKey(a.config.LedgerKey, a.config.Data)
}
