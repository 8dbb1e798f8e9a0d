package scoring

import (
	"opfyldt/internal/calendar"
	"opfyldt/internal/contract"
	"opfyldt/internal/exact"
)

// aim lays out the targets that the results are held against: the year's last one
// and, for each month, the one in force on its first day.
func (rp *requirementPlan) aim(year int) {
	last := rp.requirement.TargetFor(year)
	rp.target = rp.asNumber(last)
	rp.waits = last != nil && rp.target == nil
	for i := range rp.months {
		first := calendar.MustDate(rp.months[i].month.String() + "-01")
		rp.months[i].target = rp.asNumber(rp.requirement.TargetOn(year, first))
	}
}

// asNumber is the target with its figure: grown from its baseline, or an outside
// figure that has become known; nil where it has not.
func (rp *requirementPlan) asNumber(t *contract.Target) *contract.Target {
	if t == nil || t.Benchmark == "" && (t.Baseline == nil || len(t.Baseline.Years) == 0) {
		return t
	}
	number := *t
	if t.Benchmark == "" {
		number.Value = t.Baseline.Target()
		return &number
	}
	if rp.benchmark == nil {
		return nil
	}
	known, _ := rp.benchmark.Value.(Benchmark)
	number.Value = known.Value
	return &number
}

// needsTarget reports whether the requirement's degree cannot be reckoned without
// its target.
func (rp *requirementPlan) needsTarget() bool {
	by := rp.requirement.Degree.By
	return by == contract.ByTarget || by == contract.ByWay
}

// wayCome is how far the value has come on the way to the target, in percent. Where
// the way has no length, the target is kept or it is not.
func wayCome(rp *requirementPlan, value exact.Rat) exact.Rat {
	t := rp.target
	if t == nil {
		return exact.Rat{}
	}
	start := rp.requirement.Degree.Start(t)
	length := t.Value.Sub(start)
	switch {
	case !length.IsZero():
		return value.Sub(start).Quo(length).Mul(hundred)
	case keeps(t, value):
		return hundred
	}
	return exact.Rat{}
}

// degreeByWay is the way come, nothing of it where it is less than the least that
// counts.
func degreeByWay(rp *requirementPlan, value exact.Rat) exact.Rat {
	way := wayCome(rp, value)
	if least := rp.requirement.Degree.Least; least != nil && way.Less(*least) {
		return exact.Rat{}
	}
	return exact.Max(exact.Rat{}, way)
}
