package ledger_test

import (
	"crypto/sha256"

	"golang.org/x/mod/sumdb/tlog"

	"opfyldt/internal/ledger"
)

// rootOf is the Merkle tree hash of RFC 6962, section 2.1, written down as
// there: by halves, without the library that the ledger uses.
func rootOf(facts []ledger.Fact) tlog.Hash {
	var leaves [][]byte
	for _, f := range facts {
		leaves = append(leaves, f.Canonical())
	}
	return treeHash(leaves)
}

func treeHash(leaves [][]byte) [32]byte {
	switch len(leaves) {
	case 0:
		return sha256.Sum256(nil)
	case 1:
		return sha256.Sum256(append([]byte{0}, leaves[0]...))
	}
	k := 1 // the largest power of two below the number of leaves
	for k*2 < len(leaves) {
		k *= 2
	}
	left, right := treeHash(leaves[:k]), treeHash(leaves[k:])
	return sha256.Sum256(append(append([]byte{1}, left[:]...), right[:]...))
}
