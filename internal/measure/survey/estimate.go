package survey

import (
	"math/big"

	"opfyldt/internal/exact"
	"opfyldt/internal/sampling"
)

// ShareInterval is what a share may be among all, in percent.
type ShareInterval struct {
	Low  exact.Rat `json:"low"`
	High exact.Rat `json:"high"`
}

// confidence is that of every interval here.
var (
	confidence = exact.Frac(95, 100)
	hundred    = exact.Int(100)
)

// IntervalOf is the exact interval of a share among a finite population, of which
// those who answered are taken for a random sample: every number of satisfied that
// the hypergeometric distribution does not rule out, 2.5 % to either side.
func IntervalOf(population, answered, satisfied int64) (ShareInterval, error) {
	low, high, err := sampling.TwoSided(sampling.Finding{
		Population: population, Sample: answered, Found: satisfied, Confidence: confidence,
	})
	if err != nil {
		return ShareInterval{}, err
	}
	of := func(n int64) exact.Rat { return exact.Frac(n, population).Mul(hundred) }
	return ShareInterval{of(low), of(high)}, nil
}

// WeightedShare is a share in which each sector counts by its people, not by its
// answers.
type WeightedShare struct {
	Share    exact.Rat     `json:"share"`
	Interval ShareInterval `json:"interval"`
}

// Weigh reckons the share of a question with each sector's weight: its part of the
// population. It needs every sector's population and counts, so that nothing hidden
// can be reckoned from it; nil otherwise. The interval is the normal one, ± 1.96
// standard errors with the correction for a finite population in each sector.
func Weigh(q QuestionTally, sectors []SurveySector, s AnswerScale) *WeightedShare {
	total := int64(0)
	for _, sector := range sectors {
		total += sector.Population
	}
	share, variance := exact.Rat{}, exact.Rat{}
	for i, sector := range sectors {
		line := q.Sectors[i].Tally
		if line == nil || sector.Population == 0 {
			return nil
		}
		n := line.Answered(s)
		if n < 2 || n > sector.Population {
			return nil
		}
		weight := exact.Frac(sector.Population, total)
		p := exact.Frac(line.Satisfied(s), n)
		share = share.Add(weight.Mul(p))
		spread := p.Mul(exact.Int(1).Sub(p)).Quo(exact.Int(n - 1))
		finite := exact.Frac(sector.Population-n, sector.Population)
		variance = variance.Add(weight.Mul(weight).Mul(spread).Mul(finite))
	}
	if len(sectors) < 2 {
		return nil
	}
	off := exact.Frac(196, 100).Mul(root(variance))
	return &WeightedShare{share.Mul(hundred), ShareInterval{
		exact.Max(exact.Int(0), share.Sub(off)).Mul(hundred), exact.Min(exact.Int(1), share.Add(off)).Mul(hundred),
	}}
}

// rootDigits is how many decimals a root has.
const rootDigits = 9

// root is the square root of a number from 0 to 1, cut to nine decimals.
func root(x exact.Rat) exact.Rat {
	scale := new(big.Int).Exp(big.NewInt(10), big.NewInt(2*rootDigits), nil)
	num, _ := new(big.Int).SetString(x.Num(), 10)
	den, _ := new(big.Int).SetString(x.Denom(), 10)
	n := new(big.Int).Sqrt(num.Quo(num.Mul(num, scale), den))
	return exact.Frac(n.Int64(), 1_000_000_000)
}
