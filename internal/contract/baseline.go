package contract

import "opfyldt/internal/exact"

// Mean returns the mean of the baseline's years, exactly.
func (b *Baseline) Mean() exact.Rat { return meanOf(b.Years) }

// Mean returns the mean of the index's years, which is 100.
func (x *Index) Mean() exact.Rat { return meanOf(x.Years) }

// Of returns the figure's index.
func (x *Index) Of(figure exact.Rat) exact.Rat {
	return figure.Mul(exact.Int(100)).Quo(x.Mean())
}

func meanOf(years []YearValue) exact.Rat {
	if len(years) == 0 {
		return exact.Rat{}
	}
	sum := exact.Rat{}
	for _, y := range years {
		sum = sum.Add(y.Value)
	}
	return sum.Quo(exact.Int(int64(len(years))))
}

// Target returns what the growth makes of the baseline.
func (b *Baseline) Target() exact.Rat {
	if b.Relative {
		return b.Mean().Mul(exact.Int(100).Add(b.Growth)).Quo(exact.Int(100))
	}
	return b.Mean().Add(b.Growth)
}
