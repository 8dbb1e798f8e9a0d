package spotcheck

import (
	"context"
	"regexp"
	"slices"
	"unicode/utf8"

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
