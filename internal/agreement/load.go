package agreement

import (
	"context"
	"encoding/json"
	"fmt"
	"strconv"
	"time"

	"github.com/google/uuid"

	"opfyldt/internal/calendar"
	"opfyldt/internal/contract"
	"opfyldt/internal/fault"
	"opfyldt/internal/ledger"
)

// Load takes a contract's file in as its next version, by a fact on the day at
// which now is. A file that is there already stays as it is; another one under
// a version's number that is taken is a fault.Conflict.
func (s *Store) Load(ctx context.Context, book ledger.Recorder, by ledger.Person, source []byte, now time.Time) error {
	c, problems := contract.Parse(sourceName, source)
	if problems.HasErrors() {
		return problems
	}
	if _, err := by.Permit(opManage, c.ID, ""); err != nil {
		return err
	}
	if there, err := s.Has(ctx, c, source); there || err != nil {
		return err
	}
	earlier, err := s.earlier(ctx, c.ID)
	if err != nil {
		return err
	}
	if err := follows(source, c, earlier); err != nil {
		return err
	}
	if err := ledger.Enter(ctx, s.pool, c.ID); err != nil {
		return err
	}
	text, err := json.Marshal(submitted{Source: string(source)})
	if err != nil {
		return fmt.Errorf("encode a contract's file: %w", err)
	}
	id, err := uuid.NewV7()
	if err != nil {
		return fmt.Errorf("make an id: %w", err)
	}
	_, err = book.Record(ctx, by, ledger.Submission{Contract: c.ID, ID: id.String(), Kind: KindVersion,
		Subject: strconv.Itoa(c.Version), Day: calendar.DateOf(now), Body: text})
	s.forget()
	if fault.KindOf(err) == fault.Conflict {
		// Another instance may have been first with the same file.
		if there, again := s.Has(ctx, c, source); there || again != nil {
			return again
		}
	}
	return err
}

// Has reports whether the file is there as the version that it says it is.
// Another file in its place is a fault.Conflict.
func (s *Store) Has(ctx context.Context, c *contract.Contract, source []byte) (bool, error) {
	_, sum, err := s.Source(ctx, c.ID, c.Version)
	if fault.KindOf(err) == fault.NotFound {
		return false, nil
	}
	if err != nil {
		return false, err
	}
	if sum != contract.Hash(source) {
		return false, used(c.Version)
	}
	return true, nil
}
