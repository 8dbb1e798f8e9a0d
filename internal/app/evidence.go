package app

import (
	"context"
	"path/filepath"

	"opfyldt/internal/evidence"
	"opfyldt/internal/record"
)

// openEvidence opens the store of the files behind facts.
func (a *App) openEvidence(ctx context.Context) (err error) {
	if address := a.config.Evidence.Store; address != "" {
		a.evidence, err = evidence.OpenBucket(ctx, address)
	} else {
		a.evidence, err = evidence.OpenFolder(filepath.Join(a.config.Data, "evidence"))
	}
	return err
}

func (a *App) evidencePages(book record.Book) evidence.Handlers {
	return evidence.Handlers{
		Book: book, Store: a.evidence, Largest: int64(a.config.Evidence.Largest) << 20, Signed: a.facts.signed, Log: a.options.Log,
	}
}
