package draw

import (
	"math/big"
	"slices"
	"testing"
)

// The published test cases of Rivest's sampler, numbered from 1.
func TestPublishedPicks(t *testing.T) {
	for _, c := range []struct {
		seed string
		of   int64
		want [3]int64
	}{
		{"0", 1000, [3]int64{905, 573, 160}}, {"0", 2, [3]int64{1, 1, 2}}, {"1", 1000, [3]int64{97, 89, 163}},
		{"0000000000", 1000, [3]int64{978, 359, 132}}, {"999999999999999999999999", 1000, [3]int64{544, 800, 654}}, {"abcde", 1000, [3]int64{247, 427, 157}},
	} {
		for i, want := range c.want {
			if got := pick(c.seed, i+1, big.NewInt(c.of)) + 1; got != want {
				t.Errorf("seed %q, pick %d of %d: %d, want %d", c.seed, i+1, c.of, got, want)
			}
		}
	}
}

// Units are numbered through the customers by id, whatever the list's order; every
// pick hits the customer whose unit it is, and who has no volume is never hit.
func TestPicksHitByVolume(t *testing.T) {
	list := []Weighed{{"c", 1}, {"a", 3}, {"d", 0}, {"b", 96}}
	const picks = 400
	got, err := ByVolume("314159", list, picks)
	if err != nil {
		t.Fatal(err)
	}
	want, first := map[string]int{}, map[string]int{}
	for j := 1; j <= picks; j++ {
		id := "c" // unit 99
		switch unit := pick(SeedHash("314159"), j, big.NewInt(100)); {
		case unit < 3:
			id = "a"
		case unit < 99:
			id = "b"
		}
		if want[id]++; first[id] == 0 {
			first[id] = j
		}
	}
	sum := 0
	for i, p := range got {
		if p.Hits != want[p.ID] || p.First != first[p.ID] || i > 0 && got[i-1].First > p.First {
			t.Errorf("%+v: want %d hits, the first of them %d", p, want[p.ID], first[p.ID])
		}
		sum += p.Hits
	}
	if sum != picks || len(got) != len(want) {
		t.Errorf("%d hits of %d customers", sum, len(got))
	}
	slices.Reverse(list)
	if again, err := ByVolume("314159", list, picks); err != nil || !slices.Equal(again, got) {
		t.Errorf("in another order: %v %v", again, err)
	}
}

func TestVolumesThatCannotBeDrawnFromAreRefused(t *testing.T) {
	for name, list := range map[string][]Weighed{
		"none": nil, "no volume": {{"a", 0}}, "a negative one": {{"a", -1}, {"b", 2}}, "too much": {{"a", mostVolume}, {"b", 1}},
	} {
		if _, err := ByVolume("1", list, 1); err == nil {
			t.Errorf("%s is not refused", name)
		}
	}
	if _, err := ByVolume("", []Weighed{{"a", 1}}, 1); err == nil {
		t.Error("no seed is not refused")
	}
	if _, err := ByVolume("1", []Weighed{{"a", 1}}, 0); err == nil {
		t.Error("no picks are not refused")
	}
}
