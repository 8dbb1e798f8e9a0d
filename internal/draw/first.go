package draw

import (
	"cmp"
	"crypto/sha256"
	"encoding/hex"
	"iter"
	"slices"
	"strings"
)

// FrameOf is Frame of ids that come in byte order, one after the other.
func FrameOf(sorted iter.Seq2[string, error]) (frame string, count int64, err error) {
	sum := sha256.New()
	for id, err := range sorted {
		if err != nil {
			return "", 0, err
		}
		sum.Write([]byte(id + "\n"))
		count++
	}
	return hex.EncodeToString(sum.Sum(nil)), count, nil
}

// First is the beginning of Order, of ids that are never held all at once.
func First(seed string, ids iter.Seq2[string, error], size int64) ([]Drawn, error) {
	hash, first := SeedHash(seed), []Drawn{}
	for id, err := range ids {
		if err != nil {
			return nil, err
		}
		d := Drawn{Customer{ID: id}, Ticket(hash, id)}
		at, _ := slices.BinarySearchFunc(first, d, func(a, b Drawn) int {
			return cmp.Or(strings.Compare(a.Ticket, b.Ticket), strings.Compare(a.ID, b.ID))
		})
		if int64(at) == size {
			continue
		}
		if first = slices.Insert(first, at, d); int64(len(first)) > size {
			first = first[:size]
		}
	}
	return first, nil
}
