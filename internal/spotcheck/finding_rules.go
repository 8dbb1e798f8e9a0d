package spotcheck

import (
	"context"
	"slices"
	"time"

	"opfyldt/internal/calendar"
	"opfyldt/internal/catalogue"
	"opfyldt/internal/fault"
	"opfyldt/internal/ledger"
	"opfyldt/internal/record"
)

const opMeasure = "spotcheck.measure"

// mostYears is how far off a finding's deadline may be.
const mostYears = 5

// findingKinds are those by which a deviation is followed up.
func (rules Rules) findingKinds() []ledger.Kind {
	return []ledger.Kind{
		{Name: KindFinding, Operation: opReview, Goal: goalOfFinding, Check: rules.checkFinding},
		{Name: KindMeasure, Operation: opMeasure, Goal: goalOfFinding, Check: onFinding(checkMeasure)},
		{Name: KindRecheck, Operation: opSign, Goal: goalOfFinding, Check: onFinding(checkRecheck)},
	}
}

// checkFinding makes a finding of a countersigned deviation, or changes who does what
// and by when. It asks the round nothing but whether the deviation is there: a
// concluded one stays as it is.
func (rules Rules) checkFinding(ctx context.Context, m ledger.Moment) (any, error) {
	var b FollowUp
	c := begin(m, &b)
	today := calendar.DateOf(m.Now)
	owner := []Participant{b.Owner}
	if err := namePeople(ctx, m, rules.Owners, owner, "owner", &c); err != nil {
		return nil, err
	}
	b.Owner = owner[0]
	c.Needed("measure", &b.Measure, record.LongText, "spotcheck.measure_needed")
	c.Text("reason", &b.Reason, record.LongText)
	before := read[FollowUp](m.Previous)
	latest := today.AddMonths(12 * mostYears)
	if b.Deadline != before.Deadline && (b.Deadline.Before(today) || b.Deadline.After(latest)) || b.Deadline.IsZero() {
		c.Add("deadline", "spotcheck.hearing_deadline", fault.Params{"earliest": today, "latest": latest})
	}
	if m.Previous != nil && b.Reason == "" {
		c.Add("reason", "spotcheck.finding_reason", nil)
	}
	if err := c.Err(); err != nil {
		return nil, err
	}
	if m.Previous != nil {
		b.Verdict = before.Verdict
		return b, stillOpen(ctx, m)
	}
	return b, deviationIn(ctx, m, b.Verdict)
}

// stillOpen holds that the finding is not closed.
func stillOpen(ctx context.Context, m ledger.Moment) error {
	f, err := findingAt(ctx, m)
	if err == nil && f.State() == FindingClosed {
		err = fault.New(fault.Conflict, "spotcheck.finding_closed", nil)
	}
	return err
}

// deviationIn holds that the review is the customer's countersigned one, and that the
// clause deviates in it.
func deviationIn(ctx context.Context, m ledger.Moment, verdict string) error {
	p, clause, _ := apartFinding(m.Submission.Subject)
	all, _, err := all(ctx, m)
	if err != nil {
		return err
	}
	r := all[RoundOf(p.goal, p.round)]
	if r == nil || r.byNumber[p.number] == nil {
		return notFound()
	}
	if err := r.in(m, Reviewing, Concluded); err != nil {
		return err
	}
	who := r.byNumber[p.number]
	switch {
	case who.State() != Countersigned || !read[Verdict](who.verdict).deviatesAt(clause):
		return fault.New(fault.Conflict, "spotcheck.finding_of_nothing", nil)
	case who.verdict.ID != verdict:
		return fault.New(fault.Conflict, "spotcheck.review_changed", nil)
	}
	return nil
}

// deviatesAt reports whether the clause is not kept.
func (v Verdict) deviatesAt(clause string) bool {
	return slices.ContainsFunc(v.Clauses, func(a ClauseAnswer) bool { return a.Clause == clause && a.Finding == Deviation })
}

// findingAt finds the finding that a submission is about.
func findingAt(ctx context.Context, m ledger.Moment) (*found, error) {
	facts, err := m.Facts.Newest(ctx, m.Contract.ID, time.Time{}, findingKinds()...)
	if err != nil {
		return nil, err
	}
	f := findings(facts)[m.Submission.Subject]
	if f == nil || f.made == nil {
		return nil, fault.New(fault.NotFound, "spotcheck.finding_unknown", nil)
	}
	return f, nil
}

// onFinding is a rule about a finding that has been made.
func onFinding(check func(ledger.Moment, *found) (any, error)) func(context.Context, ledger.Moment) (any, error) {
	return func(ctx context.Context, m ledger.Moment) (any, error) {
		f, err := findingAt(ctx, m)
		if err != nil {
			return nil, err
		}
		return check(m, f)
	}
}

func checkMeasure(m ledger.Moment, f *found) (any, error) {
	var b Measure
	c := record.Checks{Wrong: record.Decode(m.Submission.Body, &b)}
	c.Day(m.Submission.Day, f.made.Day, calendar.DateOf(m.Now))
	c.Needed("text", &b.Text, record.LongText, "spotcheck.measure_what")
	c.Links(&b.Evidence)
	if err := c.Err(); err != nil {
		return nil, err
	}
	if f.State() == FindingClosed {
		return nil, fault.New(fault.Conflict, "spotcheck.finding_closed", nil)
	}
	return b, nil
}

// checkRecheck lets somebody look who neither owns the finding nor said that it is
// mended.
func checkRecheck(m ledger.Moment, f *found) (any, error) {
	if owner := f.followUp().Owner; owner.Subject == m.Person.Subject() {
		return nil, fault.New(fault.Forbidden, "spotcheck.recheck_own", nil)
	}
	v, err := record.Verify(m, f.reported)
	if err != nil {
		return nil, err
	}
	return v, nil
}

// sayFinding puts a fact about a finding into words.
func sayFinding(lang string, f ledger.Fact) string {
	p, clause, ok := apartFinding(f.Subject)
	if !ok {
		return ""
	}
	params := fault.Params{"round": p.round, "number": p.number, "clause": clause}
	key := "sentence." + f.Kind
	switch f.Kind {
	case KindFinding:
		b := read[FollowUp](&f)
		params["owner"], params["deadline"] = b.Owner.Name, b.Deadline
		if f.Supersedes != "" {
			key += ".changed"
		}
	case KindRecheck:
		if v, _ := record.VerificationOf(f); v.Verdict == record.Returned {
			key += ".returned"
		}
	}
	return catalogue.Text(lang, key, params)
}
