package sampling

import (
	"slices"
	"testing"

	"pgregory.net/rapid"
)

func TestAllocationByLargestRemainder(t *testing.T) {
	abc := func(sizes ...int64) (all []Stratum) {
		for i, n := range sizes {
			all = append(all, Stratum{string(rune('A' + i)), n})
		}
		return all
	}
	for _, c := range []struct {
		strata []Stratum
		size   int64
		want   []int64
	}{
		{abc(60, 30, 10), 45, []int64{27, 14, 4}}, // 27, 13½, 4½: the larger first
		{abc(60, 30, 10), 13, []int64{8, 4, 1}},   // 7.8, 3.9, 1.3
		{abc(50, 50), 5, []int64{3, 2}},
		{abc(1, 1, 1), 2, []int64{1, 1, 0}},
		{abc(97, 2, 1), 10, []int64{10, 0, 0}}, // 9.7, 0.2, 0.1
		{abc(0, 10), 3, []int64{0, 3}},
		{[]Stratum{{"kommuner", 98}, {"regioner", 5}, {"stat", 41}, {"private", 356}}, 69, []int64{13, 1, 6, 49}},
		{abc(10, 10, 10, 10), 6, []int64{2, 2, 1, 1}},
		{abc(7, 3), 10, []int64{7, 3}},
		{nil, 0, []int64{}},
	} {
		if got, err := Allocate(c.size, c.strata); err != nil || !slices.Equal(got, c.want) {
			t.Errorf("%d of %v: got %v %v, want %v", c.size, c.strata, got, err, c.want)
		}
	}
	if got, err := Allocate(11, abc(7, 3)); err == nil {
		t.Errorf("11 of 10: got %v", got)
	}
}

func TestAllocationSharesOutEverythingAndNoMore(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		var strata []Stratum
		total := int64(0)
		for range rapid.IntRange(1, 12).Draw(t, "strata") {
			n := rapid.Int64Range(0, 1_000_000).Draw(t, "customers")
			strata, total = append(strata, Stratum{"s", n}), total+n
		}
		size := rapid.Int64Range(0, total).Draw(t, "size")
		shares, err := Allocate(size, strata)
		if err != nil {
			t.Fatal(err)
		}
		for i, n := range shares {
			size -= n
			if n < 0 || n > strata[i].Population {
				t.Fatalf("%d of %d", n, strata[i].Population)
			}
		}
		if size != 0 {
			t.Fatalf("%d are left", size)
		}
	})
}
