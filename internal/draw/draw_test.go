package draw

import (
	"math/rand"
	"slices"
	"strconv"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"opfyldt/internal/fault"
)

func list(t *rapid.T) []Customer {
	n := rapid.IntRange(1, 60).Draw(t, "customers")
	all := make([]Customer, n)
	for i := range all {
		all[i] = Customer{"K-" + strconv.Itoa(i), string(rune('a' + rapid.IntRange(0, 3).Draw(t, "stratum")))}
	}
	return all
}

// Neither the list's order, nor how many are drawn, nor who else is on the list
// changes who comes before whom.
func TestTheOrderHangsOnSeedAndIDsAlone(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		all := list(t)
		seed := rapid.StringN(1, 40, -1).Draw(t, "seed")
		order := Order(seed, all)
		shuffled := slices.Clone(all)
		rand.New(rand.NewSource(rapid.Int64().Draw(t, "shuffle"))).Shuffle(len(all), func(i, j int) { shuffled[i], shuffled[j] = shuffled[j], shuffled[i] })
		size := rapid.IntRange(1, len(all)).Draw(t, "size")
		sample, err := Sample(seed, shuffled, int64(size), false)
		if err != nil || !slices.Equal(sample, order[:size]) {
			t.Fatalf("another order of the list: %v %v", sample, err)
		}
		gone := all[rapid.IntRange(0, len(all)-1).Draw(t, "gone")]
		without := Order(seed, slices.DeleteFunc(slices.Clone(all), func(c Customer) bool { return c == gone }))
		if !slices.Equal(without, slices.DeleteFunc(order, func(d Drawn) bool { return d.Customer == gone })) {
			t.Fatal("a customer fewer moves the others")
		}
	})
}

// By strata, each one's sample is the beginning of its own order.
func TestStrataAreFiltersOfTheOneOrder(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		all := list(t)
		size := rapid.IntRange(1, len(all)).Draw(t, "size")
		sample, err := Sample("314159", all, int64(size), true)
		if err != nil || len(sample) != size {
			t.Fatalf("%d of %d: %v", len(sample), size, err)
		}
		order := Order("314159", all)
		for _, stratum := range []string{"a", "b", "c", "d"} {
			other := func(d Drawn) bool { return d.Stratum != stratum }
			own := slices.DeleteFunc(slices.Clone(order), other)
			drawn := slices.DeleteFunc(slices.Clone(sample), other)
			if !slices.Equal(drawn, own[:len(drawn)]) {
				t.Fatalf("stratum %s: %v is no beginning of %v", stratum, drawn, own)
			}
		}
	})
}

func TestSampleRefusesWhatCannotBeDrawn(t *testing.T) {
	for _, c := range []struct {
		seed string
		size int64
		path string
	}{{"", 1, "seed"}, {"1", 0, "size"}, {"1", -1, "size"}, {"1", 4, "size"}} {
		_, err := Sample(c.seed, customers("a", "b", "c"), c.size, false)
		if fault.KindOf(err) != fault.Invalid || !strings.Contains(err.Error(), c.path) {
			t.Errorf("%+v: %v", c, err)
		}
	}
}

// A seed of two secrets needs both, as they were committed to.
func TestRandomFromTwoSecrets(t *testing.T) {
	a, b := []byte("first"), []byte("second")
	both, err := Random(Reveal{Commitment(a), a}, Reveal{strings.ToUpper(Commitment(b)), b})
	if err != nil || len(both) != 64 {
		t.Errorf("got %q %v", both, err)
	}
	if turned, err := Random(Reveal{Commitment(b), b}, Reveal{Commitment(a), a}); err != nil || turned == both {
		t.Errorf("in the other order: %q %v", turned, err)
	}
	if _, err := Random(Reveal{Commitment(a), a}); err == nil {
		t.Error("one alone is enough")
	}
	if _, err := Random(Reveal{Commitment(a), a}, Reveal{Commitment(b), []byte("third")}); err == nil {
		t.Error("another secret than the committed one is taken")
	}
	if _, err := BeaconRandom("xyz"); err == nil {
		t.Error("a signature that is no hex is taken")
	}
}

func TestShortCutsAfterTheLeadingNines(t *testing.T) {
	for ticket, want := range map[string]string{
		"0.123456":  "0.123",
		"0.991234":  "0.99123",
		"0.12":      "0.12",
		"0.0001234": "0.000",
	} {
		if got := Short(ticket, 3); got != want {
			t.Errorf("%s: %s, want %s", ticket, got, want)
		}
	}
}

func BenchmarkOrderOf100000(b *testing.B) {
	all := make([]Customer, 100_000)
	for i := range all {
		all[i].ID = "K-" + strconv.Itoa(i)
	}
	for b.Loop() {
		Order("314159", all)
	}
}
