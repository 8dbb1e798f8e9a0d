package scoring

import (
	"opfyldt/internal/contract"
	"opfyldt/internal/exact"
)

// totalKept answers whether the target on the total is kept; nil while open, or
// where the contract has none.
func totalKept(rule *contract.TotalRule, total Totals) *bool {
	if rule.Target == nil {
		return nil
	}
	return reached(between(total.Worst, total.Best), *rule.Target)
}

// useOf looks the amount up that the total gives: the least and the greatest that
// is still possible. A total that no row holds gives nothing.
func useOf(use *contract.TotalUse, total Totals) *Range {
	if use == nil {
		return nil
	}
	var amounts []exact.Rat
	for i := range use.Rows {
		if row := &use.Rows[i]; meets(row.From, row.To, total.Worst, total.Best) {
			amounts = append(amounts, row.Amount)
		}
	}
	if useRow(use, total.Worst) == nil || useRow(use, total.Best) == nil {
		amounts = append(amounts, exact.Rat{})
	}
	r := spread(amounts)
	return &r
}

// useRow returns the row that holds a total, nil where none does.
func useRow(use *contract.TotalUse, total exact.Rat) *contract.UseRow {
	for i := range use.Rows {
		if row := &use.Rows[i]; within(row.From, row.To, total) {
			return row
		}
	}
	return nil
}

// meets reports whether a stretch and what lies from least to most have a figure
// in common.
func meets(from, to *contract.End, least, most exact.Rat) bool {
	if from != nil {
		if c := most.Cmp(from.Value); c < 0 || c == 0 && !from.Included {
			return false
		}
	}
	if to != nil {
		if c := least.Cmp(to.Value); c > 0 || c == 0 && !to.Included {
			return false
		}
	}
	return true
}
