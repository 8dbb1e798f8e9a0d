package contract

// over checks how several periods' figures become one: only figures can, and
// percentages are not added up.
func (k *checker) over(path string, r *Requirement) {
	if r.Over == nil || r.Over.By == "" {
		return
	}
	field := join(path, "over")
	switch {
	case r.Measure == Milestones || r.Measure == YesNo || r.Measure == Verbal:
		k.report(field, "over-not-for", "measure", string(r.Measure))
	case r.Measure == MonthlyCount && r.Over.Every != EveryMonth && r.Over.Every != "":
		k.report(join(field, "every"), "over-months", "found", string(r.Over.Every))
	case r.Over.By == OverSum && (r.Measure == Timeliness || r.Measure == Survey || r.Measure == Deviation):
		k.report(join(field, "by"), "over-sum-of-percent", "measure", string(r.Measure))
	}
}

// index checks that there is a figure to make an index of, and something to hold
// it against.
func (k *checker) index(path string, r *Requirement) {
	if r.Index == nil {
		return
	}
	field := join(path, "index")
	if r.Measure != Number {
		k.report(field, "measure-has-no", "measure", string(r.Measure), "key", "index", "owner", string(Number))
	}
	if !k.tainted(field) && r.Index.Mean().Sign() <= 0 {
		k.report(join(field, "years"), "index-of-nothing", "found", r.Index.Mean().String())
	}
}

// revised checks a target that takes another's place within the year: after it,
// from a day of the year on and, for a monthly count, from a month's first.
func (k *checker) revised(at string, r *Requirement, i int) {
	t, field := &r.Targets[i], join(at, "from")
	k.within(field, t.From, r.Covers(k.c))
	if r.Measure == MonthlyCount && t.From.Day() != 1 {
		k.report(field, "target-within-month", "found", t.From.String())
	}
	if i == 0 || r.Targets[i-1].Year != t.Year {
		k.report(field, "target-revises-nothing", "year", itoa(t.Year))
	} else if before := r.Targets[i-1].From; !before.Before(t.From) {
		k.report(field, "target-from-order", "found", t.From.String(), "before", before.String())
	}
}

// recurring checks the rule that the steps of an item are made by.
func (k *checker) recurring(path string, r *Requirement, item *Item) {
	if item.Recurring == nil {
		return
	}
	if l := item.Recurring.Limit; l != nil {
		k.limit(join(path, "limit"), *l)
	}
	if r.Degree.By == ByShares {
		k.report(path, "recurring-without-share")
	}
}

// helpers checks the coverage and the fallback, and warns of what a person must
// still do by hand.
func (k *checker) helpers(path string, g *Goal, r *Requirement) {
	if c := r.Coverage; c != nil {
		field := join(path, "coverage")
		if c.Least == 0 && c.Share == nil {
			k.report(field, "coverage-empty")
		}
		if c.Share != nil {
			k.percent(join(field, "share"), *c.Share)
			if r.Measure != Survey && r.Measure != Number {
				k.warn(join(field, "share"), "by-hand-coverage")
			}
		}
	}
	if r.Fallback != "" {
		k.fallback(join(path, "fallback"), g, r)
	}
}

func (k *checker) fallback(field string, g *Goal, r *Requirement) {
	under, other := k.c.Requirement(r.Fallback)
	switch {
	case other == nil || other == r:
		k.report(field, "unknown-fallback", "found", r.Fallback)
	case k.c.Format == firstFormat:
		k.warn(field, "by-hand-fallback")
	case under != g:
		k.report(field, "fallback-elsewhere", "found", r.Fallback, "goal", under.ID)
	case k.c.Reserves(g)[r.Fallback] != r.ID:
		k.report(field, "fallback-twice", "found", r.Fallback)
	case k.circular(g, r):
		k.report(field, "fallback-circle", "found", r.Fallback)
	}
}

// circular reports whether the requirement would, at last, stand in for itself.
func (k *checker) circular(g *Goal, r *Requirement) bool {
	reserves := k.c.Reserves(g)
	id := r.ID
	for range g.Requirements {
		if id = reserves[id]; id == r.ID {
			return true
		}
	}
	return false
}
