package spotcheck

import (
	"errors"
	"slices"
	"testing"
	"time"

	"opfyldt/internal/exact"
	"opfyldt/internal/fault"
	"opfyldt/internal/record"
)

var planDay = time.Date(2014, 11, 3, 9, 0, 0, 0, time.UTC)

// hundred are 100 customers: 60 municipalities, 30 private, 10 without a sector.
func hundred() Population {
	return Population{Rows: 100, Columns: []Column{{"sektor", []Value{{"", 10}, {"Kommune", 60}, {"Privat", 30}}}}}
}

func rat(text string) *exact.Rat {
	r := exact.MustParse(text)
	return &r
}

// proposal is a whole plan of the hundred: 45 detect 5 deviating of 100 at 95 %.
func proposal(change func(*RoundPlan)) RoundPlan {
	p := RoundPlan{
		Title: "Vilkår", Question: "Følges vilkårene?", Checklist: []Clause{{Title: "Adgangen er personlig"}},
		Method: ByDetection, Confidence: rat("0.95"), Share: rat("0.05"),
		Source: FromPeople, People: []Participant{{"a", "A"}, {"b", "B"}},
	}
	change(&p)
	return p
}

func faultsOf(t *testing.T, err error) []string {
	t.Helper()
	var said []string
	if f, ok := errors.AsType[*fault.Error](err); ok {
		for _, one := range f.Fields {
			said = append(said, one.Path+" "+one.Code)
		}
	}
	return said
}

func TestASizeIsWorkedOutByEachMethod(t *testing.T) {
	for name, c := range map[string]struct {
		change             func(*RoundPlan)
		size, design, from int64
		shares             []int64
	}{
		"a share":            {func(*RoundPlan) {}, 45, 5, 100, nil},
		"a number":           {func(p *RoundPlan) { p.Share, p.Design = nil, 2 }, 78, 2, 100, nil},
		"one is expected":    {func(p *RoundPlan) { p.Share, p.Design, p.Accept = nil, 10, 1 }, 39, 10, 100, nil},
		"a given number":     {func(p *RoundPlan) { p.Method, p.Size = ByNumber, 12 }, 12, 0, 100, nil},
		"all of a stratum":   {func(p *RoundPlan) { p.Method, p.Column, p.Only = ByAll, "sektor", "Privat" }, 30, 0, 30, []int64{30}},
		"in proportion":      {func(p *RoundPlan) { p.Column, p.Allocation = "sektor", Proportional }, 45, 5, 100, []int64{4, 27, 14}},
		"equal":              {func(p *RoundPlan) { p.Column, p.Allocation = "sektor", Equal }, 45, 5, 100, []int64{10, 18, 17}},
		"equal, by a number": {func(p *RoundPlan) { p.Method, p.Size, p.Column, p.Allocation = ByNumber, 7, "sektor", Equal }, 7, 0, 100, []int64{2, 3, 2}},
		"given sizes": {func(p *RoundPlan) {
			p.Method, p.Column, p.Allocation, p.Shares = ByNumber, "sektor", Given, []Share{{Stratum: "Kommune", Size: 5}, {Stratum: "Privat", Size: 4}}
		}, 9, 0, 100, []int64{0, 5, 4}},
	} {
		p, checks := proposal(c.change), record.Checks{}
		p.check(hundred(), planDay, &checks)
		if err := checks.Err(); err != nil {
			t.Errorf("%s: %v", name, err)
			continue
		}
		var shares []int64
		for _, s := range p.Shares {
			shares = append(shares, s.Size)
		}
		if p.Size != c.size || p.Design != c.design || p.Customers != c.from || !slices.Equal(shares, c.shares) {
			t.Errorf("%s: size %d, design %d, of %d, %v", name, p.Size, p.Design, p.Customers, shares)
		}
	}
}

func TestAPlanThatCannotBeIsRefusedAtItsField(t *testing.T) {
	before := planDay.Add(-time.Hour)
	for want, change := range map[string]func(*RoundPlan){
		"body.title field.needed":              func(p *RoundPlan) { p.Title = " " },
		"body.checklist spotcheck.no_clauses":  func(p *RoundPlan) { p.Checklist = nil },
		"body.checklist[0].title field.needed": func(p *RoundPlan) { p.Checklist[0].Title = "" },
		"body.confidence spotcheck.confidence": func(p *RoundPlan) { p.Confidence = rat("1") },
		"body.share spotcheck.share":           func(p *RoundPlan) { p.Share = rat("1.1") },
		"body.design spotcheck.design":         func(p *RoundPlan) { p.Share, p.Design = nil, 101 },
		"body.accept spotcheck.accept":         func(p *RoundPlan) { p.Accept = 5 },
		"body.size spotcheck.size":             func(p *RoundPlan) { p.Method, p.Size = ByNumber, 101 },
		"body.method spotcheck.method":         func(p *RoundPlan) { p.Method = "some" },
		"body.column spotcheck.column":         func(p *RoundPlan) { p.Column, p.Allocation = "navn", Equal },
		"body.column spotcheck.column_needed":  func(p *RoundPlan) { p.Method = ByAll },
		"body.only spotcheck.stratum":          func(p *RoundPlan) { p.Method, p.Column, p.Only = ByAll, "sektor", "" }, // and not the whole list
		"body.allocation spotcheck.allocation": func(p *RoundPlan) { p.Column = "sektor" },
		"body.people spotcheck.two_people":     func(p *RoundPlan) { p.People[1] = p.People[0] },
		"body.source spotcheck.source":         func(p *RoundPlan) { p.Source = "dice" },
		"body.announced spotcheck.announced":   func(p *RoundPlan) { p.Source, p.At = FromPublic, instant(planDay.Add(time.Hour)) },
		"body.at spotcheck.at":                 func(p *RoundPlan) { p.Source, p.Announced, p.At = FromPublic, "drand", &before },
		"body.shares spotcheck.sum": func(p *RoundPlan) {
			p.Column, p.Allocation, p.Shares = "sektor", Given, []Share{{Stratum: "Privat", Size: 4}}
		},
		"body.shares[2] spotcheck.size": func(p *RoundPlan) {
			p.Method, p.Column, p.Allocation, p.Shares = ByNumber, "sektor", Given, []Share{{Stratum: "Privat", Size: 31}}
		},
	} {
		p, checks := proposal(change), record.Checks{}
		p.check(hundred(), planDay, &checks)
		if got := faultsOf(t, checks.Err()); !slices.Equal(got, []string{want}) {
			t.Errorf("%s: %v", want, got)
		}
	}
}

func instant(at time.Time) *time.Time { return &at }

// A large list cannot be planned to be checked whole, and a stratum that another
// method does not ask for is left out of account.
func TestAPlanIsBounded(t *testing.T) {
	p, checks := proposal(func(p *RoundPlan) { p.Method, p.Size = ByNumber, 2_001 }), record.Checks{}
	p.check(Population{Rows: 5_000}, planDay, &checks)
	if got := faultsOf(t, checks.Err()); !slices.Equal(got, []string{"body.size spotcheck.too_large"}) {
		t.Errorf("too many: %v", got)
	}
	p, checks = proposal(func(p *RoundPlan) { p.Column, p.Allocation, p.Only = "sektor", Proportional, "Privat" }), record.Checks{}
	if p.check(hundred(), planDay, &checks); checks.Err() != nil || p.Only != "" || p.Customers != 100 {
		t.Errorf("a stratum that is not asked for: %v %q of %d", checks.Err(), p.Only, p.Customers)
	}
}
