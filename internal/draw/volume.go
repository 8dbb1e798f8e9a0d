package draw

import (
	"cmp"
	"crypto/sha256"
	"math/big"
	"slices"
	"sort"
	"strconv"

	"opfyldt/internal/fault"
)

// Weighed is a customer with its volume.
type Weighed struct {
	ID     string
	Volume int64
}

// Picked is a customer that picks have hit.
type Picked struct {
	ID     string
	Volume int64
	Hits   int // how many of the picks
	First  int // the number of the first of them, from 1
}

// The bounds of what is drawn from.
const (
	mostVolume = 1 << 62 // of the sum of volumes
	mostPicks  = 20_000
)

// ByVolume makes so many picks, each of one unit of the volume of all customers, with
// replacement, so that a customer is hit in proportion to its volume. The units are
// numbered through the customers in the byte order of their ids; pick j is Rivest's
// sampler with the seed's hash: SHA-256(hash "," j) as a whole number, modulo the
// volume of all. It answers the customers that were hit, in the order of their first
// hits.
func ByVolume(seed string, customers []Weighed, picks int) ([]Picked, error) {
	list := slices.Clone(customers)
	slices.SortFunc(list, func(a, b Weighed) int { return cmp.Compare(a.ID, b.ID) })
	ends := make([]int64, len(list)) // of each customer's units
	total := int64(0)
	for i, c := range list {
		if c.Volume < 0 || c.Volume > mostVolume-total {
			return nil, fault.Fields(fault.Field{Path: "volume", Code: "draw.volume", Params: fault.Params{"id": c.ID}})
		}
		total += c.Volume
		ends[i] = total
	}
	switch {
	case seed == "":
		return nil, fault.Fields(fault.Field{Path: "seed", Code: "draw.no_seed"})
	case total == 0:
		return nil, fault.Fields(fault.Field{Path: "volume", Code: "draw.no_volume"})
	case picks < 1:
		return nil, fault.Fields(fault.Field{Path: "size", Code: "sampling.too_small", Params: fault.Params{"value": picks, "least": 1, "most": mostPicks}})
	case picks > mostPicks:
		return nil, fault.Fields(fault.Field{Path: "size", Code: "sampling.too_large", Params: fault.Params{"value": picks, "least": 1, "most": mostPicks}})
	}
	hash, all := SeedHash(seed), big.NewInt(total)
	var hits []Picked
	place := map[int]int{}
	for j := 1; j <= picks; j++ {
		unit := pick(hash, j, all)
		i := sort.Search(len(ends), func(i int) bool { return ends[i] > unit })
		at, before := place[i]
		if !before {
			at = len(hits)
			place[i] = at
			hits = append(hits, Picked{ID: list[i].ID, Volume: list[i].Volume, First: j})
		}
		hits[at].Hits++
	}
	return hits, nil
}

// pick is the unit, from 0, that a pick hits.
func pick(seed string, number int, all *big.Int) int64 {
	sum := sha256.Sum256([]byte(seed + "," + strconv.Itoa(number)))
	n := new(big.Int).SetBytes(sum[:])
	return n.Mod(n, all).Int64()
}
