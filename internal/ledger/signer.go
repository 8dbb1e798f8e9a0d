package ledger

import (
	"context"
	"errors"
	"fmt"
	"time"

	"github.com/jackc/pgx/v5"
	"github.com/jackc/pgx/v5/pgxpool"
	"golang.org/x/mod/sumdb/tlog"

	"opfyldt/internal/fault"
	"opfyldt/internal/ledger/audit"
)

// Signer signs checkpoints of the logs.
type Signer struct {
	pool  *pgxpool.Pool
	key   *Key
	keyID string
	clock func() time.Time
}

// NewSigner makes a signer with the key.
func NewSigner(pool *pgxpool.Pool, key *Key, clock func() time.Time) (*Signer, error) {
	id, err := key.id()
	if err != nil {
		return nil, err
	}
	return &Signer{pool: pool, key: key, keyID: id, clock: clock}, nil
}

// Key returns the signing key, for its public half.
func (s *Signer) Key() *Key { return s.key }

const selectUnsigned = `
SELECT h.contract_id, h.size, h.root FROM ledger_heads h
 WHERE h.size > 0 AND NOT EXISTS (SELECT FROM ledger_checkpoints c
        WHERE c.contract_id = h.contract_id AND c.size = h.size AND c.key = $1)
 ORDER BY h.contract_id`

// unsigned is a head without a checkpoint.
type unsigned struct {
	Contract string
	Size     int64
	Root     []byte
}

// SignHeads signs every head that moved since its last checkpoint and returns
// how many. A log that is broken is left unsigned and said, and does not keep
// the others from being signed.
func (s *Signer) SignHeads(ctx context.Context) (int, error) {
	rows, err := s.pool.Query(ctx, selectUnsigned, s.keyID)
	if err != nil {
		return 0, fmt.Errorf("list the heads to sign: %w", err)
	}
	heads, err := pgx.CollectRows(rows, pgx.RowToStructByPos[unsigned])
	if err != nil {
		return 0, fmt.Errorf("list the heads to sign: %w", err)
	}
	var failed error
	count := 0
	for _, h := range heads {
		if err := s.signHead(ctx, h); err != nil {
			failed = errors.Join(failed, fmt.Errorf("sign the log of %s: %w", h.Contract, err))
			continue
		}
		count++
	}
	return count, failed
}

const insertCheckpoint = `
INSERT INTO ledger_checkpoints (contract_id, size, key, note, signed) VALUES ($1, $2, $3, $4, $5) ON CONFLICT DO NOTHING`

// signHead signs one head, after a look at what it stands on: the stored hashes
// must yield it, and must still yield what the last checkpoint said.
func (s *Signer) signHead(ctx context.Context, h unsigned) error {
	now := audit.Checkpoint{Origin: audit.Origin(s.key.name, h.Contract), Size: h.Size, Root: tlog.Hash(h.Root)}
	if err := s.holds(ctx, h.Contract, now); err != nil {
		return err
	}
	last, err := s.Latest(ctx, h.Contract)
	if err != nil && fault.KindOf(err) != fault.NotFound {
		return err
	}
	if err == nil {
		if err := s.extends(ctx, h.Contract, last, now.Size); err != nil {
			return err
		}
	}
	signed, err := s.key.sign(now)
	if err != nil {
		return err
	}
	_, err = s.pool.Exec(ctx, insertCheckpoint, h.Contract, h.Size, s.keyID, signed, grain(s.clock()))
	return err
}

// holds refuses a checkpoint that the stored hashes do not yield.
func (s *Signer) holds(ctx context.Context, contractID string, c audit.Checkpoint) error {
	root, err := reader{s.pool}.rootAt(ctx, contractID, c.Size)
	if err != nil {
		return err
	}
	if root != c.Root {
		return errLogBroken
	}
	return nil
}

// extends refuses to sign a log that is not a continuation of the signed one.
func (s *Signer) extends(ctx context.Context, contractID string, last Signed, size int64) error {
	verifier, err := s.key.VerifierFor(contractID)
	if err != nil {
		return err
	}
	known, err := audit.VerifierFor(verifier, audit.Origin(s.key.name, contractID))
	if err != nil {
		return err
	}
	c, err := audit.OpenCheckpoint(last.Note, known)
	if err != nil {
		return fmt.Errorf("read the last checkpoint: %w", err)
	}
	if c.Size > size {
		return errLogBroken
	}
	return s.holds(ctx, contractID, c)
}

// Signed is a checkpoint as it is kept.
type Signed struct {
	Size int64
	Note string // signed, byte for byte
	At   time.Time
}

const selectLatest = `
SELECT size, note, signed FROM ledger_checkpoints
 WHERE contract_id = $1 AND key = $2 ORDER BY size DESC LIMIT 1`

// Latest returns the contract's newest checkpoint, or fault.NotFound.
func (s *Signer) Latest(ctx context.Context, contractID string) (Signed, error) {
	var c Signed
	err := s.pool.QueryRow(ctx, selectLatest, contractID, s.keyID).Scan(&c.Size, &c.Note, &c.At)
	if errors.Is(err, pgx.ErrNoRows) {
		return Signed{}, fault.New(fault.NotFound, "ledger.unsigned", fault.Params{"contract": contractID})
	}
	if err != nil {
		return Signed{}, fmt.Errorf("read a checkpoint: %w", err)
	}
	c.At = c.At.UTC()
	return c, nil
}
