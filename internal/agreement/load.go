package agreement

import (
	"context"
	"encoding/json"
	"errors"
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

// Add takes in the file of a contract that is not tracked yet. What both parties
// agree on afterwards comes in as an amendment.
func (s *Store) Add(ctx context.Context, book ledger.Recorder, by ledger.Person, source []byte, now time.Time) error {
	c, problems := contract.Parse("source", source)
	if problems.HasErrors() {
		return fault.Fields(Faulty(problems)...)
	}
	if _, err := by.Permit(opManage, c.ID, ""); err != nil {
		return err
	}
	if there, err := s.Has(ctx, c, source); there || err != nil {
		return err
	}
	if _, err := s.Versions(ctx, c.ID); fault.KindOf(err) != fault.NotFound {
		if err == nil {
			err = fault.New(fault.Conflict, "contract.amend_instead", fault.Params{"contract": c.ID})
		}
		return err
	}
	return s.Load(ctx, book, by, source, now)
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

// Incoming is a file on its way in.
type Incoming struct {
	Name   string
	Source []byte
}

// Judge says what keeps the files from being taken in one after the other, all of
// them together and each under its name: nil where nothing does. It writes
// nothing.
func (s *Store) Judge(ctx context.Context, files []Incoming) error {
	var wrong error
	versions := map[string][]*contract.Contract{}
	for _, f := range files {
		c, problems := contract.Parse(f.Name, f.Source)
		if problems.HasErrors() {
			wrong = errors.Join(wrong, problems)
			continue
		}
		there, err := s.Has(ctx, c, f.Source)
		if fault.KindOf(err) == fault.Conflict {
			wrong = errors.Join(wrong, fmt.Errorf("%s: version %d of %s exists already with another content: an amendment is version %d", f.Name, c.Version, c.ID, c.Version+1))
			continue
		}
		if err != nil {
			return err
		}
		if _, known := versions[c.ID]; !known {
			if versions[c.ID], err = s.earlier(ctx, c.ID); err != nil {
				return err
			}
		}
		if there {
			continue
		}
		if _, problems = contract.ParseNext(f.Name, f.Source, versions[c.ID]); problems.HasErrors() {
			wrong = errors.Join(wrong, problems)
			continue
		}
		versions[c.ID] = append(versions[c.ID], c)
	}
	return wrong
}
