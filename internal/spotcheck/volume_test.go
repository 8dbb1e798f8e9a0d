package spotcheck

import (
	"slices"
	"testing"

	"opfyldt/internal/draw"
	"opfyldt/internal/record"
)

// withVolume are the hundred with a volume of 1,000 in all.
func withVolume() Population {
	l := hundred()
	l.Volume = 1_000
	return l
}

// 59 picks detect 5 % of the volume at 95 %, as the binomial tables say; a group and
// strata do not go with it.
func TestAPlanByVolume(t *testing.T) {
	p, checks := proposal(func(p *RoundPlan) { p.Selection, p.Column, p.Allocation = ByVolume, "sektor", Equal }), record.Checks{}
	if p.check(withVolume(), planDay, &checks); checks.Err() != nil || p.Size != 59 || p.Volume != 1_000 || p.Design != 0 || p.Column != "" || p.Shares != nil {
		t.Errorf("plan: %+v, %v", p, checks.Err())
	}
	for want, change := range map[string]func(*RoundPlan){
		"body.selection spotcheck.selection":   func(p *RoundPlan) { p.Selection = "names" },
		"body.share spotcheck.share_of_volume": func(p *RoundPlan) { p.Selection, p.Share, p.Design = ByVolume, nil, 5 },
		"body.size spotcheck.too_large":        func(p *RoundPlan) { p.Selection, p.Share = ByVolume, rat("0.0001") },
		"body.accept spotcheck.accept":         func(p *RoundPlan) { p.Selection, p.Accept = ByVolume, -1 },
	} {
		p, checks := proposal(change), record.Checks{}
		p.check(withVolume(), planDay, &checks)
		if got := faultsOf(t, checks.Err()); !slices.Equal(got, []string{want}) {
			t.Errorf("%s: %v", want, got)
		}
	}
	p, checks = proposal(func(p *RoundPlan) { p.Selection = ByVolume }), record.Checks{}
	p.check(hundred(), planDay, &checks)
	if got := faultsOf(t, checks.Err()); !slices.Equal(got, []string{"body.selection spotcheck.no_volume"}) {
		t.Errorf("without volumes: %v", got)
	}
}

// 59 picks without a hit bound the share at 0.0496, below the 5 %.
func TestWhatPicksByVolumeCouldConclude(t *testing.T) {
	r := reckonedFrom(t, SpotcheckSizing{Method: ByDetection, Selection: ByVolume, Confidence: rat("0.95"), Share: rat("0.05")}, withVolume())
	if r.Size != 59 || r.Volume != 1_000 || r.IfFound[0].UpperShare.String() != "0.0496" || !r.IfFound[0].Reaches || r.IfFound[1].Reaches {
		t.Errorf("reckoned: %+v", r)
	}
	for _, p := range r.Trade[2].Points { // at 95 %: the published sizes
		if want := map[string]int64{"0.02": 149, "0.05": 59, "0.1": 29, "0.2": 14}[p.Share.String()]; want > 0 && p.Size != want {
			t.Errorf("for %s: %d, want %d", p.Share, p.Size, want)
		}
	}
}

// All the volume lies with two customers, so that they take every pick; who has none
// is never drawn. The same list and value draw the same; another volume is refused.
func TestPicksAreDrawnFromTheListsVolumes(t *testing.T) {
	plan := RoundPlan{Selection: ByVolume, Size: 20, Volume: 10}
	customers := []draw.Customer{{ID: "A", Stratum: "9"}, {ID: "B", Stratum: "0"}, {ID: "C", Stratum: ""}, {ID: "D", Stratum: "1"}}
	d, err := perform("c/3/r", plan, customers, "ab")
	if err != nil {
		t.Fatal(err)
	}
	hits := 0
	for i, c := range d.Customers {
		if c.Number != i+1 || c.Ref == "B" || c.Ref == "C" {
			t.Errorf("drawn: %+v", c)
		}
		hits += c.Hits
	}
	if hits != 20 || d.Size != len(d.Customers) || d.Size > 2 {
		t.Errorf("%d hits of %d customers", hits, d.Size)
	}
	again, err := perform("c/3/r", plan, customers, "ab")
	if err != nil || !slices.Equal(again.Customers, d.Customers) {
		t.Errorf("again: %v, %v", again.Customers, err)
	}
	customers[3].Stratum = "2"
	if _, err := perform("c/3/r", plan, customers, "ab"); err == nil {
		t.Error("another volume than the plan's is drawn from")
	}
}

// Of 2 picks, both hit the one customer that is sound: at 75 % at most half of the
// volume deviates, (1 − p)² = 0.25. With a third pick on one that cannot be checked,
// left out it is the same; as deviating, 1 of 3 picks. Of the number of customers only
// the sound one is known.
func TestVolumeIsBoundedByPicks(t *testing.T) {
	s := &story{t: t}
	s.tell(KindPlan, RoundOf("3", "r"), RoundPlan{
		Selection: ByVolume, Confidence: rat("0.75"), Customers: 4, Volume: 10, Size: 3, Checklist: []Clause{{ID: "a", Title: "Personlig"}, {ID: "b", Title: "Logges"}},
	})
	s.tell(KindDraw, RoundOf("3", "r"), Draw{Size: 2, Customers: []Drawn{{Number: 1, Ref: "A", Hits: 2}, {Number: 2, Ref: "D", Hits: 1}}})
	s.sign(1, s.verdict(1, Kept), record.Accepted)
	if r := s.round(); r.next(r.byNumber[2]) != 0 {
		t.Error("somebody stands by")
	}
	s.tell(KindReplacement, CustomerOf("3", "r", 2), Replacement{Reason: "Lukket"})
	f, err := s.round().Figures()
	if err != nil || f.Volume == nil {
		t.Fatal(err)
	}
	if v := f.Volume.Without; v.Picks != 2 || v.Found != 0 || v.Upper.String() != "0.5" {
		t.Errorf("left out: %+v", v)
	}
	// 1 of 3: (1 − p)²(1 + 2p) is 0.2504 at 0.6734 and 0.2500 at 0.6737.
	if v := f.Volume.AsIf; v.Picks != 3 || v.Found != 1 || !rat("0.67").Less(v.Upper) || !v.Upper.Less(*rat("0.68")) {
		t.Errorf("as if: %+v", v)
	}
	if f.Without.Upper != 3 || f.AsIf.Upper != 3 {
		t.Errorf("of the number: %+v %+v", f.Without, f.AsIf)
	}
}
