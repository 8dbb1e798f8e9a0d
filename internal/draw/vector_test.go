package draw

import (
	"fmt"
	"slices"
	"strconv"
	"strings"
	"testing"
)

func customers(ids ...string) (all []Customer) {
	for _, id := range ids {
		all = append(all, Customer{ID: id})
	}
	return all
}

// The published tickets of Rivest's consistent_sampler.
func TestPublishedTickets(t *testing.T) {
	for _, c := range []struct{ seedHash, id, want string }{
		{"", "abc", "0.56998071861792858926477341561059638840106636224182943832566300809078486324348"},
		{SeedHash("01382438112797316654"), "AB-130", "0.26299714122838008416507544297546663599715395525154425586041245287750224561854"},
		{SeedHash("xy()134!g2n"), "cat", "0.24866413894129579898796850445568128508290132707747976039848637531569373309555"},
		{SeedHash("xy()134!g2n"), "goat", "0.49599842072022713663423753308080171636735689997237236247068925068573448764387"},
	} {
		if got := Ticket(c.seedHash, c.id); got != c.want {
			t.Errorf("%s: %s, want %s", c.id, got, c.want)
		}
	}
}

// Published orders, each id with its ticket cut to 9 digits where it is known.
func TestPublishedOrders(t *testing.T) {
	hundred := make([]string, 100)
	for i := range hundred {
		hundred[i] = strconv.Itoa(i)
	}
	for _, c := range []struct {
		seed string
		ids  []string
		want string
	}{
		{"xy()134!g2n", []string{"dog", "cat", "fish", "goat"}, "cat 0.248664138, dog 0.338860356, goat 0.495998420, fish 0.746859320"},
		{"314159", []string{"ab-1", "ab-2", "cd-1", "ef-3"}, "cd-1 0.317685817, ef-3 0.832984519, ab-1 0.9098039269, ab-2 0.9231549043"},
		{"31", []string{"a", "b", "c", "d"}, "b, a, d, c"},
		{"77", []string{"a", "b", "c", "d"}, "b, d, c, a"},
		{"41", hundred, "73 0.000508333, 51 0.003446232, 17 0.004419823, 58 0.020115273, 38 0.023482375, 42, 39, 20, 11, 67"},
		{"52", []string{"a", "b", "c", "d", "e"}, "d 0.054468191, b 0.197384308, e 0.302883911, a 0.366142288, c 0.492683857"},
	} {
		slices.Reverse(c.ids) // the list's order is no matter
		order := Order(c.seed, customers(c.ids...))
		for i, want := range strings.Split(c.want, ", ") {
			id, ticket, known := strings.Cut(want, " ")
			if got := order[i]; got.ID != id || known && Short(got.Ticket, 9) != ticket {
				t.Errorf("seed %s, place %d: %s %s, want %s", c.seed, i+1, got.ID, Short(got.Ticket, 9), want)
			}
		}
	}
}

// Ids as an election audit spells them, and a seed beyond ASCII: batches 1 … of
// four precincts, drawn by arlo with the same sampler.
func TestPublishedOrderOfAnElectionAudit(t *testing.T) {
	var ids []string
	for precinct := 1; precinct <= 4; precinct++ {
		for ballot := 1; ballot <= 25; ballot++ {
			ids = append(ids, fmt.Sprintf("('pct %d', %d)", precinct, ballot))
		}
	}
	order := Order("12345678901234567890abcdefghijklmnopqrstuvwxyz😊", customers(ids...))
	for i, want := range []string{"('pct 2', 3) 0.000617786129909912", "('pct 3', 24) 0.002991631653037245", "('pct 1', 25) 0.012057030610635061"} {
		if got := order[i].ID + " " + Short(order[i].Ticket, 18); got != want {
			t.Errorf("place %d: %s, want %s", i+1, got, want)
		}
	}
}

// A list bound to its seed, drawn with a round of drand's quicknet.
func TestABoundSeed(t *testing.T) {
	list := customers("K-0001", "K-0002", "K-0003", "K-0004", "K-0005", "Ålborg", "Ærø", "Øresund")
	random, err := BeaconRandom("b713718a38ae728dfd477991af2822e08d2f305e47718cef9f7848ce4050e7be41076862b98fad56e91a6b85b89cd97b")
	if err != nil || random != "fc1873a13f3545aeade8401532ef5519920652eee6b0d2b19ca12643b87b3587" {
		t.Errorf("random %s %v", random, err)
	}
	seed := Seed{"demo-2014-1", Frame(list), random}
	if seed.Frame != "4375c80fc74989bb1c4a507463d905b41f2da59289dd22c74d8f17d50d5944ce" {
		t.Errorf("frame %s", seed.Frame)
	}
	if got := SeedHash(seed.String()); got != "653118b213d93118fcda9bf1b2955f10a1f6f08be2e6ebf606bd72bf8856d952" {
		t.Errorf("seed hash %s", got)
	}
	want := []string{"K-0002 0.100235551", "Ålborg 0.249891204", "K-0001 0.267761036", "K-0005 0.268206816",
		"K-0003 0.356038897", "Ærø 0.774900556", "K-0004 0.9139858640", "Øresund 0.9228475127"}
	for i, d := range Order(seed.String(), list) {
		if got := d.ID + " " + Short(d.Ticket, 9); got != want[i] {
			t.Errorf("place %d: %s, want %s", i+1, got, want[i])
		}
	}
}
