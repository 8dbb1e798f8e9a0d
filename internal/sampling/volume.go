package sampling

import (
	"math/big"
	"sort"

	"opfyldt/internal/exact"
	"opfyldt/internal/fault"
)

// Draws are picks with replacement, each of which hits a customer with a probability
// in proportion to its volume: the number of picks that hit deviating customers is
// binomial, whatever the volumes are.
type Draws struct {
	Picks      int64
	Found      int64 // picks that hit customers that deviate
	Confidence exact.Rat
}

// VolumePlaces are the decimals of a share of the volume.
const VolumePlaces = 4

// UpperShare returns the largest share of the volume, in steps of the last of
// VolumePlaces decimals and rounded up, that the picks do not rule out to lie with
// deviating customers: the least step p with P(X ≤ Found) ≤ 1 − Confidence, 1 where
// there is none.
func UpperShare(d Draws) (exact.Rat, error) {
	if err := firstFault(
		rangeFault("sample", d.Picks, 0, mostPicks),
		rangeFault("found", d.Found, 0, d.Picks),
		confidenceFault(d.Confidence),
	); err != nil {
		return exact.Rat{}, err
	}
	const scale = 10_000
	risk := ratio(one.Sub(d.Confidence))
	step := sort.Search(scale, func(step int) bool {
		return binomialAtMost(d.Picks, d.Found, big.NewRat(int64(step), scale), risk)
	})
	return exact.Frac(int64(step), scale), nil
}

// mostPicks bounds what is reckoned with.
const mostPicks = 20_000

// SizeByVolume returns the least number of picks for which P(X ≤ accept) ≤ 1 −
// Confidence if the share of the volume lies with deviating customers.
func SizeByVolume(share exact.Rat, accept int64, confidence exact.Rat) (int64, error) {
	if err := firstFault(rangeFault("accept", accept, 0, mostPicks/2), confidenceFault(confidence)); err != nil {
		return 0, err
	}
	if share.Sign() <= 0 || one.Less(share) || !confidence.Less(one) {
		return 0, fault.Fields(fault.Field{Path: "share", Code: "sampling.share", Params: fault.Params{"value": share}})
	}
	risk, p, least := ratio(one.Sub(confidence)), ratio(share), accept+1
	more := sort.Search(int(mostPicks-least), func(i int) bool {
		return binomialAtMost(least+int64(i), accept, p, risk)
	})
	return least + int64(more), nil
}

// binomialAtMost reports, by counting with whole numbers, whether P(X ≤ k) ≤ risk for
// n picks that hit with probability p.
func binomialAtMost(n, k int64, p, risk *big.Rat) bool {
	if k >= n {
		return risk.Cmp(big.NewRat(1, 1)) >= 0
	}
	hit, whole := p.Num(), p.Denom()
	miss := new(big.Int).Sub(whole, hit)
	if miss.Sign() == 0 {
		return true // every pick hits, and k < n
	}
	// Σ C(n,x) hit^x miss^(n−x), times the risk's denominator, against risk·whole^n.
	term := new(big.Int).Exp(miss, big.NewInt(n), nil)
	sum := new(big.Int).Set(term)
	for x := int64(1); x <= k; x++ {
		term.Mul(term, hit).Mul(term, big.NewInt(n-x+1))
		term.Quo(term, new(big.Int).Mul(miss, big.NewInt(x))) // without a rest
		sum.Add(sum, term)
	}
	sum.Mul(sum, risk.Denom())
	all := new(big.Int).Exp(whole, big.NewInt(n), nil)
	return sum.Cmp(all.Mul(all, risk.Num())) <= 0
}
