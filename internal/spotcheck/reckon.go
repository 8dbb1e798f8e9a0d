package spotcheck

import (
	"slices"

	"opfyldt/internal/exact"
	"opfyldt/internal/record"
	"opfyldt/internal/sampling"
)

// SpotcheckSizing is the part of a plan that its size follows from.
type SpotcheckSizing struct {
	Method     Method     `json:"method" enum:"detection,number,all"`
	Confidence *exact.Rat `json:"confidence"`
	Share      *exact.Rat `json:"share,omitempty"`
	Design     int64      `json:"design,omitempty"`
	Accept     int64      `json:"accept,omitempty"`
	Size       int64      `json:"size,omitempty"`
	Selection  Selection  `json:"selection,omitempty" enum:",volume"`
	Column     string     `json:"column,omitempty"`
	Only       string     `json:"only,omitempty"`
	Allocation Allocation `json:"allocation,omitempty" enum:",proportional,equal,given"`
	Shares     []Share    `json:"shares,omitempty"`
}

// SpotcheckReckoning is what a plan would come to.
type SpotcheckReckoning struct {
	Customers int64       `json:"customers" doc:"How many can be drawn."`
	Volume    int64       `json:"volume" doc:"By volume: that of all customers; the size is a number of picks."`
	Size      int64       `json:"size"`
	Design    int64       `json:"design" doc:"By detection: the smallest number of deviating customers to be detected."`
	Shares    []Share     `json:"shares" nullable:"false"`
	Trade     []TradeLine `json:"trade" nullable:"false" doc:"By detection: how size, confidence and tolerable share trade."`
	IfFound   []IfFound   `json:"ifFound" nullable:"false" doc:"What could be concluded with so many deviating customers in the sample."`
}

// TradeLine is, at one confidence, the size for each share.
type TradeLine struct {
	Confidence exact.Rat    `json:"confidence"`
	Chosen     bool         `json:"chosen"`
	Points     []TradePoint `json:"points" nullable:"false"`
}

// TradePoint is the size that detects a number of deviating customers.
type TradePoint struct {
	Design int64      `json:"design"`
	Share  *exact.Rat `json:"share,omitempty" doc:"By volume, in place of a number."`
	Size   int64      `json:"size"`
	Chosen bool       `json:"chosen"`
}

// IfFound is what a number of deviating customers in the sample would let one
// conclude.
type IfFound struct {
	Found      int64      `json:"found"`
	Upper      int64      `json:"upper" doc:"The largest number of deviating customers that would not be ruled out; by strata, in whichever of them they are found."`
	UpperShare *exact.Rat `json:"upperShare,omitempty" doc:"By volume, in place of a number: the largest share of the volume that would not be ruled out to lie with deviating customers."`
	Reaches    bool       `json:"reaches" doc:"By detection: what is to be detected would be ruled out."`
}

// plan makes the plan of which only the size is asked.
func (s SpotcheckSizing) plan() RoundPlan {
	return RoundPlan{
		Method: s.Method, Confidence: s.Confidence, Share: s.Share, Design: s.Design, Accept: s.Accept, Size: s.Size,
		Selection: s.Selection, Column: s.Column, Only: s.Only, Allocation: s.Allocation, Shares: s.Shares,
	}
}

// reckoning works out what the sizing comes to, of a list.
func (s SpotcheckSizing) reckoning(l Population) (SpotcheckReckoning, error) {
	var c record.Checks
	p := s.plan()
	p.size(l, &c)
	if err := c.Err(); err != nil {
		return SpotcheckReckoning{}, err
	}
	r := SpotcheckReckoning{Customers: p.Customers, Size: p.Size, Design: p.Design, Shares: p.Shares, Volume: p.Volume, Trade: []TradeLine{}}
	if r.Shares == nil {
		r.Shares = []Share{}
	}
	var err error
	if r.IfFound, err = p.ifFound(); err != nil || p.Method != ByDetection {
		return r, err
	}
	r.Trade, err = p.trade()
	return r, err
}

// confidences are those that every plan is compared with.
func confidences() []exact.Rat {
	return []exact.Rat{exact.Frac(4, 5), exact.Frac(9, 10), exact.Frac(19, 20), exact.Frac(99, 100)}
}

// tradedShares are the shares, in permille, that every plan is compared with.
func tradedShares() []int64 { return []int64{10, 15, 20, 30, 40, 50, 75, 100, 150, 200} }

// trade reckons the size for several shares and confidences, the plan's own among
// them.
func (p RoundPlan) trade() ([]TradeLine, error) {
	levels := ordered(append(confidences(), *p.Confidence))
	lines := make([]TradeLine, len(levels))
	for i, level := range levels {
		lines[i] = TradeLine{Confidence: level, Chosen: level.Equal(*p.Confidence), Points: []TradePoint{}}
		points, err := p.tradeAt(level)
		if err != nil {
			return nil, err
		}
		lines[i].Points = append(lines[i].Points, points...)
	}
	return lines, nil
}

// ordered sorts numbers and keeps each once.
func ordered(list []exact.Rat) []exact.Rat {
	slices.SortFunc(list, exact.Rat.Cmp)
	return slices.CompactFunc(list, exact.Rat.Equal)
}

// tradeAt reckons, at a confidence, the size for several numbers of deviating
// customers, the plan's own among them.
func (p RoundPlan) tradeAt(level exact.Rat) (points []TradePoint, err error) {
	if p.Selection == ByVolume {
		return p.tradeByVolume(level)
	}
	designs := []int64{p.Design}
	for _, permille := range tradedShares() {
		d, err := sampling.DesignNumber(p.Customers, exact.Frac(permille, 1000))
		if err != nil {
			return nil, err
		}
		designs = append(designs, d)
	}
	slices.Sort(designs)
	designs = slices.Compact(designs)
	for _, d := range designs {
		if d <= p.Accept {
			continue // no sample is large enough
		}
		size, err := sampling.Size(sampling.Plan{Population: p.Customers, Design: d, Accept: p.Accept, Confidence: level})
		if err != nil {
			return nil, err
		}
		points = append(points, TradePoint{Design: d, Size: size, Chosen: level.Equal(*p.Confidence) && d == p.Design})
	}
	return points, nil
}

// fewFound is how many numbers of deviations are looked at beyond those expected.
const fewFound = 5

// ifFound bounds the deviating customers for each number that the sample might hold:
// 0, 1, 2 … By strata it is the worst of all ways in which they can lie.
func (p RoundPlan) ifFound() ([]IfFound, error) {
	if p.Selection == ByVolume {
		return p.ifFoundByVolume()
	}
	most := min(p.Accept+fewFound, p.Size)
	worst, err := p.worst(most)
	if err != nil {
		return nil, err
	}
	list := make([]IfFound, len(worst))
	for k, upper := range worst {
		list[k] = IfFound{Found: int64(k), Upper: upper, Reaches: p.Method == ByDetection && upper < p.Design}
	}
	return list, nil
}

// worst is the upper bound for 0, 1 … most deviating customers found.
func (p RoundPlan) worst(most int64) ([]int64, error) {
	parts := []Share{{"", p.Customers, p.Size}}
	if byStratum(p) {
		parts = p.Shares
	}
	confidence := shared(*p.Confidence, len(parts))
	total := []int64{0}
	for _, part := range parts {
		bounds, err := sampling.Conclusions(part.Population, part.Size, most, confidence)
		if err != nil {
			return nil, err
		}
		total = spread(total, bounds, most)
	}
	return total, nil
}

// spread adds a stratum: for each number found, the worst of all ways to share it
// between the strata before and this one.
func spread(before []int64, bounds []sampling.Conclusion, most int64) []int64 {
	after := make([]int64, min(most, int64(len(before)+len(bounds)-2))+1)
	for i, sum := range before {
		for k, b := range bounds {
			if i+k < len(after) {
				after[i+k] = max(after[i+k], sum+b.Upper)
			}
		}
	}
	return after
}

// shared is the confidence at which each of several parts is bounded, so that all of
// them hold at the given one.
func shared(confidence exact.Rat, parts int) exact.Rat {
	one := exact.Int(1)
	return one.Sub(one.Sub(confidence).Quo(exact.Int(int64(parts))))
}
