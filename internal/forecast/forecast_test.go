package forecast

import (
	"math/big"
	"testing"

	"pgregory.net/rapid"

	"opfyldt/internal/exact"
)

var ninety5 = exact.MustParse("0.95")

// 344 of 358 in time and 9 open, one of them past its limit: of 367 at least 95 %,
// 348.65, so 349 must be in time. 344 + 8 can be, so three may be late.
func TestSpareIsReckonedByHand(t *testing.T) {
	for _, c := range []struct {
		tally  Tally
		target string
		spare  int64
		more   int64
		can    bool
	}{
		{Tally{344, 14, 8, 1}, "95", 3, 0, true},
		{Tally{95, 5, 0, 0}, "95", 0, 0, true},
		// 94 of 100: one short. 94 + n of 100 + n is 95 % with n = 20: 114 of 120.
		{Tally{94, 6, 0, 0}, "95", -1, 20, true},
		// 18,999 of 20,000 is 94.995 %: 19,000 are needed, and 20 more make 19,019 of 20,020.
		{Tally{18_999, 1001, 0, 0}, "95", -1, 20, true},
		{Tally{0, 0, 10, 0}, "95", 0, 0, true}, // 9.5, so all ten
		{Tally{100, 0, 3, 0}, "50", 3, 0, true},
		{Tally{10, 1, 5, 0}, "100", -1, 0, false},
		{Tally{10, 0, 5, 0}, "100", 0, 0, true},
		{Tally{}, "95", 0, 0, true},
	} {
		if got := c.tally.Spare(exact.MustParse(c.target)); got != c.spare {
			t.Errorf("%+v at %s %%: %d spare, want %d", c.tally, c.target, got, c.spare)
		}
		if more, can := c.tally.Missing(exact.MustParse(c.target)); more != c.more || can != c.can {
			t.Errorf("%+v at %s %%: %d missing (%t), want %d (%t)", c.tally, c.target, more, can, c.more, c.can)
		}
	}
}

// Trying every number of late cases finds the same, and so does adding cases one by
// one until the target is reached.
func TestSpareAgreesWithTryingEveryNumber(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		count := rapid.Int64Range(0, 60)
		tally := Tally{count.Draw(t, "timely"), count.Draw(t, "late"), count.Draw(t, "open"), count.Draw(t, "overdue")}
		percent := rapid.Int64Range(0, 400).Draw(t, "quarters of a percent")
		all := tally.all()
		holds := func(timely, all int64) bool { return timely*400 >= percent*all }
		target := exact.Frac(percent, 4)
		got, most := tally.Spare(target), int64(-1)
		for late := range tally.Open + 1 {
			if holds(tally.Timely+tally.Open-late, all) {
				most = late
			}
		}
		if most >= 0 && got != most || most < 0 && got >= 0 {
			t.Fatalf("%d may be late, found %d", got, most)
		}
		if got < 0 && (!holds(tally.Timely+tally.Open-got, all) || holds(tally.Timely+tally.Open-got-1, all)) {
			t.Fatalf("short by %d", -got)
		}
		more, can := tally.Missing(target)
		if !can {
			if percent != 400 {
				t.Fatal("enough timely cases reach any target below 100 %")
			}
			return
		}
		if best := tally.Timely + tally.Open; !holds(best+more, all+more) || more > 0 && holds(best+more-1, all+more-1) {
			t.Fatalf("%d more", more)
		}
	})
}

// One of two was in time, and two more are to come. C(1+k, k) × C(1+2−k, 2−k) / C(5, 2)
// is 3/10, 4/10 and 3/10, the mean 1.
func TestAPredictionReckonedByHand(t *testing.T) {
	for _, c := range []struct {
		level     string
		low, high int64
	}{
		{"0.95", 0, 2}, // no tail is below 2.5 %
		{"0.41", 0, 2}, // 3/10 is more than 0.295
		{"0.39", 1, 1}, // and less than 0.305
	} {
		p := Predict(2, 1, 2, exact.MustParse(c.level))
		if p.Low != c.low || p.High != c.high || !p.Mean.Equal(exact.Int(1)) {
			t.Errorf("at %s: %+v", c.level, p)
		}
	}
	// Nothing was seen: each number from 0 to 39 is as likely, 1/40; one may be left out
	// at either end (1/40 is just 2.5 %).
	if p := Predict(0, 0, 39, exact.MustParse("0.949")); p.Low != 1 || p.High != 38 {
		t.Errorf("of nothing: %+v", p)
	}
	if p := Predict(100, 95, 0, ninety5); p.Low != 0 || p.High != 0 {
		t.Errorf("of none: %+v", p)
	}
}

// The bounds are those of the formula in whole numbers.
func TestPredictionsAgreeWithTheFormula(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		seen := rapid.Int64Range(0, 150).Draw(t, "seen")
		timely := rapid.Int64Range(0, seen).Draw(t, "timely")
		ahead := rapid.Int64Range(0, 150).Draw(t, "ahead")
		whole := choose(seen+ahead+1, ahead)
		tail := exact.Frac(2477, 100_000) // no probability lies on it
		low, high, sum := int64(-1), int64(-1), new(big.Int)
		for k := range ahead + 1 {
			sum.Add(sum, new(big.Int).Mul(choose(timely+k, k), choose(seen-timely+ahead-k, ahead-k)))
			p := new(big.Rat).SetFrac(sum, whole)
			if low < 0 && p.Cmp(big.NewRat(2477, 100_000)) > 0 {
				low = k
			}
			if high < 0 && p.Cmp(big.NewRat(97_523, 100_000)) >= 0 {
				high = k
			}
		}
		if sum.Cmp(whole) != 0 {
			t.Fatal("the formula's probabilities do not add up to 1")
		}
		p := Predict(seen, timely, ahead, exact.Int(1).Sub(tail.Add(tail)))
		if p.Low != low || p.High != high {
			t.Fatalf("%d to %d, by the formula %d to %d", p.Low, p.High, low, high)
		}
	})
}

func choose(n, k int64) *big.Int { return new(big.Int).Binomial(n, k) }

// 100,000 seen and as many ahead take no time to speak of; the standard deviation is
// about √(100,000 × 0.95 × 0.05 × 2) = 97, so the bounds lie some 190 from the mean.
func TestPredictionsOfManyCases(t *testing.T) {
	p := Predict(100_000, 95_000, 100_000, ninety5)
	if p.Low < 94_790 || p.Low > 94_830 || p.High < 95_170 || p.High > 95_210 {
		t.Errorf("%+v", p)
	}
}

// 358 in 275 days: in 90 more 117.16, so 117; 1.5 is rounded up to 2.
func TestAheadGoesByTheDays(t *testing.T) {
	for _, c := range []struct {
		came       int64
		days, left int
		want       int64
	}{{358, 275, 90, 117}, {3, 20, 10, 2}, {0, 20, 10, 0}, {5, 0, 10, 0}, {5, 10, 0, 0}, {1, 365, 10, 0}} {
		if got := Ahead(c.came, c.days, c.left); got != c.want {
			t.Errorf("%+v: %d", c, got)
		}
	}
}
