package spotcheck

import (
	"strconv"

	"opfyldt/internal/draw"
	"opfyldt/internal/exact"
	"opfyldt/internal/fault"
	"opfyldt/internal/record"
	"opfyldt/internal/sampling"
)

// detectVolume works out how many picks detect the share of the volume.
func (p *RoundPlan) detectVolume(c *record.Checks) {
	if p.Accept < 0 || p.Accept >= mostSample {
		c.Add("accept", "spotcheck.accept", fault.Params{"most": mostSample - 1})
		return
	}
	size, err := sampling.SizeByVolume(*p.Share, p.Accept, *p.Confidence)
	if err != nil {
		c.Add("share", "spotcheck.share", nil)
		return
	}
	p.Size = size
}

// VolumeBound is what picks by volume let one say of the volume of all customers.
type VolumeBound struct {
	Picks int64     `json:"picks"`
	Found int64     `json:"found" doc:"Picks that hit customers that deviate."`
	Upper exact.Rat `json:"upper" doc:"The largest share of the volume that is not ruled out to lie with customers that deviate."`
}

// VolumeFigures are a round's by volume.
type VolumeFigures struct {
	Volume  int64       `json:"volume" doc:"Of all customers."`
	Without VolumeBound `json:"without" doc:"Picks of customers who could not be checked left out."`
	AsIf    VolumeBound `json:"asIf" doc:"Those picks counted as deviating."`
}

// volumeFigures bounds the share of the volume that lies with customers that deviate,
// by what is countersigned so far.
func (r *Round) volumeFigures(plan RoundPlan) (*VolumeFigures, error) {
	f := VolumeFigures{Volume: plan.Volume}
	for _, c := range r.Customers {
		hits := int64(c.Hits)
		switch c.State() {
		case Replaced:
			f.AsIf.Picks += hits
			f.AsIf.Found += hits
		case Countersigned:
			f.Without.Picks += hits
			f.AsIf.Picks += hits
			if VerdictOf(c.verdict).deviates() {
				f.Without.Found += hits
				f.AsIf.Found += hits
			}
		}
	}
	for _, b := range []*VolumeBound{&f.Without, &f.AsIf} {
		var err error
		if b.Upper, err = sampling.UpperShare(sampling.Draws{Picks: b.Picks, Found: b.Found, Confidence: *plan.Confidence}); err != nil {
			return nil, err
		}
	}
	return &f, nil
}

// unseen bounds the number of deviating customers where nothing but what was seen can
// be said of it: whoever was not seen to be sound may deviate.
func (n counted) unseen() (without, asIf Bound) {
	without = Bound{Population: n.population, Sample: n.checked, Found: n.deviating, Upper: n.population - (n.checked - n.deviating)}
	asIf = Bound{Population: n.population, Sample: n.checked + n.replaced, Found: n.deviating + n.replaced, Upper: without.Upper}
	return without, asIf
}

// performVolume makes the plan's picks. Nobody stands by: who cannot be checked is
// replaced by nobody.
func performVolume(d Draw, plan RoundPlan, customers []draw.Customer) (Draw, error) {
	weighed := make([]draw.Weighed, len(customers))
	total := int64(0)
	for i, c := range customers {
		n, err := strconv.ParseInt(c.Stratum, 10, 64)
		if err != nil && c.Stratum != "" {
			return Draw{}, err
		}
		weighed[i] = draw.Weighed{ID: c.ID, Volume: n}
		total += n
	}
	if total != plan.Volume {
		return Draw{}, fault.New(fault.Conflict, "spotcheck.not_the_list", nil)
	}
	hits, err := draw.ByVolume(d.Seed, weighed, int(plan.Size))
	if err != nil {
		return Draw{}, err
	}
	for i, p := range hits {
		d.Customers = append(d.Customers, Drawn{Number: i + 1, Ref: p.ID, Hits: p.Hits})
	}
	d.Size = len(d.Customers)
	return d, nil
}

// ifFoundByVolume bounds the share of the volume for each number of hits that the
// picks might hold.
func (p RoundPlan) ifFoundByVolume() ([]IfFound, error) {
	list := []IfFound{}
	for k := range min(p.Accept+fewFound, p.Size) + 1 {
		upper, err := sampling.UpperShare(sampling.Draws{Picks: p.Size, Found: k, Confidence: *p.Confidence})
		if err != nil {
			return nil, err
		}
		list = append(list, IfFound{Found: k, UpperShare: &upper, Reaches: p.Method == ByDetection && !p.Share.Less(upper)})
	}
	return list, nil
}

// tradeByVolume reckons, at a confidence, the picks for several shares of the volume,
// the plan's own among them.
func (p RoundPlan) tradeByVolume(level exact.Rat) (points []TradePoint, err error) {
	shares := []exact.Rat{*p.Share}
	for _, permille := range tradedShares() {
		shares = append(shares, exact.Frac(permille, 1000))
	}
	for _, share := range ordered(shares) {
		size, err := sampling.SizeByVolume(share, p.Accept, level)
		if err != nil {
			return nil, err
		}
		chosen := level.Equal(*p.Confidence) && share.Equal(*p.Share)
		points = append(points, TradePoint{Share: &share, Size: size, Chosen: chosen})
	}
	return points, nil
}

// volumeName is the column of the volume, as rows keep it.
func volumeName() string {
	for _, c := range shape().Columns {
		if c.Key == columnVolume {
			return c.Names[0]
		}
	}
	return ""
}

// readColumn is the column that is read with the customers who can be drawn.
func (p RoundPlan) readColumn() string {
	if p.Selection == ByVolume {
		return volumeName()
	}
	return p.Column
}

// drawnBy is the column without which the draw cannot be done again; "" for none.
func (p RoundPlan) drawnBy() string {
	if p.Selection == ByVolume || byStratum(p) {
		return p.readColumn()
	}
	return ""
}
