package scoring

import (
	"slices"
	"time"

	"opfyldt/internal/calendar"
	"opfyldt/internal/contract"
)

// Forecast gives the totals from the day of asOf on, if all goes as it is now
// expected: a point for that day, for each day on which something would be
// settled, and for the contract's last one.
//
// The method is plain. Each open step is done on the date now expected of it,
// today where that has passed; each figure stays as it is and becomes final when
// the days that it covers have ended; a month without a count gets the newest
// month's. Of what nothing was reported nothing is guessed: it stays open. An
// assessment stands.
func Forecast(c *contract.Contract, facts []Fact, asOf time.Time) ([]Point, error) {
	p := newPlan(c)
	p.newest.readUntil(facts, p.limit(asOf))
	today := calendar.DateOf(asOf)
	ahead := p.ahead(today)
	days := []calendar.Date{today}
	for day := range ahead {
		days = append(days, day)
	}
	if last := c.Period.To; today.Before(last) {
		days = append(days, last)
	}
	slices.SortFunc(days, calendar.Date.Compare)
	lines := newLines(p)
	var points []Point
	for _, day := range slices.Compact(days) {
		for _, happens := range ahead[day] {
			happens(day)
		}
		if err := lines.renew(day); err != nil {
			return nil, err
		}
		points = append(points, lines.point(c, day))
	}
	return points, nil
}

// ahead is what is expected to happen, by day.
type ahead map[calendar.Date][]func(day calendar.Date)

// on notes what happens on a day, today where the day has passed.
func (a ahead) on(day, today calendar.Date, happens func(calendar.Date)) {
	if day.Before(today) {
		day = today
	}
	a[day] = append(a[day], happens)
}

// ahead lists what would be settled, and when.
func (p *plan) ahead(today calendar.Date) ahead {
	events := ahead{}
	for _, gp := range p.goals {
		for _, rp := range gp.requirements {
			for _, ip := range rp.items {
				for _, sp := range ip.steps {
					sp.ahead(events, today)
				}
			}
			rp.monthsAhead(events, today)
			rp.figureAhead(events, p.contract, today)
		}
	}
	return events
}

// ahead expects an open step to be done on the date now hoped for, else the
// plan's. One without a date is not guessed at.
func (sp *stepPlan) ahead(events ahead, today calendar.Date) {
	if sp.state(today).settled() {
		return
	}
	day := sp.step.PlannedDay()
	if sp.fact != nil {
		report, _ := sp.fact.Value.(StepReport)
		if report.Status == Done { // undated: whether it was in time is not known
			return
		}
		if !report.Expected.IsZero() {
			day = report.Expected
		}
	}
	if day.IsZero() {
		return
	}
	events.on(day, today, func(day calendar.Date) {
		sp.fact, sp.under.changed = &Fact{Subject: sp.step.ID, Day: day, Value: StepReport{Status: Done}}, true
	})
}

// monthsAhead expects each month that is not complete to end with the count that
// it has, one without any with the newest month's.
func (rp *requirementPlan) monthsAhead(events ahead, today calendar.Date) {
	newest := int64(-1)
	for i := range rp.months {
		m := &rp.months[i]
		if m.fact != nil {
			v, _ := m.fact.Value.(MonthCount)
			newest = v.Count
			if !v.Partial {
				continue
			}
		}
		if newest < 0 {
			continue
		}
		count := newest
		events.on(m.month.Last(), today, func(calendar.Date) {
			m.fact = &Fact{Subject: rp.requirement.ID, Day: m.month.Last(), Value: MonthCount{Month: m.month, Count: count}}
			rp.under.changed = true
		})
	}
}

// figureAhead expects a provisional figure to stay as it is.
func (rp *requirementPlan) figureAhead(events ahead, c *contract.Contract, today calendar.Date) {
	if rp.fact == nil {
		return
	}
	settled := final(rp.fact.Value)
	if settled == nil {
		return
	}
	events.on(rp.requirement.Covers(c).To, today, func(calendar.Date) {
		f := *rp.fact
		f.Value = settled
		rp.fact, rp.under.changed = &f, true
	})
}

// final is the value as a complete one, nil where it is that already.
func final(v Value) Value {
	switch v := v.(type) {
	case CaseShare:
		if !v.Final {
			v.Final = true
			return v
		}
	case SurveyShare:
		if !v.Final {
			v.Final = true
			return v
		}
	case Spending:
		if !v.Final {
			v.Final = true
			return v
		}
	case Quantity:
		if !v.Final {
			v.Final = true
			return v
		}
	}
	return nil
}
