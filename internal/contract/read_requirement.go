package contract

import (
	"time"

	"opfyldt/internal/calendar"
	"opfyldt/internal/exact"
	"opfyldt/internal/yamlfile"
)

func readRequirement(o *object) Requirement {
	r := Requirement{
		ID:       o.text("id", required),
		Title:    o.text("title", required),
		Text:     o.text("text", optional),
		Measure:  word(o, "measure", required, Milestones, Timeliness, MonthlyCount, Survey, Deviation, YesNo, Number, Verbal),
		Unit:     o.text("unit", optional),
		Source:   readSource(o),
		Weight:   readWeight(o, "weight"),
		Fallback: o.text("fallback", optional),
		Readings: o.texts("readings", optional),
	}
	o.child("window", optional, func(o *object) {
		p := readPeriod(o)
		r.Window = &p
	})
	o.children("targets", optional, func(o *object) { r.Targets = append(r.Targets, readTarget(o)) })
	o.children("items", optional, func(o *object) { r.Items = append(r.Items, readItem(o)) })
	readParameters(o, &r)
	o.child("degree", required, func(o *object) { r.Degree = readDegree(o) })
	return r
}

// readParameters reads what belongs to one measure alone.
func readParameters(o *object, r *Requirement) {
	o.child("cases", optional, func(o *object) { r.Cases = readCases(o) })
	o.child("answers", optional, func(o *object) {
		r.Answers = &Answers{
			Satisfied:      o.texts("satisfied", required),
			Scale:          o.texts("scale", optional),
			DontKnow:       o.texts("dont-know", optional),
			DontKnowCounts: o.flag("dont-know-counts"),
			LeastGroup:     o.whole("least-group", optional),
			Sectors:        o.texts("sectors", optional),
			Topics:         o.texts("topics", optional),
		}
	})
	o.child("spending", optional, func(o *object) {
		r.Spending = &Spending{
			Currency:      o.text("currency", required),
			BudgetSettled: o.date("budget-settled", required),
			Replaceable:   o.flag("replaceable"),
		}
	})
	o.child("over", optional, func(o *object) {
		r.Over = &Over{
			By:    word(o, "by", required, OverSum, OverMean, OverLatest),
			Every: word(o, "every", optional, EveryMonth, EveryQuarter, EveryHalfYear),
		}
		if o.IsMapping && !o.has("every") {
			o.add(o.At, o.Field("every"), "over-every-missing")
		}
	})
	o.newer("index")
	o.child("index", optional, func(o *object) {
		r.Index = &Index{Unit: o.text("unit", optional), Years: readYears(o)}
	})
	o.child("coverage", optional, func(o *object) {
		r.Coverage = &Coverage{Least: o.whole("least", optional), Share: o.maybe("share")}
	})
}

func readCases(o *object) *Cases {
	c := &Cases{
		OpenLateCounts: o.flag("open-late-counts"),
		Dimensions:     o.texts("dimensions", optional),
		LegalBasis:     o.text("legal-basis", optional),
	}
	o.child("limit", required, func(o *object) { c.Limit = readLimit(o) })
	o.each("closed-days", optional, func(path string, n *yamlfile.Node) {
		if day, ok := monthDay(n.Text); ok && n.Kind == yamlfile.Scalar {
			c.ClosedDays = append(c.ClosedDays, day)
			return
		}
		o.add(n.At, path, "not-month-day", "found", describe(n))
	})
	o.children("stop-reasons", optional, func(o *object) {
		c.StopReasons = append(c.StopReasons, StopReason{ID: o.text("id", required), Title: o.text("title", required)})
	})
	return c
}

// monthDay reads a day of every year, "12-24". 29 February is none.
func monthDay(text string) (calendar.MonthDay, bool) {
	day, err := time.Parse("2006-01-02", "2001-"+text)
	return calendar.MonthDay{Month: day.Month(), Day: day.Day()}, err == nil
}

func readLimit(o *object) Limit {
	return Limit{Count: o.whole("count", required), Unit: word(o, "unit", required, InMonths, InDays, InWorkingDays)}
}

func readTarget(o *object) Target {
	t := Target{
		Year:      o.whole("year", required),
		From:      o.date("from", optional),
		Bound:     word(o, "bound", required, AtLeast, AtMost, Between, Done),
		Upper:     o.maybe("upper"),
		Benchmark: o.text("benchmark", optional),
		Text:      o.text("text", optional),
		Tentative: o.flag("tentative"),
		Result:    word(o, "result", optional, NotKnownAtSigning, NotYet),
	}
	o.newer("from")
	o.child("limit", optional, func(o *object) {
		l := readLimit(o)
		t.Limit = &l
	})
	value := o.maybe("value")
	o.child("baseline", optional, func(o *object) { t.Baseline = readBaseline(o) })
	if value != nil {
		t.Value = *value
	} else if t.Baseline != nil {
		t.Value = t.Baseline.Target()
	}
	said := 0
	for _, key := range []string{"value", "baseline", "benchmark"} {
		if o.has(key) {
			said++
		}
	}
	switch {
	case t.Bound == Done && said > 0:
		o.add(o.log.at(o.Path), o.Path, "done-has-no-value")
	case t.Bound == Done && t.Text == "" && !o.has("text"):
		o.add(o.log.at(o.Path), o.Path, "done-needs-text")
	case t.Bound != Done && t.Bound != "" && said != 1:
		o.add(o.log.at(o.Path), o.Path, "target-needs-one")
	}
	return t
}

func readBaseline(o *object) *Baseline {
	return &Baseline{
		Growth: o.sure("growth"), Relative: word(o, "as", required, "percent", "amount") == "percent", Years: readYears(o),
	}
}

func readYears(o *object) []YearValue {
	var years []YearValue
	o.children("years", required, func(o *object) {
		y := YearValue{Year: o.whole("year", required), Value: or(o.maybe("value"), exact.Rat{})}
		if o.IsMapping && !o.has("value") {
			o.add(o.At, o.Field("value"), "year-without-value", "year", itoa(y.Year))
		}
		years = append(years, y)
	})
	return years
}

func readItem(o *object) Item {
	item := Item{
		ID:     o.text("id", required),
		Number: o.text("number", optional),
		Title:  o.text("title", required),
		Text:   o.text("text", optional),
	}
	o.newer("recurring")
	recurs := o.child("recurring", optional, func(o *object) { item.Recurring = readRecurring(o) })
	steps := required
	if recurs {
		steps = optional
	}
	o.children("steps", steps, func(o *object) { item.Steps = append(item.Steps, readStep(o)) })
	if recurs && o.has("steps") {
		o.add(o.log.at(o.Field("recurring")), o.Field("recurring"), "steps-and-recurring")
	}
	return item
}

func readRecurring(o *object) *Recurring {
	r := &Recurring{Every: word(o, "every", required, EveryMonth, EveryQuarter, EveryHalfYear)}
	o.child("limit", optional, func(o *object) {
		l := readLimit(o)
		r.Limit = &l
	})
	return r
}

func readStep(o *object) Step {
	s := Step{
		ID:        o.text("id", required),
		Title:     o.text("title", required),
		Due:       o.date("due", optional),
		Planned:   o.date("planned", optional),
		Decides:   o.flag("decides"),
		DependsOn: o.texts("depends-on", optional),
		Owner:     o.text("owner", optional),
		Share:     o.maybe("share"),

		ConcludedBy: word(o, "concluded-by", optional, BySpotCheck),
	}
	o.child("after", optional, func(o *object) {
		s.After = &AfterEvent{Event: o.text("event", required), Never: word(o, "never", optional, NeverKept, NeverLost)}
		o.newer("never")
		o.child("limit", required, func(o *object) { s.After.Limit = readLimit(o) })
	})
	if o.IsMapping && o.has("due") == o.has("after") {
		o.add(o.log.at(o.Path), o.Field("due"), "step-needs-date")
	}
	return s
}
