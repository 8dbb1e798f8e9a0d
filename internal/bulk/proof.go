package bulk

import (
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"iter"
	"math/bits"

	"golang.org/x/mod/sumdb/tlog"
)

var emptyRoot = sha256.Sum256(nil)

// Proof shows that a row is among those under a root.
type Proof struct {
	Index int64    `json:"index" doc:"The row's number in the import, from 0."`
	Size  int64    `json:"size" doc:"How many rows the import has."`
	Path  []string `json:"path" doc:"The hashes beside the way up to the root, the lowest first, in hexadecimal (RFC 6962, section 2.1.1)."`
}

// Prove reads the import's rows, in their order and canonical form, and proves the
// one with the index. It fails where there are not size of them.
func Prove(rows iter.Seq2[[]byte, error], index, size int64) (Proof, error) {
	if index < 0 || index >= size {
		return Proof{}, fmt.Errorf("row %d is none of %d", index, size)
	}
	next, stop := iter.Pull2(rows)
	defer stop()
	p := &prover{index: index, next: next}
	p.climb(0, size)
	if p.err == nil {
		if _, err, more := next(); err != nil || more {
			p.err = errors.Join(err, errors.New("the import has more rows than its fact says"))
		}
	}
	return Proof{Index: index, Size: size, Path: p.path}, p.err
}

type prover struct {
	index int64
	next  func() ([]byte, error, bool)
	path  []string
	err   error
}

// climb hashes the rows from lo until before hi, and notes what lies beside the
// way to the row asked for.
func (p *prover) climb(lo, hi int64) tlog.Hash {
	if p.err != nil {
		return tlog.Hash{}
	}
	if hi-lo == 1 {
		row, err, ok := p.next()
		if err == nil && !ok {
			err = errors.New("the import has fewer rows than its fact says")
		}
		p.err = err
		return tlog.RecordHash(row)
	}
	mid := lo + int64(1)<<(bits.Len64(uint64(hi-lo-1))-1)
	left := p.climb(lo, mid)
	right := p.climb(mid, hi)
	switch {
	case p.index < lo || p.index >= hi:
	case p.index < mid:
		p.path = append(p.path, hex.EncodeToString(right[:]))
	default:
		p.path = append(p.path, hex.EncodeToString(left[:]))
	}
	return tlog.NodeHash(left, right)
}

// Check holds that the row in canonical form is the one that the proof speaks of,
// under the root in hexadecimal.
func (p Proof) Check(row []byte, root string) error {
	under, err := parse(root)
	if err != nil {
		return fmt.Errorf("the root: %w", err)
	}
	path := make(tlog.RecordProof, len(p.Path))
	for i, text := range p.Path {
		if path[i], err = parse(text); err != nil {
			return fmt.Errorf("hash %d of the path: %w", i+1, err)
		}
	}
	if p.Index < 0 || p.Index >= p.Size {
		return fmt.Errorf("row %d is none of %d", p.Index, p.Size)
	}
	return tlog.CheckRecord(path, p.Size, under, p.Index, tlog.RecordHash(row))
}

func parse(text string) (h tlog.Hash, err error) {
	b, err := hex.DecodeString(text)
	if err != nil || len(b) != len(h) {
		return h, errors.New("64 hexadecimal digits are needed")
	}
	copy(h[:], b)
	return h, nil
}
