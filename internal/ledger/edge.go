package ledger

import (
	"crypto/sha256"
	"errors"

	"golang.org/x/mod/sumdb/tlog"
)

// edge is the right-hand side of a Merkle log: the roots of the full subtrees
// that its leaves divide into, the largest first. It is all that appending
// needs.
type edge struct {
	size   int64
	hashes []tlog.Hash
}

// stored is a hash with its index in tlog's order.
type stored struct {
	position int64
	hash     tlog.Hash
}

// append adds a leaf and returns the hashes to be stored for it: its own, then
// those of the subtrees that it completes.
func (e *edge) append(leaf tlog.Hash) []stored {
	position := tlog.StoredHashIndex(0, e.size)
	out := []stored{{position, leaf}}
	for n := e.size; n&1 == 1; n >>= 1 {
		last := len(e.hashes) - 1
		leaf = tlog.NodeHash(e.hashes[last], leaf)
		e.hashes = e.hashes[:last]
		position++
		out = append(out, stored{position, leaf})
	}
	e.hashes = append(e.hashes, leaf)
	e.size++
	return out
}

// root returns the log's Merkle root.
func (e *edge) root() tlog.Hash {
	if e.size == 0 {
		return sha256.Sum256(nil)
	}
	root := e.hashes[len(e.hashes)-1]
	for i := len(e.hashes) - 2; i >= 0; i-- {
		root = tlog.NodeHash(e.hashes[i], root)
	}
	return root
}

func (e *edge) clone() *edge {
	return &edge{size: e.size, hashes: append([]tlog.Hash(nil), e.hashes...)}
}

// edgePositions returns where the hashes of a log's edge are stored.
func edgePositions(size int64) []int64 {
	var positions []int64
	for from := int64(0); from < size; {
		level := 0
		for from+(2<<level) <= size {
			level++
		}
		positions = append(positions, tlog.StoredHashIndex(level, from>>level))
		from += 1 << level
	}
	return positions
}

// errLogBroken says that the database's hashes do not yield the head's root:
// somebody changed rows past the service.
var errLogBroken = errors.New("the log's stored hashes do not agree with its head; run `opfyldt ledger verify` on an export")

// edgeOf builds the edge from the stored hashes at its positions.
func edgeOf(size int64, root tlog.Hash, at map[int64]tlog.Hash) (*edge, error) {
	e := &edge{size: size}
	for _, p := range edgePositions(size) {
		h, ok := at[p]
		if !ok {
			return nil, errLogBroken
		}
		e.hashes = append(e.hashes, h)
	}
	if e.root() != root {
		return nil, errLogBroken
	}
	return e, nil
}
