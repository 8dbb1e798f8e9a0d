package contract

import "opfyldt/internal/exact"

// Mean returns the mean of the baseline's years, exactly.
func (b *Baseline) Mean() exact.Rat {
	if len(b.Years) == 0 {
		return exact.Rat{}
	}
	sum := exact.Rat{}
	for _, y := range b.Years {
		sum = sum.Add(y.Value)
	}
	return sum.Quo(exact.Int(int64(len(b.Years))))
}

// Target returns what the growth makes of the baseline.
func (b *Baseline) Target() exact.Rat {
	if b.Relative {
		return b.Mean().Mul(exact.Int(100).Add(b.Growth)).Quo(exact.Int(100))
	}
	return b.Mean().Add(b.Growth)
}
