package ledger

import (
	"bufio"
	"context"
	"fmt"
	"io"

	"github.com/jackc/pgx/v5"
	"golang.org/x/mod/sumdb/tlog"

	"opfyldt/internal/ledger/audit"
)

// Export writes the contract's log up to its newest checkpoint, in the form that
// package audit verifies. What came after is in the next export.
func (s *Signer) Export(ctx context.Context, contractID string, w io.Writer) error {
	last, err := s.Latest(ctx, contractID)
	if err != nil {
		return err
	}
	out := bufio.NewWriterSize(w, 64<<10)
	steps := []func() error{
		func() error { return s.exportHeader(ctx, out, contractID, last.Size) },
		func() error { return s.exportFacts(ctx, out, contractID, last.Size) },
		func() error { return s.exportHashes(ctx, out, contractID, last.Size) },
		func() error { return s.exportCheckpoints(ctx, out, contractID, last.Size) },
		out.Flush,
	}
	for _, step := range steps {
		if err := step(); err != nil {
			return fmt.Errorf("export the log of %s: %w", contractID, err)
		}
	}
	return nil
}

const countCheckpoints = `
SELECT count(*) FROM ledger_checkpoints WHERE contract_id = $1 AND key = $2 AND size <= $3`

func (s *Signer) exportHeader(ctx context.Context, w io.Writer, contractID string, size int64) error {
	h := audit.Header{Format: audit.Format, Contract: contractID, Origin: audit.Origin(s.key.name, contractID), Leaves: size}
	if err := s.pool.QueryRow(ctx, countCheckpoints, contractID, s.keyID, size).Scan(&h.Checkpoints); err != nil {
		return err
	}
	line, err := h.Line()
	return write(w, line, err)
}

const selectLeaves = `SELECT ` + factColumns + ` FROM facts f WHERE f.contract_id = $1 AND f.leaf < $2 ORDER BY f.leaf`

func (s *Signer) exportFacts(ctx context.Context, w io.Writer, contractID string, size int64) error {
	rows, err := s.pool.Query(ctx, selectLeaves, contractID, size)
	if err != nil {
		return err
	}
	defer rows.Close()
	for rows.Next() {
		var f Fact
		if err := rows.Scan(f.targets()...); err != nil {
			return err
		}
		if err := write(w, append(f.Canonical(), '\n'), nil); err != nil {
			return err
		}
	}
	return rows.Err()
}

// selectLeafHashes finds a leaf's hash among the stored ones: hashes of
// subtrees stand between, and $2 lists where the leaves' are.
const selectLeafHashes = `
SELECT h.hash FROM unnest($2::bigint[]) WITH ORDINALITY AS asked (position, n)
  JOIN ledger_hashes h ON h.contract_id = $1 AND h.position = asked.position ORDER BY asked.n`

const hashPage = 1000

func (s *Signer) exportHashes(ctx context.Context, w io.Writer, contractID string, size int64) error {
	for from := int64(0); from < size; from += hashPage {
		var positions []int64
		for n := from; n < min(from+hashPage, size); n++ {
			positions = append(positions, tlog.StoredHashIndex(0, n))
		}
		rows, err := s.pool.Query(ctx, selectLeafHashes, contractID, positions)
		if err != nil {
			return err
		}
		var hash []byte
		_, err = pgx.ForEachRow(rows, []any{&hash}, func() error {
			line, err := audit.HashLine(tlog.Hash(hash))
			return write(w, line, err)
		})
		if err != nil {
			return err
		}
	}
	return nil
}

const selectCheckpoints = `
SELECT note FROM ledger_checkpoints WHERE contract_id = $1 AND key = $2 AND size <= $3 ORDER BY size`

func (s *Signer) exportCheckpoints(ctx context.Context, w io.Writer, contractID string, size int64) error {
	rows, err := s.pool.Query(ctx, selectCheckpoints, contractID, s.keyID, size)
	if err != nil {
		return err
	}
	var note string
	_, err = pgx.ForEachRow(rows, []any{&note}, func() error {
		line, err := audit.CheckpointLine(note)
		return write(w, line, err)
	})
	return err
}

func write(w io.Writer, line []byte, err error) error {
	if err != nil {
		return err
	}
	_, err = w.Write(line)
	return err
}
