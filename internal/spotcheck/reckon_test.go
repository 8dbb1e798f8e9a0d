package spotcheck

import (
	"slices"
	"testing"

	"opfyldt/internal/sampling"
)

func reckonedFrom(t *testing.T, s SpotcheckSizing, l Population) SpotcheckReckoning {
	t.Helper()
	r, err := s.reckoning(l)
	if err != nil {
		t.Fatal(err)
	}
	return r
}

// Of 100, 45 drawn rule 5 deviating out if none is found, and 9 if one is: the worked
// cases (100, 45, 0) → 4 and (100, 45, 1) → 8.
func TestWhatCouldBeConcludedIsKnownBeforeTheDraw(t *testing.T) {
	r := reckonedFrom(t, SpotcheckSizing{Method: ByDetection, Confidence: rat("0.95"), Share: rat("0.05")}, hundred())
	if r.Size != 45 || r.Design != 5 || r.Customers != 100 || len(r.IfFound) != 6 {
		t.Fatalf("reckoned: %+v", r)
	}
	if r.IfFound[0] != (IfFound{Upper: 4, Reaches: true}) || r.IfFound[1] != (IfFound{Found: 1, Upper: 8}) {
		t.Errorf("with none and one found: %+v", r.IfFound[:2])
	}
}

// The sizes at 95 % are those of the worked cases: 95 for 1, 78 for 2, 63 for 3, 45
// for 5, 25 for 10, 13 for 20 of 100; at 90 % 90 for 1.
func TestSizeConfidenceAndShareTrade(t *testing.T) {
	r := reckonedFrom(t, SpotcheckSizing{Method: ByDetection, Confidence: rat("0.975"), Design: 7}, hundred())
	if len(r.Trade) != 5 || !r.Trade[3].Chosen || r.Trade[3].Confidence.String() != "0.975" {
		t.Fatalf("confidences: %+v", r.Trade)
	}
	sizes := map[int64]int64{}
	for _, p := range r.Trade[2].Points {
		sizes[p.Design] = p.Size
	}
	for design, want := range map[int64]int64{1: 95, 2: 78, 3: 63, 5: 45, 10: 25, 20: 13} {
		if sizes[design] != want {
			t.Errorf("for %d at 95 %%: %d, want %d", design, sizes[design], want)
		}
	}
	if p := r.Trade[1].Points[0]; p.Design != 1 || p.Size != 90 {
		t.Errorf("for 1 at 90 %%: %+v", p)
	}
	chosen := slices.IndexFunc(r.Trade[3].Points, func(p TradePoint) bool { return p.Chosen })
	if p := r.Trade[3].Points[chosen]; p.Design != 7 || p.Size != r.Size {
		t.Errorf("the plan's own: %+v, size %d", p, r.Size)
	}
	expected := reckonedFrom(t, SpotcheckSizing{Method: ByDetection, Confidence: rat("0.95"), Design: 10, Accept: 1}, hundred())
	if p := expected.Trade[2].Points[0]; p.Design != 2 {
		t.Errorf("with one expected, no sample detects one: %+v", p)
	}
}

// By strata each is bounded at half the risk, and deviations count where they tell
// the most against the list. Of A 2 of 2 are drawn, of B 1 of 2, at 80 %, so each at
// 90 %. None found: A 0; in B a deviating one is missed with 1/2 > 0.1, so 1; in all 1.
// One found: in A it is 1, and 1 + 1 = 2; in B both can deviate, and 0 + 2 = 2.
// Two found: 2 + 1 or 1 + 2 are 3. All three: 4.
func TestByStrataTheWorstPlaceCounts(t *testing.T) {
	l := Population{Rows: 4, Columns: []Column{{"art", []Value{{"A", 2}, {"B", 2}}}}}
	r := reckonedFrom(t, SpotcheckSizing{
		Method: ByNumber, Confidence: rat("0.8"), Column: "art", Allocation: Given, Shares: []Share{{Stratum: "A", Size: 2}, {Stratum: "B", Size: 1}},
	}, l)
	var uppers []int64
	for _, f := range r.IfFound {
		uppers = append(uppers, f.Upper)
	}
	if r.Size != 3 || !slices.Equal(uppers, []int64{1, 2, 3, 4}) {
		t.Errorf("size %d, bounds %v", r.Size, uppers)
	}
}

// Whoever spreads deviations over strata finds no worse way than the sum tells.
func TestSpreadFindsTheWorstWay(t *testing.T) {
	first := []sampling.Conclusion{{Found: 0, Upper: 3}, {Found: 1, Upper: 9}}
	second := []sampling.Conclusion{{Found: 0, Upper: 2}, {Found: 1, Upper: 4}, {Found: 2, Upper: 5}}
	got := spread(spread([]int64{0}, first, 4), second, 4)
	if !slices.Equal(got, []int64{5, 11, 13, 14}) { // 3+2; 9+2; 9+4; 9+5
		t.Errorf("worst: %v", got)
	}
	if got := spread(spread([]int64{0}, first, 1), second, 1); !slices.Equal(got, []int64{5, 11}) {
		t.Errorf("no more than asked: %v", got)
	}
}

func TestAFaultySizingIsRefusedAtItsField(t *testing.T) {
	_, err := SpotcheckSizing{Method: ByAll, Confidence: rat("0.95"), Column: "sektor"}.reckoning(hundred())
	if got := faultsOf(t, err); !slices.Equal(got, []string{"body.only spotcheck.stratum"}) {
		t.Errorf("all of nothing: %v", got)
	}
}
