package contract

import (
	"slices"
	"strconv"
	"time"

	"opfyldt/internal/calendar"
	"opfyldt/internal/exact"
)

func (k *checker) requirement(path string, g *Goal, r *Requirement) {
	if r.Window != nil {
		k.period(join(path, "window"), *r.Window)
		k.within(join(path, "window.from"), r.Window.From, k.c.Period)
		k.within(join(path, "window.to"), r.Window.To, k.c.Period)
	}
	k.parameters(path, r)
	k.targets(path, r)
	for i := range r.Items {
		for j := range r.Items[i].Steps {
			at := index(join(index(join(path, "items"), i), "steps"), j)
			k.step(at, r, &r.Items[i], &r.Items[i].Steps[j])
		}
		k.recurring(join(index(join(path, "items"), i), "recurring"), r, &r.Items[i])
	}
	k.degree(join(path, "degree"), g, r)
	k.helpers(path, g, r)
}

// parameters checks that the requirement has what its measure needs, and
// nothing that belongs to another.
func (k *checker) parameters(path string, r *Requirement) {
	if r.Measure == "" {
		return
	}
	owned := []struct {
		key   string
		owner Measure
		there bool
	}{
		{"items", Milestones, r.Items != nil},
		{"cases", Timeliness, r.Cases != nil},
		{"answers", Survey, r.Answers != nil},
		{"spending", Deviation, r.Spending != nil},
	}
	for _, o := range owned {
		field := join(path, o.key)
		switch {
		case o.owner == r.Measure && !o.there && !k.tainted(field):
			k.report(field, "measure-needs", "measure", string(r.Measure), "key", o.key)
		case o.owner != r.Measure && o.there:
			k.report(field, "measure-has-no", "measure", string(r.Measure), "key", o.key, "owner", string(o.owner))
		}
	}
	if r.Answers != nil {
		k.answers(join(path, "answers"), r.Answers)
	}
	if r.Cases != nil {
		k.limit(join(path, "cases.limit"), r.Cases.Limit)
	}
	k.over(path, r)
	k.index(path, r)
}

// answers checks that what counts as satisfied stands on the scale, and that nothing
// is both an opinion and none.
func (k *checker) answers(path string, a *Answers) {
	for i, s := range a.Satisfied {
		if len(a.Scale) > 0 && !slices.Contains(a.Scale, s) {
			k.report(index(join(path, "satisfied"), i), "not-on-scale", "found", s)
		}
	}
	for i, s := range a.DontKnow {
		if slices.Contains(a.Scale, s) || slices.Contains(a.Satisfied, s) {
			k.report(index(join(path, "dont-know"), i), "opinion-and-none", "found", s)
		}
	}
}

func (k *checker) limit(path string, l Limit) {
	if l.Count == 0 {
		k.report(join(path, "count"), "not-positive", "found", "0")
	}
}

// targets checks that the contract's year has a target where the rule needs
// one, and that each target makes sense for its measure.
func (k *checker) targets(path string, r *Requirement) {
	field := join(path, "targets")
	years := map[int]bool{}
	for i := range r.Targets {
		t, at := &r.Targets[i], index(field, i)
		switch {
		case !t.From.IsZero():
			k.revised(at, r, i)
		case years[t.Year] && t.Year != 0:
			k.report(join(at, "year"), "target-twice", "year", strconv.Itoa(t.Year))
		}
		years[t.Year] = true
		k.target(at, r, t)
	}
	year := k.c.Year()
	if k.tainted(field) || k.tainted("period") || years[year] {
		return
	}
	if r.Degree.By == ByTarget || r.Measure == Milestones || len(r.Targets) > 0 {
		k.report(field, "target-missing", "year", strconv.Itoa(year))
	}
}

func (k *checker) target(at string, r *Requirement, t *Target) {
	if k.tainted(at) || r.Measure == "" {
		return
	}
	if t.Limit != nil {
		k.limit(join(at, "limit"), *t.Limit)
		if r.Measure != Timeliness {
			k.report(join(at, "limit"), "measure-has-no", "measure", string(r.Measure), "key", "limit", "owner", string(Timeliness))
		}
	}
	if (t.Upper != nil) != (t.Bound == Between) {
		k.report(join(at, "upper"), "upper", "bound", string(t.Bound))
	} else if t.Upper != nil && !t.Value.Less(*t.Upper) {
		k.report(join(at, "upper"), "upper-below", "found", t.Upper.String(), "value", t.Value.String())
	}
	k.boundFits(at, r, t)
	if t.Benchmark == "" && t.Bound != Done {
		k.valueFits(at, r, t)
	}
}

// boundFits checks that the measure can be held against the bound.
func (k *checker) boundFits(at string, r *Requirement, t *Target) {
	field := join(at, "bound")
	wordy := r.Measure == Milestones || r.Measure == YesNo || r.Measure == Verbal
	switch {
	case wordy && t.Bound != Done:
		k.report(field, "bound-needs-done", "measure", string(r.Measure), "bound", string(t.Bound))
	case !wordy && t.Bound == Done:
		k.report(field, "bound-not-done", "measure", string(r.Measure))
	case t.Bound == AtMost && (r.Measure == Timeliness || r.Measure == Survey || r.Measure == MonthlyCount):
		k.report(field, "bound-wrong-way", "measure", string(r.Measure), "bound", string(AtMost), "other", string(AtLeast))
	case t.Bound == AtLeast && r.Measure == Deviation:
		k.report(field, "bound-wrong-way", "measure", string(r.Measure), "bound", string(AtLeast), "other", string(AtMost))
	}
}

// valueFits checks the figure itself.
func (k *checker) valueFits(at string, r *Requirement, t *Target) {
	field := join(at, "value")
	if t.Baseline != nil {
		field = join(at, "baseline")
		k.baseline(join(field, "growth"), t)
	}
	if t.Bound == AtLeast && t.Value.IsZero() {
		k.warn(field, "target-zero")
	}
	switch r.Measure {
	case Timeliness, Survey:
		k.percent(field, t.Value)
	case Deviation, MonthlyCount:
		if t.Value.Sign() < 0 {
			k.report(field, "value-negative", "found", t.Value.String())
		}
	}
	if r.Measure == MonthlyCount && t.Value.Denom() != "1" {
		k.report(field, "not-whole", "found", t.Value.String())
	}
}

// baseline warns of a target that asks for no more than there was.
func (k *checker) baseline(field string, t *Target) {
	mean := t.Baseline.Mean()
	switch {
	case t.Bound == AtLeast && !mean.Less(t.Value):
		k.warn(field, "target-not-above-baseline", "target", t.Value.String(), "baseline", mean.String())
	case t.Bound == AtMost && !t.Value.Less(mean):
		k.warn(field, "target-not-below-baseline", "target", t.Value.String(), "baseline", mean.String())
	}
}

func (k *checker) step(at string, r *Requirement, item *Item, s *Step) {
	if item.Recurring != nil { // the program's own: what can be wrong with it stands in the file's rule
		return
	}
	span := r.Covers(k.c)
	k.within(join(at, "due"), s.Due, span)
	k.within(join(at, "planned"), s.Planned, span)
	if !s.Planned.IsZero() && !s.Due.IsZero() && s.Planned.After(s.Due) {
		k.report(join(at, "planned"), "planned-after-due", "planned", s.Planned.String(), "due", s.Due.String())
	}
	if s.After != nil {
		k.limit(join(at, "after.limit"), s.After.Limit)
		if s.After.Never == "" && k.c.Format != firstFormat {
			k.warn(join(at, "after"), "event-may-not-happen", "event", s.After.Event)
		}
	}
	if s.Share != nil && r.Degree.By != ByShares && r.Degree.By != "" {
		k.report(join(at, "share"), "not-in-rule", "rule", string(r.Degree.By))
	}
	if s.Decides {
		k.dayOff(join(at, "due"), s.Due)
	}
}

// dayOff warns of a deadline on a day when nobody is at work.
func (k *checker) dayOff(field string, d calendar.Date) {
	if d.IsZero() {
		return
	}
	if day := d.Weekday(); day == time.Saturday || day == time.Sunday {
		k.warn(field, "weekend", "date", d.String(), "day", day.String())
	} else if !(calendar.Workweek{}).Works(d) {
		k.warn(field, "holiday", "date", d.String())
	}
}

func hundredAndZero() []exact.Rat { return []exact.Rat{exact.Int(100), exact.Int(0)} }
