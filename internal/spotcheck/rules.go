package spotcheck

import (
	"context"
	"encoding/hex"
	"regexp"
	"slices"
	"strings"
	"unicode/utf8"

	"opfyldt/internal/calendar"
	"opfyldt/internal/contract"
	"opfyldt/internal/draw"
	"opfyldt/internal/fault"
	"opfyldt/internal/ledger"
	"opfyldt/internal/record"
)

// checkPopulation holds what a list's fact says; the handler has taken the rows in.
func (rules Rules) checkPopulation(ctx context.Context, m ledger.Moment) (any, error) {
	var p Population
	c := begin(m, &p)
	c.Needed("file", &p.File, record.ShortText, "field.needed")
	if where, ok := apart(m.Submission.Subject); !ok || where.round != list || where.number != 0 {
		return nil, notFound()
	}
	if err := c.Err(); err != nil {
		return nil, err
	}
	rows, err := rules.Store.Count(ctx, version{m.Contract.ID, m.Submission.ID})
	if err == nil && (rows == 0 || rows != p.Rows) {
		return nil, fault.New(fault.Invalid, "spotcheck.no_rows", nil)
	}
	return p, err
}

// A round's name stands in addresses: letters and digits, with spaces, dots, commas,
// hyphens and underscores between them.
var roundName = regexp.MustCompile(`^[\pL\pN]([\pL\pN ._,-]*[\pL\pN])?$`)

const maxRoundName = 60

// checkPlan holds that a plan fits its list, and that it is not fixed.
func (rules Rules) checkPlan(ctx context.Context, m ledger.Moment) (any, error) {
	var p RoundPlan
	c := begin(m, &p)
	where, ok := apart(m.Submission.Subject)
	if !ok || where.number != 0 || where.round == list {
		return nil, notFound()
	}
	if !roundName.MatchString(where.round) || utf8.RuneCountInString(where.round) > maxRoundName {
		return nil, fault.New(fault.Invalid, "spotcheck.round_name", fault.Params{"most": maxRoundName})
	}
	rounds, facts, err := all(ctx, m)
	if err != nil {
		return nil, err
	}
	if r := rounds[m.Submission.Subject]; r != nil {
		if err := r.in(m, Planned); err != nil {
			return nil, err
		}
	}
	newest := record.Newest(facts, KindPopulation)[PopulationOf(where.goal)]
	if newest == nil || newest.ID != p.Population {
		c.Add("population", "spotcheck.population_newest", nil)
		return nil, c.Err()
	}
	named, err := rules.Store.Named(ctx, version{m.Contract.ID, newest.ID})
	if err != nil {
		return nil, err
	}
	if !named {
		c.Add("population", "spotcheck.list_erased", nil)
	}
	if p.Follows != "" && rounds[RoundOf(where.goal, p.Follows)] == nil {
		c.Add("follows", "spotcheck.follows", nil)
	}
	if err := namePeople(ctx, m, rules.People, p.People, "people", &c); err != nil {
		return nil, err
	}
	p.check(PopulationIn(newest), m.Now, &c)
	return p, c.Err()
}

// namePeople fills in the names of people, who must be among those who can be asked.
func namePeople(ctx context.Context, m ledger.Moment, who func(context.Context, string) ([]Participant, error), people []Participant, field string, c *record.Checks) error {
	if len(people) == 0 {
		return nil
	}
	known, err := who(ctx, m.Contract.ID)
	if err != nil {
		return err
	}
	for i := range people {
		n := slices.IndexFunc(known, func(k Participant) bool { return k.Subject == people[i].Subject })
		if n < 0 {
			c.Add(field, "spotcheck.person", nil)
			return nil
		}
		people[i] = known[n]
	}
	return nil
}

func checkCommitment(m ledger.Moment, r *Round, p place) (any, error) {
	var b Commitment
	c := begin(m, &b)
	b.Hash = strings.ToLower(strings.TrimSpace(b.Hash))
	if !isHash(b.Hash) {
		c.Add("hash", "spotcheck.hash", nil)
	}
	if err := c.Err(); err != nil {
		return nil, err
	}
	if err := r.takesPart(m, p); err != nil {
		return nil, err
	}
	if err := r.in(m, Planned, Fixed); err != nil {
		return nil, err
	}
	if b.Plan != r.plan.ID {
		return nil, fault.New(fault.Conflict, "spotcheck.plan_changed", nil)
	}
	if other := r.commitments[2-p.number]; other != nil && read[Commitment](other).Hash == b.Hash {
		return nil, fault.Fields(fault.Field{Path: "body.hash", Code: "spotcheck.same_secret"})
	}
	if r.commitments[p.number-1] != nil {
		return nil, fault.New(fault.Conflict, "spotcheck.committed", nil)
	}
	return b, nil
}

// takesPart holds that the person is the one of the two whose number it is.
func (r *Round) takesPart(m ledger.Moment, p place) error {
	plan := r.Plan()
	if plan.Source != FromPeople || p.number < 1 || p.number > len(plan.People) {
		return notFound()
	}
	if who := plan.People[p.number-1]; who.Subject != m.Person.Subject() {
		return fault.New(fault.Forbidden, "spotcheck.not_yours", fault.Params{"who": who.Name})
	}
	return nil
}

func isHash(text string) bool {
	b, err := hex.DecodeString(text)
	return err == nil && len(b) == 32
}

func checkReveal(m ledger.Moment, r *Round, p place) (any, error) {
	var b Reveal
	c := begin(m, &b)
	b.Secret = strings.ToLower(strings.TrimSpace(b.Secret))
	secret, err := hex.DecodeString(b.Secret)
	if err != nil || len(secret) < 16 || len(secret) > 64 {
		c.Add("secret", "spotcheck.secret", nil)
	}
	if err := c.Err(); err != nil {
		return nil, err
	}
	if err := r.takesPart(m, p); err != nil {
		return nil, err
	}
	if err := r.in(m, Fixed); err != nil {
		return nil, err
	}
	switch {
	case r.commitments[0] == nil || r.commitments[1] == nil:
		return nil, fault.New(fault.Conflict, "spotcheck.both_first", nil)
	case r.reveals[p.number-1] != nil:
		return nil, fault.New(fault.Conflict, "spotcheck.revealed", nil)
	case draw.Commitment(secret) != read[Commitment](r.commitments[p.number-1]).Hash:
		return nil, fault.Fields(fault.Field{Path: "body.secret", Code: "spotcheck.not_committed"})
	}
	return b, nil
}

func checkPublic(m ledger.Moment, r *Round, _ place) (any, error) {
	var b Public
	c := begin(m, &b)
	b.Value = strings.ToLower(strings.TrimSpace(b.Value))
	if raw, err := hex.DecodeString(b.Value); err != nil || len(raw) < 16 || len(raw) > 256 {
		c.Add("value", "spotcheck.value", nil)
	}
	c.Text("where", &b.Where, record.ShortText)
	if err := c.Err(); err != nil {
		return nil, err
	}
	plan := r.Plan()
	switch {
	case plan.Source != FromPublic:
		return nil, notFound()
	case b.Plan != r.plan.ID:
		return nil, fault.New(fault.Conflict, "spotcheck.plan_changed", nil)
	case r.public != nil:
		return nil, fault.New(fault.Conflict, "spotcheck.value_known", nil)
	case m.Now.Before(*plan.At):
		return nil, fault.New(fault.Conflict, "spotcheck.value_early", fault.Params{"at": *plan.At})
	}
	return b, r.in(m, Fixed)
}

// checkDraw draws: of the plan as it stands, from the value that was revealed or
// published, out of the rows of the list that the plan names. Nobody can say another
// draw.
func (rules Rules) checkDraw(ctx context.Context, m ledger.Moment) (any, error) {
	r, _, err := roundAt(ctx, m)
	if err != nil {
		return nil, err
	}
	var nothing struct{}
	c := begin(m, &nothing)
	if err := c.Err(); err != nil {
		return nil, err
	}
	if err := r.in(m, Planned, Fixed); err != nil {
		return nil, err
	}
	random, known, err := r.random()
	if err != nil {
		return nil, err
	}
	if !known {
		return nil, fault.New(fault.Conflict, "spotcheck.no_value", nil)
	}
	plan := r.Plan()
	customers, err := rules.Store.Customers(ctx, version{m.Contract.ID, plan.Population}, plan.readColumn(), plan.Only)
	if err != nil {
		return nil, err
	}
	d, err := perform(m.Contract.ID+"/"+m.Submission.Subject, plan, customers, random)
	d.Plan = r.plan.ID
	return d, err
}

func (rules Rules) checkAssignment(ctx context.Context, m ledger.Moment, _ *Round, _ *Customer) (any, error) {
	var b Assignment
	c := begin(m, &b)
	people := []Participant{b.To}
	if err := namePeople(ctx, m, rules.People, people, "to", &c); err != nil {
		return nil, err
	}
	b.To = people[0]
	return b, c.Err()
}

func checkVerdict(ctx context.Context, m ledger.Moment, r *Round, who *Customer) (any, error) {
	var b Verdict
	c := begin(m, &b)
	if who.State() == Replaced {
		return nil, fault.New(fault.Conflict, "spotcheck.replaced", nil)
	}
	b.check(r.Plan().Checklist, &c)
	if b.Reason == "" {
		if who.State() == Countersigned {
			c.Add("reason", "spotcheck.reason_reopen", nil)
		} else if who.verdict != nil && who.verdict.Actor.Subject != m.Person.Subject() {
			c.Add("reason", "spotcheck.reason_other", fault.Params{"who": who.verdict.Actor.Name})
		}
	}
	if err := b.files(ctx, m, &c); err != nil {
		return nil, err
	}
	return b, c.Err()
}

// checkAside holds that what is set aside is a whole review, and that its writer saw
// the one that stands.
func checkAside(ctx context.Context, m ledger.Moment, r *Round, who *Customer) (any, error) {
	var b ReviewAside
	c := begin(m, &b)
	v := Verdict{Clauses: b.Clauses, Note: b.Note}
	v.check(r.Plan().Checklist, &c)
	if err := v.files(ctx, m, &c); err != nil {
		return nil, err
	}
	b.Clauses, b.Note = v.Clauses, v.Note
	if err := c.Err(); err != nil {
		return nil, err
	}
	stands := ""
	if who.verdict != nil {
		stands = who.verdict.ID
	}
	if b.Stands != stands {
		return nil, fault.New(fault.Conflict, "spotcheck.review_changed", nil)
	}
	return b, nil
}

func checkReplacement(ctx context.Context, m ledger.Moment, r *Round, who *Customer) (any, error) {
	var b Replacement
	c := begin(m, &b)
	c.Needed("reason", &b.Reason, record.LongText, "spotcheck.reason_replace")
	if err := c.Err(); err != nil {
		return nil, err
	}
	switch who.State() {
	case Replaced:
		return nil, fault.New(fault.Conflict, "spotcheck.replaced", nil)
	case Countersigned:
		return nil, fault.New(fault.Conflict, "spotcheck.signed", nil)
	}
	deviated, err := everDeviated(ctx, m, who.verdict)
	if err != nil {
		return nil, err
	}
	if deviated {
		return nil, fault.New(fault.Conflict, "spotcheck.deviated", nil)
	}
	b.By = r.next(who)
	return b, nil
}

// everDeviated reports whether this review of a customer, or one before it, found a
// deviation. Whoever deviated could be checked; and if they could be replaced, one
// auditor alone could make a deviation disappear.
func everDeviated(ctx context.Context, m ledger.Moment, review *ledger.Fact) (bool, error) {
	for review != nil {
		if VerdictOf(review).deviates() {
			return true, nil
		}
		if review.Supersedes == "" {
			return false, nil
		}
		before, err := m.Facts.Fact(ctx, m.Contract.ID, review.Supersedes)
		if err != nil {
			return false, err
		}
		review = &before
	}
	return false, nil
}

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
