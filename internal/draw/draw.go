package draw

import (
	"cmp"
	"slices"
	"strings"

	"opfyldt/internal/fault"
	"opfyldt/internal/sampling"
)

// Customer is one entry of the list that is drawn from. IDs are unique.
type Customer struct{ ID, Stratum string }

// Drawn is a customer with its ticket.
type Drawn struct {
	Customer
	Ticket string
}

// Order returns all customers in the order in which the seed draws them. A sample
// is a beginning of it, a larger one the same beginning continued; who is replaced
// is replaced by the next; one customer more or fewer moves no other.
func Order(seed string, customers []Customer) []Drawn {
	hash := SeedHash(seed)
	order := make([]Drawn, len(customers))
	for i, c := range customers {
		order[i] = Drawn{c, Ticket(hash, c.ID)}
	}
	slices.SortFunc(order, func(a, b Drawn) int {
		return cmp.Or(strings.Compare(a.Ticket, b.Ticket), strings.Compare(a.ID, b.ID))
	})
	return order
}

// Sample draws size customers. byStratum shares them out over the strata in
// proportion, and takes from each stratum the first in the one common order.
func Sample(seed string, customers []Customer, size int64, byStratum bool) ([]Drawn, error) {
	switch {
	case seed == "":
		return nil, fault.Fields(fault.Field{Path: "seed", Code: "draw.no_seed"})
	case size < 1:
		return nil, fault.Fields(fault.Field{Path: "size", Code: "sampling.too_small",
			Params: fault.Params{"value": size, "least": 1, "most": len(customers)}})
	case size > int64(len(customers)):
		return nil, fault.Fields(fault.Field{Path: "size", Code: "sampling.too_many_drawn",
			Params: fault.Params{"value": size, "most": len(customers)}})
	}
	if !byStratum {
		return Order(seed, customers)[:size], nil
	}
	places, err := share(customers, size)
	if err != nil {
		return nil, err
	}
	return take(Order(seed, customers), places), nil
}

// share says how many places each stratum has.
func share(customers []Customer, size int64) (map[string]int64, error) {
	counts := map[string]int64{}
	for _, c := range customers {
		counts[c.Stratum]++
	}
	strata := make([]sampling.Stratum, 0, len(counts))
	for name, n := range counts {
		strata = append(strata, sampling.Stratum{Name: name, Population: n})
	}
	shares, err := sampling.Allocate(size, strata)
	if err != nil {
		return nil, err
	}
	places := map[string]int64{}
	for i, s := range strata {
		places[s.Name] = shares[i]
	}
	return places, nil
}

// take fills each stratum's places in the order of the draw.
func take(order []Drawn, places map[string]int64) []Drawn {
	var sample []Drawn
	for _, d := range order {
		if places[d.Stratum] > 0 {
			places[d.Stratum]--
			sample = append(sample, d)
		}
	}
	return sample
}
