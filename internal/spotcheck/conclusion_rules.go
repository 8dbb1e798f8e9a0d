package spotcheck

import (
	"context"

	"opfyldt/internal/calendar"
	"opfyldt/internal/contract"
	"opfyldt/internal/fault"
	"opfyldt/internal/ledger"
	"opfyldt/internal/record"
)

func checkConclusion(m ledger.Moment, r *Round, p place) (any, error) {
	var b Conclusion
	c := begin(m, &b)
	c.Needed("text", &b.Text, record.LongText, "field.needed")
	if m.Submission.Day.Before(earliest(r)) {
		c.Add("day", "field.too_early", fault.Params{"earliest": earliest(r)})
	}
	if err := c.Err(); err != nil {
		return nil, err
	}
	if err := r.in(m, Reviewing); err != nil {
		return nil, err
	}
	if p.number != 0 {
		return nil, notFound()
	}
	if n := r.Missing(); n > 0 {
		return nil, fault.New(fault.Conflict, "spotcheck.missing", fault.Params{"count": n})
	}
	b.Hearings = r.Hearings(calendar.DateOf(m.Now))
	if b.Hearings.Open > 0 {
		return nil, fault.New(fault.Conflict, "spotcheck.hearings_run", fault.Params{"count": b.Hearings.Open})
	}
	figures, err := r.Figures()
	b.Figures = figures
	return b, err
}

// earliest is the day before which the round cannot be concluded: its draw's, and
// each countersignature's.
func earliest(r *Round) calendar.Date {
	var day calendar.Date
	if r.draw != nil {
		day = r.draw.Day
	}
	for _, c := range r.Customers {
		if c.signature != nil && c.signature.Day.After(day) {
			day = c.signature.Day
		}
	}
	return day
}

func (rules Rules) conclude(ctx context.Context, m ledger.Moment, f ledger.Fact) ([]ledger.Submission, error) {
	p, _ := apart(f.Subject)
	b := read[Conclusion](&f)
	return rules.Conclude(ctx, m, f, contract.BySpotCheck, p.goal, record.Shorten(b.Text, record.LongText))
}

func checkResponse(m ledger.Moment, r *Round, _ place) (any, error) {
	var b Response
	c := begin(m, &b)
	c.Needed("text", &b.Text, record.LongText, "field.needed")
	if err := c.Err(); err != nil {
		return nil, err
	}
	if err := r.in(m, Concluded); err != nil {
		return nil, err
	}
	if r.conclusion.ID != b.Conclusion {
		return nil, fault.New(fault.Conflict, "spotcheck.plan_changed", nil)
	}
	return b, nil
}

func checkAbandonment(m ledger.Moment, r *Round, _ place) (any, error) {
	var b Abandonment
	c := begin(m, &b)
	c.Needed("reason", &b.Reason, record.LongText, "field.needed")
	if err := c.Err(); err != nil {
		return nil, err
	}
	return b, r.in(m, Planned, Fixed, Reviewing)
}
