package agreement

import (
	"context"
	"errors"
	"fmt"
	"time"

	"github.com/jackc/pgx/v5"
)

// keptDrafts bounds the drafts at hand.
const keptDrafts = 64

// draftKey names a proposal's file.
type draftKey struct{ contract, proposal string }

const selectDraft = `SELECT source FROM contract_proposals WHERE contract_id = $1 AND proposal::text = $2`

// Draft returns a proposal's file, or fault.NotFound.
func (s *Store) Draft(ctx context.Context, contractID, proposal string) (string, error) {
	key := draftKey{contractID, proposal}
	s.mu.Lock()
	source, kept := s.drafts[key]
	s.mu.Unlock()
	if kept {
		return source, nil
	}
	err := s.pool.QueryRow(ctx, selectDraft, contractID, proposal).Scan(&source)
	if errors.Is(err, pgx.ErrNoRows) {
		return "", unknownProposal(proposal)
	}
	if err != nil {
		return "", fmt.Errorf("read a proposal's file: %w", err)
	}
	s.mu.Lock()
	defer s.mu.Unlock()
	if len(s.drafts) >= keptDrafts {
		clear(s.drafts)
	}
	s.drafts[key] = source
	return source, nil
}

const selectUnsigned = `
SELECT DISTINCT contract_id FROM contract_proposals p
 WHERE base = 0 AND NOT EXISTS (SELECT FROM contract_versions v WHERE v.contract_id = p.contract_id)
 ORDER BY contract_id`

// Unsigned lists the contracts that are drafts yet.
func (s *Store) Unsigned(ctx context.Context) ([]string, error) {
	rows, err := s.pool.Query(ctx, selectUnsigned)
	if err != nil {
		return nil, fmt.Errorf("list the drafts: %w", err)
	}
	ids, err := pgx.CollectRows(rows, pgx.RowTo[string])
	if err != nil {
		return nil, fmt.Errorf("list the drafts: %w", err)
	}
	return ids, nil
}

// deciding says that a decision is on its way, which may bring a version in.
// Until it is done every reader asks the database, so that nobody keeps a page
// of the version before.
func (s *Store) deciding() (done func()) {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.writing++
	return func() {
		s.mu.Lock()
		defer s.mu.Unlock()
		s.writing--
		s.read = time.Time{}
	}
}
