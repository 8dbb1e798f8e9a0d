package bulk

import (
	"encoding/hex"
	"encoding/json"
	"errors"
	"fmt"

	"github.com/gowebpki/jcs"
	"golang.org/x/mod/sumdb/tlog"
)

// Row returns the canonical form of a row, which must be a JSON object.
func Row(row any) ([]byte, error) {
	text, err := json.Marshal(row)
	if err != nil {
		return nil, fmt.Errorf("encode a row: %w", err)
	}
	if len(text) == 0 || text[0] != '{' {
		return nil, errors.New("a row is no JSON object")
	}
	return jcs.Transform(text)
}

// Tree is the Merkle tree over rows that come one after the other. It keeps a hash
// for each bit of their number and no row. The zero Tree is empty.
type Tree struct {
	size int64
	full []tlog.Hash // the full subtrees that the rows divide into, the largest first
}

// Add adds a row in canonical form.
func (t *Tree) Add(row []byte) { t.add(tlog.RecordHash(row)) }

func (t *Tree) add(h tlog.Hash) {
	for n := t.size; n&1 == 1; n >>= 1 {
		last := len(t.full) - 1
		h = tlog.NodeHash(t.full[last], h)
		t.full = t.full[:last]
	}
	t.full = append(t.full, h)
	t.size++
}

// Size is how many rows were added.
func (t *Tree) Size() int64 { return t.size }

// Root is the root over the rows so far, in hexadecimal: that of RFC 6962, section
// 2.1, which for no rows is the hash of nothing.
func (t *Tree) Root() string {
	if t.size == 0 {
		return hex.EncodeToString(emptyRoot[:])
	}
	h := t.full[len(t.full)-1]
	for i := len(t.full) - 2; i >= 0; i-- {
		h = tlog.NodeHash(t.full[i], h)
	}
	return hex.EncodeToString(h[:])
}

// Leaf is the hash by which a row in canonical form stands in a tree, in hexadecimal.
// It says nothing of the row to who cannot guess it.
func Leaf(row []byte) string {
	h := tlog.RecordHash(row)
	return hex.EncodeToString(h[:])
}

// RootOf is the root over rows of which only the hashes are known, as Leaf writes
// them.
func RootOf(leaves []string) (string, error) {
	var t Tree
	for i, text := range leaves {
		h, err := parse(text)
		if err != nil {
			return "", fmt.Errorf("row %d: %w", i+1, err)
		}
		t.add(h)
	}
	return t.Root(), nil
}
